// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/attendance/attendance_desk.h"

#include "core/attendance/absence_desk.h"
#include "core/beds/bed_desk.h"
#include "core/centre/settings.h"
#include "core/centre/site_desk.h"
#include "core/elders/elder_desk.h"
#include "core/subsidies/claim.h"
#include "tests/support/catch.h"
#include "tests/support/test_store.h"

using namespace songhe;
using namespace Qt::StringLiterals;

namespace {

Id<Elder> addCarer(Ledger& ledger, qint64 id, std::optional<QDate> died = {})
{
    Elder elder;
    elder.id = {id};
    elder.name = u"赵淑兰"_s;
    elder.died = died;
    REQUIRE(ElderDesk(ledger).add(elder));
    return {id};
}

Attendance cameOn(Id<Elder> elder, QDate on, const QString& in = u"08:10"_s)
{
    Attendance day;
    day.elder = elder;
    day.on = on;
    day.in = in;
    return day;
}

} // namespace

TEST_CASE("a second coming on one day is refused with the number of the first", "[attendance]")
{
    TestStore store;
    const auto who = addCarer(*store, 1001);
    AttendanceDesk desk(*store);
    Attendance now;
    now.elder = who;
    const auto first = desk.add(now);
    REQUIRE(first);
    CHECK(first->on == QDate(2021, 9, 3));
    CHECK(first->in == u"11:40"_s);
    CHECK(first->origin == u"desk"_s);
    const auto second = desk.add(cameOn(who, {2021, 9, 3}));
    REQUIRE_FALSE(second);
    CHECK(second.error().kind == Error::Kind::Conflict);
    CHECK(second.error().message.contains(first->id.text()));
    CHECK_FALSE(desk.add(cameOn(who, {2021, 9, 3}), EntryWay::Records)); // whoever brings it
    REQUIRE(desk.voidAttendance(first->id, u"错"_s));
    CHECK(desk.add(cameOn(who, {2021, 9, 3})));
}

TEST_CASE("one leaves after coming, once, and at a time of the day", "[attendance]")
{
    TestStore store;
    const auto who = addCarer(*store, 1001);
    AttendanceDesk desk(*store);
    CHECK(desk.leave(who, {2021, 9, 3}).error().kind == Error::Kind::NotFound);
    REQUIRE(desk.add(cameOn(who, {2021, 9, 3})));
    CHECK(desk.leave(who, {2021, 9, 3}, u"08:00"_s).error().kind == Error::Kind::Invalid);
    CHECK(desk.leave(who, {2021, 9, 3}, u"25:00"_s).error().kind == Error::Kind::Invalid);
    const auto left = desk.leave(who, {2021, 9, 3}, u"16:30"_s);
    REQUIRE(left);
    CHECK(left->out == u"16:30"_s);
    CHECK(left->recorded.revision == 2);
    CHECK(desk.leave(who, {2021, 9, 3}).error().kind == Error::Kind::Conflict);
    CHECK(desk.add(cameOn(who, {2021, 9, 2}, u"8:10"_s)).error().kind == Error::Kind::Invalid);
    CHECK(desk.add(cameOn(who, {2021, 9, 4})).error().kind == Error::Kind::Invalid);
}

TEST_CASE("nobody comes on a day she is away, or after her death; what was recorded elsewhere stays", "[attendance]")
{
    TestStore store;
    const auto who = addCarer(*store, 1001);
    const auto dead = addCarer(*store, 1002, QDate(2021, 8, 10));
    AttendanceDesk desk(*store);
    AbsenceDesk absences(*store);
    Absence away;
    away.elder = who;
    away.from = {2021, 8, 1};
    away.to = QDate(2021, 8, 5);
    away.reason = AbsenceReason::Hospital;
    const auto absent = absences.add(away);
    REQUIRE(absent);
    const auto refused = desk.add(cameOn(who, {2021, 8, 5}));
    REQUIRE_FALSE(refused);
    CHECK(refused.error().kind == Error::Kind::Refused);
    CHECK(refused.error().message.contains(absent->id.text()));
    CHECK(desk.add(cameOn(who, {2021, 8, 6})));
    CHECK(desk.add(cameOn(dead, {2021, 8, 10})));
    CHECK(desk.add(cameOn(dead, {2021, 8, 11})).error().kind == Error::Kind::Refused);
    REQUIRE(desk.add(cameOn(who, {2021, 8, 4}), EntryWay::Records));
    const auto regulars = desk.regularsOn({2021, 8, 4});
    REQUIRE(regulars);
    REQUIRE(regulars->size() == 1);
    CHECK(regulars->front().attendance);
    CHECK(regulars->front().absence); // told to whoever looks
}

