// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/district/finding.h"

#include <QtCore/QByteArray>

namespace songhe::finding_rows {

/// A claim that was made: signed, and not returned. `claim` is what the statement calls the table.
inline QString made(const QString& claim)
{
    return QStringLiteral("%1.signed_at IS NOT NULL AND %1.voided_at IS NULL AND %1.state <> 'returned'").arg(claim);
}

/// Rows of one group while they pass, with the centres they are of.
struct Group {
    QByteArray person;
    QString key;
    QStringList centres;
    std::vector<FoundRecord> records;

    void take(const QString& centre, const QString& table, qint64 id)
    {
        if (!centres.contains(centre))
            centres << centre;
        records.push_back({centre, table, id});
    }
};

} // namespace songhe::finding_rows
