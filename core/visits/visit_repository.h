// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/elders/elder_days.h"
#include "core/storage/record_table.h"
#include "core/visits/visit.h"
#include "core/visits/visit_plan.h"

namespace songhe {

/// Visits, how often they were decided to be, and what makes the next one due.
class VisitRepository {
public:
    explicit VisitRepository(Ledger& ledger)
        : m_ledger(ledger)
        , m_visits(ledger)
        , m_tiers(ledger)
    { }

    Result<Visit> add(const Visit& visit) { return m_visits.add(visit); }
    Result<Visit> change(const Visit& visit) { return m_visits.change(visit); }
    Result<Visit> voidVisit(Id<Visit> id, const QString& reason) { return m_visits.voidRecord(id, reason); }
    Result<std::optional<Visit>> findVisit(Id<Visit> id) { return m_visits.find(id); }
    Result<VisitTier> add(const VisitTier& tier) { return m_tiers.add(tier); }
    Result<VisitTier> change(const VisitTier& tier) { return m_tiers.change(tier); }
    Result<VisitTier> voidTier(Id<VisitTier> id, const QString& reason) { return m_tiers.voidRecord(id, reason); }
    Result<std::optional<VisitTier>> findTier(Id<VisitTier> id) { return m_tiers.find(id); }

    /// Not void, newest first.
    Result<std::vector<Visit>> listOf(Id<Elder> elder);
    Result<std::vector<Visit>> listIn(const DaySpan& span);
    /// What was decided last of each elder, by the day; newest first.
    Result<std::vector<VisitTier>> tiersOn(QDate day);
    /// The tier decided for her, if one is.
    Result<std::optional<VisitTier>> tierOf(Id<Elder> elder, QDate day);

    /// What the newest visit of each living elder says of the next one.
    struct Newest {
        Id<Elder> elder;
        QDate on;
        std::optional<QDate> nextDue;
    };
    Result<std::vector<Newest>> newest(VisitKind kind, QDate day);
    /// Days of major changes since which nobody met her, by elder.
    struct Change {
        Id<Elder> elder;
        QDate on;
    };
    Result<std::vector<Change>> unansweredChanges(const VisitPlan::MajorChange& change, QDate day);
    /// Those alive on that day whom nobody visited and for whom nothing was decided until then, where something is
    /// recorded that the plan watches; by id.
    Result<std::vector<Id<Elder>>> neverVisited(const VisitPlan::Watched& watched, QDate day);
    /// Everybody alive on that day whose file is not void, by id.
    Result<std::vector<Id<Elder>>> living(QDate day);

private:
    Ledger& m_ledger;
    RecordTable<Visit> m_visits;
    RecordTable<VisitTier> m_tiers;
};

} // namespace songhe
