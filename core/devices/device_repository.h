// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/devices/device.h"
#include "core/elders/elder_days.h"
#include "core/storage/record_table.h"

namespace songhe {

class DeviceRepository {
public:
    explicit DeviceRepository(Ledger& ledger)
        : m_devices(ledger)
        , m_loans(ledger)
    { }

    Result<Device> add(const Device& device) { return m_devices.add(device); }
    Result<Device> change(const Device& device) { return m_devices.change(device); }
    Result<Device> voidDevice(Id<Device> id, const QString& reason) { return m_devices.voidRecord(id, reason); }
    Result<std::optional<Device>> findDevice(Id<Device> id) { return m_devices.find(id); }
    Result<std::optional<Device>> findCode(const QString& code);
    /// Not void, by code.
    Result<std::vector<Device>> devices();

    Result<DeviceLoan> add(const DeviceLoan& loan) { return m_loans.add(loan); }
    Result<DeviceLoan> change(const DeviceLoan& loan) { return m_loans.change(loan); }
    Result<DeviceLoan> voidLoan(Id<DeviceLoan> id, const QString& reason) { return m_loans.voidRecord(id, reason); }
    Result<std::optional<DeviceLoan>> findLoan(Id<DeviceLoan> id) { return m_loans.find(id); }
    /// Another loan of the same device that shares a day with this one.
    Result<std::optional<DeviceLoan>> overlapping(const DeviceLoan& loan);
    Result<std::optional<DeviceLoan>> openLoanOf(Id<Device> device);
    /// Lent and not back by that day, the one due first first; loans that came back before it are left out.
    Result<std::vector<DeviceLoan>> lentOn(QDate day);
    Result<std::vector<DeviceLoan>> loansOf(Id<Elder> elder);
    Result<std::vector<DeviceLoan>> loansSince(QDate day);

private:
    RecordTable<Device> m_devices;
    RecordTable<DeviceLoan> m_loans;
};

} // namespace songhe
