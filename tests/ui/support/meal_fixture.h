// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/catch.h"

#include "core/centre/site_repository.h"
#include "core/elders/elder_desk.h"
#include "core/elders/elder_wording.h"
#include "tests/support/test_store.h"
#include "tests/ui/support/fake_asker.h"
#include "tests/ui/support/keys.h"
#include "ui/pages/meal_slips.h"
#include "ui/pages/meals_page.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/table_view.h"

#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>

namespace songhe::ui {

using namespace Qt::StringLiterals;

/// The meal desk of one point with three elders.
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

} // namespace songhe::ui
