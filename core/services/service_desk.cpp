// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/service_desk.h"

#include "core/centre/site_repository.h"

#include <algorithm>
#include <map>
#include <set>

namespace songhe {

Result<void> ServiceDesk::checkValues(const Service& service)
{
    constexpr int dayMinutes = 24 * 60;
    const QString day = service.servedOn.toString(Qt::ISODate);
    ASSIGN_OR_RETURN(const Catalogue* catalogue, Catalogue::builtIn());
    RETURN_IF_ERROR(catalogue->item(service.item));
    if (service.servedOn > m_ledger.today())
        return fail(Error::Kind::Invalid,
                    tr("The day %1 has not come yet. Services are recorded on their day or later.").arg(day));
    if (service.at && Clock::dayOf(*service.at) != service.servedOn)
        return fail(Error::Kind::Invalid,
                    tr("The moment 'at' lies on %1 in China, but the service is of %2. Give both for the same day.")
                        .arg(Clock::dayOf(*service.at).toString(Qt::ISODate), day));
    if (service.minutes && (*service.minutes <= 0 || *service.minutes > dayMinutes))
        return fail(Error::Kind::Invalid,
                    tr("A service takes 1 to %1 minutes, not %2.").arg(dayMinutes).arg(*service.minutes));
    if (service.price.value < 0 || service.subsidy.value < 0 || service.subsidy > service.price)
        return fail(
            Error::Kind::Invalid,
            tr("Price %1 and subsidy %2 do not go together: neither is below 0, and the subsidy is a part of the "
               "price.")
                .arg(service.price.yuanText(), service.subsidy.yuanText()));
    if (service.satisfaction && (*service.satisfaction < 1 || *service.satisfaction > 5))
        return fail(Error::Kind::Invalid, tr("Satisfaction is a number from 1 to 5."));
    return checkSignature(service);
}

Result<void> ServiceDesk::checkSignature(const Service& service)
{
    const auto missing = [](const std::optional<QString>& text) { return !text || text->trimmed().isEmpty(); };
    if (service.signedHow != SignedHow::Proxy || (!missing(service.signedBy) && !missing(service.relation)))
        return {};
    return fail(Error::Kind::Invalid,
                tr("Another person signed: please write who it was, and the relation to the elder."));
}

Result<void> ServiceDesk::checkReferences(const Service& service)
{
    if (service.staff) {
        ASSIGN_OR_RETURN(const std::optional<Staff> staff, m_staff.find(*service.staff));
        if (!staff || staff->recorded.isVoided())
            return fail(Error::Kind::NotFound,
                        tr("There is nobody of the staff with number %1. Please add the person first.")
                            .arg(service.staff->text()));
    }
    if (!service.site)
        return {};
    ASSIGN_OR_RETURN(const std::optional<Site> site, SiteRepository(m_ledger).find(*service.site));
    if (!site || site->recorded.isVoided())
        return fail(Error::Kind::NotFound, tr("There is no site %1. Please add it first.").arg(service.site->text()));
    return {};
}

Result<std::optional<Absence>> ServiceDesk::absenceAt(const Service& service)
{
    ASSIGN_OR_RETURN(const std::vector<Absence> absences, m_absences.listOf(service.elder));
    const auto found = std::find_if(absences.begin(), absences.end(),
                                    [&](const Absence& each) { return each.holdsOn(service.servedOn); });
    return found == absences.end() ? std::optional<Absence>() : std::optional(*found);
}

/// A month is closed as a whole once the claim about its meals or services is signed.
Result<QString> ServiceDesk::closedPeriod(QDate day)
{
    for (const char* family : {Service::family, "meal"}) {
        ASSIGN_OR_RETURN(QString period, m_closed.closedBy(QString::fromLatin1(family), day));
        if (!period.isEmpty())
            return period;
    }
    return QString();
}

Result<void> ServiceDesk::checkTimes(const Service& service)
{
    ASSIGN_OR_RETURN(const Catalogue* catalogue, Catalogue::builtIn());
    RETURN_IF_ERROR(catalogue->itemOn(service.item, service.servedOn));
    ASSIGN_OR_RETURN(const QString period, closedPeriod(service.servedOn));
    if (!period.isEmpty())
        return fail(Error::Kind::Refused,
                    tr("%1 is closed: its claim is signed. Ask the manager to open it for a named reason, then record "
                       "the service.")
                        .arg(period));
    ASSIGN_OR_RETURN(const std::optional<Absence> absence, absenceAt(service));
    if (absence)
        return fail(Error::Kind::Refused,
                    tr("Elder %1 is absent on %2 (%3, number %4). Please end that absence first.")
                        .arg(service.elder.text(), service.servedOn.toString(Qt::ISODate), choiceText(absence->reason),
                             absence->id.text()));
    const auto wanted = TimeSlot::of(service);
    if (!wanted)
        return {};
    ASSIGN_OR_RETURN(const std::optional<TimeSlot> other, m_timetable.clash(*wanted));
    return other ? Result<void>(fail(Error::Kind::Conflict, Timetable::text(*wanted, *other))) : Result<void>();
}

Result<void> ServiceDesk::check(const Service& service, EntryWay way)
{
    RETURN_IF_ERROR(m_days.check(service.elder, {service.servedOn, service.servedOn}, way));
    RETURN_IF_ERROR(checkValues(service));
    RETURN_IF_ERROR(checkReferences(service));
    return way == EntryWay::Desk ? checkTimes(service) : Result<void>();
}

Result<Service> ServiceDesk::add(Service service, EntryWay way)
{
    if (!service.servedOn.isValid() && service.at)
        service.servedOn = Clock::dayOf(*service.at);
    if (!service.origin)
        service.origin = originOf(way);
    return m_ledger.transact([&]() -> Result<Service> {
        RETURN_IF_ERROR(check(service, way));
        return m_services.add(service);
    });
}

Result<std::vector<Service>> ServiceDesk::addGroup(Service pattern, const std::vector<Id<Elder>>& elders)
{
    constexpr std::size_t mostElders = 500;
    constexpr qsizetype mostReasons = 20;
    if (elders.empty() || elders.size() > mostElders)
        return fail(Error::Kind::Invalid,
                    tr("A service for a group has 1 to %1 elders, not %2.").arg(mostElders).arg(elders.size()));
    if (!pattern.servedOn.isValid() && pattern.at)
        pattern.servedOn = Clock::dayOf(*pattern.at);
    pattern.origin = originOf(EntryWay::Desk);
    return m_ledger.transact([&]() -> Result<std::vector<Service>> {
        std::vector<Service> all;
        QStringList reasons;
        const Id<Service> first = m_ledger.ids.next<Service>();
        for (const Id<Elder> elder : elders) {
            if (std::any_of(all.begin(), all.end(), [&](const Service& each) { return each.elder == elder; }))
                continue;
            Service service = pattern;
            service.id = all.empty() ? first : m_ledger.ids.next<Service>();
            service.elder = elder;
            service.group = first;
            if (auto fine = check(service, EntryWay::Desk); !fine)
                reasons << tr("Elder %1: %2").arg(elder.text(), fine.error().message);
            all.push_back(std::move(service));
        }
        if (!reasons.isEmpty())
            return fail(Error::Kind::Refused,
                        tr("Nothing was recorded: %n of the group cannot be served so.", nullptr, int(reasons.size()))
                            + u'\n' + reasons.mid(0, mostReasons).join(u'\n'));
        for (Service& service : all) {
            ASSIGN_OR_RETURN(service, m_services.add(service));
        }
        return all;
    });
}

Result<Service> ServiceDesk::show(Id<Service> id)
{
    ASSIGN_OR_RETURN(std::optional<Service> service, m_services.find(id));
    if (!service)
        return fail(Error::Kind::NotFound,
                    tr("There is no service with number %1. Its number stands on the slip and on the list of the day.")
                        .arg(id.text()));
    if (service->recorded.isVoided())
        return fail(Error::Kind::Refused, tr("Service %1 was made void.").arg(id.text()));
    return *std::move(service);
}

Result<std::vector<Service>> ServiceDesk::groupOf(Id<Service> id)
{
    ASSIGN_OR_RETURN(const Service service, show(id));
    return service.group ? m_services.listOf(*service.group) : std::vector<Service> {service};
}

Result<Service> ServiceDesk::voidService(Id<Service> id, const QString& reason)
{
    return m_ledger.transact([&]() -> Result<Service> {
        ASSIGN_OR_RETURN(Service voided, m_services.voidService(id, reason));
        ASSIGN_OR_RETURN(std::optional<Booking> booking, m_bookings.ofService(id));
        if (booking) {
            booking->state = BookingState::Booked;
            booking->service.reset();
            RETURN_IF_ERROR(m_bookings.change(*booking));
        }
        return voided;
    });
}

Result<std::vector<Service>> ServiceDesk::voidGroup(Id<Service> id, const QString& reason)
{
    return m_ledger.transact([&]() -> Result<std::vector<Service>> {
        ASSIGN_OR_RETURN(std::vector<Service> all, groupOf(id));
        for (Service& service : all) {
            ASSIGN_OR_RETURN(service, voidService(service.id, reason));
        }
        return all;
    });
}

Result<Service> ServiceDesk::putBackSignature(const Service& before)
{
    return m_ledger.transact([&]() -> Result<Service> {
        ASSIGN_OR_RETURN(Service service, show(before.id));
        service.signedHow = before.signedHow;
        service.signedAt = before.signedAt;
        service.signedBy = before.signedBy;
        service.relation = before.relation;
        return m_services.change(service);
    });
}

Result<Service> ServiceDesk::sign(Id<Service> id, SignedHow how, const QString& by, const QString& relation,
                                  bool correct)
{
    return m_ledger.transact([&]() -> Result<Service> {
        ASSIGN_OR_RETURN(Service service, show(id));
        if (service.signedHow && !(correct && (*service.signedHow != how || how == SignedHow::Proxy)))
            return fail(Error::Kind::Conflict,
                        tr("Service %1 is signed already (%2, %3).")
                            .arg(id.text(), choiceText(*service.signedHow),
                                 service.signedAt ? Clock::dayOf(*service.signedAt).toString(Qt::ISODate) : QString()));
        service.signedHow = how;
        service.signedAt = m_ledger.clock.now();
        const auto given = [](const QString& text) {
            return text.trimmed().isEmpty() ? std::optional<QString>() : std::optional(text.trimmed());
        };
        service.signedBy = given(by);
        service.relation = given(relation);
        RETURN_IF_ERROR(checkSignature(service));
        return m_services.change(service);
    });
}

Result<Service> ServiceDesk::rate(Id<Service> id, std::optional<int> satisfaction,
                                  const std::optional<QString>& complaint)
{
    return m_ledger.transact([&]() -> Result<Service> {
        ASSIGN_OR_RETURN(Service service, show(id));
        if (satisfaction)
            service.satisfaction = satisfaction;
        if (complaint)
            service.complaint = complaint;
        RETURN_IF_ERROR(checkValues(service));
        return m_services.change(service);
    });
}

Result<std::vector<StaffWork>> ServiceDesk::workIn(QDate first, QDate last)
{
    ASSIGN_OR_RETURN(const std::vector<Service> services, m_services.listIn(first, last));
    std::map<qint64, StaffWork> byStaff;
    std::set<std::pair<qint64, qint64>> counted; // a group may have had several hands
    for (const Service& service : services) {
        if (!service.staff || (service.group && !counted.emplace(service.group->value, service.staff->value).second))
            continue;
        StaffWork& work = byStaff[service.staff->value];
        work.staff = *service.staff;
        ++work.services;
        work.minutes += service.minutes.value_or(0);
    }
    std::vector<StaffWork> all;
    for (const auto& [id, work] : byStaff)
        all.push_back(work);
    return all;
}

Result<void> ServiceDesk::fillIn(Service& service, bool priceGiven)
{
    if (!service.servedOn.isValid() && service.at)
        service.servedOn = Clock::dayOf(*service.at);
    ASSIGN_OR_RETURN(const Catalogue* catalogue, Catalogue::builtIn());
    ASSIGN_OR_RETURN(const CatalogueItem* item, catalogue->item(service.item));
    if (!service.payer)
        service.payer = service.subsidy.value > 0 ? Payer::Government : item->payers.front();
    if (service.at && !service.minutes)
        service.minutes = item->minutes;
    if (priceGiven)
        return {};
    ASSIGN_OR_RETURN(const std::optional<Fen> price, CatalogueDesk(m_ledger).priceOn(service.item, service.servedOn));
    service.price = price.value_or(Fen {});
    if (service.payer == Payer::Government && service.subsidy.value == 0)
        service.subsidy = service.price;
    if (service.payer == Payer::Volunteer)
        service.price = service.subsidy = Fen {};
    return {};
}

Result<SlipPrint> ServiceDesk::printed(Id<Service> id, const QString& form)
{
    return m_ledger.transact([&]() -> Result<SlipPrint> {
        RETURN_IF_ERROR(show(id));
        ASSIGN_OR_RETURN(const int before, m_prints.copies(id));
        SlipPrint print;
        print.service = id;
        print.form = form;
        print.copy = before + 1;
        return m_prints.add(print);
    });
}

} // namespace songhe
