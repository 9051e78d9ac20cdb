// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/service_repository.h"

namespace songhe {

Result<std::vector<Service>> ServiceRepository::listOn(QDate day)
{
    return m_services.list(QStringLiteral("WHERE served_on = ? AND voided_at IS NULL ORDER BY at, id"), {day});
}

Result<std::vector<Service>> ServiceRepository::listIn(QDate first, QDate last)
{
    return m_services.list(
        QStringLiteral("WHERE served_on BETWEEN ? AND ? AND voided_at IS NULL ORDER BY served_on, at, id"),
        {first, last});
}

Result<std::vector<Service>> ServiceRepository::listOf(Id<Service> group)
{
    return m_services.list(QStringLiteral("WHERE group_id = ? AND voided_at IS NULL ORDER BY id"), {group});
}

Result<std::vector<Service>> ServiceRepository::listOf(Id<Elder> elder, QDate first, QDate last)
{
    return m_services.list(QStringLiteral("WHERE elder_id = ? AND served_on BETWEEN ? AND ? AND voided_at IS NULL "
                                          "ORDER BY served_on, at, id"),
                           {elder, first, last});
}

Result<std::vector<Service>> ServiceRepository::listOf(Id<Staff> staff, QDate first, QDate last)
{
    return m_services.list(QStringLiteral("WHERE staff_id = ? AND served_on BETWEEN ? AND ? AND voided_at IS NULL "
                                          "ORDER BY served_on, at, id"),
                           {staff, first, last});
}

} // namespace songhe
