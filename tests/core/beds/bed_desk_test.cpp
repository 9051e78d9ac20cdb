// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/beds/bed_desk.h"

#include "core/elders/elder_desk.h"
#include "core/facilities/facility_desk.h"
#include "tests/support/catch.h"
#include "tests/support/test_store.h"

using namespace songhe;
using namespace Qt::StringLiterals;

namespace {

void addBedElder(Ledger& ledger, qint64 id)
{
    Elder elder;
    elder.id = {id};
    elder.name = u"孙德福"_s;
    REQUIRE(ElderDesk(ledger).add(elder));
}

Id<Facility> addBedFacility(Ledger& ledger, const QString& code)
{
    Facility facility;
    facility.code = code;
    facility.name = u"盐湖区东城养老服务中心"_s;
    facility.kind = FacilityKind::UrbanCentre;
    const auto added = FacilityDesk(ledger).add(facility);
    REQUIRE(added);
    return added->id;
}

BedStay stayOf(qint64 elder, const QString& bed, QDate from, std::optional<QDate> to = {})
{
    BedStay stay;
    stay.elder = {elder};
    stay.bed = bed;
    stay.from = from;
    stay.to = to;
    return stay;
}

} // namespace

TEST_CASE("one elder sleeps in one bed a night, and one bed holds one elder", "[beds]")
{
    TestStore store;
    addBedElder(*store, 1001);
    addBedElder(*store, 1002);
    const Id<Facility> facility = addBedFacility(*store, u"F1"_s);
    BedDesk desk(*store);
    const auto first = desk.add(stayOf(1001, u"302-1"_s, {2021, 8, 1}, QDate(2021, 8, 31)));
    REQUIRE(first);
    CHECK(first->facility == facility); // the centre's only one
    CHECK(desk.add(stayOf(1001, u"302-2"_s, {2021, 8, 31})).error().message.contains(first->id.text()));
    CHECK(desk.add(stayOf(1002, u"302-1"_s, {2021, 8, 31})).error().kind == Error::Kind::Conflict);
    CHECK(desk.add(stayOf(1002, u"302-1"_s, {2021, 9, 1})));
    CHECK(desk.add(stayOf(1001, u"302-2"_s, {2021, 9, 1})));
    CHECK_FALSE(desk.add(stayOf(1002, u"302-3"_s, {2022, 1, 1}))); // the open stay goes on
}

TEST_CASE("two facilities may have a bed of one name, and with two none is guessed", "[beds]")
{
    TestStore store;
    addBedElder(*store, 1001);
    addBedElder(*store, 1002);
    const Id<Facility> east = addBedFacility(*store, u"F1"_s);
    const Id<Facility> west = addBedFacility(*store, u"F2"_s);
    BedDesk desk(*store);
    BedStay stay = stayOf(1001, u"1"_s, {2021, 8, 1});
    stay.facility = east;
    REQUIRE(desk.add(stay));
    stay.elder = {1002};
    CHECK_FALSE(desk.add(stay));
    stay.facility = west;
    CHECK(desk.add(stay));
    BedStay nowhere = stayOf(1002, u"2"_s, {2021, 7, 1}, QDate(2021, 7, 2));
    CHECK_FALSE(desk.add(nowhere)->facility);
    nowhere.facility = Id<Facility> {77};
    CHECK(desk.add(nowhere).error().kind == Error::Kind::NotFound);
}

TEST_CASE("a day in a facility's bed is none of the bed at home, but for what a record says", "[beds]")
{
    TestStore store;
    addBedElder(*store, 1001);
    BedDesk desk(*store);
    REQUIRE(desk.add(stayOf(1001, u"1"_s, {2021, 8, 1}, QDate(2021, 8, 10))));
    HomeCareBed home;
    home.elder = {1001};
    home.from = {2021, 8, 10};
    CHECK(desk.add(home).error().kind == Error::Kind::Conflict);
    CHECK(desk.add(home, EntryWay::Records)); // what pays which day is the settlement's to say
    home.from = {2021, 8, 11};
    CHECK(desk.add(home, EntryWay::Records).error().kind == Error::Kind::Conflict);
    CHECK(desk.add(stayOf(1001, u"1"_s, {2021, 9, 1})).error().kind == Error::Kind::Conflict);
    CHECK(desk.homeBedsOf({1001})->size() == 1);
}

TEST_CASE("a stay ends on its last night, and a stay made void frees the bed", "[beds]")
{
    TestStore store;
    addBedElder(*store, 1001);
    addBedElder(*store, 1002);
    BedDesk desk(*store);
    const auto stay = desk.add(stayOf(1001, u"1"_s, {2021, 8, 1}));
    REQUIRE(stay);
    CHECK_FALSE(desk.endStay(stay->id, {2021, 7, 31}));
    REQUIRE(desk.endStay(stay->id, {2021, 8, 15}));
    CHECK(desk.add(stayOf(1002, u"1"_s, {2021, 8, 16})));
    CHECK_FALSE(desk.voidStay(stay->id, u""_s));
    REQUIRE(desk.voidStay(stay->id, u"录错人"_s));
    CHECK(desk.staysOf({1001})->empty());
    CHECK(desk.staysIn({{2021, 8, 15}, QDate(2021, 8, 16)})->size() == 1);
}
