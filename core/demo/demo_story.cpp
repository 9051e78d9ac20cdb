// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/demo.h"

#include "core/centre/site_repository.h"
#include "core/demo/demo_assessments.h"
#include "core/demo/demo_calendar.h"
#include "core/demo/demo_care.h"
#include "core/demo/demo_people.h"
#include "core/demo/demo_places.h"
#include "core/demo/demo_repository.h"
#include "core/elders/elder_repository.h"
#include "core/meals/meal_repository.h"
#include "core/rules/policy_desk.h"

#include <algorithm>

namespace songhe {

using namespace Qt::StringLiterals;

namespace {

/// How often somebody comes.
struct Habit {
    double lunch = 0;  ///< percent of working days
    double dinner = 0; ///< percent of the days with a lunch
};

struct DemoRegular {
    Id<Elder> id;
    Elder elder;
    Habit habit;
    int site = 0;
    bool frail = false;
    QDate joined;
    QDate lastDay; ///< of meals
    std::optional<QDate> died;
    std::optional<DemoFactChange> change;
    Fact changing;                 ///< the stored fact that will end
    std::optional<QDate> awayFrom; ///< in hospital or with the children
    QDate awayTo;
};

/// Ids as IdSource makes them, but the same for the same seed: milliseconds, then random bits, always rising.
class DemoIds {
public:
    explicit DemoIds(DemoRandom& random)
        : m_random(random)
    { }
    template <typename R> Id<R> next(const QDateTime& moment)
    {
        constexpr qint64 epoch = 1'577'836'800'000;
        const qint64 since = qMax<qint64>(1, moment.toMSecsSinceEpoch() - epoch);
        m_last = qMax(m_last + 1, (since << 20) | qint64(m_random.next() & 0xFFFFF));
        return Id<R> {m_last};
    }

private:
    DemoRandom& m_random;
    qint64 m_last = 0;
};

/// Lives through the years day by day and writes what a clerk would have written.
class DemoWriter {
public:
    DemoWriter(Ledger& ledger, const DemoPlan& plan, Progress& progress)
        : m_plan(plan)
        , m_progress(progress)
        , m_last(ledger.today().addDays(-1))
        , m_first(ledger.today().addYears(-plan.years))
        , m_clock(m_first, QTime(8, 0))
        , m_then(ledger.store, ledger.sealer, ledger.audit, m_clock, ledger.user)
        , m_random(plan.seed)
        , m_ids(m_random)
        , m_elders(m_then)
        , m_meals(m_then)
        , m_fast(m_then)
        , m_assessments(m_then, plan.seed)
    { }

    Result<DemoReport> run()
    {
        RETURN_IF_ERROR(m_fast.prepare());
        RETURN_IF_ERROR(writeSites());
        RETURN_IF_ERROR(PolicyDesk(m_then).importDemonstration());
        invent();
        for (QDate day = m_first; day <= m_last; day = day.addDays(1)) {
            RETURN_IF_ERROR(m_progress.step(m_first.daysTo(day), m_first.daysTo(m_last) + 1));
            RETURN_IF_ERROR(morning(day));
            RETURN_IF_ERROR(meals(day));
        }
        RETURN_IF_ERROR(writePlaces());
        return m_report;
    }

private:
    struct Served {
        QTime at;
        Sitting sitting;
        std::size_t who;
    };

    Result<void> writeSites();
    Result<void> writePlaces();
    void invent();
    Habit habit();
    Result<void> morning(QDate day);
    Result<void> takeUp(DemoPerson& person, QDate day);
    Result<void> changeFact(DemoRegular& regular);
    Result<void> meals(QDate day);
    Result<void> writeMeal(QDate day, const Served& served);
    void plan(QDate day, std::vector<Served>& served);

