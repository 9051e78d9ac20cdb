// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/meals/meal_desk.h"

#include "core/centre/site_desk.h"
#include "core/elders/elder_desk.h"
#include "core/elders/elder_wording.h"
#include "core/rules/policy_desk.h"
#include "tests/support/catch.h"
#include "tests/support/test_store.h"

using namespace songhe;
using namespace Qt::StringLiterals;

namespace {

/// A centre with two meal points and one elder who is entitled: subsistence, registered in 包头市.
struct MealCentre {
    TestStore store;
    Divisions divisions = *Divisions::load();
    PolicyShelf shelf = *PolicyDesk(*store).shelf();
    MealOutlook outlook {*store, shelf, u"baotou-2020-meals"_s, elderWording(divisions)};
    MealDesk desk {*store, outlook};
    Id<Site> canteen = addSite(u"P1"_s);
    Id<Site> branch = addSite(u"P2"_s);
    Id<Elder> elder = addElder();

    Id<Site> addSite(const QString& code)
    {
        Site site;
        site.code = code;
        site.name = u"食堂"_s + code;
        return SiteDesk(*store).add(site)->id;
    }
    Id<Elder> addElder()
    {
        Elder made;
        made.name = u"王秀英"_s;
        made.sex = Sex::Female;
        made.born = QDate(1950, 3, 5);
        return ElderDesk(*store)
            .add(made,
                 {fact(FactKind::RegisteredDivision, u"150204"_s), fact(FactKind::EconomicCategory, u"subsistence"_s)})
            ->id;
    }
    static Fact fact(FactKind kind, const QString& value)
    {
        Fact made;
        made.kind = kind;
        made.value = value;
        made.from = QDate(2020, 1, 1);
        return made;
    }
    Meal lunch(QDate on = {2021, 9, 3}) const
    {
        Meal meal;
        meal.elder = elder;
        meal.site = canteen;
        meal.servedOn = on;
        return meal;
    }
};

} // namespace

TEST_CASE("a lunch is recorded now, with the policy's outlook", "[meals]")
{
    MealCentre centre;
    const auto done = centre.desk.checkIn(centre.lunch());
    REQUIRE(done);
    CHECK(done->meal.at == centre.store.clock().now());
    CHECK(done->outlook.verdict.payable());
    CHECK(done->outlook.verdict.fen == Fen {300});
    CHECK(done->warnings.isEmpty());
    CHECK(centre.desk.listOn({2021, 9, 3})->size() == 1);
}

TEST_CASE("the same sitting at the same point is refused and says when it was recorded", "[meals]")
{
    MealCentre centre;
    REQUIRE(centre.desk.checkIn(centre.lunch()));
    const auto again = centre.desk.checkIn(centre.lunch());
    REQUIRE_FALSE(again);
    CHECK(again.error().kind == Error::Kind::Conflict);
    CHECK(again.error().message.contains(u"11:40"_s));
    CHECK(centre.desk.listOn({2021, 9, 3})->size() == 1);
}

TEST_CASE("a second meal of the day or at another point is recorded with a warning and not paid", "[meals]")
{
    MealCentre centre;
    REQUIRE(centre.desk.checkIn(centre.lunch()));
    Meal dinner = centre.lunch();
    dinner.sitting = Sitting::Dinner;
    const auto second = centre.desk.checkIn(dinner);
    REQUIRE(second);
    CHECK(second->warnings.size() == 1);
    CHECK_FALSE(second->outlook.verdict.payable());
    Meal elsewhere = centre.lunch();
    elsewhere.site = centre.branch;
    const auto third = centre.desk.checkIn(elsewhere);
    REQUIRE(third);
    CHECK(third->warnings.size() == 1);
    CHECK_FALSE(third->outlook.verdict.payable());
}

TEST_CASE("Ctrl+Z takes back the newest meal of the desk, once each, and the day is free again", "[meals]")
{
    MealCentre centre;
    const auto first = centre.desk.checkIn(centre.lunch());
    REQUIRE(first);
    const auto undone = centre.desk.undoLast();
    REQUIRE(undone);
    REQUIRE(undone->size() == 1);
    CHECK(undone->front().id == first->meal.id);
    CHECK(undone->front().recorded.isVoided());
    CHECK(centre.desk.undoLast()->empty());
    const auto again = centre.desk.checkIn(centre.lunch());
    REQUIRE(again);
    CHECK(again->outlook.verdict.payable());
}

