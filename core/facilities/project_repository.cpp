// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/facilities/project_repository.h"

namespace songhe {

namespace project_rows {

template <typename R> Result<std::optional<R>> only(Result<std::vector<R>> found)
{
    RETURN_IF_ERROR(found);
    return found->empty() ? std::optional<R>() : std::optional<R>(std::move(found->front()));
}

} // namespace project_rows

Result<std::optional<Project>> ProjectRepository::findByCode(const QString& code)
{
    return project_rows::only(m_projects.list(QStringLiteral("WHERE code = ? AND voided_at IS NULL"), {code}));
}

Result<std::vector<Project>> ProjectRepository::list()
{
    return m_projects.list(QStringLiteral("WHERE voided_at IS NULL ORDER BY code, id"));
}

Result<std::vector<Project>> ProjectRepository::listOf(Id<Facility> facility)
{
    return m_projects.list(QStringLiteral("WHERE facility_id = ? AND voided_at IS NULL ORDER BY code, id"), {facility});
}

Result<std::optional<CostItem>> ProjectRepository::findInvoice(const QString& invoice)
{
    return project_rows::only(m_costs.list(QStringLiteral("WHERE invoice = ? AND voided_at IS NULL"), {invoice}));
}

Result<std::vector<CostItem>> ProjectRepository::costs()
{
    return m_costs.list(QStringLiteral("WHERE voided_at IS NULL ORDER BY paid_on, id"));
}

Result<std::vector<CostItem>> ProjectRepository::costsOf(Id<Project> project)
{
    return m_costs.list(QStringLiteral("WHERE project_id = ? AND voided_at IS NULL ORDER BY paid_on, id"), {project});
}

Result<std::vector<CostItem>> ProjectRepository::costsOf(Id<Facility> facility, QDate first, QDate last)
{
    return m_costs.list(QStringLiteral("WHERE facility_id = ? AND paid_on BETWEEN ? AND ? AND voided_at IS NULL "
                                       "ORDER BY paid_on, id"),
                        {facility, first, last});
}

Result<std::vector<Acceptance>> ProjectRepository::acceptances()
{
    return m_acceptances.list(QStringLiteral("WHERE voided_at IS NULL ORDER BY decided_on, id"));
}

Result<std::optional<Acceptance>> ProjectRepository::passedOf(Id<Project> project)
{
    return project_rows::only(m_acceptances.list(
        QStringLiteral("WHERE project_id = ? AND passed = 1 AND voided_at IS NULL ORDER BY decided_on, id"),
        {project}));
}

} // namespace songhe
