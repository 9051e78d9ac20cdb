// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/devices/device.h"
#include "core/rules/policy.h"

namespace songhe {

struct DeviceKind {
    QString key;
    Words title;
    Fen deposit, lowRent, rent; ///< rents for a month
};

/// Kinds of devices with their prices, from `resources/catalogues/devices.json`.
class DevicePlan {
    Q_DECLARE_TR_FUNCTIONS(songhe::DevicePlan)

public:
    static Result<DevicePlan> builtIn();
    static Result<DevicePlan> read(const QByteArray& bytes, const QString& name);

    [[nodiscard]] const DeviceKind* kind(const QString& key) const;
    [[nodiscard]] const std::vector<DeviceKind>& kinds() const { return m_kinds; }
    [[nodiscard]] int loanDays() const { return m_loanDays; }

private:
    std::vector<DeviceKind> m_kinds;
    int m_loanDays = 0;
};

} // namespace songhe
