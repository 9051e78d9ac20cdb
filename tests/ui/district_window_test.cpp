// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/desktop.h"
#include "app/desktop/last_district.h"
#include "core/base/language.h"
#include "core/exchange/minisign.h"
#include "tests/support/catch.h"
#include "tests/ui/support/district_fixture.h"
#include "tests/ui/support/keys.h"
#include "tests/ui/support/looks.h"
#include "tests/ui/support/opened_centre.h"
#include "tests/ui/support/pictures.h"
#include "ui/dialogs/district_start_view.h"
#include "ui/widgets/buttons.h"

#include <QtCore/QFile>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QDialog>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QTableView>
#include <QtWidgets/QTextBrowser>

using namespace songhe;
using namespace songhe::ui;
using namespace Qt::StringLiterals;

namespace {

QString saidBy(QWidget& view)
{
    return view.findChild<QLabel*>(u"message"_s)->text();
}

struct DistrictStart {
    explicit DistrictStart(DistrictPlaces known = {}, int percent = 100)
        : theme(Tokens::light(), percent)
    {
        theme.apply(*qApp);
        view = std::make_unique<DistrictStartView>(
            around, DistrictStartView::Services {std::move(known), place.filePath(u"district/district.db"_s), {}},
            [this](std::unique_ptr<DistrictOffice> made) { office = std::move(made); });
        view->resize(1366, 768);
        view->show();
        view->activateWindow();
        REQUIRE(QTest::qWaitForWindowActive(view.get()));
    }
    QLineEdit* line(const char* name) { return view->findChild<QLineEdit*>(QString::fromLatin1(name)); }
    void enter(const char* name)
    {
        QTest::keyClick(line(name), Qt::Key_Return);
        ui::settle();
    }
    /// Waits until the worker has answered.
    void wait()
    {
        auto* next = view->findChild<ActionButton*>(u"next"_s);
        REQUIRE(QTest::qWaitFor([&] { return office || next->isEnabled(); }, 60'000));
        QTest::qWait(50);
    }

    QTemporaryDir place;
    FakeAsker asker;
    FixedClock clock {QDate(2021, 10, 8)};
    Theme theme;
    Surroundings around {theme, asker, clock};
    std::unique_ptr<DistrictOffice> office;
    std::unique_ptr<DistrictStartView> view;
};

/// The window, opened as a district office by its keys alone.
struct DistrictWindow {
    explicit DistrictWindow(DistrictFixture& district, const QString& language = u"en"_s, int percent = 100)
    {
        desktop::Looks {language, percent, false}.write(district.filePath(u"looks.ini"_s));
        desktop::writeLastDistrict(district.filePath(u"district.ini"_s), district.places());
        window = std::make_unique<desktop::Desktop>(*qApp, district.filePath(u"."_s), district.clock);
        window->setWindowState(Qt::WindowNoState);
        window->resize(1366, 768);
        REQUIRE(window->begin(desktop::Desktop::As::District));
        window->show();
        window->activateWindow();
        REQUIRE(QTest::qWaitForWindowActive(window.get()));
        open();
    }
    ~DistrictWindow()
    {
        window.reset();
        loadTranslations(*qApp, u"en"_s);
        QLocale::setDefault(before);
    }
    void open()
    {
        auto* identity = window->findChild<QLineEdit*>(u"identity"_s);
        REQUIRE(identity);
        QTest::keyClick(identity, Qt::Key_Return);
        REQUIRE(QTest::qWaitFor([&] { return window->findChild<QWidget*>(u"navigation"_s) != nullptr; }, 60'000));
        QTest::qWait(100);
    }
    void press(Qt::Key key, Qt::KeyboardModifiers with = Qt::NoModifier)
    {
        QWidget* at = window->focusWidget() ? window->focusWidget() : window.get();
        QTest::keyClick(at, key, with);
        ui::settle();
        quiet();
    }
    /// After a dialog went away.
    void front()
    {
        window->activateWindow();
        REQUIRE(QTest::qWaitForWindowActive(window.get()));
        quiet();
    }
    /// Until no worker is busy.
    void quiet() { REQUIRE(workersDone(*window)); }
    template <typename T> T* find(const char* name)
    {
        for (T* each : window->findChildren<T*>(QString::fromLatin1(name)))
            if (each->isVisible())
                return each;
        return nullptr;
    }

    QLocale before;
    std::unique_ptr<desktop::Desktop> window;
};

} // namespace

TEST_CASE("a district is set up by keys, and nobody begins without being asked for a copy of the identity",
          "[ui][district]")
{
    DistrictStart fix;
    fix.enter("officeName");
    CHECK_FALSE(saidBy(*fix.view).isEmpty());
    fix.line("officeName")->setText(u"青山区民政局"_s);
    CHECK(savePicture(*fix.view, u"district_start_1"_s));
    fix.enter("officeName");
    CHECK(fix.line("newIdentity")->isVisible());
    CHECK(fix.line("newIdentity")->text() == fix.place.filePath(u"district/district.key"_s));
    fix.line("newIdentity")->setText(fix.place.filePath(u"district.key"_s));
    CHECK(savePicture(*fix.view, u"district_start_2"_s));
    fix.enter("newIdentity");
    fix.wait();
    CHECK(saidBy(*fix.view).isEmpty());
    CHECK(QFile::exists(fix.place.filePath(u"district.key"_s)));
    CHECK(fix.view->findChild<QLabel*>(u"recipient"_s)->text().startsWith(u"age1"_s));
    CHECK(savePicture(*fix.view, u"district_start_3"_s));
    CHECK(namelessControls(*fix.view) == QStringList());

    fix.asker.agree = false;
    auto* next = fix.view->findChild<ActionButton*>(u"next"_s);
    QTest::keyClick(next, Qt::Key_Space);
    CHECK(fix.asker.asked.size() == 1);
    CHECK_FALSE(fix.office);
    fix.asker.file = fix.place.filePath(u"copy.key"_s);
    fix.view->findChild<ActionButton*>(u"saveCopy"_s)->click();
    CHECK(QFile::exists(*fix.asker.file));
    QTest::keyClick(next, Qt::Key_Space);
    CHECK(fix.asker.asked.size() == 1);
    REQUIRE(fix.office);
    CHECK(fix.office->info().name == u"青山区民政局"_s);
}

TEST_CASE("an office opens with its own identity and with no other", "[ui][district]")
{
    DistrictFixture district;
    const QString other = district.filePath(u"other.key"_s);
    REQUIRE(makeIdentityFile(other, district.clock));
    DistrictStart fix({district.places().store, other});
    fix.enter("identity");
    fix.wait();
    CHECK_FALSE(fix.office);
    CHECK(saidBy(*fix.view).contains(u"青山区民政局"_s));
    CHECK(savePicture(*fix.view, u"district_open"_s));
    fix.line("identity")->setText(district.places().identity);
    fix.enter("identity");
    fix.wait();
    CHECK(fix.office);
}

TEST_CASE("a database's password is asked for where the address has none, and never remembered", "[ui][district]")
{
    DistrictStart fix({u"postgresql://clerk@127.0.0.1:1/district"_s, u"k"_s});
    CHECK(fix.line("storePassword")->isVisible());
    fix.line("store")->setText(fix.place.filePath(u"district.db"_s));
    CHECK_FALSE(fix.line("storePassword")->isVisible());
    const QString file = fix.place.filePath(u"district.ini"_s);
    desktop::writeLastDistrict(file, {u"postgresql://clerk:geheim@db/district"_s, u"k"_s});
    QFile written(file);
    REQUIRE(written.open(QIODevice::ReadOnly));
    CHECK_FALSE(written.readAll().contains("geheim"));
    CHECK(desktop::readLastDistrict(file).store == u"postgresql://clerk@db/district"_s);
}

TEST_CASE("a centre is entered with its key by keys, and its packages are merged and answered", "[ui][district]")
{
    DistrictFixture district;
    const QString key = district.send({u"SG01"_s, u"150204195003050022"_s, {2, 3}});
    DistrictWindow fix(district);
    // Before the centre is known its package is refused, and it is said what to do.
    fix.find<QLineEdit>("from")->setText(district.stick());
    fix.press(Qt::Key_Return, Qt::ControlModifier);
    auto* outcomes = fix.find<QTableView>("outcomes");
    REQUIRE(outcomes->model()->rowCount() == 1);
    CHECK(fix.find<QLabel>("detail")->text().contains(u"F4"_s));

    fix.press(Qt::Key_F4);
    fix.press(Qt::Key_N, Qt::ControlModifier);
    auto* dialog = fix.window->findChild<QDialog*>(u"trust"_s);
    REQUIRE(dialog);
    auto* save = dialog->findChild<ActionButton*>(u"save"_s);
    save->click();
    CHECK_FALSE(dialog->findChild<QLabel*>(u"message"_s)->text().isEmpty());
    QTest::keyClicks(dialog->findChild<QLineEdit*>(u"code"_s), u"SG01"_s);
    dialog->findChild<QLineEdit*>(u"key"_s)->setText(key);
    CHECK(dialog->findChild<QLabel*>(u"shortCode"_s)->text()
          == MinisignPublicKey::fromText(key.toLatin1())->shortCode());
    CHECK(savePicture(*dialog, u"district_trust"_s));
    save->click();
    fix.front();
    auto* centres = fix.find<QTableView>("centres");
    REQUIRE(centres->model()->rowCount() == 1);

    fix.press(Qt::Key_F2);
    fix.press(Qt::Key_Return, Qt::ControlModifier);
    REQUIRE(outcomes->model()->rowCount() == 1);
    CHECK(outcomes->model()->index(0, 2).data().toString() == u"SG01"_s);
    CHECK(outcomes->model()->index(0, 3).data().toInt() > 3);
    CHECK(QFile::exists(district.stick() + u"/receipts/songhe-SG01-2021Q3-0001.receipt.zip.age"_s));
    fix.press(Qt::Key_F4);
    CHECK(fix.find<QTableView>("packages")->model()->rowCount() == 1);
}

TEST_CASE("another key for a known centre is refused with what to do", "[ui][district]")
{
    DistrictFixture district;
    district.twoCentres();
    const QString other = MinisignSecretKey::generate().publicKey().text();
    DistrictWindow fix(district);
    fix.press(Qt::Key_F4);
    fix.press(Qt::Key_N, Qt::ControlModifier);
    auto* dialog = fix.window->findChild<QDialog*>(u"trust"_s);
    REQUIRE(dialog);
    dialog->findChild<QLineEdit*>(u"code"_s)->setText(u"SG01"_s);
    dialog->findChild<QLineEdit*>(u"key"_s)->setText(other);
    dialog->findChild<ActionButton*>(u"save"_s)->click();
    fix.front();
    CHECK(fix.find<QLabel>("message")->text().contains(u"SG01"_s));
    CHECK(fix.find<QTableView>("centres")->model()->rowCount() == 2);
}

TEST_CASE("a finding shows the records of both sides, and is filtered by kind and centre", "[ui][district]")
{
    DistrictFixture district;
    district.twoCentres();
    district.merge();
    DistrictWindow fix(district);
    fix.press(Qt::Key_F3);
    auto* findings = fix.find<QTableView>("findings");
    // A double meal, and that it is one person.
    REQUIRE(findings->model()->rowCount() == 2);
    findings->setCurrentIndex(findings->model()->index(0, 0));
    fix.quiet();
    QStringList cells;
    const QAbstractItemModel* evidence = fix.find<QTableView>("evidence")->model();
    for (int row = 0; row < evidence->rowCount(); ++row)
        for (int column = 0; column < 3; ++column)
            cells << evidence->index(row, column).data().toString();
    CHECK(cells.count(u"SG01"_s) == 1);
    CHECK(cells.count(u"SG02"_s) == 1);
    CHECK(cells.count(u"王秀英"_s) == 2);
    CHECK(cells.count(u"友谊食堂"_s) == 2);
    CHECK_FALSE(fix.find<QLabel>("advice")->text().isEmpty());
    auto* kind = fix.find<QComboBox>("kind");
    REQUIRE(kind->count() == 3); // all, and each of them
    kind->setFocus();
    QTest::keyClick(kind, Qt::Key_Down);
    fix.quiet();
    CHECK(findings->model()->rowCount() == 1);
}

TEST_CASE("locking closes the office, and the next start asks for its identity again", "[ui][district]")
{
    DistrictFixture district;
    {
        DistrictWindow fix(district);
        fix.press(Qt::Key_L, Qt::ControlModifier);
        CHECK(fix.window->findChild<QWidget*>(u"navigation"_s) == nullptr);
        REQUIRE(fix.window->findChild<QLineEdit*>(u"identity"_s));
        fix.open();
    }
    desktop::Desktop window(*qApp, district.filePath(u"."_s), district.clock);
    REQUIRE(window.begin(desktop::Desktop::As::Known));
    auto* store = window.findChild<QLineEdit*>(u"store"_s);
    REQUIRE(store);
    CHECK(store->text() == district.places().store);
}

TEST_CASE("a new window can be a centre or a district office, in large letters, too", "[ui][district][start]")
{
    const std::pair<QString, int> look = GENERATE(std::pair(u"zh_CN"_s, 100), std::pair(u"zh_CN"_s, 175),
                                                  std::pair(u"en"_s, 100), std::pair(u"en"_s, 175));
    CAPTURE(look.first.toStdString(), look.second);
    const QTemporaryDir place;
    const FixedClock clock {QDate(2021, 10, 8)};
    const QLocale before;
    desktop::Looks {look.first, look.second, false}.write(place.filePath(u"looks.ini"_s));
    {
        desktop::Desktop window(*qApp, place.path(), clock);
        window.setWindowState(Qt::WindowNoState);
        window.resize(1366, 768);
        REQUIRE(window.begin(desktop::Desktop::As::Known));
        window.show();
        const auto looks = [&](const char* step) {
            QTest::qWait(50);
            CAPTURE(step);
            CHECK(window.size() == QSize(1366, 768));
            CHECK(namelessControls(window) == QStringList());
            CHECK(cutWords(window) == QStringList());
            CHECK(savePicture(window, u"district_%1_%2_%3"_s.arg(QLatin1String(step), look.first).arg(look.second)));
        };
        looks("choice");
        window.findChild<ActionButton*>(u"toDistrict"_s)->click();
        QTest::qWait(50);
        REQUIRE(window.findChild<QLineEdit*>(u"officeName"_s));
        looks("new1");
        window.findChild<ActionButton*>(u"toCentre"_s)->click();
        QTest::qWait(50);
        REQUIRE(window.findChild<QLineEdit*>(u"centreName"_s));
        window.findChild<ActionButton*>(u"toDistrict"_s)->click();
        QTest::qWait(50);
        window.findChild<QLineEdit*>(u"officeName"_s)->setText(u"青山区民政局"_s);
        window.findChild<ActionButton*>(u"next"_s)->click();
        looks("new2");
        window.findChild<ActionButton*>(u"next"_s)->click();
        REQUIRE(QTest::qWaitFor([&] { return !window.findChild<QLabel*>(u"recipient"_s)->text().isEmpty(); }, 60'000));
        looks("new3");
        // Whoever closes the window here finds the office again.
        CHECK(desktop::readLastDistrict(place.filePath(u"district.ini"_s)).store
              == place.filePath(u"district/district.db"_s));
    }
    loadTranslations(*qApp, u"en"_s);
    QLocale::setDefault(before);
}

TEST_CASE("each page of the district names its controls, cuts no word and is explained by F1", "[ui][district]")
{
    const std::pair<QString, int> look = GENERATE(std::pair(u"zh_CN"_s, 100), std::pair(u"zh_CN"_s, 150),
                                                  std::pair(u"en"_s, 100), std::pair(u"en"_s, 150));
    const QString language = look.first;
    const int percent = look.second;
    CAPTURE(language.toStdString(), percent);
    DistrictFixture district(percent);
    district.twoCentres();
    district.send({u"XX99"_s, u"150204195003050065"_s, {6}});
    DistrictWindow fix(district, language, percent);
    const auto looks = [&](const char* page) {
        CAPTURE(page);
        QTest::qWait(50);
        CHECK(fix.window->size() == QSize(1366, 768));
        CHECK(namelessControls(*fix.window) == QStringList());
        CHECK(cutWords(*fix.window) == QStringList());
        CHECK(savePicture(*fix.window, u"district_%1_%2_%3"_s.arg(QLatin1String(page), language).arg(percent)));
        fix.press(Qt::Key_F1);
        auto* help = fix.window->findChild<HelpWindow*>();
        REQUIRE(help);
        const QString shown = help->findChild<QTextBrowser*>()->toPlainText();
        CHECK(shown.contains(fix.window->findChild<Shell*>()->page(QLatin1String(page))->accessibleName()));
        QTest::keyClick(help, Qt::Key_Escape);
        ui::settle();
        fix.front();
    };
    fix.find<QLineEdit>("from")->setText(district.stick());
    fix.press(Qt::Key_Return, Qt::ControlModifier);
    looks("merge");
    fix.press(Qt::Key_F3);
    looks("findings");
    fix.press(Qt::Key_F4);
    looks("centres");
    fix.press(Qt::Key_F8);
    looks("districtclaims");
    fix.press(Qt::Key_F9);
    looks("districtreport");
    fix.window->findChild<Shell*>()->showPage(u"office"_s);
    looks("office");
}
