// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/package_fixture.h"

#include "core/attendance/absence_desk.h"
#include "core/beds/bed_desk.h"
#include "core/exchange/package_repository.h"
#include "core/facilities/facility_desk.h"
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
