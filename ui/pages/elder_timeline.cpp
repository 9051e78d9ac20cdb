// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/elder_timeline.h"

#include "ui/models/fact_words.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/edits.h"
#include "ui/widgets/table_view.h"

#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace songhe::ui {

namespace {

constexpr int daysAtOnce = 92; ///< of meals that are read together
constexpr int rowsAtOnce = 60; ///< at least so many are there before one scrolls
constexpr int changesAtOnce = 50;

} // namespace

ElderTimeline::ElderTimeline(const Surroundings& around, Desks desks, QWidget* parent)
    : Card(around.theme, parent)
    , m_around(around)
    , m_desks(std::move(desks))
    , m_stack(new QStackedWidget(this))
{
    setFlush();
    body()->addWidget(makeTabs());
    body()->addWidget(makeRule(this));
    m_stack->addWidget(makeEvents());
    m_stack->addWidget(makeHistory());
    body()->addWidget(m_stack, 1);
    connect(m_end, &QPushButton::clicked, this, &ElderTimeline::endFact);
    connect(m_void, &QPushButton::clicked, this, &ElderTimeline::voidFact);
}

QWidget* ElderTimeline::makeTabs()
{
    const Theme& t = m_around.theme;
    auto* box = new QWidget(this);
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins(t.px(12), t.px(10), t.px(12), t.px(10));
    row->setSpacing(t.px(4));
    const std::pair<QString, Kind> kinds[] = {{tr("All"), Kind::All},
                                              {tr("Meals"), Kind::Meals},
                                              {tr("Claims"), Kind::Claims},
                                              {tr("Facts"), Kind::Facts},
                                              {tr("Changes"), Kind::History}};
    static constexpr const char* names[] = {"tabAll", "tabMeals", "tabClaims", "tabFacts", "tabHistory"};
    for (const auto& [title, kind] : kinds) {
        if ((kind == Kind::History && !m_desks.history) || (kind == Kind::Claims && !m_desks.claims))
            continue;
        auto* tab = new ActionButton(t, title, {}, ActionButton::Kind::Tab, box);
        tab->setObjectName(QLatin1String(names[int(kind)]));
        tab->setAutoExclusive(true);
        tab->setChecked(kind == m_filter);
        connect(tab, &QPushButton::clicked, this, [this, wanted = kind] { choose(wanted); });
        m_tabs.emplace_back(kind, tab);
        row->addWidget(tab);
    }
    row->addStretch();
    m_end = new ActionButton(t, tr("End the fact…"), {}, ActionButton::Kind::Plain, box);
    m_end->setObjectName(u"endFact"_s);
    m_void = new ActionButton(t, tr("Make void…"), {}, ActionButton::Kind::Plain, box);
    m_void->setObjectName(u"voidFact"_s);
    row->addWidget(m_end);
    row->addWidget(m_void);
    return box;
}

QWidget* ElderTimeline::makeEvents()
{
    m_model = new RecordTableModel<Event>(
        {{tr("Date"), [this](const Event& e) { return dayText(e.on, m_around.clock.today()); }},
         {tr("Matter"), [](const Event& e) { return e.what; }, false, false, false,
          [](const Event& e) { return e.tone; }},
         {tr("Content"), [](const Event& e) { return e.content; }},
         {tr("By"), [](const Event& e) { return e.who; }, false, true},
         {tr("Amount"), [](const Event& e) { return e.amount; }, true}},
        this);
    m_timeline = new TableView(m_around.theme, tr("Everything recorded, newest first"), this);
    m_timeline->setObjectName(u"timeline"_s);
    m_timeline->setModel(m_model);
    m_timeline->setStretchColumn(2);
    m_timeline->setEmptyText(tr("Nothing is recorded yet"), tr("Ctrl+N records what is true of her and from when."));
    connect(m_timeline->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &ElderTimeline::selectionChanged);
    connect(m_timeline->verticalScrollBar(), &QScrollBar::valueChanged, this, &ElderTimeline::readOnWhereNeeded);
    return m_timeline;
}

