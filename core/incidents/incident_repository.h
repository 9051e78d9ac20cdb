// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/elders/elder_days.h"
#include "core/incidents/incident.h"
#include "core/storage/record_table.h"

namespace songhe {

class IncidentRepository {
public:
    explicit IncidentRepository(Ledger& ledger)
        : m_incidents(ledger)
    { }

    Result<Incident> add(const Incident& incident) { return m_incidents.add(incident); }
    Result<Incident> change(const Incident& incident) { return m_incidents.change(incident); }
    Result<Incident> voidIncident(Id<Incident> id, const QString& reason) { return m_incidents.voidRecord(id, reason); }
    Result<std::optional<Incident>> find(Id<Incident> id) { return m_incidents.find(id); }
    /// Not void, newest first.
    Result<std::vector<Incident>> listIn(const DaySpan& span);
    Result<std::vector<Incident>> listOf(Id<Elder> elder, const DaySpan& span);

private:
    RecordTable<Incident> m_incidents;
};

} // namespace songhe
