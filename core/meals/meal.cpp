// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/meals/meal.h"

namespace songhe {

template <> std::span<const ChoiceName> choiceNames<Sitting>()
{
    static constexpr ChoiceName names[] = {
        {int(Sitting::Breakfast), "breakfast", "Meal", QT_TRANSLATE_NOOP("Meal", "Breakfast")},
        {int(Sitting::Lunch), "lunch", "Meal", QT_TRANSLATE_NOOP("Meal", "Lunch")},
        {int(Sitting::Dinner), "dinner", "Meal", QT_TRANSLATE_NOOP("Meal", "Dinner")},
    };
    return names;
}

template <> std::span<const ChoiceName> choiceNames<MealWay>()
{
    static constexpr ChoiceName names[] = {
        {int(MealWay::EatIn), "eat_in", "Meal", QT_TRANSLATE_NOOP("Meal", "Eaten here")},
        {int(MealWay::Delivered), "delivered", "Meal", QT_TRANSLATE_NOOP("Meal", "Delivered")},
        {int(MealWay::Fetched), "fetched", "Meal", QT_TRANSLATE_NOOP("Meal", "Fetched by another")},
    };
    return names;
}

template <> std::span<const ChoiceName> choiceNames<Receipt>()
{
    static constexpr ChoiceName names[] = {
        {int(Receipt::Self), "self", "Meal", QT_TRANSLATE_NOOP("Meal", "Signed by herself")},
        {int(Receipt::Proxy), "proxy", "Meal", QT_TRANSLATE_NOOP("Meal", "Signed by another")},
        {int(Receipt::Unrelated), "proxy_unrelated", "Meal",
         QT_TRANSLATE_NOOP("Meal", "Signed by another, relation missing")},
    };
    return names;
}

template <> const Schema<Meal>& schemaOf<Meal>()
{
    static constexpr Field<Meal> fields[] = {
        field<&Meal::id>({.key = "id", .required = true}),
        field<&Meal::elder>(
            {.key = "elder_id", .label = QT_TRANSLATE_NOOP("Meal", "Elder"), .required = true, .refersTo = "elder"}),
        field<&Meal::site>(
            {.key = "site_id", .label = QT_TRANSLATE_NOOP("Meal", "Meal point"), .required = true, .refersTo = "site"}),
        field<&Meal::servedOn>({.key = "served_on", .label = QT_TRANSLATE_NOOP("Meal", "Date"), .required = true}),
        field<&Meal::sitting>({.key = "sitting", .label = QT_TRANSLATE_NOOP("Meal", "Sitting"), .required = true}),
        field<&Meal::at>({.key = "at", .label = QT_TRANSLATE_NOOP("Meal", "Served at"), .required = true}),
        field<&Meal::way>({.key = "way", .label = QT_TRANSLATE_NOOP("Meal", "How served"), .required = true}),
        field<&Meal::price>({.key = "price_fen", .label = QT_TRANSLATE_NOOP("Meal", "Price"), .required = true}),
        field<&Meal::origin>(
            {.key = "origin", .label = QT_TRANSLATE_NOOP("Meal", "Where it came from"), .maxLength = 40}),
        field<&Meal::receipt>({.key = "receipt", .label = QT_TRANSLATE_NOOP("Meal", "Signature")}),
        field<&Meal::relation>(
            {.key = "relation", .label = QT_TRANSLATE_NOOP("Meal", "Relation"), .maxLength = 40, .sealed = true}),
        field<&Meal::fetchedBy>(
            {.key = "fetched_by", .label = QT_TRANSLATE_NOOP("Meal", "Fetched by"), .maxLength = 50, .sealed = true}),
        field<&Meal::note>(
            {.key = "note", .label = QT_TRANSLATE_NOOP("Meal", "Note"), .maxLength = 200, .sealed = true}),
        field<&Meal::lateReason>({.key = "late_reason",
                                  .label = QT_TRANSLATE_NOOP("Meal", "Why it was entered late"),
                                  .maxLength = 200,
                                  .sealed = true}),
        field<&Meal::secondPerson>({.key = "second_person",
                                    .label = QT_TRANSLATE_NOOP("Meal", "Confirmed by"),
                                    .maxLength = 50,
                                    .sealed = true}),
    };
    static constexpr Schema<Meal> schema {{Meal::family, "Meal", "elder_id"}, fields};
    return schema;
}

} // namespace songhe
