// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/care/timeline_repository.h"

#include <limits>

namespace songhe {

using namespace Qt::StringLiterals;

Result<std::vector<TimelinePlace>> TimelineRepository::places(const char* table, const char* dayColumn, int family,
                                                              Id<Elder> elder,
                                                              const std::optional<TimelinePlace>& before, int most)
{
    // Of the day where one stopped: families before it were shown, those after it are still to come.
    const QDate last = before ? before->on : QDate(9999, 12, 31);
    qint64 below = std::numeric_limits<qint64>::max();
    if (before && family <= before->family)
        below = family < before->family ? 0 : before->id;
    ASSIGN_OR_RETURN(Rows rows,
                     m_ledger.store.run(u"SELECT %2, id FROM %1 WHERE elder_id = ?1 AND %2 <= ?2 AND (%2 < ?2 OR "
                                        "id < ?3) AND voided_at IS NULL ORDER BY %2 DESC, id DESC LIMIT ?4"_s.arg(
                                            QLatin1String(table), QLatin1String(dayColumn)),
                                        {elder, last, Value(below), most}));
    std::vector<TimelinePlace> found;
    while (rows.next())
        found.push_back({rows.day(0), family, rows.integer(1)});
    RETURN_IF_ERROR(rows.failed());
    return found;
}

} // namespace songhe
