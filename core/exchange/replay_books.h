// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/exchange/bag.h"
#include "core/exchange/package_table.h"
#include "core/rules/policy_shelf.h"
#include "core/storage/ledger.h"

namespace songhe {

/// A package's tables in memory, as far as claims need them: nothing sealed, no audit, nobody signed in.
class ReplayBooks {
public:
    static Result<std::unique_ptr<ReplayBooks>> make();

    /// Takes in what a bag holds: tables and policy files.
    Result<void> load(BagTree& tree, Progress& progress);
    [[nodiscard]] Ledger& ledger() { return *m_ledger; }
    [[nodiscard]] const PolicyShelf& shelf() const { return m_shelf; }

    /// Puts the books back to the moment at which a claim was signed. Within a transaction that is rolled back.
    Result<void> asSigned(qint64 claim, const QString& signedAt);
    /// What was frozen at the signature and is not what the package's own records say, though these were not changed
    /// since; empty where all agree.
    Result<QString> frozenAgainstRecords(qint64 claim, const QString& signedAt);

private:
    class NoSealer;
    class NoAudit;
    ReplayBooks();
    Result<void> recordsAsSigned(qint64 claim, const QString& signedAt);
    Result<void> loadTable(const PackageTable& table, const BagContent& content, Progress& progress);

    FixedClock m_clock {QDate(2000, 1, 1)};
    std::unique_ptr<Store> m_store;
    std::unique_ptr<Sealer> m_sealer;
    std::unique_ptr<AuditSink> m_audit;
    std::unique_ptr<Ledger> m_ledger;
    PolicyShelf m_shelf;
};

} // namespace songhe
