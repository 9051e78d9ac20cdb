// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/facilities/facility_repository.h"

namespace songhe {

Result<std::optional<Facility>> FacilityRepository::findByCode(const QString& code)
{
    ASSIGN_OR_RETURN(std::vector<Facility> found,
                     m_facilities.list(QStringLiteral("WHERE code = ? AND voided_at IS NULL"), {code}));
    return found.empty() ? std::optional<Facility>() : std::optional(std::move(found.front()));
}

Result<std::vector<Facility>> FacilityRepository::list()
{
    return m_facilities.list(QStringLiteral("WHERE voided_at IS NULL ORDER BY code, id"));
}

Result<std::vector<Premises>> FacilityRepository::premises()
{
    return m_premises.list(QStringLiteral("WHERE voided_at IS NULL ORDER BY facility_id, from_on, id"));
}

Result<std::vector<Premises>> FacilityRepository::premisesOf(Id<Facility> facility, QDate day)
{
    return m_premises.list(QStringLiteral("WHERE facility_id = ?1 AND coalesce(from_on, ?2) <= ?2 AND "
                                          "coalesce(to_on, ?2) >= ?2 AND voided_at IS NULL ORDER BY from_on, id"),
                           {facility, day});
}

} // namespace songhe
