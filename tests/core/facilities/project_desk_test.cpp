// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/facilities/project_desk.h"

#include "core/facilities/facility_desk.h"
#include "tests/support/catch.h"
#include "tests/support/test_store.h"

using namespace songhe;
using namespace Qt::StringLiterals;

namespace {

Id<Project> addTestProject(Ledger& ledger, const QString& code)
{
    Project project;
    project.code = code;
    project.name = u"养和示范型中心改造"_s;
    project.startedOn = QDate(2021, 3, 1);
    const auto added = ProjectDesk(ledger).add(project);
    REQUIRE(added);
    return added->id;
}

CostItem costOf(Id<Project> project, qint64 fen, const QString& invoice)
{
    CostItem cost;
    cost.project = project;
    cost.amount = {fen};
    cost.paidOn = {2021, 6, 1};
    cost.invoice = invoice;
    return cost;
}

} // namespace

TEST_CASE("an invoice pays once, however it is written, and void frees it", "[facilities]")
{
    TestStore store;
    ProjectDesk desk(*store);
    const Id<Project> project = addTestProject(*store, u"X1"_s);
    const auto first = desk.add(costOf(project, 80000000, u"0210 2100111-00012345 a"_s));
    REQUIRE(first);
    CHECK(first->invoice == u"02102100111-00012345A"_s);
    const auto second = desk.add(costOf(project, 100, u"02102100111-00012345A"_s));
    REQUIRE_FALSE(second);
    CHECK(second.error().kind == Error::Kind::Conflict);
    CHECK(second.error().message.contains(first->id.text()));
    CHECK(desk.add(costOf(project, 100, u" "_s)));
    CHECK(desk.add(costOf(project, 100, u""_s))); // two without an invoice do not meet
    REQUIRE(desk.voidCost(first->id, u"录错"_s));
    CHECK(desk.add(costOf(project, 100, u"02102100111-00012345A"_s)));
}

TEST_CASE("money was spent on something that is there, on a day that has come", "[facilities]")
{
    TestStore store;
    ProjectDesk desk(*store);
    const Id<Project> project = addTestProject(*store, u"X1"_s);
    CHECK(desk.add(costOf({77}, 100, u"1"_s)).error().kind == Error::Kind::NotFound);
    CHECK_FALSE(desk.add(costOf(project, 0, u"1"_s)));
    CHECK_FALSE(desk.add(costOf(project, -5, u"1"_s)));
    CostItem nowhere = costOf(project, 100, u"1"_s);
    nowhere.project.reset();
    CHECK(desk.add(nowhere).error().kind == Error::Kind::Invalid);
    CostItem early = costOf(project, 100, u"1"_s);
    early.paidOn = {2021, 9, 4};
    CHECK(desk.add(early).error().message.contains(u"2021-09-04"_s));
    CHECK(desk.costs()->empty());
}

TEST_CASE("a project is accepted once, after it began", "[facilities]")
{
    TestStore store;
    ProjectDesk desk(*store);
    Acceptance acceptance;
    acceptance.project = addTestProject(*store, u"X1"_s);
    acceptance.on = {2021, 2, 1};
    CHECK_FALSE(desk.add(acceptance));
    acceptance.on = {2021, 7, 1};
    acceptance.passed = false;
    REQUIRE(desk.add(acceptance));
    acceptance.passed = true;
    acceptance.on = {2021, 8, 1};
    acceptance.area = Area {128050};
    const auto passed = desk.add(acceptance);
    REQUIRE(passed);
    CHECK(desk.add(acceptance).error().message.contains(passed->id.text()));
    CHECK((*ProjectRepository(*store).passedOf(acceptance.project))->area == Area {128050});
}

TEST_CASE("codes of projects and facilities are used once", "[facilities]")
{
    TestStore store;
    ProjectDesk desk(*store);
    addTestProject(*store, u"X1"_s);
    Project again;
    again.code = u" X1 "_s;
    again.name = u"另一个"_s;
    CHECK(desk.add(again).error().kind == Error::Kind::Conflict);
    CHECK(desk.resolve(u"X1"_s));
    CHECK(desk.resolve(u""_s)); // the only one
    CHECK_FALSE(desk.resolve(u"X2"_s));
}

TEST_CASE("what a facility measures on a day is what it had that day", "[facilities]")
{
    TestStore store;
    FacilityDesk desk(*store);
    Facility facility;
    facility.code = u"F1"_s;
    facility.name = u"友谊大街服务站"_s;
    facility.division = u"150204"_s;
    facility.id = desk.add(facility)->id;
    Premises rooms;
    rooms.facility = facility.id;
    rooms.area = {20000};
    rooms.to = QDate(2021, 6, 30);
    REQUIRE(desk.add(rooms));
    rooms.area = {15050};
    rooms.from = QDate(2021, 6, 1);
    rooms.to.reset();
    REQUIRE(desk.add(rooms));
    const auto measured = [&](QDate day) {
        qint64 sum = 0;
        const auto had = FacilityRepository(*store).premisesOf(facility.id, day);
        REQUIRE(had);
        for (const Premises& each : *had)
            sum += each.area.dm2;
        return sum;
    };
    CHECK(measured({2021, 5, 31}) == 20000);
    CHECK(measured({2021, 6, 30}) == 35050);
    CHECK(measured({2021, 7, 1}) == 15050);
    rooms.area = {0};
    CHECK_FALSE(desk.add(rooms));
    rooms.facility = {77};
    rooms.area = {1};
    CHECK(desk.add(rooms).error().kind == Error::Kind::NotFound);
}

TEST_CASE("a division's code tells a district of the city from a county", "[facilities]")
{
    CHECK(districtClassOf(u"140802"_s) == DistrictClass::MunicipalDistrict);
    CHECK(districtClassOf(u"140881"_s) == DistrictClass::County); // 永济市
    CHECK(districtClassOf(u"150221001"_s) == DistrictClass::County);
    CHECK_FALSE(districtClassOf(u"140800"_s));
    CHECK_FALSE(districtClassOf(u"1408"_s));
}
