// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/claim_side.h"

#include "core/devices/device.h"
#include "core/elders/resident_number.h"
#include "core/rules/facts.h"
#include "core/services/service.h"
#include "ui/models/record_table_model.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/edits.h"

#include <QtCore/QLocale>
#include <QtGui/QKeyEvent>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace songhe::ui {

namespace {

constexpr std::size_t changesShown = 30; ///< of a claim that came back
constexpr std::size_t sumsShown = 8;     ///< of reasons that are all different, the rest are one line

} // namespace

QString outcomeText(const SettledLine& line)
{
    if (line.isAdjustment())
        return ClaimSide::tr("adjustment");
    switch (line.outcome) {
    case Verdict::Outcome::Pays:
        return line.kind == LineKind::Late ? ClaimSide::tr("payable, late") : ClaimSide::tr("payable");
    case Verdict::Outcome::Held:
        return ClaimSide::tr("held");
    case Verdict::Outcome::Refused:
        break;
    }
    return ClaimSide::tr("not payable");
}

Tone outcomeTone(const SettledLine& line)
{
    if (line.isAdjustment())
        return line.amount.value < 0 ? Tone::Bad : Tone::Good;
    switch (line.outcome) {
    case Verdict::Outcome::Pays:
        return Tone::Good;
    case Verdict::Outcome::Held:
        return Tone::Soon;
    case Verdict::Outcome::Refused:
        break;
    }
    return Tone::Plain;
}

QString amountText(const SettledLine& line)
{
    const QString yuan = line.amount.yuanText();
    return line.isAdjustment() && line.amount.value > 0 ? u'+' + yuan : yuan;
}

SumLine::SumLine(const Theme& theme, const QString& label, const QString& count, const QString& amount, QWidget* parent)
    : QFrame(parent)
{
    setObjectName(u"sumLine"_s);
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setAccessibleName(QStringList {label, count, amount}.join(u' ').trimmed());
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(theme.px(4), theme.px(1), theme.px(4), theme.px(1));
    row->setSpacing(theme.px(8));
    row->addWidget(makeWrapped(label, TextRole::Small, this), 1);
    row->addWidget(makeLabel(count, TextRole::Small, this), 0, Qt::AlignTop);
    if (!amount.isEmpty())
        row->addWidget(makeLabel(amount, TextRole::Small, this), 0, Qt::AlignTop);
}

void SumLine::keyPressEvent(QKeyEvent* event)
{
    const int key = event->key();
    if (key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Space)
        Q_EMIT chosen();
    else
        QFrame::keyPressEvent(event);
}

void SumLine::mouseReleaseEvent(QMouseEvent* event)
{
    if (rect().contains(event->pos()))
        Q_EMIT chosen();
}

ClaimSide::ClaimSide(const Surroundings& around, QWidget* parent)
    : Card(around.theme, parent)
    , m_around(around)
{
    const Theme& t = around.theme;
    setFixedWidth(t.px(300));
    auto* head = new QHBoxLayout;
    m_title = makeWrapped({}, TextRole::Strong, this);
    m_title->setObjectName(u"sideTitle"_s);
    head->addWidget(m_title, 1);
    m_back = new ActionButton(t, tr("Sums"), {}, ActionButton::Kind::Plain, this);
    m_back->setObjectName(u"sums"_s);
    m_back->setAccessibleName(tr("Back to the sums"));
    connect(m_back, &QPushButton::clicked, this, &ClaimSide::backAsked);
    head->addWidget(m_back, 0, Qt::AlignTop);
    body()->addLayout(head);
    auto* scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::TabFocus); // read on by the arrow keys
    scroll->setAccessibleName(tr("Sums and steps, or what decided a line"));
    scroll->setStyleSheet(u"QScrollArea, QScrollArea > QWidget > QWidget { background: transparent; }"_s);
    scroll->viewport()->setAutoFillBackground(false);
    m_content = new QWidget(scroll);
    m_column = new QVBoxLayout(m_content);
    m_column->setContentsMargins(0, 0, t.px(8), 0);
    m_column->setSpacing(t.px(6));
    scroll->setWidget(m_content);
    body()->addWidget(scroll, 1);
}

void ClaimSide::clear()
{
    while (QLayoutItem* item = m_column->takeAt(0)) {
        if (QWidget* widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        }
        delete item;
    }
}

void ClaimSide::add(const QString& text, TextRole role)
{
    if (!text.isEmpty())
        m_column->addWidget(makeWrapped(text, role, m_content));
}

void ClaimSide::addRule()
{
    m_column->addWidget(makeRule(m_content));
}

