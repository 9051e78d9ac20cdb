// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/booking.h"
#include "core/storage/record_table.h"

namespace songhe {

class BookingRepository {
public:
    explicit BookingRepository(Ledger& ledger)
        : m_bookings(ledger)
    { }

    Result<Booking> add(const Booking& booking) { return m_bookings.add(booking); }
    Result<Booking> change(const Booking& booking) { return m_bookings.change(booking); }
    Result<std::optional<Booking>> find(Id<Booking> id) { return m_bookings.find(id); }
    /// Not void, by moment, then id; cancelled ones too.
    Result<std::vector<Booking>> listIn(QDate first, QDate last);
    Result<std::vector<Booking>> listOf(Id<Elder> elder, QDate first, QDate last);
    Result<std::vector<Booking>> listOf(Id<Staff> staff, QDate first, QDate last);
    /// The one that became this service.
    Result<std::optional<Booking>> ofService(Id<Service> service);

private:
    RecordTable<Booking> m_bookings;
};

} // namespace songhe
