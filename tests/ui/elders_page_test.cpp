// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/catch.h"

#include "core/centre/site_desk.h"
#include "core/elders/elder_wording.h"
#include "core/meals/meal_desk.h"
#include "core/subsidies/settlement_desk.h"
#include "tests/support/test_store.h"
#include "tests/ui/support/fake_asker.h"
#include "tests/ui/support/looks.h"
#include "tests/ui/support/pictures.h"
#include "ui/dialogs/fact_dialog.h"
#include "ui/forms/record_form.h"
#include "ui/pages/elder_file.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/edits.h"
#include "ui/widgets/table_view.h"

#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QScrollBar>

using namespace songhe;
using namespace songhe::ui;
using namespace Qt::StringLiterals;

namespace {

struct ElderFixture {
    ElderFixture()
    {
        theme.apply(*qApp);
        REQUIRE(shelf);
        REQUIRE(divisions);
        outlook.emplace(*store, *shelf, u"baotou-2020-meals"_s, elderWording(*divisions));
        meals.emplace(*store, *outlook);
        Elder elder;
        elder.name = u"王秀英"_s;
        elder.sex = Sex::Female;
        elder.born = QDate(1950, 3, 5);
        elder.noNumberReason = u"补办中"_s;
        elder.contacts = {QJsonObject {{u"name"_s, u"王建国"_s}, {u"relation"_s, u"子"_s}, {u"since"_s, 2019}}};
        Fact home;
        home.kind = FactKind::RegisteredDivision;
        home.value = u"150204"_s;
        home.from = home.learnedOn = QDate(2020, 1, 1);
        const auto added = elders.add(elder, {home});
        REQUIRE(added);
        who = *added;
    }

    TestStore store;
    FakeAsker asker;
    Theme theme;
    Surroundings around {theme, asker, store.clock()};
    Result<PolicyShelf> shelf = PolicyShelf::builtIn();
    Result<Divisions> divisions = Divisions::load();
    Result<VisitPlan> visits = VisitPlan::builtIn();
    Result<HealthPlan> health = HealthPlan::builtIn();
    Result<DevicePlan> devices = DevicePlan::builtIn();
    ElderDesk elders {*store};
    std::optional<MealOutlook> outlook;
    std::optional<MealDesk> meals;
    Elder who;
};

ElderFile::Desks fileDesks(ElderFixture& fix)
{
    return {
        fix.elders,
        [&fix](Id<Elder> elder, const QStringList& families, const std::optional<TimelinePlace>& before, int most) {
            return Timeline(*fix.store, {*fix.visits, *fix.health, *fix.devices}).page(elder, families, before, most);
        },
        *fix.divisions,
        u"150000"_s,
        [](Id<User>) { return u"李敏"_s; },
        nullptr,
        [&fix](Id<Elder> elder) { return ClaimRepository(*fix.store).sharesOf(elder); },
        [&fix](Id<Elder> elder, std::optional<qint64> before, int most) {
            RecordHistory history(*fix.store);
            history.follow<Elder>();
            history.follow<Fact>();
            history.follow<Meal>(RecordHistory::Which::Voided);
            return history.of(elder.value, before, most);
        }};
}

/// The table's rows, their cells joined by a bar.
QStringList rowsOf(const QTableView& table)
{
    QStringList rows;
    for (int row = 0; row < table.model()->rowCount(); ++row) {
        QStringList cells;
        for (int column = 0; column < table.model()->columnCount(); ++column)
            cells << table.model()->index(row, column).data().toString();
        rows << cells.join(u'|');
    }
    return rows;
}

Id<Site> addPoint(ElderFixture& fix)
{
    Site site;
    site.code = u"P1"_s;
    site.name = u"友谊食堂"_s;
    const auto added = SiteDesk(*fix.store).add(site);
    REQUIRE(added);
    return added->id;
}

} // namespace

TEST_CASE("a form shows a record, counts what was changed, and gives back what it did not show", "[ui][elders]")
{
    ElderFixture fix;
    fix.who.remarks = u"怕冷"_s;
    RecordForm<Elder> form(fix.theme, {2021, 9, 3}, {"name", "sex", "born", "phones", "contacts"});
    form.setRecord(fix.who);
    CHECK(form.changedFields() == 0);
    auto* phones = qobject_cast<QLineEdit*>(form.editor("phones"));
    REQUIRE(phones);
    phones->setText(u"13900000001，0472-5003924"_s);
    CHECK(form.changedFields() == 1);
    const auto typed = form.record();
    REQUIRE(typed);
    CHECK(typed->phones == QStringList {u"13900000001"_s, u"0472-5003924"_s});
    CHECK(typed->remarks == u"怕冷"_s);
    CHECK(typed->contacts.at(0).toObject().value(u"since"_s).toInt() == 2019);
}

