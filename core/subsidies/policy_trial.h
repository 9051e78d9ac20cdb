// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/subsidies/settlement.h"

namespace songhe {

/// What a period would have come to under a policy file, beside what it comes to now.
struct PolicyTrial {
    struct Line {
        qint64 record = 0;
        Id<Elder> elder;
        QDate on;
        Fen nowFen;
        QString nowCode;
        Fen fen;
        QString code;
    };
    static constexpr std::size_t mostLines = 1000;

    std::optional<Claim> now; ///< nothing where the policy is not here yet
    Claim tried;
    std::size_t changedCount = 0;
    std::vector<Line> changed; ///< the first of those whose amount or reason differs
};

/// Settles the period twice, as if nothing were signed: by what is at hand, and with `policy` in force on all its days.
/// Nothing is kept.
Result<PolicyTrial> tryPolicy(Ledger& ledger, const PolicyShelf& shelf, const Policy& policy, const Period& period,
                              Progress& progress);

} // namespace songhe
