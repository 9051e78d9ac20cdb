// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/looks.h"
#include "tests/ui/support/meal_fixture.h"
#include "tests/ui/support/opened_centre.h"
#include "tests/ui/support/pictures.h"
#include "ui/widgets/bars.h"

using namespace songhe;
using namespace songhe::ui;
using namespace Qt::StringLiterals;

TEST_CASE("a scanned card and Enter record the meal", "[ui][meals]")
{
    MealFixture fix;
    fix.type(u"A0217"_s);
    fix.enter();
    CHECK(fix.meals() == 1);
    CHECK(fix.answer() == u"张秀英 ✓"_s);
    CHECK(fix.money().contains(u"3.00"_s));
    CHECK(fix.field()->text().isEmpty());
    CHECK(savePicture(*fix.page, u"meals_one"_s));
}

TEST_CASE("initials show those who may be meant, and a digit chooses among them", "[ui][meals]")
{
    MealFixture fix;
    fix.type(u"zx"_s);
    auto* candidates = fix.page->findChild<QTableView*>(u"candidates"_s);
    REQUIRE(candidates->model()->rowCount() == 2);
    const QString second = candidates->model()->index(1, 1).data().toString();
    CHECK(savePicture(*fix.page, u"meals_candidates"_s));
    QTest::keyClick(fix.field(), Qt::Key_2);
    CHECK(fix.meals() == 1);
    CHECK(fix.answer() == second + u" ✓"_s);
}

TEST_CASE("digits of a card are typed, they choose nobody", "[ui][meals]")
{
    MealFixture fix;
    fix.type(u"A02"_s);
    CHECK(fix.meals() == 0);
    CHECK(fix.field()->text() == u"A02"_s);
    fix.type(u"1"_s);
    CHECK(fix.field()->text() == u"A021"_s);
}

TEST_CASE("Down and Enter record the second one", "[ui][meals]")
{
    MealFixture fix;
    fix.type(u"zx"_s);
    auto* candidates = fix.page->findChild<QTableView*>(u"candidates"_s);
    const QString second = candidates->model()->index(1, 1).data().toString();
    QTest::keyClick(fix.field(), Qt::Key_Down);
    fix.enter();
    CHECK(fix.answer() == second + u" ✓"_s);
}

TEST_CASE("Ctrl+Z takes the last meal back, and again does nothing", "[ui][meals]")
{
    MealFixture fix;
    fix.type(u"wgl"_s);
    fix.enter();
    REQUIRE(fix.meals() == 1);
    QTest::keyClick(fix.field(), Qt::Key_Z, Qt::ControlModifier);
    ui::settle();
    CHECK(fix.meals() == 0);
    CHECK(fix.answer() == u"王桂兰"_s);
    QTest::keyClick(fix.field(), Qt::Key_Z, Qt::ControlModifier);
    ui::settle();
    CHECK(fix.meals() == 0);
    CHECK(fix.desk->listOn({2021, 9, 3})->empty());
}

TEST_CASE("with something typed Ctrl+Z is the field's own", "[ui][meals]")
{
    MealFixture fix;
    fix.type(u"wgl"_s);
    fix.enter();
    fix.type(u"zx"_s);
    QTest::keyClick(fix.field(), Qt::Key_Z, Qt::ControlModifier);
    ui::settle();
    CHECK(fix.meals() == 1);
}

TEST_CASE("a second lunch at the same point is refused and says when the first was", "[ui][meals]")
{
    MealFixture fix;
    fix.type(u"wgl"_s);
    fix.enter();
    fix.type(u"wgl"_s);
    fix.enter();
    CHECK(fix.meals() == 1);
    CHECK(fix.money().contains(u"11:40"_s));
    CHECK(savePicture(*fix.page, u"meals_refused"_s));
}

TEST_CASE("Enter for nobody records nothing and says so", "[ui][meals]")
{
    MealFixture fix;
    fix.enter();
    CHECK(fix.meals() == 0);
    fix.type(u"qqq"_s);
    fix.enter();
    CHECK(fix.meals() == 0);
    CHECK(fix.field()->text() == u"qqq"_s);
    CHECK(!fix.money().isEmpty());
}

