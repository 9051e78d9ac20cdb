// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/devices/device_desk.h"

#include "core/elders/elder_desk.h"
#include "core/rules/policy_shelf.h"
#include "tests/support/catch.h"
#include "tests/support/test_store.h"

#include <QtCore/QFile>

using namespace songhe;
using namespace Qt::StringLiterals;

namespace {

struct DeviceFixture {
    DeviceFixture()
    {
        REQUIRE(plan);
        Device wheelchair;
        wheelchair.id = {5};
        wheelchair.kind = u"wheelchair"_s;
        wheelchair.code = u"W-05"_s;
        REQUIRE(desk.add(wheelchair));
        elder(1001, {});
        elder(1002, u"subsistence"_s);
    }

    void elder(qint64 id, const QString& category)
    {
        Elder made;
        made.id = {id};
        made.name = u"王秀英"_s;
        made.born = QDate(1950, 1, 1);
        std::vector<Fact> facts;
        if (!category.isEmpty()) {
            Fact fact;
            fact.kind = FactKind::EconomicCategory;
            fact.value = category;
            fact.from = fact.learnedOn = QDate(2021, 6, 1);
            facts.push_back(fact);
        }
        REQUIRE(ElderDesk(*store).add(made, facts));
    }

    Result<DeviceLoan> lend(qint64 elder, QDate from, std::optional<QDate> to = {})
    {
        DeviceLoan loan;
        loan.device = {5};
        loan.elder = {elder};
        loan.from = from;
        loan.to = to;
        loan.deposit = {30000};
        return desk.add(loan);
    }

    TestStore store;
    Result<DevicePlan> plan = DevicePlan::builtIn();
    DeviceDesk desk {*store, *plan};
};

} // namespace

TEST_CASE("one device is lent once at a time, and the day it came back it may go out again", "[devices]")
{
    DeviceFixture fix;
    const auto first = fix.lend(1001, {2021, 8, 1});
    REQUIRE(first);
    CHECK(first->dueOn == QDate(2021, 8, 1).addDays(fix.plan->loanDays()));
    const auto second = fix.lend(1002, {2021, 8, 10});
    REQUIRE_FALSE(second);
    CHECK(second.error().kind == Error::Kind::Conflict);
    CHECK(second.error().message.contains(first->id.text()));
    CHECK(fix.desk.voidDevice({5}, u"报废"_s).error().kind == Error::Kind::Refused);
    const auto back = fix.desk.takeBack({5}, {2021, 8, 10}, Fen {25000});
    REQUIRE(back);
    CHECK(back->depositBack == Fen {25000});
    CHECK(fix.desk.takeBack({5}, {2021, 8, 11}).error().kind == Error::Kind::NotFound);
    CHECK(fix.lend(1002, {2021, 8, 9}).error().kind == Error::Kind::Conflict);
    CHECK(fix.lend(1002, {2021, 8, 10}));
    CHECK(fix.desk.lentOn({2021, 8, 9})->front().elder == Id<Elder> {1001});
    CHECK(fix.desk.lentOn({2021, 8, 10})->front().elder == Id<Elder> {1002});
}

TEST_CASE("rent is free or low by the category of that day", "[devices]")
{
    DeviceFixture fix;
    const auto shelf = PolicyShelf::builtIn();
    REQUIRE(shelf);
    const auto quote = [&](qint64 elder, QDate day) { return *fix.desk.quote({5}, {elder}, day, *shelf); };
    CHECK(quote(1002, {2021, 9, 3}).rentClass == RentClass::Free);
    CHECK(quote(1002, {2021, 9, 3}).rent == Fen {0});
    CHECK(quote(1002, {2021, 5, 31}).rentClass == RentClass::Low); // the day before she was entitled
    CHECK(quote(1001, {2021, 9, 3}).rentClass == RentClass::Low);
    CHECK(quote(1001, {2021, 9, 3}).rent == Fen {3000});
    CHECK(quote(1001, {2021, 9, 3}).deposit == Fen {30000});
    CHECK(quote(1001, {2009, 9, 3}).rentClass == RentClass::Full); // before the policy held
}

TEST_CASE("what did not come back by its day is overdue; a last day still to come is that day", "[devices]")
{
    DeviceFixture fix;
    const auto loan = fix.lend(1001, {2021, 8, 1}, QDate(2021, 12, 1));
    REQUIRE(loan);
    CHECK_FALSE(loan->to);
    CHECK(loan->dueOn == QDate(2021, 12, 1));
    CHECK(fix.desk.overdueOn({2021, 12, 1})->empty());
    CHECK(fix.desk.overdueOn({2021, 12, 2})->size() == 1);
    REQUIRE(fix.desk.takeBack({5}, {2021, 9, 3}));
    CHECK(fix.desk.overdueOn({2021, 12, 2})->empty());
}

TEST_CASE("each device has a code of its own and a kind of the catalogue", "[devices]")
{
    DeviceFixture fix;
    Device other;
    other.kind = u"wheelchair"_s;
    other.code = u"W-05"_s;
    CHECK(fix.desk.add(other).error().kind == Error::Kind::Conflict);
    other.code = u"W-06"_s;
    other.kind = u"rocket"_s;
    CHECK(fix.desk.add(other).error().message.contains(u"walker"_s));
    CHECK(fix.desk.resolve(u"W-05"_s)->id.value == 5);
    CHECK(fix.desk.resolve(u"W-99"_s).error().kind == Error::Kind::NotFound);
}

TEST_CASE("a catalogue of devices that cannot be right is refused, naming file and place", "[devices][rules]")
{
    QFile file(u":/catalogues/devices.json"_s);
    REQUIRE(file.open(QIODevice::ReadOnly));
    const QByteArray good = file.readAll();
    const auto problem = [&](const char* from, const char* to) {
        QByteArray bytes = good;
        bytes.replace(bytes.indexOf(from), qsizetype(qstrlen(from)), to);
        const auto read = DevicePlan::read(bytes, u"ours.json"_s);
        REQUIRE_FALSE(read);
        return read.error().message;
    };
    CHECK(problem("\"loanDays\": 90", "\"loanDays\": 0").contains(u"ours.json, loanDays"_s));
    CHECK(problem("\"rentFen\": 6000", "\"rentFen\": 10").contains(u"kinds[1].rentFen"_s)); // below the low rent
    CHECK(problem("\"key\": \"walker\"", "\"key\": \"wheelchair\"").contains(u"kinds[2].key"_s));
    CHECK(problem("\"depositFen\"", "\"deposit\"").contains(u"kinds[1]"_s));
}
