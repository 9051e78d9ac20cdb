// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/id.h"
#include "core/base/result.h"
#include "core/records/recorded.h"
#include "core/storage/store.h"

#include <QtCore/QByteArray>
#include <QtCore/QString>

#include <vector>

namespace songhe {

/// Whose key seals a record: that person's own, or the centre's where `id` is 0.
struct PersonRef {
    QString family; ///< `elder`, `user`, `staff`
    qint64 id = 0;
};

/// What an envelope is bound to (libsodium's associated data), beside the centre's UUID.
struct SealContext {
    PersonRef person;
    QString family;
    qint64 id = 0;
    int revision = 0;
};

/// Seals and opens the identity part of records. Storage knows only this; `core/security` implements it.
class Sealer {
public:
    virtual ~Sealer() = default;
    virtual Result<QByteArray> seal(const SealContext& context, const QByteArray& plain) = 0;
    virtual Result<QByteArray> open(const SealContext& context, const QByteArray& sealed) = 0;
    /// Keyed digest of an identity number, to find duplicates without opening an envelope.
    [[nodiscard]] virtual QByteArray numberDigest(const QString& number) const = 0;
};

enum class ChangeKind { Added, Changed, Voided };

/// One change of one record, as the audit log keeps it. `content` holds the stored values as canonical JSON, those of
/// sealed fields still sealed.
struct Change {
    QString family;
    qint64 id = 0;
    int revision = 0;
    ChangeKind kind = ChangeKind::Added;
    QDateTime at;
    Id<User> by;
    QByteArray content;
};

/// Where changes are written down, in the same transaction. `core/security` implements it.
class AuditSink {
public:
    virtual ~AuditSink() = default;
    virtual Result<void> append(const Change& change) = 0;
};

/// The opened books of a centre: the store together with who is at work, the time, the keys and the audit.
/// Desks and repositories get it handed in. It belongs to the store's thread.
class Ledger {
public:
    Ledger(Store& openStore, Sealer& openSealer, AuditSink& openAudit, const Clock& openClock, Id<User> atWork)
        : store(openStore)
        , sealer(openSealer)
        , audit(openAudit)
        , clock(openClock)
        , ids(openClock)
        , user(atWork)
    { }

    template <typename Work> auto transact(Work&& work) { return store.transact(std::forward<Work>(work)); }
    [[nodiscard]] QDate today() const { return clock.today(); }

    Store& store;
    Sealer& sealer;
    AuditSink& audit;
    const Clock& clock;
    IdSource ids;
    Id<User> user;
};

} // namespace songhe
