// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/elders/elder.h"
#include "core/facilities/facility.h"

namespace songhe {

/// What a bed is taken for.
enum class StayKind { Overnight, Day };
template <> std::span<const ChoiceName> choiceNames<StayKind>();

/// An elder takes a bed of a facility, from her first night to her last: a night counts for the day it begins on.
/// Her care class is that of her assessment, or of the declared fact, of the day; it does not stand here.
struct BedStay {
    static constexpr const char* family = "bed_stay";

    Id<BedStay> id;
    Id<Elder> elder;
    std::optional<Id<Facility>> facility;
    std::optional<QString> bed; ///< 302-1
    StayKind kind = StayKind::Overnight;
    QDate from;
    std::optional<QDate> to;
    std::optional<QString> origin; ///< desk, records
    std::optional<QString> note;   ///< sealed
    Recorded recorded;

    [[nodiscard]] bool holdsOn(QDate day) const { return from <= day && (!to || *to >= day); }
};

template <> const Schema<BedStay>& schemaOf<BedStay>();

} // namespace songhe
