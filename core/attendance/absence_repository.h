// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/attendance/absence.h"
#include "core/elders/elder_days.h"
#include "core/storage/record_table.h"

namespace songhe {

class AbsenceRepository {
public:
    explicit AbsenceRepository(Ledger& ledger)
        : m_absences(ledger)
    { }

    Result<Absence> add(const Absence& absence) { return m_absences.add(absence); }
    Result<Absence> change(const Absence& absence) { return m_absences.change(absence); }
    Result<Absence> voidAbsence(Id<Absence> id, const QString& reason) { return m_absences.voidRecord(id, reason); }
    Result<std::optional<Absence>> find(Id<Absence> id) { return m_absences.find(id); }
    /// Not void, by first day.
    Result<std::vector<Absence>> listOf(Id<Elder> elder);
    /// Of all elders, where they share a day with the span.
    Result<std::vector<Absence>> listIn(const DaySpan& span);
    /// Another absence of hers that shares a day with this one.
    Result<std::optional<Absence>> overlapping(const Absence& absence);

private:
    RecordTable<Absence> m_absences;
};

} // namespace songhe
