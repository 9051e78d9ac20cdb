// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/attendance/absence_desk.h"
#include "core/beds/bed_desk.h"
#include "core/facilities/evaluation_repository.h"
#include "core/facilities/facility_desk.h"
#include "core/facilities/project_repository.h"
#include "core/importing/records_desk.h"
#include "core/services/service_repository.h"
#include "tests/support/catch.h"
#include "tests/support/test_store.h"

#include <QtCore/QBuffer>

using namespace songhe;
using namespace Qt::StringLiterals;

namespace {

RecordsReport careImported(Ledger& ledger, QByteArray lines)
{
    QBuffer buffer(&lines);
    buffer.open(QIODevice::ReadOnly);
    Progress progress;
    auto report = RecordsDesk(ledger).carryOut(buffer, progress);
    REQUIRE(report);
    return *std::move(report);
}

const QByteArray careLines = R"({"record":"elder","id":1001,"name":"王秀英"}
{"record":"facility","id":1,"code":"F1","name":"东城养老服务中心","kind":"urban_centre","division":"140802"}
{"record":"absence","elder":1001,"from":"2021-09-05","to":"2021-09-09","reason":"hospital"}
{"record":"bed_stay","id":8,"elder":1001,"facility":1,"bed":"302-1","from":"2021-06-01","to":null}
{"record":"home_care_bed","elder":1001,"from":"2021-01-01","to":"2021-05-31","bed":"JC-017"}
)"_qba;

} // namespace

TEST_CASE("absences, beds and facilities come in by their short keys", "[importing][records]")
{
    TestStore store;
    const RecordsReport report = careImported(*store, careLines);
    INFO(report.text().toStdString());
    REQUIRE(report.ok());
    CHECK(report.records() == 5);
    const auto absences = AbsenceDesk(*store).listOf({1001});
    REQUIRE(absences->size() == 1);
    CHECK(absences->front().reason == AbsenceReason::Hospital);
    CHECK(absences->front().to == QDate(2021, 9, 9));
    CHECK(absences->front().origin == u"records"_s);
    const auto stays = BedDesk(*store).staysOf({1001});
    REQUIRE(stays->size() == 1);
    CHECK(stays->front().id.value == 8);
    CHECK(stays->front().facility == Id<Facility> {1});
    CHECK(stays->front().kind == StayKind::Overnight);
    CHECK_FALSE(stays->front().to);
    CHECK(FacilityDesk(*store).list()->front().district == DistrictClass::MunicipalDistrict);
}

TEST_CASE("a key that a record has not is refused with those it has", "[importing][records]")
{
    TestStore store;
    const RecordsReport report
        = careImported(*store, careLines + R"({"record":"absence","elder":1001,"since":"2021-10-01"}
{"record":"absence","elder":1001,"from":"2021-10-01","reason":"holiday"}
{"record":"absence","elder":1001,"from":"2021-09-09","reason":"away"}
{"record":"bed_stay","elder":77,"from":"2021-10-01"}
)"_qba);
    REQUIRE(report.bad.size() == 4);
    CHECK(report.bad[0].text.contains(u"id, elder, from, to, reason"_s));
    CHECK(report.bad[1].text.contains(u"hospital, away, other"_s));
    CHECK(report.bad[2].text.contains(u"2021-09-05"_s));
    CHECK(report.bad[3].text.contains(u"77"_s));
    CHECK(FacilityDesk(*store).list()->empty());
}

TEST_CASE("absences and beds that come again change nothing where they have a number", "[importing][records]")
{
    TestStore store;
    const QByteArray lines = R"({"record":"elder","id":1001,"name":"王秀英"}
{"record":"absence","id":3,"elder":1001,"from":"2021-09-05","to":"2021-09-09","reason":"hospital"}
{"record":"bed_stay","id":8,"elder":1001,"bed":"302-1","from":"2021-06-01"}
{"record":"home_care_bed","id":9,"elder":1001,"from":"2021-01-01","to":"2021-05-31"}
)"_qba;
    REQUIRE(careImported(*store, lines).ok());
    REQUIRE(careImported(*store, lines).ok());
    CHECK(AbsenceDesk(*store).listOf({1001})->size() == 1);
    CHECK(BedDesk(*store).staysOf({1001})->front().recorded.revision == 1);
}

