// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/elders/elder.h"
#include "core/storage/ledger.h"

namespace songhe {

/// Where something of an elder stands in time.
struct TimelinePlace {
    QDate on;
    int family = 0; ///< its place among the families; on one day they follow each other
    qint64 id = 0;
};

/// Finds an elder's records by day, newest first, each family by its own index.
class TimelineRepository {
public:
    explicit TimelineRepository(Ledger& ledger)
        : m_ledger(ledger)
    { }

    /// At most `most` records of one table, those after `before` in the order of a timeline. Table and column are names
    /// of this program, never data.
    Result<std::vector<TimelinePlace>> places(const char* table, const char* dayColumn, int family, Id<Elder> elder,
                                              const std::optional<TimelinePlace>& before, int most);

private:
    Ledger& m_ledger;
};

} // namespace songhe
