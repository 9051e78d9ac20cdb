// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/attendance/absence_repository.h"
#include "core/attendance/attendance_repository.h"

namespace songhe {

/// When an elder was in hospital or away. Each call is one transaction.
class AbsenceDesk {
    Q_DECLARE_TR_FUNCTIONS(songhe::AbsenceDesk)

public:
    explicit AbsenceDesk(Ledger& ledger)
        : m_ledger(ledger)
        , m_days(ledger)
        , m_absences(ledger)
        , m_attendance(ledger)
    { }

    /// Two absences of one elder share no day: the second is `Conflict` and names the first. At the desk so is one over
    /// a day on which she came, but for its first.
    Result<Absence> add(Absence absence, EntryWay way = EntryWay::Desk);
    Result<Absence> edit(Absence absence);
    /// She is back: `lastDay` is the last day away.
    Result<Absence> end(Id<Absence> id, QDate lastDay);
    Result<Absence> voidAbsence(Id<Absence> id, const QString& reason);

    Result<std::vector<Absence>> listOf(Id<Elder> elder) { return m_absences.listOf(elder); }
    Result<std::vector<Absence>> listIn(const DaySpan& span) { return m_absences.listIn(span); }

private:
    Result<void> check(const Absence& absence, EntryWay way);

    Ledger& m_ledger;
    ElderDays m_days;
    AbsenceRepository m_absences;
    AttendanceRepository m_attendance;
};

} // namespace songhe
