// SPDX-License-Identifier: GPL-3.0-or-later
// A whole day of a centre with three sites, in the window itself and by keys alone; then every figure of its summary is
// found again in the package.
#include "app/desktop/desktop.h"
#include "core/base/language.h"
#include "tests/support/catch.h"
#include "tests/support/day_count.h"
#include "tests/ui/support/clerk.h"
#include "tests/ui/support/pictures.h"
#include "tests/ui/support/prepared_centre.h"

#include <QtCore/QDir>
#include <QtCore/QJsonDocument>
#include <QtCore/QLocale>
#include <QtWidgets/QApplication>
#include <QtWidgets/QTableView>

using namespace songhe;
using namespace songhe::ui;
using namespace Qt::StringLiterals;

namespace {

void chooseElder(Clerk& clerk, int number)
{
    clerk.tabTo("elder_id");
    clerk.type(initialsOfElder(number));
    clerk.enter();
    REQUIRE(qobject_cast<QLineEdit*>(clerk.at())->text() == nameOfElder(number));
}

void serveMeals(Clerk& clerk, QWidget& window)
{
    clerk.press(Qt::Key_F2);
    const int before = rowsOf(window, "meals");
    for (int i = 0; i < 36; ++i) {
        if (i % 12 == 0 && i > 0) { // at the next site
            clerk.tabTo("site");
            QTest::keyClick(clerk.at(), Qt::Key_Down);
            clerk.tabTo("card");
        }
        CAPTURE(i, clerk.at()->metaObject()->className());
        REQUIRE(clerk.at()->objectName() == u"card"_s);
        clerk.type(initialsOfElder(i * 3));
        clerk.enter();
    }
    ui::settle();
    savePicture(window, u"keys_meals"_s);
    CHECK(before == 0);
    CHECK(rowsOf(window, "meals") == 12); // of the site in front
    clerk.press(Qt::Key_Z, Qt::ControlModifier);
    CHECK(rowsOf(window, "meals") == 11);
}

/// Lunches that are brought each day go out together, but for one who is not at home.
void sendDeliveries(Clerk& clerk, QWidget& window)
{
    REQUIRE(clerk.at()->objectName() == u"card"_s);
    clerk.press(Qt::Key_B, Qt::ControlModifier);
    clerk.waitForDialog();
    CHECK(rowsOf(*QApplication::activeModalWidget(), "deliveryLines") == deliveriesOfDay);
    clerk.tabTo("deliveryLines");
    QTest::keyClick(clerk.at(), Qt::Key_Down);
    QTest::keyClick(clerk.at(), Qt::Key_Space);
    savePicture(*QApplication::activeModalWidget(), u"keys_deliveries"_s);
    clerk.save();
    clerk.waitForNoDialog();
    CHECK(rowsOf(window, "meals") == 11 + deliveriesOfDay - 1);
    clerk.tabTo("card");
    clerk.press(Qt::Key_Z, Qt::ControlModifier); // the whole batch goes back,
    CHECK(rowsOf(window, "meals") == 11);
    clerk.press(Qt::Key_B, Qt::ControlModifier); // and out again
    clerk.waitForDialog();
    clerk.tabTo("deliveryLines");
    QTest::keyClick(clerk.at(), Qt::Key_Space);
    clerk.save();
    clerk.waitForNoDialog();
    CHECK(rowsOf(window, "meals") == 11 + deliveriesOfDay - 1);
}

void takeAttendance(Clerk& clerk, QWidget& window)
{
    clerk.press(Qt::Key_F5);
    CHECK(rowsOf(window, "regulars") == regularsOfDay);
    for (int i = 0; i < 2; ++i) { // two were taken to hospital
        clerk.tabTo("regulars");
        QTest::keyClick(clerk.at(), Qt::Key_Home, Qt::ControlModifier);
        QTest::keyClick(clerk.at(), Qt::Key_Down);
        clerk.press(Qt::Key_H, Qt::ControlModifier);
    }
    clerk.press(Qt::Key_Return, Qt::ControlModifier); // all present
    clerk.tabTo("card");
    clerk.type(initialsOfElder(20));
    clerk.enter(); // she leaves
    clerk.type(initialsOfElder(100));
    clerk.enter(); // comes for the first time
    CHECK(rowsOf(window, "regulars") == regularsOfDay + 1);
}

void orderServices(Clerk& clerk, QWidget& window)
{
    clerk.press(Qt::Key_F4);
    REQUIRE(clerk.at()->objectName() == u"grid"_s);
    for (int i = 0; i < 8; ++i) { // from the cell of a person of the staff
        QTest::keyClick(clerk.at(), Qt::Key_Home, Qt::ControlModifier);
        for (int row = 0; row < i; ++row)
            QTest::keyClick(clerk.at(), Qt::Key_Down);
        clerk.press(Qt::Key_Return);
        chooseElder(clerk, 50 + i);
        clerk.choose("item", i % 2 == 0 ? u"bath"_s : u"cleaning"_s);
        if (i == 0) {
            clerk.tabTo("caller");
            clerk.write(u"王芳"_s);
            clerk.tabTo("caller_phone");
            clerk.type(u"13800000000"_s);
        }
        clerk.save();
        REQUIRE(clerk.at()->objectName() == u"grid"_s);
    }
    CHECK(rowsOf(window, "lines") == 8);
    clerk.press(Qt::Key_Z, Qt::ControlModifier); // the last one was a slip of the hand
    CHECK(rowsOf(window, "lines") == 7);
    clerk.tabTo("lines");
    QTest::keyClick(clerk.at(), Qt::Key_Home, Qt::ControlModifier);
    clerk.press(Qt::Key_E, Qt::ControlModifier); // the first one comes later
    clerk.tabTo("at");
    QTest::keyClick(clerk.at(), Qt::Key_A, Qt::ControlModifier);
    clerk.type(u"10:30"_s);
    clerk.save();
    for (int i = 0; i < 4; ++i) { // done, one after the other
        clerk.tabTo("lines");
        QTest::keyClick(clerk.at(), Qt::Key_Home, Qt::ControlModifier);
        clerk.press(Qt::Key_D, Qt::ControlModifier);
    }
    clerk.tabTo("lines");
    QTest::keyClick(clerk.at(), Qt::Key_End, Qt::ControlModifier);
    clerk.answering(u"gaiqi"_s, [&] { clerk.press(Qt::Key_Delete, Qt::ControlModifier); });
    ui::settle();
    CHECK(rowsOf(window, "lines") == 6);
    clerk.tabTo("grid");
}

void recordServices(Clerk& clerk, QWidget& window, const QString& folder)
{
    clerk.press(Qt::Key_R, Qt::ControlModifier); // done without an order
    chooseElder(clerk, 70);
    clerk.choose("item", u"comfort"_s);
    clerk.tabTo("at");
    QTest::keyClick(clerk.at(), Qt::Key_A, Qt::ControlModifier);
    clerk.type(u"11:00"_s);
    clerk.save();
    REQUIRE(clerk.at()->objectName() == u"grid"_s);

    clerk.press(Qt::Key_G, Qt::ControlModifier); // the singing class
    clerk.waitForDialog();
    clerk.tabTo("at");
    QTest::keyClick(clerk.at(), Qt::Key_A, Qt::ControlModifier);
    clerk.type(u"7:00"_s);
    clerk.tabTo("person");
    for (int i = 80; i < eldersOfDay; ++i) {
        clerk.type(initialsOfElder(i));
        clerk.enter();
    }
    clerk.save();
    clerk.waitForNoDialog();
    CHECK(rowsOf(window, "lines") == 6 + 1 + 40);

    clerk.press(Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier); // a slip for each
    clerk.saveAsPdf(folder + u"/slips.pdf"_s);
    clerk.tabTo("lines");
    QTest::keyClick(clerk.at(), Qt::Key_Home, Qt::ControlModifier);
    clerk.press(Qt::Key_G, Qt::ControlModifier | Qt::ShiftModifier);
    clerk.saveAsPdf(folder + u"/sign-in.pdf"_s);
    clerk.press(Qt::Key_M, Qt::ControlModifier); // the slip came back
    clerk.tabTo("grid");
    clerk.press(Qt::Key_PageDown, Qt::ControlModifier);
    savePicture(window, u"keys_week"_s);
    clerk.press(Qt::Key_PageUp, Qt::ControlModifier);
    savePicture(window, u"keys_services"_s);
}

void makeVisits(Clerk& clerk, QWidget& window, const QString& folder)
{
    clerk.press(Qt::Key_F7);
    const int due = rowsOf(window, "due");
    CHECK(due == 12 + 4);
    savePicture(window, u"keys_visits"_s);
    clerk.press(Qt::Key_P, Qt::ControlModifier);
    clerk.saveAsPdf(folder + u"/visits.pdf"_s);
    for (int i = 0; i < 3; ++i) {
        clerk.tabTo("due");
        QTest::keyClick(clerk.at(), Qt::Key_End, Qt::ControlModifier);
        clerk.press(Qt::Key_Return);
        clerk.tabTo("condition");
        clerk.write(u"精神好"_s);
        clerk.save();
        clerk.press(Qt::Key_PageUp, Qt::ControlModifier); // from the visits back to what is due
    }
    CHECK(rowsOf(window, "due") == due - 3);
}

void recordCare(Clerk& clerk, QWidget& window)
{
    clerk.press(Qt::Key_K, Qt::ControlModifier);
    clerk.write(u"意外"_s);
    clerk.press(Qt::Key_Return);
    REQUIRE(rowsOf(window, "incidents") == 0);
    clerk.press(Qt::Key_N, Qt::ControlModifier);
    chooseElder(clerk, 12);
    clerk.choose("kind", u"fall"_s);
    clerk.choose("injury", u"minor"_s);
    clerk.save();
    CHECK(rowsOf(window, "incidents") == 1);
    clerk.press(Qt::Key_PageDown, Qt::ControlModifier);
    clerk.press(Qt::Key_N, Qt::ControlModifier);
    chooseElder(clerk, 13);
    clerk.choose("kind", u"blood_pressure"_s);
    clerk.tabTo("value");
    clerk.type(u"185/92"_s);
    clerk.save();
    CHECK(rowsOf(window, "measurements") == 1);
    clerk.press(Qt::Key_PageDown, Qt::ControlModifier);
    clerk.press(Qt::Key_PageDown, Qt::ControlModifier);
    clerk.press(Qt::Key_N, Qt::ControlModifier);
    clerk.tabTo("device_id");
    QTest::keyClick(clerk.at(), Qt::Key_Down);
    chooseElder(clerk, 14);
    clerk.save();
    CHECK(rowsOf(window, "loans") == 1);
}

QString writePackage(Clerk& clerk, QWidget& window, const songhe::tests::DistrictKey& key, const QString& folder)
{
    clerk.press(Qt::Key_F10);
    const auto wait = [&window] {
        const auto* next = window.findChild<QWidget*>(u"next"_s);
        REQUIRE(next);
        QTest::qWait(300);
        REQUIRE(QTest::qWaitFor([next] { return next->isEnabled(); }, 120'000));
    };
    wait();
    clerk.tabTo("quarter");
    QTest::keyClick(clerk.at(), Qt::Key_Up); // the one under way
    wait();
    clerk.press(Qt::Key_Return, Qt::ControlModifier);
    clerk.answering(folder, [&] { clerk.press(Qt::Key_O, Qt::ControlModifier); });
    ui::settle();
    clerk.tabTo("districtName");
    clerk.write(u"青山区民政局"_s);
    clerk.tabTo("districtKey");
    clerk.type(key.recipient);
    clerk.press(Qt::Key_Return, Qt::ControlModifier);
    wait();
    REQUIRE(QTest::qWaitFor([&] { return !QDir(folder).entryList({u"*.age"_s}, QDir::Files).isEmpty(); }, 120'000));
    wait();
    return folder + u'/' + QDir(folder).entryList({u"*.age"_s}, QDir::Files).first();
}

/// The window speaks Chinese and brings a theme of its own; the other tests do not.
struct WordsAgain {
    ~WordsAgain()
    {
        loadTranslations(*qApp, u"en"_s);
        QLocale::setDefault(known);
    }
    QLocale known;
};

} // namespace

TEST_CASE("a day of 120 elders at three sites is worked by keys alone, and its figures are found in the package",
          "[ui][care][day]")
{
    const WordsAgain words;
    PreparedCentre centre;
    const QString stick = centre.place.filePath(u"stick"_s);
    REQUIRE(QDir().mkpath(stick));
    const songhe::tests::DistrictKey key = songhe::tests::newDistrictKey(centre.place.path());
    QString package;
    {
        desktop::Desktop window(*qApp, centre.place.filePath(u"data"_s), centre.clock);
        window.setWindowState(Qt::WindowNoState);
        window.resize(1366, 768);
        REQUIRE(window.begin(desktop::Desktop::As::Known));
        window.show();
        window.activateWindow();
        REQUIRE(QTest::qWaitForWindowActive(&window));
        Clerk clerk(window);
        clerk.tabTo("password");
        clerk.type(u"songhe123"_s);
        clerk.enter();
        const auto signedIn = [&] {
            const auto* navigation = window.findChild<QWidget*>(u"navigation"_s);
            return navigation && navigation->isVisible();
        };
        REQUIRE(QTest::qWaitFor(signedIn, 60'000));
        window.activateWindow();
        REQUIRE(QTest::qWaitForWindowActive(&window));
        ui::settle();
        serveMeals(clerk, window);
        sendDeliveries(clerk, window);
        takeAttendance(clerk, window);
        orderServices(clerk, window);
        recordServices(clerk, window, centre.place.path());
        makeVisits(clerk, window, centre.place.path());
        recordCare(clerk, window);
        clerk.press(Qt::Key_0, Qt::ControlModifier);
        savePicture(window, u"keys_today"_s);
        package = writePackage(clerk, window, key, stick);
    }
    const QJsonObject summary = centre.summary();
    const QString bag = songhe::tests::openedBag(package, key, centre.place.path());
    const QJsonObject counted = songhe::tests::dayCounted(bag, u"2021-09-02"_s);
    CHECK(QJsonDocument(summary).toJson().toStdString() == QJsonDocument(counted).toJson().toStdString());
    CHECK(summary[u"meals"_s].toInt() == 35 + deliveriesOfDay - 1);
    CHECK(summary[u"attendance"_s].toObject()[u"in"_s].toInt() == regularsOfDay - 2 + 1);
    CHECK(summary[u"attendance"_s].toObject()[u"absent"_s].toInt() == 2);
    CHECK(summary[u"services"_s].toObject()[u"culture"_s].toObject()[u"persons"_s].toInt() == 40);
    CHECK(summary[u"visits"_s].toObject()[u"done"_s].toInt() == 3);
    CHECK(summary[u"incidents"_s].toObject()[u"fall"_s].toInt() == 1);
    CHECK(songhe::tests::packageTable(bag, u"slip_print"_s).size() == 45);
    CHECK(songhe::tests::packageTable(bag, u"device_loan"_s).size() == 1);
    CHECK(songhe::tests::packageTable(bag, u"measurement"_s).size() == 1);
}
