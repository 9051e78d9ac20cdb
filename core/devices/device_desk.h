// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/devices/device_plan.h"
#include "core/devices/device_repository.h"

namespace songhe {

class PolicyShelf;

/// What a loan would cost an elder on a day, and why.
struct RentQuote {
    RentClass rentClass = RentClass::Full;
    Fen deposit, rent; ///< rent for a month
};

/// The stock of assistive devices and who has them. Each call is one transaction. `plan` must outlive the desk.
class DeviceDesk {
    Q_DECLARE_TR_FUNCTIONS(songhe::DeviceDesk)

public:
    DeviceDesk(Ledger& ledger, const DevicePlan& plan)
        : m_ledger(ledger)
        , m_plan(plan)
        , m_days(ledger)
        , m_devices(ledger)
    { }

    [[nodiscard]] const DevicePlan& plan() const { return m_plan; }

    /// A code stands on one device: the second is `Conflict`.
    Result<Device> add(Device device, EntryWay way = EntryWay::Desk);
    Result<Device> edit(Device device);
    /// `Refused` while it is lent.
    Result<Device> voidDevice(Id<Device> id, const QString& reason);
    Result<std::vector<Device>> devices() { return m_devices.devices(); }
    /// By its code or number.
    Result<Device> resolve(const QString& codeOrId);

    /// Free, low or full by her category of that day, as the policy of the setting `device.policy` has it; a policy
    /// that does not hold on the day or refuses her means full rent.
    Result<RentQuote> quote(Id<Device> device, Id<Elder> elder, QDate day, const PolicyShelf& policies);
    /// One device is lent once at a time: `Conflict` names the other loan. The day it came back it may go out again. A
    /// last day that has not come yet is the day it is due; without one it is due after the catalogue's days.
    Result<DeviceLoan> add(DeviceLoan loan, EntryWay way = EntryWay::Desk);
    Result<DeviceLoan> edit(DeviceLoan loan);
    /// It came back. Without `depositBack` the whole deposit is given back.
    Result<DeviceLoan> takeBack(Id<Device> device, QDate day, std::optional<Fen> depositBack = {});
    Result<DeviceLoan> voidLoan(Id<DeviceLoan> id, const QString& reason);
    Result<std::vector<DeviceLoan>> lentOn(QDate day) { return m_devices.lentOn(day); }
    Result<std::vector<DeviceLoan>> loansOf(Id<Elder> elder) { return m_devices.loansOf(elder); }
    /// Open ones first, then those that came back on that day or later.
    Result<std::vector<DeviceLoan>> loansSince(QDate day) { return m_devices.loansSince(day); }
    /// Those of `lentOn` whose day to come back has passed.
    Result<std::vector<DeviceLoan>> overdueOn(QDate day);

private:
    Result<void> check(Device& device);
    Result<void> check(DeviceLoan& loan, EntryWay way);
    Result<Device> standing(Id<Device> id);

    Ledger& m_ledger;
    const DevicePlan& m_plan;
    ElderDays m_days;
    DeviceRepository m_devices;
};

} // namespace songhe
