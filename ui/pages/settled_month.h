// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/divisions/divisions.h"
#include "core/security/session.h"
#include "core/subsidies/settlement_desk.h"

namespace songhe::ui {

/// One meal of a settled month, ready to be shown.
struct SettledLine {
    Id<Meal> meal;
    Id<Elder> elder;
    Id<Site> point;
    QDate on;
    QString name;
    QString site;
    Verdict::Outcome outcome = Verdict::Outcome::Refused;
    Fen amount;
    QString reason;            ///< in words
    std::vector<qint64> facts; ///< ids of those that decided
};

/// Meals of one point, or of one reason.
struct SettledSum {
    QString label;
    qint64 count = 0;
    Fen amount;
};

/// A month as the policy judges it, and the draft that is kept of it.
struct SettledMonth {
    Claim claim;
    std::optional<Claim> kept; ///< the draft, whatever it says
    QString policyTitle;
    QString policySource; ///< document, number, clause
    bool invented = false;
    qint64 people = 0; ///< who have at least one paid meal
    std::vector<SettledLine> lines;
    std::vector<SettledSum> bySite;   ///< paid
    std::vector<SettledSum> byGround; ///< paid, by reason
    std::vector<SettledSum> refused;  ///< not paid or held, by reason

    /// What is shown is what is kept.
    [[nodiscard]] bool isKept() const { return kept && kept->digest == claim.digest; }
};

/// What all pages say about places and facts.
[[nodiscard]] Wording wordingFor(const Divisions& divisions, const QString& seenFrom);

/// Settles one month and keeps nothing. For a worker thread.
Result<SettledMonth> settleMonth(Session& books, const Divisions& divisions, const QString& policy,
                                 const Period& period, Progress& progress);
/// Settles it and keeps it as a draft.
Result<Claim> writeMonth(Session& books, const Divisions& divisions, const QString& policy, const Period& period,
                         Progress& progress);

} // namespace songhe::ui
