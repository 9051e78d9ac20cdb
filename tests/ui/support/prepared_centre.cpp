// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/prepared_centre.h"

#include "core/attendance/attendance_desk.h"
#include "core/care/day_summary.h"
#include "core/centre/site_desk.h"
#include "core/devices/device_desk.h"
#include "core/exchange/centre_keys.h"
#include "core/meals/meal_repository.h"
#include "core/staff/staff_desk.h"
#include "core/visits/visit_desk.h"
#include "tests/support/catch.h"

using namespace Qt::StringLiterals;

namespace songhe::ui {

/// Three characters of plain readings: initials tell everybody apart.
QString nameOfElder(int number)
{
    static const QString given = u"宝春冬芳桂娟奎兰梅娜鹏琴荣生涛文秀英珍"_s;
    return QString(u'王') + given[number / given.size()] + given[number % given.size()];
}

QString initialsOfElder(int number)
{
    static const QString given = u"bcdfgjklmnpqrstwxyz"_s;
    return QString(u'w') + given[number / given.size()] + given[number % given.size()];
}

PreparedCentre::PreparedCentre()
{
    auto folder = DataFolder::open(place.filePath(u"data"_s));
    REQUIRE(folder);
    auto keys = makeCentreKeys();
    REQUIRE(keys);
    CentreSetup setup;
    setup.name = u"友谊社区日间照料中心"_s;
    setup.code = u"YY001"_s;
    setup.division = u"150204"_s;
    setup.userName = u"李敏"_s;
    setup.password = SecureBytes(QByteArrayView("songhe123"));
    setup.cost = KdfCost::least();
    setup.keys = *std::move(keys);
    REQUIRE(Session::create(**folder, setup, clock));
    auto session = Session::signIn(**folder, setup.userName, setup.password, clock);
    REQUIRE(session);
    const auto filled = (*session)->ledger().transact([&]() -> Result<bool> {
        fill((*session)->ledger());
        return true;
    });
    REQUIRE(filled);
}

QJsonObject PreparedCentre::summary()
{
    auto folder = DataFolder::open(place.filePath(u"data"_s));
    REQUIRE(folder);
    auto session = Session::signIn(**folder, u"李敏"_s, SecureBytes(QByteArrayView("songhe123")), clock);
    REQUIRE(session);
    const auto plan = VisitPlan::builtIn();
    REQUIRE(plan);
    const auto sum = daySummary((*session)->ledger(), *plan, dayAtCentre);
    REQUIRE(sum);
    return sum->toJson();
}

void PreparedCentre::fill(Ledger& ledger)
{
    Id<Site> second; // the third point of the centre, which has one of its own
    for (int i = 1; i <= 3; ++i) {
        Site site;
        site.code = u"S%1"_s.arg(i);
        site.name = u"站点%1"_s.arg(i);
        const auto added = SiteDesk(ledger).add(site);
        REQUIRE(added);
        if (i == 2)
            second = added->id;
    }
    for (int i = 1; i <= 15; ++i) {
        Staff staff;
        staff.name = u"员工%1"_s.arg(i);
        for (const QString& kind : {u"care_worker"_s, u"housekeeper"_s, u"social_worker"_s})
            staff.certificates.append(QJsonObject {{u"kind"_s, kind}, {u"until"_s, u"2023-01-01"_s}});
        REQUIRE(StaffDesk(ledger).add(staff));
    }
    const auto plan = VisitPlan::builtIn();
    const auto devices = DevicePlan::builtIn();
    REQUIRE(plan);
    REQUIRE(devices);
    for (int i = 0; i < 3; ++i) {
        Device device;
        device.kind = u"wheelchair"_s;
        device.code = u"W-%1"_s.arg(i + 1);
        REQUIRE(DeviceDesk(ledger, *devices).add(device));
    }
    VisitDesk visits(ledger, *plan);
    AttendanceDesk attendance(ledger);
    for (int i = 0; i < eldersOfDay; ++i)
        if (const Id<Elder> elder = addElder(ledger, visits, attendance, i); i % 12 == 1) {
            Meal brought;
            brought.elder = elder;
            brought.site = second;
            brought.servedOn = dayAtCentre.addDays(-1);
            brought.at = Clock::momentOf(brought.servedOn, {11, 30});
            brought.way = MealWay::Delivered;
            REQUIRE(MealRepository(ledger).add(brought));
        }
}

Id<Elder> PreparedCentre::addElder(Ledger& ledger, VisitDesk& visits, AttendanceDesk& attendance, int number)
{
    Elder elder;
    elder.name = nameOfElder(number);
    elder.sex = number % 2 == 0 ? Sex::Female : Sex::Male;
    elder.born = QDate(1938 + number % 20, 5, 6);
    elder.noNumberReason = u"补办中"_s;
    std::vector<Fact> facts(number % 30 == 7 ? 2 : 1);
    facts[0].kind = FactKind::RegisteredDivision;
    facts[0].value = u"150204"_s;
    if (facts.size() > 1) { // at risk, and nobody has visited her yet
        facts[1].kind = FactKind::Living;
        facts[1].value = u"alone"_s;
    }
    for (Fact& fact : facts)
        fact.from = fact.learnedOn = QDate(2021, 7, 1);
    const auto added = ElderDesk(ledger).add(elder, facts);
    REQUIRE(added);
    if (number < regularsOfDay) {
        Attendance came;
        came.elder = added->id;
        came.on = dayAtCentre.addDays(-1);
        came.in = u"08:20"_s;
        REQUIRE(attendance.add(came, EntryWay::Records));
    }
    if (number % 10 == 3) {
        Visit visit;
        visit.elder = added->id;
        visit.on = dayAtCentre.addDays(-8);
        visit.nextDue = dayAtCentre.addDays(-(number / 10) % 2);
        REQUIRE(visits.add(visit, EntryWay::Records));
    }
    return added->id;
}

} // namespace songhe::ui
