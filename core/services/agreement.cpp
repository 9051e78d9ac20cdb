// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/agreement.h"

namespace songhe {

template <> const Schema<Agreement>& schemaOf<Agreement>()
{
    static constexpr Field<Agreement> fields[] = {
        field<&Agreement::id>({.key = "id", .required = true}),
        field<&Agreement::elder>({.key = "elder_id",
                                  .label = QT_TRANSLATE_NOOP("Agreement", "Elder"),
                                  .required = true,
                                  .refersTo = "elder"}),
        field<&Agreement::from>(
            {.key = "from_on", .label = QT_TRANSLATE_NOOP("Agreement", "First day"), .required = true}),
        field<&Agreement::to>({.key = "to_on", .label = QT_TRANSLATE_NOOP("Agreement", "Last day")}),
        field<&Agreement::items>({.key = "items",
                                  .label = QT_TRANSLATE_NOOP("Agreement", "Services; empty: all"),
                                  .maxLength = 1000,
                                  .refersTo = "catalogue_item"}),
        field<&Agreement::terms>(
            {.key = "terms", .label = QT_TRANSLATE_NOOP("Agreement", "Terms"), .maxLength = 2000, .sealed = true}),
        field<&Agreement::consent>(
            {.key = "consent", .label = QT_TRANSLATE_NOOP("Agreement", "Consents to service and data")}),
        field<&Agreement::riskNotice>(
            {.key = "risk_notice", .label = QT_TRANSLATE_NOOP("Agreement", "Was told the risks")}),
        field<&Agreement::signedOn>({.key = "signed_on", .label = QT_TRANSLATE_NOOP("Agreement", "Signed on")}),
        field<&Agreement::signedBy>({.key = "signed_by",
                                     .label = QT_TRANSLATE_NOOP("Agreement", "Signed by"),
                                     .maxLength = 50,
                                     .sealed = true}),
        field<&Agreement::relation>({.key = "relation",
                                     .label = QT_TRANSLATE_NOOP("Agreement", "Relation to the elder"),
                                     .maxLength = 50,
                                     .sealed = true}),
        field<&Agreement::origin>(
            {.key = "origin", .label = QT_TRANSLATE_NOOP("Agreement", "Where it came from"), .maxLength = 40}),
    };
    static constexpr Schema<Agreement> schema {{Agreement::family, "Agreement", "elder_id"}, fields};
    return schema;
}

template <> const Schema<PlanItem>& schemaOf<PlanItem>()
{
    static constexpr Field<PlanItem> fields[] = {
        field<&PlanItem::id>({.key = "id", .required = true}),
        field<&PlanItem::elder>({.key = "elder_id",
                                 .label = QT_TRANSLATE_NOOP("Agreement", "Elder"),
                                 .required = true,
                                 .refersTo = "elder"}),
        field<&PlanItem::item>({.key = "item",
                                .label = QT_TRANSLATE_NOOP("Agreement", "Service"),
                                .required = true,
                                .maxLength = 40,
                                .refersTo = "catalogue_item"}),
        field<&PlanItem::times>({.key = "times", .label = QT_TRANSLATE_NOOP("Agreement", "Times"), .required = true}),
        field<&PlanItem::per>({.key = "per", .label = QT_TRANSLATE_NOOP("Agreement", "Each"), .required = true}),
        field<&PlanItem::from>(
            {.key = "from_on", .label = QT_TRANSLATE_NOOP("Agreement", "First day"), .required = true}),
        field<&PlanItem::to>({.key = "to_on", .label = QT_TRANSLATE_NOOP("Agreement", "Last day")}),
        field<&PlanItem::assessment>({.key = "assessment_id",
                                      .label = QT_TRANSLATE_NOOP("Agreement", "From assessment"),
                                      .refersTo = "assessment"}),
        field<&PlanItem::note>(
            {.key = "note", .label = QT_TRANSLATE_NOOP("Agreement", "Note"), .maxLength = 500, .sealed = true}),
        field<&PlanItem::origin>(
            {.key = "origin", .label = QT_TRANSLATE_NOOP("Agreement", "Where it came from"), .maxLength = 40}),
    };
    static constexpr Schema<PlanItem> schema {{PlanItem::family, "Agreement", "elder_id"}, fields};
    return schema;
}

} // namespace songhe