    const DemoPlan& m_plan;
    Progress& m_progress;
    QDate m_last;
    QDate m_first;
    FixedClock m_clock;
    Ledger m_then; ///< the same books at the moment of the story
    DemoRandom m_random;
    DemoIds m_ids;
    ElderRepository m_elders;
    MealRepository m_meals;
    DemoRepository m_fast;
    DemoAssessments m_assessments;
    DemoReport m_report;
    std::vector<Id<Site>> m_sites;
    std::vector<DemoPerson> m_waiting; ///< by the day they join, last first
    std::vector<DemoRegular> m_regulars;
};

Result<void> DemoWriter::writeSites()
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
Result<void> DemoWriter::writePlaces()
{
    m_clock.set(qMax(m_clock.now(), Clock::momentOf(m_last, QTime(18, 30))));
    std::vector<DemoGuest> guests;
    for (const DemoRegular& regular : m_regulars)
        if (!regular.died)
            guests.push_back({regular.id, regular.joined, regular.frail,
                              regular.awayTo >= m_last ? regular.awayFrom : std::nullopt});
    RETURN_IF_ERROR(writeDemoPlaces(m_then, m_plan.seed, m_sites, guests));
    return writeDemoCare(m_then, m_plan.seed, m_sites, guests);
}

void DemoWriter::invent()
{
    DemoPeople people(m_random, m_first, m_last);
    m_waiting.reserve(std::size_t(m_plan.elders));
    for (int i = 0; i < m_plan.elders; ++i)
        m_waiting.push_back(people.next());
    std::stable_sort(m_waiting.begin(), m_waiting.end(),
                     [](const DemoPerson& a, const DemoPerson& b) { return a.joined > b.joined; });
}

Habit DemoWriter::habit()
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

Result<void> DemoWriter::takeUp(DemoPerson& person, QDate day)
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
    DemoRegular regular;
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
Result<void> DemoWriter::morning(QDate day)
{
    m_clock.set(qMax(m_clock.now(), Clock::momentOf(day, QTime(8, 30))));
    const qint64 before = m_report.elders + m_report.facts;
    while (!m_waiting.empty() && m_waiting.back().joined <= day) {
        m_clock.set(m_clock.now().addMSecs(1 + m_random.roll(900)));
        RETURN_IF_ERROR(takeUp(m_waiting.back(), day));
        m_waiting.pop_back();
    }
    bool changed = m_report.elders + m_report.facts != before;
    for (DemoRegular& regular : m_regulars) {
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

Result<void> DemoWriter::changeFact(DemoRegular& regular)
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

void DemoWriter::plan(QDate day, std::vector<Served>& served)
{
    const double fullness = demoAttendance(day) / 100.0;
    if (fullness <= 0)
        return;
    for (std::size_t who = 0; who < m_regulars.size(); ++who) {
        DemoRegular& regular = m_regulars[who];
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

Result<void> DemoWriter::meals(QDate day)
{
    std::vector<Served> served;
    plan(day, served);
    for (const Served& each : served)
        RETURN_IF_ERROR(writeMeal(day, each));
    return {};
}

Result<void> DemoWriter::writeMeal(QDate day, const Served& served)
{
    const DemoRegular& regular = m_regulars[served.who];
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

} // namespace

Result<void> checkDemoPlan(const DemoPlan& plan)
{
    if (plan.elders < 1 || plan.elders > Demo::mostElders)
        return fail(Error::Kind::Invalid, Demo::tr("A demonstration has 1 to %1 elders.").arg(Demo::mostElders));
    if (plan.years < 1 || plan.years > Demo::mostYears)
        return fail(Error::Kind::Invalid, Demo::tr("A demonstration covers 1 to %1 years.").arg(Demo::mostYears));
    return {};
}

Result<DemoReport> makeDemo(Ledger& ledger, const DemoPlan& plan, Progress& progress)
{
    RETURN_IF_ERROR(checkDemoPlan(plan));
    ASSIGN_OR_RETURN(const bool fresh, DemoRepository(ledger).isFresh());
    if (!fresh)
        return fail(
            Error::Kind::Refused,
            Demo::tr("This centre holds records already. Invented ones go into a fresh centre only: please choose "
                     "an empty data folder."));
    return ledger.transact([&]() -> Result<DemoReport> { return DemoWriter(ledger, plan, progress).run(); });
}

} // namespace songhe
