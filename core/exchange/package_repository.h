// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/progress.h"
#include "core/exchange/package_choice_repository.h"
#include "core/exchange/package_table.h"
#include "core/security/audit_log.h"

namespace songhe {

/// Takes a piece of CSV: whole records, the heading row first.
using CsvSink = std::function<Result<void>(const QByteArray& records)>;

/// While it lives, the store reads as it stood when it began, and others may write on: a package takes minutes. Nothing
/// may be written through that store meanwhile.
class ReadSnapshot {
public:
    static Result<std::unique_ptr<ReadSnapshot>> begin(Store& store);
    ~ReadSnapshot();
    ReadSnapshot(const ReadSnapshot&) = delete;
    ReadSnapshot& operator=(const ReadSnapshot&) = delete;

private:
    explicit ReadSnapshot(Store& store)
        : m_store(store)
    { }

    Store& m_store;
};

/// What was written, and what goes into the next package.
class PackageRepository {
public:
    explicit PackageRepository(Ledger& ledger)
        : m_ledger(ledger)
        , m_packages(ledger)
    { }

    Result<Package> add(Package package) { return m_packages.add(std::move(package)); }
    Result<Package> change(Package package) { return m_packages.change(std::move(package)); }
    /// The newest first.
    Result<std::vector<Package>> list();
    Result<std::optional<Package>> newest();
    /// The number of the next package: after the highest known, also after a restore of older data.
    Result<int> nextSequence();
    /// Later packages are numbered after `sequence`.
    Result<void> raiseFloor(int sequence);
    Result<std::optional<Package>> newestOf(Quarter quarter);
    /// Of those that prove these books' chain: one that was read back after a restore does not.
    Result<std::optional<Package>> newestAcknowledged();

    /// Streams a family's records as CSV in the order of their ids; how many.
    Result<qint64> writeRows(const PackageTable& table, const PackageScope& scope, const CsvSink& sink,
                             Progress& progress);
    /// A record of the books as its line of CSV; nothing where there is none.
    Result<std::optional<QByteArray>> rowText(const PackageTable& table, qint64 id);
    /// The chain after entry `since`: number, content digest, chain digest.
    Result<qint64> writeAudit(qint64 since, const CsvSink& sink, Progress& progress);
    Result<AuditHead> auditHead();
    Result<QByteArray> auditDigestAt(qint64 number);
    /// `<uuid>@<began>` of every lineage of these books, the oldest first: `began` in ms since 1970, 0 for the first.
    /// A record belongs to the newest lineage that began at or before its `recorded_at`.
    Result<QStringList> lineages();

private:
    Ledger& m_ledger;
    RecordTable<Package> m_packages;
};

} // namespace songhe
