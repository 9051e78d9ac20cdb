// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/facilities/facility.h"

namespace songhe {

/// What the rooms are for; another use ends what a subsidy was given for.
enum class PremisesUse { ElderCare, Other };
template <> std::span<const ChoiceName> choiceNames<PremisesUse>();

enum class Tenure { Owned, Rented, Provided };
template <> std::span<const ChoiceName> choiceNames<Tenure>();

enum class Estate { OldTown, Existing, NewEstate };
template <> std::span<const ChoiceName> choiceNames<Estate>();

/// Rooms that a facility has from a first to a last day. What a facility measures on a day is the sum of its premises
/// of that day: several points of one area count together (bt-area).
struct Premises {
    static constexpr const char* family = "premises";

    Id<Premises> id;
    Id<Facility> facility;
    std::optional<QString> location;
    Area area;
    std::optional<int> beds;
    PremisesUse use = PremisesUse::ElderCare;
    std::optional<Tenure> tenure;
    std::optional<Estate> estate;   ///< the smallest size allowed differs by it
    std::optional<QDate> consentOn; ///< by civil affairs
    std::optional<QDate> from;
    std::optional<QDate> to;
    Recorded recorded;

    [[nodiscard]] bool holdsOn(QDate day) const { return (!from || *from <= day) && (!to || *to >= day); }
};

template <> const Schema<Premises>& schemaOf<Premises>();

} // namespace songhe
