// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/devices/device_desk.h"

#include "core/centre/settings.h"
#include "core/centre/site_repository.h"
#include "core/elders/fact_repository.h"
#include "core/rules/evaluator.h"
#include "core/rules/policy_shelf.h"

namespace songhe {

using namespace Qt::StringLiterals;

Result<Device> DeviceDesk::standing(Id<Device> id)
{
    ASSIGN_OR_RETURN(std::optional<Device> device, m_devices.findDevice(id));
    if (!device || device->recorded.isVoided())
        return fail(Error::Kind::NotFound,
                    tr("There is no device with number %1. Please add it first.").arg(id.text()));
    return *std::move(device);
}

Result<Device> DeviceDesk::resolve(const QString& codeOrId)
{
    ASSIGN_OR_RETURN(std::optional<Device> device, m_devices.findCode(codeOrId.trimmed()));
    if (device)
        return *std::move(device);
    bool whole = false;
    const qint64 id = codeOrId.toLongLong(&whole);
    if (whole && id > 0)
        return standing({id});
    return fail(Error::Kind::NotFound,
                tr("There is no device '%1'. Its code stands in 'device list'.").arg(codeOrId.left(40)));
}

Result<void> DeviceDesk::check(Device& device)
{
    device.code = device.code.trimmed();
    if (!m_plan.kind(device.kind)) {
        QStringList keys;
        for (const DeviceKind& each : m_plan.kinds())
            keys << each.key;
        return fail(
            Error::Kind::Invalid,
            tr("'%1' is no kind of the catalogue. Use one of: %2.").arg(device.kind.left(40), keys.join(u", "_s)));
    }
    ASSIGN_OR_RETURN(const std::optional<Device> other, m_devices.findCode(device.code));
    if (other && other->id != device.id)
        return fail(Error::Kind::Conflict,
                    tr("The code %1 stands on device %2 already. Please give each device its own.")
                        .arg(device.code, other->id.text()));
    if (!device.site)
        return {};
    ASSIGN_OR_RETURN(const std::optional<Site> site, SiteRepository(m_ledger).find(*device.site));
    if (!site || site->recorded.isVoided())
        return fail(Error::Kind::NotFound, tr("There is no site %1. Please add it first.").arg(device.site->text()));
    return {};
}

Result<Device> DeviceDesk::add(Device device, EntryWay way)
{
    if (!device.origin)
        device.origin = originOf(way);
    return m_ledger.transact([&]() -> Result<Device> {
        RETURN_IF_ERROR(check(device));
        return m_devices.add(device);
    });
}

Result<Device> DeviceDesk::edit(Device device)
{
    return m_ledger.transact([&]() -> Result<Device> {
        RETURN_IF_ERROR(check(device));
        return m_devices.change(device);
    });
}

Result<Device> DeviceDesk::voidDevice(Id<Device> id, const QString& reason)
{
    return m_ledger.transact([&]() -> Result<Device> {
        ASSIGN_OR_RETURN(const std::optional<DeviceLoan> open, m_devices.openLoanOf(id));
        if (open)
            return fail(Error::Kind::Refused,
                        tr("The device is lent to elder %1 (loan %2). Please take it back first.")
                            .arg(open->elder.text(), open->id.text()));
        return m_devices.voidDevice(id, reason);
    });
}

Result<RentQuote> DeviceDesk::quote(Id<Device> id, Id<Elder> elder, QDate day, const PolicyShelf& policies)
{
    ASSIGN_OR_RETURN(const Device device, standing(id));
    const DeviceKind* kind = m_plan.kind(device.kind);
    RentQuote quote;
    if (kind) {
        quote.deposit = kind->deposit;
        quote.rent = kind->rent;
    }
    ASSIGN_OR_RETURN(const QString policyId, Settings(m_ledger).value(u"device.policy"_s));
    const Policy* policy = policies.onDay(policyId, day);
    if (!policy)
        return quote;
    ASSIGN_OR_RETURN(const Facts facts, FactRepository(m_ledger).asOf(elder, day));
    const Verdict verdict = evaluate(*policy, facts);
    if (!verdict.payable())
        return quote;
    const bool free = verdict.reason.code == u"FREE";
    quote.rentClass = free ? RentClass::Free : RentClass::Low;
    quote.rent = free || !kind ? Fen {0} : kind->lowRent;
    return quote;
}

Result<void> DeviceDesk::check(DeviceLoan& loan, EntryWay way)
{
    RETURN_IF_ERROR(m_days.check(loan.elder, {loan.from, loan.from}, way));
    RETURN_IF_ERROR(checkSpan({loan.from, loan.to}));
    if (loan.from > m_ledger.today() || (loan.to && *loan.to > m_ledger.today()))
        return fail(Error::Kind::Invalid, tr("That day has not come yet. Please check the days of the loan."));
    if (loan.dueOn && *loan.dueOn < loan.from)
        return fail(Error::Kind::Invalid, tr("It is due back before it is lent. Please check both days."));
    if (loan.deposit.value < 0 || loan.rent.value < 0
        || (loan.depositBack && (loan.depositBack->value < 0 || *loan.depositBack > loan.deposit)))
        return fail(Error::Kind::Invalid,
                    tr("Deposit and rent cannot be below 0, and no more is given back than was taken."));
    RETURN_IF_ERROR(standing(loan.device));
    ASSIGN_OR_RETURN(const std::optional<DeviceLoan> other, m_devices.overlapping(loan));
    if (other)
        return fail(Error::Kind::Conflict,
                    tr("The device is lent to elder %1 from %2 to %3 (loan %4). Please take it back first.")
                        .arg(other->elder.text(), other->from.toString(Qt::ISODate),
                             other->to ? other->to->toString(Qt::ISODate) : tr("further notice"), other->id.text()));
    return {};
}

Result<DeviceLoan> DeviceDesk::add(DeviceLoan loan, EntryWay way)
{
    if (!loan.from.isValid() && way == EntryWay::Desk)
        loan.from = m_ledger.today();
    if (loan.to && *loan.to > m_ledger.today() && !loan.dueOn) { // agreed, not come back
        loan.dueOn = loan.to;
        loan.to.reset();
    }
    if (!loan.dueOn && !loan.to && loan.from.isValid())
        loan.dueOn = loan.from.addDays(m_plan.loanDays());
    if (!loan.origin)
        loan.origin = originOf(way);
    return m_ledger.transact([&]() -> Result<DeviceLoan> {
        RETURN_IF_ERROR(check(loan, way));
        return m_devices.add(loan);
    });
}

Result<DeviceLoan> DeviceDesk::edit(DeviceLoan loan)
{
    return m_ledger.transact([&]() -> Result<DeviceLoan> {
        RETURN_IF_ERROR(check(loan, EntryWay::Desk));
        return m_devices.change(loan);
    });
}

Result<DeviceLoan> DeviceDesk::takeBack(Id<Device> device, QDate day, std::optional<Fen> depositBack)
{
    return m_ledger.transact([&]() -> Result<DeviceLoan> {
        ASSIGN_OR_RETURN(std::optional<DeviceLoan> loan, m_devices.openLoanOf(device));
        if (!loan)
            return fail(Error::Kind::NotFound, tr("The device %1 is not lent.").arg(device.text()));
        loan->to = day;
        loan->depositBack = depositBack.value_or(loan->deposit);
        RETURN_IF_ERROR(check(*loan, EntryWay::Records)); // what was lent may come back after her death
        return m_devices.change(*loan);
    });
}

Result<DeviceLoan> DeviceDesk::voidLoan(Id<DeviceLoan> id, const QString& reason)
{
    return m_ledger.transact([&] { return m_devices.voidLoan(id, reason); });
}

Result<std::vector<DeviceLoan>> DeviceDesk::overdueOn(QDate day)
{
    ASSIGN_OR_RETURN(std::vector<DeviceLoan> lent, m_devices.lentOn(day));
    std::erase_if(lent, [day](const DeviceLoan& loan) { return !loan.isOverdue(day); });
    return lent;
}

} // namespace songhe
