// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/facilities/budget.h"
#include "core/facilities/evaluation.h"
#include "core/storage/record_table.h"

namespace songhe {

/// How facilities and meal points were judged, and what money was put aside.
class EvaluationRepository {
public:
    explicit EvaluationRepository(Ledger& ledger)
        : m_evaluations(ledger)
        , m_budgets(ledger)
    { }

    Result<Evaluation> add(const Evaluation& evaluation) { return m_evaluations.add(evaluation); }
    Result<Evaluation> change(const Evaluation& evaluation) { return m_evaluations.change(evaluation); }
    Result<Evaluation> voidEvaluation(Id<Evaluation> id, const QString& reason)
    {
        return m_evaluations.voidRecord(id, reason);
    }
    Result<std::optional<Evaluation>> findEvaluation(Id<Evaluation> id) { return m_evaluations.find(id); }
    /// Not void, the newest year first.
    Result<std::vector<Evaluation>> evaluations();
    Result<std::vector<Evaluation>> evaluationsOf(Id<Facility> facility);
    Result<std::vector<Evaluation>> evaluationsOf(Id<Site> site);
    /// Another of the same subject, year and scheme.
    Result<std::optional<Evaluation>> sameAs(const Evaluation& evaluation);

    Result<Budget> add(const Budget& budget) { return m_budgets.add(budget); }
    Result<Budget> change(const Budget& budget) { return m_budgets.change(budget); }
    Result<Budget> voidBudget(Id<Budget> id, const QString& reason) { return m_budgets.voidRecord(id, reason); }
    Result<std::optional<Budget>> findBudget(Id<Budget> id) { return m_budgets.find(id); }
    Result<std::vector<Budget>> budgets();
    Result<std::vector<Budget>> budgetsOf(int year, BudgetPurpose purpose);

private:
    RecordTable<Evaluation> m_evaluations;
    RecordTable<Budget> m_budgets;
};

} // namespace songhe
