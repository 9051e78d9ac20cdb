// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/catch.h"

#include "core/centre/site_repository.h"
#include "core/elders/elder_desk.h"
#include "core/elders/elder_wording.h"
#include "core/security/user_repository.h"
#include "tests/support/test_store.h"
#include "tests/ui/support/fake_asker.h"
#include "tests/ui/support/keys.h"
#include "tests/ui/support/looks.h"
#include "tests/ui/support/opened_centre.h"
#include "tests/ui/support/pictures.h"
#include "ui/dialogs/late_entry_dialog.h"
#include "ui/dialogs/preview_dialog.h"
#include "ui/pages/meal_slips.h"
#include "ui/pages/meals_page.h"
#include "ui/widgets/bars.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/table_view.h"

#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>

using namespace songhe;
using namespace songhe::ui;
using namespace Qt::StringLiterals;

namespace {

struct MealFixture {
    explicit MealFixture(int percent = 100)
        : theme(Tokens::light(), percent)
    {
        theme.apply(*qApp);
        REQUIRE(shelf);
        REQUIRE(readings);
        REQUIRE(divisions);
        centre.name = u"友谊社区日间照料中心"_s;
        outlook.emplace(*store, *shelf, u"baotou-2020-meals"_s, elderWording(*divisions));
        desk.emplace(*store, *outlook);
        index.emplace(*readings);
        Site site;
        site.code = u"P1"_s;
        site.name = u"友谊食堂"_s;
        REQUIRE(sites.add(site));
        addElder(u"张秀英"_s, {1939, 3, 2}, u"A0217"_s, u"subsistence"_s);
        addElder(u"张喜云"_s, {1950, 6, 8}, {}, {});
        addElder(u"王桂兰"_s, {1942, 1, 5}, {}, u"low_income"_s);
        page = std::make_unique<MealsPage>(Surroundings {theme, asker, store.clock()},
                                           MealsPage::Desks {*desk, sites, settings, *index, centre, u"李敏"_s,
                                                             [this](QDate day) { return slipsOn(day); }});
        page->resize(1180, 716);
        page->show();
        page->activateWindow();
        REQUIRE(QTest::qWaitForWindowActive(page.get()));
        page->refresh();
    }

    void addElder(const QString& name, QDate born, const QString& card, const QString& category)
    {
        Elder elder;
        elder.name = name;
        elder.sex = Sex::Female;
        elder.born = born;
        elder.address = u"富强路 12 号"_s;
        elder.noNumberReason = u"补办中"_s;
        if (!card.isEmpty())
            elder.cardNumber = card;
        Fact home;
        home.kind = FactKind::RegisteredDivision;
        home.value = u"150204"_s;
        home.from = home.learnedOn = QDate(2020, 1, 1);
        std::vector<Fact> facts {home};
        if (!category.isEmpty()) {
            Fact poor = home;
            poor.kind = FactKind::EconomicCategory;
            poor.value = category;
            facts.push_back(poor);
        }
        const auto added = elders.add(elder, facts);
        REQUIRE(added);
        index->put(ElderIndex::entryOf(*added));
    }

    Result<std::vector<printing::Slip>> slipsOn(QDate day)
    {
        std::vector<printing::Slip> slips;
        ASSIGN_OR_RETURN(const std::vector<Meal> meals, desk->listOn(day));
        for (const Meal& meal : meals)
            slips.push_back(mealSlip(centre, index->byId(meal.elder)->name, u"友谊食堂"_s, u"李敏"_s, meal, {}));
        return slips;
    }
    void deliveredOn(const QString& name, QDate day)
    {
        Meal meal;
        meal.elder = index->find(name, 1).front().id;
        meal.site = sites.list()->front().id;
        meal.servedOn = day;
        meal.way = MealWay::Delivered;
        REQUIRE(desk->checkIn(meal));
    }
    DeliveryDialog* openDeliveries()
    {
        QTest::keyClick(field(), Qt::Key_B, Qt::ControlModifier);
        ui::settle();
        auto* dialog = page->findChild<DeliveryDialog*>();
        REQUIRE(dialog);
        return dialog;
    }
    QString text(const QString& label) { return page->findChild<QLabel*>(label)->text(); }

