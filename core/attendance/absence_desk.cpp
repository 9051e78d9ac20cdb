// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/attendance/absence_desk.h"

namespace songhe {

Result<void> AbsenceDesk::check(const Absence& absence, EntryWay way)
{
    RETURN_IF_ERROR(m_days.check(absence.elder, {absence.from, absence.to}, way));
    ASSIGN_OR_RETURN(const std::optional<Absence> other, m_absences.overlapping(absence));
    if (other)
        return fail(Error::Kind::Conflict,
                    tr("Elder %1 is absent from %2 to %3 already (number %4). Please end that absence first, or change "
                       "its days.")
                        .arg(absence.elder.text(), other->from.toString(Qt::ISODate),
                             other->to ? other->to->toString(Qt::ISODate) : tr("further notice"), other->id.text()));
    // On the first day she may have come and been taken to hospital from here.
    ASSIGN_OR_RETURN(const std::optional<QDate> came,
                     m_attendance.firstIn(absence.elder, {absence.from.addDays(1), absence.to}));
    if (came && way == EntryWay::Desk)
        return fail(Error::Kind::Conflict,
                    tr("Elder %1 is recorded as having come to day care on %2. Please check that day, or the days of "
                       "the absence.")
                        .arg(absence.elder.text(), came->toString(Qt::ISODate)));
    return {};
}

Result<Absence> AbsenceDesk::add(Absence absence, EntryWay way)
{
    if (!absence.origin)
        absence.origin = originOf(way);
    return m_ledger.transact([&]() -> Result<Absence> {
        RETURN_IF_ERROR(check(absence, way));
        return m_absences.add(absence);
    });
}

Result<Absence> AbsenceDesk::edit(Absence absence)
{
    return m_ledger.transact([&]() -> Result<Absence> {
        RETURN_IF_ERROR(check(absence, EntryWay::Desk));
        return m_absences.change(absence);
    });
}

Result<Absence> AbsenceDesk::end(Id<Absence> id, QDate lastDay)
{
    return m_ledger.transact([&]() -> Result<Absence> {
        ASSIGN_OR_RETURN(std::optional<Absence> absence, m_absences.find(id));
        if (!absence || absence->recorded.isVoided())
            return fail(Error::Kind::NotFound, tr("There is no absence with number %1.").arg(id.text()));
        absence->to = lastDay;
        RETURN_IF_ERROR(check(*absence, EntryWay::Desk));
        return m_absences.change(*absence);
    });
}

Result<Absence> AbsenceDesk::voidAbsence(Id<Absence> id, const QString& reason)
{
    return m_ledger.transact([&] { return m_absences.voidAbsence(id, reason); });
}

} // namespace songhe