void ClaimSide::addSums(const QString& title, const std::vector<SettledSum>& sums, SumOf kind, bool money)
{
    if (sums.empty())
        return;
    add(title, TextRole::Muted);
    SettledSum rest;
    for (std::size_t i = 0; i < sums.size(); ++i) {
        const SettledSum& sum = sums[i];
        if (i >= sumsShown && sums.size() > sumsShown + 1) {
            rest.count += sum.count;
            rest.amount.value += sum.amount.value;
            continue;
        }
        auto* line = new SumLine(m_around.theme, sum.label, QLocale().toString(sum.count),
                                 money ? sum.amount.yuanText() : QString(), m_content);
        connect(line, &SumLine::chosen, this, [this, kind, label = sum.label] { Q_EMIT sumChosen(kind, label); });
        m_column->addWidget(line);
    }
    if (rest.count > 0)
        add(u"%1  %2  %3"_s.arg(tr("%n other reason(s)", nullptr, int(sums.size() - sumsShown)),
                                QLocale().toString(rest.count), money ? rest.amount.yuanText() : QString()),
            TextRole::Small);
    addRule();
}

void ClaimSide::addHistory(const SettledMonth& month)
{
    if (month.history.empty())
        return;
    const QDate now = m_around.clock.today();
    add(tr("Steps of the claim"), TextRole::Muted);
    for (const ClaimEvent& event : month.history) {
        add(event.what, TextRole::Body);
        QStringList details {dayText(Clock::dayOf(event.at), now) + u' '
                             + Clock::timeOf(event.at).toString(u"HH:mm"_s)};
        for (const QString& part : {event.who, event.note})
            if (!part.isEmpty())
                details << part;
        add(details.join(u" · "_s), TextRole::MutedSmall);
    }
    addRule();
}

void ClaimSide::addDifference(const SettledMonth& month)
{
    if (!month.difference)
        return;
    const ClaimDifference& difference = *month.difference;
    const QDate now = m_around.clock.today();
    const auto signedYuan = [](Fen fen) { return fen.value > 0 ? u'+' + fen.yuanText() : fen.yuanText(); };
    add(tr("What settling gives now"), TextRole::Muted);
    auto* sum = makeWrapped(
        tr("Sent %1, now %2: %3 yuan")
            .arg(difference.sent.yuanText(), difference.now.yuanText(), signedYuan(difference.difference())),
        TextRole::Body, m_content);
    sum->setObjectName(u"differenceSum"_s);
    m_column->addWidget(sum);
    if (month.changes.empty())
        add(tr("No line differs."), TextRole::Small);
    for (std::size_t i = 0; i < month.changes.size() && i < changesShown; ++i) {
        const NamedChange& change = month.changes[i];
        add(u"%1 · %2 · %3"_s.arg(choiceText(change.line.how), change.name, dayText(change.line.on, now)),
            TextRole::Small);
        add(tr("%1 → %2 yuan: %3").arg(change.line.sent.yuanText(), change.line.now.yuanText(), change.line.text),
            TextRole::MutedSmall);
    }
    if (month.changes.size() > changesShown)
        add(tr("Further lines that differ: %1. The printed claim lists all.").arg(month.changes.size() - changesShown),
            TextRole::Small);
    addRule();
}

void ClaimSide::showSums(const SettledMonth& month)
{
    m_factsOpen = false;
    m_back->hide();
    clear();
    m_title->setText(month.policyTitle);
    add(month.policySource, TextRole::MutedSmall);
    addRule();
    addDifference(month); // what a claim that came back is opened for
    addHistory(month);
    addSums(month.ofMeals ? tr("Paid, by meal point") : tr("Paid, by facility"), month.bySite, SumOf::Site, true);
    addSums(tr("Paid, by ground"), month.byGround, SumOf::Ground, true);
    addSums(tr("Not paid, by reason"), month.refused, SumOf::Refused, false);
    m_column->addStretch();
}

QString ClaimSide::recordedText(const Recorded& recorded, const QString& by) const
{
    const QString when = dayText(Clock::dayOf(recorded.at), m_around.clock.today()) + u' '
        + Clock::timeOf(recorded.at).toString(u"HH:mm"_s);
    return by.isEmpty() ? tr("recorded %1").arg(when) : tr("recorded %1 by %2").arg(when, by);
}

void ClaimSide::addLink(const QString& text, const char* name, const QString& page, qint64 record)
{
    auto* link = new ActionButton(m_around.theme, text, {}, ActionButton::Kind::Plain, m_content);
    link->setObjectName(QString::fromLatin1(name));
    connect(link, &QPushButton::clicked, this, [this, page, record] { Q_EMIT recordAsked(page, record); });
    m_column->addWidget(link, 0, Qt::AlignLeft);
}

