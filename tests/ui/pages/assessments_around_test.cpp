// SPDX-License-Identifier: GPL-3.0-or-later
// What stands around the sheet: second keying, list, history, settings, looks.
#include "tests/ui/support/assess_fixture.h"
#include "tests/ui/support/looks.h"
#include "tests/ui/support/pictures.h"
#include "tests/ui/support/session_fixture.h"
#include "ui/pages/ability_view.h"
#include "ui/pages/assessment_settings.h"
#include "ui/pages/assessments_page.h"
#include "ui/pages/today_page.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/line_chart.h"

#include <QtTest/QSignalSpy>
#include <QtWidgets/QMenu>

using namespace songhe;
using namespace songhe::ui;
using namespace Qt::StringLiterals;

TEST_CASE("a second person keys blind; differences stand item by item and agree once corrected", "[ui][assessments]")
{
    AssessFixture fix;
    REQUIRE(fix.settings.set(u"assessment.second_keying_percent"_s, u"100"_s));
    fix.begin(gbt);
    fix.fill(0);
    const auto colleague = Id<User> {901};
    fix.store->user = colleague;
    fix.makePage();
    QTest::keyClick(fix.list(), Qt::Key_Return);
    // Nothing of the first keying is seen.
    CHECK(fix.sheet()->sheet().missing().size() == 26);
    CHECK(fix.words("level") == u"—"_s);
    fix.fill(0);
    QTest::keyClick(fix.item(), Qt::Key_Home);
    fix.press(u'3');
    CHECK(fix.only().answers.value(u"B.1.1"_s).toInt() == 4);
    fix.button("compare")->click();
    auto* table = fix.page->findChild<QTableView*>(u"differences"_s);
    REQUIRE(table->model()->rowCount() == 1);
    CHECK(fix.cell(table, 0, 0) == u"B.1.1"_s);
    CHECK(fix.cell(table, 0, 2).startsWith(u"4"_s));
    CHECK(fix.cell(table, 0, 3).startsWith(u"3"_s));
    fix.button("correctKeying")->click();
    CHECK(fix.sheet()->currentItem() == 0);
    fix.press(u'4');
    fix.button("compare")->click();
    CHECK(table->model()->rowCount() == 0);
    CHECK(fix.words("message", fix.page.get()).contains(u"agree"_s));
}

TEST_CASE("due, expired and confirmed sheets stand in the list; a due one begins with her name and a routine reason",
          "[ui][assessments]")
{
    AssessFixture fix;
    fix.confirmed(gbt, {2020, 9, 10}, 1); // a year: until 2021-09-10, in a week
    fix.page->refresh();
    CHECK(fix.cell(fix.list(), 0, 0) == u"due soon"_s);
    CHECK(fix.cell(fix.list(), 1, 0) == u"confirmed"_s);
    QTest::keyClick(fix.list(), Qt::Key_Return);
    QPointer<QDialog> dialog = fix.page->findChild<QDialog*>(u"newAssessment"_s);
    REQUIRE(dialog);
    CHECK(fix.words("person", dialog).contains(u"王秀英"_s));
    CHECK(dialog->findChild<ChoiceBox*>(u"reason"_s)->key() == u"routine"_s);
    CHECK(dialog->findChild<ChoiceBox*>(u"standard"_s)->key() == gbt);
    dialog->reject();
}

TEST_CASE("an expired level is called so", "[ui][assessments]")
{
    AssessFixture fix;
    fix.confirmed(mzt, {2021, 1, 10}, 1); // half a year
    fix.page->refresh();
    CHECK(fix.cell(fix.list(), 0, 0) == u"expired"_s);
    AbilityView view(fix.theme, *fix.desk);
    view.show(fix.who, {2021, 9, 3});
    CHECK(fix.words("abilityEnds", &view).contains(u"Expired"_s));
}

TEST_CASE("an elder's levels are drawn by standard and two sheets stand side by side", "[ui][assessments]")
{
    AssessFixture fix;
    fix.confirmed(gbt, {2019, 9, 10}, 0);
    fix.confirmed(gbt, {2020, 9, 10}, 1);
    fix.confirmed(mzt, {2021, 6, 18}, 1);
    fix.page->openRecord(fix.who.value); // as the elder's file asks
    QPointer<QDialog> dialog = fix.page->findChild<QDialog*>(u"newAssessment"_s);
    REQUIRE(dialog);
    CHECK(fix.words("person", dialog).contains(u"王秀英"_s));
    CHECK(dialog->findChild<ChoiceBox*>(u"standard"_s)->key() == mzt); // the centre's last
    dialog->reject();
    CHECK(fix.page->findChild<LineChart*>(u"levels_"_s + gbt)->points().size() == 2);
    CHECK(fix.page->findChild<LineChart*>(u"levels_"_s + mzt)->points().size() == 1);
    auto* lines = fix.page->findChild<QTableView*>(u"comparison"_s);
    const Scale* scale = fix.scales->find(gbt);
    CHECK(lines->model()->rowCount() == int(1 + scale->items.size() + scale->diagnoses.size() + scale->events.size()));
    CHECK(fix.cell(lines, 1, 1).startsWith(u"4"_s));
    CHECK(fix.cell(lines, 1, 3).startsWith(u"3"_s));
    auto* right = fix.page->findChild<ChoiceBox*>(u"compareRight"_s);
    right->setCurrentIndex(0); // the MZ/T one
    Q_EMIT right->activated(0);
    CHECK(lines->model()->rowCount() == 0);
    CHECK(fix.words("compareMessage", fix.page.get()).contains(u"never converted"_s));
    AbilityView view(fix.theme, *fix.desk);
    view.show(fix.who, {2021, 9, 3});
    CHECK(fix.words("abilityFrom", &view).contains(u"MZ/T 039-2013"_s));
}

