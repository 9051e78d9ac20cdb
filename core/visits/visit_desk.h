// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/incidents/incident_repository.h"
#include "core/staff/staff_repository.h"
#include "core/visits/visit_repository.h"

namespace songhe {

/// A visit that somebody must make.
struct DueVisit {
    Id<Elder> elder;
    QString tier; ///< the one decided for her, else the one her facts propose
    VisitKind kind = VisitKind::Care;
    QDate due;
    std::optional<QDate> lastOn; ///< of that kind
    bool change = false;         ///< a major change asks for it
    bool undecided = false;      ///< nothing was decided and nobody ever visited: her facts alone ask for it
};

/// What her facts say of how often she is to be visited.
struct TierProposal {
    Id<Elder> elder;
    QString tier; ///< proposed
    QString why;
    std::optional<VisitTier> decided;
};

/// Visits and how often they are made. Each call is one transaction. `plan` must outlive the desk.
class VisitDesk {
    Q_DECLARE_TR_FUNCTIONS(songhe::VisitDesk)

public:
    VisitDesk(Ledger& ledger, const VisitPlan& plan)
        : m_ledger(ledger)
        , m_plan(plan)
        , m_days(ledger)
        , m_visits(ledger)
        , m_incidents(ledger)
        , m_staff(ledger)
    { }

    [[nodiscard]] const VisitPlan& plan() const { return m_plan; }

    /// Without a next day it is the one the tier of that day sets; where she was not met, soon again.
    Result<Visit> add(Visit visit, EntryWay way = EntryWay::Desk);
    Result<Visit> edit(Visit visit);
    Result<Visit> voidVisit(Id<Visit> id, const QString& reason);
    Result<std::vector<Visit>> listOf(Id<Elder> elder) { return m_visits.listOf(elder); }
    Result<std::vector<Visit>> listIn(const DaySpan& span) { return m_visits.listIn(span); }

    /// What a person decides: without a first day from today on, without a first visit one interval later.
    Result<VisitTier> add(VisitTier tier, EntryWay way = EntryWay::Desk);
    Result<VisitTier> edit(VisitTier tier);
    Result<VisitTier> voidTier(Id<VisitTier> id, const QString& reason);
    Result<std::vector<VisitTier>> tiersOn(QDate day) { return m_visits.tiersOn(day); }

    /// Every visit due on that day or before, by what was recorded until then: the day the newest visit of the kind
    /// names, the first visit of a tier decided since, the day after a major change since which nobody met her, and,
    /// for whom nothing was decided and nobody ever visited, the day by which her facts asked for the first visit.
    /// Soonest first.
    Result<std::vector<DueVisit>> dueOn(QDate day);
    /// Elders for whom nothing was decided, or less often than their facts propose, by id.
    Result<std::vector<TierProposal>> proposals(QDate day);
    /// Decides each of these as proposed, in one transaction.
    Result<std::vector<VisitTier>> takeProposals(const std::vector<TierProposal>& proposals, QDate from);

private:
    Result<void> check(Visit& visit, EntryWay way);
    Result<void> check(VisitTier& tier, EntryWay way);
    Result<void> plan(Visit& visit);
    Result<VisitPlan::Proposal> proposalFor(Id<Elder> elder, QDate day);
    Result<std::vector<DueVisit>> careDue(QDate day);
    Result<std::vector<DueVisit>> neverVisitedDue(QDate day);
    [[nodiscard]] int frequency(const QString& tier) const;

    Ledger& m_ledger;
    const VisitPlan& m_plan;
    ElderDays m_days;
    VisitRepository m_visits;
    IncidentRepository m_incidents;
    StaffRepository m_staff;
};

} // namespace songhe
