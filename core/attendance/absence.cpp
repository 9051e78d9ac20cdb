// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/attendance/absence.h"

namespace songhe {

template <> std::span<const ChoiceName> choiceNames<AbsenceReason>()
{
    static constexpr ChoiceName names[] = {
        {int(AbsenceReason::Hospital), "hospital", "Absence", QT_TRANSLATE_NOOP("Absence", "in hospital")},
        {int(AbsenceReason::Away), "away", "Absence", QT_TRANSLATE_NOOP("Absence", "away")},
        {int(AbsenceReason::Other), "other", "Absence", QT_TRANSLATE_NOOP("Absence", "other")},
    };
    return names;
}

template <> const Schema<Absence>& schemaOf<Absence>()
{
    static constexpr Field<Absence> fields[] = {
        field<&Absence::id>({.key = "id", .required = true}),
        field<&Absence::elder>(
            {.key = "elder_id", .label = QT_TRANSLATE_NOOP("Absence", "Elder"), .required = true, .refersTo = "elder"}),
        field<&Absence::from>({.key = "from_on", .label = QT_TRANSLATE_NOOP("Absence", "First day"), .required = true}),
        field<&Absence::to>({.key = "to_on", .label = QT_TRANSLATE_NOOP("Absence", "Last day")}),
        field<&Absence::reason>({.key = "reason", .label = QT_TRANSLATE_NOOP("Absence", "Reason"), .required = true}),
        field<&Absence::origin>(
            {.key = "origin", .label = QT_TRANSLATE_NOOP("Absence", "Where it came from"), .maxLength = 40}),
        field<&Absence::note>(
            {.key = "note", .label = QT_TRANSLATE_NOOP("Absence", "Note"), .maxLength = 200, .sealed = true}),
    };
    static constexpr Schema<Absence> schema {{Absence::family, "Absence", "elder_id"}, fields};
    return schema;
}

} // namespace songhe
