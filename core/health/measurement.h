// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/elders/elder.h"
#include "core/staff/staff.h"

namespace songhe {

enum class MeasurementKind { BloodPressure, Glucose, Weight, Temperature };
template <> std::span<const ChoiceName> choiceNames<MeasurementKind>();

/// Something measured of an elder. Units, limits and warnings are the catalogue's (health_plan.h).
struct Measurement {
    static constexpr const char* family = "measurement";

    Id<Measurement> id;
    Id<Elder> elder;
    QDate on;     ///< the day of `at` at the centre
    QDateTime at; ///< UTC
    MeasurementKind kind = MeasurementKind::BloodPressure;
    QString value; ///< as it is read off: 135/82, 6.4
    std::optional<Id<Staff>> staff;
    std::optional<QString> origin; ///< desk, records
    std::optional<QString> note;   ///< sealed
    Recorded recorded;
};

template <> const Schema<Measurement>& schemaOf<Measurement>();

} // namespace songhe
