// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/facilities/acceptance.h"

namespace songhe {

template <> const Schema<Acceptance>& schemaOf<Acceptance>()
{
    static constexpr Field<Acceptance> fields[] = {
        field<&Acceptance::id>({.key = "id", .required = true}),
        field<&Acceptance::project>({.key = "project_id",
                                     .label = QT_TRANSLATE_NOOP("Acceptance", "Project"),
                                     .required = true,
                                     .refersTo = "project"}),
        field<&Acceptance::on>(
            {.key = "decided_on", .label = QT_TRANSLATE_NOOP("Acceptance", "Accepted on"), .required = true}),
        field<&Acceptance::passed>(
            {.key = "passed", .label = QT_TRANSLATE_NOOP("Acceptance", "Passed"), .required = true}),
        field<&Acceptance::area>({.key = "area_dm2", .label = QT_TRANSLATE_NOOP("Acceptance", "Floor area found")}),
        field<&Acceptance::beds>({.key = "beds", .label = QT_TRANSLATE_NOOP("Acceptance", "Beds found")}),
        field<&Acceptance::by>(
            {.key = "accepted_by", .label = QT_TRANSLATE_NOOP("Acceptance", "Accepted by"), .maxLength = 100}),
        field<&Acceptance::document>(
            {.key = "document", .label = QT_TRANSLATE_NOOP("Acceptance", "Document"), .maxLength = 100}),
        field<&Acceptance::note>(
            {.key = "note", .label = QT_TRANSLATE_NOOP("Acceptance", "Note"), .maxLength = 500, .sealed = true}),
    };
    static constexpr Schema<Acceptance> schema {{Acceptance::family, "Acceptance", ""}, fields};
    return schema;
}

} // namespace songhe
