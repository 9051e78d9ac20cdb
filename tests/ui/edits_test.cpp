// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/catch.h"

#include "ui/widgets/edits.h"

#include <QtTest/QTest>

using namespace songhe;
using namespace songhe::ui;
using namespace Qt::StringLiterals;

TEST_CASE("a day is read in the ways people write it and no other", "[ui][edits]")
{
    const QDate today(2021, 9, 3);
    for (const QString& written : {u"2021-09-03"_s, u"2021/9/3"_s, u"20210903"_s, u"2021年9月3日"_s, u"9-3"_s,
                                   u"9月3日"_s, u" ２０２１－９－３ "_s})
        CHECK(DayEdit::read(written, today) == today);
    for (const QString& written : {u"2021-02-30"_s, u"3"_s, u"2021-13-01"_s, u"yesterday"_s, u""_s})
        CHECK(!DayEdit::read(written, today));
}

TEST_CASE("a wrong day is marked and never becomes another day", "[ui][edits]")
{
    DayEdit edit(QDate(2021, 9, 3));
    edit.show();
    QTest::keyClicks(&edit, u"2021-02-30"_s);
    QTest::keyClick(&edit, Qt::Key_Return);
    CHECK(!edit.isRight());
    CHECK(edit.property("wrong").toBool());
    CHECK(edit.text() == u"2021-02-30"_s);
    edit.clear();
    QTest::keyClicks(&edit, u"9-3"_s);
    QTest::keyClick(&edit, Qt::Key_Return);
    CHECK(edit.text() == u"2021-09-03"_s);
    CHECK(!edit.property("wrong").toBool());
}

TEST_CASE("money typed by a person is a whole number of fen or nothing", "[ui][edits]")
{
    FenEdit edit;
    edit.setText(u"12.5"_s);
    CHECK(edit.fen() == Fen {1250});
    edit.setText(u"12.345"_s);
    CHECK(!edit.fen());
    CHECK(!edit.isRight());
}