    QLineEdit* field() { return page->findChild<QLineEdit*>(u"card"_s); }
    int meals() { return page->findChild<QTableView*>(u"meals"_s)->model()->rowCount(); }
    QString answer() { return page->findChild<QLabel*>(u"answerName"_s)->text(); }
    QString money() { return page->findChild<QLabel*>(u"answerMoney"_s)->text(); }
    void type(const QString& text) { QTest::keyClicks(field(), text); }
    void enter() { QTest::keyClick(field(), Qt::Key_Return); }

    TestStore store;
    FakeAsker asker;
    Theme theme;
    CentreInfo centre;
    Result<PolicyShelf> shelf = PolicyShelf::builtIn();
    Result<Readings> readings = Readings::load();
    Result<Divisions> divisions = Divisions::load();
    SiteDesk sites {*store};
    ElderDesk elders {*store};
    Settings settings {*store};
    std::optional<MealOutlook> outlook;
    std::optional<MealDesk> desk;
    std::optional<ElderIndex> index;
    std::unique_ptr<MealsPage> page;
};

} // namespace

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

namespace {

/// A second person, 周兰, whose password is known.
void addSecond(MealFixture& fix)
{
    User second;
    second.id = Id<User> {77};
    second.name = u"周兰"_s;
    second.role = u"manager"_s;
    const WrappedKey wrapped {QByteArrayLiteral("salt"), KdfCost::least(), QByteArrayLiteral("wrap")};
    REQUIRE(UserRepository(*fix.store).add(second, QByteArrayLiteral("digest"), wrapped));
    const Id<User> id = UserRepository(*fix.store).list()->back().id;
    fix.page = std::make_unique<MealsPage>(
        Surroundings {fix.theme, fix.asker, fix.store.clock()},
        MealsPage::Desks {*fix.desk, fix.sites, fix.settings, *fix.index, fix.centre, u"李敏"_s,
                          [&fix](QDate day) { return fix.slipsOn(day); }, [] { return QStringList {u"周兰"_s}; },
                          [id](const QString&, const SecureBytes& password) -> Result<Id<User>> {
                              if (password.view() == QByteArrayView("her own"))
                                  return id;
                              return fail(Error::Kind::Refused, u"wrong"_s);
                          }});
    fix.page->resize(1180, 716);
    fix.page->show();
    fix.page->activateWindow();
    REQUIRE(QTest::qWaitForWindowActive(fix.page.get()));
    fix.page->refresh();
}

void typeDay(MealFixture& fix, QDate day)
{
    auto* edit = fix.page->findChild<QLineEdit*>(u"day"_s);
    edit->setText(day.toString(Qt::ISODate));
    QTest::keyClick(edit, Qt::Key_Return);
}

} // namespace

TEST_CASE("meals of an earlier day are written up for that day, and Esc comes back to today", "[ui][meals]")
{
    MealFixture fix;
    const QDate before = fix.store.clock().today().addDays(-1);
    typeDay(fix, before);
    CHECK(fix.page->findChild<QLabel*>(u"dayBanner"_s)->isVisible());
    CHECK_FALSE(fix.page->findChild<ActionButton*>(u"batch"_s)->isEnabled());
    fix.type(u"A0217"_s);
    fix.enter();
    CHECK(fix.meals() == 1);
    CHECK(fix.desk->listOn(before)->size() == 1);
    CHECK(fix.desk->listOn(fix.store.clock().today())->empty());
    CHECK(fix.page->goBack());
    CHECK(fix.meals() == 0);
    CHECK_FALSE(fix.page->findChild<QLabel*>(u"dayBanner"_s)->isVisible());
    typeDay(fix, fix.store.clock().today().addDays(1));
    CHECK_FALSE(fix.page->findChild<QLabel*>(u"dayBanner"_s)->isVisible()); // not come yet
}

