// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/subsidies/meal_books.h"

using namespace songhe;
using namespace songhe::tests;
using namespace Qt::StringLiterals;

namespace {

QString outlookOf(MealOutlook& outlook, const Meal& meal)
{
    const auto seen = outlook.of(meal);
    REQUIRE(seen);
    return QString::number(seen->verdict.fen.value) + u' ' + seen->verdict.reason.code;
}

} // namespace

TEST_CASE("the desk sees what the settlement will say", "[meals][outlook]")
{
    MealBooks books;
    books.elder(1001);
    books.elder(1002, {1950, 3, 5}, u"low_income"_s);
    MealOutlook outlook(*books.store, books.shelf, mealPolicyId, Wording({}, factWords));
    CHECK(outlookOf(outlook, MealBooks::unwritten(1001, {2021, 9, 3})) == u"300 PAYS"_s);
    CHECK(outlookOf(outlook, MealBooks::unwritten(1002, {2021, 9, 3})) == u"0 NO_CATEGORY"_s);
    CHECK(outlookOf(outlook, MealBooks::unwritten(1001, {2023, 9, 3})) == u"0 POLICY_NOT_VALID"_s);
    CHECK(outlook.of(MealBooks::unwritten(1002, {2021, 9, 3}))->text
          == u"not payable: in none of the payable categories that day (on file: low income)"_s);
}

TEST_CASE("a second meal of the day is told before it is recorded, at any point", "[meals][outlook]")
{
    MealBooks books;
    books.elder(1001);
    MealOutlook outlook(*books.store, books.shelf, mealPolicyId, Wording({}, factWords));
    const Meal first = books.meal(51, 1001, {2021, 9, 3}, 1, QTime(11, 40));
    CHECK(outlookOf(outlook, first) == u"300 PAYS"_s); // itself does not stand in its way
    CHECK(outlookOf(outlook, MealBooks::unwritten(1001, {2021, 9, 3}, 2, QTime(12, 0))) == u"0 DAY_LIMIT"_s);
    CHECK(outlookOf(outlook, MealBooks::unwritten(1001, {2021, 9, 3}, 2, QTime(11, 0))) == u"300 PAYS"_s);
    Meal last = MealBooks::unwritten(1001, {2021, 9, 3});
    last.at = {};
    CHECK(outlookOf(outlook, last) == u"0 DAY_LIMIT"_s);
    CHECK(outlookOf(outlook, MealBooks::unwritten(1001, {2021, 9, 4})) == u"300 PAYS"_s);
}

TEST_CASE("the cap of a point is seen while meals are recorded, and given back when one is void", "[meals][outlook]")
{
    MealBooks books;
    books.capAt(900);
    books.elder(1001);
    books.elder(1002, {1950, 3, 5}, {}); // not payable: uses nothing of the cap
    books.meal(51, 1001, {2021, 5, 3});
    books.meal(52, 1002, {2021, 5, 4});
    books.meal(53, 1002, {2021, 5, 5});
    MealOutlook outlook(*books.store, books.shelf, mealPolicyId, Wording({}, factWords));
    REQUIRE(outlook.prepare(Id<Site> {1}, {2021, 9, 3}));
    for (const qint64 id : {61, 62}) {
        const Meal meal = books.meal(id, 1001, {2021, 9, int(id - 58)});
        const auto seen = outlook.of(meal);
        REQUIRE(seen);
        CHECK(seen->verdict.payable());
        outlook.recorded(meal, seen->verdict);
    }
    CHECK(outlookOf(outlook, MealBooks::unwritten(1001, {2021, 9, 5})) == u"0 CAP"_s);
    CHECK(outlookOf(outlook, MealBooks::unwritten(1001, {2021, 9, 5}, 2)) == u"300 PAYS"_s);
    CHECK(outlookOf(outlook, MealBooks::unwritten(1001, {2022, 1, 5})) == u"300 PAYS"_s);
    CHECK(outlookOf(outlook, MealBooks::unwritten(1001, {2021, 1, 5})) == u"300 PAYS"_s); // before all others
    books.voidMeal(51);
    outlook.takenBack(MealBooks::unwritten(1001, {2021, 5, 3}));
    CHECK(outlookOf(outlook, MealBooks::unwritten(1001, {2021, 9, 5})) == u"300 PAYS"_s);
    // The settlement says the same.
    books.meal(63, 1001, {2021, 9, 5});
    books.meal(64, 1001, {2021, 9, 6});
    CHECK(books.lines(u"2021-09"_s)
          == QStringList {u"61 300 PAYS"_s, u"62 300 PAYS"_s, u"63 300 PAYS"_s, u"64 0 CAP"_s});
}

