// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/ledger.h"
#include "core/subsidies/claim.h"

#include <QtCore/QCoreApplication>

namespace songhe {

/// Whether what signed claims wrote down at their signature is still what it was. Those rows are written in bulk and
/// have no entries of their own in the audit log; but the records they were taken from have, so each row is compared
/// with what the log says of its record at the moment of the signature, and the facts that decided with the claim's
/// digest of them. Needs no key but for reading the claim.
class FrozenCheckRepository {
    Q_DECLARE_TR_FUNCTIONS(songhe::FrozenCheckRepository)

public:
    explicit FrozenCheckRepository(Ledger& ledger)
        : m_ledger(ledger)
    { }

    /// A sentence for each row or claim that was altered; the first twenty.
    Result<QStringList> alteredRows(const std::vector<Claim>& claims);

private:
    Result<qint64> signedAtEntry(const Claim& claim);
    /// What the log says of a record before that entry; empty where it says nothing.
    Result<QJsonObject> recordBefore(const QString& family, qint64 record, qint64 entry);
    Result<void> checkFacts(const Claim& claim, qint64 entry);
    Result<void> checkRecords(const Claim& claim, qint64 entry);
    Result<void> checkMissing(const Claim& claim);
    Result<void> checkDigest(const Claim& claim);
    void add(const QString& problem);

    Ledger& m_ledger;
    QStringList m_problems;
};

} // namespace songhe
