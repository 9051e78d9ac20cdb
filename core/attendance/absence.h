// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/elders/elder.h"

namespace songhe {

enum class AbsenceReason { Hospital, Away, Other };
template <> std::span<const ChoiceName> choiceNames<AbsenceReason>();

/// Days on which an elder was not here to be served: no meal, no bed and no day care of these days is paid.
struct Absence {
    static constexpr const char* family = "absence";

    Id<Absence> id;
    Id<Elder> elder;
    QDate from;
    std::optional<QDate> to; ///< the last day away; open while she has not come back
    AbsenceReason reason = AbsenceReason::Away;
    std::optional<QString> origin; ///< desk, records
    std::optional<QString> note;   ///< sealed: which hospital, who told it
    Recorded recorded;

    [[nodiscard]] bool holdsOn(QDate day) const { return from <= day && (!to || *to >= day); }
};

template <> const Schema<Absence>& schemaOf<Absence>();

} // namespace songhe
