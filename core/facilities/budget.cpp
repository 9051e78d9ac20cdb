// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/facilities/budget.h"

namespace songhe {

template <> std::span<const ChoiceName> choiceNames<BudgetPurpose>()
{
    static constexpr ChoiceName names[] = {
        {int(BudgetPurpose::Operating), "operating", "Budget", QT_TRANSLATE_NOOP("Budget", "operating subsidy")},
        {int(BudgetPurpose::Construction), "construction", "Budget", QT_TRANSLATE_NOOP("Budget", "construction")},
        {int(BudgetPurpose::Matching), "matching", "Budget", QT_TRANSLATE_NOOP("Budget", "matching funds")},
        {int(BudgetPurpose::Platform), "platform", "Budget", QT_TRANSLATE_NOOP("Budget", "12349 platform")},
        {int(BudgetPurpose::Meals), "meals", "Budget", QT_TRANSLATE_NOOP("Budget", "meals")},
        {int(BudgetPurpose::Beds), "beds", "Budget", QT_TRANSLATE_NOOP("Budget", "beds")},
        {int(BudgetPurpose::HomeBeds), "home_beds", "Budget", QT_TRANSLATE_NOOP("Budget", "beds at home")},
        {int(BudgetPurpose::Award), "award", "Budget", QT_TRANSLATE_NOOP("Budget", "awards")},
        {int(BudgetPurpose::Services), "services", "Budget", QT_TRANSLATE_NOOP("Budget", "purchased services")},
        {int(BudgetPurpose::Other), "other", "Budget", QT_TRANSLATE_NOOP("Budget", "other")},
    };
    return names;
}

template <> std::span<const ChoiceName> choiceNames<BudgetPayer>()
{
    static constexpr ChoiceName names[] = {
        {int(BudgetPayer::Central), "central", "Budget", QT_TRANSLATE_NOOP("Budget", "the state")},
        {int(BudgetPayer::Province), "province", "Budget", QT_TRANSLATE_NOOP("Budget", "province or region")},
        {int(BudgetPayer::City), "city", "Budget", QT_TRANSLATE_NOOP("Budget", "city")},
        {int(BudgetPayer::District), "district", "Budget", QT_TRANSLATE_NOOP("Budget", "district, banner or county")},
        {int(BudgetPayer::Own), "own", "Budget", QT_TRANSLATE_NOOP("Budget", "the centre itself")},
        {int(BudgetPayer::Other), "other", "Budget", QT_TRANSLATE_NOOP("Budget", "others")},
    };
    return names;
}

template <> const Schema<Budget>& schemaOf<Budget>()
{
    static constexpr Field<Budget> fields[] = {
        field<&Budget::id>({.key = "id", .required = true}),
        field<&Budget::year>({.key = "year", .label = QT_TRANSLATE_NOOP("Budget", "Year"), .required = true}),
        field<&Budget::purpose>({.key = "purpose", .label = QT_TRANSLATE_NOOP("Budget", "Purpose"), .required = true}),
        field<&Budget::payer>({.key = "payer", .label = QT_TRANSLATE_NOOP("Budget", "Paid by"), .required = true}),
        field<&Budget::amount>({.key = "amount_fen", .label = QT_TRANSLATE_NOOP("Budget", "Amount"), .required = true}),
        field<&Budget::on>({.key = "decided_on", .label = QT_TRANSLATE_NOOP("Budget", "Decided on")}),
        field<&Budget::facility>(
            {.key = "facility_id", .label = QT_TRANSLATE_NOOP("Budget", "Facility"), .refersTo = "facility"}),
        field<&Budget::project>(
            {.key = "project_id", .label = QT_TRANSLATE_NOOP("Budget", "Project"), .refersTo = "project"}),
        field<&Budget::document>(
            {.key = "document", .label = QT_TRANSLATE_NOOP("Budget", "Document"), .maxLength = 100}),
        field<&Budget::note>(
            {.key = "note", .label = QT_TRANSLATE_NOOP("Budget", "Note"), .maxLength = 500, .sealed = true}),
    };
    static constexpr Schema<Budget> schema {{Budget::family, "Budget", ""}, fields};
    return schema;
}

} // namespace songhe
