// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/incidents/incident.h"

namespace songhe {

template <> std::span<const ChoiceName> choiceNames<IncidentKind>()
{
    using enum IncidentKind;
    static constexpr ChoiceName names[] = {
        {int(Choking), "choking", "Incident", QT_TRANSLATE_NOOP("Incident", "choking")},
        {int(Ingestion), "ingestion", "Incident", QT_TRANSLATE_NOOP("Incident", "food or medicine taken by mistake")},
        {int(PressureSore), "pressure_sore", "Incident", QT_TRANSLATE_NOOP("Incident", "pressure sore")},
        {int(Scald), "scald", "Incident", QT_TRANSLATE_NOOP("Incident", "scald")},
        {int(BedFall), "bed_fall", "Incident", QT_TRANSLATE_NOOP("Incident", "fall out of bed")},
        {int(Fall), "fall", "Incident", QT_TRANSLATE_NOOP("Incident", "fall")},
        {int(Harm), "harm", "Incident", QT_TRANSLATE_NOOP("Incident", "harm to herself or by others")},
        {int(Wandering), "wandering", "Incident", QT_TRANSLATE_NOOP("Incident", "wandering off")},
        {int(Activity), "activity", "Incident", QT_TRANSLATE_NOOP("Incident", "accident at an activity")},
    };
    return names;
}

template <> std::span<const ChoiceName> choiceNames<IncidentPlace>()
{
    static constexpr ChoiceName names[] = {
        {int(IncidentPlace::Home), "home", "Incident", QT_TRANSLATE_NOOP("Incident", "at home")},
        {int(IncidentPlace::Centre), "centre", "Incident", QT_TRANSLATE_NOOP("Incident", "at the centre")},
        {int(IncidentPlace::Outdoors), "outdoors", "Incident", QT_TRANSLATE_NOOP("Incident", "outdoors")},
        {int(IncidentPlace::Elsewhere), "elsewhere", "Incident", QT_TRANSLATE_NOOP("Incident", "elsewhere")},
    };
    return names;
}

template <> std::span<const ChoiceName> choiceNames<Injury>()
{
    static constexpr ChoiceName names[] = {
        {int(Injury::None), "none", "Incident", QT_TRANSLATE_NOOP("Incident", "not hurt")},
        {int(Injury::Minor), "minor", "Incident", QT_TRANSLATE_NOOP("Incident", "slightly hurt")},
        {int(Injury::Serious), "serious", "Incident", QT_TRANSLATE_NOOP("Incident", "badly hurt")},
        {int(Injury::Fatal), "fatal", "Incident", QT_TRANSLATE_NOOP("Incident", "died of it")},
    };
    return names;
}

template <> std::span<const ChoiceName> choiceNames<HarmBy>()
{
    static constexpr ChoiceName names[] = {
        {int(HarmBy::Herself), "herself", "Incident", QT_TRANSLATE_NOOP("Incident", "by the elder's own hand")},
        {int(HarmBy::Another), "another", "Incident", QT_TRANSLATE_NOOP("Incident", "by another person")},
    };
    return names;
}

template <> const Schema<Incident>& schemaOf<Incident>()
{
    static constexpr Field<Incident> fields[] = {
        field<&Incident::id>({.key = "id", .required = true}),
        field<&Incident::elder>({.key = "elder_id",
                                 .label = QT_TRANSLATE_NOOP("Incident", "Elder"),
                                 .required = true,
                                 .refersTo = "elder"}),
        field<&Incident::on>({.key = "happened_on", .label = QT_TRANSLATE_NOOP("Incident", "Date"), .required = true}),
        field<&Incident::at>({.key = "at", .label = QT_TRANSLATE_NOOP("Incident", "When"), .required = true}),
        field<&Incident::kind>({.key = "kind", .label = QT_TRANSLATE_NOOP("Incident", "Kind"), .required = true}),
        field<&Incident::place>({.key = "place", .label = QT_TRANSLATE_NOOP("Incident", "Where")}),
        field<&Incident::injury>({.key = "injury", .label = QT_TRANSLATE_NOOP("Incident", "Injury"), .required = true}),
        field<&Incident::harm>({.key = "harm", .label = QT_TRANSLATE_NOOP("Incident", "Harmed by")}),
        field<&Incident::site>({.key = "site_id", .label = QT_TRANSLATE_NOOP("Incident", "Site"), .refersTo = "site"}),
        field<&Incident::calledAt>({.key = "called_at", .label = QT_TRANSLATE_NOOP("Incident", "Emergency call at")}),
        field<&Incident::answeredAt>({.key = "answered_at", .label = QT_TRANSLATE_NOOP("Incident", "Answered at")}),
        field<&Incident::arrivedAt>({.key = "arrived_at", .label = QT_TRANSLATE_NOOP("Incident", "Help arrived at")}),
        field<&Incident::origin>(
            {.key = "origin", .label = QT_TRANSLATE_NOOP("Incident", "Where it came from"), .maxLength = 40}),
        field<&Incident::what>(
            {.key = "what", .label = QT_TRANSLATE_NOOP("Incident", "What happened"), .maxLength = 500, .sealed = true}),
        field<&Incident::action>({.key = "action",
                                  .label = QT_TRANSLATE_NOOP("Incident", "What was done"),
                                  .maxLength = 500,
                                  .sealed = true}),
        field<&Incident::told>({.key = "told",
                                .label = QT_TRANSLATE_NOOP("Incident", "Who was told, and when"),
                                .maxLength = 300,
                                .sealed = true}),
        field<&Incident::followUp>({.key = "follow_up",
                                    .label = QT_TRANSLATE_NOOP("Incident", "What follows from it"),
                                    .maxLength = 500,
                                    .sealed = true}),
    };
    static constexpr Schema<Incident> schema {{Incident::family, "Incident", "elder_id"}, fields};
    return schema;
}

} // namespace songhe
