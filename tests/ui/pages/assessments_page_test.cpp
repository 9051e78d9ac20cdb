// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/assessments_page.h"

#include "tests/ui/support/assess_fixture.h"
#include "tests/ui/support/keys.h"

#include <QtGui/QKeyEvent>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QListWidget>

using namespace songhe;
using namespace songhe::ui;
using namespace Qt::StringLiterals;

TEST_CASE("a GB/T sheet is filled with 26 keys; the level appears with the last", "[ui][assessments]")
{
    AssessFixture fix;
    fix.begin(gbt);
    const Scale& scale = fix.sheet()->sheet().scale();
    REQUIRE(scale.items.size() == 26);
    CHECK(fix.page->focusWidget() == fix.item());
    int keys = 0;
    for (const ScaleItem& item : scale.items) {
        CHECK(fix.words("level") == u"—"_s);
        CHECK(fix.words("itemTitle").startsWith(item.code));
        fix.press(item.options[0].press);
        ++keys;
        // What the screen showed is on the disk: a crash loses the item being typed at most.
        CHECK(fix.only().answers.size() == keys);
    }
    CHECK(fix.words("level") == scale.level(0).title.text());
    CHECK(fix.words("sum_B.1") == u"32 / 32"_s);
    CHECK(fix.sheet()->findChild<QListWidget*>(u"missing"_s)->count() == 0);
}

TEST_CASE("an MZ/T sheet is filled by the options' numbers; grades and preliminary level follow", "[ui][assessments]")
{
    AssessFixture fix;
    fix.begin(mzt);
    const Scale& scale = fix.sheet()->sheet().scale();
    for (const ScaleItem& item : scale.items)
        fix.press(item.options.back().press);
    CHECK(fix.words("level") == scale.level(3).title.text());
    CHECK(fix.words("preliminary").contains(scale.level(3).title.text()));
    CHECK(fix.words("grade_B.1").contains(u"3"_s));
    CHECK(fix.words("clauses").startsWith(u"C4"_s)); // already severe: no other clause counts
}

TEST_CASE("every option's wording stands beside its key", "[ui][assessments]")
{
    AssessFixture fix;
    fix.begin(gbt);
    const ScaleItem& item = fix.sheet()->sheet().scale().items[0];
    for (int i = 0; i < int(item.options.size()); ++i) {
        auto* row = fix.item()->findChild<QAbstractButton*>(u"option%1"_s.arg(i));
        REQUIRE(row);
        CHECK(row->text() == item.options[std::size_t(i)].words.text());
        CHECK(row->accessibleName().contains(item.options[std::size_t(i)].press));
    }
    QTest::mouseClick(fix.item()->findChild<QAbstractButton*>(u"option1"_s), Qt::LeftButton);
    ui::settle();
    CHECK(fix.only().answers.value(item.code).toInt() == item.options[1].score);
}

TEST_CASE("a key that no option has does nothing, and a held one counts once", "[ui][assessments]")
{
    AssessFixture fix;
    fix.begin(gbt);
    for (const char wrong : {'9', 'x', ' ', '-'})
        QTest::keyClick(fix.item(), wrong);
    CHECK(fix.sheet()->currentItem() == 0);
    CHECK(fix.only().answers.isEmpty());
    QKeyEvent held(QEvent::KeyPress, Qt::Key_4, Qt::NoModifier, u"4"_s, true);
    QCoreApplication::sendEvent(fix.item(), &held);
    CHECK(fix.only().answers.isEmpty());
    QTest::keyClick(fix.item(), Qt::Key_4, Qt::ControlModifier);
    CHECK(fix.only().answers.isEmpty());
}

TEST_CASE("arrows go back, an answer is corrected or taken back, Home and End walk", "[ui][assessments]")
{
    AssessFixture fix;
    fix.begin(gbt);
    fix.press(u'4');
    fix.press(u'3');
    QTest::keyClick(fix.item(), Qt::Key_Up);
    QTest::keyClick(fix.item(), Qt::Key_Left);
    CHECK(fix.sheet()->currentItem() == 0);
    fix.press(u'1');
    CHECK(fix.sheet()->currentItem() == 1);
    CHECK(fix.only().answers.value(u"B.1.1"_s).toInt() == 1);
    QTest::keyClick(fix.item(), Qt::Key_Down);
    CHECK(fix.sheet()->currentItem() == 2);
    // The third has no answer: the last key pressed is taken back.
    QTest::keyClick(fix.item(), Qt::Key_Backspace);
    CHECK(fix.sheet()->currentItem() == 1);
    CHECK_FALSE(fix.only().answers.contains(u"B.1.2"_s));
    QTest::keyClick(fix.item(), Qt::Key_End);
    CHECK(fix.sheet()->currentItem() == 25);
    QTest::keyClick(fix.item(), Qt::Key_Home);
    CHECK(fix.sheet()->currentItem() == 0);
    QTest::keyClick(fix.item(), Qt::Key_Up);
    CHECK(fix.sheet()->currentItem() == 0);
}