QWidget* ElderTimeline::makeHistory()
{
    m_changes = new RecordTableModel<ChangeLine>(
        {{tr("When"),
          [this](const ChangeLine& line) {
              return u"%1 %2"_s.arg(dayText(Clock::dayOf(line.at), m_around.clock.today()),
                                    Clock::timeOf(line.at).toString(u"HH:mm"_s));
          }},
         {tr("By"), [this](const ChangeLine& line) { return m_desks.userName(line.by); }, false, true},
         {tr("Where"), [](const ChangeLine& line) { return line.what; }},
         {tr("What"), [](const ChangeLine& line) { return line.item; }, false, false, false,
          [](const ChangeLine& line) {
              return line.kind == ChangeKind::Voided ? Tone::Bad
                  : line.kind == ChangeKind::Changed ? Tone::Soon
                                                     : Tone::Good;
          }},
         {tr("Before"), [](const ChangeLine& line) { return line.before; }, false, true},
         {tr("After"), [](const ChangeLine& line) { return line.after; }}},
        this);
    m_history = new TableView(m_around.theme, tr("Who changed what, newest first"), this);
    m_history->setObjectName(u"history"_s);
    m_history->setModel(m_changes);
    m_history->setEmptyText(tr("Nothing was changed yet"), tr("Each change of this file stands here for good."));
    connect(m_history->verticalScrollBar(), &QScrollBar::valueChanged, this, [this](int value) {
        if (value == m_history->verticalScrollBar()->maximum())
            readHistory();
    });
    return m_history;
}

void ElderTimeline::show(const Elder& elder, const std::vector<Fact>& facts)
{
    const bool same = m_elder.id == elder.id;
    m_elder = elder;
    m_known.clear();
    for (const Fact& fact : facts)
        m_known.push_back(eventOf(fact));
    if (m_desks.claims)
        if (const auto shares = m_desks.claims(elder.id))
            for (const ClaimShare& share : *shares)
                m_known.push_back(eventOf(share));
    std::stable_sort(m_known.begin(), m_known.end(), [](const Event& a, const Event& b) { return a.on > b.on; });
    const auto first = m_desks.meals.firstDayOf(elder.id);
    m_first = first ? *first : QDate();
    choose(same ? m_filter : Kind::All);
}

void ElderTimeline::choose(Kind kind)
{
    m_filter = kind;
    for (const auto& [of, tab] : m_tabs)
        tab->setChecked(of == kind);
    m_stack->setCurrentWidget(kind == Kind::History ? static_cast<QWidget*>(m_history) : m_timeline);
    if (kind == Kind::History) {
        m_changes->setRecords({});
        m_historyTo.reset();
        m_historyEnds = false;
        readHistory();
    } else {
        showAll();
    }
    selectionChanged();
}

/// Facts and claims alone are few; with meals the list is read on as one scrolls.
void ElderTimeline::showAll()
{
    std::vector<Event> shown;
    const bool withMeals = m_filter == Kind::All || m_filter == Kind::Meals;
    m_readTo = m_around.clock.today().addDays(1);
    for (const Event& event : m_known)
        if (isShown(event) && (!withMeals || event.on >= m_readTo))
            shown.push_back(event);
    m_model->setRecords(std::move(shown));
    while (withMeals && m_model->rowCount() < rowsAtOnce && readOn()) { }
    m_timeline->fitColumns();
}

/// Adds the events of the next stretch of days before those that are shown; false: there are no more.
bool ElderTimeline::readOn()
{
    if (!m_readTo.isValid())
        return false;
    QDate first = m_readTo.addDays(-daysAtOnce);
    const QDate last = m_readTo.addDays(-1);
    if (!m_first.isValid() || first <= m_first)
        first = QDate(1, 1, 1); // all that is left
    std::vector<Event> events;
    for (const Event& event : m_known)
        if (isShown(event) && event.on >= first && event.on <= last)
            events.push_back(event);
    if (m_first.isValid())
        if (const auto meals = m_desks.meals.listOf(m_elder.id, std::max(first, m_first), last))
            for (const Meal& meal : *meals)
                events.push_back(eventOf(meal));
    std::stable_sort(events.begin(), events.end(), [](const Event& a, const Event& b) { return a.on > b.on; });
    m_model->append(std::move(events));
    m_readTo = first == QDate(1, 1, 1) ? QDate() : first;
    return m_readTo.isValid();
}

void ElderTimeline::readOnWhereNeeded()
{
    const QScrollBar* bar = m_timeline->verticalScrollBar();
    if ((m_filter != Kind::All && m_filter != Kind::Meals) || bar->value() < bar->maximum())
        return;
    const int before = m_model->rowCount();
    while (m_model->rowCount() == before && readOn()) { }
}

