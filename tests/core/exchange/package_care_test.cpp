// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/package_fixture.h"

#include "core/attendance/absence_desk.h"
#include "core/beds/bed_desk.h"
#include "core/exchange/package_repository.h"
#include "core/facilities/facility_desk.h"
#include "core/services/agreement_desk.h"
#include "core/services/booking_desk.h"
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

TEST_CASE("services travel with what they refer to: bookings, groups, slips, agreements and plans",
          "[exchange][package]")
{
    PackageFixture fixture;
    fixture.elder(2001, u"孙德福"_s);
    fixture.elder(2002, u"赵淑兰"_s);
    ServiceDesk services(*fixture.store);
    BookingDesk bookings(*fixture.store);
    Booking order;
    order.elder = {2001};
    order.item = u"bath"_s;
    order.at = Clock::momentOf({2021, 8, 2}, {9, 0});
    const auto booking = bookings.add(order);
    REQUIRE(booking);
    const auto bath = bookings.done(booking->id);
    REQUIRE(bath);
    Service song;
    song.item = u"culture"_s;
    song.at = Clock::momentOf({2021, 8, 3}, {9, 0});
    const auto sung = services.addGroup(song, {{2001}, {2002}});
    REQUIRE(sung);
    REQUIRE(services.printed(bath->id, u"a5"_s));
    Agreement agreement;
    agreement.elder = {2002};
    agreement.from = {2021, 1, 1};
    PlanItem line;
    line.elder = {2002};
    line.item = u"comfort"_s;
    line.from = {2021, 1, 1};
    AgreementDesk agreements(*fixture.store);
    REQUIRE(agreements.add(agreement));
    REQUIRE(agreements.add(line));
    auto first = fixture.write();
    REQUIRE(first);
    CHECK(fixture.problemCodes(first->path) == QStringList());
    for (const auto& [family, count] :
         {std::pair(u"service"_s, 3), std::pair(u"booking"_s, 1), std::pair(u"slip_print"_s, 1),
          std::pair(u"agreement"_s, 1), std::pair(u"plan_item"_s, 1)}) {
        CAPTURE(family.toStdString());
        CHECK(first->package.counts.value(family).toInt() == count);
    }
    first->package.acknowledgedAt = fixture.store->clock.now();
    REQUIRE(PackageRepository(*fixture.store).change(first->package));

    // Later only what changed goes, with the first of its group and the service its slip is of.
    REQUIRE(services.sign(sung->back().id, SignedHow::Fingerprint));
    REQUIRE(services.printed(bath->id, u"a5"_s));
    PackageRequest request = fixture.request();
    request.quarter = {2021, 4};
    const auto next = fixture.write(request);
    REQUIRE(next);
    CHECK(fixture.problemCodes(next->path) == QStringList());
    CHECK(next->package.counts.value(u"service"_s).toInt() == 3);
    CHECK(next->package.counts.value(u"booking"_s).toInt() == 0);
    CHECK(next->package.counts.value(u"slip_print"_s).toInt() == 2);
    CHECK(next->package.counts.value(u"agreement"_s).toInt() == 1);
}
