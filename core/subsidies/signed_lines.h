// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rules/policy_calendar.h"
#include "core/storage/ledger.h"
#include "core/subsidies/claim.h"

#include <map>
#include <unordered_map>
#include <unordered_set>

namespace songhe {

/// What a signed claim was granted for one record, with the adjustments that were signed since.
struct SignedUnit {
    Id<ClaimLine> line;
    QString evidence;
    qint64 record = 0;
    Id<Elder> elder;
    Id<Site> site;
    QDate on;
    Fen net;
    bool returned
        = false; ///< the district handed this line back: it comes to nothing and is not claimed anew by itself
};

/// All that signed claims under one policy hold. The lines of a day are read day by day: only corrections, late lines
/// and the claims themselves are held in memory.
class SignedLines {
public:
    /// As if nothing were signed.
    SignedLines() = default;
    static Result<SignedLines> load(Ledger& ledger, const QString& policy);

    [[nodiscard]] bool isEmpty() const { return m_claims.empty(); }
    [[nodiscard]] QDate first() const;
    [[nodiscard]] QDate last() const;
    /// Does the day lie in the period of a signed claim?
    [[nodiscard]] bool cover(QDate day) const;
    [[nodiscard]] const std::vector<Claim>& claims() const { return m_claims; }
    /// The days of signed claims stay with the versions and the choices that judged them.
    Result<void> pin(PolicyCalendar& calendar, const PolicyShelf& shelf) const;

    /// Reads the units day after day.
    class Days {
    public:
        Days(Ledger& ledger, const SignedLines& lines)
            : m_ledger(ledger)
            , m_lines(lines)
        { }
        /// Days must rise.
        Result<void> take(QDate day, std::vector<SignedUnit>& units);

    private:
        Result<bool> read();

        Ledger& m_ledger;
        const SignedLines& m_lines;
        std::size_t m_claim = 0;
        std::optional<Rows> m_rows;
        std::optional<SignedUnit> m_next;
    };

private:
    void finish(SignedUnit& unit) const;
    static SignedUnit unitOf(const Rows& row);

    std::vector<Claim> m_claims;                   ///< by first day
    std::unordered_map<qint64, qint64> m_adjusted; ///< by the line that was corrected
    std::unordered_set<qint64> m_returned;
    std::map<QDate, std::vector<SignedUnit>> m_late;
};

} // namespace songhe