TEST_CASE("a meal entered later stands at the usual time of its sitting; one in the future is refused", "[meals]")
{
    MealCentre centre;
    const auto late = centre.desk.checkIn(centre.lunch({2021, 9, 1}));
    REQUIRE(late);
    CHECK(late->meal.at == MealDesk::usualMoment({2021, 9, 1}, Sitting::Lunch));
    const auto future = centre.desk.checkIn(centre.lunch({2021, 9, 4}));
    REQUIRE_FALSE(future);
    CHECK(future.error().kind == Error::Kind::Invalid);
}

TEST_CASE("a meal for a void file or nobody is refused, one after death is recorded with a warning", "[meals]")
{
    MealCentre centre;
    Meal nobody = centre.lunch();
    nobody.elder = {42};
    CHECK_FALSE(centre.desk.checkIn(nobody));

    ElderDesk elders(*centre.store);
    Elder elder = *elders.show(centre.elder);
    elder.died = QDate(2021, 9, 1);
    REQUIRE(elders.edit(elder));
    const auto after = centre.desk.checkIn(centre.lunch());
    REQUIRE(after);
    CHECK(after->warnings.size() == 1);
    CHECK_FALSE(after->outlook.verdict.payable());

    REQUIRE(elders.voidElder(centre.elder, u"重复"_s));
    const auto voided = centre.desk.checkIn(centre.lunch({2021, 9, 2}));
    REQUIRE_FALSE(voided);
    CHECK(voided.error().kind == Error::Kind::Refused);
}

TEST_CASE("a batch is recorded together, at one moment, and taken back together", "[meals][delivery]")
{
    MealCentre centre;
    const Id<Elder> other = centre.addElder();
    const auto before = centre.desk.checkIn(centre.lunch()); // Ctrl+Z stops before this one
    REQUIRE(before);
    const auto done = centre.desk.checkInAll(
        {centre.branch, {2021, 9, 3}, Sitting::Dinner, MealWay::Delivered, Fen {1200}, {centre.elder, other}});
    REQUIRE(done);
    REQUIRE(done->size() == 2);
    CHECK((*done)[0].meal.at == (*done)[1].meal.at);
    CHECK_FALSE((*done)[0].outlook.verdict.payable()); // her second meal of the day
    CHECK((*done)[1].outlook.verdict.payable());
    CHECK(centre.desk.capOf(centre.branch, {2021, 9, 3})->value().used == Fen {300});
    const auto undone = centre.desk.undoLast();
    REQUIRE(undone);
    CHECK(undone->size() == 2);
    REQUIRE(centre.desk.listOn({2021, 9, 3})->size() == 1);
    CHECK(centre.desk.listOn({2021, 9, 3})->front().id == before->meal.id);
    CHECK(centre.desk.capOf(centre.branch, {2021, 9, 3})->value().used == Fen {0});
}

TEST_CASE("a batch with one who is refused records nobody and says whose it was", "[meals][delivery]")
{
    MealCentre centre;
    const Id<Elder> other = centre.addElder();
    REQUIRE(centre.desk.checkIn(centre.lunch()));
    const auto done = centre.desk.checkInAll(
        {centre.canteen, {2021, 9, 3}, Sitting::Lunch, MealWay::Delivered, Fen {1200}, {other, centre.elder}});
    REQUIRE_FALSE(done);
    CHECK(done.error().message.contains(centre.elder.text()));
    CHECK(centre.desk.listOn({2021, 9, 3})->size() == 1);
    CHECK(centre.desk.capOf(centre.canteen, {2021, 9, 3})->value().used == Fen {300});
}

TEST_CASE("those who got meals brought in the last 14 days are listed by point and sitting", "[meals][delivery]")
{
    MealCentre centre;
    Meal brought = centre.lunch({2021, 8, 20});
    brought.way = MealWay::Delivered;
    REQUIRE(centre.desk.checkIn(brought));
    CHECK(centre.desk.deliveredBefore({2021, 9, 3}, centre.canteen, Sitting::Lunch)->size() == 1);
    CHECK(centre.desk.deliveredBefore({2021, 9, 4}, centre.canteen, Sitting::Lunch)->empty());
    CHECK(centre.desk.deliveredBefore({2021, 9, 3}, centre.branch, Sitting::Lunch)->empty());
    CHECK(centre.desk.deliveredBefore({2021, 9, 3}, centre.canteen, Sitting::Dinner)->empty());
}
