// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/security/session.h"

namespace songhe {

/// What a restore would do, before it does it.
struct RestorePlan {
    QString centreName;
    AuditHead backupHead;
    AuditHead presentHead;  ///< number 0 where there are no data yet
    QDateTime backupNewest; ///< when the backup's newest entry was made
    QDateTime presentNewest;
    bool presentReadable = true; ///< false: data are there but cannot be read, what would be lost nobody can count
    qint64 commonNumber = 0;     ///< the last change that the backup and the present data share
    [[nodiscard]] qint64 entriesLost() const { return qMax<qint64>(0, presentHead.number - commonNumber); }
};

class Restore {
    Q_DECLARE_TR_FUNCTIONS(songhe::Restore)

public:
    /// Checks the backup through (file, references, audit chain) and says what would be lost. The present data are
    /// only read: they may be damaged, or of a newer program. A backup of another centre is refused.
    static Result<RestorePlan> plan(const DataFolder& folder, const QString& backup, Progress& progress);
    /// Puts the backup in the place of the data; the data it replaces are kept beside it as `before-restore-….db`:
    /// as a checked copy, or moved aside as they are where they cannot be read.
    /// Writes a new lineage and an audit entry naming the backup's head. The user must be able to open the backup.
    static Result<void> run(DataFolder& folder, const QString& backup, const QString& userName,
                            const SecureBytes& password, const Clock& clock);
};

} // namespace songhe
