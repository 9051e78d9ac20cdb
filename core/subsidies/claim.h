// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/meals/meal.h"
#include "core/rules/verdict.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonObject>

namespace songhe {

/// Where a claim stands on its way. A draft or checked claim is replaced when its month is settled anew; from the
/// signature on it is frozen. A returned one stays as history and its period may be settled again.
enum class ClaimState { Draft, Checked, Signed, Exported, Accepted, Returned, PartlyReturned, Paid };
template <> std::span<const ChoiceName> choiceNames<ClaimState>();

/// Signed, and not handed back as a whole: its lines count, and only adjustments change what they come to.
[[nodiscard]] bool isBinding(ClaimState state);
/// Not signed yet.
[[nodiscard]] bool isOpen(ClaimState state);

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
    std::optional<qint64> adjustmentCount;    ///< lines that correct signed ones; not among the three counts above
    std::optional<Fen> adjustments;           ///< their sum, contained in `paid`
    std::optional<bool> correctionsElsewhere; ///< an earlier draft of this policy has the corrections
    std::optional<bool> provisional;          ///< an evaluation that the text wants is not on file yet
    QJsonArray versions;  ///< [{"version", "digest", "draft", "invented"}]: all that judged a day of the period
    QJsonObject settings; ///< what was chosen where the policy's text leaves a point open
    QJsonArray caps;      ///< [{"site", "before_fen", "after_fen"}]: of the year's cap, before and after this period
    QString linesDigest;  ///< SHA-256 (hex) of the lines in order
    std::optional<QString> factsDigest; ///< SHA-256 (hex) of the facts that decided
    QString digest;                     ///< SHA-256 (hex) of all above but id, state
    std::optional<QDateTime> signedAt;
    Recorded recorded;
};

template <> const Schema<Claim>& schemaOf<Claim>();

enum class LineKind {
    Regular,
    Late,       ///< of an earlier, signed period: recorded after the signature
    Adjustment, ///< what a line of a signed claim comes to more or less
};
template <> std::span<const ChoiceName> choiceNames<LineKind>();

/// A record of any family, as a line points at it.
struct Evidence { };

/// What one meal or other record of a claim comes to, and why. Written in bulk; the claim's audit entry holds the
/// digest of all.
struct ClaimLine {
    static constexpr const char* family = "claim_line";

    Id<ClaimLine> id; ///< rises in the order of payment
    Id<Claim> claim;
    LineKind kind = LineKind::Regular;
    QString evidence;    ///< the family of what is claimed for: meal, bed_stay, project …
    Id<Meal> meal;       ///< where it is a meal
    Id<Evidence> record; ///< where it is another record
    Id<Elder> elder;     ///< none where it is about a facility or a project
    Id<Site> site;
    QDate servedOn;
    Verdict::Outcome outcome = Verdict::Outcome::Refused;
    Fen amount;
    QString code;
    QJsonObject values;                    ///< of the reason
    QStringList facts;                     ///< ids of the facts that decided
    std::optional<Id<ClaimLine>> corrects; ///< of an adjustment: the line of a signed claim
    Recorded recorded;

    [[nodiscard]] Reason reason() const;
    [[nodiscard]] qint64 evidenceId() const { return meal.isNull() ? record.value : meal.value; }
};

template <> const Schema<ClaimLine>& schemaOf<ClaimLine>();

} // namespace songhe
