// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/meals/meal_repository.h"

namespace songhe {

Result<Meal> MealRepository::add(Meal meal)
{
    if (meal.receipt == Receipt::Proxy && !meal.relation)
        meal.receipt = Receipt::Unrelated;
    return m_meals.add(std::move(meal));
}

Result<std::vector<Meal>> MealRepository::listOn(QDate day)
{
    return m_meals.list(QStringLiteral("WHERE served_on = ? AND voided_at IS NULL ORDER BY at, id"), {day});
}

Result<std::vector<Meal>> MealRepository::listOf(Id<Elder> elder, QDate first, QDate last)
{
    return m_meals.list(QStringLiteral("WHERE elder_id = ? AND served_on BETWEEN ? AND ? AND voided_at IS NULL "
                                       "ORDER BY served_on, at, id"),
                        {elder, first, last});
}

Result<std::vector<MealCount>> MealRepository::countByDay(QDate first, QDate last)
{
    ASSIGN_OR_RETURN(Rows rows,
                     m_ledger.store.run(QStringLiteral("SELECT served_on, count(*) FROM meal "
                                                       "WHERE served_on BETWEEN ? AND ? AND voided_at IS NULL "
                                                       "GROUP BY served_on ORDER BY served_on"),
                                        {first, last}));
    std::vector<MealCount> counts;
    while (rows.next())
        counts.push_back({rows.day(0), rows.integer(1)});
    RETURN_IF_ERROR(rows.failed());
    return counts;
}

Result<std::optional<Meal>> MealRepository::newestOf(Id<User> user, QDate day)
{
    ASSIGN_OR_RETURN(
        std::vector<Meal> found,
        m_meals.list(QStringLiteral("WHERE served_on = ? AND recorded_by = ? AND voided_at IS NULL AND origin = 'desk' "
                                    "ORDER BY recorded_at DESC, id DESC LIMIT 1"),
                     {day, user}));
    if (found.empty())
        return std::optional<Meal>();
    return std::optional<Meal>(std::move(found.front()));
}

} // namespace songhe
