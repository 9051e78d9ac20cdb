// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/booking_desk.h"

#include "core/centre/site_repository.h"

#include <algorithm>

namespace songhe {

using namespace Qt::StringLiterals;

Result<void> BookingDesk::checkValues(Booking& booking, EntryWay way)
{
    constexpr int dayMinutes = 24 * 60;
    ASSIGN_OR_RETURN(const Catalogue* catalogue, Catalogue::builtIn());
    ASSIGN_OR_RETURN(const CatalogueItem* item, catalogue->item(booking.item));
    if (!booking.at.isValid())
        return fail(Error::Kind::Invalid, tr("The time is missing. When shall the service begin?"));
    const QDate day = Clock::dayOf(booking.at);
    if (booking.bookedOn.isValid() && booking.bookedOn != day)
        return fail(Error::Kind::Invalid,
                    tr("The moment 'at' lies on %1 in China, but the booking is for %2. Give both for the same day.")
                        .arg(day.toString(Qt::ISODate), booking.bookedOn.toString(Qt::ISODate)));
    booking.bookedOn = day;
    if (way == EntryWay::Desk)
        RETURN_IF_ERROR(catalogue->itemOn(booking.item, day));
    if (booking.minutes == 0)
        booking.minutes = item->minutes;
    if (booking.minutes < 0 || booking.minutes > dayMinutes)
        return fail(Error::Kind::Invalid,
                    tr("A service takes 1 to %1 minutes, not %2.").arg(dayMinutes).arg(booking.minutes));
    RETURN_IF_ERROR(m_days.check(booking.elder, {day, day}, way));
    if (booking.staff) {
        ASSIGN_OR_RETURN(const std::optional<Staff> staff, m_staff.find(*booking.staff));
        if (!staff || staff->recorded.isVoided())
            return fail(Error::Kind::NotFound,
                        tr("There is nobody of the staff with number %1. Please add the person first.")
                            .arg(booking.staff->text()));
    }
    if (booking.site) {
        ASSIGN_OR_RETURN(const std::optional<Site> site, SiteRepository(m_ledger).find(*booking.site));
        if (!site || site->recorded.isVoided())
            return fail(Error::Kind::NotFound,
                        tr("There is no site %1. Please add it first.").arg(booking.site->text()));
    }
    return {};
}

Result<std::optional<BookingObstacle>> BookingDesk::obstacle(const Booking& booking)
{
    const TimeSlot wanted = TimeSlot::of(booking);
    ASSIGN_OR_RETURN(const std::optional<TimeSlot> other, m_timetable.clash(wanted));
    if (other)
        return std::optional(BookingObstacle {u"taken"_s, Timetable::text(wanted, *other), other});
    ASSIGN_OR_RETURN(const std::vector<Absence> absences, m_absences.listOf(booking.elder));
    for (const Absence& absence : absences)
        if (absence.holdsOn(booking.bookedOn))
            return std::optional(BookingObstacle {
                u"absent"_s,
                tr("Elder %1 is absent on %2 (%3, number %4). Please choose another day, or end that absence first.")
                    .arg(booking.elder.text(), booking.bookedOn.toString(Qt::ISODate), choiceText(absence.reason),
                         absence.id.text()),
                {}});
    if (!booking.staff)
        return std::optional<BookingObstacle>();
    ASSIGN_OR_RETURN(const std::optional<Staff> staff, m_staff.find(*booking.staff));
    ASSIGN_OR_RETURN(const Catalogue* catalogue, Catalogue::builtIn());
    ASSIGN_OR_RETURN(const CatalogueItem* item, catalogue->item(booking.item));
    const QString unfit = staff ? unfitFor(*staff, *item, booking.bookedOn, *catalogue) : QString();
    if (unfit.isEmpty())
        return std::optional<BookingObstacle>();
    return std::optional(BookingObstacle {u"unfit_staff"_s, unfit, {}});
}

Result<void> BookingDesk::refuseObstacle(const Booking& booking)
{
    ASSIGN_OR_RETURN(const std::optional<BookingObstacle> found, obstacle(booking));
    if (found)
        return fail(found->other ? Error::Kind::Conflict : Error::Kind::Refused, found->text);
    return {};
}

Result<Booking> BookingDesk::add(Booking booking, EntryWay way)
{
    if (!booking.origin)
        booking.origin = originOf(way);
    return m_ledger.transact([&]() -> Result<Booking> {
        RETURN_IF_ERROR(checkValues(booking, way));
        if (way == EntryWay::Desk)
            RETURN_IF_ERROR(refuseObstacle(booking));
        return m_bookings.add(booking);
    });
}

Result<Booking> BookingDesk::edit(Booking booking)
{
    return m_ledger.transact([&]() -> Result<Booking> {
        ASSIGN_OR_RETURN(const Booking known, openOne(booking.id));
        booking.bookedOn = QDate(); // follows from the time
        booking.state = known.state;
        booking.service = known.service;
        booking.cancelReason = known.cancelReason;
        booking.origin = known.origin;
        booking.recorded = known.recorded;
        RETURN_IF_ERROR(checkValues(booking, EntryWay::Desk));
        RETURN_IF_ERROR(refuseObstacle(booking));
        return m_bookings.change(booking);
    });
}

Result<Booking> BookingDesk::show(Id<Booking> id)
{
    ASSIGN_OR_RETURN(std::optional<Booking> booking, m_bookings.find(id));
    if (!booking || booking->recorded.isVoided())
        return fail(
            Error::Kind::NotFound,
            tr("There is no booking with number %1. Its number stands on the list of bookings.").arg(id.text()));
    return *std::move(booking);
}

Result<Booking> BookingDesk::openOne(Id<Booking> id)
{
    ASSIGN_OR_RETURN(Booking booking, show(id));
    if (booking.state != BookingState::Booked)
        return fail(Error::Kind::Refused,
                    tr("Booking %1 is not open any more: %2.").arg(id.text(), choiceText(booking.state)));
    return booking;
}

Result<Service> BookingDesk::done(Id<Booking> id)
{
    return m_ledger.transact([&]() -> Result<Service> {
        ASSIGN_OR_RETURN(Booking booking, openOne(id));
        Service service;
        service.id = m_ledger.ids.next<Service>();
        service.elder = booking.elder;
        service.item = booking.item;
        service.servedOn = booking.bookedOn;
        service.at = booking.at;
        service.minutes = booking.minutes;
        service.staff = booking.staff;
        service.site = booking.site;
        service.place = booking.place;
        if (booking.provider)
            service.note = tr("Provider: %1").arg(*booking.provider);
        RETURN_IF_ERROR(m_services.fillIn(service, false));
        // Done first: its own time does not stand in its way.
        booking.state = BookingState::Done;
        ASSIGN_OR_RETURN(booking, m_bookings.change(booking));
        ASSIGN_OR_RETURN(Service added, m_services.add(service));
        booking.service = added.id;
        RETURN_IF_ERROR(m_bookings.change(booking));
        return added;
    });
}

Result<Booking> BookingDesk::cancel(Id<Booking> id, const QString& reason)
{
    if (reason.trimmed().isEmpty())
        return fail(Error::Kind::Invalid, tr("Please write why the booking is cancelled."));
    return m_ledger.transact([&]() -> Result<Booking> {
        ASSIGN_OR_RETURN(Booking booking, openOne(id));
        booking.state = BookingState::Cancelled;
        booking.cancelReason = reason.trimmed();
        return m_bookings.change(booking);
    });
}

Result<Booking> BookingDesk::reopen(Id<Booking> id)
{
    return m_ledger.transact([&]() -> Result<Booking> {
        ASSIGN_OR_RETURN(Booking booking, show(id));
        if (booking.state != BookingState::Cancelled)
            return fail(Error::Kind::Refused,
                        tr("Booking %1 is not cancelled: %2.").arg(id.text(), choiceText(booking.state)));
        booking.state = BookingState::Booked;
        booking.cancelReason.reset();
        RETURN_IF_ERROR(checkValues(booking, EntryWay::Desk));
        RETURN_IF_ERROR(refuseObstacle(booking));
        return m_bookings.change(booking);
    });
}

} // namespace songhe
