// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/claim_month_view.h"

#include "core/base/text/capitals.h"
#include "core/elders/resident_number.h"
#include "core/rules/facts.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/edits.h"
#include "ui/widgets/labels.h"

#include <QtCore/QLocale>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace songhe::ui {

namespace {

constexpr std::size_t sumsShown = 8; ///< of reasons that are all different, the rest are one line

QString countText(qint64 count)
{
    return QLocale().toString(count);
}

/// As the desk says it; what stands on paper is longer.
QString outcomeText(Verdict::Outcome outcome)
{
    switch (outcome) {
    case Verdict::Outcome::Pays:
        return ClaimMonthView::tr("payable");
    case Verdict::Outcome::Held:
        return ClaimMonthView::tr("held");
    case Verdict::Outcome::Refused:
        break;
    }
    return ClaimMonthView::tr("not payable");
}

Tone toneOfOutcome(Verdict::Outcome outcome)
{
    switch (outcome) {
    case Verdict::Outcome::Pays:
        return Tone::Good;
    case Verdict::Outcome::Held:
        return Tone::Soon;
    case Verdict::Outcome::Refused:
        break;
    }
    return Tone::Plain;
}

} // namespace

ClaimMonthView::ClaimMonthView(const Surroundings& around, QWidget* parent)
    : QWidget(parent)
    , m_around(around)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(around.theme.px(14));
    column->addWidget(makeFigures());
    auto* row = new QHBoxLayout;
    row->setSpacing(around.theme.px(14));
    row->addWidget(makeLines(), 1);
    row->addWidget(makeSide());
    column->addLayout(row, 1);
}

QWidget* ClaimMonthView::makeFigures()
{
    const Theme& t = m_around.theme;
    auto* figures = new QWidget(this);
    auto* row = new QHBoxLayout(figures);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(t.px(14));
    const auto card = [&](const QString& caption, QLabel*& figure, QLabel*& below, int stretch) {
        auto* made = new Card(t, figures);
        made->body()->setSpacing(t.px(2));
        made->body()->addWidget(makeLabel(caption, TextRole::Muted, made));
        figure = makeLabel({}, TextRole::Figure, made);
        made->body()->addWidget(figure);
        below = makeLabel({}, TextRole::Small, made);
        below->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
        made->body()->addWidget(below);
        row->addWidget(made, stretch);
        return made;
    };
    card(tr("The claim comes to (yuan)"), m_total, m_capitals, 5);
    m_total->setObjectName(u"total"_s);
    card(tr("Paid meals"), m_paid, m_people, 3);
    m_paid->setObjectName(u"paid"_s);
    card(tr("Not payable"), m_refused, m_held, 3);
    m_refused->setObjectName(u"refused"_s);

    auto* state = new Card(t, figures);
    state->body()->addWidget(makeLabel(tr("State"), TextRole::Muted, state));
    m_state = new Pill(t, {}, Tone::Plain, state);
    m_state->setObjectName(u"state"_s);
    state->body()->addWidget(m_state, 0, Qt::AlignLeft);
    m_stateWhen = makeWrapped({}, TextRole::MutedSmall, state);
    state->body()->addWidget(m_stateWhen);
    state->body()->addStretch();
    row->addWidget(state, 4);
    return figures;
}

