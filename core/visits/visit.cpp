// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/visits/visit.h"

namespace songhe {

template <> std::span<const ChoiceName> choiceNames<VisitKind>()
{
    static constexpr ChoiceName names[] = {
        {int(VisitKind::Care), "care", "Visit", QT_TRANSLATE_NOOP("Visit", "visit")},
        {int(VisitKind::Survival), "survival", "Visit", QT_TRANSLATE_NOOP("Visit", "survival check")},
    };
    return names;
}

template <> std::span<const ChoiceName> choiceNames<VisitMeans>()
{
    static constexpr ChoiceName names[] = {
        {int(VisitMeans::Door), "door", "Visit", QT_TRANSLATE_NOOP("Visit", "at the door")},
        {int(VisitMeans::Phone), "phone", "Visit", QT_TRANSLATE_NOOP("Visit", "by telephone")},
        {int(VisitMeans::Video), "video", "Visit", QT_TRANSLATE_NOOP("Visit", "by video")},
        {int(VisitMeans::Other), "other", "Visit", QT_TRANSLATE_NOOP("Visit", "otherwise")},
    };
    return names;
}

template <> const Schema<Visit>& schemaOf<Visit>()
{
    static constexpr Field<Visit> fields[] = {
        field<&Visit::id>({.key = "id", .required = true}),
        field<&Visit::elder>(
            {.key = "elder_id", .label = QT_TRANSLATE_NOOP("Visit", "Elder"), .required = true, .refersTo = "elder"}),
        field<&Visit::on>({.key = "visited_on", .label = QT_TRANSLATE_NOOP("Visit", "Date"), .required = true}),
        field<&Visit::kind>({.key = "kind", .label = QT_TRANSLATE_NOOP("Visit", "Kind"), .required = true}),
        field<&Visit::means>({.key = "means", .label = QT_TRANSLATE_NOOP("Visit", "How"), .required = true}),
        field<&Visit::visitor>(
            {.key = "visitor_id", .label = QT_TRANSLATE_NOOP("Visit", "Visitor"), .refersTo = "staff"}),
        field<&Visit::met>({.key = "met", .label = QT_TRANSLATE_NOOP("Visit", "Met in person"), .required = true}),
        field<&Visit::nextDue>({.key = "next_due", .label = QT_TRANSLATE_NOOP("Visit", "Next due")}),
        field<&Visit::origin>(
            {.key = "origin", .label = QT_TRANSLATE_NOOP("Visit", "Where it came from"), .maxLength = 40}),
        field<&Visit::condition>(
            {.key = "condition", .label = QT_TRANSLATE_NOOP("Visit", "Condition"), .maxLength = 500, .sealed = true}),
        field<&Visit::risks>(
            {.key = "risks", .label = QT_TRANSLATE_NOOP("Visit", "Risks"), .maxLength = 200, .sealed = true}),
        field<&Visit::passedOnTo>({.key = "passed_on_to",
                                   .label = QT_TRANSLATE_NOOP("Visit", "Passed on to"),
                                   .maxLength = 100,
                                   .sealed = true}),
    };
    static constexpr Schema<Visit> schema {{Visit::family, "Visit", "elder_id"}, fields};
    return schema;
}

template <> const Schema<VisitTier>& schemaOf<VisitTier>()
{
    static constexpr Field<VisitTier> fields[] = {
        field<&VisitTier::id>({.key = "id", .required = true}),
        field<&VisitTier::elder>({.key = "elder_id",
                                  .label = QT_TRANSLATE_NOOP("VisitTier", "Elder"),
                                  .required = true,
                                  .refersTo = "elder"}),
        field<&VisitTier::tier>(
            {.key = "tier", .label = QT_TRANSLATE_NOOP("VisitTier", "How often"), .required = true, .maxLength = 40}),
        field<&VisitTier::from>({.key = "from_on", .label = QT_TRANSLATE_NOOP("VisitTier", "From"), .required = true}),
        field<&VisitTier::dueOn>({.key = "due_on", .label = QT_TRANSLATE_NOOP("VisitTier", "First visit by")}),
        field<&VisitTier::proposed>(
            {.key = "proposed", .label = QT_TRANSLATE_NOOP("VisitTier", "Proposed by the facts"), .maxLength = 40}),
        field<&VisitTier::origin>(
            {.key = "origin", .label = QT_TRANSLATE_NOOP("VisitTier", "Where it came from"), .maxLength = 40}),
        field<&VisitTier::note>(
            {.key = "note", .label = QT_TRANSLATE_NOOP("VisitTier", "Why"), .maxLength = 200, .sealed = true}),
    };
    static constexpr Schema<VisitTier> schema {{VisitTier::family, "VisitTier", "elder_id"}, fields};
    return schema;
}

} // namespace songhe
