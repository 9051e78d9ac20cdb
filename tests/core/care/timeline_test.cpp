// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/care/timeline.h"

#include "core/attendance/attendance_desk.h"
#include "core/centre/site_repository.h"
#include "core/elders/elder_desk.h"
#include "core/health/measurement_desk.h"
#include "core/incidents/incident_desk.h"
#include "core/meals/meal.h"
#include "core/services/agreement_desk.h"
#include "core/services/booking_desk.h"
#include "core/visits/visit_desk.h"
#include "tests/support/catch.h"
#include "tests/support/test_store.h"

#include <algorithm>
#include <set>

using namespace songhe;
using namespace Qt::StringLiterals;

namespace {

/// An elder with a record of most families on each of some days.
struct TimelineFixture {
    static constexpr int days = 20;

    TimelineFixture()
    {
        Site site;
        site.id = {1};
        site.code = u"P1"_s;
        site.name = u"本部"_s;
        REQUIRE(SiteRepository(*store).add(site));
        for (const qint64 id : {1001, 1002}) {
            Elder elder;
            elder.id = {id};
            elder.name = u"王秀英"_s;
            REQUIRE(ElderDesk(*store).add(elder));
            for (int day = 0; day < days; ++day)
                addDay({id}, QDate(2021, 9, 3).addDays(-day));
        }
    }

    void addDay(Id<Elder> who, QDate on)
    {
        const QDateTime at = Clock::momentOf(on, QTime(9, 0));
        Meal meal;
        meal.elder = who;
        meal.site = {1};
        meal.servedOn = on;
        meal.at = at;
        meal.price = {1200};
        REQUIRE(RecordTable<Meal>(*store).add(meal));
        Service service;
        service.elder = who;
        service.item = u"bath"_s;
        service.servedOn = on;
        REQUIRE(ServiceDesk(*store).add(service));
        Attendance day;
        day.elder = who;
        day.on = on;
        day.in = u"08:10"_s;
        REQUIRE(AttendanceDesk(*store).add(day));
        Visit visit;
        visit.elder = who;
        visit.on = on;
        visit.condition = u"精神好"_s;
        REQUIRE(VisitDesk(*store, *visits).add(visit));
        Measurement one;
        one.elder = who;
        one.at = at;
        one.value = u"185/82"_s;
        REQUIRE(MeasurementDesk(*store, *health).add(one));
        Incident fall;
        fall.elder = who;
        fall.at = at;
        REQUIRE(IncidentDesk(*store).add(fall));
    }

    TestStore store;
    Result<VisitPlan> visits = VisitPlan::builtIn();
    Result<HealthPlan> health = HealthPlan::builtIn();
    Result<DevicePlan> devices = DevicePlan::builtIn();
    Timeline timeline {*store, {*visits, *health, *devices}};
};

} // namespace

TEST_CASE("pages of a timeline, whatever their size, show every record once, newest first", "[timeline]")
{
    TimelineFixture fix;
    for (const int most : {1, 7, 60, 1000}) {
        CAPTURE(most);
        std::set<std::pair<QString, qint64>> seen;
        std::optional<TimelinePlace> before;
        QDate last(9999, 12, 31);
        while (true) {
            const auto page = fix.timeline.page({1001}, Timeline::families(), before, most);
            REQUIRE(page);
            CHECK(page->size() <= std::size_t(most));
            if (page->empty())
                break;
            for (const TimelineEntry& entry : *page) {
                CHECK(entry.place.on <= last);
                last = entry.place.on;
                CHECK(seen.emplace(entry.family, entry.place.id).second);
            }
            before = page->back().place;
        }
        CHECK(seen.size() == 6U * TimelineFixture::days);
    }
}

TEST_CASE("a timeline of one kind holds that kind alone, and nothing that is void", "[timeline]")
{
    TimelineFixture fix;
    const auto visits = fix.timeline.page({1001}, {u"visit"_s}, {}, 100);
    REQUIRE(visits);
    REQUIRE(visits->size() == TimelineFixture::days);
    CHECK(visits->front().content.contains(u"精神好"_s));
    REQUIRE(VisitDesk(*fix.store, *fix.visits).voidVisit({visits->front().place.id}, u"录错"_s));
    CHECK(fix.timeline.page({1001}, {u"visit"_s}, {}, 100)->size() == TimelineFixture::days - 1);
    const auto measured = fix.timeline.page({1001}, {u"measurement"_s}, {}, 1);
    REQUIRE(measured);
    CHECK(measured->front().tone == TimelineEntry::Tone::Bad); // 185 lies in the band to act on
    CHECK(fix.timeline.page({77}, Timeline::families(), {}, 10)->empty());
}

TEST_CASE("what was agreed and ordered stands among the rest, by the names of the catalogue", "[care][timeline]")
{
    TimelineFixture fixture;
    Agreement agreement;
    agreement.elder = {1001};
    agreement.from = {2021, 9, 1};
    agreement.items = {u"bath"_s, u"cleaning"_s};
    REQUIRE(AgreementDesk(*fixture.store).add(agreement));
    Booking order;
    order.elder = {1001};
    order.item = u"cleaning"_s;
    order.at = Clock::momentOf({2021, 9, 4}, {9, 30});
    order.minutes = 60;
    REQUIRE(BookingDesk(*fixture.store).add(order));
    const auto page = fixture.timeline.page({1001}, {u"booking"_s, u"agreement"_s}, {}, 10);
    REQUIRE(page);
    REQUIRE(page->size() == 2);
    CHECK(page->front().content.contains(u"09:30"_s));
    CHECK_FALSE(page->front().content.contains(u"cleaning ·"_s));
    CHECK(page->back().content.contains(u"2021-09-01"_s));
}
