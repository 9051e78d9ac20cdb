// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/subsidies/attended_days_repository.h"

#include <algorithm>

namespace songhe {

Result<void> AttendedDaysRepository::load(QDate first, QDate last)
{
    m_days.clear();
    ASSIGN_OR_RETURN(Rows rows,
                     m_ledger.store.run(QStringLiteral("SELECT elder_id, attended_on FROM attendance WHERE voided_at "
                                                       "IS NULL AND attended_on BETWEEN ? AND ? ORDER BY attended_on"),
                                        {first, last}));
    while (rows.next())
        m_days[rows.integer(0)].push_back(rows.day(1));
    return rows.failed();
}

QDate AttendedDaysRepository::firstIn(Id<Elder> elder, QDate from, QDate to) const
{
    const auto known = m_days.find(elder.value);
    if (known == m_days.end())
        return {};
    const auto found = std::lower_bound(known->second.begin(), known->second.end(), from);
    return found != known->second.end() && *found <= to ? *found : QDate();
}

} // namespace songhe
