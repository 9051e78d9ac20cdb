// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/beds/bed_stay.h"

namespace songhe {

template <> std::span<const ChoiceName> choiceNames<StayKind>()
{
    static constexpr ChoiceName names[] = {
        {int(StayKind::Overnight), "overnight", "BedStay", QT_TRANSLATE_NOOP("BedStay", "overnight")},
        {int(StayKind::Day), "day", "BedStay", QT_TRANSLATE_NOOP("BedStay", "by day")},
    };
    return names;
}

template <> const Schema<BedStay>& schemaOf<BedStay>()
{
    static constexpr Field<BedStay> fields[] = {
        field<&BedStay::id>({.key = "id", .required = true}),
        field<&BedStay::elder>(
            {.key = "elder_id", .label = QT_TRANSLATE_NOOP("BedStay", "Elder"), .required = true, .refersTo = "elder"}),
        field<&BedStay::facility>(
            {.key = "facility_id", .label = QT_TRANSLATE_NOOP("BedStay", "Facility"), .refersTo = "facility"}),
        field<&BedStay::bed>({.key = "bed", .label = QT_TRANSLATE_NOOP("BedStay", "Bed"), .maxLength = 20}),
        field<&BedStay::kind>({.key = "kind", .label = QT_TRANSLATE_NOOP("BedStay", "Kind"), .required = true}),
        field<&BedStay::from>(
            {.key = "from_on", .label = QT_TRANSLATE_NOOP("BedStay", "First night"), .required = true}),
        field<&BedStay::to>({.key = "to_on", .label = QT_TRANSLATE_NOOP("BedStay", "Last night")}),
        field<&BedStay::origin>(
            {.key = "origin", .label = QT_TRANSLATE_NOOP("BedStay", "Where it came from"), .maxLength = 40}),
        field<&BedStay::note>(
            {.key = "note", .label = QT_TRANSLATE_NOOP("BedStay", "Note"), .maxLength = 200, .sealed = true}),
    };
    static constexpr Schema<BedStay> schema {{BedStay::family, "BedStay", "elder_id"}, fields};
    return schema;
}

} // namespace songhe