TEST_CASE("a form names the field that holds no day", "[ui][elders]")
{
    ElderFixture fix;
    RecordForm<Elder> form(fix.theme, {2021, 9, 3}, {"name", "born"});
    form.setRecord(fix.who);
    qobject_cast<QLineEdit*>(form.editor("born"))->setText(u"1950-02-30"_s);
    const auto typed = form.record();
    REQUIRE(!typed);
    CHECK(typed.error().message.contains(u"1950-02-30"_s));
    CHECK(form.changedFields() == 1);
}

TEST_CASE("a file shows what holds today and every fact with its days", "[ui][elders]")
{
    ElderFixture fix;
    ElderFile file(fix.around, fileDesks(fix));
    file.resize(1140, 640);
    file.QWidget::show();
    file.show(fix.who);
    const auto pills = file.findChildren<Pill*>();
    REQUIRE(pills.size() == 1);
    CHECK(pills.front()->text() == u"包头市青山区"_s);
    CHECK(file.findChild<QTableView*>(u"timeline"_s)->model()->rowCount() == 1);
    QTest::qWait(50);
    CHECK(namelessControls(file) == QStringList());
    CHECK(cutWords(file) == QStringList());
    CHECK(savePicture(file, u"elder_file"_s));
}

TEST_CASE("ending a fact asks for its last day and takes no other text for one", "[ui][elders]")
{
    ElderFixture fix;
    ElderFile file(fix.around, fileDesks(fix));
    file.QWidget::show();
    file.show(fix.who);
    auto* end = file.findChild<ActionButton*>(u"endFact"_s);
    CHECK(!end->isVisible());
    file.findChild<QTableView*>(u"timeline"_s)->selectRow(0);
    REQUIRE(end->isVisible());
    fix.asker.answer = u"next week"_s;
    end->click();
    CHECK(!fix.elders.factsOf(fix.who.id)->front().to);
    fix.asker.answer = u"2021-08-31"_s;
    end->click();
    CHECK(fix.elders.factsOf(fix.who.id)->front().to == QDate(2021, 8, 31));
}

TEST_CASE("a new registered division ends the old one the day before", "[ui][elders]")
{
    ElderFixture fix;
    FactDialog dialog(fix.around, fix.elders, *fix.divisions, fix.who.id, nullptr);
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    const QSignalSpy saved(&dialog, &FactDialog::saved);
    dialog.findChild<QLineEdit*>(u"text"_s)->setText(u"包头市石拐区"_s);
    dialog.findChild<DayEdit*>(u"from"_s)->setText(u"2021-09-01"_s);
    for (ActionButton* button : dialog.findChildren<ActionButton*>())
        if (button->property("main").toBool())
            button->click();
    REQUIRE(saved.count() == 1);
    const auto facts = fix.elders.factsOf(fix.who.id);
    REQUIRE(facts);
    REQUIRE(facts->size() == 2);
    for (const Fact& fact : *facts) {
        if (fact.value == u"150204"_s)
            CHECK(fact.to == QDate(2021, 8, 31));
        else
            CHECK(fact.value == u"150205"_s);
    }
}

TEST_CASE("the changes of a file say who changed what, from what, to what", "[ui][elders][history]")
{
    ElderFixture fix;
    fix.who.address = u"富强路 12 号"_s; // sealed
    auto saved = fix.elders.edit(fix.who);
    REQUIRE(saved);
    saved->address = u"文化路 56 号"_s;
    saved->sex = Sex::Male;
    REQUIRE(fix.elders.edit(*saved));
    const Id<Fact> home = fix.elders.factsOf(fix.who.id)->front().id;
    REQUIRE(fix.elders.endFact(home, {2021, 8, 31}));
    REQUIRE(fix.elders.voidFact(home, u"登错人"_s));
    ElderFile file(fix.around, fileDesks(fix));
    file.resize(1140, 640);
    file.QWidget::show();
    file.show(fix.who);
    QTest::mouseClick(file.findChild<ActionButton*>(u"tabHistory"_s), Qt::LeftButton);
    auto* history = file.findChild<QTableView*>(u"history"_s);
    REQUIRE(history->isVisible());
    const QStringList rows = rowsOf(*history);
    REQUIRE(rows.size() > 6);
    CHECK(rows[0] == u"3 Sep 11:40|李敏|Registered in|Made void|valid|登错人"_s);
    CHECK(rows[1] == u"3 Sep 11:40|李敏|Registered in|Last day|—|31 Aug"_s);
    CHECK(rows[2] == u"3 Sep 11:40|李敏|Personal file|Sex|female|male"_s);
    CHECK(rows[3] == u"3 Sep 11:40|李敏|Personal file|Present address|富强路 12 号|文化路 56 号"_s);
    CHECK(rows.contains(u"3 Sep 11:40|李敏|Personal file|Contacts|—|王建国 子"_s));
    CHECK(rows.contains(u"3 Sep 11:40|李敏|Registered in|Value|—|包头市青山区"_s));
    CHECK(savePicture(file, u"elder_history"_s));
}

