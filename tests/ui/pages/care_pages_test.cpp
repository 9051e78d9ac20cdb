// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/assessments/scale_shelf.h"
#include "tests/ui/support/care_fixture.h"
#include "tests/ui/support/looks.h"
#include "tests/ui/support/pictures.h"
#include "ui/forms/risk_form.h"
#include "ui/widgets/line_chart.h"

using namespace songhe;
using namespace songhe::ui;
using namespace Qt::StringLiterals;

TEST_CASE("Enter on a due visit opens its form, and what is saved takes it off the list", "[ui][visits]")
{
    CareFixture fix;
    Visit last;
    last.elder = fix.wang;
    last.on = QDate(2021, 9, 1);
    last.nextDue = QDate(2021, 10, 1);
    REQUIRE(fix.visits.add(last));
    fix.visitsPage();
    REQUIRE(fix.list("due")->model()->rowCount() == 1);
    CHECK(fix.cell("due", 0, 1).contains(u'7')); // days overdue
    fix.press(Qt::Key_P, Qt::ControlModifier);
    CHECK(fix.printed == 1);
    fix.list("due")->setFocus();
    fix.list("due")->selectRow(0);
    fix.press(Qt::Key_Return);
    REQUIRE(fix.line("condition"));
    CHECK(fix.line("elder_id")->text() == u"王秀英"_s);
    QTest::keyClicks(fix.line("condition"), u"well"_s);
    fix.press(Qt::Key_Return, Qt::ControlModifier);
    REQUIRE(fix.visits.listOf(fix.wang)->size() == 2);
    CHECK(fix.visits.listOf(fix.wang)->front().nextDue == QDate(2021, 11, 8)); // on subsistence: every month
    fix.tab("due");
    CHECK(fix.list("due")->model()->rowCount() == 0);
}

TEST_CASE("what the facts propose is decided one by one or all together", "[ui][visits]")
{
    CareFixture fix;
    fix.visitsPage();
    fix.tab("undecided");
    REQUIRE(fix.list("undecided")->model()->rowCount() == 2);
    fix.list("undecided")->setFocus();
    fix.list("undecided")->selectRow(0);
    fix.press(Qt::Key_Return);
    REQUIRE(fix.box("tier"));
    fix.box("tier")->setCurrentIndex(0); // weekly
    fix.line("due_on")->clear();
    fix.press(Qt::Key_Return, Qt::ControlModifier);
    REQUIRE(fix.visits.tiersOn({2021, 10, 8})->size() == 1);
    CHECK(fix.visits.tiersOn({2021, 10, 8})->front().tier == u"weekly"_s);
    CHECK(fix.visits.tiersOn({2021, 10, 8})->front().dueOn == QDate(2021, 10, 15));
    fix.tab("undecided");
    fix.page->findChild<QPushButton*>(u"decideAll"_s)->click();
    CHECK(fix.visits.tiersOn({2021, 10, 8})->size() == 2);
    CHECK(fix.list("undecided")->model()->rowCount() == 0);
}

TEST_CASE("an incident is written down by keys, with its moment as people write it", "[ui][incidents]")
{
    CareFixture fix;
    fix.carePage();
    fix.press(Qt::Key_N, Qt::ControlModifier);
    fix.find("elder_id", u"lgf"_s);
    CHECK(fix.line("at")->text() == u"2021-10-08 11:40"_s);
    fix.line("at")->setText(u"10-7 9:05"_s);
    QTest::keyClicks(fix.line("what"), u"slipped"_s);
    fix.press(Qt::Key_Return, Qt::ControlModifier);
    const auto found = fix.incidents.listIn({{2021, 10, 7}, QDate(2021, 10, 7)});
    REQUIRE(found->size() == 1);
    CHECK(Clock::timeOf(found->front().at) == QTime(9, 5));
    CHECK(found->front().elder == fix.li);
    fix.press(Qt::Key_N, Qt::ControlModifier);
    fix.find("elder_id", u"lgf"_s);
    fix.line("at")->setText(u"yesterday"_s);
    fix.press(Qt::Key_Return, Qt::ControlModifier);
    CHECK(fix.said("message").contains(u"yesterday"_s));
}

TEST_CASE("a measurement shows its warning, and a value that cannot be read off stays in the form", "[ui][health]")
{
    CareFixture fix;
    fix.carePage();
    fix.tab("measurements");
    fix.press(Qt::Key_N, Qt::ControlModifier);
    fix.find("elder_id", u"wxy"_s);
    fix.line("value")->setText(u"185"_s);
    fix.press(Qt::Key_Return, Qt::ControlModifier);
    CHECK(fix.said("message").contains(u"135/82"_s));
    fix.line("value")->setText(u"185/82"_s);
    fix.press(Qt::Key_Return, Qt::ControlModifier);
    REQUIRE(fix.list("measurements")->model()->rowCount() == 1);
    CHECK_FALSE(fix.cell("measurements", 0, 4).isEmpty());

    HealthView view(fix.theme, fix.measurements, {});
    view.show(fix.wang, {}, {2021, 9, 3});
    CHECK(view.findChild<QLabel*>(u"healthNewest"_s)->text().contains(u"185/82"_s));
    Measurement later;
    later.elder = fix.wang;
    later.value = u"130/80"_s;
    REQUIRE(fix.measurements.add(later));
    view.show(fix.wang, {}, {2021, 9, 3});
    CHECK(view.findChild<LineChart*>(u"healthChart1"_s)->points().size() == 2);
    CHECK(view.findChild<LineChart*>(u"healthChart2"_s)->points().size() == 2);
}

