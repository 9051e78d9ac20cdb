// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/devices/device.h"

namespace songhe {

template <> std::span<const ChoiceName> choiceNames<RentClass>()
{
    static constexpr ChoiceName names[] = {
        {int(RentClass::Free), "free", "DeviceLoan", QT_TRANSLATE_NOOP("DeviceLoan", "free of charge")},
        {int(RentClass::Low), "low", "DeviceLoan", QT_TRANSLATE_NOOP("DeviceLoan", "low rent")},
        {int(RentClass::Full), "full", "DeviceLoan", QT_TRANSLATE_NOOP("DeviceLoan", "full rent")},
    };
    return names;
}

template <> const Schema<Device>& schemaOf<Device>()
{
    static constexpr Field<Device> fields[] = {
        field<&Device::id>({.key = "id", .required = true}),
        field<&Device::kind>(
            {.key = "kind", .label = QT_TRANSLATE_NOOP("Device", "Kind"), .required = true, .maxLength = 40}),
        field<&Device::code>(
            {.key = "code", .label = QT_TRANSLATE_NOOP("Device", "Code"), .required = true, .maxLength = 40}),
        field<&Device::site>({.key = "site_id", .label = QT_TRANSLATE_NOOP("Device", "Site"), .refersTo = "site"}),
        field<&Device::origin>(
            {.key = "origin", .label = QT_TRANSLATE_NOOP("Device", "Where it came from"), .maxLength = 40}),
        field<&Device::note>(
            {.key = "note", .label = QT_TRANSLATE_NOOP("Device", "Note"), .maxLength = 200, .sealed = true}),
    };
    static constexpr Schema<Device> schema {{Device::family, "Device", ""}, fields};
    return schema;
}

template <> const Schema<DeviceLoan>& schemaOf<DeviceLoan>()
{
    static constexpr Field<DeviceLoan> fields[] = {
        field<&DeviceLoan::id>({.key = "id", .required = true}),
        field<&DeviceLoan::device>({.key = "device_id",
                                    .label = QT_TRANSLATE_NOOP("DeviceLoan", "Device"),
                                    .required = true,
                                    .refersTo = "device"}),
        field<&DeviceLoan::elder>({.key = "elder_id",
                                   .label = QT_TRANSLATE_NOOP("DeviceLoan", "Elder"),
                                   .required = true,
                                   .refersTo = "elder"}),
        field<&DeviceLoan::from>(
            {.key = "from_on", .label = QT_TRANSLATE_NOOP("DeviceLoan", "Lent on"), .required = true}),
        field<&DeviceLoan::to>({.key = "to_on", .label = QT_TRANSLATE_NOOP("DeviceLoan", "Came back on")}),
        field<&DeviceLoan::dueOn>({.key = "due_on", .label = QT_TRANSLATE_NOOP("DeviceLoan", "Due back by")}),
        field<&DeviceLoan::deposit>(
            {.key = "deposit_fen", .label = QT_TRANSLATE_NOOP("DeviceLoan", "Deposit"), .required = true}),
        field<&DeviceLoan::rent>(
            {.key = "rent_fen", .label = QT_TRANSLATE_NOOP("DeviceLoan", "Rent a month"), .required = true}),
        field<&DeviceLoan::rentClass>({.key = "rent_class", .label = QT_TRANSLATE_NOOP("DeviceLoan", "Pays")}),
        field<&DeviceLoan::depositBack>(
            {.key = "deposit_back_fen", .label = QT_TRANSLATE_NOOP("DeviceLoan", "Deposit given back")}),
        field<&DeviceLoan::origin>(
            {.key = "origin", .label = QT_TRANSLATE_NOOP("DeviceLoan", "Where it came from"), .maxLength = 40}),
        field<&DeviceLoan::note>(
            {.key = "note", .label = QT_TRANSLATE_NOOP("DeviceLoan", "Note"), .maxLength = 200, .sealed = true}),
    };
    static constexpr Schema<DeviceLoan> schema {{DeviceLoan::family, "DeviceLoan", "elder_id"}, fields};
    return schema;
}

} // namespace songhe