TEST_CASE("an unanswered item is jumped to from its list", "[ui][assessments]")
{
    AssessFixture fix;
    fix.begin(gbt);
    fix.press(u'4');
    auto* missing = fix.sheet()->findChild<QListWidget*>(u"missing"_s);
    REQUIRE(missing->count() == 25);
    Q_EMIT missing->itemClicked(missing->item(9));
    CHECK(fix.sheet()->currentItem() == 10);
    CHECK(fix.page->focusWidget() == fix.item());
    QTest::keyClick(fix.item(), Qt::Key_Return); // to the first one without an answer
    CHECK(fix.sheet()->currentItem() == 1);
}

TEST_CASE("a half-filled draft is there after the page is made anew", "[ui][assessments]")
{
    AssessFixture fix;
    fix.begin(gbt);
    for (int i = 0; i < 7; ++i)
        fix.press(u'3');
    fix.page.reset();
    fix.makePage();
    REQUIRE(fix.list()->model()->rowCount() == 1);
    CHECK(fix.cell(fix.list(), 0, 6).contains(u"7"_s));
    QTest::keyClick(fix.list(), Qt::Key_Return);
    CHECK(fix.sheet()->currentItem() == 7);
    CHECK(fix.sheet()->sheet().score(6) == 3);
}

TEST_CASE("events and diagnoses raise the level and the clause says why", "[ui][assessments]")
{
    AssessFixture fix;
    fix.begin(gbt);
    fix.fill(1);
    const Scale& scale = fix.sheet()->sheet().scale();
    const QString before = fix.words("level");
    QTest::keyClick(fix.item(), Qt::Key_Return);
    auto* falls = fix.page->findChild<QLineEdit*>(u"events_fall"_s);
    CHECK(fix.page->focusWidget() == falls);
    QTest::keyClicks(falls, u"2"_s);
    CHECK(fix.words("level") != before);
    CHECK(fix.words("clauses").contains(scale.clauseById(u"G-C3"_s)->title.text()));
    CHECK(fix.only().events.value(u"fall"_s).toInt() == 2);
    fix.page->findChild<QCheckBox*>(u"diagnosed_dementia"_s)->click();
    CHECK(fix.words("clauses").contains(u"G-C2"_s));
    // The table of diagnoses says the same, whichever is ticked.
    auto* inTable = fix.page->findChild<QCheckBox*>(u"table_diseases_21"_s);
    CHECK(inTable->isChecked());
    inTable->click();
    CHECK(fix.only().diagnosed.isEmpty());
    CHECK_FALSE(fix.page->findChild<QCheckBox*>(u"diagnosed_dementia"_s)->isChecked());
}

TEST_CASE("the tables of annex A are saved as they are left; underweight follows from height and weight",
          "[ui][assessments]")
{
    AssessFixture fix;
    fix.begin(gbt);
    CHECK_FALSE(fix.page->findChild<QWidget*>(u"table_religion"_s));
    fix.sheet()->showPart(SheetPart::Tables);
    const auto type = [&](const char* name, const QString& text) {
        auto* edit = fix.page->findChild<QLineEdit*>(QString::fromLatin1(name));
        REQUIRE(edit);
        edit->setFocus();
        QTest::keyClicks(edit, text);
        QTest::keyClick(edit, Qt::Key_Return);
    };
    type("place", u"Youyi"_s);
    type("provider", u"Wang"_s);
    type("table_height_cm", u"160"_s);
    type("table_weight_kg", u"45"_s);
    Assessment saved = fix.only();
    CHECK(saved.place == u"Youyi"_s);
    CHECK(saved.provider == u"Wang"_s);
    CHECK(saved.tables.value(u"height_cm"_s).toDouble() == 160);
    CHECK(saved.tables.value(u"malnutrition"_s).toString() == u"2"_s); // 17.6
    CHECK(fix.words("bodyMassIndex", fix.page.get()).contains(u"17.6"_s));
    type("table_contact_phone", u"13900000001"_s);
    CHECK(fix.only().tables.value(u"contact_phone"_s).toString() == u"13900000001"_s);
    CHECK(fix.page->unsaved() == 0);
    auto* weight = fix.page->findChild<QLineEdit*>(u"table_weight_kg"_s);
    weight->setText(u"4500"_s);
    QTest::keyClick(weight, Qt::Key_Return);
    CHECK(fix.words("message", fix.page.get()).contains(u"4500"_s));
    CHECK(fix.only().tables.value(u"weight_kg"_s).toDouble() == 45);
    CHECK(fix.page->unsaved() == 1);
}

TEST_CASE("religion is asked only where the centre says so", "[ui][assessments]")
{
    AssessFixture fix;
    REQUIRE(fix.settings.set(u"assessment.religion"_s, u"yes"_s));
    fix.begin(gbt);
    CHECK(fix.page->findChild<QWidget*>(u"table_religion"_s));
}