TEST_CASE("a meal entered many days late wants a reason and the second person's own password", "[ui][meals]")
{
    MealFixture fix;
    addSecond(fix);
    const QDate before = fix.store.clock().today().addDays(-20);
    typeDay(fix, before);
    fix.type(u"A0217"_s);
    fix.enter();
    auto* dialog = fix.page->findChild<LateEntryDialog*>();
    REQUIRE(dialog);
    CHECK(fix.meals() == 0);
    auto* reason = dialog->findChild<QLineEdit*>(u"lateReason"_s);
    auto* password = dialog->findChild<QLineEdit*>(u"secondPassword"_s);
    auto* act = dialog->findChild<ActionButton*>(u"recordLate"_s);
    CHECK(savePicture(*dialog, u"meals_late"_s));
    password->setText(u"her own"_s);
    act->click(); // no reason
    CHECK(dialog->findChild<QLabel*>(u"message"_s)->isVisible());
    reason->setText(u"停电，纸上登记"_s);
    password->setText(u"guessed"_s);
    act->click();
    CHECK(fix.meals() == 0);
    password->setText(u"her own"_s);
    act->click();
    CHECK(fix.meals() == 1);
    const auto meals = fix.desk->listOn(before);
    REQUIRE(meals->size() == 1);
    CHECK(meals->front().lateReason == u"停电，纸上登记"_s);
    CHECK(meals->front().secondPerson == u"周兰"_s);
    CHECK(savePicture(*fix.page, u"meals_earlier"_s));
}

TEST_CASE("a meal that is asked for opens the desk on its day with its row chosen", "[ui][meals]")
{
    MealFixture fix;
    const QDate before = fix.store.clock().today().addDays(-2);
    fix.deliveredOn(u"张喜云"_s, before);
    fix.deliveredOn(u"王桂兰"_s, before);
    const Id<Meal> wanted = fix.desk->listOn(before)->front().id;
    fix.page->openOf(u"meal"_s, wanted.value);
    auto* table = fix.page->findChild<QTableView*>(u"meals"_s);
    REQUIRE(fix.meals() == 2);
    const Id<Elder> elder = fix.desk->listOn(before)->front().elder;
    CHECK(table->model()->index(table->currentIndex().row(), 1).data().toString() == fix.index->byId(elder)->name);
    CHECK(fix.page->findChild<QLabel*>(u"dayBanner"_s)->isVisible());
    fix.page->refresh();
    CHECK(fix.meals() == 0); // the queue is today's again
}

TEST_CASE("a late entry and the day that is written up are named throughout and cut no word", "[ui][meals]")
{
    for (const QString& language : {u"en"_s, u"zh_CN"_s})
        for (const int percent : {100, 125}) {
            CAPTURE(language.toStdString(), percent);
            const Speaking speaking(language);
            MealFixture fix(percent);
            addSecond(fix);
            typeDay(fix, fix.store.clock().today().addDays(-20));
            fix.type(u"A0217"_s);
            QTest::qWait(50);
            CHECK(namelessControls(*fix.page) == QStringList());
            CHECK(cutWords(*fix.page) == QStringList());
            CHECK(fix.page->minimumSizeHint().height() <= 768 - fix.theme.px(52));
            CHECK(savePicture(*fix.page, u"meals_earlier_%1_%2"_s.arg(language).arg(percent)));
            fix.enter();
            auto* dialog = fix.page->findChild<LateEntryDialog*>();
            REQUIRE(dialog);
            QTest::qWait(50);
            CHECK(namelessControls(*dialog) == QStringList());
            CHECK(cutWords(*dialog) == QStringList());
            CHECK(savePicture(*dialog, u"meals_late_%1_%2"_s.arg(language).arg(percent)));
        }
}
