// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/importing/sheet.h"
#include "core/meals/meal.h"

#include <QtCore/QJsonObject>
#include <QtCore/QStringList>

#include <map>

namespace songhe {

/// What a month's table of meals holds that is not plain; codes stay stable.
enum class GridCode {
    UnknownPerson,
    AmbiguousPerson,
    NameDiffers,
    NumberLost,
    DoubleMark,
    MarkNotTold,
    AfterDeath,
    InFuture,
    AlreadyRecorded,
    SecondMeal,
    RowTotalDiffers,
    DayTotalDiffers,
    TotalDiffers,
};

struct GridReason {
    GridCode code = GridCode::UnknownPerson;
    QStringList values;

    [[nodiscard]] QString key() const;
    [[nodiscard]] QString text() const;
};

/// A mark in a day's cell.
struct GridMark {
    QDate day;
    MealWay way = MealWay::EatIn;
    bool isDouble = false; ///< 2, or √√: counts as one meal and is reported
};

/// One person's line of the table.
struct GridRow {
    int number = 0;   ///< counted from 1 under the headings, rows without a person left out
    int sheetRow = 0; ///< in the table, from 0
    QString name;
    QString residentNumber;  ///< as written; its tail where the column holds tails
    bool numberLost = false; ///< the cell was kept as a number
    std::vector<GridMark> marks;
    std::vector<GridReason> reasons;
};

/// A month's table of meals as centres keep it: names down, days across, marks in the cells.
struct MealGrid {
    QDate month; ///< its first day
    Sitting sitting = Sitting::Lunch;
    std::vector<GridRow> rows;
    std::vector<GridReason> reasons; ///< about the table as a whole: totals that do not add up
};

/// Pure. Fails where no days or no month can be found.
Result<MealGrid> readMealGrid(const Workbook& workbook);

/// What there is to know to judge a grid.
struct GridPeople {
    std::vector<Elder> elders;
    std::map<std::pair<qint64, QDate>, std::vector<Meal>> recorded; ///< meals of that month by elder and day
};

/// What an import of a grid would do, or has done.
struct MealGridReport {
    struct Item {
        int row = 0; ///< 0: the table as a whole
        std::vector<GridReason> reasons;
    };
    QDate month;
    int people = 0;
    int unknown = 0;    ///< rows
    int doubles = 0;    ///< cells
    int afterDeath = 0; ///< marks refused
    int already = 0;    ///< marks whose meal is recorded already
    std::vector<Item> items;
    std::vector<Meal> meals; ///< to write, or written

    /// people, meals, unknown, doubles, after_death, already, month, items: [{row, reasons: [{code, text}]}]
    [[nodiscard]] QJsonObject toJson() const;
};

/// Pure: who is who, which marks become meals, and what has to be looked at. `site` is where the meals were served.
[[nodiscard]] MealGridReport judgeMealGrid(const MealGrid& grid, const GridPeople& people, Id<Site> site, QDate today);

} // namespace songhe