TEST_CASE("a sheet with gaps is not confirmed and shows the first gap", "[ui][assessments]")
{
    AssessFixture fix;
    fix.begin(gbt);
    fix.press(u'4');
    fix.button("confirm")->click();
    CHECK_FALSE(fix.page->findChild<QDialog*>(u"confirmAssessment"_s));
    CHECK(fix.words("message", fix.page.get()).contains(u"B.1.2"_s));
    CHECK(fix.sheet()->currentItem() == 1);
}

TEST_CASE("two assessors confirm; afterwards the sheet is frozen, and made void only with a reason",
          "[ui][assessments]")
{
    AssessFixture fix;
    fix.begin(gbt);
    fix.fill(2);
    fix.button("confirm")->click();
    QPointer<QDialog> dialog = fix.page->findChild<QDialog*>(u"confirmAssessment"_s);
    REQUIRE(dialog);
    QTest::keyClicks(dialog->findChild<QLineEdit*>(u"confirmFirst"_s), u"Zhao"_s);
    dialog->findChild<QPushButton*>(u"confirmAct"_s)->click();
    CHECK(fix.only().isDraft()); // one is not enough
    QTest::keyClicks(dialog->findChild<QLineEdit*>(u"confirmSecond"_s), u"Qian"_s);
    dialog->findChild<QPushButton*>(u"confirmAct"_s)->click();
    const Assessment sheet = fix.only();
    CHECK(sheet.state == AssessmentState::Confirmed);
    CHECK(sheet.assessor2 == u"Qian"_s);
    QTest::keyClick(fix.item(), Qt::Key_Home);
    fix.press(u'4');
    QTest::keyClick(fix.item(), Qt::Key_Backspace);
    CHECK(fix.only().answers == sheet.answers);
    CHECK_FALSE(fix.button("confirm")->isVisible());
    fix.button("print")->click();
    CHECK(fix.printed == QStringList {sheet.id.text()});
    fix.asker.answer.reset();
    fix.button("void")->click();
    CHECK(fix.only().state == AssessmentState::Confirmed);
    fix.asker.answer = u"填错了人"_s;
    fix.button("void")->click();
    const auto gone = fix.desk->show(sheet.id);
    REQUIRE(gone);
    CHECK(gone->recorded.isVoided());
}

TEST_CASE("an ambiguous sheet shows the reading used and wants a reason of both assessors", "[ui][assessments]")
{
    AssessFixture fix;
    fix.begin(mzt);
    const Scale& scale = fix.sheet()->sheet().scale();
    // Daily living mildly impaired, social participation severely, all else well.
    for (const ScaleItem& item : scale.items)
        fix.press(item.code == u"B.1.1"              ? item.options[1].press
                      : item.code.startsWith(u"B.4") ? item.options.back().press
                                                     : item.options.front().press);
    CHECK(fix.words("ambiguous").contains(u"the milder level is read first"_s));
    fix.button("confirm")->click();
    QPointer<QDialog> dialog = fix.page->findChild<QDialog*>(u"confirmAssessment"_s);
    REQUIRE(dialog);
    QTest::keyClicks(dialog->findChild<QLineEdit*>(u"confirmFirst"_s), u"Zhao"_s);
    QTest::keyClicks(dialog->findChild<QLineEdit*>(u"confirmSecond"_s), u"Qian"_s);
    dialog->findChild<QPushButton*>(u"confirmAct"_s)->click();
    CHECK(fix.only().isDraft());
    QTest::keyClicks(dialog->findChild<QLineEdit*>(u"ambiguityReason"_s), u"seen twice"_s);
    dialog->findChild<QPushButton*>(u"confirmAct"_s)->click();
    CHECK(fix.only().state == AssessmentState::Confirmed);
    CHECK(fix.only().reading == u"lower_first"_s);
    CHECK(fix.only().ambiguityReason == u"seen twice"_s);
}

TEST_CASE("a sheet of the same day is offered as the one that is replaced", "[ui][assessments]")
{
    AssessFixture fix;
    const Assessment older = fix.confirmed(gbt, {2021, 9, 3}, 0);
    fix.begin(gbt);
    fix.fill(1);
    fix.button("confirm")->click();
    QPointer<QDialog> dialog = fix.page->findChild<QDialog*>(u"confirmAssessment"_s);
    REQUIRE(dialog);
    CHECK(dialog->findChild<ChoiceBox*>(u"replaces"_s)->key() == older.id.text());
    QTest::keyClicks(dialog->findChild<QLineEdit*>(u"confirmFirst"_s), u"Zhao"_s);
    QTest::keyClicks(dialog->findChild<QLineEdit*>(u"confirmSecond"_s), u"Qian"_s);
    dialog->findChild<QPushButton*>(u"confirmAct"_s)->click();
    const auto replaced = fix.desk->show(older.id);
    REQUIRE(replaced);
    CHECK(replaced->state == AssessmentState::Superseded);
}
