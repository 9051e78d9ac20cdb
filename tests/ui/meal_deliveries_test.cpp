// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/meal_fixture.h"
#include "tests/ui/support/pictures.h"
#include "ui/dialogs/preview_dialog.h"

using namespace songhe;
using namespace songhe::ui;
using namespace Qt::StringLiterals;

TEST_CASE("Ctrl+B ticks those who got meals brought lately, Space takes one out, Ctrl+Enter records the rest together",
          "[ui][meals][delivery]")
{
    MealFixture fix;
    fix.deliveredOn(u"张秀英"_s, {2021, 9, 1});
    fix.deliveredOn(u"张秀英"_s, {2021, 9, 2});
    fix.deliveredOn(u"张喜云"_s, {2021, 9, 2});
    fix.deliveredOn(u"王桂兰"_s, {2021, 8, 20}); // 14 days before: the last that counts
    auto* dialog = fix.openDeliveries();
    auto* table = dialog->findChild<TableView*>(u"deliveryLines"_s);
    REQUIRE(table->model()->rowCount() == 3);
    const QString second = table->model()->index(1, 1).data().toString();
    QTest::keyClick(table, Qt::Key_Down);
    QTest::keyClick(table, Qt::Key_Space);
    CHECK(table->model()->index(1, 0).data(Qt::CheckStateRole).toInt() == Qt::Unchecked);
    CHECK(savePicture(*dialog, u"meals_deliveries"_s));
    QTest::keyClick(table, Qt::Key_Return, Qt::ControlModifier);
    ui::settle();
    const auto meals = fix.desk->listOn({2021, 9, 3});
    REQUIRE(meals->size() == 2);
    for (const Meal& meal : *meals) {
        CHECK(meal.way == MealWay::Delivered);
        CHECK(fix.index->byId(meal.elder)->name != second);
    }
    CHECK(fix.meals() == 2);
    CHECK(savePicture(*fix.page, u"meals_batch"_s));
}

TEST_CASE("Ctrl+Z takes a batch of deliveries back as one and leaves the meals before it", "[ui][meals][delivery]")
{
    MealFixture fix;
    fix.deliveredOn(u"张秀英"_s, {2021, 9, 2});
    fix.deliveredOn(u"张喜云"_s, {2021, 9, 2});
    fix.type(u"wgl"_s);
    fix.enter();
    auto* dialog = fix.openDeliveries();
    QTest::keyClick(dialog->findChild<TableView*>(u"deliveryLines"_s), Qt::Key_Return, Qt::ControlModifier);
    ui::settle();
    REQUIRE(fix.meals() == 3);
    fix.page->activateWindow();
    REQUIRE(QTest::qWaitForWindowActive(fix.page.get()));
    QTest::qWait(50);
    QTest::keyClick(fix.field(), Qt::Key_Z, Qt::ControlModifier);
    ui::settle();
    CHECK(fix.meals() == 1);
    REQUIRE(fix.desk->listOn({2021, 9, 3})->size() == 1);
    CHECK(fix.desk->listOn({2021, 9, 3})->front().way == MealWay::EatIn);
}

TEST_CASE("who has eaten here already cannot be ticked for a delivery", "[ui][meals][delivery]")
{
    MealFixture fix;
    fix.deliveredOn(u"王桂兰"_s, {2021, 9, 2});
    fix.type(u"wgl"_s);
    fix.enter();
    auto* dialog = fix.openDeliveries();
    auto* table = dialog->findChild<TableView*>(u"deliveryLines"_s);
    REQUIRE(table->model()->rowCount() == 1);
    CHECK_FALSE(table->model()->index(0, 0).data(Qt::CheckStateRole).isValid());
    QTest::keyClick(table, Qt::Key_Space);
    QTest::keyClick(table, Qt::Key_Return, Qt::ControlModifier);
    ui::settle();
    CHECK(fix.meals() == 1);
}

TEST_CASE("all slips of the day come into one preview, on A5 or on the roll", "[ui][meals][print]")
{
    MealFixture fix;
    fix.type(u"A0217"_s);
    fix.enter();
    fix.type(u"wgl"_s);
    fix.enter();
    QTest::keyClick(fix.field(), Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
    ui::settle();
    auto* dialog = fix.page->findChild<PreviewDialog*>();
    REQUIRE(dialog);
    auto* choice = dialog->findChild<QComboBox*>(u"paper"_s);
    REQUIRE(choice->isVisible());
    const auto sheets = [&] {
        std::vector<QSize> sizes;
        for (const QLabel* label : dialog->findChildren<QLabel*>())
            if (!label->pixmap().isNull() && label->isVisible())
                sizes.push_back(label->pixmap().size());
        return sizes;
    };
    const auto onA5 = sheets();
    CHECK(onA5.size() == 2);
    QTest::keyClick(choice, Qt::Key_Down);
    QTest::qWait(50);
    const auto onRoll = sheets();
    REQUIRE(onRoll.size() == 2);
    CHECK(onRoll.front().width() < onA5.front().width());
    CHECK(savePicture(*dialog, u"meals_slips"_s));
}
