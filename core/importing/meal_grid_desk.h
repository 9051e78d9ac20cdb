// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/elders/elder_repository.h"
#include "core/importing/meal_grid.h"
#include "core/meals/meal_repository.h"

namespace songhe {

/// A month's meals out of the table that a centre keeps on paper or in a spreadsheet.
class MealGridDesk {
public:
    explicit MealGridDesk(Ledger& ledger)
        : m_ledger(ledger)
        , m_elders(ledger)
        , m_meals(ledger)
    { }

    /// What an import would do; nothing is written.
    Result<MealGridReport> check(const Workbook& workbook, Id<Site> site);
    /// Writes the meals of known people, all together or none. What is recorded already stays as it is, so the same
    /// table may be imported again.
    Result<MealGridReport> carryOut(const Workbook& workbook, Id<Site> site, Progress& progress);

private:
    Result<GridPeople> people(const MealGrid& grid);

    Ledger& m_ledger;
    ElderRepository m_elders;
    MealRepository m_meals;
};

} // namespace songhe
