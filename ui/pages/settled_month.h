// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/divisions/divisions.h"
#include "core/security/session.h"
#include "core/subsidies/claim_desk.h"
#include "core/subsidies/claim_difference.h"

namespace songhe::ui {

/// One line of a settled period, ready to be shown.
struct SettledLine {
    QString evidence; ///< the family of what is claimed for
    qint64 record = 0;
    Id<Elder> elder; ///< none where it is about a facility or a project
    Id<Site> point;
    QDate on;
    QString name;
    QString site; ///< the meal point or facility
    Verdict::Outcome outcome = Verdict::Outcome::Refused;
    Fen amount;
    QString reason;            ///< in words
    std::vector<qint64> facts; ///< ids of those that decided
    LineKind kind = LineKind::Regular;
    Id<ClaimLine> line;     ///< none while nothing is kept
    Id<ClaimLine> corrects; ///< of an adjustment
    QString corrected;      ///< in words: what the line that it corrects says

    [[nodiscard]] bool isAdjustment() const { return kind == LineKind::Adjustment; }
};

/// Meals of one point, or of one reason.
struct SettledSum {
    QString label;
    qint64 count = 0;
    Fen amount;
};

/// A step of a claim, or its days opened again: what, when and by whom.
struct ClaimEvent {
    QString what;
    QDateTime at;
    QString who;
    QString note; ///< the day on the paper, the reason, the amount
};

/// A line of a claim that came back which settling now gives otherwise, with the name of whom or what it is about.
struct NamedChange {
    ChangedLine line;
    QString name;
};

/// A period as the policy judges it, and the draft that is kept of it.
struct SettledMonth {
    Claim claim;
    std::vector<ClaimEvent> history; ///< of the kept claim, oldest first
    bool ofMeals = true;
    std::optional<Claim> kept; ///< the draft, whatever it says
    QString policyTitle;
    QString policySource; ///< document, number, clause
    bool invented = false;
    qint64 people = 0; ///< who have at least one paid meal
    std::vector<SettledLine> lines;
    std::vector<SettledSum> bySite;   ///< paid
    std::vector<SettledSum> byGround; ///< paid, by reason
    std::vector<SettledSum> refused;  ///< not paid or held, by reason

    /// Of a claim that came back: what was sent against what settling gives now.
    std::optional<ClaimDifference> difference;
    std::vector<NamedChange> changes;

    /// What is shown is what is kept.
    [[nodiscard]] bool isKept() const { return kept && kept->digest == claim.digest; }
};

/// What all pages say about places and facts.
[[nodiscard]] Wording wordingFor(const Divisions& divisions, const QString& seenFrom);

/// Where a policy's text stands: document, number, clause.
[[nodiscard]] QString sourceText(const Policy& policy);

/// Settles one month and keeps nothing. For a worker thread.
Result<SettledMonth> settleMonth(Session& books, const Divisions& divisions, const QString& policy,
                                 const Period& period, Progress& progress);
/// A kept claim as it was written: one that came back, whose period may be settled anew.
Result<SettledMonth> keptMonth(Session& books, const Divisions& divisions, Id<Claim> claim, Progress& progress);
/// Settles it and keeps it as a draft.
Result<Claim> writeMonth(Session& books, const Divisions& divisions, const QString& policy, const Period& period,
                         Progress& progress);

/// Something an auditor would ask about, with the name of whom or what it is about.
struct NamedFinding {
    ClaimFinding finding;
    QString name;
};
/// Looks through a kept claim, which makes a draft a checked one. For a worker thread.
Result<std::vector<NamedFinding>> checkMonth(Session& books, const Divisions& divisions, Id<Claim> claim);
/// Signs it. For a worker thread.
Result<Claim> signMonth(Session& books, const Divisions& divisions, Id<Claim> claim, Progress& progress);

} // namespace songhe::ui
