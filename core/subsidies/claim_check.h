// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rules/policy_shelf.h"
#include "core/storage/ledger.h"
#include "core/subsidies/claim.h"

namespace songhe {

/// Something an auditor would ask about.
struct ClaimFinding {
    QString code;   ///< ABSENT, SECOND_POINT, NO_SIGNATURE, MANY_MEALS, LATE_ENTRY, ENDING, CAP_NEAR, DECLARED, HELD,
                    ///< NOT_ATTENDED …
    QString text;   ///< in the user's language: what, and what to do
    QString family; ///< of the record it opens: meal, fact, elder, claim
    qint64 record = 0;
    Id<Elder> elder;
    Id<ClaimLine> line;
    std::optional<QDate> on;
};

struct ClaimFindings {
    std::vector<ClaimFinding> items; ///< by code, then day
    [[nodiscard]] QJsonArray toJson() const;
};

/// What an auditor would find in a claim. Nothing here stops a signature: who signs has seen it.
Result<ClaimFindings> checkClaim(Ledger& ledger, const PolicyShelf& shelf, const Claim& claim);

} // namespace songhe
