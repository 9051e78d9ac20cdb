// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/attendance/attendance.h"
#include "core/elders/elder_days.h"
#include "core/storage/record_table.h"

namespace songhe {

/// Days in day care.
class AttendanceRepository {
public:
    explicit AttendanceRepository(Ledger& ledger)
        : m_ledger(ledger)
        , m_days(ledger)
    { }

    Result<Attendance> add(const Attendance& day) { return m_days.add(day); }
    Result<Attendance> change(const Attendance& day) { return m_days.change(day); }
    Result<Attendance> voidAttendance(Id<Attendance> id, const QString& reason)
    {
        return m_days.voidRecord(id, reason);
    }
    Result<std::optional<Attendance>> find(Id<Attendance> id) { return m_days.find(id); }
    /// Her day, if she came.
    Result<std::optional<Attendance>> find(Id<Elder> elder, QDate day);
    /// Not void, in the order of coming.
    Result<std::vector<Attendance>> listOn(QDate day);
    /// Of one elder, newest first.
    Result<std::vector<Attendance>> listOf(Id<Elder> elder, const DaySpan& span);
    /// The first day of the span on which she came.
    Result<std::optional<QDate>> firstIn(Id<Elder> elder, const DaySpan& span);
    /// Living elders who came on a day from `since` to the day before `day`, or have a bed by day on `day`, by id.
    Result<std::vector<Id<Elder>>> regulars(QDate since, QDate day);

private:
    Ledger& m_ledger;
    RecordTable<Attendance> m_days;
};

} // namespace songhe