void ClaimSide::addFact(const LineFacts::Told& told)
{
    const QDate now = m_around.clock.today();
    auto* row = new QWidget(m_content);
    auto* column = new QVBoxLayout(row);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(m_around.theme.px(2));
    auto* head = new QHBoxLayout;
    head->addWidget(makeWrapped(u"%1  %2"_s.arg(choiceText(told.fact.kind), told.value), TextRole::Body, row), 1);
    if (told.decided)
        head->addWidget(new Pill(m_around.theme, tr("decided"), Tone::Good, row), 0, Qt::AlignTop);
    if (told.fact.doubtful)
        head->addWidget(new Pill(m_around.theme, tr("as written"), Tone::Soon, row), 0, Qt::AlignTop);
    column->addLayout(head);
    QStringList details;
    details << (told.fact.to ? tr("%1 to %2").arg(dayText(told.fact.from, now), dayText(*told.fact.to, now))
                             : tr("from %1").arg(dayText(told.fact.from, now)));
    details << tr("learned on %1").arg(dayText(told.fact.learnedOn, now));
    details << recordedText(told.fact.recorded, told.recordedBy);
    if (told.fact.evidence)
        details << *told.fact.evidence;
    column->addWidget(makeWrapped(details.join(u" · "_s), TextRole::MutedSmall, row));
    m_column->addWidget(row);
}

void ClaimSide::addPerson(const LineFacts& facts)
{
    if (!facts.elder)
        return;
    QStringList person;
    if (facts.elder->born)
        person << tr("%1 years old that day").arg(ageOn(*facts.elder->born, facts.line.on));
    if (facts.elder->residentNumber)
        person << maskedResidentNumber(*facts.elder->residentNumber);
    add(person.join(u" · "_s), TextRole::Small);
    add(tr("What held on that day"), TextRole::Muted);
    for (const LineFacts::Told& told : facts.facts)
        addFact(told);
    if (facts.facts.empty())
        add(tr("Nothing is on file for that day."), TextRole::Small);
    addLink(tr("Open her file"), "openElder", u"elders"_s, facts.elder->id.value);
    addRule();
}

void ClaimSide::addRecord(const LineFacts& facts)
{
    const bool meal = facts.record.family == QLatin1String(Meal::family);
    add(meal ? tr("The meal") : tr("The record"), TextRole::Muted);
    for (const ClaimedRecord::Told& told : facts.record.fields) {
        const QString key = told.field.key();
        if (key == u"elder_id" || key == u"origin")
            continue; // stands above; of no use to an auditor
        add(tr("%1: %2").arg(told.label,
                             told.name.isEmpty() ? shownField(told.field, told.value, m_around.clock.today())
                                                 : told.name),
            TextRole::Small);
    }
    add(recordedText(facts.record.recorded, facts.recordedBy), TextRole::MutedSmall);
    if (facts.record.recorded.isVoided())
        add(tr("made void: %1").arg(facts.record.recorded.voidReason.value_or(QString())), TextRole::Small);
    if (meal)
        addLink(tr("Open that day at the meal desk"), "openMeal", u"meals#meal"_s, facts.record.id);
    else if (facts.record.family == QLatin1String(Service::family))
        addLink(tr("Open the record"), "openRecord", u"services"_s, facts.record.id);
    else if (facts.record.family != QLatin1String(Elder::family)
             && facts.record.family != QLatin1String(DeviceLoan::family)) // her file above has it
        addLink(tr("Open the record"), "openRecord", u"facilities"_s, facts.record.id);
    addRule();
}

void ClaimSide::addClause(const LineFacts& facts)
{
    add(tr("The clause"), TextRole::Muted);
    add(tr("%1, version %2").arg(facts.policyTitle).arg(facts.policyVersion), TextRole::Small);
    add(facts.clause, TextRole::MutedSmall);
}

void ClaimSide::showFacts(const LineFacts& facts)
{
    m_factsOpen = true;
    m_back->show();
    clear();
    m_title->setText(tr("%1 on %2").arg(facts.line.name, dayText(facts.line.on, m_around.clock.today())));
    m_column->addWidget(new Pill(m_around.theme, outcomeText(facts.line), outcomeTone(facts.line), m_content), 0,
                        Qt::AlignLeft);
    add(u"%1 %2"_s.arg(tr("%1 yuan:").arg(amountText(facts.line)), facts.line.reason), TextRole::Body);
    add(facts.line.corrected, TextRole::Small);
    addRule();
    addPerson(facts);
    addRecord(facts);
    addClause(facts);
    m_column->addStretch();
}

} // namespace songhe::ui
