// SPDX-License-Identifier: GPL-3.0-or-later
// A whole day of a centre with three sites, in the window itself and by keys alone; then every figure of its summary is
// found again in the package.
#include "app/desktop/desktop.h"
#include "core/base/language.h"
#include "core/care/day_summary.h"
#include "core/devices/device_desk.h"
#include "core/exchange/centre_keys.h"
#include "tests/support/catch.h"
#include "tests/support/day_count.h"
#include "tests/ui/support/keys.h"
#include "tests/ui/support/pictures.h"
#include "ui/widgets/edits.h"

#include <QtCore/QDir>
#include <QtCore/QJsonDocument>
#include <QtCore/QLocale>
#include <QtCore/QTimer>
#include <QtGui/QInputMethodEvent>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QFileDialog>
#include <QtWidgets/QListWidget>
#include <QtWidgets/QTableView>

using namespace songhe;
using namespace songhe::ui;
using namespace Qt::StringLiterals;

namespace {

constexpr int eldersOfDay = 120;
constexpr int regularsOfDay = 45;
const QDate dayAtCentre {2021, 9, 2};

/// Three characters of plain readings: initials tell everybody apart.
QString nameOfElder(int number)
{
    static const QString given = u"宝春冬芳桂娟奎兰梅娜鹏琴荣生涛文秀英珍"_s;
    return QString(u'王') + given[number / given.size()] + given[number % given.size()];
}

QString initialsOfElder(int number)
{
    static const QString given = u"bcdfgjklmnpqrstwxyz"_s;
    return QString(u'w') + given[number / given.size()] + given[number % given.size()];
}

/// What stands in the books before the day begins: made through the core.
class PreparedCentre {
public:
    PreparedCentre()
    {
        auto folder = DataFolder::open(place.filePath(u"data"_s));
        REQUIRE(folder);
        auto keys = makeCentreKeys();
        REQUIRE(keys);
        CentreSetup setup;
        setup.name = u"友谊社区日间照料中心"_s;
        setup.code = u"YY001"_s;
        setup.division = u"150204"_s;
        setup.userName = u"李敏"_s;
        setup.password = SecureBytes(QByteArrayView("songhe123"));
        setup.cost = KdfCost::least();
        setup.keys = *std::move(keys);
        REQUIRE(Session::create(**folder, setup, clock));
        auto session = Session::signIn(**folder, setup.userName, setup.password, clock);
        REQUIRE(session);
        const auto filled = (*session)->ledger().transact([&]() -> Result<bool> {
            fill((*session)->ledger());
            return true;
        });
        REQUIRE(filled);
    }

    /// As `day summary` answers, with the window closed.
    QJsonObject summary()
    {
        auto folder = DataFolder::open(place.filePath(u"data"_s));
        REQUIRE(folder);
        auto session = Session::signIn(**folder, u"李敏"_s, SecureBytes(QByteArrayView("songhe123")), clock);
        REQUIRE(session);
        const auto plan = VisitPlan::builtIn();
        REQUIRE(plan);
        const auto sum = daySummary((*session)->ledger(), *plan, dayAtCentre);
        REQUIRE(sum);
        return sum->toJson();
    }

    QTemporaryDir place;
    FixedClock clock {dayAtCentre};

private:
    void fill(Ledger& ledger)
    {
        for (int i = 1; i <= 3; ++i) {
            Site site;
            site.code = u"S%1"_s.arg(i);
            site.name = u"站点%1"_s.arg(i);
            REQUIRE(SiteDesk(ledger).add(site));
        }
        for (int i = 1; i <= 15; ++i) {
            Staff staff;
            staff.name = u"员工%1"_s.arg(i);
            for (const QString& kind : {u"care_worker"_s, u"housekeeper"_s, u"social_worker"_s})
                staff.certificates.append(QJsonObject {{u"kind"_s, kind}, {u"until"_s, u"2023-01-01"_s}});
            REQUIRE(StaffDesk(ledger).add(staff));
        }
        const auto plan = VisitPlan::builtIn();
        const auto devices = DevicePlan::builtIn();
        REQUIRE(plan);
        REQUIRE(devices);
        for (int i = 0; i < 3; ++i) {
            Device device;
            device.kind = u"wheelchair"_s;
            device.code = u"W-%1"_s.arg(i + 1);
            REQUIRE(DeviceDesk(ledger, *devices).add(device));
        }
        VisitDesk visits(ledger, *plan);
        AttendanceDesk attendance(ledger);
        for (int i = 0; i < eldersOfDay; ++i)
            addElder(ledger, visits, attendance, i);
    }

