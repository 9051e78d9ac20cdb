// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/age_header.h"
#include "core/exchange/bag.h"
#include "core/subsidies/claim.h"

namespace songhe {

/// One claim of a package, recomputed.
struct ReplayedClaim {
    Id<Claim> claim;
    QString policy;
    QString period;
    ClaimState state = ClaimState::Draft;
    Fen stated;
    Fen replayed;
    QString digest;
    QString replayedDigest;
    Id<ClaimLine> line; ///< the first that differs, where it is a line
    QString difference; ///< in words; empty: it came out the same
    QJsonArray caps;    ///< the balances before the period, taken as the package states them

    [[nodiscard]] bool same() const { return difference.isEmpty(); }
};

struct ReplayReport {
    QString centreCode;                ///< as the package says
    std::vector<BagProblem> problems;  ///< of the bag itself
    std::vector<ReplayedClaim> claims; ///< in the order in which they were signed, drafts last

    [[nodiscard]] bool ok() const;
    [[nodiscard]] QJsonObject toJson() const;
};

/// Recomputes every claim of a package by what the package holds, without the centre's books: records as they stood
/// when the claim was signed, the facts frozen with it, the policy files and choices it names. The caps' balances
/// before the period are taken as stated. `path`: a sealed package, a zip, or a folder.
Result<ReplayReport> replayClaims(const QString& path, const AgeKeys& keys, Progress& progress);

} // namespace songhe
