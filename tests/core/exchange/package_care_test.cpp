// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/package_fixture.h"

#include "core/attendance/absence_desk.h"
#include "core/beds/bed_desk.h"
#include "core/exchange/package_repository.h"
#include "core/facilities/facility_desk.h"
#include "core/subsidies/claim.h"
#include "tests/support/catch.h"

using namespace songhe;
using namespace Qt::StringLiterals;

TEST_CASE("after a receipt the stays that reach into the quarter travel, with their elders and every facility",
          "[exchange][package]")
{
    PackageFixture fixture;
    fixture.elder(2001, u"孙德福"_s);
    fixture.elder(2002, u"赵淑兰"_s);
    Facility facility;
    facility.code = u"F1"_s;
    facility.name = u"东城中心"_s;
    REQUIRE(FacilityDesk(*fixture.store).add(facility));
    BedStay stay;
    stay.elder = {2001};
    stay.from = {2021, 1, 1};
    REQUIRE(BedDesk(*fixture.store).add(stay)); // open: it goes on into the next quarter
    Absence absence;
    absence.elder = {2002};
    absence.from = {2021, 8, 1};
    absence.to = QDate(2021, 8, 9);
    REQUIRE(AbsenceDesk(*fixture.store).add(absence)); // over by then
    auto first = fixture.write();
    REQUIRE(first);
    CHECK(first->package.counts.value(u"bed_stay"_s).toInt() == 1);
    CHECK(first->package.counts.value(u"absence"_s).toInt() == 1);
    first->package.acknowledgedAt = fixture.store->clock.now();
    REQUIRE(PackageRepository(*fixture.store).change(first->package));

    PackageRequest request = fixture.request();
    request.quarter = {2021, 4};
    const auto next = fixture.write(request);
    REQUIRE(next);
    CHECK(fixture.problemCodes(next->path) == QStringList());
    CHECK(next->package.counts.value(u"facility"_s).toInt() == 1);
    CHECK(next->package.counts.value(u"bed_stay"_s).toInt() == 1);
    CHECK(next->package.counts.value(u"absence"_s).toInt() == 0);
    CHECK(next->package.counts.value(u"elder"_s).toInt() == 1);
    CHECK(next->package.counts.value(u"meal"_s).toInt() == 0);
}

namespace {

/// A claim of one month with one line; an adjustment where it corrects one.
Id<ClaimLine> claimCorrecting(PackageFixture& fixture, qint64 id, QDate month, std::optional<Id<ClaimLine>> corrects)
{
    Claim claim;
    claim.id = {id};
    claim.policy = u"baotou-2020-meals"_s;
    claim.policyVersion = 1;
    claim.period = month.toString(u"yyyy-MM"_s);
    claim.from = month;
    claim.to = month.addMonths(1).addDays(-1);
    claim.state = ClaimState::Signed;
    claim.policyDigest = claim.linesDigest = claim.digest = QString(64, u'a');
    REQUIRE(RecordTable<Claim>(*fixture.store).add(claim));
    ClaimLine line;
    line.id = {id * 10};
    line.claim = claim.id;
    line.kind = corrects ? LineKind::Adjustment : LineKind::Regular;
    line.evidence = u"meal"_s;
    line.meal = fixture.meal(id * 100, 1001, month).id;
    line.elder = {1001};
    line.site = {1};
    line.servedOn = month;
    line.code = u"PAYS"_s;
    line.corrects = corrects;
    REQUIRE(RecordTable<ClaimLine>(*fixture.store).add(line));
    return line.id;
}

} // namespace

TEST_CASE("after a receipt a correction brings along what it corrects, and what that corrects, down to the first claim",
          "[exchange][package]")
{
    PackageFixture fixture;
    const auto january = claimCorrecting(fixture, 31, {2021, 1, 1}, {});
    const auto may = claimCorrecting(fixture, 32, {2021, 5, 1}, january);
    const auto september = claimCorrecting(fixture, 33, {2021, 9, 1}, may);
    claimCorrecting(fixture, 34, {2021, 2, 1}, {}); // nobody speaks of this one
    auto first = fixture.write();
    REQUIRE(first);
    first->package.acknowledgedAt = fixture.store->clock.now();
    REQUIRE(PackageRepository(*fixture.store).change(first->package));

    claimCorrecting(fixture, 35, {2021, 10, 1}, september);
    PackageRequest request = fixture.request();
    request.quarter = {2021, 4};
    const auto next = fixture.write(request);
    REQUIRE(next);
    CHECK(fixture.problemCodes(next->path) == QStringList());
    CHECK(next->package.counts.value(u"claim"_s).toInt() == 4);
    CHECK(next->package.counts.value(u"claim_line"_s).toInt() == 4);
    CHECK(next->package.counts.value(u"meal"_s).toInt() == 4); // and the meals they are about
}
