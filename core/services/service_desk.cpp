// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/service_desk.h"

#include "core/centre/site_repository.h"

#include <QtCore/QRegularExpression>

namespace songhe {

namespace {

/// Do both have times, and do they share a minute?
bool meet(const Service& one, const Service& other)
{
    if (!one.at || !other.at || !one.minutes || !other.minutes)
        return false;
    return *one.at < other.at->addSecs(qint64(*other.minutes) * 60)
        && *other.at < one.at->addSecs(qint64(*one.minutes) * 60);
}

} // namespace

Result<void> ServiceDesk::checkValues(const Service& service)
{
    constexpr int dayMinutes = 24 * 60;
    static const QRegularExpression word(QStringLiteral("\\A[a-z][a-z0-9_]*\\z"));
    const QString day = service.servedOn.toString(Qt::ISODate);
    if (!word.match(service.item).hasMatch())
        return fail(Error::Kind::Invalid,
                    tr("'%1' is no item of a service catalogue. Write one such as cleaning or bath.")
                        .arg(service.item.left(40)));
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
    return {};
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

Result<void> ServiceDesk::checkTimes(const Service& service)
{
    ASSIGN_OR_RETURN(const std::vector<Absence> absences, m_absences.listOf(service.elder));
    for (const Absence& absence : absences)
        if (absence.holdsOn(service.servedOn))
            return fail(Error::Kind::Refused,
                        tr("Elder %1 is absent on %2 (%3, number %4). Please end that absence first.")
                            .arg(service.elder.text(), service.servedOn.toString(Qt::ISODate),
                                 choiceText(absence.reason), absence.id.text()));
    ASSIGN_OR_RETURN(std::vector<Service> others, m_services.listOf(service.elder, service.servedOn, service.servedOn));
    if (service.staff) {
        ASSIGN_OR_RETURN(const std::vector<Service> theirs,
                         m_services.listOf(*service.staff, service.servedOn, service.servedOn));
        others.insert(others.end(), theirs.begin(), theirs.end());
    }
    for (const Service& other : others)
        if (other.id != service.id && meet(service, other))
            return fail(Error::Kind::Conflict,
                        tr("At that time service %1 is recorded, for elder %2 from %3. Please correct the time of one "
                           "of them.")
                            .arg(other.id.text(), other.elder.text(),
                                 Clock::timeOf(*other.at).toString(QStringLiteral("HH:mm"))));
    return {};
}

Result<Service> ServiceDesk::add(Service service, EntryWay way)
{
    if (!service.servedOn.isValid() && service.at)
        service.servedOn = Clock::dayOf(*service.at);
    if (!service.origin)
        service.origin = originOf(way);
    return m_ledger.transact([&]() -> Result<Service> {
        RETURN_IF_ERROR(m_days.check(service.elder, {service.servedOn, service.servedOn}, way));
        RETURN_IF_ERROR(checkValues(service));
        RETURN_IF_ERROR(checkReferences(service));
        if (way == EntryWay::Desk)
            RETURN_IF_ERROR(checkTimes(service));
        return m_services.add(service);
    });
}

Result<Service> ServiceDesk::voidService(Id<Service> id, const QString& reason)
{
    return m_ledger.transact([&] { return m_services.voidService(id, reason); });
}

} // namespace songhe
