// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/attendance/attendance.h"
#include "core/care/timeline.h"
#include "core/incidents/incident.h"
#include "core/meals/meal.h"
#include "core/services/service.h"
#include "core/storage/record_table.h"
#include "core/visits/visit.h"
#include "tests/bench/centre.h"

namespace songhe::bench {

namespace {

constexpr int others = 5'000;
constexpr int recordsOfOne = 20'000;
constexpr qint64 recordsInFile = 5'000'000;
constexpr int screen = 60; ///< what the elder's file reads at once
constexpr int openings = 200;

/// So many records of one elder, sealed as they are, over the days before `last`.
void addLife(BenchCentre& centre, Id<Elder> who, QDate last)
{
    Ledger& ledger = centre.ledger();
    const Id<Site> site = centre.site();
    mustDo(ledger.transact([&]() -> Result<void> {
        RecordTable<Meal> meals(ledger);
        RecordTable<Service> services(ledger);
        RecordTable<Attendance> days(ledger);
        RecordTable<Measurement> measurements(ledger);
        RecordTable<Visit> visits(ledger);
        RecordTable<Incident> incidents(ledger);
        int made = 0;
        for (int back = 0; made < recordsOfOne; ++back) {
            const QDate on = last.addDays(-back % 3650);
            const QDateTime at = songhe::Clock::momentOf(on, QTime(9, back % 60));
            Service service;
            service.elder = who;
            service.item = QStringLiteral("cleaning");
            service.servedOn = on;
            service.minutes = 90;
            service.note = QStringLiteral("擦窗");
            RETURN_IF_ERROR(services.add(service));
            Measurement one;
            one.elder = who;
            one.on = on;
            one.at = at;
            one.value = QStringLiteral("135/82");
            one.note = QStringLiteral("饭后");
            RETURN_IF_ERROR(measurements.add(one));
            Visit visit;
            visit.elder = who;
            visit.on = on;
            visit.condition = QStringLiteral("精神好，按时服药");
            RETURN_IF_ERROR(visits.add(visit));
            made += 3;
            if (back < 3650) {
                Meal meal;
                meal.elder = who;
                meal.site = site;
                meal.servedOn = on;
                meal.at = at;
                RETURN_IF_ERROR(meals.add(meal));
                Attendance day;
                day.elder = who;
                day.on = on;
                day.in = QStringLiteral("08:10");
                RETURN_IF_ERROR(days.add(day));
                made += 2;
            }
            if (back % 50 == 0) {
                Incident incident;
                incident.elder = who;
                incident.on = on;
                incident.at = at;
                incident.what = QStringLiteral("在卫生间滑倒");
                RETURN_IF_ERROR(incidents.add(incident));
                ++made;
            }
        }
        return {};
    }));
}

} // namespace

void benchTimeline(Report& report)
{
    BenchCentre centre;
    const QDate today = centre.today();
    const std::vector<Id<Elder>> people = centre.addElders(others);
    const int everyDays = int(3650 * qint64(others) / recordsInFile);
    const qint64 written
        = centre.addPastMeals({people.begin() + 1, people.end()}, today.addYears(-10), today, std::max(1, everyDays));
    addLife(centre, people.front(), today);

    const VisitPlan visits = must(VisitPlan::builtIn());
    const HealthPlan health = must(HealthPlan::builtIn());
    const DevicePlan devices = must(DevicePlan::builtIn());
    Timeline timeline(centre.ledger(), {visits, health, devices});
    std::vector<Took> first, next;
    for (int i = 0; i < openings; ++i) {
        std::vector<TimelineEntry> page;
        first.push_back(timed([&] { page = must(timeline.page(people.front(), Timeline::families(), {}, screen)); }));
        if (page.size() != screen)
            giveUp(QStringLiteral("a screen that is not full measures nothing"));
        std::optional<TimelinePlace> middle = page.back().place;
        middle->on = today.addYears(-5);
        next.push_back(
            timed([&] { page = must(timeline.page(people.front(), Timeline::families(), middle, screen)); }));
    }
    report.time(QStringLiteral("first screen of a timeline of %1 records, %2 million in the file, p99")
                    .arg(recordsOfOne)
                    .arg(double(written + recordsOfOne) / 1e6, 0, 'f', 1),
                wallQuantile(first, 0.99), 50);
    report.time(QStringLiteral("a screen from five years ago, p99"), wallQuantile(next, 0.99), 50);
    report.note(QStringLiteral("median %1 ms").arg(wallQuantile(first, 0.5), 0, 'f', 3));
}

} // namespace songhe::bench
