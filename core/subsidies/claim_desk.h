// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/subsidies/claim_check.h"
#include "core/subsidies/settlement_desk.h"

namespace songhe {

/// A claim with the steps it took and the times its days were opened again.
struct ClaimFile {
    Claim claim;
    std::vector<ClaimStep> steps;
    std::vector<ClaimOpening> openings;
};

/// The way of a claim from draft to money: draft → checked → signed → exported → accepted, returned or partly returned
/// → paid. Each step is written down with who and when.
class ClaimDesk {
    Q_DECLARE_TR_FUNCTIONS(songhe::ClaimDesk)

public:
    static constexpr int mostOpenDays = 15;

    /// `shelf` must outlive the desk.
    ClaimDesk(Ledger& ledger, const PolicyShelf& shelf, Wording wording)
        : m_ledger(ledger)
        , m_shelf(shelf)
        , m_settlement(ledger, shelf, std::move(wording))
        , m_claims(ledger)
    { }

    Result<ClaimFile> show(Id<Claim> id);
    /// What an auditor would find. Looking at a draft marks it as checked.
    Result<ClaimFindings> check(Id<Claim> id);
    Result<ClaimFindings> findings(Id<Claim> id);
    /// Freezes the claim. Refused where the records changed since the draft, and to everybody but the manager.
    Result<Claim> sign(Id<Claim> id, Progress& progress);
    /// Every signed claim that lies within the span left the house in a package.
    Result<int> exported(QDate first, QDate last, const QString& package);
    Result<Claim> accept(Id<Claim> id, std::optional<QDate> on, const QString& note);
    /// As a whole, or only `lines`. A reason is wanted.
    Result<Claim> giveBack(Id<Claim> id, const QStringList& lines, std::optional<QDate> on, const QString& reason);
    /// The district decided otherwise than before: a returned claim that nothing took the place of is accepted, an
    /// accepted one that was not paid goes back. `note` says why.
    Result<Claim> correct(Id<Claim> id, bool accepted, std::optional<QDate> on, const QString& note);
    /// Another claim under the same policy about days of this one, which was not returned.
    Result<std::optional<Claim>> successorOf(const Claim& claim);
    /// `fen`: what arrived; the claim's amount where nothing is said.
    Result<Claim> paid(Id<Claim> id, std::optional<Fen> fen, std::optional<QDate> on, const QString& note);
    /// Opens the days of a signed claim for new entries.
    Result<ClaimOpening> open(Id<Claim> id, const QString& reason, int days);

private:
    Result<Claim> step(Id<Claim> id, std::initializer_list<ClaimState> from, ClaimStep step);
    Result<void> mustBeManager(const QString& what);
    static QString wayText(std::initializer_list<ClaimState> states);

    Ledger& m_ledger;
    const PolicyShelf& m_shelf;
    SettlementDesk m_settlement;
    ClaimRepository m_claims;
};

} // namespace songhe
