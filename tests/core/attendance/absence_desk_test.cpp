// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/attendance/absence_desk.h"

#include "core/elders/elder_desk.h"
#include "tests/support/catch.h"
#include "tests/support/test_store.h"

using namespace songhe;
using namespace Qt::StringLiterals;

namespace {

void addAbsentElder(Ledger& ledger, qint64 id, std::optional<QDate> died = {})
{
    Elder elder;
    elder.id = {id};
    elder.name = u"赵淑兰"_s;
    elder.died = died;
    REQUIRE(ElderDesk(ledger).add(elder));
}

Absence absenceOf(qint64 elder, QDate from, std::optional<QDate> to)
{
    Absence absence;
    absence.elder = {elder};
    absence.from = from;
    absence.to = to;
    absence.reason = AbsenceReason::Hospital;
    return absence;
}

} // namespace

TEST_CASE("two absences of one elder share no day, and the second is told of the first", "[attendance]")
{
    TestStore store;
    addAbsentElder(*store, 1001);
    AbsenceDesk desk(*store);
    const auto first = desk.add(absenceOf(1001, {2021, 9, 5}, QDate(2021, 9, 9)));
    REQUIRE(first);
    const auto second = desk.add(absenceOf(1001, {2021, 9, 9}, {}));
    REQUIRE_FALSE(second);
    CHECK(second.error().kind == Error::Kind::Conflict);
    CHECK(second.error().message.contains(first->id.text()));
    CHECK(second.error().message.contains(u"2021-09-05"_s));
    CHECK(desk.add(absenceOf(1001, {2021, 9, 10}, {})));
    CHECK(desk.listOf({1001})->size() == 2);
}

TEST_CASE("an absence without an end takes every later day, until she is back", "[attendance]")
{
    TestStore store;
    addAbsentElder(*store, 1001);
    AbsenceDesk desk(*store);
    const auto open = desk.add(absenceOf(1001, {2021, 8, 1}, {}));
    REQUIRE(open);
    CHECK_FALSE(desk.add(absenceOf(1001, {2022, 1, 1}, QDate(2022, 1, 2))));
    CHECK_FALSE(desk.end(open->id, {2021, 7, 31}));
    const auto ended = desk.end(open->id, {2021, 8, 20});
    REQUIRE(ended);
    CHECK(ended->recorded.revision == 2);
    CHECK(desk.add(absenceOf(1001, {2022, 1, 1}, QDate(2022, 1, 2))));
    CHECK(desk.listIn({{2021, 8, 20}, QDate(2021, 8, 31)})->size() == 1);
    CHECK(desk.listIn({{2021, 8, 21}, QDate(2021, 8, 31)})->empty());
}

TEST_CASE("days in order, a file that is there, and nothing after death", "[attendance]")
{
    TestStore store;
    addAbsentElder(*store, 1001, QDate(2021, 8, 10));
    AbsenceDesk desk(*store);
    CHECK(desk.add(absenceOf(1001, {2021, 8, 5}, QDate(2021, 8, 4))).error().kind == Error::Kind::Invalid);
    CHECK(desk.add(absenceOf(77, {2021, 8, 5}, {})).error().kind == Error::Kind::NotFound);
    CHECK(desk.add(absenceOf(0, {2021, 8, 5}, {})).error().kind == Error::Kind::Invalid);
    CHECK(desk.add(absenceOf(1001, {2021, 8, 11}, QDate(2021, 8, 12))).error().kind == Error::Kind::Refused);
    CHECK(desk.add(absenceOf(1001, {2021, 8, 5}, {})).error().message.contains(u"2021-08-10"_s));
    CHECK(desk.add(absenceOf(1001, {2021, 8, 11}, {}), EntryWay::Records).error().kind == Error::Kind::Refused);
    CHECK(desk.add(absenceOf(1001, {2021, 8, 5}, {}), EntryWay::Records));
}
