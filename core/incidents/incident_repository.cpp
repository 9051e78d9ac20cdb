// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/incidents/incident_repository.h"

namespace songhe {

Result<std::vector<Incident>> IncidentRepository::listIn(const DaySpan& span)
{
    return m_incidents.list(QStringLiteral("WHERE happened_on BETWEEN ? AND coalesce(?, '9999-12-31') AND voided_at IS "
                                           "NULL ORDER BY happened_on DESC, at DESC, id DESC"),
                            {span.from, span.to});
}

Result<std::vector<Incident>> IncidentRepository::listOf(Id<Elder> elder, const DaySpan& span)
{
    return m_incidents.list(QStringLiteral("WHERE elder_id = ? AND happened_on BETWEEN ? AND coalesce(?, '9999-12-31') "
                                           "AND voided_at IS NULL ORDER BY happened_on DESC, at DESC, id DESC"),
                            {elder, span.from, span.to});
}

} // namespace songhe
