// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/elders/elder.h"
#include "core/facilities/facility.h"

namespace songhe {

/// A bed in the elder's own home that a facility serves (家庭养老床位). No day of it is also one of a BedStay.
struct HomeCareBed {
    static constexpr const char* family = "home_care_bed";

    Id<HomeCareBed> id;
    Id<Elder> elder;
    std::optional<Id<Facility>> facility; ///< who serves it
    std::optional<QString> bed;           ///< its code with the district: JC-017
    QDate from;
    std::optional<QDate> to;
    std::optional<QDate> acceptedOn; ///< when the district accepted the equipment of the home
    std::optional<QString> origin;   ///< desk, records
    std::optional<QString> note;     ///< sealed
    Recorded recorded;

    [[nodiscard]] bool holdsOn(QDate day) const { return from <= day && (!to || *to >= day); }
};

template <> const Schema<HomeCareBed>& schemaOf<HomeCareBed>();

} // namespace songhe
