// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/care/day_summary.h"
#include "core/devices/device_desk.h"
#include "core/health/measurement_desk.h"
#include "core/importing/records_desk.h"
#include "tests/support/catch.h"
#include "tests/support/test_store.h"

#include <QtCore/QBuffer>
#include <QtCore/QJsonDocument>

using namespace songhe;
using namespace Qt::StringLiterals;

namespace {

/// The lines as other programs write them.
const QByteArray dayLines = R"({"record":"site","id":1,"code":"P9","name":"本部"}
{"record":"elder","id":1001,"name":"王秀英"}
{"record":"elder","id":1002,"name":"李桂芳"}
{"record":"staff","id":11,"name":"赵海山","certificates":[{"kind":"care_worker","until":"2023-01-01"}]}
{"record":"service","id":1,"elder":1001,"item":"cleaning","on":"2021-09-01","at":"2021-09-01T01:00:00Z","minutes":90,"staff":11,"site":1,"where":"home","price_fen":4500,"subsidy_fen":500,"satisfaction":4}
{"record":"attendance","elder":1001,"on":"2021-09-01","in":"08:10","out":"16:30","site":1}
{"record":"absence","elder":1002,"from":"2021-08-28","to":"2021-09-09","reason":"hospital"}
{"record":"visit","elder":1001,"on":"2021-08-25","kind":"care","means":"door","visitor":11,"met":true,"condition":"好","next_due":"2021-09-01"}
{"record":"visit","elder":1002,"on":"2021-09-01","kind":"survival","means":"phone","visitor":11,"met":true,"next_due":"2022-09-01"}
{"record":"visit","elder":1002,"on":"2021-08-20","kind":"care","means":"door","met":false,"next_due":"2021-08-30"}
{"record":"incident","elder":1001,"at":"2021-08-31T18:00:00Z","kind":"fall","injury":"none"}
{"record":"device","id":5,"kind":"wheelchair","code":"W-05"}
{"record":"device_loan","device":5,"elder":1001,"from":"2021-09-01","to":null,"deposit_fen":0,"rent_fen":0}
{"record":"measurement","elder":1001,"at":"2021-09-01T01:00:00Z","kind":"blood_pressure","value":"135/82"}
)"_qba;

RecordsReport dayImported(Ledger& ledger, QByteArray lines)
{
    QBuffer buffer(&lines);
    buffer.open(QIODevice::ReadOnly);
    Progress progress;
    auto report = RecordsDesk(ledger).carryOut(buffer, progress);
    REQUIRE(report);
    return *std::move(report);
}

} // namespace

TEST_CASE("a day's records come in as other programs write them, and sum up", "[importing][records][care]")
{
    TestStore store;
    const RecordsReport report = dayImported(*store, dayLines);
    INFO(report.text().toStdString());
    REQUIRE(report.ok());
    const auto plan = VisitPlan::builtIn();
    REQUIRE(plan);
    const auto day = daySummary(*store, *plan, {2021, 9, 1});
    REQUIRE(day);
    const QJsonObject wanted = QJsonDocument::fromJson(R"({"people":1,"meals":0,
        "services":{"cleaning":{"persons":1,"times":1,"minutes":90,"fen":4500}},
        "attendance":{"in":1,"absent":1},"visits":{"done":1,"due":1,"overdue":1},"incidents":{"fall":1},
        "fen":{"price":4500,"subsidy":500,"self_paid":4000}})"_qba)
                                   .object();
    CHECK(QJsonDocument(day->toJson()).toJson().toStdString() == QJsonDocument(wanted).toJson().toStdString());
    const auto devices = DevicePlan::builtIn();
    REQUIRE(devices);
    CHECK(DeviceDesk(*store, *devices).lentOn({2021, 9, 1})->size() == 1);
}

TEST_CASE("a bad line of a day's records is told, and none goes in", "[importing][records][care]")
{
    TestStore store;
    const RecordsReport report
        = dayImported(*store, dayLines + R"({"record":"attendance","elder":1001,"on":"2021-09-01","in":"09:00"}
{"record":"visit","elder":1001,"on":"2021-09-02","kind":"tea"}
{"record":"incident","elder":1001,"at":"2021-09-02T01:00:00Z","kind":"flood"}
{"record":"measurement","elder":1001,"at":"2021-09-01T01:00:00Z","kind":"glucose","value":"high"}
{"record":"device_loan","device":5,"elder":1002,"from":"2021-09-02"}
{"record":"device","kind":"rocket","code":"R-1"}
)"_qba);
    CHECK_FALSE(report.ok());
    REQUIRE(report.bad.size() == 6);
    CHECK(report.bad[0].line == 15);
    CHECK(report.bad[4].text.contains(u"1001"_s)); // who has it
    CHECK(report.records() == 0);
}