    static void addElder(Ledger& ledger, VisitDesk& visits, AttendanceDesk& attendance, int number)
    {
        Elder elder;
        elder.name = nameOfElder(number);
        elder.sex = number % 2 == 0 ? Sex::Female : Sex::Male;
        elder.born = QDate(1938 + number % 20, 5, 6);
        elder.noNumberReason = u"补办中"_s;
        std::vector<Fact> facts(number % 30 == 7 ? 2 : 1);
        facts[0].kind = FactKind::RegisteredDivision;
        facts[0].value = u"150204"_s;
        if (facts.size() > 1) { // at risk, and nobody has visited her yet
            facts[1].kind = FactKind::Living;
            facts[1].value = u"alone"_s;
        }
        for (Fact& fact : facts)
            fact.from = fact.learnedOn = QDate(2021, 7, 1);
        const auto added = ElderDesk(ledger).add(elder, facts);
        REQUIRE(added);
        if (number < regularsOfDay) {
            Attendance came;
            came.elder = added->id;
            came.on = dayAtCentre.addDays(-1);
            came.in = u"08:20"_s;
            REQUIRE(attendance.add(came, EntryWay::Records));
        }
        if (number % 10 == 3) {
            Visit visit;
            visit.elder = added->id;
            visit.on = dayAtCentre.addDays(-8);
            visit.nextDue = dayAtCentre.addDays(-(number / 10) % 2);
            REQUIRE(visits.add(visit, EntryWay::Records));
        }
    }
};

/// Somebody at the keyboard of the window.
class Clerk {
public:
    explicit Clerk(QWidget& window)
        : m_window(window)
    { }

