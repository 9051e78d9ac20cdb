// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/subsidies/evidence_repository.h"

namespace songhe {

/// How rows tell what is true of something that is claimed for.
namespace evidence {

inline KnownFact told(const QString& kind, const QString& value, QDate from, qint64 id = 0)
{
    return {id, kind, value, from, std::nullopt};
}

inline void tellIf(std::vector<KnownFact>& facts, const QString& kind, const Rows& rows, int column, QDate from)
{
    if (!rows.isNull(column))
        facts.push_back(told(
            kind, rows.value(column).isInteger() ? QString::number(rows.integer(column)) : rows.text(column), from));
}

inline QDate dayOr(const Rows& rows, int column, QDate otherwise)
{
    return rows.isNull(column) ? otherwise : rows.day(column);
}

} // namespace evidence

/// Every query here is asked in this way: row by row.
template <typename Each>
Result<void> EvidenceRepository::each(const QString& sql, std::initializer_list<Value> values, Each&& row)
{
    ASSIGN_OR_RETURN(Rows rows, m_ledger.store.run(sql, values));
    while (rows.next())
        RETURN_IF_ERROR(row(rows));
    return rows.failed();
}

} // namespace songhe