QWidget* ClaimMonthView::makeLines()
{
    const Theme& t = m_around.theme;
    auto* card = new Card(t, this);
    card->setFlush();
    auto* tabs = new QHBoxLayout;
    tabs->setContentsMargins(t.px(12), t.px(8), t.px(12), t.px(8));
    tabs->setSpacing(t.px(4));
    for (std::size_t i = 0; i < m_filters.size(); ++i) {
        auto* tab = new ActionButton(t, tr("Lines"), {}, ActionButton::Kind::Tab, card);
        tab->setObjectName(u"filter%1"_s.arg(i));
        tab->setAutoExclusive(true);
        connect(tab, &QPushButton::clicked, this, [this, i] { filter(Shown(i)); });
        tabs->addWidget(tab);
        m_filters[i] = tab;
    }
    tabs->addStretch();
    tabs->addWidget(makeLabel(tr("Enter: why this line"), TextRole::MutedSmall, card));
    card->body()->addLayout(tabs);

    const QDate now = m_around.clock.today();
    m_model = new RecordTableModel<SettledLine>(
        {
            {tr("Day"), [now](const SettledLine& line) { return dayText(line.on, now); }},
            {tr("Name"), [](const SettledLine& line) { return line.name; }},
            {tr("Meal point"), [](const SettledLine& line) { return line.site; }},
            {tr("Outcome"), [](const SettledLine& line) { return outcomeText(line.outcome); }, false, false, false,
             [](const SettledLine& line) { return toneOfOutcome(line.outcome); }},
            {tr("Yuan"), [](const SettledLine& line) { return line.amount.yuanText(); }, true},
            {tr("Why"), [](const SettledLine& line) { return line.reason; }, false, true},
        },
        this);
    m_table = new TableView(t, tr("Meals of the month"), card);
    m_table->setObjectName(u"lines"_s);
    m_table->setModel(m_model);
    m_table->setEmptyText(tr("No meal is recorded here."), tr("Meals are recorded at the meal desk (F2)."));
    connect(m_table, &TableView::opened, this, [this](const QModelIndex& index) {
        if (const SettledLine* line = m_model->record(index))
            Q_EMIT opened(*line);
    });
    card->body()->addWidget(m_table, 1);
    return card;
}

QWidget* ClaimMonthView::makeSide()
{
    const Theme& t = m_around.theme;
    auto* card = new Card(t, this);
    card->setFixedWidth(t.px(290));
    auto* head = new QHBoxLayout;
    m_sideTitle = makeWrapped({}, TextRole::Strong, card);
    m_sideTitle->setObjectName(u"sideTitle"_s);
    head->addWidget(m_sideTitle, 1);
    m_back = new ActionButton(t, tr("Sums"), {}, ActionButton::Kind::Plain, card);
    m_back->setAccessibleName(tr("Back to the sums"));
    connect(m_back, &QPushButton::clicked, this, &ClaimMonthView::closeFacts);
    head->addWidget(m_back, 0, Qt::AlignTop);
    card->body()->addLayout(head);
    auto* scroll = new QScrollArea(card);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setStyleSheet(u"QScrollArea, QScrollArea > QWidget > QWidget { background: transparent; }"_s);
    scroll->viewport()->setAutoFillBackground(false);
    m_sideContent = new QWidget(scroll);
    m_side = new QVBoxLayout(m_sideContent);
    m_side->setContentsMargins(0, 0, t.px(8), 0);
    m_side->setSpacing(t.px(6));
    scroll->setWidget(m_sideContent);
    card->body()->addWidget(scroll, 1);
    return card;
}

void ClaimMonthView::showMonth(const SettledMonth& month)
{
    m_lines = month.lines;
    m_month = month;
    m_month->lines.clear();
    m_total->setText(month.claim.paid.yuanText());
    m_capitals->setText(tr("In capitals: %1").arg(capitals(month.claim.paid)));
    m_paid->setText(countText(month.claim.paidCount));
    m_people->setText(tr("of %1 people").arg(countText(month.people)));
    m_refused->setText(countText(month.claim.refusedCount));
    m_held->setText(month.claim.heldCount > 0 ? tr("%1 held until cleared up").arg(countText(month.claim.heldCount))
                                              : tr("each with its reason"));
    const qint64 counts[]
        = {qint64(month.lines.size()), month.claim.paidCount, month.claim.refusedCount, month.claim.heldCount};
    const QString words[] = {tr("All %1"), tr("Paid %1"), tr("Not payable %1"), tr("Held %1")};
    for (std::size_t i = 0; i < m_filters.size(); ++i) {
        m_filters[i]->setText(words[i].arg(countText(counts[i])));
        m_filters[i]->setAccessibleName(m_filters[i]->text());
        m_filters[i]->updateGeometry();
    }
    m_filters[3]->setVisible(month.claim.heldCount > 0);
    m_filters[0]->setChecked(true);
    filter(Shown::All);
    showSums(month);
    showState(month);
}

