// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/facilities/project_desk.h"

namespace songhe {

Result<void> ProjectDesk::needFacility(const std::optional<Id<Facility>>& facility)
{
    if (!facility)
        return {};
    ASSIGN_OR_RETURN(const std::optional<Facility> found, m_facilities.find(*facility));
    if (!found || found->recorded.isVoided())
        return fail(Error::Kind::NotFound, tr("There is no facility %1. Please add it first.").arg(facility->text()));
    return {};
}

Result<Project> ProjectDesk::needProject(Id<Project> id)
{
    ASSIGN_OR_RETURN(std::optional<Project> found, m_projects.find(id));
    if (!found || found->recorded.isVoided())
        return fail(Error::Kind::NotFound, tr("There is no project %1. Please add it first.").arg(id.text()));
    return *std::move(found);
}

Result<void> ProjectDesk::notToCome(QDate day)
{
    if (!day.isValid())
        return fail(Error::Kind::Invalid, tr("The day is missing. Please fill it in."));
    if (day > m_ledger.today())
        return fail(
            Error::Kind::Invalid,
            tr("The day %1 has not come yet. Please enter the day it was done.").arg(day.toString(Qt::ISODate)));
    return {};
}

Result<void> ProjectDesk::check(Project& project)
{
    project.code = project.code.trimmed();
    project.name = project.name.trimmed();
    RETURN_IF_ERROR(needFacility(project.facility));
    if (project.startedOn && project.completedOn && *project.completedOn < *project.startedOn)
        return fail(Error::Kind::Invalid,
                    tr("Project %1: it was completed (%2) before it began (%3). Please check both.")
                        .arg(project.code, project.completedOn->toString(Qt::ISODate),
                             project.startedOn->toString(Qt::ISODate)));
    const bool below = (project.investment && project.investment->value < 0)
        || (project.approved && project.approved->value < 0) || project.households.value_or(0) < 0
        || project.area.value_or(Area()).dm2 < 0;
    if (below)
        return fail(Error::Kind::Invalid,
                    tr("Project %1: amounts, floor area and households cannot be below 0.").arg(project.code));
    ASSIGN_OR_RETURN(const std::optional<Project> other, m_projects.findByCode(project.code));
    if (other && other->id != project.id)
        return fail(Error::Kind::Conflict,
                    tr("There is a project with code %1 already. Please choose another code.").arg(project.code));
    return {};
}

Result<void> ProjectDesk::check(CostItem& cost)
{
    if (!cost.project && !cost.facility)
        return fail(Error::Kind::Invalid,
                    tr("It does not say what the money was spent on. Please name the project, or "
                       "the facility whose running it paid."));
    RETURN_IF_ERROR(needFacility(cost.facility));
    if (cost.project)
        RETURN_IF_ERROR(needProject(*cost.project));
    if (cost.amount.value <= 0)
        return fail(Error::Kind::Invalid, tr("The amount must be more than 0. Make an item that was paid back void."));
    RETURN_IF_ERROR(notToCome(cost.paidOn));
    if (!cost.invoice)
        return {};
    *cost.invoice = cost.invoice->simplified().remove(u' ').toUpper(); // one invoice is written in many ways
    if (cost.invoice->isEmpty()) {
        cost.invoice.reset();
        return {};
    }
    ASSIGN_OR_RETURN(const std::optional<CostItem> other, m_projects.findInvoice(*cost.invoice));
    if (other && other->id != cost.id)
        return fail(
            Error::Kind::Conflict,
            tr("Invoice %1 was used already, for %2 yuan paid on %3 (cost item %4). An invoice counts once.")
                .arg(*cost.invoice, other->amount.yuanText(), other->paidOn.toString(Qt::ISODate), other->id.text()));
    return {};
}

Result<void> ProjectDesk::check(const Acceptance& acceptance)
{
    ASSIGN_OR_RETURN(const Project project, needProject(acceptance.project));
    RETURN_IF_ERROR(notToCome(acceptance.on));
    if (project.startedOn && acceptance.on < *project.startedOn)
        return fail(
            Error::Kind::Invalid,
            tr("Project %1 began on %2 and cannot have been accepted on %3.")
                .arg(project.code, project.startedOn->toString(Qt::ISODate), acceptance.on.toString(Qt::ISODate)));
    if (acceptance.area.value_or(Area()).dm2 < 0 || acceptance.beds.value_or(0) < 0)
        return fail(Error::Kind::Invalid, tr("Floor area and beds cannot be below 0."));
    if (!acceptance.passed)
        return {};
    ASSIGN_OR_RETURN(const std::optional<Acceptance> other, m_projects.passedOf(acceptance.project));
    if (other && other->id != acceptance.id)
        return fail(Error::Kind::Conflict,
                    tr("Project %1 was accepted on %2 already (number %3). Make that acceptance void first if it was "
                       "wrong.")
                        .arg(project.code, other->on.toString(Qt::ISODate), other->id.text()));
    return {};
}

Result<Project> ProjectDesk::add(Project project)
{
    return m_ledger.transact([&]() -> Result<Project> {
        RETURN_IF_ERROR(check(project));
        return m_projects.add(project);
    });
}

Result<Project> ProjectDesk::edit(Project project)
{
    return m_ledger.transact([&]() -> Result<Project> {
        RETURN_IF_ERROR(check(project));
        return m_projects.change(project);
    });
}

Result<Project> ProjectDesk::voidProject(Id<Project> id, const QString& reason)
{
    return m_ledger.transact([&] { return m_projects.voidProject(id, reason); });
}

Result<CostItem> ProjectDesk::add(CostItem cost)
{
    return m_ledger.transact([&]() -> Result<CostItem> {
        RETURN_IF_ERROR(check(cost));
        return m_projects.add(cost);
    });
}

Result<CostItem> ProjectDesk::edit(CostItem cost)
{
    return m_ledger.transact([&]() -> Result<CostItem> {
        RETURN_IF_ERROR(check(cost));
        return m_projects.change(cost);
    });
}

Result<CostItem> ProjectDesk::voidCost(Id<CostItem> id, const QString& reason)
{
    return m_ledger.transact([&] { return m_projects.voidCost(id, reason); });
}

Result<Acceptance> ProjectDesk::add(Acceptance acceptance)
{
    return m_ledger.transact([&]() -> Result<Acceptance> {
        RETURN_IF_ERROR(check(acceptance));
        return m_projects.add(acceptance);
    });
}

Result<Acceptance> ProjectDesk::edit(Acceptance acceptance)
{
    return m_ledger.transact([&]() -> Result<Acceptance> {
        RETURN_IF_ERROR(check(acceptance));
        return m_projects.change(acceptance);
    });
}

Result<Acceptance> ProjectDesk::voidAcceptance(Id<Acceptance> id, const QString& reason)
{
    return m_ledger.transact([&] { return m_projects.voidAcceptance(id, reason); });
}

Result<Project> ProjectDesk::resolve(const QString& codeOrId)
{
    const QString text = codeOrId.trimmed();
    if (text.isEmpty()) {
        ASSIGN_OR_RETURN(std::vector<Project> all, m_projects.list());
        if (all.size() == 1)
            return all.front();
        return fail(Error::Kind::NotFound, tr("Please name the project by its code; 'project list' shows them."));
    }
    ASSIGN_OR_RETURN(std::optional<Project> found, m_projects.findByCode(text));
    bool isNumber = false;
    const qint64 id = text.toLongLong(&isNumber);
    if (!found && isNumber) {
        ASSIGN_OR_RETURN(found, m_projects.find(Id<Project> {id}));
    }
    if (!found || found->recorded.isVoided())
        return fail(Error::Kind::NotFound, tr("There is no project '%1'; 'project list' shows their codes.").arg(text));
    return *std::move(found);
}

} // namespace songhe