TEST_CASE("a meal that was made void stands in the changes with its reason", "[ui][elders][history]")
{
    ElderFixture fix;
    Meal meal;
    meal.elder = fix.who.id;
    meal.site = addPoint(fix);
    meal.servedOn = QDate(2021, 9, 3);
    const auto done = fix.meals->checkIn(meal);
    REQUIRE(done);
    REQUIRE(fix.meals->voidMeal(done->meal.id, u"登错人"_s));
    ElderFile file(fix.around, fileDesks(fix));
    file.QWidget::show();
    file.show(fix.who);
    QTest::mouseClick(file.findChild<ActionButton*>(u"tabHistory"_s), Qt::LeftButton);
    CHECK(rowsOf(*file.findChild<QTableView*>(u"history"_s)).first().endsWith(u"|Made void|valid|登错人"_s));
}

TEST_CASE("a claim stands among her meals and facts, and each kind can be seen alone", "[ui][elders][timeline]")
{
    ElderFixture fix;
    Meal meal;
    meal.elder = fix.who.id;
    meal.site = addPoint(fix);
    for (const int day : {1, 2, 3}) {
        meal.servedOn = QDate(2021, 9, day);
        REQUIRE(fix.meals->checkIn(meal));
    }
    Progress progress;
    SettlementDesk settlements(*fix.store, *fix.shelf, elderWording(*fix.divisions));
    REQUIRE(settlements.write(u"baotou-2020-meals"_s, *Period::fromText(u"2021-09"_s), progress));
    ElderFile file(fix.around, fileDesks(fix));
    file.resize(1140, 640);
    file.QWidget::show();
    file.show(fix.who);
    auto* table = file.findChild<QTableView*>(u"timeline"_s);
    CHECK(table->model()->rowCount() == 5); // the fact, three meals, the claim
    CHECK(savePicture(file, u"elder_timeline"_s));
    const std::pair<const char*, int> kinds[] = {{"tabMeals", 3}, {"tabClaims", 1}, {"tabFacts", 1}, {"tabAll", 5}};
    for (const auto& [tab, rows] : kinds) {
        CAPTURE(tab);
        QTest::mouseClick(file.findChild<ActionButton*>(QLatin1String(tab)), Qt::LeftButton);
        CHECK(table->model()->rowCount() == rows);
    }
    QTest::mouseClick(file.findChild<ActionButton*>(u"tabClaims"_s), Qt::LeftButton);
    CHECK(rowsOf(*table).first().contains(u"2021-09: 0 meals subsidised, 3 not"_s));
}

TEST_CASE("ten years of meals are read as one scrolls, the newest first, none twice and none left out",
          "[ui][elders][timeline]")
{
    ElderFixture fix;
    RecordTable<Meal> meals(*fix.store);
    Meal meal;
    meal.elder = fix.who.id;
    meal.site = addPoint(fix);
    int written = 0;
    QDate newest;
    REQUIRE(fix.store->transact([&]() -> Result<void> {
        for (QDate day(2011, 9, 5); day <= QDate(2021, 9, 2); day = day.addDays(3)) {
            if (day.year() == 2015) // a year away: nothing to read, and reading goes on before it
                continue;
            meal.id = {};
            meal.servedOn = day;
            meal.at = Clock::momentOf(day, QTime(11, 30));
            RETURN_IF_ERROR(meals.add(meal));
            newest = day;
            ++written;
        }
        return {};
    }));
    ElderFile file(fix.around, fileDesks(fix));
    file.resize(1140, 640);
    file.QWidget::show();
    file.show(fix.who);
    QTest::qWait(20);
    auto* table = file.findChild<QTableView*>(u"timeline"_s);
    const int opened = table->model()->rowCount();
    CHECK(opened >= 60);
    CHECK(opened < 200);
    table->setFocus();
    for (int pressed = 0; pressed < 100 && table->model()->rowCount() < written + 1; ++pressed)
        QTest::keyClick(table, Qt::Key_End, Qt::ControlModifier);
    QStringList rows = rowsOf(*table);
    CHECK(rows.size() == written + 1); // and the fact
    CHECK(rows.first().startsWith(dayText(newest, {2021, 9, 3})));
    CHECK(rows.last().startsWith(u"2011-09-05"_s));
    CHECK(rows.removeDuplicates() == 0);
}
