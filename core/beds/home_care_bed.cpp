// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/beds/home_care_bed.h"

namespace songhe {

template <> const Schema<HomeCareBed>& schemaOf<HomeCareBed>()
{
    static constexpr Field<HomeCareBed> fields[] = {
        field<&HomeCareBed::id>({.key = "id", .required = true}),
        field<&HomeCareBed::elder>({.key = "elder_id",
                                    .label = QT_TRANSLATE_NOOP("HomeCareBed", "Elder"),
                                    .required = true,
                                    .refersTo = "elder"}),
        field<&HomeCareBed::facility>(
            {.key = "facility_id", .label = QT_TRANSLATE_NOOP("HomeCareBed", "Served by"), .refersTo = "facility"}),
        field<&HomeCareBed::bed>({.key = "bed", .label = QT_TRANSLATE_NOOP("HomeCareBed", "Bed"), .maxLength = 20}),
        field<&HomeCareBed::from>(
            {.key = "from_on", .label = QT_TRANSLATE_NOOP("HomeCareBed", "First day"), .required = true}),
        field<&HomeCareBed::to>({.key = "to_on", .label = QT_TRANSLATE_NOOP("HomeCareBed", "Last day")}),
        field<&HomeCareBed::acceptedOn>(
            {.key = "accepted_on", .label = QT_TRANSLATE_NOOP("HomeCareBed", "Home accepted on")}),
        field<&HomeCareBed::origin>(
            {.key = "origin", .label = QT_TRANSLATE_NOOP("HomeCareBed", "Where it came from"), .maxLength = 40}),
        field<&HomeCareBed::note>(
            {.key = "note", .label = QT_TRANSLATE_NOOP("HomeCareBed", "Note"), .maxLength = 200, .sealed = true}),
    };
    static constexpr Schema<HomeCareBed> schema {{HomeCareBed::family, "HomeCareBed", "elder_id"}, fields};
    return schema;
}

} // namespace songhe
