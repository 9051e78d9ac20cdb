// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/claim_month_view.h"

#include "core/base/text/capitals.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/edits.h"
#include "ui/widgets/labels.h"

#include <QtCore/QLocale>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>
#include <iterator>

using namespace Qt::StringLiterals;

namespace songhe::ui {

namespace {

QString countText(qint64 count)
{
    return QLocale().toString(count);
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
    m_side = new ClaimSide(around, this);
    connect(m_side, &ClaimSide::sumChosen, this, &ClaimMonthView::showSum);
    connect(m_side, &ClaimSide::backAsked, this, &ClaimMonthView::closeFacts);
    connect(m_side, &ClaimSide::recordAsked, this, &ClaimMonthView::recordAsked);
    row->addWidget(m_side);
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
        QLabel* above = makeLabel(caption, TextRole::Muted, made);
        above->setObjectName(u"caption"_s);
        made->body()->addWidget(above);
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
    m_paidCaption = card(tr("Paid meals"), m_paid, m_people, 3)->findChild<QLabel*>(u"caption"_s);
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
            {tr("Place"), [](const SettledLine& line) { return line.site; }},
            {tr("Outcome"), [](const SettledLine& line) { return outcomeText(line); }, false, false, false,
             [](const SettledLine& line) { return outcomeTone(line); }},
            {tr("Yuan"), [](const SettledLine& line) { return amountText(line); }, true},
            {tr("Why"),
             [](const SettledLine& line) {
                 return line.corrected.isEmpty() ? line.reason : u"%1 · %2"_s.arg(line.reason, line.corrected);
             },
             false, true},
        },
        this);
    m_table = new TableView(t, tr("Lines of the claim"), card);
    m_table->setObjectName(u"lines"_s);
    m_table->setModel(m_model);
    m_table->setEmptyText(tr("No line is here."), tr("Records are entered at the meal desk (F2) or under facilities."));
    connect(m_table, &TableView::opened, this, [this](const QModelIndex& index) {
        if (const SettledLine* line = m_model->record(index))
            Q_EMIT opened(*line);
    });
    card->body()->addWidget(m_table, 1);
    return card;
}

void ClaimMonthView::showMonth(const SettledMonth& month)
{
    m_lines = month.lines;
    m_month = month;
    m_month->lines.clear();
    m_total->setText(month.claim.paid.yuanText());
    m_capitals->setText(tr("In capitals: %1").arg(capitals(month.claim.paid)));
    m_paidCaption->setText(month.ofMeals ? tr("Paid meals") : tr("Paid lines"));
    m_paid->setText(countText(month.claim.paidCount));
    m_people->setText(month.ofMeals ? tr("of %1 people").arg(countText(month.people))
                                    : tr("for %1 people or places").arg(countText(month.people)));
    m_refused->setText(countText(month.claim.refusedCount));
    m_held->setText(month.claim.heldCount > 0 ? tr("%1 held until cleared up").arg(countText(month.claim.heldCount))
                                              : tr("each with its reason"));
    const qint64 corrections = month.claim.adjustmentCount.value_or(0);
    const qint64 counts[] = {qint64(month.lines.size()), month.claim.paidCount, month.claim.refusedCount,
                             month.claim.heldCount, corrections};
    const QString words[] = {tr("All %1"), tr("Paid %1"), tr("Not payable %1"), tr("Held %1"), tr("Adjustments %1")};
    for (std::size_t i = 0; i < m_filters.size(); ++i) {
        m_filters[i]->setText(words[i].arg(countText(counts[i])));
        m_filters[i]->setAccessibleName(m_filters[i]->text());
        m_filters[i]->updateGeometry();
    }
    m_filters[3]->setVisible(month.claim.heldCount > 0);
    m_filters[4]->setVisible(corrections > 0);
    m_filters[4]->setToolTip(
        tr("Contained in the claim: %1 yuan").arg(month.claim.adjustments.value_or(Fen {}).yuanText()));
    m_filters[0]->setChecked(true);
    filter(Shown::All);
    m_side->showSums(month);
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
        m_state->set(choiceText(month.claim.state), isBinding(month.claim.state) ? Tone::Good : Tone::Bad);
        m_stateWhen->setText(tr("%1 · check code %2")
                                 .arg(dayText(Clock::dayOf(signedAt), m_around.clock.today()) + u' '
                                          + Clock::timeOf(signedAt).toString(u"HH:mm"_s),
                                      month.claim.digest.left(12)));
        m_stateWhen->setToolTip(tr("The lines stay as they were signed. What changes goes into the next claim."));
    } else if (month.isKept()) {
        m_state->set(month.claim.state == ClaimState::Checked ? tr("checked") : tr("kept as draft"), Tone::Good);
        m_stateWhen->setText(tr("%1 · check code %2").arg(when, month.claim.digest.left(12)));
    } else {
        m_state->set(tr("differs from the draft"), Tone::Soon);
        m_stateWhen->setText(tr("Records changed since %1. Ctrl+Enter replaces that draft.").arg(when));
    }
}

