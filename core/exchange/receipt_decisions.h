// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/receipt.h"
#include "core/exchange/receipt_repository.h"
#include "core/subsidies/claim_desk.h"

#include <QtCore/QCoreApplication>

namespace songhe {

/// Takes over what the district decided about claims. A decision moves a claim only where it was made about the very
/// signing that stands in these books; what cannot be applied becomes a line of the work-list that says why. Within the
/// transaction of the import.
class ReceiptDecisions {
    Q_DECLARE_TR_FUNCTIONS(songhe::ReceiptDesk)

public:
    /// `shelf` and `receipt` must outlive it.
    ReceiptDecisions(Ledger& ledger, const PolicyShelf& shelf, const PackageReceipt& receipt)
        : m_ledger(ledger)
        , m_receipts(ledger)
        , m_claims(ledger, shelf, Wording())
        , m_receipt(receipt)
    { }

    /// Each once, however often it comes; of several about one claim the newest counts.
    Result<void> take(std::vector<ReceiptDecision> decisions);

private:
    using Known = std::vector<ReceiptItem>;
    using Decisions = std::vector<ReceiptDecision>;

    Result<void> takeAbout(Id<Claim> id, Decisions decisions);
    Result<void> date(Known& known, const Decisions& decisions);
    /// Why it cannot be said that the decision is about what was signed here; nothing where it is.
    Result<std::optional<QString>> strange(const ReceiptDecision& decision, const Claim& claim);
    /// Why the claim could not be moved; nothing where it was, or stands there already.
    Result<std::optional<QString>> apply(const ReceiptDecision& decision, const Claim& claim, const Known& known);
    Result<std::optional<QString>> correct(const ReceiptDecision& decision, const Claim& claim, const QString& note);
    Result<void> keep(ReceiptItem item, const ReceiptDecision& decision, const QString& obstacle);
    Result<void> close(const Known& known);

    Ledger& m_ledger;
    ReceiptRepository m_receipts;
    ClaimDesk m_claims;
    const PackageReceipt& m_receipt;
};

} // namespace songhe
