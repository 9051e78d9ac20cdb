// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/facilities/evaluation_desk.h"

#include "core/centre/site_repository.h"
#include "core/facilities/facility_repository.h"
#include "core/facilities/project_repository.h"

#include <algorithm>

namespace songhe {

Result<void> EvaluationDesk::checkYear(int year)
{
    // Earlier than the first of the policies there is nothing to be claimed.
    constexpr int firstYear = 2010;
    if (year < firstYear || year > m_ledger.today().year() + 1)
        return fail(Error::Kind::Invalid,
                    tr("%1 is no year of this program's. Please write one from %2 to %3.")
                        .arg(year)
                        .arg(firstYear)
                        .arg(m_ledger.today().year() + 1));
    return {};
}

Result<void> EvaluationDesk::checkPlaces(const std::optional<Id<Facility>>& facility,
                                         const std::optional<Id<Site>>& site)
{
    if (facility) {
        ASSIGN_OR_RETURN(const std::optional<Facility> found, FacilityRepository(m_ledger).find(*facility));
        if (!found || found->recorded.isVoided())
            return fail(Error::Kind::NotFound,
                        tr("There is no facility %1. Please add it first.").arg(facility->text()));
    }
    if (site) {
        ASSIGN_OR_RETURN(const std::optional<Site> found, SiteRepository(m_ledger).find(*site));
        if (!found || found->recorded.isVoided())
            return fail(Error::Kind::NotFound, tr("There is no site %1. Please add it first.").arg(site->text()));
    }
    return {};
}

Result<void> EvaluationDesk::check(const Evaluation& evaluation)
{
    RETURN_IF_ERROR(checkYear(evaluation.year));
    if (evaluation.facility.has_value() == evaluation.site.has_value())
        return fail(Error::Kind::Invalid,
                    tr("An evaluation is of a facility or of a meal point. Please name one of the two."));
    RETURN_IF_ERROR(checkPlaces(evaluation.facility, evaluation.site));
    const auto grades = gradesOf(evaluation.scheme);
    if (std::find(grades.begin(), grades.end(), evaluation.grade) == grades.end()) {
        QStringList keys;
        for (const EvaluationGrade grade : grades)
            keys << choiceKey(grade);
        return fail(
            Error::Kind::Invalid,
            tr("'%1' is no grade of the kind '%2'. Use one of: %3.")
                .arg(choiceKey(evaluation.grade), choiceKey(evaluation.scheme), keys.join(QStringLiteral(", "))));
    }
    if (evaluation.on && (*evaluation.on > m_ledger.today() || (evaluation.to && *evaluation.to < *evaluation.on)))
        return fail(Error::Kind::Invalid,
                    tr("The evaluation of %1 has not come yet, or ends before it. Please check "
                       "its days.")
                        .arg(evaluation.on->toString(Qt::ISODate)));
    if (evaluation.granted && evaluation.granted->value < 0)
        return fail(Error::Kind::Invalid, tr("An award cannot be below 0."));
    ASSIGN_OR_RETURN(const std::optional<Evaluation> other, m_evaluations.sameAs(evaluation));
    if (other)
        return fail(Error::Kind::Conflict,
                    tr("There is an evaluation of this kind for %1 already (number %2). Make it void first if it was "
                       "wrong.")
                        .arg(evaluation.year)
                        .arg(other->id.text()));
    return {};
}

Result<void> EvaluationDesk::check(const Budget& budget)
{
    RETURN_IF_ERROR(checkYear(budget.year));
    RETURN_IF_ERROR(checkPlaces(budget.facility, {}));
    if (budget.project) {
        ASSIGN_OR_RETURN(const std::optional<Project> found, ProjectRepository(m_ledger).find(*budget.project));
        if (!found || found->recorded.isVoided())
            return fail(Error::Kind::NotFound,
                        tr("There is no project %1. Please add it first.").arg(budget.project->text()));
    }
    if (budget.amount.value <= 0)
        return fail(Error::Kind::Invalid, tr("The amount must be more than 0."));
    return {};
}

Result<Evaluation> EvaluationDesk::add(Evaluation evaluation)
{
    return m_ledger.transact([&]() -> Result<Evaluation> {
        RETURN_IF_ERROR(check(evaluation));
        return m_evaluations.add(evaluation);
    });
}

Result<Evaluation> EvaluationDesk::edit(Evaluation evaluation)
{
    return m_ledger.transact([&]() -> Result<Evaluation> {
        RETURN_IF_ERROR(check(evaluation));
        return m_evaluations.change(evaluation);
    });
}

Result<Evaluation> EvaluationDesk::voidEvaluation(Id<Evaluation> id, const QString& reason)
{
    return m_ledger.transact([&] { return m_evaluations.voidEvaluation(id, reason); });
}

Result<Budget> EvaluationDesk::add(Budget budget)
{
    return m_ledger.transact([&]() -> Result<Budget> {
        RETURN_IF_ERROR(check(budget));
        return m_evaluations.add(budget);
    });
}

Result<Budget> EvaluationDesk::edit(Budget budget)
{
    return m_ledger.transact([&]() -> Result<Budget> {
        RETURN_IF_ERROR(check(budget));
        return m_evaluations.change(budget);
    });
}

Result<Budget> EvaluationDesk::voidBudget(Id<Budget> id, const QString& reason)
{
    return m_ledger.transact([&] { return m_evaluations.voidBudget(id, reason); });
}

} // namespace songhe