    [[nodiscard]] QWidget* at() const
    {
        QWidget* focus = QApplication::focusWidget();
        return focus ? focus : &m_window;
    }
    void press(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyClick(at(), Qt::Key(key), modifiers);
        ui::settle();
    }
    void type(const QString& latin) { QTest::keyClicks(at(), latin); }
    void enter() { QTest::keyClick(at(), Qt::Key_Return); }
    /// As an input method brings Chinese.
    void write(const QString& words)
    {
        QInputMethodEvent event;
        event.setCommitString(words);
        QCoreApplication::sendEvent(at(), &event);
    }
    void tabTo(const char* name)
    {
        QStringList way;
        for (int i = 0; i < 80; ++i) {
            if (at()->objectName() == QLatin1String(name))
                return;
            way << at()->objectName();
            QTest::keyClick(at(), Qt::Key_Tab);
        }
        FAIL("Tab does not lead to " << name << ", only to " << way.join(u' ').toStdString());
    }
    /// Walks down a choice until it says so.
    void choose(const char* box, const QString& key)
    {
        tabTo(box);
        const auto* choice = qobject_cast<ChoiceBox*>(at());
        REQUIRE(choice);
        QTest::keyClick(at(), Qt::Key_Home);
        for (int i = 0; i < 40 && choice->key() != key; ++i)
            QTest::keyClick(at(), Qt::Key_Down);
        REQUIRE(choice->key() == key);
    }
    void chooseElder(int number)
    {
        tabTo("elder_id");
        type(initialsOfElder(number));
        enter();
        REQUIRE(qobject_cast<QLineEdit*>(at())->text() == nameOfElder(number));
    }
    /// No window manager gives the window back what a dialog took.
    void comeBack()
    {
        QWidget* front = QApplication::activeModalWidget() ? QApplication::activeModalWidget() : &m_window;
        front->activateWindow();
        REQUIRE(QTest::qWaitForWindowActive(front));
    }
    void save() { press(Qt::Key_Return, Qt::ControlModifier); }
    /// Does something that asks, and answers by keys.
    template <typename Act> void answering(const QString& text, Act act)
    {
        const QWidget* before = QApplication::activeModalWidget();
        QTimer asked;
        asked.setInterval(50);
        QObject::connect(&asked, &QTimer::timeout, &asked, [&] {
            const QWidget* modal = QApplication::activeModalWidget();
            QWidget* field = QApplication::focusWidget();
            if (!modal || modal == before || !field || field->window() != modal)
                return;
            asked.stop();
            QTest::keyClick(field, Qt::Key_A, Qt::ControlModifier);
            QTest::keyClicks(field, text);
            QTest::keyClick(field, Qt::Key_Return);
        });
        asked.start();
        act();
        REQUIRE(QTest::qWaitFor([&] { return !asked.isActive(); }, 10'000));
        comeBack();
    }
    /// From a preview into a file.
    void saveAsPdf(const QString& file)
    {
        REQUIRE(QTest::qWaitFor([] { return QApplication::activeModalWidget() != nullptr; }, 10'000));
        answering(file, [this] { press(Qt::Key_S, Qt::ControlModifier); });
        CHECK(QTest::qWaitFor([&] { return QFileInfo(file).size() > 1000; }, 10'000));
        press(Qt::Key_Escape);
        REQUIRE(QTest::qWaitFor([] { return QApplication::activeModalWidget() == nullptr; }, 10'000));
        comeBack();
    }

private:
    QWidget& m_window;
};

int rowsOf(QWidget& window, const char* list)
{
    for (const auto* table : window.findChildren<QTableView*>(QString::fromLatin1(list)))
        if (table->isVisible())
            return table->model()->rowCount();
    return -1;
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
    savePicture(window, u"keys_meals"_s);
    CHECK(before == 0);
    CHECK(rowsOf(window, "meals") == 12); // of the site in front
    clerk.press(Qt::Key_Z, Qt::ControlModifier);
    CHECK(rowsOf(window, "meals") == 11);
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
        clerk.chooseElder(50 + i);
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
    clerk.chooseElder(70);
    clerk.choose("item", u"comfort"_s);
    clerk.tabTo("at");
    QTest::keyClick(clerk.at(), Qt::Key_A, Qt::ControlModifier);
    clerk.type(u"11:00"_s);
    clerk.save();
    REQUIRE(clerk.at()->objectName() == u"grid"_s);

    clerk.press(Qt::Key_G, Qt::ControlModifier); // the singing class
    REQUIRE(QTest::qWaitFor([] { return QApplication::activeModalWidget() != nullptr; }, 10'000));
    clerk.tabTo("at");
    QTest::keyClick(clerk.at(), Qt::Key_A, Qt::ControlModifier);
    clerk.type(u"7:00"_s);
    clerk.tabTo("person");
    for (int i = 80; i < eldersOfDay; ++i) {
        clerk.type(initialsOfElder(i));
        clerk.enter();
    }
    clerk.save();
    REQUIRE(QTest::qWaitFor([] { return QApplication::activeModalWidget() == nullptr; }, 10'000));
    clerk.comeBack();
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
    clerk.chooseElder(12);
    clerk.choose("kind", u"fall"_s);
    clerk.choose("injury", u"minor"_s);
    clerk.save();
    CHECK(rowsOf(window, "incidents") == 1);
    clerk.press(Qt::Key_PageDown, Qt::ControlModifier);
    clerk.press(Qt::Key_N, Qt::ControlModifier);
    clerk.chooseElder(13);
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
    clerk.chooseElder(14);
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
    CHECK(summary[u"meals"_s].toInt() == 35);
    CHECK(summary[u"attendance"_s].toObject()[u"in"_s].toInt() == regularsOfDay - 2 + 1);
    CHECK(summary[u"attendance"_s].toObject()[u"absent"_s].toInt() == 2);
    CHECK(summary[u"services"_s].toObject()[u"culture"_s].toObject()[u"persons"_s].toInt() == 40);
    CHECK(summary[u"visits"_s].toObject()[u"done"_s].toInt() == 3);
    CHECK(summary[u"incidents"_s].toObject()[u"fall"_s].toInt() == 1);
    CHECK(songhe::tests::packageTable(bag, u"slip_print"_s).size() == 45);
    CHECK(songhe::tests::packageTable(bag, u"device_loan"_s).size() == 1);
    CHECK(songhe::tests::packageTable(bag, u"measurement"_s).size() == 1);
}
