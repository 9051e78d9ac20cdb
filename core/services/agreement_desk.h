// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/assessments/assessment_repository.h"
#include "core/services/agreement_repository.h"
#include "core/services/service_repository.h"

#include <QtCore/QCoreApplication>

namespace songhe {

/// One service of a plan beside what was done of it.
struct PlanProgress {
    Id<Elder> elder;
    QString item;
    int planned = 0; ///< times in the days asked for
    int done = 0;
    qint64 minutes = 0;
};

/// Service agreements and plans. Each call is one transaction.
class AgreementDesk {
    Q_DECLARE_TR_FUNCTIONS(songhe::AgreementDesk)

public:
    explicit AgreementDesk(Ledger& ledger)
        : m_ledger(ledger)
        , m_days(ledger)
        , m_agreements(ledger)
        , m_assessments(ledger)
        , m_services(ledger)
    { }

    /// At the desk two agreements of one elder about one item on the same day are `Conflict`.
    Result<Agreement> add(Agreement agreement, EntryWay way = EntryWay::Desk);
    Result<Agreement> edit(const Agreement& agreement);
    Result<Agreement> voidAgreement(Id<Agreement> id, const QString& reason);
    Result<std::vector<Agreement>> listOf(Id<Elder> elder) { return m_agreements.listOf(elder); }
    Result<std::vector<Agreement>> listIn(const DaySpan& span) { return m_agreements.listIn(span); }

    Result<PlanItem> add(PlanItem line, EntryWay way = EntryWay::Desk);
    Result<PlanItem> edit(const PlanItem& line);
    Result<PlanItem> voidPlan(Id<PlanItem> id, const QString& reason);
    Result<std::vector<PlanItem>> planOf(Id<Elder> elder) { return m_agreements.planOf(elder); }
    Result<std::vector<PlanItem>> plansIn(const DaySpan& span) { return m_agreements.plansIn(span); }

    /// What the catalogue's rules propose for the level of her newest confirmed assessment as of that day; nothing is
    /// written. `NotFound` where she has none.
    Result<std::vector<PlanItem>> propose(Id<Elder> elder, QDate from);
    /// Writes the proposal, without the items that her plan has on that day already.
    Result<std::vector<PlanItem>> makePlan(Id<Elder> elder, QDate from);
    /// Planned against done, by item; services that no plan names stand there with 0 planned.
    Result<std::vector<PlanProgress>> progressOf(Id<Elder> elder, QDate first, QDate last);

private:
    Result<void> check(const Agreement& agreement, EntryWay way);
    Result<void> check(const PlanItem& line, EntryWay way);

    Ledger& m_ledger;
    ElderDays m_days;
    AgreementRepository m_agreements;
    AssessmentRepository m_assessments;
    ServiceRepository m_services;
};

} // namespace songhe
