// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/facilities/evaluation_repository.h"

namespace songhe {

Result<std::vector<Evaluation>> EvaluationRepository::evaluations()
{
    return m_evaluations.list(QStringLiteral("WHERE voided_at IS NULL ORDER BY year DESC, facility_id, site_id, id"));
}

Result<std::vector<Evaluation>> EvaluationRepository::evaluationsOf(Id<Facility> facility)
{
    return m_evaluations.list(QStringLiteral("WHERE facility_id = ? AND voided_at IS NULL ORDER BY year DESC, id"),
                              {facility});
}

Result<std::vector<Evaluation>> EvaluationRepository::evaluationsOf(Id<Site> site)
{
    return m_evaluations.list(QStringLiteral("WHERE site_id = ? AND voided_at IS NULL ORDER BY year DESC, id"), {site});
}

Result<std::optional<Evaluation>> EvaluationRepository::sameAs(const Evaluation& evaluation)
{
    ASSIGN_OR_RETURN(std::vector<Evaluation> found,
                     m_evaluations.list(QStringLiteral("WHERE facility_id IS ? AND site_id IS ? AND year = ? AND "
                                                       "scheme = ? AND id <> ? AND voided_at IS NULL"),
                                        {evaluation.facility, evaluation.site, evaluation.year,
                                         choiceKey(evaluation.scheme), evaluation.id.value}));
    return found.empty() ? std::optional<Evaluation>() : std::optional(std::move(found.front()));
}

Result<std::vector<Budget>> EvaluationRepository::budgets()
{
    return m_budgets.list(QStringLiteral("WHERE voided_at IS NULL ORDER BY year DESC, purpose, id"));
}

Result<std::vector<Budget>> EvaluationRepository::budgetsOf(int year, BudgetPurpose purpose)
{
    return m_budgets.list(QStringLiteral("WHERE year = ? AND purpose = ? AND voided_at IS NULL ORDER BY id"),
                          {year, choiceKey(purpose)});
}

} // namespace songhe
