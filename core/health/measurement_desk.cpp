// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/health/measurement_desk.h"

#include "core/staff/staff_repository.h"

namespace songhe {

Result<void> MeasurementDesk::check(Measurement& one, EntryWay way)
{
    if (one.at.isValid() && !one.on.isValid())
        one.on = Clock::dayOf(one.at);
    if (!one.at.isValid())
        return fail(Error::Kind::Invalid, tr("The moment of the measurement is missing. Please fill in when it was."));
    RETURN_IF_ERROR(m_days.check(one.elder, {one.on, one.on}, way));
    if (Clock::dayOf(one.at) != one.on)
        return fail(Error::Kind::Invalid,
                    tr("The moment 'at' lies on %1 in China, but the measurement is of %2. Give both for the same day.")
                        .arg(Clock::dayOf(one.at).toString(Qt::ISODate), one.on.toString(Qt::ISODate)));
    if (one.at > m_ledger.clock.now())
        return fail(Error::Kind::Invalid, tr("That moment has not come yet. Please check the day and the time."));
    const HealthKind& kind = m_plan.kind(one.kind);
    ASSIGN_OR_RETURN(const std::vector<qint64> figures, kind.figures(one.value));
    one.value = kind.text(figures);
    if (!one.staff)
        return {};
    ASSIGN_OR_RETURN(const std::optional<Staff> staff, StaffRepository(m_ledger).find(*one.staff));
    if (!staff || staff->recorded.isVoided())
        return fail(
            Error::Kind::NotFound,
            tr("There is nobody of the staff with number %1. Please add the person first.").arg(one.staff->text()));
    return {};
}

Result<Measurement> MeasurementDesk::add(Measurement one, EntryWay way)
{
    if (!one.at.isValid() && way == EntryWay::Desk && (!one.on.isValid() || one.on == m_ledger.today()))
        one.at = m_ledger.clock.now();
    if (!one.origin)
        one.origin = originOf(way);
    return m_ledger.transact([&]() -> Result<Measurement> {
        RETURN_IF_ERROR(check(one, way));
        return m_measurements.add(one);
    });
}

Result<Measurement> MeasurementDesk::edit(Measurement one)
{
    one.on = one.at.isValid() ? Clock::dayOf(one.at) : QDate();
    return m_ledger.transact([&]() -> Result<Measurement> {
        RETURN_IF_ERROR(check(one, EntryWay::Desk));
        return m_measurements.change(one);
    });
}

Result<Measurement> MeasurementDesk::voidMeasurement(Id<Measurement> id, const QString& reason)
{
    return m_ledger.transact([&] { return m_measurements.voidMeasurement(id, reason); });
}

} // namespace songhe