TEST_CASE("projects, costs, evaluations and budgets come in by their short keys", "[importing][records]")
{
    TestStore store;
    const RecordsReport report = careImported(*store, R"({"record":"site","id":1,"code":"P1","name":"友谊食堂"}
{"record":"facility","id":1,"code":"F1","name":"养和示范型中心","kind":"model_centre","operator_kind":"civil_affairs"}
{"record":"premises","facility":1,"area_m2":1200.55,"beds":30,"from":"2021-01-01","tenure":"rented"}
{"record":"premises","facility":1,"area_m2":"80","use":"other"}
{"record":"project","id":4,"code":"X1","name":"改造","facility":1,"kind":"conversion","started_on":"2021-02-01","papers":["申请报告"]}
{"record":"cost_item","project":4,"kind":"renovation","amount_fen":90000000,"on":"2021-05-01","invoice":"021-1"}
{"record":"cost_item","facility":1,"kind":"utilities","amount_fen":120000,"on":"2021-06-01"}
{"record":"acceptance","project":4,"on":"2021-07-01","area_m2":1200,"by":"站前区民政局"}
{"record":"evaluation","site":1,"year":2021,"scheme":"yearly","grade":"good","by":"third_party"}
{"record":"budget","year":2021,"purpose":"construction","payer":"district","amount_fen":100000000,"project":4}
{"record":"elder","id":1001,"name":"王秀英"}
{"record":"staff","id":11,"name":"赵海山","certificates":[{"kind":"care_worker","until":"2023-01-01"}]}
{"record":"service","id":1,"elder":1001,"item":"cleaning","on":"2021-09-01","at":"2021-09-01T01:00:00Z","minutes":90,"staff":11,"site":1,"where":"home","price_fen":4500,"subsidy_fen":0,"satisfaction":4}
{"record":"service","id":2,"elder":1001,"item":"cleaning","on":"2021-09-01","at":"2021-09-01T02:00:00Z","minutes":90,"staff":11,"site":1,"where":"home","price_fen":4500,"subsidy_fen":0,"satisfaction":4}
)"_qba);
    INFO(report.text().toStdString());
    REQUIRE(report.ok());
    CHECK(report.records() == 14);
    FacilityRepository facilities(*store);
    const auto rooms = facilities.premisesOf({1}, {2021, 5, 1});
    REQUIRE(rooms->size() == 2);
    CHECK((*rooms)[0].area.dm2 + (*rooms)[1].area.dm2 == 128055);
    ProjectRepository projects(*store);
    CHECK((*projects.passedOf({4}))->by == u"站前区民政局"_s);
    CHECK(projects.costsOf(Id<Project> {4})->front().kind == CostKind::Renovation);
    CHECK(projects.costsOf(Id<Facility> {1}, {2021, 1, 1}, {2021, 12, 31})->size() == 1);
    CHECK(EvaluationRepository(*store).evaluationsOf(Id<Site> {1})->front().evaluator == Evaluator::ThirdParty);
    const auto services = ServiceRepository(*store).listOn({2021, 9, 1});
    REQUIRE(services->size() == 2); // the same hours twice: recorded, for the auditor to see
    CHECK(services->front().place == ServicePlace::Home);
}

TEST_CASE("what a record of a facility cannot be is said line by line", "[importing][records]")
{
    TestStore store;
    const RecordsReport report = careImported(*store, R"({"record":"facility","id":1,"code":"F1","name":"东城中心"}
{"record":"premises","facility":1,"area_m2":1200.555}
{"record":"premises","facility":1,"area_m2":0}
{"record":"premises","facility":2,"area_m2":10}
{"record":"project","code":"X1","name":"改造","area":12}
{"record":"cost_item","facility":1,"amount_fen":10.5,"on":"2021-06-01"}
{"record":"cost_item","facility":1,"amount_fen":10,"on":"2021-06-01","invoice":"7"}
{"record":"cost_item","facility":1,"amount_fen":10,"on":"2021-06-02","invoice":" 7"}
{"record":"evaluation","facility":1,"year":2021,"scheme":"a_grade","grade":"good"}
)"_qba);
    QList<int> lines;
    for (const auto& bad : report.bad)
        lines << bad.line;
    INFO(report.text().toStdString());
    CHECK(lines == QList<int> {2, 3, 4, 5, 6, 8, 9});
    REQUIRE(report.bad.size() == 7);
    CHECK(report.bad[0].text.contains(u"1200.555"_s));
    CHECK(report.bad[3].text.contains(u"area_m2"_s));
    CHECK(report.bad[6].text.contains(u"a, aa, aaa"_s));
}
