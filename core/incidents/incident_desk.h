// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/assessments/answer_sheet.h"
#include "core/incidents/incident_repository.h"

namespace songhe {

/// What went wrong, and what was done about it. Each call is one transaction.
class IncidentDesk {
    Q_DECLARE_TR_FUNCTIONS(songhe::IncidentDesk)

public:
    /// Days before an assessment whose incidents stand in its table of events (MZ/T 039-2013, A.2; GB/T 42195-2022,
    /// A.2).
    static constexpr int eventDays = 30;

    explicit IncidentDesk(Ledger& ledger)
        : m_ledger(ledger)
        , m_days(ledger)
        , m_incidents(ledger)
    { }

    /// Not in the future, the moments of a call in their order, who harmed only of a harm.
    Result<Incident> add(Incident incident, EntryWay way = EntryWay::Desk);
    Result<Incident> edit(Incident incident);
    Result<Incident> voidIncident(Id<Incident> id, const QString& reason);
    Result<std::vector<Incident>> listIn(const DaySpan& span) { return m_incidents.listIn(span); }
    Result<std::vector<Incident>> listOf(Id<Elder> elder, const DaySpan& span)
    {
        return m_incidents.listOf(elder, span);
    }

    /// How often what a scale asks for happened in the 30 days before `on`, by the scale's own words, as the records
    /// have it. A proposal: a person confirms it on the sheet. Kinds the scale has no word of its own for are its
    /// 'other'.
    Result<QMap<QString, int>> proposedEvents(const Scale& scale, Id<Elder> elder, QDate on);

private:
    Result<void> check(Incident& incident, EntryWay way);

    Ledger& m_ledger;
    ElderDays m_days;
    IncidentRepository m_incidents;
};

} // namespace songhe
