// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/facilities/cost_item.h"

namespace songhe {

template <> std::span<const ChoiceName> choiceNames<CostKind>()
{
    static constexpr ChoiceName names[] = {
        {int(CostKind::Building), "building", "CostItem", QT_TRANSLATE_NOOP("CostItem", "building")},
        {int(CostKind::Renovation), "renovation", "CostItem",
         QT_TRANSLATE_NOOP("CostItem", "renovation and conversion")},
        {int(CostKind::Equipment), "equipment", "CostItem", QT_TRANSLATE_NOOP("CostItem", "equipment")},
        {int(CostKind::Rent), "rent", "CostItem", QT_TRANSLATE_NOOP("CostItem", "rent")},
        {int(CostKind::Staff), "staff", "CostItem", QT_TRANSLATE_NOOP("CostItem", "staff")},
        {int(CostKind::Utilities), "utilities", "CostItem", QT_TRANSLATE_NOOP("CostItem", "water, power, heating")},
        {int(CostKind::Other), "other", "CostItem", QT_TRANSLATE_NOOP("CostItem", "other")},
    };
    return names;
}

template <> const Schema<CostItem>& schemaOf<CostItem>()
{
    static constexpr Field<CostItem> fields[] = {
        field<&CostItem::id>({.key = "id", .required = true}),
        field<&CostItem::project>(
            {.key = "project_id", .label = QT_TRANSLATE_NOOP("CostItem", "Project"), .refersTo = "project"}),
        field<&CostItem::facility>(
            {.key = "facility_id", .label = QT_TRANSLATE_NOOP("CostItem", "Facility"), .refersTo = "facility"}),
        field<&CostItem::kind>({.key = "kind", .label = QT_TRANSLATE_NOOP("CostItem", "Kind"), .required = true}),
        field<&CostItem::amount>(
            {.key = "amount_fen", .label = QT_TRANSLATE_NOOP("CostItem", "Amount"), .required = true}),
        field<&CostItem::paidOn>(
            {.key = "paid_on", .label = QT_TRANSLATE_NOOP("CostItem", "Paid on"), .required = true}),
        field<&CostItem::invoice>(
            {.key = "invoice", .label = QT_TRANSLATE_NOOP("CostItem", "Invoice"), .maxLength = 40}),
        field<&CostItem::payee>(
            {.key = "payee", .label = QT_TRANSLATE_NOOP("CostItem", "Paid to"), .maxLength = 100, .sealed = true}),
        field<&CostItem::note>(
            {.key = "note", .label = QT_TRANSLATE_NOOP("CostItem", "Note"), .maxLength = 500, .sealed = true}),
    };
    static constexpr Schema<CostItem> schema {{CostItem::family, "CostItem", ""}, fields};
    return schema;
}

} // namespace songhe
