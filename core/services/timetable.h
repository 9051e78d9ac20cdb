// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/booking_repository.h"
#include "core/services/service_repository.h"
#include "core/staff/staff_repository.h"

#include <QtCore/QCoreApplication>

namespace songhe {

/// A stretch of time that is wanted, or taken by a service or a booking.
struct TimeSlot {
    enum class What { Service, Booking };

    What what = What::Booking;
    qint64 id = 0; ///< 0: not recorded yet
    Id<Elder> elder;
    std::optional<Id<Staff>> staff;
    QDateTime at;
    int minutes = 0;
    std::optional<Id<Service>> group; ///< those served together do not stand in each other's way

    /// Nothing where the time is not known.
    static std::optional<TimeSlot> of(const Service& service);
    static TimeSlot of(const Booking& booking);
    [[nodiscard]] bool meets(const TimeSlot& other) const;
};

/// Who is where when: services done and bookings still to be done, of an elder and of one of the staff.
class Timetable {
    Q_DECLARE_TR_FUNCTIONS(songhe::Timetable)

public:
    explicit Timetable(Ledger& ledger)
        : m_services(ledger)
        , m_bookings(ledger)
    { }

    /// The first that takes some of that time of the same elder or the same person of the staff; her own first, then
    /// the earliest.
    Result<std::optional<TimeSlot>> clash(const TimeSlot& wanted);
    /// In words: what is there, whose, when.
    [[nodiscard]] static QString text(const TimeSlot& wanted, const TimeSlot& other);

private:
    ServiceRepository m_services;
    BookingRepository m_bookings;
};

/// Why somebody of the staff may not be given an item on a day: has left, was not trained yet, lacks the certificate.
/// An empty text: she may. Training that is not recorded is the desk's to ask for, and refuses nothing.
[[nodiscard]] QString unfitFor(const Staff& staff, const CatalogueItem& item, QDate day, const Catalogue& catalogue);

} // namespace songhe
