// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/importing/meal_grid_desk.h"

#include "core/centre/settings.h"
#include "core/importing/roster_desk.h"
#include "core/meals/meal_desk.h"
#include "tests/core/importing/sheets.h"
#include "tests/support/catch.h"
#include "tests/support/test_store.h"

#include <QtCore/QFile>
#include <QtCore/QJsonDocument>

using namespace songhe;
using namespace Qt::StringLiterals;

namespace songhe {

namespace meal_grid_test {

constexpr Id<Site> kitchen {1};

void addKitchen(TestStore& store)
{
    store.clock().set(Clock::momentOf(QDate(2021, 10, 8), QTime(9, 0)));
    REQUIRE(RecordTable<Site>(*store).add({kitchen, u"P1"_s, u"友谊食堂"_s, {}}));
}

Elder person(qint64 id, const QString& name, const QString& number = {})
{
    Elder elder;
    elder.id = {id};
    elder.name = name;
    if (!number.isEmpty())
        elder.residentNumber = number;
    return elder;
}

/// September 2021, the 1st to the 5th; rows of 姓名|后四位|1|2|3|4|5|合计.
Workbook gridOf(const QStringList& rows)
{
    Workbook workbook;
    workbook.sheets.emplace_back();
    const QStringList lines = QStringList {u"2021年9月助餐登记表"_s, u"姓名|身份证后四位|1|2|3|4|5|合计"_s} + rows;
    for (const QString& line : lines) {
        std::vector<Cell> cells;
        for (const QString& cell : line.split(u'|'))
            cells.push_back(Cell::text(cell));
        workbook.sheets[0].rows.push_back(std::move(cells));
    }
    return workbook;
}

MealGridReport judged(const QStringList& rows, const GridPeople& people, QDate today = {2021, 10, 8})
{
    const auto grid = readMealGrid(gridOf(rows));
    REQUIRE(grid);
    return judgeMealGrid(*grid, people, kitchen, today);
}

QStringList codes(const MealGridReport& report)
{
    QStringList keys;
    for (const auto& item : report.items)
        for (const GridReason& reason : item.reasons)
            keys << QString::number(item.row) + u':' + reason.key();
    return keys;
}

} // namespace meal_grid_test

using namespace meal_grid_test;

TEST_CASE("the month grid gives the meals a careful reader would count", "[importing][grid]")
{
    TestStore store;
    addKitchen(store);
    static const Divisions divisions = Divisions::load().value();
    RosterDesk rosters(*store, divisions);
    const auto roster = readTestTable(u"roster/roster.xlsx"_s);
    Progress progress;
    REQUIRE(rosters.carryOut(*roster, *rosters.propose(*roster), {}, progress));

    QFile file(sheetPath(u"roster/expected.json"_s));
    REQUIRE(file.open(QIODevice::ReadOnly));
    const QJsonObject wanted = QJsonDocument::fromJson(file.readAll())[u"meal_grid"].toObject();

    MealGridDesk desk(*store);
    const auto workbook = readTestTable(u"roster/meals-2021-09.xlsx"_s);
    REQUIRE(workbook);
    const auto preview = desk.check(*workbook, kitchen);
    REQUIRE(preview);
    CHECK(MealRepository(*store).listOn(QDate(2021, 9, 1))->empty());

    const auto report = desk.carryOut(*workbook, kitchen, progress);
    REQUIRE(report);
    const QJsonObject json = report->toJson();
    CHECK(json[u"people"] == wanted[u"people"]);
    CHECK(json[u"meals"] == wanted[u"marks"]);
    CHECK(json[u"unknown"] == wanted[u"unknown_people"]);
    CHECK(json[u"doubles"] == wanted[u"double_marks"]);
    CHECK(json[u"after_death"].toInt() == 0);
    CHECK(codes(*report) == QStringList {u"4:double-mark"_s, u"121:unknown-person"_s});
    const auto first = MealRepository(*store).listOn(QDate(2021, 9, 1));
    REQUIRE_FALSE(first->empty());
    CHECK(first->front().origin == u"grid"_s);
    CHECK(first->front().at == MealDesk::usualMoment(QDate(2021, 9, 1), Sitting::Lunch));

    const auto again = desk.carryOut(*workbook, kitchen, progress);
    REQUIRE(again);
    CHECK(again->meals.empty());
    CHECK(again->already == 2149);
}

TEST_CASE("marks are read as clerks make them", "[importing][grid]")
{
    GridPeople people;
    people.elders = {person(1, u"王秀英"_s)};
    const auto report = judged({u"王秀英||√|送|代取|2|？|5"_s}, people);
    REQUIRE(report.meals.size() == 4);
    CHECK(report.meals[0].way == MealWay::EatIn);
    CHECK(report.meals[1].way == MealWay::Delivered);
    CHECK(report.meals[2].way == MealWay::Fetched);
    CHECK(report.doubles == 1);
    CHECK(codes(report) == QStringList {u"1:mark-not-told"_s, u"1:double-mark"_s});
    CHECK(judged({u"王秀英||√|×|0|请假||1"_s}, people).meals.size() == 1);
}

TEST_CASE("who is meant is never guessed", "[importing][grid]")
{
    GridPeople people;
    people.elders = {person(1, u"王秀英"_s, u"150205193706269810"_s), person(2, u"王秀英"_s, u"150204193411079810"_s),
                     person(3, u"查振华"_s, u"150221194308269844"_s)};
    const auto report = judged({u"王秀英||√|||||1"_s, u"王秀英|9844|√|||||1"_s, u"查振华|9844|√|||||1"_s,
                                u"外来人员||√|||||1"_s, u"李四海|150221194308269844|√|||||1"_s},
                               people);
    CHECK(report.people == 1);
    CHECK(report.unknown == 4);
    CHECK(codes(report)
          == QStringList {u"1:ambiguous-person"_s, u"2:unknown-person"_s, u"4:unknown-person"_s, u"5:name-differs"_s});
}

TEST_CASE("marks after a death, ahead of time or twice are reported, not taken", "[importing][grid]")
{
    GridPeople people;
    people.elders = {person(1, u"王秀英"_s), person(2, u"查振华"_s)};
    people.elders[0].died = QDate(2021, 9, 2);
    const auto report
        = judged({u"王秀英||√|√|√|||3"_s, u"查振华|||||√|√|2"_s, u"查振华||||√|√||2"_s}, people, {2021, 9, 4});
    CHECK(report.afterDeath == 1);
    CHECK(report.meals.size() == 4); // 1 and 2 September; 3 and 4 September
    CHECK(codes(report) == QStringList {u"1:after-death"_s, u"2:in-future"_s, u"3:double-mark"_s});
}

TEST_CASE("totals that do not add up are reported", "[importing][grid]")
{
    GridPeople people;
    people.elders = {person(1, u"王秀英"_s), person(2, u"查振华"_s)};
    const auto report = judged({u"王秀英||√|√||||3"_s, u"查振华||√|||||1"_s, u"合计||2|2||||4"_s}, people);
    CHECK(report.meals.size() == 3);
    CHECK(codes(report) == QStringList {u"1:row-total-differs"_s, u"0:day-total-differs"_s, u"0:total-differs"_s});
}

TEST_CASE("a meal elsewhere that day is kept and said, the same sitting here is not written twice", "[importing][grid]")
{
    GridPeople people;
    people.elders = {person(1, u"王秀英"_s)};
    Meal here;
    here.elder = {1};
    here.site = kitchen;
    Meal elsewhere = here;
    elsewhere.site = {2};
    people.recorded[{1, QDate(2021, 9, 1)}] = {here};
    people.recorded[{1, QDate(2021, 9, 2)}] = {elsewhere};
    const auto report = judged({u"王秀英||√|√||||2"_s}, people);
    REQUIRE(report.meals.size() == 1);
    CHECK(report.meals[0].servedOn == QDate(2021, 9, 2));
    CHECK(report.already == 1);
    CHECK(codes(report) == QStringList {u"1:second-meal"_s, u"1:already-recorded"_s});
}

TEST_CASE("a table without days or month is refused", "[importing][grid]")
{
    CHECK_FALSE(readMealGrid(*readTestTable(u"roster/roster.xlsx"_s)));
    Workbook monthless = gridOf({u"王秀英||√|||||1"_s});
    monthless.sheets[0].rows[0] = {Cell::text(u"助餐登记表"_s)};
    const auto grid = readMealGrid(monthless);
    REQUIRE_FALSE(grid);
    CHECK(grid.error().message.contains(u"month"_s));
}

TEST_CASE("a stopped grid leaves nothing", "[importing][grid]")
{
    TestStore store;
    addKitchen(store);
    Elder elder = person(0, u"王秀英"_s);
    elder.noNumberReason = u"补办中"_s;
    REQUIRE(ElderRepository(*store).add(elder));
    MealGridDesk desk(*store);
    Progress progress;
    progress.stop();
    CHECK_FALSE(desk.carryOut(gridOf({u"王秀英||√|√||||2"_s}), kitchen, progress));
    CHECK(MealRepository(*store).listOn(QDate(2021, 9, 1))->empty());
}

TEST_CASE("meals of a grid cost what the centre has set", "[importing][grid]")
{
    TestStore store;
    addKitchen(store);
    Elder elder = person(0, u"王秀英"_s);
    elder.noNumberReason = u"补办中"_s;
    REQUIRE(ElderRepository(*store).add(elder));
    REQUIRE(Settings(*store).set(u"meal.price_fen"_s, u"950"_s));
    Progress progress;
    const auto report = MealGridDesk(*store).carryOut(gridOf({u"王秀英||√|√||||2"_s}), kitchen, progress);
    REQUIRE(report);
    REQUIRE_FALSE(report->meals.empty());
    const auto meals = MealRepository(*store).listOn(QDate(2021, 9, 1));
    REQUIRE(meals->size() == 1);
    CHECK(meals->front().price == Fen {950});
}

} // namespace songhe
