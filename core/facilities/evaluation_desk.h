// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/facilities/evaluation_repository.h"

#include <QtCore/QCoreApplication>

namespace songhe {

/// Evaluations and the fund ledger. Each call is one transaction.
class EvaluationDesk {
    Q_DECLARE_TR_FUNCTIONS(songhe::EvaluationDesk)

public:
    explicit EvaluationDesk(Ledger& ledger)
        : m_ledger(ledger)
        , m_evaluations(ledger)
    { }

    /// Of a facility or a meal point, not of both; one a year and kind, with a grade that this kind has.
    Result<Evaluation> add(Evaluation evaluation);
    Result<Evaluation> edit(Evaluation evaluation);
    Result<Evaluation> voidEvaluation(Id<Evaluation> id, const QString& reason);
    Result<std::vector<Evaluation>> evaluations() { return m_evaluations.evaluations(); }

    Result<Budget> add(Budget budget);
    Result<Budget> edit(Budget budget);
    Result<Budget> voidBudget(Id<Budget> id, const QString& reason);
    Result<std::vector<Budget>> budgets() { return m_evaluations.budgets(); }

private:
    Result<void> check(const Evaluation& evaluation);
    Result<void> check(const Budget& budget);
    Result<void> checkYear(int year);
    Result<void> checkPlaces(const std::optional<Id<Facility>>& facility, const std::optional<Id<Site>>& site);

    Ledger& m_ledger;
    EvaluationRepository m_evaluations;
};

} // namespace songhe
