// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/ledger.h"
#include "core/subsidies/claim.h"

namespace songhe {

/// A record that a check found.
struct CheckedRow {
    QString code;
    QString family;
    qint64 record = 0;
    Id<Elder> elder;
    Id<ClaimLine> line;
    QDate on;
    QString detail; ///< codes, days and counts, never a name
};

/// The questions of the check before signing, each one SELECT over the claim's lines.
class ClaimCheckRepository {
public:
    explicit ClaimCheckRepository(Ledger& ledger)
        : m_ledger(ledger)
    { }

    Result<std::vector<CheckedRow>> find(const Claim& claim, int lateAfterDays, int endingWithinDays, int boundYears);

private:
    Result<void> findOfAttendance(const Claim& claim, std::vector<CheckedRow>& found);
    Result<void> ask(const char* code, const QString& sql, std::initializer_list<Value> values,
                     std::vector<CheckedRow>& rows);

    Ledger& m_ledger;
};

} // namespace songhe
