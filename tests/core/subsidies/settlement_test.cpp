// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/subsidies/meal_books.h"

using namespace songhe;
using namespace songhe::tests;
using namespace Qt::StringLiterals;

TEST_CASE("E01: of two meals on a day the first is paid, the second kept at 0", "[subsidies]")
{
    MealBooks books;
    books.elder(1001);
    books.meal(51, 1001, {2021, 9, 3}, 1, QTime(17, 30), Sitting::Dinner);
    books.meal(52, 1001, {2021, 9, 3}, 1, QTime(11, 40), Sitting::Lunch);
    CHECK(books.lines(u"2021-09"_s) == QStringList {u"52 300 PAYS"_s, u"51 0 DAY_LIMIT"_s});
}

TEST_CASE("E02: the day's limit is per elder over all points", "[subsidies]")
{
    MealBooks books;
    books.elder(1001);
    books.elder(1002);
    books.meal(51, 1001, {2021, 9, 3}, 1, QTime(11, 30));
    books.meal(52, 1001, {2021, 9, 3}, 2, QTime(12, 0));
    books.meal(53, 1002, {2021, 9, 3}, 2, QTime(12, 5));
    books.meal(54, 1001, {2021, 9, 4}, 2);
    CHECK(books.lines(u"2021-09"_s)
          == QStringList {u"51 300 PAYS"_s, u"52 0 DAY_LIMIT"_s, u"53 300 PAYS"_s, u"54 300 PAYS"_s});
}

TEST_CASE("meals of one moment are ordered by id", "[subsidies]")
{
    MealBooks books;
    books.elder(1001);
    books.meal(52, 1001, {2021, 9, 3}, 1);
    books.meal(51, 1001, {2021, 9, 3}, 2);
    CHECK(books.lines(u"2021-09"_s) == QStringList {u"51 300 PAYS"_s, u"52 0 DAY_LIMIT"_s});
}

TEST_CASE("E03: a category that begins within the month pays from its first day", "[subsidies]")
{
    MealBooks books;
    books.elder(1001, {1950, 3, 5}, {});
    books.fact(1001, FactKind::EconomicCategory, u"near_subsistence"_s, {2021, 9, 10});
    books.meal(51, 1001, {2021, 9, 9});
    books.meal(52, 1001, {2021, 9, 10});
    CHECK(books.lines(u"2021-09"_s) == QStringList {u"51 0 NO_CATEGORY"_s, u"52 300 PAYS"_s});
}

TEST_CASE("E04: sixty is reached on the birthday", "[subsidies]")
{
    MealBooks books;
    books.elder(1001, {1961, 9, 10});
    books.meal(51, 1001, {2021, 9, 9});
    books.meal(52, 1001, {2021, 9, 10});
    CHECK(books.lines(u"2021-09"_s) == QStringList {u"51 0 TOO_YOUNG"_s, u"52 300 PAYS"_s});
}

TEST_CASE("E04: who was born on 29 February reaches an age on 1 March of a common year", "[subsidies]")
{
    MealBooks books;
    Policy older = *books.shelf.version(mealPolicyId, 1);
    older.conditions[1].number = 61; // sixty years after a 29 February there is one again
    books.replacePolicy(older);
    books.elder(1002, {1960, 2, 29});
    books.meal(53, 1002, {2021, 2, 28});
    books.meal(54, 1002, {2021, 3, 1});
    CHECK(books.lines(u"2021Q1"_s) == QStringList {u"53 0 TOO_YOUNG"_s, u"54 300 PAYS"_s});
}

TEST_CASE("E05: a hundred years open the subsidy by date alone, and never twice", "[subsidies]")
{
    MealBooks books;
    books.elder(1001, {1921, 9, 10}, {});
    books.elder(1002, {1921, 9, 10});
    books.meal(51, 1001, {2021, 9, 9});
    books.meal(52, 1001, {2021, 9, 10}, 1, QTime(11, 0));
    books.meal(53, 1002, {2021, 9, 10}, 1, QTime(11, 1));
    CHECK(books.lines(u"2021-09"_s) == QStringList {u"51 0 NO_CATEGORY"_s, u"52 300 PAYS"_s, u"53 300 PAYS"_s});
}

TEST_CASE("E06: the registration of the day counts, moved away or in", "[subsidies]")
{
    MealBooks books;
    books.elder(1001);
    books.fact(1001, FactKind::RegisteredDivision, u"152921"_s, {2021, 9, 10}, QDate(2021, 9, 19));
    books.fact(1001, FactKind::RegisteredDivision, u"150203"_s, {2021, 9, 20});
    books.meal(51, 1001, {2021, 9, 9});
    books.meal(52, 1001, {2021, 9, 10});
    books.meal(53, 1001, {2021, 9, 20});
    CHECK(books.lines(u"2021-09"_s)
          == QStringList {u"51 300 PAYS"_s, u"52 0 REGISTERED_ELSEWHERE"_s, u"53 300 PAYS"_s});
}