TEST_CASE("the empty sheet is printed by the standard that is chosen", "[ui][assessments]")
{
    AssessFixture fix;
    fix.button("empty")->click();
    auto* menu = fix.page->findChild<QMenu*>(u"emptySheets"_s);
    REQUIRE(menu);
    REQUIRE(menu->actions().size() == 2);
    menu->actions().at(1)->trigger();
    CHECK(fix.printed == QStringList {mzt});
    menu->close();
}

TEST_CASE("what the standards leave open is chosen in the settings", "[ui][assessments]")
{
    AssessFixture fix;
    AssessmentSettings card(fix.theme, *fix.desk, fix.settings);
    card.refresh();
    auto* reading = card.findChild<ChoiceBox*>(u"mzt039.adl1_with_three"_s);
    REQUIRE(reading);
    CHECK(reading->key() == u"lower_first"_s);
    reading->setKey(u"higher_first"_s);
    Q_EMIT reading->activated(reading->currentIndex());
    const auto choices = fix.desk->choices();
    REQUIRE(choices);
    CHECK(choices->value(u"mzt039.adl1_with_three"_s) == u"higher_first"_s);
    auto* warn = card.findChild<QLineEdit*>(u"assessment.warn_days"_s);
    warn->setText(u"45"_s);
    QTest::keyClick(warn, Qt::Key_Return);
    CHECK(*fix.settings.value(u"assessment.warn_days"_s) == u"45"_s);
    CHECK(namelessControls(card) == QStringList());
}

TEST_CASE("today tells how many levels end or have ended, and leads to the assessments", "[ui][today][assessments]")
{
    const Speaking english(u"en"_s);
    SessionFixture fix;
    SettlementDesk settlements(fix.session->ledger(), *fix.shelf, elderWording(*fix.divisions));
    TodayPage page(fix.around, {*fix.meals, settlements, *fix.index, {}, [] {
                                    return TodayPage::DueCounts {3, 2, QDate(2021, 9, 10)};
                                }});
    page.refresh();
    QStringList told;
    for (const QLabel* label : page.findChild<QWidget*>(u"todo"_s)->findChildren<QLabel*>())
        told << label->text();
    CHECK(told.contains(u"2 expired ability levels: the claim lines are held"_s));
    CHECK(told.filter(u"3 re-assessments due"_s).size() == 1);
    const QSignalSpy went(&page, &Page::goTo);
    page.findChild<QWidget*>(u"todo"_s)->findChildren<ActionButton*>().back()->click();
    REQUIRE(went.count() == 1);
    CHECK(went.front().front().toString() == u"assessments"_s);
}

TEST_CASE("the assessments page names its controls and cuts no word", "[ui][assessments][looks]")
{
    const Speaking chinese(u"zh_CN"_s);
    for (const int percent : {100, 125, 175})
        for (const QString& standard : {gbt, mzt}) {
            CAPTURE(percent, standard);
            AssessFixture fix(percent);
            if (percent >= 150)
                fix.page->resize(fix.page->minimumSizeHint().expandedTo({1260, 684}));
            fix.confirmed(standard, {2019, 9, 10}, 0);
            fix.confirmed(standard, {2020, 9, 10}, 1);
            fix.page->refresh();
            QTest::qWait(20);
            const QString name = u"_%1_%2"_s.arg(standard.left(3)).arg(percent);
            CHECK(cutWords(*fix.page) == QStringList());
            CHECK(savePicture(*fix.page, u"assessments_list"_s + name));
            fix.begin(standard);
            for (int i = 0; i < 11; ++i)
                fix.press(fix.sheet()->sheet().scale().items[std::size_t(i)].options[1].press);
            QTest::qWait(20);
            CHECK(namelessControls(*fix.page) == QStringList());
            CHECK(cutWords(*fix.page) == QStringList());
            CHECK(savePicture(*fix.page, u"assessments_sheet"_s + name));
            QTest::keyClick(fix.item(), Qt::Key_Home);
            fix.fill(1);
            fix.sheet()->showPart(SheetPart::Risks);
            QTest::keyClicks(fix.page->findChild<QLineEdit*>(u"events_fall"_s), u"2"_s);
            QTest::qWait(20);
            CHECK(cutWords(*fix.page) == QStringList());
            CHECK(savePicture(*fix.page, u"assessments_risks"_s + name));
            fix.sheet()->showPart(SheetPart::Tables);
            QTest::qWait(20);
            CHECK(cutWords(*fix.page) == QStringList());
            CHECK(savePicture(*fix.page, u"assessments_tables"_s + name));
            fix.button("confirm")->click();
            QTest::qWait(20);
            auto* dialog = fix.page->findChild<QDialog*>(u"confirmAssessment"_s);
            REQUIRE(dialog);
            CHECK(cutWords(*dialog) == QStringList());
            CHECK(savePicture(*dialog, u"assessments_confirm"_s + name));
            dialog->reject();
            fix.button("history")->click();
            QTest::qWait(20);
            CHECK(cutWords(*fix.page) == QStringList());
            CHECK(savePicture(*fix.page, u"assessments_history"_s + name));
        }
}
