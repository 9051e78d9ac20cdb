// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/care/day_summary.h"

namespace songhe {

/// Counts of one day over the tables.
class DaySummaryRepository {
public:
    explicit DaySummaryRepository(Ledger& ledger)
        : m_ledger(ledger)
    { }

    /// People, meals, attendance, absences and visits of `summary.on`.
    Result<void> count(DaySummary& summary);
    Result<void> sumServices(DaySummary& summary);
    Result<void> countIncidents(DaySummary& summary);

private:
    Ledger& m_ledger;
};

} // namespace songhe
