// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/centre/site.h"
#include "core/elders/elder.h"

namespace songhe {

/// An assistive device of the centre's stock.
struct Device {
    static constexpr const char* family = "device";

    Id<Device> id;
    QString kind; ///< of the catalogue: wheelchair
    QString code; ///< what stands on it: W-05; one device each
    std::optional<Id<Site>> site;
    std::optional<QString> origin; ///< desk, records
    std::optional<QString> note;   ///< sealed
    Recorded recorded;
};
template <> const Schema<Device>& schemaOf<Device>();

/// What a borrower pays, by her category of the first day.
enum class RentClass { Free, Low, Full };
template <> std::span<const ChoiceName> choiceNames<RentClass>();

/// A device lent to an elder, until it came back.
struct DeviceLoan {
    static constexpr const char* family = "device_loan";

    Id<DeviceLoan> id;
    Id<Device> device;
    Id<Elder> elder;
    QDate from;
    std::optional<QDate> to;    ///< the day it came back; none while it is lent
    std::optional<QDate> dueOn; ///< the day it is to come back at the latest
    Fen deposit;
    Fen rent; ///< for a month
    std::optional<RentClass> rentClass;
    std::optional<Fen> depositBack;
    std::optional<QString> origin; ///< desk, records
    std::optional<QString> note;   ///< sealed
    Recorded recorded;

    [[nodiscard]] bool isOverdue(QDate day) const { return dueOn && *dueOn < day && (!to || *to > day); }
};
template <> const Schema<DeviceLoan>& schemaOf<DeviceLoan>();

} // namespace songhe