bool ClaimMonthView::fits(Shown shown, const SettledLine& line)
{
    switch (shown) {
    case Shown::All:
        return true;
    case Shown::Paid:
        return !line.isAdjustment() && line.outcome == Verdict::Outcome::Pays;
    case Shown::NotPaid:
        return !line.isAdjustment() && line.outcome == Verdict::Outcome::Refused;
    case Shown::Held:
        return !line.isAdjustment() && line.outcome == Verdict::Outcome::Held;
    case Shown::Adjustments:
        return line.isAdjustment();
    }
    return false;
}

void ClaimMonthView::filter(Shown shown)
{
    std::vector<SettledLine> lines;
    std::copy_if(m_lines.begin(), m_lines.end(), std::back_inserter(lines),
                 [shown](const SettledLine& line) { return fits(shown, line); });
    showLines(std::move(lines));
}

void ClaimMonthView::showSum(ClaimSide::SumOf sum, const QString& label)
{
    std::vector<SettledLine> lines;
    for (const SettledLine& line : m_lines) {
        if (line.isAdjustment())
            continue;
        const bool paid = line.outcome == Verdict::Outcome::Pays;
        const QString& of = sum == ClaimSide::SumOf::Site ? line.site : line.reason;
        if (paid == (sum != ClaimSide::SumOf::Refused) && of == label)
            lines.push_back(line);
    }
    for (ActionButton* tab : m_filters) {
        tab->setAutoExclusive(false); // none of the tabs shows these
        tab->setChecked(false);
        tab->setAutoExclusive(true);
    }
    showLines(std::move(lines));
    focusLines();
}

void ClaimMonthView::showLines(std::vector<SettledLine> lines)
{
    m_model->setRecords(std::move(lines));
    m_table->fitColumns();
    const bool onePlace = std::all_of(m_lines.begin(), m_lines.end(),
                                      [this](const SettledLine& line) { return line.site == m_lines.front().site; });
    m_table->setColumnHidden(2, onePlace); // the reason wants the room
    m_table->setColumnWidth(2, std::min(m_table->columnWidth(2), m_around.theme.px(130)));
    if (m_model->rowCount() > 0)
        m_table->setCurrentIndex(m_model->index(0, 0));
}

const SettledLine* ClaimMonthView::choose(Id<ClaimLine> line)
{
    m_filters[0]->setChecked(true);
    filter(Shown::All);
    const auto& lines = m_model->records();
    for (std::size_t row = 0; row < lines.size(); ++row)
        if (!line.isNull() && lines[row].line == line) {
            m_table->setCurrentIndex(m_model->index(int(row), 0));
            return &lines[row];
        }
    return nullptr;
}

void ClaimMonthView::showFacts(const LineFacts& facts)
{
    m_side->showFacts(facts);
}

bool ClaimMonthView::closeFacts()
{
    if (!m_side->factsOpen())
        return false;
    if (m_month)
        m_side->showSums(*m_month);
    focusLines();
    return true;
}

void ClaimMonthView::focusLines()
{
    m_table->setFocus();
}

} // namespace songhe::ui
