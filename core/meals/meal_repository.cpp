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

Result<QDate> MealRepository::firstDayOf(Id<Elder> elder)
{
    ASSIGN_OR_RETURN(Rows rows,
                     m_ledger.store.run(QStringLiteral("SELECT served_on FROM meal WHERE elder_id = ? "
                                                       "AND voided_at IS NULL ORDER BY served_on LIMIT 1"),
                                        {elder}));
    const QDate first = rows.next() ? rows.day(0) : QDate();
    RETURN_IF_ERROR(rows.failed());
    return first;
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

Result<std::vector<Meal>> MealRepository::newestOf(Id<User> user, QDate day)
{
    ASSIGN_OR_RETURN(
        std::vector<Meal> found,
        m_meals.list(QStringLiteral("WHERE served_on = ? AND recorded_by = ? AND voided_at IS NULL "
                                    "AND origin IN ('desk', 'batch') ORDER BY recorded_at DESC, id DESC LIMIT 1"),
                     {day, user}));
    if (found.empty() || found.front().origin != QStringLiteral("batch"))
        return found;
    const Meal& newest = found.front();
    // All meals of a batch have its moment.
    return m_meals.list(QStringLiteral("WHERE served_on = ? AND at = ? AND site_id = ? AND sitting = ? "
                                       "AND recorded_by = ? AND voided_at IS NULL AND origin = 'batch' ORDER BY id"),
                        {day, newest.at, newest.site, choiceKey(newest.sitting), user});
}

Result<std::vector<Delivery>> MealRepository::deliveredTo(Id<Site> site, Sitting sitting, QDate first, QDate last)
{
    ASSIGN_OR_RETURN(Rows rows,
                     m_ledger.store.run(QStringLiteral(R"(
        SELECT elder_id, COUNT(*), MAX(served_on) FROM meal
        WHERE served_on BETWEEN ? AND ? AND site_id = ? AND sitting = ? AND way = ? AND voided_at IS NULL
        GROUP BY elder_id ORDER BY COUNT(*) DESC, elder_id)"),
                                        {first, last, site, choiceKey(sitting), choiceKey(MealWay::Delivered)}));
    std::vector<Delivery> found;
    while (rows.next())
        found.push_back({Id<Elder> {rows.integer(0)}, rows.integer(1), rows.day(2)});
    RETURN_IF_ERROR(rows.failed());
    return found;
}

} // namespace songhe