void ClaimMonthView::showState(const SettledMonth& month)
{
    if (!month.kept) {
        m_state->set(tr("not kept yet"), Tone::Plain);
        m_stateWhen->setText(tr("Ctrl+Enter keeps it."));
        return;
    }
    const QDateTime at = month.kept->recorded.at;
    const QString when
        = dayText(Clock::dayOf(at), m_around.clock.today()) + u' ' + Clock::timeOf(at).toString(u"HH:mm"_s);
    if (!isOpen(month.claim.state)) {
        const QDateTime signedAt = month.claim.signedAt.value_or(at);
        m_state->set(choiceText(month.claim.state), Tone::Good);
        m_stateWhen->setText(tr("signed %1 %2 · check code %3. What changes goes into the next claim.")
                                 .arg(dayText(Clock::dayOf(signedAt), m_around.clock.today()),
                                      Clock::timeOf(signedAt).toString(u"HH:mm"_s), month.claim.digest.left(12)));
    } else if (month.isKept()) {
        m_state->set(tr("kept as draft"), Tone::Good);
        m_stateWhen->setText(tr("%1 · check code %2").arg(when, month.claim.digest.left(12)));
    } else {
        m_state->set(tr("differs from the draft"), Tone::Soon);
        m_stateWhen->setText(tr("Records changed since %1. Ctrl+Enter replaces that draft.").arg(when));
    }
}

void ClaimMonthView::filter(Shown shown)
{
    std::vector<SettledLine> lines;
    for (const SettledLine& line : m_lines) {
        const bool fits = shown == Shown::All || (shown == Shown::Paid && line.outcome == Verdict::Outcome::Pays)
            || (shown == Shown::NotPaid && line.outcome == Verdict::Outcome::Refused)
            || (shown == Shown::Held && line.outcome == Verdict::Outcome::Held);
        if (fits)
            lines.push_back(line);
    }
    m_model->setRecords(std::move(lines));
    m_table->fitColumns();
    const bool onePoint = std::all_of(m_lines.begin(), m_lines.end(),
                                      [this](const SettledLine& line) { return line.point == m_lines.front().point; });
    m_table->setColumnHidden(2, onePoint); // the reason wants the room
    m_table->setColumnWidth(2, std::min(m_table->columnWidth(2), m_around.theme.px(130)));
    if (m_model->rowCount() > 0)
        m_table->setCurrentIndex(m_model->index(0, 0));
}

void ClaimMonthView::clearSide()
{
    while (QLayoutItem* item = m_side->takeAt(0)) {
        if (QWidget* widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        }
        delete item;
    }
}

void ClaimMonthView::addSums(const QString& title, const std::vector<SettledSum>& sums, bool money)
{
    if (sums.empty())
        return;
    m_side->addWidget(makeLabel(title, TextRole::Muted, m_sideContent));
    const auto add = [&](const QString& label, const QString& count, const QString& amount) {
        auto* line = new QWidget(m_sideContent);
        auto* row = new QHBoxLayout(line);
        row->setContentsMargins(0, 0, 0, 0);
        row->setSpacing(m_around.theme.px(8));
        row->addWidget(makeWrapped(label, TextRole::Small, line), 1);
        row->addWidget(makeLabel(count, TextRole::Small, line), 0, Qt::AlignTop);
        if (money)
            row->addWidget(makeLabel(amount, TextRole::Small, line), 0, Qt::AlignTop);
        m_side->addWidget(line);
    };
    SettledSum rest;
    for (std::size_t i = 0; i < sums.size(); ++i) {
        if (i < sumsShown || sums.size() == sumsShown + 1) {
            add(sums[i].label, countText(sums[i].count), sums[i].amount.yuanText());
            continue;
        }
        rest.count += sums[i].count;
        rest.amount.value += sums[i].amount.value;
    }
    if (rest.count > 0)
        add(tr("%n other reason(s)", nullptr, int(sums.size() - sumsShown)), countText(rest.count),
            rest.amount.yuanText());
    m_side->addWidget(makeRule(m_sideContent));
}

