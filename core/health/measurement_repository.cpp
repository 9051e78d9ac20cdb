// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/health/measurement_repository.h"

#include <algorithm>

namespace songhe {

using namespace Qt::StringLiterals;

Result<std::vector<Measurement>> MeasurementRepository::listIn(const DaySpan& span)
{
    return m_measurements.list(u"WHERE measured_on BETWEEN ? AND coalesce(?, '9999-12-31') AND voided_at IS NULL "
                               "ORDER BY measured_on DESC, at DESC, id DESC"_s,
                               {span.from, span.to});
}

Result<std::vector<Measurement>> MeasurementRepository::newestOf(Id<Elder> elder, MeasurementKind kind, int most)
{
    ASSIGN_OR_RETURN(std::vector<Measurement> found,
                     m_measurements.list(u"WHERE elder_id = ? AND kind = ? AND voided_at IS NULL "
                                         "ORDER BY measured_on DESC, at DESC, id DESC LIMIT ?"_s,
                                         {elder, choiceKey(kind), most}));
    std::reverse(found.begin(), found.end());
    return found;
}

Result<std::vector<Measurement>> MeasurementRepository::listOf(Id<Elder> elder)
{
    return m_measurements.list(
        u"WHERE elder_id = ? AND voided_at IS NULL ORDER BY measured_on DESC, at DESC, id DESC"_s, {elder});
}

} // namespace songhe
