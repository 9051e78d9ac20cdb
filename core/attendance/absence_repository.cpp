// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/attendance/absence_repository.h"

namespace songhe {

Result<std::vector<Absence>> AbsenceRepository::listOf(Id<Elder> elder)
{
    return m_absences.list(QStringLiteral("WHERE elder_id = ? AND voided_at IS NULL ORDER BY from_on, id"), {elder});
}

Result<std::vector<Absence>> AbsenceRepository::listIn(const DaySpan& span)
{
    return m_absences.list(
        QStringLiteral("WHERE from_on <= coalesce(?2, '9999-12-31') AND coalesce(to_on, '9999-12-31')"
                       " >= ?1 AND voided_at IS NULL ORDER BY from_on, elder_id, id"),
        {span.from, span.to});
}

Result<std::optional<Absence>> AbsenceRepository::overlapping(const Absence& absence)
{
    ASSIGN_OR_RETURN(
        std::vector<Absence> found,
        m_absences.list(QStringLiteral("WHERE elder_id = ?1 AND id <> ?2 AND from_on <= coalesce(?4, '9999-12-31') AND "
                                       "coalesce(to_on, '9999-12-31') >= ?3 AND voided_at IS NULL ORDER BY from_on "
                                       "LIMIT 1"),
                        {absence.elder, absence.id.value, absence.from, absence.to}));
    return found.empty() ? std::optional<Absence>() : std::optional(std::move(found.front()));
}

} // namespace songhe
