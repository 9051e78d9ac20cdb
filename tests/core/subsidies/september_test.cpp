// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/importing/meal_grid_desk.h"
#include "core/importing/roster_desk.h"
#include "tests/core/importing/sheets.h"
#include "tests/core/subsidies/meal_books.h"

using namespace songhe;
using namespace songhe::tests;
using namespace Qt::StringLiterals;

TEST_CASE("the roster's people and their meals of September 2021 come to 1685 payable meals", "[subsidies][roster]")
{
    MealBooks books;
    books.store.clock().set(Clock::momentOf({2021, 10, 8}, {9, 0}));
    const auto divisions = Divisions::load();
    REQUIRE(divisions);
    Progress progress;
    const auto roster = readTestTable(u"roster/roster.xlsx"_s);
    REQUIRE(roster);
    RosterDesk people(*books.store, *divisions, u"150204"_s);
    const auto plan = people.propose(*roster);
    REQUIRE(plan);
    REQUIRE(people.carryOut(*roster, *plan, {}, progress));
    const auto grid = readTestTable(u"roster/meals-2021-09.xlsx"_s);
    REQUIRE(grid);
    MealGridDesk meals(*books.store);
    REQUIRE(meals.carryOut(*grid, Id<Site> {1}, progress));

    const Claim claim = books.write(u"2021-09"_s);
    CHECK(claim.paidCount == 1685);
    CHECK(claim.paid == Fen {1685 * 300});
    CHECK(claim.draftPolicy);
    CHECK(books.lines(u"2021-09"_s).size() == claim.paidCount + claim.refusedCount);
    CHECK(books.write(u"2021-09"_s).digest == claim.digest);
}
