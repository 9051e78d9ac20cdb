// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/elder_timeline.h"

#include "ui/models/fact_words.h"
#include "ui/pages/health_view.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/edits.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/table_view.h"

#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace songhe::ui {

namespace {

constexpr int rowsAtOnce = 60; ///< of records that are read together
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
    if (m_desks.measurements) {
        m_health = new HealthView(around.theme, *m_desks.measurements, m_desks.medicines, this);
        body()->addWidget(m_health);
    }
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
    auto* tabs = new QWidget(box);
    auto* flow = new FlowLayout(t.px(4), tabs);
    const std::pair<QString, Kind> kinds[]
        = {{tr("All"), Kind::All},          {tr("Meals"), Kind::Meals},     {tr("Services"), Kind::Services},
           {tr("Day care"), Kind::DayCare}, {tr("Visits"), Kind::Visits},   {tr("Incidents"), Kind::Incidents},
           {tr("Health"), Kind::Health},    {tr("Devices"), Kind::Devices}, {tr("Claims"), Kind::Claims},
           {tr("Facts"), Kind::Facts},      {tr("Changes"), Kind::History}};
    static constexpr const char* names[]
        = {"tabAll",    "tabMeals",   "tabServices", "tabDayCare", "tabVisits", "tabIncidents",
           "tabHealth", "tabDevices", "tabClaims",   "tabFacts",   "tabHistory"};
    for (const auto& [title, kind] : kinds) {
        if ((kind == Kind::History && !m_desks.history) || (kind == Kind::Claims && !m_desks.claims))
            continue;
        auto* tab = new ActionButton(t, title, {}, ActionButton::Kind::Tab, tabs);
        tab->setObjectName(QLatin1String(names[int(kind)]));
        tab->setAutoExclusive(true);
        tab->setChecked(kind == m_filter);
        connect(tab, &QPushButton::clicked, this, [this, wanted = kind] { choose(wanted); });
        m_tabs.emplace_back(kind, tab);
        flow->addWidget(tab);
    }
    row->addWidget(tabs, 1);
    m_end = new ActionButton(t, tr("End the fact…"), {}, ActionButton::Kind::Plain, box);
    m_end->setObjectName(u"endFact"_s);
    m_void = new ActionButton(t, tr("Make void…"), {}, ActionButton::Kind::Plain, box);
    m_void->setObjectName(u"voidFact"_s);
    row->addWidget(m_end, 0, Qt::AlignTop);
    row->addWidget(m_void, 0, Qt::AlignTop);
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
    m_facts = facts;
    m_known.clear();
    for (const Fact& fact : facts)
        m_known.push_back(eventOf(fact));
    if (m_desks.claims)
        if (const auto shares = m_desks.claims(elder.id))
            for (const ClaimShare& share : *shares)
                m_known.push_back(eventOf(share));
    std::stable_sort(m_known.begin(), m_known.end(), [](const Event& a, const Event& b) { return a.on > b.on; });
    choose(same ? m_filter : Kind::All);
}

void ElderTimeline::choose(Kind kind)
{
    m_filter = kind;
    for (const auto& [of, tab] : m_tabs)
        tab->setChecked(of == kind);
    if (m_health) {
        m_health->setVisible(kind == Kind::Health);
        if (kind == Kind::Health)
            m_health->show(m_elder.id, m_facts, m_around.clock.today());
    }
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

namespace {

/// The families of records that a tab shows; none: it shows what is known without them.
QStringList familiesOf(int tab)
{
    static const QStringList families[] = {Timeline::families(),
                                           {u"meal"_s},
                                           {u"service"_s, u"booking"_s, u"agreement"_s},
                                           {u"attendance"_s, u"absence"_s, u"bed_stay"_s, u"home_care_bed"_s},
                                           {u"visit"_s, u"visit_tier"_s},
                                           {u"incident"_s},
                                           {u"measurement"_s, u"assessment"_s},
                                           {u"device_loan"_s},
                                           {},
                                           {},
                                           {}};
    return families[tab];
}

} // namespace

void ElderTimeline::showAll()
{
    m_model->setRecords({});
    m_knownShown = 0;
    m_last.reset();
    m_recordsEnd = !m_desks.records || familiesOf(int(m_filter)).isEmpty();
    static_cast<void>(readOn());
    m_timeline->fitColumns();
}

/// Adds the next page of records, and of facts and claims those that belong before its end; false: there are no more.
bool ElderTimeline::readOn()
{
    if (m_recordsEnd && m_knownShown == m_known.size())
        return false;
    std::vector<Event> events;
    if (!m_recordsEnd) {
        const auto page = m_desks.records(m_elder.id, familiesOf(int(m_filter)), m_last, rowsAtOnce);
        if (!page) {
            m_timeline->setEmptyText(tr("The records cannot be shown"), page.error().message);
            m_recordsEnd = true;
        } else {
            m_recordsEnd = int(page->size()) < rowsAtOnce;
            for (const TimelineEntry& entry : *page)
                events.push_back(eventOf(entry));
            if (!page->empty())
                m_last = page->back().place;
        }
    }
    for (; m_knownShown < m_known.size(); ++m_knownShown) {
        const Event& event = m_known[m_knownShown];
        if (!m_recordsEnd && m_last && event.on < m_last->on)
            break;
        if (isShown(event))
            events.push_back(event);
    }
    std::stable_sort(events.begin(), events.end(), [](const Event& a, const Event& b) { return a.on > b.on; });
    m_model->append(std::move(events));
    return true;
}

void ElderTimeline::readOnWhereNeeded()
{
    const QScrollBar* bar = m_timeline->verticalScrollBar();
    if (m_filter == Kind::History || bar->value() < bar->maximum())
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

ElderTimeline::Event ElderTimeline::eventOf(const TimelineEntry& entry) const
{
    static constexpr Kind tabs[]
        = {Kind::Meals, Kind::Services, Kind::DayCare, Kind::Visits, Kind::Incidents, Kind::Health, Kind::Devices};
    Kind kind = Kind::All;
    for (const Kind tab : tabs)
        if (familiesOf(int(tab)).contains(entry.family))
            kind = tab;
    const Tone tone = entry.tone == TimelineEntry::Tone::Good ? Tone::Good
        : entry.tone == TimelineEntry::Tone::Soon             ? Tone::Soon
        : entry.tone == TimelineEntry::Tone::Bad              ? Tone::Bad
                                                              : Tone::Plain;
    return {entry.place.on,
            kind,
            entry.what,
            entry.content,
            m_desks.userName(entry.by),
            entry.amount ? entry.amount->yuanText() : QString(),
            tone,
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
