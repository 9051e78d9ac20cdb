// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/receipt_repository.h"

#include "core/exchange/package_table.h"

namespace songhe {

using namespace Qt::StringLiterals;

Result<std::vector<PackageReceipt>> ReceiptRepository::list()
{
    return m_receipts.list(u"WHERE voided_at IS NULL ORDER BY imported_at DESC, id DESC"_s);
}

Result<std::optional<PackageReceipt>> ReceiptRepository::of(Id<Package> package)
{
    ASSIGN_OR_RETURN(const std::vector<PackageReceipt> found,
                     m_receipts.list(u"WHERE package_id = ? AND voided_at IS NULL"_s, {package}));
    return found.empty() ? std::optional<PackageReceipt>() : std::optional(found.front());
}

Result<std::vector<ReceiptItem>> ReceiptRepository::items(bool openOnly, int most)
{
    return m_items.list(u"WHERE voided_at IS NULL AND done <= ? ORDER BY done, receipt_id DESC, id LIMIT ?"_s,
                        {Value(openOnly ? 0 : 1), Value(most)});
}

Result<qint64> ReceiptRepository::openItems()
{
    ASSIGN_OR_RETURN(Rows rows,
                     m_ledger.store.run(u"SELECT count(*) FROM receipt_item WHERE done = 0 AND voided_at IS NULL"_s));
    const qint64 count = rows.next() ? rows.integer(0) : 0;
    RETURN_IF_ERROR(rows.failed());
    return count;
}

Result<Id<Elder>> ReceiptRepository::elderOf(const ReceiptItem& item)
{
    if (item.about == u"elder")
        return Id<Elder> {item.record.value};
    for (const PackageTable& table : packageTables()) {
        if (table.name() != item.about || !table.shape.columns.contains(u"elder_id"_s))
            continue;
        ASSIGN_OR_RETURN(
            Rows rows,
            m_ledger.store.run(u"SELECT elder_id FROM %1 WHERE id = ?"_s.arg(table.name()), {Value(item.record)}));
        const Id<Elder> elder {rows.next() ? rows.integer(0) : 0};
        RETURN_IF_ERROR(rows.failed());
        return elder;
    }
    return Id<Elder>();
}

Result<std::vector<ReceiptItem>> ReceiptRepository::decisionsAbout(qint64 claim)
{
    return m_items.list(u"WHERE about = 'claim' AND record_id = ? AND outcome IN ('accepted', 'returned') "
                        "AND voided_at IS NULL ORDER BY decided_at NULLS FIRST, id"_s,
                        {Value(claim)});
}

} // namespace songhe