TEST_CASE("a device is lent at the rent of her category, and taken back by a key", "[ui][devices]")
{
    CareFixture fix;
    Device chair;
    chair.kind = u"wheelchair"_s;
    chair.code = u"W-05"_s;
    REQUIRE(fix.devices.add(chair));
    fix.carePage();
    fix.tab("loans");
    fix.press(Qt::Key_N, Qt::ControlModifier);
    REQUIRE(fix.box("device_id"));
    fix.box("device_id")->setCurrentIndex(1);
    fix.find("elder_id", u"wxy"_s);
    fix.press(Qt::Key_Return, Qt::ControlModifier);
    const auto lent = fix.devices.lentOn({2021, 10, 8});
    REQUIRE(lent->size() == 1);
    CHECK(lent->front().rentClass == RentClass::Free);
    CHECK(lent->front().deposit == Fen {30000});
    fix.list("loans")->selectRow(0);
    fix.list("loans")->setFocus();
    fix.press(Qt::Key_R, Qt::ControlModifier);
    CHECK(fix.devices.lentOn({2021, 10, 8})->empty());
}

TEST_CASE("a device that the search found is chosen in its list", "[ui][devices]")
{
    CareFixture fix;
    Device chair;
    chair.kind = u"wheelchair"_s;
    for (const QString& code : {u"W-05"_s, u"W-06"_s}) {
        chair.code = code;
        REQUIRE(fix.devices.add(chair));
    }
    fix.carePage().openRecord(fix.devices.devices()->back().id.value);
    CHECK(fix.list("devices")->isVisible());
    CHECK(fix.list("devices")->currentIndex().row() == 1);
}

TEST_CASE("recorded events stand beside the fields of a sheet until somebody takes them over",
          "[ui][incidents][assessments]")
{
    CareFixture fix;
    const auto scales = ScaleShelf::builtIn();
    REQUIRE(scales);
    const Scale* scale = scales->find(u"mzt039-2013"_s);
    RiskForm form(fix.theme);
    form.setScale(*scale, false);
    AnswerSheet sheet(*scale);
    QObject::connect(&form, &RiskForm::eventsTyped, &form,
                     [&](const QString& kind, int times) { sheet.setEvents(kind, times); });
    form.show(sheet);
    auto* take = form.findChild<QPushButton*>(u"takeProposal"_s);
    CHECK(take->isHidden());
    form.propose({{u"fall"_s, 2}});
    CHECK_FALSE(take->isHidden());
    CHECK(sheet.events(u"fall"_s) == 0); // a proposal
    take->click();
    CHECK(sheet.events(u"fall"_s) == 2);
    CHECK(form.findChild<QLineEdit*>(u"events_fall"_s)->text() == u"2"_s);
}

TEST_CASE("the pages of a day are named throughout and cut no word", "[ui][attendance][visits][care]")
{
    for (const QString& language : {u"zh_CN"_s, u"en"_s}) {
        const Speaking speaking(language);
        for (const int percent : {100, 125}) {
            CAPTURE(language.toStdString(), percent);
            CareFixture fix(percent);
            Attendance came;
            came.elder = fix.wang;
            came.on = QDate(2021, 10, 7);
            REQUIRE(fix.attendance.add(came));
            came.on = QDate(2021, 10, 8);
            came.elder = fix.li;
            REQUIRE(fix.attendance.add(came));
            Visit last;
            last.elder = fix.wang;
            last.on = QDate(2021, 9, 1);
            last.nextDue = QDate(2021, 10, 1);
            last.condition = u"血压偏高"_s;
            REQUIRE(fix.visits.add(last));
            Incident fall;
            fall.elder = fix.li;
            fall.at = fix.clock.now();
            fall.injury = Injury::Minor;
            fall.what = u"在卫生间滑倒"_s;
            REQUIRE(fix.incidents.add(fall));
            Measurement pressure;
            pressure.elder = fix.wang;
            pressure.value = u"185/95"_s;
            REQUIRE(fix.measurements.add(pressure));
            Device chair;
            chair.kind = u"wheelchair"_s;
            chair.code = u"W-05"_s;
            const auto device = fix.devices.add(chair);
            REQUIRE(device);
            DeviceLoan loan;
            loan.device = device->id;
            loan.elder = fix.li;
            loan.from = QDate(2021, 5, 1);
            REQUIRE(fix.devices.add(loan));
            const auto look = [&](const QString& name, bool form) {
                QTest::qWait(50);
                INFO(name.toStdString());
                CHECK(namelessControls(*fix.page) == QStringList());
                CHECK(cutWords(*fix.page) == QStringList());
                CHECK(fix.page->minimumSizeHint().width() <= roomForPage(fix.theme));
                CHECK(savePicture(*fix.page,
                                  u"%1%2_%3_%4"_s.arg(name, form ? u"_form"_s : u""_s, language).arg(percent)));
            };
            fix.attendancePage();
            look(u"attendance"_s, false);
            fix.visitsPage();
            for (const char* name : {"due", "visits", "undecided", "tiers"}) {
                fix.tab(name);
                look(QString::fromLatin1(name), false);
                if (QByteArrayView(name) != "visits" && QByteArrayView(name) != "tiers")
                    continue;
                fix.press(Qt::Key_N, Qt::ControlModifier);
                look(QString::fromLatin1(name), true);
                fix.press(Qt::Key_Escape);
            }
            fix.carePage();
            for (const char* name : {"incidents", "measurements", "devices", "loans"}) {
                fix.tab(name);
                look(QString::fromLatin1(name), false);
                fix.press(Qt::Key_N, Qt::ControlModifier);
                look(QString::fromLatin1(name), true);
                fix.press(Qt::Key_Escape);
            }
        }
    }
}
