// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/timetable.h"

#include <algorithm>
#include <tuple>

namespace songhe {

namespace {

struct FitText {
    Q_DECLARE_TR_FUNCTIONS(songhe::Timetable)
};

/// A stretch of time lasts a day at most, so what reaches into it began the day before or later.
constexpr int daysAround = 1;

} // namespace

std::optional<TimeSlot> TimeSlot::of(const Service& service)
{
    if (!service.at || !service.minutes)
        return std::nullopt;
    return TimeSlot {What::Service, service.id.value, service.elder, service.staff,
                     *service.at,   *service.minutes, service.group};
}

TimeSlot TimeSlot::of(const Booking& booking)
{
    return {What::Booking, booking.id.value, booking.elder, booking.staff, booking.at, booking.minutes, {}};
}

bool TimeSlot::meets(const TimeSlot& other) const
{
    if ((what == other.what && id == other.id && id != 0) || (group && group == other.group))
        return false;
    const bool sameElder = elder == other.elder;
    const bool sameStaff = staff && staff == other.staff;
    return (sameElder || sameStaff) && at < other.at.addSecs(qint64(other.minutes) * 60)
        && other.at < at.addSecs(qint64(minutes) * 60);
}

Result<std::optional<TimeSlot>> Timetable::clash(const TimeSlot& wanted)
{
    const QDate first = Clock::dayOf(wanted.at).addDays(-daysAround);
    const QDate last = Clock::dayOf(wanted.at.addSecs(qint64(wanted.minutes) * 60));
    ASSIGN_OR_RETURN(std::vector<Service> services, m_services.listOf(wanted.elder, first, last));
    ASSIGN_OR_RETURN(std::vector<Booking> bookings, m_bookings.listOf(wanted.elder, first, last));
    if (wanted.staff) {
        ASSIGN_OR_RETURN(const std::vector<Service> theirs, m_services.listOf(*wanted.staff, first, last));
        services.insert(services.end(), theirs.begin(), theirs.end());
        ASSIGN_OR_RETURN(const std::vector<Booking> given, m_bookings.listOf(*wanted.staff, first, last));
        bookings.insert(bookings.end(), given.begin(), given.end());
    }
    std::vector<TimeSlot> found;
    for (const Booking& booking : bookings)
        if (const TimeSlot slot = TimeSlot::of(booking); booking.state == BookingState::Booked && wanted.meets(slot))
            found.push_back(slot);
    for (const Service& service : services)
        if (const auto slot = TimeSlot::of(service); slot && wanted.meets(*slot))
            found.push_back(*slot);
    // What she herself has comes first: it is what the clerk can talk with her about.
    const auto order = [&](const TimeSlot& slot) { return std::tuple(slot.elder != wanted.elder, slot.at, slot.id); };
    const auto earliest
        = std::min_element(found.begin(), found.end(),
                           [&](const TimeSlot& left, const TimeSlot& right) { return order(left) < order(right); });
    return earliest == found.end() ? std::optional<TimeSlot>() : std::optional(*earliest);
}

QString Timetable::text(const TimeSlot& wanted, const TimeSlot& other)
{
    const QString times = Clock::timeOf(other.at).toString(QStringLiteral("HH:mm")) + u'–'
        + Clock::timeOf(other.at.addSecs(qint64(other.minutes) * 60)).toString(QStringLiteral("HH:mm"));
    const QString id = QString::number(other.id);
    const bool service = other.what == TimeSlot::What::Service;
    if (wanted.elder == other.elder)
        return (service ? tr("The elder has service %1 at that time (%2). Please choose another time.")
                        : tr("The elder has booking %1 at that time (%2). Please choose another time, or finish or "
                             "cancel that booking."))
            .arg(id, times);
    return (service ? tr("This person of the staff has service %1 at that time (%2, for elder %3). Please choose "
                         "another time or another person.")
                    : tr("This person of the staff has booking %1 at that time (%2, for elder %3). Please choose "
                         "another time or another person."))
        .arg(id, times, other.elder.text());
}

QString unfitFor(const Staff& staff, const CatalogueItem& item, QDate day, const Catalogue& catalogue)
{
    const QString on = day.toString(Qt::ISODate);
    if (!staff.worksOn(day))
        return FitText::tr("Staff %1 does not work here on %2. Please choose another person.").arg(staff.id.text(), on);
    if (staff.trainedOn && *staff.trainedOn > day)
        return FitText::tr("Staff %1 finishes the training before duty only on %2. Please choose another person.")
            .arg(staff.id.text(), staff.trainedOn->toString(Qt::ISODate));
    const bool fits = item.certificates.isEmpty()
        || std::any_of(item.certificates.begin(), item.certificates.end(),
                       [&](const QString& kind) { return staff.isCertified(kind, day); });
    if (fits)
        return {};
    QStringList wanted;
    for (const QString& kind : item.certificates)
        wanted << catalogue.certificateText(kind);
    return FitText::tr(
               "Staff %1 has no certificate for '%2' that holds on %3; one of these is wanted: %4. Please choose "
               "another person, or enter the certificate.")
        .arg(staff.id.text(), item.title.text(), on, wanted.join(FitText::tr(", ")));
}

} // namespace songhe
