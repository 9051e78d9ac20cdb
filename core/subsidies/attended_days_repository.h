// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/elders/elder.h"
#include "core/storage/ledger.h"

#include <unordered_map>

namespace songhe {

/// The days on which elders came to day care, for claims that ask for them. Nothing is opened.
class AttendedDaysRepository {
public:
    explicit AttendedDaysRepository(Ledger& ledger)
        : m_ledger(ledger)
    { }

    /// Reads the days of all elders from `first` to `last`.
    Result<void> load(QDate first, QDate last);
    [[nodiscard]] bool came(Id<Elder> elder, QDate day) const { return firstIn(elder, day, day).isValid(); }
    /// The first day of the span on which she came; an invalid day where there is none.
    [[nodiscard]] QDate firstIn(Id<Elder> elder, QDate from, QDate to) const;

private:
    Ledger& m_ledger;
    std::unordered_map<qint64, std::vector<QDate>> m_days; ///< of each elder, rising
};

} // namespace songhe
