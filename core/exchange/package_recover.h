// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/package_verify.h"
#include "core/security/session.h"
#include "core/storage/ledger.h"

namespace songhe {

/// What reading a package back came to.
struct RecoverReport {
    QString package;
    qint64 added = 0;     ///< the books lacked them
    qint64 updated = 0;   ///< the books had an older revision
    qint64 unchanged = 0; ///< the books have them, or something newer
    struct Conflict {
        QString table;
        qint64 record = 0;
        QString text;
    };
    qint64 conflicts = 0;
    std::vector<Conflict> conflictList; ///< the first 1,000

    [[nodiscard]] QJsonObject toJson() const;
};

/// At a centre that was restored from an older backup: takes over from one of its own later packages what the books
/// lack or hold in an older revision. What was entered since the restore is never overwritten. Verified through before
/// a row is looked at; one transaction; again it changes nothing. `own` is what opens it where `keys` are empty.
/// Errors: `Refused` (another centre's, or signed by somebody else), `Damaged`.
Result<RecoverReport> recoverPackage(Ledger& ledger, const CentreInfo& centre, const QString& path, AgeKeys keys,
                                     const SecureBytes& own, Progress& progress);

} // namespace songhe
