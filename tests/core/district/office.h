// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/demo/demo_city.h"
#include "core/district/district_desk.h"
#include "core/district/district_keys.h"
#include "core/district/report_repository.h"
#include "core/exchange/centre_keys.h"
#include "tests/support/catch.h"

namespace songhe::tests {

/// The value of a Result, or the end of the test with its reason.
template <typename T> T ok(Result<T> result)
{
    REQUIRE(result);
    if constexpr (!std::is_void_v<T>)
        return std::move(*result);
}

/// One district office on a store of its own; all are sealed to by the same identity.
struct Office {
    FixedClock clock {QDate(2021, 4, 1)};
    std::unique_ptr<DistrictStore> store;
    std::unique_ptr<DistrictDesk> desk;
    DistrictInfo info;

    Office(const QString& place, const SecureBytes& identity)
    {
        store = ok(DistrictStore::open(place, true));
        info = ok(makeDistrict(*store, QStringLiteral("演示区民政局"), keysOf(identity), clock));
        desk = std::make_unique<DistrictDesk>(*store, ok(openDistrict(*store, keysOf(identity))), clock);
    }
    static AgeKeys keysOf(const SecureBytes& identity)
    {
        AgeKeys keys;
        keys.identities.push_back(ok(AgeIdentity::fromText(identity.view())));
        return keys;
    }
    void trust(const DemoCity& city)
    {
        for (const CityCentre& centre : city.centres())
            ok(desk->trust(centre.code, centre.minisignKey));
    }
    MergeReport merge(const QString& stick, const QString& receipts = {})
    {
        Progress progress;
        return ok(desk->merge({stick}, receipts, progress));
    }
    QString digest() { return ok(ReportRepository(*store).contentDigest()); }
};

} // namespace songhe::tests
