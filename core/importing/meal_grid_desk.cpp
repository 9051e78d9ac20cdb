// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/importing/meal_grid_desk.h"

#include "core/centre/settings.h"

namespace songhe {

Result<GridPeople> MealGridDesk::people(const MealGrid& grid)
{
    GridPeople people;
    ASSIGN_OR_RETURN(people.elders, m_elders.list());
    for (QDate day = grid.month; day.month() == grid.month.month(); day = day.addDays(1)) {
        ASSIGN_OR_RETURN(const std::vector<Meal> meals, m_meals.listOn(day));
        for (const Meal& meal : meals)
            people.recorded[{meal.elder.value, day}].push_back(meal);
    }
    return people;
}

Result<MealGridReport> MealGridDesk::check(const Workbook& workbook, Id<Site> site)
{
    ASSIGN_OR_RETURN(const MealGrid grid, readMealGrid(workbook));
    ASSIGN_OR_RETURN(const GridPeople known, people(grid));
    MealGridReport report = judgeMealGrid(grid, known, site, m_ledger.today());
    ASSIGN_OR_RETURN(const QString price, Settings(m_ledger).value(QStringLiteral("meal.price_fen")));
    for (Meal& meal : report.meals) // a grid tells no prices: those of the centre hold, as at the desk
        meal.price = Fen {price.toLongLong()};
    return report;
}

Result<MealGridReport> MealGridDesk::carryOut(const Workbook& workbook, Id<Site> site, Progress& progress)
{
    return m_ledger.transact([&]() -> Result<MealGridReport> {
        ASSIGN_OR_RETURN(MealGridReport report, check(workbook, site));
        qint64 done = 0;
        for (Meal& meal : report.meals) {
            RETURN_IF_ERROR(progress.step(++done, qint64(report.meals.size()) + 1));
            ASSIGN_OR_RETURN(meal, m_meals.add(meal));
        }
        return report;
    });
}

} // namespace songhe
