// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/devices/device_repository.h"

namespace songhe {

using namespace Qt::StringLiterals;

namespace {

template <typename R> Result<std::optional<R>> onlyOf(Result<std::vector<R>> found)
{
    RETURN_IF_ERROR(found);
    return found->empty() ? std::optional<R>() : std::optional<R>(std::move(found->front()));
}

} // namespace

Result<std::optional<Device>> DeviceRepository::findCode(const QString& code)
{
    return onlyOf(m_devices.list(u"WHERE code = ? AND voided_at IS NULL"_s, {code}));
}

Result<std::vector<Device>> DeviceRepository::devices()
{
    return m_devices.list(u"WHERE voided_at IS NULL ORDER BY code, id"_s);
}

Result<std::optional<DeviceLoan>> DeviceRepository::overlapping(const DeviceLoan& loan)
{
    // The day it comes back it may go out again.
    return onlyOf(m_loans.list(u"WHERE device_id = ?1 AND id <> ?2 AND from_on < coalesce(?4, '9999-12-31') AND "
                               "coalesce(to_on, '9999-12-31') > ?3 AND voided_at IS NULL ORDER BY from_on LIMIT 1"_s,
                               {loan.device, loan.id.value, loan.from,
                                loan.to && *loan.to == loan.from ? std::optional(loan.from.addDays(1)) : loan.to}));
}

Result<std::optional<DeviceLoan>> DeviceRepository::openLoanOf(Id<Device> device)
{
    return onlyOf(m_loans.list(
        u"WHERE device_id = ? AND to_on IS NULL AND voided_at IS NULL ORDER BY from_on LIMIT 1"_s, {device}));
}

Result<std::vector<DeviceLoan>> DeviceRepository::lentOn(QDate day)
{
    return m_loans.list(u"WHERE from_on <= ?1 AND coalesce(to_on, '9999-12-31') > ?1 AND voided_at IS NULL "
                        "ORDER BY coalesce(due_on, '9999-12-31'), id"_s,
                        {day});
}

Result<std::vector<DeviceLoan>> DeviceRepository::loansOf(Id<Elder> elder)
{
    return m_loans.list(u"WHERE elder_id = ? AND voided_at IS NULL ORDER BY from_on DESC, id DESC"_s, {elder});
}

Result<std::vector<DeviceLoan>> DeviceRepository::loansSince(QDate day)
{
    return m_loans.list(u"WHERE coalesce(to_on, '9999-12-31') >= ? AND voided_at IS NULL "
                        "ORDER BY to_on IS NOT NULL, coalesce(due_on, '9999-12-31'), id"_s,
                        {day});
}

} // namespace songhe
