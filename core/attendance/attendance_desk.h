// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/attendance/absence_repository.h"
#include "core/attendance/attendance_repository.h"

namespace songhe {

/// One of those whom the day's list of day care names.
struct Regular {
    Id<Elder> elder;
    std::optional<Attendance> attendance;
    std::optional<Absence> absence; ///< recorded for that day; with an attendance beside it one of the two is wrong
};

/// Who came to day care. Each call is one transaction.
class AttendanceDesk {
    Q_DECLARE_TR_FUNCTIONS(songhe::AttendanceDesk)

public:
    explicit AttendanceDesk(Ledger& ledger)
        : m_ledger(ledger)
        , m_days(ledger)
        , m_attendance(ledger)
        , m_absences(ledger)
    { }

    /// She came: without a day today, without a time now. A second time on one day is `Conflict` and names the record;
    /// a day recorded as absent, a day after her death and a day of a closed month are `Refused`. Without a site it is
    /// the centre's first one. What another program recorded stays, for the auditor to see, but for the second time.
    Result<Attendance> add(Attendance day, EntryWay way = EntryWay::Desk);
    /// She left. `NotFound` where she did not come that day.
    Result<Attendance> leave(Id<Elder> elder, QDate day, const QString& at = {});
    /// Every regular of the day who has not come yet and is not absent, in one transaction.
    Result<std::vector<Attendance>> allPresent(QDate day, const QString& at = {}, std::optional<Id<Site>> site = {});
    Result<Attendance> edit(Attendance day);
    Result<Attendance> voidAttendance(Id<Attendance> id, const QString& reason);

    /// Those who came in the last weeks (`attendance.regular_weeks`), who have a bed by day, and whoever came that day,
    /// by id.
    Result<std::vector<Regular>> regularsOn(QDate day);
    Result<std::optional<Attendance>> find(Id<Attendance> id) { return m_attendance.find(id); }
    Result<std::vector<Attendance>> listOn(QDate day) { return m_attendance.listOn(day); }
    Result<std::vector<Attendance>> listOf(Id<Elder> elder, const DaySpan& span)
    {
        return m_attendance.listOf(elder, span);
    }

private:
    Result<void> checkTimes(const Attendance& day);
    Result<void> checkDay(const Attendance& day);
    Result<void> checkSite(Attendance& day);
    [[nodiscard]] QString timeOn(QDate day) const;

    Ledger& m_ledger;
    ElderDays m_days;
    AttendanceRepository m_attendance;
    AbsenceRepository m_absences;
};

} // namespace songhe
