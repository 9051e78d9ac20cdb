// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rules/wording.h"
#include "core/subsidies/claim_repository.h"
#include "core/subsidies/settlement.h"

#include <QtCore/QCoreApplication>

namespace songhe {

/// Settling a period and keeping it as a draft claim.
///
///     SettlementDesk desk(ledger, shelf, wording);
///     ASSIGN_OR_RETURN(const Claim claim, desk.write(u"baotou-2020-meals"_s, period, progress));
class SettlementDesk {
    Q_DECLARE_TR_FUNCTIONS(songhe::SettlementDesk)

public:
    /// `shelf` must outlive the desk.
    SettlementDesk(Ledger& ledger, const PolicyShelf& shelf, Wording wording)
        : m_ledger(ledger)
        , m_shelf(shelf)
        , m_wording(std::move(wording))
        , m_claims(ledger)
    { }

    /// Judges the period without keeping anything. The claim that comes back has its digests, and the id of the draft
    /// if one with the same digest is kept already. A signed period comes back as it was signed, lines and all.
    Result<Claim> settle(const QString& policy, const Period& period, const SettledUnitSink& each, Progress& progress);
    /// Keeps the lines as a draft: the same input gives the same draft, id and digest; changed input replaces it by
    /// its next revision, and the lines before become void. A signed period is left as it is.
    Result<Claim> write(const QString& policy, const Period& period, Progress& progress);

    Result<Claim> show(Id<Claim> id);
    Result<std::vector<Claim>> list() { return m_claims.list(); }
    Result<std::vector<ClaimLine>> linesOf(Id<Claim> id) { return m_claims.linesOf(id); }
    /// What each claim that stands says of one elder, the newest first.
    Result<std::vector<ClaimShare>> sharesOf(Id<Elder> elder) { return m_claims.sharesOf(elder); }
    template <typename Each> Result<void> walkLines(Id<Claim> id, Each&& each)
    {
        return m_claims.walkLines(id, std::forward<Each>(each));
    }

    /// The reason of a line in words, without 'not payable:' in front; by the version that judges its day.
    [[nodiscard]] QString reasonText(const QString& policy, QDate on, const Reason& reason) const;
    [[nodiscard]] QString reasonText(const QString& policy, const SettledUnit& meal) const;
    [[nodiscard]] QString reasonText(const Claim& claim, const ClaimLine& line) const;
    /// The newest version that judged the claim, for its title, source and status; null where it is not at hand.
    [[nodiscard]] const Policy* policyOf(const Claim& claim) const;

    /// Every kept claim whose lines are no longer those it was written with, or no longer come to its sum, and every
    /// row that a signed one wrote down which is not what it was; a sentence each. Neither has audit entries of its
    /// own, so this is what proves them.
    Result<QStringList> alteredLines();

    /// Settles anew, with nothing kept: what the claim would be by the records as they are now.
    Result<Claim> settleAnew(const QString& policy, const Period& period, const SettleOptions& options,
                             const SettledUnitSink& each, Progress& progress)
    {
        return settleWithDigest(policy, period, options, each, progress);
    }

private:
    /// As the records are now, whatever is kept or signed.
    Result<Claim> settleWithDigest(const QString& policy, const Period& period, const SettleOptions& options,
                                   const SettledUnitSink& each, Progress& progress);
    Result<SettleOptions> optionsFor(const QString& policy, const Period& period);
    Result<void> refuseOverlap(const Claim& claim);
    Result<void> walkSigned(const Claim& claim, const SettledUnitSink& each);

    Ledger& m_ledger;
    const PolicyShelf& m_shelf;
    Wording m_wording;
    ClaimRepository m_claims;
};

} // namespace songhe
