// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/attendance/attendance_repository.h"

namespace songhe {

using namespace Qt::StringLiterals;

Result<std::optional<Attendance>> AttendanceRepository::find(Id<Elder> elder, QDate day)
{
    ASSIGN_OR_RETURN(std::vector<Attendance> found,
                     m_days.list(u"WHERE elder_id = ? AND attended_on = ? AND voided_at IS NULL"_s, {elder, day}));
    return found.empty() ? std::optional<Attendance>() : std::optional(std::move(found.front()));
}

Result<std::vector<Attendance>> AttendanceRepository::listOn(QDate day)
{
    return m_days.list(u"WHERE attended_on = ? AND voided_at IS NULL ORDER BY came_in, id"_s, {day});
}

Result<std::vector<Attendance>> AttendanceRepository::listOf(Id<Elder> elder, const DaySpan& span)
{
    return m_days.list(u"WHERE elder_id = ? AND attended_on BETWEEN ? AND coalesce(?, '9999-12-31') AND "
                       "voided_at IS NULL ORDER BY attended_on DESC"_s,
                       {elder, span.from, span.to});
}

Result<std::optional<QDate>> AttendanceRepository::firstIn(Id<Elder> elder, const DaySpan& span)
{
    ASSIGN_OR_RETURN(Rows rows,
                     m_ledger.store.run(u"SELECT min(attended_on) FROM attendance WHERE elder_id = ? AND attended_on "
                                        "BETWEEN ? AND coalesce(?, '9999-12-31') AND voided_at IS NULL"_s,
                                        {elder, span.from, span.to}));
    std::optional<QDate> first;
    if (rows.next() && !rows.isNull(0))
        first = rows.day(0);
    RETURN_IF_ERROR(rows.failed());
    return first;
}

Result<std::vector<Id<Elder>>> AttendanceRepository::regulars(QDate since, QDate day)
{
    ASSIGN_OR_RETURN(Rows rows,
                     m_ledger.store.run(uR"(
        SELECT id FROM elder WHERE voided_at IS NULL AND (died IS NULL OR died >= ?2) AND id IN (
            SELECT elder_id FROM attendance WHERE attended_on >= ?1 AND attended_on < ?2 AND voided_at IS NULL
            UNION
            SELECT elder_id FROM bed_stay WHERE kind = 'day' AND from_on <= ?2 AND coalesce(to_on, ?2) >= ?2
                AND voided_at IS NULL)
        ORDER BY id)"_s,
                                        {since, day}));
    std::vector<Id<Elder>> found;
    while (rows.next())
        found.push_back(Id<Elder> {rows.integer(0)});
    RETURN_IF_ERROR(rows.failed());
    return found;
}

} // namespace songhe
