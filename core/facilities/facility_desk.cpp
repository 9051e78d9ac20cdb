// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/facilities/facility_desk.h"

#include "core/centre/site_repository.h"

namespace songhe {

Result<void> FacilityDesk::check(Facility& facility)
{
    facility.code = facility.code.trimmed();
    facility.name = facility.name.trimmed();
    if (facility.from && facility.to && *facility.to < *facility.from)
        return fail(Error::Kind::Invalid,
                    tr("Facility %1: the last day (%2) lies before the first (%3). Please check both.")
                        .arg(facility.code, facility.to->toString(Qt::ISODate), facility.from->toString(Qt::ISODate)));
    if (facility.division && !facility.district)
        facility.district = districtClassOf(*facility.division);
    if (facility.site) {
        ASSIGN_OR_RETURN(const std::optional<Site> site, SiteRepository(m_ledger).find(*facility.site));
        if (!site)
            return fail(Error::Kind::NotFound,
                        tr("There is no site %1. Please add it first.").arg(facility.site->text()));
    }
    ASSIGN_OR_RETURN(const std::optional<Facility> other, m_facilities.findByCode(facility.code));
    if (other && other->id != facility.id)
        return fail(Error::Kind::Conflict,
                    tr("There is a facility with code %1 already. Please choose another code.").arg(facility.code));
    return {};
}

Result<Facility> FacilityDesk::add(Facility facility)
{
    return m_ledger.transact([&]() -> Result<Facility> {
        RETURN_IF_ERROR(check(facility));
        return m_facilities.add(facility);
    });
}

Result<Facility> FacilityDesk::edit(Facility facility)
{
    return m_ledger.transact([&]() -> Result<Facility> {
        RETURN_IF_ERROR(check(facility));
        return m_facilities.change(facility);
    });
}

Result<Facility> FacilityDesk::voidFacility(Id<Facility> id, const QString& reason)
{
    return m_ledger.transact([&] { return m_facilities.voidFacility(id, reason); });
}

Result<void> FacilityDesk::check(const Premises& premises)
{
    ASSIGN_OR_RETURN(const std::optional<Facility> facility, m_facilities.find(premises.facility));
    if (!facility || facility->recorded.isVoided())
        return fail(Error::Kind::NotFound,
                    tr("There is no facility %1. Please add it first.").arg(premises.facility.text()));
    if (premises.area.dm2 <= 0)
        return fail(Error::Kind::Invalid,
                    tr("The floor area of %1 must be more than 0. Write it in m².").arg(facility->code));
    if (premises.beds.value_or(0) < 0)
        return fail(Error::Kind::Invalid, tr("Beds cannot be below 0."));
    if (premises.from && premises.to && *premises.to < *premises.from)
        return fail(Error::Kind::Invalid,
                    tr("Facility %1: the last day (%2) lies before the first (%3). Please check both.")
                        .arg(facility->code, premises.to->toString(Qt::ISODate), premises.from->toString(Qt::ISODate)));
    return {};
}

Result<Premises> FacilityDesk::add(Premises premises)
{
    return m_ledger.transact([&]() -> Result<Premises> {
        RETURN_IF_ERROR(check(premises));
        return m_facilities.add(premises);
    });
}

Result<Premises> FacilityDesk::edit(Premises premises)
{
    return m_ledger.transact([&]() -> Result<Premises> {
        RETURN_IF_ERROR(check(premises));
        return m_facilities.change(premises);
    });
}

Result<Premises> FacilityDesk::voidPremises(Id<Premises> id, const QString& reason)
{
    return m_ledger.transact([&] { return m_facilities.voidPremises(id, reason); });
}

Result<Facility> FacilityDesk::resolve(const QString& codeOrId)
{
    const QString text = codeOrId.trimmed();
    if (text.isEmpty()) {
        ASSIGN_OR_RETURN(std::vector<Facility> all, m_facilities.list());
        if (all.size() == 1)
            return all.front();
        return fail(Error::Kind::NotFound, tr("Please name the facility by its code; 'facility list' shows them."));
    }
    ASSIGN_OR_RETURN(std::optional<Facility> found, m_facilities.findByCode(text));
    bool isNumber = false;
    const qint64 id = text.toLongLong(&isNumber);
    if (!found && isNumber) {
        ASSIGN_OR_RETURN(found, m_facilities.find(Id<Facility> {id}));
    }
    if (!found || found->recorded.isVoided())
        return fail(Error::Kind::NotFound,
                    tr("There is no facility '%1'; 'facility list' shows their codes.").arg(text));
    return *std::move(found);
}

} // namespace songhe
