// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/booking_repository.h"

namespace songhe {

using namespace Qt::StringLiterals;

Result<std::vector<Booking>> BookingRepository::listIn(QDate first, QDate last)
{
    return m_bookings.list(u"WHERE booked_on BETWEEN ? AND ? AND voided_at IS NULL ORDER BY booked_on, at, id"_s,
                           {first, last});
}

Result<std::vector<Booking>> BookingRepository::listOf(Id<Elder> elder, QDate first, QDate last)
{
    return m_bookings.list(u"WHERE elder_id = ? AND booked_on BETWEEN ? AND ? AND voided_at IS NULL "
                           "ORDER BY booked_on, at, id"_s,
                           {elder, first, last});
}

Result<std::vector<Booking>> BookingRepository::listOf(Id<Staff> staff, QDate first, QDate last)
{
    return m_bookings.list(u"WHERE staff_id = ? AND booked_on BETWEEN ? AND ? AND voided_at IS NULL "
                           "ORDER BY booked_on, at, id"_s,
                           {staff, first, last});
}

Result<std::optional<Booking>> BookingRepository::ofService(Id<Service> service)
{
    ASSIGN_OR_RETURN(const std::vector<Booking> found,
                     m_bookings.list(u"WHERE service_id = ? AND voided_at IS NULL ORDER BY id LIMIT 1"_s, {service}));
    return found.empty() ? std::optional<Booking>() : std::optional(found.front());
}

} // namespace songhe
