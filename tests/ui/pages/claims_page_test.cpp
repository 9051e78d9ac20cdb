// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/claims_fixture.h"

#include <QtCore/QFile>
#include <QtWidgets/QDialog>

using namespace songhe;
using namespace songhe::ui;
using namespace Qt::StringLiterals;

TEST_CASE("Enter settles last month and keeps nothing", "[ui][claims]")
{
    ClaimsFixture fix;
    CHECK(fix.month()->text() == u"2021-09"_s);
    CHECK(fix.kept()->model()->rowCount() == 0);
    fix.settle();
    CHECK(fix.words(u"total"_s) == u"6.00"_s);
    CHECK(fix.words(u"paid"_s) == u"2"_s);
    CHECK(fix.words(u"refused"_s) == u"2"_s);
    CHECK(fix.lines()->model()->rowCount() == 4);
    CHECK(!fix.words(u"message"_s).isEmpty()); // the policy is a consultation draft
    CHECK(keptClaims(fix.session()).empty());
}

TEST_CASE("the lines can be narrowed to what is not payable, with the reason in words", "[ui][claims]")
{
    ClaimsFixture fix;
    fix.settle();
    fix.page.findChild<ActionButton*>(u"filter2"_s)->click();
    QAbstractItemModel* lines = fix.lines()->model();
    REQUIRE(lines->rowCount() == 2);
    QStringList reasons;
    for (int row = 0; row < lines->rowCount(); ++row)
        reasons.append(lines->index(row, 5).data().toString());
    CHECK(reasons.filter(u"阿拉善左旗"_s).size() == 1);
    fix.page.findChild<ActionButton*>(u"filter1"_s)->click();
    CHECK(lines->rowCount() == 2);
}

TEST_CASE("Enter on a line shows the facts that decided, Esc goes back a step at a time", "[ui][claims]")
{
    ClaimsFixture fix;
    fix.settle();
    QTest::keyClick(fix.lines(), Qt::Key_Return);
    CHECK(fix.words(u"sideTitle"_s).contains(u"王桂兰"_s));
    CHECK(fix.page.goBack());
    CHECK(!fix.words(u"sideTitle"_s).contains(u"王桂兰"_s));
    CHECK(fix.page.goBack());
    CHECK(fix.kept()->isVisible());
    CHECK(!fix.page.goBack());
}

TEST_CASE("Ctrl+Enter keeps the draft once, and the list opens it again", "[ui][claims]")
{
    ClaimsFixture fix;
    fix.settle();
    auto* write = fix.page.findChild<ActionButton*>(u"write"_s);
    REQUIRE(write->isEnabled());
    QTest::keyClick(&fix.page, Qt::Key_Return, Qt::ControlModifier);
    ui::settle(); // a button's shortcut clicks it with a short press
    fix.wait();
    CHECK(!write->isEnabled());
    REQUIRE(keptClaims(fix.session()).size() == 1);
    CHECK(keptClaims(fix.session()).front().paid == Fen {600});

    fix.page.goBack();
    REQUIRE(fix.kept()->model()->rowCount() == 1);
    fix.kept()->setCurrentIndex(fix.kept()->model()->index(0, 0));
    QTest::keyClick(fix.kept(), Qt::Key_Return);
    fix.wait();
    CHECK(fix.words(u"total"_s) == u"6.00"_s);
    CHECK(!write->isEnabled());

    // What changes afterwards is shown as a difference, and replaces the draft only when asked.
    fix.meal(fix.elder(u"斯琴高娃"_s, u"destitute"_s), {2021, 9, 5});
    fix.month()->setFocus();
    fix.settle();
    CHECK(fix.words(u"total"_s) == u"9.00"_s);
    CHECK(write->isEnabled());
    CHECK(keptClaims(fix.session()).front().paid == Fen {600});
}

TEST_CASE("a kept claim is printed, one that is not kept is not", "[ui][claims]")
{
    ClaimsFixture fix;
    fix.settle();
    auto* print = fix.page.findChild<ActionButton*>(u"print"_s);
    CHECK(!print->isEnabled());
    fix.page.findChild<ActionButton*>(u"write"_s)->click();
    fix.wait();
    REQUIRE(print->isEnabled());
    fix.asker.file = fix.filePath(u"claim.pdf"_s);
    print->click();
    auto* sheets = fix.page.findChild<QDialog*>(u"preview"_s);
    REQUIRE(sheets);
    sheets->findChild<ActionButton*>(u"savePdf"_s)->click();
    CHECK(QFile::exists(fix.filePath(u"claim.pdf"_s)));
}

TEST_CASE("what is no month is told and nothing is settled", "[ui][claims]")
{
    ClaimsFixture fix;
    fix.month()->setText(u"2021-13"_s);
    QTest::keyClick(fix.month(), Qt::Key_Return);
    CHECK(!fix.page.busy());
    CHECK(!fix.words(u"message"_s).isEmpty());
    CHECK(fix.kept()->isVisible());
}

TEST_CASE("stopping a settlement leaves the list as it was", "[ui][claims]")
{
    ClaimsFixture fix;
    QTest::keyClick(fix.month(), Qt::Key_Return);
    fix.page.findChild<ActionButton*>(u"stop"_s)->click();
    fix.wait();
    CHECK(keptClaims(fix.session()).empty());
}

TEST_CASE("months are read as people write them and stepped by keys", "[ui][claims]")
{
    for (const QString& text : {u"2021-09"_s, u"2021-9"_s, u"202109"_s, u"2021年9月"_s, u"2021.9"_s, u"２０２１/９"_s})
        CHECK(MonthEdit::read(text) == *Period::fromText(u"2021-09"_s));
    for (const QString& text : {u""_s, u"2021"_s, u"2021-13"_s, u"9月"_s, u"2021-09-03"_s})
        CHECK(!MonthEdit::read(text));
    MonthEdit edit;
    edit.setText(u"2021-12"_s);
    QTest::keyClick(&edit, Qt::Key_Up);
    CHECK(edit.text() == u"2022-01"_s);
    QTest::keyClick(&edit, Qt::Key_PageDown);
    CHECK(edit.text() == u"2021-12"_s);
}

TEST_CASE("the claims page names its controls and cuts no word", "[ui][claims]")
{
    const Speaking chinese(u"zh_CN"_s);
    for (const int percent : {100, 125}) {
        CAPTURE(percent);
        ClaimsFixture fix(percent);
        CHECK(cutWords(fix.page) == QStringList());
        CHECK(savePicture(fix.page, u"claims_list_%1"_s.arg(percent)));
        fix.settle();
        CHECK(namelessControls(fix.page) == QStringList());
        CHECK(cutWords(fix.page) == QStringList());
        CHECK(savePicture(fix.page, u"claims_month_%1"_s.arg(percent)));
        QTest::keyClick(fix.lines(), Qt::Key_Return);
        QTest::qWait(20);
        CHECK(cutWords(fix.page) == QStringList());
        CHECK(savePicture(fix.page, u"claims_facts_%1"_s.arg(percent)));
    }
}
