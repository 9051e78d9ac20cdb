// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/demo_story.h"

#include "core/centre/site_repository.h"
#include "core/demo/demo_calendar.h"
#include "core/demo/demo_care.h"
#include "core/demo/demo_places.h"
#include "core/rules/policy_desk.h"

#include <algorithm>

namespace songhe {

using namespace Qt::StringLiterals;

DemoStory::DemoStory(Ledger& ledger, int elders, quint64 seed, QDate first, QDate last)
    : m_wanted(elders)
    , m_seed(seed)
    , m_first(first)
    , m_last(last)
    , m_clock(first, QTime(8, 0))
    , m_then(ledger.store, ledger.sealer, ledger.audit, m_clock, ledger.user)
    , m_random(seed)
    , m_ids(m_random)
    , m_elders(m_then)
    , m_meals(m_then)
    , m_fast(m_then)
    , m_assessments(m_then, seed)
{ }

Result<void> DemoStory::open()
{
    RETURN_IF_ERROR(m_fast.prepare());
    RETURN_IF_ERROR(writeSites());
    RETURN_IF_ERROR(PolicyDesk(m_then).importDemonstration());
    invent();
    return {};
}

Result<void> DemoStory::live(QDate from, QDate to, Progress& progress)
{
    RETURN_IF_ERROR(m_fast.reload()); // others may have written since
    for (QDate day = from; day <= to; day = day.addDays(1)) {
        RETURN_IF_ERROR(progress.step(m_first.daysTo(day), m_first.daysTo(m_last) + 1));
        RETURN_IF_ERROR(morning(day));
        RETURN_IF_ERROR(meals(day));
    }
    return {};
}

Result<void> DemoStory::writeSites()
{
    SiteRepository sites(m_then);
    ASSIGN_OR_RETURN(const std::vector<Site> known, sites.list());
    for (const Site& site : known)
        m_sites.push_back(site.id);
    static constexpr struct {
        const char16_t* code;
        const char16_t* name;
    } points[] = {{u"D1", u"友谊食堂"}, {u"D2", u"幸福路助餐点"}};
    for (const auto& point : points) {
        m_clock.set(m_clock.now().addSecs(60));
        Site site;
        site.id = m_ids.next<Site>(m_clock.now());
        site.code = QString::fromUtf16(point.code);
        site.name = QString::fromUtf16(point.name);
        ASSIGN_OR_RETURN(const Site added, sites.add(site));
        m_sites.push_back(added.id);
        ++m_report.sites;
    }
    return {};
}

/// The papers of today, as they would stand after the story: only who is alive sleeps here.
Result<void> DemoStory::close()
{
    m_clock.set(qMax(m_clock.now(), Clock::momentOf(m_last, QTime(18, 30))));
    std::vector<DemoGuest> guests;
    for (const Regular& regular : m_regulars)
        if (!regular.died)
            guests.push_back({regular.id, regular.joined, regular.frail,
                              regular.awayTo >= m_last ? regular.awayFrom : std::nullopt});
    RETURN_IF_ERROR(writeDemoPlaces(m_then, m_seed, m_sites, guests));
    return writeDemoCare(m_then, m_seed, m_sites, guests);
}

void DemoStory::invent()
{
    DemoPeople people(m_random, m_first, m_last);
    m_waiting.reserve(std::size_t(m_wanted));
    for (int i = 0; i < m_wanted; ++i)
        m_waiting.push_back(people.next());
    std::stable_sort(m_waiting.begin(), m_waiting.end(),
                     [](const DemoPerson& a, const DemoPerson& b) { return a.joined > b.joined; });
}

DemoStory::Habit DemoStory::habit()
{
    static constexpr int weights[] = {43, 27, 19, 11};
    switch (m_random.weighted(weights)) {
    case 0:
        return {double(m_random.between(70, 96)), m_random.chance(35) ? double(m_random.between(30, 80)) : 0};
    case 1:
        return {double(m_random.between(25, 60)), 0};
    case 2:
        return {double(m_random.between(3, 15)), 0};
    default:
        return {};
    }
}

Result<Elder> DemoStory::add(DemoPerson& person)
{
    person.elder.id = m_ids.next<Elder>(m_clock.now());
    ASSIGN_OR_RETURN(const Elder added, m_elders.add(person.elder));
    ++m_report.elders;
    for (Fact& fact : person.facts) {
        fact.id = m_ids.next<Fact>(m_clock.now());
        fact.elder = added.id;
        ASSIGN_OR_RETURN(fact, m_elders.addFact(fact));
        ++m_report.facts;
    }
    return added;
}

Result<void> DemoStory::takeUp(DemoPerson& person, QDate day)
{
    ASSIGN_OR_RETURN(const Elder added, add(person));
    Regular regular;
    regular.id = added.id;
    regular.elder = added;
    regular.habit = habit();
    regular.site = m_random.chance(70) ? 0 : m_random.roll(int(m_sites.size()));
    regular.frail = person.frail;
    regular.joined = day;
    regular.died = person.died;
    if (person.change) {
        regular.change = person.change;
        regular.changing = person.facts[person.change->which];
    }
    regular.lastDay = person.died ? person.died->addDays(-m_random.roll(12)) : m_last;
    m_assessments.takeUp(added.id, person.frail, day, person.died);
    m_regulars.push_back(std::move(regular));
    return {};
}

/// New elders are taken up before lunch; a death or a change of facts is written down when the centre hears of it.
Result<void> DemoStory::morning(QDate day)
{
    m_clock.set(qMax(m_clock.now(), Clock::momentOf(day, QTime(8, 30))));
    const qint64 before = m_report.elders + m_report.facts;
    while (!m_waiting.empty() && m_waiting.back().joined <= day) {
        m_clock.set(m_clock.now().addMSecs(1 + m_random.roll(900)));
        RETURN_IF_ERROR(takeUp(m_waiting.back(), day));
        m_waiting.pop_back();
    }
    bool changed = m_report.elders + m_report.facts != before;
    for (Regular& regular : m_regulars) {
        if (regular.died && !regular.elder.died && regular.died->addDays(3) <= day) {
            regular.elder.died = regular.died;
            m_clock.set(m_clock.now().addSecs(30));
            ASSIGN_OR_RETURN(regular.elder, m_elders.change(regular.elder));
            changed = true;
        }
        if (regular.change && regular.change->learnedOn <= day) {
            m_clock.set(m_clock.now().addSecs(45));
            RETURN_IF_ERROR(changeFact(regular));
            changed = true;
        }
    }
    ASSIGN_OR_RETURN(const int assessed, m_assessments.assess(day));
    m_report.assessments += assessed;
    return changed || assessed > 0 ? m_fast.reload() : Result<void>();
}

Result<void> DemoStory::changeFact(Regular& regular)
{
    const DemoFactChange change = *regular.change;
    regular.change.reset();
    regular.changing.to = change.lastDay;
    RETURN_IF_ERROR(m_elders.changeFact(regular.changing));
    if (!change.next)
        return {};
    Fact next = *change.next;
    next.id = m_ids.next<Fact>(m_clock.now());
    next.elder = regular.id;
    RETURN_IF_ERROR(m_elders.addFact(next));
    ++m_report.facts;
    return {};
}

void DemoStory::plan(QDate day, std::vector<Served>& served)
{
    const double fullness = demoAttendance(day) / 100.0;
    if (fullness <= 0)
        return;
    for (std::size_t who = 0; who < m_regulars.size(); ++who) {
        Regular& regular = m_regulars[who];
        if (regular.habit.lunch <= 0 || day > regular.lastDay)
            continue;
        if (regular.awayFrom && day > regular.awayTo)
            regular.awayFrom.reset();
        if (!regular.awayFrom && m_random.chance(0.35)) {
            regular.awayFrom = day;
            regular.awayTo = day.addDays(m_random.between(5, 40));
        }
        if (regular.awayFrom || !m_random.chance(regular.habit.lunch * fullness))
            continue;
        // Most come soon after the doors open; the queue thins out towards half past twelve.
        const int minute = std::min(m_random.roll(95), m_random.roll(95));
        served.push_back({QTime(11, 0).addSecs(minute * 60 + m_random.roll(60)), Sitting::Lunch, who});
        if (m_random.chance(regular.habit.dinner))
            served.push_back({QTime(17, 0).addSecs(m_random.roll(80 * 60)), Sitting::Dinner, who});
    }
    std::stable_sort(served.begin(), served.end(), [](const Served& a, const Served& b) { return a.at < b.at; });
}

Result<void> DemoStory::meals(QDate day)
{
    std::vector<Served> served;
    plan(day, served);
    for (const Served& each : served)
        RETURN_IF_ERROR(writeMeal(day, each));
    return {};
}

Result<void> DemoStory::writeMeal(QDate day, const Served& served)
{
    const Regular& regular = m_regulars[served.who];
    Meal meal;
    meal.at = Clock::momentOf(day, served.at).addMSecs(m_random.roll(1000));
    meal.id = m_ids.next<Meal>(meal.at);
    meal.elder = regular.id;
    const int site = m_random.chance(96) ? regular.site : m_random.roll(int(m_sites.size()));
    meal.site = m_sites[std::size_t(site)];
    meal.servedOn = day;
    meal.sitting = served.sitting;
    meal.price = Fen {served.sitting == Sitting::Lunch ? 1000 : 800};
    meal.origin = u"desk"_s;
    if (regular.frail || m_random.chance(6))
        meal.way = MealWay::Delivered;
    else if (m_random.chance(1.2))
        meal.way = MealWay::Fetched;
    ++m_report.meals;
    if (meal.way != MealWay::Fetched)
        return m_fast.add(meal, meal.at);
    // Who fetched it is sealed: this one goes the long way.
    const QJsonObject contact
        = regular.elder.contacts.isEmpty() ? QJsonObject() : regular.elder.contacts.at(0).toObject();
    meal.fetchedBy = contact.value(u"name"_s).toString();
    m_clock.set(meal.at);
    RETURN_IF_ERROR(m_meals.add(meal));
    return m_fast.reload();
}

Result<Id<Elder>> DemoStory::welcome(DemoPerson person, QDate day)
{
    m_clock.set(qMax(m_clock.now().addMSecs(1 + m_random.roll(900)), Clock::momentOf(day, QTime(9, 0))));
    ASSIGN_OR_RETURN(const Elder added, add(person));
    return added.id;
}

Result<Id<Meal>> DemoStory::serve(Id<Elder> elder, QDate day)
{
    Meal meal;
    meal.at = Clock::momentOf(day, QTime(11, 30)).addSecs(m_random.roll(3600));
    meal.id = m_ids.next<Meal>(meal.at);
    meal.elder = elder;
    meal.site = m_sites.front();
    meal.servedOn = day;
    meal.sitting = Sitting::Lunch;
    meal.price = Fen {1000};
    meal.origin = u"desk"_s;
    m_clock.set(meal.at);
    ASSIGN_OR_RETURN(const Meal added, m_meals.add(meal));
    ++m_report.meals;
    return added.id;
}

} // namespace songhe
