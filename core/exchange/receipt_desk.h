// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/receipt_reader.h"
#include "core/exchange/receipt_repository.h"
#include "core/subsidies/claim_desk.h"

#include <QtCore/QCoreApplication>

namespace songhe {

/// What taking over a receipt came to.
struct ReceiptReport {
    QString package;
    ReceiptCounts counts;
    bool alreadyHere = false; ///< it had been taken over before; only new decisions were applied
    qint64 openItems = 0;     ///< of the whole work-list, afterwards

    [[nodiscard]] QJsonObject toJson() const;
};

/// Takes over what the district answered: the package counts as acknowledged, claims are accepted or returned, and what
/// the district did not accept becomes a work-list.
class ReceiptDesk {
    Q_DECLARE_TR_FUNCTIONS(songhe::ReceiptDesk)

public:
    /// `shelf` must outlive the desk.
    ReceiptDesk(Ledger& ledger, CentreInfo centre, const PolicyShelf& shelf)
        : m_ledger(ledger)
        , m_centre(std::move(centre))
        , m_shelf(shelf)
        , m_receipts(ledger)
    { }

    /// All or nothing, and again the same: importing it twice changes nothing, a receipt issued anew brings its new
    /// decisions. Refused: of another centre, of a package that is not known here, not signed by the district's key of
    /// the settings. `own`: the centre's age identity.
    Result<ReceiptReport> import(const QString& path, const SecureBytes& own, Progress& progress);
    Result<std::vector<PackageReceipt>> list() { return m_receipts.list(); }
    Result<std::vector<ReceiptItem>> items(bool openOnly, int most = 100000)
    {
        return m_receipts.items(openOnly, most);
    }
    Result<qint64> openItems() { return m_receipts.openItems(); }
    /// Nothing is left to do about it; `note` says what was done.
    Result<ReceiptItem> done(Id<ReceiptItem> id, const QString& note);

private:
    Result<MinisignPublicKey> districtKey();
    Result<Package> packageOf(const ReceiptContent& content);
    Result<Package> noteUnnoted(const ReceiptContent& content);
    /// A number that the district has is not given again, whether the books still know its package or not.
    Result<void> passNumber(const ReceiptHead& head);
    Result<PackageReceipt> keep(const ReceiptContent& content, const Package& package, bool& alreadyHere);
    Result<void> keepOutcomes(const ReceiptContent& content, const PackageReceipt& receipt);

    Ledger& m_ledger;
    CentreInfo m_centre;
    const PolicyShelf& m_shelf;
    ReceiptRepository m_receipts;
};

} // namespace songhe
