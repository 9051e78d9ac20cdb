// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/catch.h"

#include "core/elders/elder_wording.h"
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
    ElderDesk elders {*store};
    std::optional<MealOutlook> outlook;
    std::optional<MealDesk> meals;
    Elder who;
};

ElderFile::Desks fileDesks(ElderFixture& fix)
{
    return {fix.elders, *fix.meals, *fix.divisions, u"150000"_s, [](Id<User>) { return u"李敏"_s; }};
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
