// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/service_desk.h"

#include "core/attendance/absence_desk.h"
#include "core/elders/elder_desk.h"
#include "core/staff/staff_desk.h"
#include "tests/support/catch.h"
#include "tests/support/test_store.h"

using namespace songhe;
using namespace Qt::StringLiterals;

namespace {

void addServed(Ledger& ledger, qint64 id)
{
    Elder elder;
    elder.id = {id};
    elder.name = u"周玉珍"_s;
    REQUIRE(ElderDesk(ledger).add(elder));
}

Id<Staff> addWorker(Ledger& ledger)
{
    Staff staff;
    staff.id = {11};
    staff.name = u"赵海山"_s;
    staff.certificates = {QJsonObject {{u"kind"_s, u"care_worker"_s}, {u"until"_s, u"2023-01-01"_s}}};
    REQUIRE(StaffDesk(ledger).add(staff));
    return {11};
}

Service cleaning(qint64 elder, QTime at, int minutes)
{
    Service service;
    service.elder = {elder};
    service.item = u"cleaning"_s;
    service.servedOn = {2021, 9, 1};
    service.at = Clock::momentOf(service.servedOn, at);
    service.minutes = minutes;
    service.staff = Id<Staff> {11};
    service.price = {4500};
    return service;
}

} // namespace

TEST_CASE("at the desk nobody of the staff is in two places at once, in a record they may be", "[services]")
{
    TestStore store;
    addServed(*store, 1001);
    addServed(*store, 1002);
    addWorker(*store);
    ServiceDesk desk(*store);
    const auto first = desk.add(cleaning(1001, {9, 0}, 90));
    REQUIRE(first);
    CHECK(desk.add(cleaning(1002, {10, 29}, 30)).error().message.contains(first->id.text()));
    CHECK(desk.add(cleaning(1002, {8, 0}, 61)).error().kind == Error::Kind::Conflict);
    CHECK(desk.add(cleaning(1002, {10, 30}, 30)));
    CHECK(desk.add(cleaning(1002, {9, 30}, 30), EntryWay::Records)); // an auditor must find it
    CHECK(desk.listOn({2021, 9, 1})->size() == 3);
}

TEST_CASE("a service is on its day, of its price and of people who are there", "[services]")
{
    TestStore store;
    addServed(*store, 1001);
    addWorker(*store);
    ServiceDesk desk(*store);
    Service service = cleaning(1001, {9, 0}, 90);
    service.subsidy = {4501};
    CHECK_FALSE(desk.add(service));
    service = cleaning(1001, {9, 0}, 0);
    CHECK_FALSE(desk.add(service));
    service = cleaning(1001, {9, 0}, 90);
    service.servedOn = {2021, 9, 2};
    CHECK(desk.add(service).error().message.contains(u"2021-09-01"_s));
    service = cleaning(1001, {9, 0}, 90);
    service.staff = Id<Staff> {77};
    CHECK(desk.add(service).error().kind == Error::Kind::NotFound);
    service = cleaning(1001, {9, 0}, 90);
    service.item = u"打扫"_s;
    CHECK_FALSE(desk.add(service));
    service = cleaning(1001, {9, 0}, 90);
    service.satisfaction = 6;
    CHECK_FALSE(desk.add(service));
    CHECK(desk.listOn({2021, 9, 1})->empty());
}

TEST_CASE("nobody is served at the desk while she is in hospital", "[services]")
{
    TestStore store;
    addServed(*store, 1001);
    addWorker(*store);
    Absence absence;
    absence.elder = {1001};
    absence.from = {2021, 8, 30};
    absence.reason = AbsenceReason::Hospital;
    REQUIRE(AbsenceDesk(*store).add(absence));
    ServiceDesk desk(*store);
    CHECK(desk.add(cleaning(1001, {9, 0}, 90)).error().kind == Error::Kind::Refused);
    CHECK(desk.add(cleaning(1001, {9, 0}, 90), EntryWay::Records));
}

TEST_CASE("a certificate is a kind and days, and holds to its last day", "[staff]")
{
    TestStore store;
    addWorker(*store);
    const auto staff = StaffRepository(*store).find({11});
    REQUIRE(*staff);
    CHECK((*staff)->name == u"赵海山"_s);
    CHECK((*staff)->isCertified(u"care_worker"_s, {2023, 1, 1}));
    CHECK_FALSE((*staff)->isCertified(u"care_worker"_s, {2023, 1, 2}));
    CHECK_FALSE((*staff)->isCertified(u"nurse"_s, {2022, 1, 1}));
    Staff wrong;
    wrong.name = u"钱立"_s;
    wrong.certificates = {QJsonObject {{u"kind"_s, u"nurse"_s}, {u"number"_s, u"1234"_s}}};
    CHECK_FALSE(StaffDesk(*store).add(wrong)); // a number would stand in clear
    wrong.certificates = {QJsonObject {{u"kind"_s, u"nurse"_s}, {u"until"_s, u"soon"_s}}};
    CHECK_FALSE(StaffDesk(*store).add(wrong));
    wrong.certificates = {QJsonObject {{u"until"_s, u"2023-01-01"_s}}};
    CHECK_FALSE(StaffDesk(*store).add(wrong));
}

TEST_CASE("the name of the staff stands nowhere in clear", "[staff][security]")
{
    TestStore store;
    addWorker(*store);
    for (const QString& sql : {u"SELECT group_concat(quote(sealed) || certificates) FROM staff"_s,
                               u"SELECT group_concat(quote(content)) FROM audit"_s}) {
        auto rows = store->store.run(sql);
        REQUIRE(rows);
        REQUIRE(rows->next());
        CHECK_FALSE(rows->text(0).isEmpty());
        CHECK_FALSE(rows->text(0).contains(QString::fromLatin1(u"赵海山"_s.toUtf8().toHex().toUpper())));
        CHECK_FALSE(rows->text(0).contains(u"赵海山"_s));
    }
}