TEST_CASE("E07: the day of death is payable, the days after it are not", "[subsidies]")
{
    MealBooks books;
    books.elder(1001);
    books.meal(51, 1001, {2021, 9, 3});
    books.meal(52, 1001, {2021, 9, 4});
    books.died(1001, {2021, 9, 3});
    CHECK(books.lines(u"2021-09"_s) == QStringList {u"51 300 PAYS"_s, u"52 0 AFTER_DEATH"_s});
}

TEST_CASE("E08: a cap is used up in the order of day, moment and id, each point for itself", "[subsidies]")
{
    MealBooks books;
    books.capAt(600);
    for (const qint64 id : {1001, 1002, 1003, 1004})
        books.elder(id);
    books.meal(54, 1001, {2021, 9, 3}, 1, QTime(11, 50));
    books.meal(51, 1002, {2021, 9, 3}, 1, QTime(11, 55));
    books.meal(52, 1003, {2021, 9, 3}, 1, QTime(11, 40));
    books.meal(53, 1004, {2021, 9, 3}, 2, QTime(11, 59));
    books.meal(55, 1004, {2021, 9, 4}, 1);
    CHECK(books.lines(u"2021-09"_s)
          == QStringList {u"52 300 PAYS"_s, u"54 300 PAYS"_s, u"51 0 CAP"_s, u"53 300 PAYS"_s, u"55 0 CAP"_s});
}

TEST_CASE("E08: earlier months of the year use the cap, claimed or not; a new year begins a new one", "[subsidies]")
{
    MealBooks books;
    books.capAt(600);
    books.elder(1001);
    books.meal(51, 1001, {2021, 1, 4});
    books.meal(52, 1001, {2021, 5, 4});
    books.meal(53, 1001, {2021, 9, 4});
    books.meal(54, 1001, {2022, 1, 4});
    CHECK(books.lines(u"2021-09"_s) == QStringList {u"53 0 CAP"_s});
    CHECK(books.lines(u"2022-01"_s) == QStringList {u"54 300 PAYS"_s});
    CHECK(books.write(u"2021-09"_s).caps
          == QJsonArray {QJsonObject {{u"site"_s, u"1"_s}, {u"before_fen"_s, 600}, {u"after_fen"_s, 600}}});
    books.voidMeal(51);
    CHECK(books.lines(u"2021-09"_s) == QStringList {u"53 300 PAYS"_s});
}

TEST_CASE("E09: what no longer fits under the cap whole is not paid", "[subsidies]")
{
    MealBooks books;
    books.capAt(500);
    books.elder(1001);
    books.elder(1002);
    books.meal(51, 1001, {2021, 9, 3});
    books.meal(52, 1001, {2021, 9, 4});
    books.meal(53, 1002, {2021, 9, 5});
    CHECK(books.lines(u"2021-09"_s) == QStringList {u"51 300 PAYS"_s, u"52 0 CAP"_s, u"53 0 CAP"_s});
}

TEST_CASE("a day's first meal is the one judged: refused by a cap, no later one of that day is paid", "[subsidies]")
{
    MealBooks books;
    books.capAt(300);
    books.elder(1001);
    books.elder(1002);
    books.meal(51, 1002, {2021, 9, 3}, 1, QTime(11, 0));
    books.meal(52, 1001, {2021, 9, 3}, 1, QTime(11, 30));
    books.meal(53, 1001, {2021, 9, 3}, 2, QTime(12, 0));
    CHECK(books.lines(u"2021-09"_s) == QStringList {u"51 300 PAYS"_s, u"52 0 CAP"_s, u"53 0 DAY_LIMIT"_s});
}

TEST_CASE("E10: a declared level that changes within the month is judged by the day", "[subsidies]")
{
    MealBooks books;
    books.elder(1001, {1950, 3, 5}, {});
    books.fact(1001, FactKind::DeclaredAbility, u"mild"_s, {2020, 1, 1}, QDate(2021, 9, 9));
    books.fact(1001, FactKind::DeclaredAbility, u"severe"_s, {2021, 9, 10});
    books.meal(51, 1001, {2021, 9, 9});
    books.meal(52, 1001, {2021, 9, 10});
    CHECK(books.lines(u"2021-09"_s) == QStringList {u"51 0 NO_CATEGORY"_s, u"52 300 PAYS"_s});
}

TEST_CASE("E19: the gap between two periods of a category is unpaid", "[subsidies]")
{
    MealBooks books;
    books.elder(1001, {1950, 3, 5}, {});
    books.fact(1001, FactKind::EconomicCategory, u"subsistence"_s, {2021, 1, 1}, QDate(2021, 9, 5));
    books.fact(1001, FactKind::EconomicCategory, u"subsistence"_s, {2021, 9, 20});
    books.meal(51, 1001, {2021, 9, 5});
    books.meal(52, 1001, {2021, 9, 6});
    books.meal(53, 1001, {2021, 9, 19});
    books.meal(54, 1001, {2021, 9, 20});
    CHECK(books.lines(u"2021-09"_s)
          == QStringList {u"51 300 PAYS"_s, u"52 0 NO_CATEGORY"_s, u"53 0 NO_CATEGORY"_s, u"54 300 PAYS"_s});
}