void ElderTimeline::readHistory()
{
    if (m_historyEnds || !m_desks.history)
        return;
    const auto page = m_desks.history(m_elder.id, m_historyTo, changesAtOnce);
    if (!page) {
        m_historyEnds = true;
        m_history->setEmptyText(tr("The changes cannot be shown"), page.error().message);
        return;
    }
    m_historyEnds = int(page->size()) < changesAtOnce;
    const ChangeWords words(m_desks.divisions, m_desks.division, m_around.clock.today());
    std::vector<ChangeLine> lines;
    for (const RecordChange& change : *page)
        for (ChangeLine& line : words.lines(change))
            lines.push_back(std::move(line));
    if (!page->empty())
        m_historyTo = page->back().number;
    m_changes->append(std::move(lines));
    m_history->fitColumns();
}

ElderTimeline::Event ElderTimeline::eventOf(const Fact& fact) const
{
    QString content = FactWords::value(fact, m_desks.divisions, m_desks.division) + u"  "_s;
    content += fact.to ? tr("%1 to %2").arg(fact.from.toString(Qt::ISODate), fact.to->toString(Qt::ISODate))
                       : tr("from %1").arg(fact.from.toString(Qt::ISODate));
    if (fact.evidence)
        content += u" · "_s + *fact.evidence;
    if (fact.learnedOn != fact.from)
        content += u" · "_s + tr("learned on %1").arg(dayText(fact.learnedOn, m_around.clock.today()));
    return {fact.from,
            Kind::Facts,
            choiceText(fact.kind),
            content,
            m_desks.userName(fact.recorded.by),
            {},
            fact.doubtful ? Tone::Soon : Tone::Plain,
            fact};
}

ElderTimeline::Event ElderTimeline::eventOf(const Meal& meal) const
{
    return {meal.servedOn,
            Kind::Meals,
            tr("Meal"),
            u"%1 · %2"_s.arg(choiceText(meal.sitting), choiceText(meal.way)),
            m_desks.userName(meal.recorded.by),
            meal.price.yuanText(),
            Tone::Good,
            {}};
}

ElderTimeline::Event ElderTimeline::eventOf(const ClaimShare& share) const
{
    QString content = tr("%1: %2 meals subsidised").arg(share.period).arg(share.paid);
    if (share.refused > 0)
        content += tr(", %1 not").arg(share.refused);
    if (share.held > 0)
        content += tr(", %1 to check").arg(share.held);
    return {Clock::dayOf(share.at),
            Kind::Claims,
            tr("Claim"),
            content,
            m_desks.userName(share.by),
            share.amount.yuanText(),
            share.held > 0 ? Tone::Soon : Tone::Plain,
            {}};
}

void ElderTimeline::selectionChanged()
{
    const Event* chosen = m_filter != Kind::History && m_timeline->currentIndex().isValid()
        ? m_model->record(m_timeline->currentIndex())
        : nullptr;
    m_end->setVisible(chosen && chosen->fact && !chosen->fact->to);
    m_void->setVisible(chosen && chosen->fact);
}

void ElderTimeline::endFact()
{
    const Event* chosen = m_model->record(m_timeline->currentIndex());
    if (!chosen || !chosen->fact)
        return;
    const Id<Fact> id = chosen->fact->id;
    const QDate today = m_around.clock.today();
    const auto typed
        = m_around.asker.text(tr("End the fact"), tr("Last day on which this holds: %1").arg(chosen->content),
                              today.toString(Qt::ISODate), true);
    if (!typed)
        return;
    const auto last = DayEdit::read(*typed, today);
    if (!last) {
        m_around.asker.tell(tr("'%1' is not a day. Write it as 2021-09-03.").arg(*typed), {});
        return;
    }
    if (const auto done = m_desks.elders.endFact(id, *last); !done) {
        m_around.asker.tell(done.error());
        return;
    }
    Q_EMIT changed();
}

void ElderTimeline::voidFact()
{
    const Event* chosen = m_model->record(m_timeline->currentIndex());
    if (!chosen || !chosen->fact)
        return;
    const Id<Fact> id = chosen->fact->id;
    const auto reason = m_around.asker.text(tr("Make void"), tr("Why is this void? %1").arg(chosen->content), {}, true);
    if (!reason)
        return;
    if (const auto done = m_desks.elders.voidFact(id, *reason); !done) {
        m_around.asker.tell(done.error());
        return;
    }
    Q_EMIT changed();
}

} // namespace songhe::ui
