// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/meals/meal.h"
#include "core/rules/verdict.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonObject>

namespace songhe {

enum class ClaimState { Draft };
template <> std::span<const ChoiceName> choiceNames<ClaimState>();

/// What a centre claims under one policy for one period. Same input, same digest; a draft whose input changed is
/// replaced by its next revision.
struct Claim {
    static constexpr const char* family = "claim";

    Id<Claim> id;
    QString policy;        ///< baotou-2020-meals
    int policyVersion = 0; ///< the newest that judged a day of the period
    QString policyDigest;
    bool draftPolicy = false; ///< a version that judged is a draft: every page says so
    QString period;           ///< 2021-09, 2021Q3, 2021
    QDate from;
    QDate to;
    ClaimState state = ClaimState::Draft;
    qint64 paidCount = 0;
    Fen paid;
    qint64 refusedCount = 0;
    qint64 heldCount = 0;
    QJsonArray versions;  ///< [{"version", "digest", "draft", "invented"}]: all that judged a day of the period
    QJsonObject settings; ///< what was chosen where the policy's text leaves a point open
    QJsonArray caps;      ///< [{"site", "before_fen", "after_fen"}]: of the year's cap, before and after this period
    QString linesDigest;  ///< SHA-256 (hex) of the lines in order
    QString digest;       ///< SHA-256 (hex) of all above but id, state
    Recorded recorded;
};

template <> const Schema<Claim>& schemaOf<Claim>();

/// One meal of a claim: paid or not, and why. Written in bulk; the claim's audit entry holds the digest of all.
struct ClaimLine {
    static constexpr const char* family = "claim_line";

    Id<ClaimLine> id; ///< rises in the order of payment
    Id<Claim> claim;
    Id<Meal> meal;
    Id<Elder> elder;
    Id<Site> site;
    QDate servedOn;
    Verdict::Outcome outcome = Verdict::Outcome::Refused;
    Fen amount;
    QString code;
    QJsonObject values; ///< of the reason
    QStringList facts;  ///< ids of the facts that decided
    Recorded recorded;

    [[nodiscard]] Reason reason() const;
};

template <> const Schema<ClaimLine>& schemaOf<ClaimLine>();

} // namespace songhe
