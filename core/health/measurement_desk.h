// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/health/health_plan.h"
#include "core/health/measurement_repository.h"

namespace songhe {

/// What is measured of elders. Each call is one transaction. `plan` must outlive the desk.
class MeasurementDesk {
    Q_DECLARE_TR_FUNCTIONS(songhe::MeasurementDesk)

public:
    MeasurementDesk(Ledger& ledger, const HealthPlan& plan)
        : m_ledger(ledger)
        , m_plan(plan)
        , m_days(ledger)
        , m_measurements(ledger)
    { }

    [[nodiscard]] const HealthPlan& plan() const { return m_plan; }

    /// Without a moment it is now. A value that cannot be read off is `Invalid` and told how to write it.
    Result<Measurement> add(Measurement one, EntryWay way = EntryWay::Desk);
    Result<Measurement> edit(Measurement one);
    Result<Measurement> voidMeasurement(Id<Measurement> id, const QString& reason);
    Result<std::vector<Measurement>> listIn(const DaySpan& span) { return m_measurements.listIn(span); }
    Result<std::vector<Measurement>> listOf(Id<Elder> elder) { return m_measurements.listOf(elder); }
    Result<std::vector<Measurement>> newestOf(Id<Elder> elder, MeasurementKind kind, int most)
    {
        return m_measurements.newestOf(elder, kind, most);
    }

private:
    Result<void> check(Measurement& one, EntryWay way);

    Ledger& m_ledger;
    const HealthPlan& m_plan;
    ElderDays m_days;
    MeasurementRepository m_measurements;
};

} // namespace songhe