TEST_CASE("the desk follows another policy as soon as the centre does", "[meals][outlook]")
{
    MealBooks books;
    books.elder(1001);
    MealOutlook outlook(*books.store, books.shelf, u"unheard-of"_s, Wording({}, factWords));
    CHECK(outlookOf(outlook, MealBooks::unwritten(1001, {2021, 9, 3})) == u"0 POLICY_NOT_VALID"_s);
    outlook.follow(mealPolicyId);
    CHECK(outlookOf(outlook, MealBooks::unwritten(1001, {2021, 9, 3})) == u"300 PAYS"_s);
}

TEST_CASE("meals of a file that was made void are refused, at the desk and in the settlement", "[meals][outlook]")
{
    MealBooks books;
    books.elder(1001);
    books.elder(1002);
    const Meal meal = books.meal(51, 1001, {2021, 9, 3});
    books.meal(52, 1002, {2021, 9, 3});
    CHECK(books.lines(u"2021-09"_s) == QStringList {u"51 300 PAYS"_s, u"52 300 PAYS"_s});
    REQUIRE(ElderRepository(*books.store).voidElder(Id<Elder> {1001}, u"登记了两次"_s));
    MealOutlook outlook(*books.store, books.shelf, mealPolicyId, Wording({}, factWords));
    CHECK(outlookOf(outlook, meal) == u"0 FILE_VOID"_s);
    CHECK(outlook.of(meal)->text == u"not payable: the file was made void; look for the one that counts"_s);
    CHECK(books.lines(u"2021-09"_s) == QStringList {u"51 0 FILE_VOID"_s, u"52 300 PAYS"_s});
}

TEST_CASE("a place that could not be told counts as none, and its words are not printed", "[meals][outlook]")
{
    MealBooks books;
    books.elder(1001);
    books.fact(1001, FactKind::RegisteredDivision, u"unknown"_s, {2021, 5, 1});
    books.elder(1002);
    books.fact(1002, FactKind::RegisteredDivision, u"火星基地"_s, {2021, 5, 1}); // as books were kept before
    MealOutlook outlook(*books.store, books.shelf, mealPolicyId, Wording({}, factWords));
    for (const qint64 elder : {1001, 1002}) {
        const auto seen = outlook.of(MealBooks::unwritten(elder, {2021, 9, 3}));
        REQUIRE(seen);
        CHECK(seen->verdict.reason.code == u"REGISTRATION_UNKNOWN"_s);
        CHECK_FALSE(seen->text.contains(u"火星"_s));
    }
}

TEST_CASE("the cap that is shown agrees with the settlement, however the meals came in", "[meals][outlook]")
{
    MealBooks books;
    books.capAt(900);
    books.elder(1001);
    books.elder(1002, {1950, 3, 5}, {});
    books.meal(51, 1001, {2020, 12, 31}); // last year's
    books.meal(52, 1001, {2021, 5, 3});
    books.meal(53, 1002, {2021, 5, 3});
    books.meal(54, 1001, {2021, 5, 4}, 2);
    MealOutlook outlook(*books.store, books.shelf, mealPolicyId, Wording({}, factWords));
    const QDate today(2021, 9, 3);
    const auto used = [&](qint64 site) {
        const auto cap = outlook.capOf(Id<Site> {site}, today);
        REQUIRE(cap);
        REQUIRE(*cap);
        CHECK((*cap)->most == Fen {900});
        CHECK((*cap)->rest().value == 900 - (*cap)->used.value);
        return (*cap)->used.value;
    };
    CHECK(used(1) == 300);
    CHECK(used(2) == 300);
    const Meal now = books.meal(61, 1001, today);
    outlook.recorded(now, outlook.of(now)->verdict);
    CHECK(used(1) == 600);
    const Meal earlier = books.meal(62, 1001, today, 2, QTime(7, 30)); // takes the day's one subsidy from the other
    outlook.recorded(earlier, outlook.of(earlier)->verdict);
    CHECK(used(1) == 300);
    CHECK(used(2) == 600);
    CHECK_FALSE((*outlook.capOf(Id<Site> {1}, {2024, 1, 1})).has_value()); // no policy: no cap
}