void ClaimMonthView::showSums(const SettledMonth& month)
{
    m_factsOpen = false;
    m_back->hide();
    clearSide();
    m_sideTitle->setText(month.policyTitle);
    if (!month.policySource.isEmpty())
        m_side->addWidget(makeWrapped(month.policySource, TextRole::MutedSmall, m_sideContent));
    m_side->addWidget(makeRule(m_sideContent));
    addSums(tr("Paid, by meal point"), month.bySite, true);
    addSums(tr("Paid, by ground"), month.byGround, true);
    addSums(tr("Not paid, by reason"), month.refused, false);
    m_side->addStretch();
}

void ClaimMonthView::addFact(const LineFacts::Told& told)
{
    const QDate now = m_around.clock.today();
    auto* row = new QWidget(m_sideContent);
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
    if (told.fact.evidence)
        details << *told.fact.evidence;
    column->addWidget(makeWrapped(details.join(u" · "_s), TextRole::MutedSmall, row));
    m_side->addWidget(row);
}

void ClaimMonthView::showFacts(const LineFacts& facts)
{
    const QDate now = m_around.clock.today();
    m_factsOpen = true;
    m_back->show();
    clearSide();
    m_sideTitle->setText(tr("%1 on %2").arg(facts.elder.name, dayText(facts.line.on, now)));
    auto* outcome
        = new Pill(m_around.theme, outcomeText(facts.line.outcome), toneOfOutcome(facts.line.outcome), m_sideContent);
    m_side->addWidget(outcome, 0, Qt::AlignLeft);
    m_side->addWidget(makeWrapped(facts.line.reason, TextRole::Body, m_sideContent));
    m_side->addWidget(makeRule(m_sideContent));
    QStringList person;
    if (facts.elder.born)
        person << tr("%1 years old that day").arg(ageOn(*facts.elder.born, facts.line.on));
    if (facts.elder.residentNumber)
        person << maskedResidentNumber(*facts.elder.residentNumber);
    m_side->addWidget(makeWrapped(person.join(u" · "_s), TextRole::Small, m_sideContent));
    m_side->addWidget(makeLabel(tr("What held on that day"), TextRole::Muted, m_sideContent));
    for (const LineFacts::Told& told : facts.facts)
        addFact(told);
    if (facts.facts.empty())
        m_side->addWidget(makeWrapped(tr("Nothing is on file for that day."), TextRole::Small, m_sideContent));
    m_side->addWidget(makeRule(m_sideContent));
    const QDateTime at = facts.meal.recorded.at;
    m_side->addWidget(makeLabel(tr("The meal"), TextRole::Muted, m_sideContent));
    m_side->addWidget(
        makeWrapped(u"%1 · %2 · %3"_s.arg(facts.line.site, choiceText(facts.meal.sitting), choiceText(facts.meal.way)),
                    TextRole::Small, m_sideContent));
    m_side->addWidget(
        makeWrapped(tr("recorded %1 %2 by %3")
                        .arg(dayText(Clock::dayOf(at), now), Clock::timeOf(at).toString(u"HH:mm"_s), facts.recordedBy),
                    TextRole::MutedSmall, m_sideContent));
    m_side->addStretch();
}

bool ClaimMonthView::closeFacts()
{
    if (!m_factsOpen)
        return false;
    if (m_month)
        showSums(*m_month);
    focusLines();
    return true;
}

void ClaimMonthView::focusLines()
{
    m_table->setFocus();
}

} // namespace songhe::ui
