// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/care_fixture.h"
#include "tests/ui/support/pictures.h"

using namespace songhe;
using namespace songhe::ui;
using namespace Qt::StringLiterals;

TEST_CASE("initials and Enter let her in, the same again lets her out, a third time says why not", "[ui][attendance]")
{
    CareFixture fix;
    fix.attendancePage();
    fix.find("card", u"wxy"_s);
    REQUIRE(fix.attendance.listOn({2021, 10, 8})->size() == 1);
    CHECK(fix.attendance.listOn({2021, 10, 8})->front().in == u"11:40"_s);
    CHECK(fix.said("answer").contains(u"11:40"_s));
    CHECK(fix.list("regulars")->model()->rowCount() == 1);
    fix.find("card", u"wxy"_s);
    CHECK(fix.attendance.listOn({2021, 10, 8})->front().out == u"11:40"_s);
    fix.find("card", u"wxy"_s);
    CHECK(fix.said("answer").contains(fix.attendance.listOn({2021, 10, 8})->front().id.text()));
}

TEST_CASE("one key marks all regulars present but those who are away; Delete takes one back with a reason",
          "[ui][attendance]")
{
    CareFixture fix;
    for (const auto& who : {fix.wang, fix.li}) {
        Attendance day;
        day.elder = who;
        day.on = QDate(2021, 10, 7);
        REQUIRE(fix.attendance.add(day));
    }
    Absence away;
    away.elder = fix.li;
    away.from = {2021, 10, 8};
    REQUIRE(fix.absences.add(away));
    fix.attendancePage();
    CHECK(fix.list("regulars")->model()->rowCount() == 2);
    fix.press(Qt::Key_Return, Qt::ControlModifier);
    REQUIRE(fix.attendance.listOn({2021, 10, 8})->size() == 1);
    CHECK(fix.attendance.listOn({2021, 10, 8})->front().elder == fix.wang);
    fix.list("regulars")->setFocus();
    fix.list("regulars")->selectRow(0);
    fix.press(Qt::Key_Delete);
    CHECK(fix.attendance.listOn({2021, 10, 8})->empty());
    CHECK(fix.asker.asked.size() == 1);
}

TEST_CASE("a key records who is in hospital, and when she comes again her absence ends the day before",
          "[ui][attendance]")
{
    CareFixture fix;
    Attendance day;
    day.elder = fix.wang;
    day.on = QDate(2021, 10, 6);
    REQUIRE(fix.attendance.add(day));
    fix.attendancePage();
    fix.line("day")->setText(u"10-7"_s);
    QTest::keyClick(fix.line("day"), Qt::Key_Return);
    fix.list("regulars")->setFocus();
    fix.list("regulars")->selectRow(0);
    fix.press(Qt::Key_H, Qt::ControlModifier);
    REQUIRE(fix.absences.listOf(fix.wang)->size() == 1);
    CHECK(fix.absences.listOf(fix.wang)->front().reason == AbsenceReason::Hospital);
    CHECK_FALSE(fix.absences.listOf(fix.wang)->front().to);
    fix.line("day")->setText(u"10-8"_s);
    QTest::keyClick(fix.line("day"), Qt::Key_Return);
    fix.asker.agree = false;
    fix.find("card", u"wxy"_s);
    CHECK(fix.attendance.listOn({2021, 10, 8})->empty());
    fix.asker.agree = true;
    fix.find("card", u"wxy"_s);
    CHECK(fix.attendance.listOn({2021, 10, 8})->size() == 1);
    CHECK(fix.absences.listOf(fix.wang)->front().to == QDate(2021, 10, 7));
}

TEST_CASE("an attendance that a check found is shown on its day with its line chosen", "[ui][attendance]")
{
    CareFixture fix;
    Attendance came;
    came.elder = fix.wang;
    came.on = QDate(2021, 9, 6);
    const auto first = fix.attendance.add(came);
    REQUIRE(first);
    came.on = QDate(2021, 10, 8);
    came.elder = fix.li;
    REQUIRE(fix.attendance.add(came));
    AttendancePage& page = fix.attendancePage();
    page.openRecord(first->id.value);
    CHECK(fix.line("day")->text() == u"2021-09-06"_s);
    const QModelIndex at = fix.list("regulars")->currentIndex();
    REQUIRE(at.isValid());
    CHECK(fix.cell("regulars", at.row(), 0) == u"王秀英"_s);
}
