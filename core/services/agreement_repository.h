// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/elders/elder_days.h"
#include "core/services/agreement.h"
#include "core/storage/record_table.h"

namespace songhe {

/// Agreements and the plans made under them.
class AgreementRepository {
public:
    explicit AgreementRepository(Ledger& ledger)
        : m_agreements(ledger)
        , m_plans(ledger)
    { }

    Result<Agreement> add(const Agreement& agreement) { return m_agreements.add(agreement); }
    Result<Agreement> change(const Agreement& agreement) { return m_agreements.change(agreement); }
    Result<Agreement> voidAgreement(Id<Agreement> id, const QString& reason)
    {
        return m_agreements.voidRecord(id, reason);
    }
    /// Not void, newest first.
    Result<std::vector<Agreement>> listOf(Id<Elder> elder);
    /// Of all elders, where they share a day with the span.
    Result<std::vector<Agreement>> listIn(const DaySpan& span);

    Result<PlanItem> add(const PlanItem& line) { return m_plans.add(line); }
    Result<PlanItem> change(const PlanItem& line) { return m_plans.change(line); }
    Result<PlanItem> voidPlan(Id<PlanItem> id, const QString& reason) { return m_plans.voidRecord(id, reason); }
    Result<std::optional<PlanItem>> findPlan(Id<PlanItem> id) { return m_plans.find(id); }
    /// Not void, by item and first day.
    Result<std::vector<PlanItem>> planOf(Id<Elder> elder);
    Result<std::vector<PlanItem>> plansIn(const DaySpan& span);

private:
    RecordTable<Agreement> m_agreements;
    RecordTable<PlanItem> m_plans;
};

} // namespace songhe