TEST_CASE("E22: a meal that another fetched is judged by the elder's facts alike", "[subsidies]")
{
    MealBooks books;
    books.elder(1001);
    Meal fetched = MealBooks::unwritten(1001, {2021, 9, 3});
    fetched.id = Id<Meal> {51};
    fetched.way = MealWay::Fetched;
    fetched.fetchedBy = u"女儿"_s;
    REQUIRE(RecordTable<Meal>(*books.store).add(fetched));
    CHECK(books.lines(u"2021-09"_s) == QStringList {u"51 300 PAYS"_s});
}

TEST_CASE("E29: each day is judged by the version of the policy that holds on it", "[subsidies]")
{
    MealBooks books;
    Policy next = *books.shelf.version(mealPolicyId, 1);
    next.version = 2;
    next.digest = u"other"_s;
    next.validFrom = {2021, 9, 10};
    next.pays.tiers.front().fen = Fen {500};
    REQUIRE(books.shelf.add(next));
    books.elder(1001);
    books.meal(51, 1001, {2021, 9, 9});
    books.meal(52, 1001, {2021, 9, 10});
    CHECK(books.lines(u"2021-09"_s) == QStringList {u"51 300 PAYS"_s, u"52 500 PAYS"_s});
    const Claim claim = books.write(u"2021-09"_s);
    CHECK(claim.versions.size() == 2);
    CHECK(claim.policyVersion == 2);
    CHECK(claim.paid == Fen {800});
}

TEST_CASE("days that no version covers are refused, not forgotten", "[subsidies]")
{
    MealBooks books;
    books.elder(1001);
    books.meal(51, 1001, {2023, 1, 2});
    CHECK(books.lines(u"2023-01"_s) == QStringList {u"51 0 POLICY_NOT_VALID"_s});
    Progress progress;
    const auto unknown = books.desk().settle(u"no-such"_s, *Period::fromText(u"2021-09"_s), {}, progress);
    REQUIRE_FALSE(unknown);
    CHECK(unknown.error().kind == Error::Kind::NotFound);
}

TEST_CASE("a void meal is neither paid nor in the way of another", "[subsidies]")
{
    MealBooks books;
    books.elder(1001);
    books.meal(51, 1001, {2021, 9, 3}, 1);
    books.meal(52, 1001, {2021, 9, 3}, 2, QTime(12, 0));
    books.voidMeal(51);
    CHECK(books.lines(u"2021-09"_s) == QStringList {u"52 300 PAYS"_s});
}

TEST_CASE("E12: a meal or a fact entered late counts for its own day", "[subsidies]")
{
    MealBooks books;
    books.store.clock().set(Clock::momentOf({2021, 12, 1}, {9, 0}));
    books.elder(1001, {1950, 3, 5}, {});
    books.meal(51, 1001, {2021, 9, 3});
    CHECK(books.lines(u"2021-09"_s) == QStringList {u"51 0 NO_CATEGORY"_s});
    books.fact(1001, FactKind::EconomicCategory, u"subsistence"_s, {2021, 9, 1});
    CHECK(books.lines(u"2021-09"_s) == QStringList {u"51 300 PAYS"_s});
}

TEST_CASE("E14: a void meal is kept with its number and the reason", "[subsidies]")
{
    MealBooks books;
    books.elder(1001);
    books.meal(51, 1001, {2021, 9, 3});
    books.voidMeal(51);
    const auto kept = RecordTable<Meal>(*books.store).find(Id<Meal> {51});
    REQUIRE(kept);
    REQUIRE(kept->has_value());
    CHECK((*kept)->recorded.voidReason == u"slip of the hand"_s);
    CHECK(books.lines(u"2021-09"_s).isEmpty());
}

TEST_CASE("E21: a meal belongs to the centre's civil day, whatever day it is in Greenwich", "[subsidies]")
{
    MealBooks books;
    books.elder(1001);
    books.meal(51, 1001, {2021, 10, 1}, 1, QTime(7, 30), Sitting::Breakfast); // 30 September in UTC
    CHECK(books.lines(u"2021-09"_s).isEmpty());
    CHECK(books.lines(u"2021-10"_s) == QStringList {u"51 300 PAYS"_s});
}

TEST_CASE("E30: leap days and the 31st are days like others", "[subsidies]")
{
    MealBooks books;
    books.elder(1001);
    books.meal(51, 1001, {2020, 2, 29});
    books.meal(52, 1001, {2020, 3, 31});
    CHECK(books.lines(u"2020-02"_s) == QStringList {u"51 300 PAYS"_s});
    CHECK(books.lines(u"2020-03"_s) == QStringList {u"52 300 PAYS"_s});
    CHECK(books.lines(u"2020Q1"_s).size() == 2);
}