TEST_CASE("a month whose claim for beds is signed takes no attendance more", "[attendance][claims]")
{
    TestStore store;
    const auto who = addCarer(*store, 1001);
    Claim claim;
    claim.id = {1};
    claim.policy = claim.policyDigest = claim.linesDigest = claim.digest = u"yc-bed"_s;
    claim.period = u"2021-08"_s;
    claim.from = {2021, 8, 1};
    claim.to = {2021, 8, 31};
    claim.state = ClaimState::Signed;
    REQUIRE(RecordTable<Claim>(*store).add(claim));
    ClaimLine line;
    line.claim = {1};
    line.evidence = u"bed_stay"_s;
    line.record = {8};
    line.elder = who;
    line.servedOn = {2021, 8, 1};
    line.code = u"PAID"_s;
    REQUIRE(RecordTable<ClaimLine>(*store).add(line));
    AttendanceDesk desk(*store);
    const auto closed = desk.add(cameOn(who, {2021, 8, 31}));
    REQUIRE_FALSE(closed);
    CHECK(closed.error().kind == Error::Kind::Refused);
    CHECK(closed.error().message.contains(u"2021-08"_s));
    CHECK(desk.add(cameOn(who, {2021, 9, 1})));
    CHECK(desk.add(cameOn(who, {2021, 8, 31}), EntryWay::Records)); // evidence of what it says
}

TEST_CASE("an absence over a day on which she came is refused, but for its first day", "[attendance]")
{
    TestStore store;
    const auto who = addCarer(*store, 1001);
    REQUIRE(AttendanceDesk(*store).add(cameOn(who, {2021, 9, 2})));
    Absence away;
    away.elder = who;
    away.from = {2021, 9, 1};
    CHECK(AbsenceDesk(*store).add(away).error().kind == Error::Kind::Conflict);
    away.from = {2021, 9, 2}; // taken to hospital from here
    CHECK(AbsenceDesk(*store).add(away));
}

TEST_CASE("all present marks the regulars of the day who are not away and not there yet, in one step", "[attendance]")
{
    TestStore store;
    AttendanceDesk desk(*store);
    const auto early = addCarer(*store, 1), late = addCarer(*store, 2), away = addCarer(*store, 3),
               longAgo = addCarer(*store, 4), bed = addCarer(*store, 5), here = addCarer(*store, 6),
               dead = addCarer(*store, 7, QDate(2021, 9, 1));
    for (const auto& who : {early, late, away, here, dead})
        REQUIRE(desk.add(cameOn(who, {2021, 8, 20})));
    REQUIRE(desk.add(cameOn(longAgo, {2021, 7, 1})));
    BedStay day;
    day.elder = bed;
    day.kind = StayKind::Day;
    day.from = {2021, 9, 1};
    REQUIRE(BedDesk(*store).add(day));
    Absence absence;
    absence.elder = away;
    absence.from = {2021, 9, 3};
    REQUIRE(AbsenceDesk(*store).add(absence));
    REQUIRE(desk.add(cameOn(here, {2021, 9, 3})));

    const auto made = desk.allPresent({2021, 9, 3}, u"08:30"_s);
    REQUIRE(made);
    std::vector<Id<Elder>> marked;
    for (const Attendance& each : *made)
        marked.push_back(each.elder);
    CHECK(marked == std::vector<Id<Elder>> {early, late, bed});
    CHECK(desk.listOn({2021, 9, 3})->size() == 4);
    CHECK(desk.allPresent({2021, 9, 3})->empty());
    REQUIRE(Settings(*store).set(u"attendance.regular_weeks"_s, u"10"_s));
    CHECK(desk.regularsOn({2021, 9, 3})->size() == 6); // and longAgo
}
