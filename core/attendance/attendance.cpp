// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/attendance/attendance.h"

namespace songhe {

template <> const Schema<Attendance>& schemaOf<Attendance>()
{
    static constexpr Field<Attendance> fields[] = {
        field<&Attendance::id>({.key = "id", .required = true}),
        field<&Attendance::elder>({.key = "elder_id",
                                   .label = QT_TRANSLATE_NOOP("Attendance", "Elder"),
                                   .required = true,
                                   .refersTo = "elder"}),
        field<&Attendance::on>(
            {.key = "attended_on", .label = QT_TRANSLATE_NOOP("Attendance", "Date"), .required = true}),
        field<&Attendance::in>(
            {.key = "came_in", .label = QT_TRANSLATE_NOOP("Attendance", "Came at"), .required = true, .maxLength = 5}),
        field<&Attendance::out>(
            {.key = "went_out", .label = QT_TRANSLATE_NOOP("Attendance", "Left at"), .maxLength = 5}),
        field<&Attendance::site>(
            {.key = "site_id", .label = QT_TRANSLATE_NOOP("Attendance", "Site"), .refersTo = "site"}),
        field<&Attendance::origin>(
            {.key = "origin", .label = QT_TRANSLATE_NOOP("Attendance", "Where it came from"), .maxLength = 40}),
        field<&Attendance::note>(
            {.key = "note", .label = QT_TRANSLATE_NOOP("Attendance", "Note"), .maxLength = 200, .sealed = true}),
    };
    static constexpr Schema<Attendance> schema {{Attendance::family, "Attendance", "elder_id"}, fields};
    return schema;
}

} // namespace songhe