TEST_CASE("a meal fetched by another keeps who it was, and the next one is eaten here again", "[ui][meals]")
{
    MealFixture fix;
    QTest::keyClick(fix.field(), Qt::Key_3, Qt::AltModifier);
    ui::settle();
    auto* who = fix.page->findChild<QLineEdit*>(u"fetchedBy"_s);
    REQUIRE(who->isVisible());
    who->setText(u"女儿"_s);
    fix.type(u"wgl"_s);
    fix.enter();
    const auto meals = fix.desk->listOn({2021, 9, 3});
    REQUIRE(meals);
    REQUIRE(meals->size() == 1);
    CHECK(meals->front().way == MealWay::Fetched);
    CHECK(meals->front().fetchedBy == u"女儿"_s);
    CHECK(!who->isVisible());
}

TEST_CASE("a meal made void with a reason leaves the list", "[ui][meals]")
{
    MealFixture fix;
    fix.type(u"wgl"_s);
    fix.enter();
    fix.page->findChild<QTableView*>(u"meals"_s)->selectRow(0);
    fix.asker.answer = std::nullopt;
    QTest::mouseClick(fix.page->findChild<ActionButton*>(u"void"_s), Qt::LeftButton);
    CHECK(fix.meals() == 1); // gone back: nothing happened
    fix.asker.answer = u"登错人"_s;
    QTest::mouseClick(fix.page->findChild<ActionButton*>(u"void"_s), Qt::LeftButton);
    CHECK(fix.meals() == 0);
}

TEST_CASE("the meal desk is named throughout and cuts no word up to 175 percent", "[ui][meals]")
{
    const Speaking chinese(u"zh_CN"_s);
    for (const int percent : Theme::textPercents) {
        CAPTURE(percent);
        MealFixture fix(percent);
        if (percent >= 150) { // pages stand in a scroll area then
            fix.page->resize(fix.page->minimumSizeHint().expandedTo(QSize(1180, 716)));
        } else { // beside navigation and top bar of a window of 1366 by 768
            CHECK(fix.page->minimumSizeHint().width() <= 1366 - fix.theme.px(184));
            CHECK(fix.page->minimumSizeHint().height() <= 768 - fix.theme.px(52));
            fix.page->resize(1366 - fix.theme.px(184), 768 - fix.theme.px(52));
        }
        fix.type(u"wgl"_s);
        fix.enter();
        QTest::qWait(50); // the layout settles
        CHECK(namelessControls(*fix.page) == QStringList());
        CHECK(cutWords(*fix.page) == QStringList());
        CHECK(savePicture(*fix.page, u"meals_%1"_s.arg(percent)));
        fix.deliveredOn(u"张秀英"_s, {2021, 9, 2});
        auto* dialog = fix.openDeliveries();
        CHECK(namelessControls(*dialog) == QStringList());
        CHECK(cutWords(*dialog) == QStringList());
        CHECK(savePicture(*dialog, u"meals_deliveries_%1"_s.arg(percent)));
        dialog->close();
    }
}

TEST_CASE("the year's cap of the point stands beside, rises with each subsidised meal and falls with Ctrl+Z",
          "[ui][meals]")
{
    MealFixture fix;
    CHECK(fix.text(u"capUsed"_s) == u"0.00"_s);
    fix.type(u"A0217"_s);
    fix.enter();
    fix.type(u"wgl"_s); // low income: not subsidised, uses nothing
    fix.enter();
    CHECK(fix.text(u"capUsed"_s) == u"3.00"_s);
    CHECK(fix.text(u"capRest"_s).contains(u"200,000.00"_s));
    CHECK(fix.text(u"capRest"_s).contains(u"199,997.00"_s));
    QTest::keyClick(fix.field(), Qt::Key_Z, Qt::ControlModifier);
    ui::settle();
    QTest::keyClick(fix.field(), Qt::Key_Z, Qt::ControlModifier);
    ui::settle();
    CHECK(fix.text(u"capUsed"_s) == u"0.00"_s);
}
