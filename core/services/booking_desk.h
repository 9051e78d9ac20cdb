// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/service_desk.h"

namespace songhe {

/// Why a booking cannot be, for programs: the code and the record that stands in the way.
struct BookingObstacle {
    QString code; ///< taken, unfit_staff, absent
    QString text;
    std::optional<TimeSlot> other;
};

/// Ordering from the catalogue. Each call is one transaction.
class BookingDesk {
    Q_DECLARE_TR_FUNCTIONS(songhe::BookingDesk)

public:
    explicit BookingDesk(Ledger& ledger)
        : m_ledger(ledger)
        , m_days(ledger)
        , m_staff(ledger)
        , m_absences(ledger)
        , m_bookings(ledger)
        , m_services(ledger)
        , m_timetable(ledger)
    { }

    /// Minutes that are not given are the catalogue's. At the desk a taken time is `Conflict` with the number of the
    /// other record, a person of the staff who may not be given the item on that day `Refused`.
    Result<Booking> add(Booking booking, EntryWay way = EntryWay::Desk);
    /// What `add` would refuse it for at the desk, besides values that cannot be.
    Result<std::optional<BookingObstacle>> obstacle(const Booking& booking);
    /// Another time, person, item, caller or note for an order that is still open; checked as a new one, its own time
    /// does not stand in its way.
    Result<Booking> edit(Booking booking);
    /// Becomes a service with the price of its day. Not before its day.
    Result<Service> done(Id<Booking> id);
    Result<Booking> cancel(Id<Booking> id, const QString& reason);
    /// One that was cancelled is open again, where nothing has taken its time since.
    Result<Booking> reopen(Id<Booking> id);

    Result<Booking> show(Id<Booking> id);
    Result<std::vector<Booking>> listIn(QDate first, QDate last) { return m_bookings.listIn(first, last); }
    Result<std::vector<Booking>> listOf(Id<Staff> staff, QDate first, QDate last)
    {
        return m_bookings.listOf(staff, first, last);
    }

private:
    Result<void> checkValues(Booking& booking, EntryWay way);
    Result<void> refuseObstacle(const Booking& booking);
    Result<Booking> openOne(Id<Booking> id);

    Ledger& m_ledger;
    ElderDays m_days;
    StaffRepository m_staff;
    AbsenceRepository m_absences;
    BookingRepository m_bookings;
    ServiceDesk m_services;
    Timetable m_timetable;
};

} // namespace songhe
