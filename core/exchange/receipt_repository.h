// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/receipt_item.h"
#include "core/storage/record_table.h"

namespace songhe {

/// Receipts that came back, and what is left to do about them.
class ReceiptRepository {
public:
    explicit ReceiptRepository(Ledger& ledger)
        : m_receipts(ledger)
        , m_items(ledger)
        , m_ledger(ledger)
    { }

    Result<PackageReceipt> add(PackageReceipt receipt) { return m_receipts.add(std::move(receipt)); }
    Result<PackageReceipt> change(PackageReceipt receipt) { return m_receipts.change(std::move(receipt)); }
    Result<ReceiptItem> add(ReceiptItem item) { return m_items.add(std::move(item)); }
    Result<ReceiptItem> change(ReceiptItem item) { return m_items.change(std::move(item)); }
    Result<std::optional<ReceiptItem>> findItem(Id<ReceiptItem> id) { return m_items.find(id); }
    /// The newest first.
    Result<std::vector<PackageReceipt>> list();
    Result<std::optional<PackageReceipt>> of(Id<Package> package);
    /// Those that are open first; `openOnly` leaves the others out. At most `most`.
    Result<std::vector<ReceiptItem>> items(bool openOnly, int most);
    Result<qint64> openItems();
    /// Whom the item's record is about; nobody where it is about none.
    Result<Id<Elder>> elderOf(const ReceiptItem& item);
    /// The district's decisions about a claim that were taken over, in their order; those of earlier programs first.
    Result<std::vector<ReceiptItem>> decisionsAbout(qint64 claim);

private:
    RecordTable<PackageReceipt> m_receipts;
    RecordTable<ReceiptItem> m_items;
    Ledger& m_ledger;
};

} // namespace songhe
