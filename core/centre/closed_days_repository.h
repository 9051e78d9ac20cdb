// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/ledger.h"

#include <QtCore/QCoreApplication>

namespace songhe {

/// Which days are closed because a claim about them was signed. Records of such a day are corrected (made void, facts
/// ended), and the correction becomes a line of the next claim; new ones are entered only after the manager opened the
/// claim's days for a reason.
class ClosedDaysRepository {
    Q_DECLARE_TR_FUNCTIONS(songhe::ClosedDaysRepository)

public:
    explicit ClosedDaysRepository(Ledger& ledger)
        : m_ledger(ledger)
    { }

    /// The period of the signed claim that closes the day for records of a family ('meal'); empty if it is open.
    Result<QString> closedBy(const QString& family, QDate day);
    /// The period of a claim that closed the day before `moment`, whether the manager opened it since or not.
    Result<QString> closedBefore(const QString& family, QDate day, const QDateTime& moment);
    /// `Refused`, telling what to do, where the day is closed.
    Result<void> mustBeOpen(const QString& family, QDate day);

private:
    Ledger& m_ledger;
};

} // namespace songhe
