// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/health/measurement.h"

namespace songhe {

template <> std::span<const ChoiceName> choiceNames<MeasurementKind>()
{
    using enum MeasurementKind;
    static constexpr ChoiceName names[] = {
        {int(BloodPressure), "blood_pressure", "Measurement", QT_TRANSLATE_NOOP("Measurement", "blood pressure")},
        {int(Glucose), "glucose", "Measurement", QT_TRANSLATE_NOOP("Measurement", "blood glucose")},
        {int(Weight), "weight", "Measurement", QT_TRANSLATE_NOOP("Measurement", "weight")},
        {int(Temperature), "temperature", "Measurement", QT_TRANSLATE_NOOP("Measurement", "temperature")},
    };
    return names;
}

template <> const Schema<Measurement>& schemaOf<Measurement>()
{
    static constexpr Field<Measurement> fields[] = {
        field<&Measurement::id>({.key = "id", .required = true}),
        field<&Measurement::elder>({.key = "elder_id",
                                    .label = QT_TRANSLATE_NOOP("Measurement", "Elder"),
                                    .required = true,
                                    .refersTo = "elder"}),
        field<&Measurement::on>(
            {.key = "measured_on", .label = QT_TRANSLATE_NOOP("Measurement", "Date"), .required = true}),
        field<&Measurement::at>({.key = "at", .label = QT_TRANSLATE_NOOP("Measurement", "When"), .required = true}),
        field<&Measurement::kind>({.key = "kind", .label = QT_TRANSLATE_NOOP("Measurement", "Kind"), .required = true}),
        field<&Measurement::value>(
            {.key = "value", .label = QT_TRANSLATE_NOOP("Measurement", "Value"), .required = true, .maxLength = 20}),
        field<&Measurement::staff>(
            {.key = "staff_id", .label = QT_TRANSLATE_NOOP("Measurement", "Measured by"), .refersTo = "staff"}),
        field<&Measurement::origin>(
            {.key = "origin", .label = QT_TRANSLATE_NOOP("Measurement", "Where it came from"), .maxLength = 40}),
        field<&Measurement::note>(
            {.key = "note", .label = QT_TRANSLATE_NOOP("Measurement", "Note"), .maxLength = 200, .sealed = true}),
    };
    static constexpr Schema<Measurement> schema {{Measurement::family, "Measurement", "elder_id"}, fields};
    return schema;
}

} // namespace songhe
