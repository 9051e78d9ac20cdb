// SPDX-License-Identifier: GPL-3.0-or-later
// What an auditor would ask about a service that stands in the books.
#include "core/services/service_desk.h"

#include <algorithm>

namespace songhe {

using namespace Qt::StringLiterals;

Result<void> ServiceDesk::doubtTimes(const Service& service, std::vector<ServiceDoubt>& doubts)
{
    if (const auto slot = TimeSlot::of(service)) {
        ASSIGN_OR_RETURN(const std::optional<TimeSlot> other, m_timetable.clash(*slot));
        if (other)
            doubts.push_back({service.id, other->elder == service.elder ? u"elder_overlap"_s : u"staff_overlap"_s,
                              Timetable::text(*slot, *other), other->id});
    }
    ASSIGN_OR_RETURN(const std::optional<Absence> absence, absenceAt(service));
    if (absence)
        doubts.push_back({service.id, u"absent"_s,
                          tr("The elder was absent on that day (%1, number %2).")
                              .arg(choiceText(absence->reason), absence->id.text()),
                          absence->id.value});
    // What was there when the claim was signed is no doubt; what came after it is.
    const QDateTime written = service.recorded.at.isValid() ? service.recorded.at : m_ledger.clock.now();
    for (const QString& family : {QString::fromLatin1(Service::family), u"meal"_s}) {
        ASSIGN_OR_RETURN(const QString period, m_closed.closedBefore(family, service.servedOn, written));
        if (period.isEmpty())
            continue;
        doubts.push_back(
            {service.id, u"closed_month"_s, tr("It was recorded after the claim of %1 was signed.").arg(period), 0});
        break;
    }
    return {};
}

Result<void> ServiceDesk::doubtPapers(const Service& service, std::vector<ServiceDoubt>& doubts)
{
    ASSIGN_OR_RETURN(const std::vector<Agreement> agreements, m_agreements.listOf(service.elder));
    const bool covered = std::any_of(agreements.begin(), agreements.end(), [&](const Agreement& each) {
        return each.covers(service.item, service.servedOn);
    });
    ASSIGN_OR_RETURN(const Catalogue* catalogue, Catalogue::builtIn());
    if (!covered)
        doubts.push_back({service.id, u"outside_agreement"_s,
                          tr("No service agreement of this elder covers '%1' on %2.")
                              .arg(catalogue->itemText(service.item), service.servedOn.toString(Qt::ISODate)),
                          0});
    const CatalogueItem* item = catalogue->find(service.item);
    if (item && !item->isOfferedOn(service.servedOn))
        doubts.push_back(
            {service.id, u"not_offered"_s, catalogue->itemOn(service.item, service.servedOn).error().message, 0});
    if (!service.staff)
        return {};
    ASSIGN_OR_RETURN(const std::optional<Staff> staff, m_staff.find(*service.staff));
    const QString unfit = staff && item ? unfitFor(*staff, *item, service.servedOn, *catalogue) : QString();
    if (!unfit.isEmpty())
        doubts.push_back({service.id, u"unfit_staff"_s, unfit, service.staff->value});
    return {};
}

Result<std::vector<ServiceDoubt>> ServiceDesk::doubtsOf(const Service& service)
{
    std::vector<ServiceDoubt> doubts;
    ASSIGN_OR_RETURN(const std::optional<Elder> elder, ElderRepository(m_ledger).find(service.elder));
    if (elder && elder->died && *elder->died < service.servedOn)
        doubts.push_back({service.id, u"after_death"_s,
                          tr("The elder is recorded as deceased on %1.").arg(elder->died->toString(Qt::ISODate)), 0});
    RETURN_IF_ERROR(doubtTimes(service, doubts));
    RETURN_IF_ERROR(doubtPapers(service, doubts));
    return doubts;
}

Result<std::vector<ServiceDoubt>> ServiceDesk::doubtsIn(QDate first, QDate last)
{
    std::vector<ServiceDoubt> all;
    ASSIGN_OR_RETURN(const std::vector<Service> services, m_services.listIn(first, last));
    for (const Service& service : services) {
        ASSIGN_OR_RETURN(const std::vector<ServiceDoubt> doubts, doubtsOf(service));
        all.insert(all.end(), doubts.begin(), doubts.end());
    }
    return all;
}

} // namespace songhe
