// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/centre/site.h"
#include "core/elders/elder.h"

namespace songhe {

/// One day of an elder in day care: when she came and when she left. One a day.
struct Attendance {
    static constexpr const char* family = "attendance";

    Id<Attendance> id;
    Id<Elder> elder;
    QDate on;
    QString in;                 ///< time of day at the centre, 08:10
    std::optional<QString> out; ///< not known while she is here
    std::optional<Id<Site>> site;
    std::optional<QString> origin; ///< desk, records
    std::optional<QString> note;   ///< sealed
    Recorded recorded;
};

template <> const Schema<Attendance>& schemaOf<Attendance>();

} // namespace songhe
