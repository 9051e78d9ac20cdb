// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/progress.h"
#include "core/storage/ledger.h"

#include <vector>

namespace songhe {

/// Where the chain stands: the number of the newest entry and its chain digest (32 bytes; zeros before the first).
struct AuditHead {
    qint64 number = 0;
    QByteArray digest = QByteArray(32, '\0');

    friend bool operator==(const AuditHead&, const AuditHead&) = default;
};

/// The family of the entries that say that the clock went back: content {"last": …, "now": …}.
inline constexpr const char* clockFamily = "clock";

/// One entry as it is stored.
struct AuditEntry {
    qint64 number = 0;
    Change change;
    QByteArray contentDigest; ///< SHA-256 over number, moment, user, family, id, revision, kind and content
    QByteArray chainDigest;   ///< SHA-256(previous chain digest ‖ content digest)
};

struct AuditReport {
    qint64 entries = 0;
    AuditHead head;
    QStringList problems; ///< each names the entry; empty: the chain holds
};

/// The log in which history proves itself: every change of a record is appended in its own transaction.
class AuditLog final : public AuditSink {
public:
    explicit AuditLog(Store& store)
        : m_store(store)
    { }

    /// Where the computer's clock went back by more than a minute since the newest entry, that is written down first.
    Result<void> append(const Change& change) override;

    Result<AuditHead> head();
    /// Walks the whole chain; needs no key.
    Result<AuditReport> verify(Progress& progress);
    /// The history of one record, oldest first.
    Result<std::vector<AuditEntry>> historyOf(const QString& family, qint64 id);

private:
    Result<void> put(const AuditHead& before, const Change& change);

    Store& m_store;
};

[[nodiscard]] QByteArray auditContentDigest(qint64 number, const Change& change);
[[nodiscard]] QByteArray auditChainDigest(const QByteArray& previous, const QByteArray& content);
[[nodiscard]] QString changeKindKey(ChangeKind kind);

} // namespace songhe
