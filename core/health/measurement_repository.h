// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/elders/elder_days.h"
#include "core/health/measurement.h"
#include "core/storage/record_table.h"

namespace songhe {

class MeasurementRepository {
public:
    explicit MeasurementRepository(Ledger& ledger)
        : m_measurements(ledger)
    { }

    Result<Measurement> add(const Measurement& one) { return m_measurements.add(one); }
    Result<Measurement> change(const Measurement& one) { return m_measurements.change(one); }
    Result<Measurement> voidMeasurement(Id<Measurement> id, const QString& reason)
    {
        return m_measurements.voidRecord(id, reason);
    }
    /// Not void, newest first.
    Result<std::vector<Measurement>> listIn(const DaySpan& span);
    /// The newest of one kind, oldest first: for a chart.
    Result<std::vector<Measurement>> newestOf(Id<Elder> elder, MeasurementKind kind, int most);
    Result<std::vector<Measurement>> listOf(Id<Elder> elder);

private:
    RecordTable<Measurement> m_measurements;
};

} // namespace songhe
