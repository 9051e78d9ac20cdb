// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/package_page.h"

#include "core/centre/settings.h"
#include "tests/support/catch.h"
#include "tests/ui/support/keys.h"
#include "tests/ui/support/looks.h"
#include "tests/ui/support/opened_centre.h"
#include "tests/ui/support/pictures.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/edits.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QTableView>

using namespace songhe;
using namespace songhe::ui;
using namespace Qt::StringLiterals;

namespace {

struct PackageFixture : OpenedCentre {
    explicit PackageFixture(int percent = 100)
        : OpenedCentre(percent)
        , stick(filePath(u"KINGSTON"_s))
        , page(around, session(), nullptr, [this] {
            return std::vector<Stick> {{u"KINGSTON"_s, stick, 13'200'000'000, true}};
        })
    {
        QDir().mkpath(stick);
        meal(elder(u"王桂兰"_s, u"subsistence"_s), {2021, 9, 3});
        showLarge(page);
        page.refresh();
        wait();
    }
    void wait()
    {
        REQUIRE(QTest::qWaitFor([this] { return !page.busy(); }, 120000));
        QTest::qWait(20);
    }
    void goOn()
    {
        QTest::keyClick(&page, Qt::Key_Return, Qt::ControlModifier);
        ui::settle(); // a button's shortcut clicks it with a short press
        wait();
    }
    void type(const QString& field, const QString& text)
    {
        auto* edit = page.findChild<QLineEdit*>(field);
        edit->clear();
        QTest::keyClicks(edit, text);
    }
    QString words(const QString& label) { return page.findChild<QLabel*>(label)->text(); }
    QStringList onStick() { return QDir(stick).entryList(QDir::Files | QDir::Hidden); }

    QString stick;
    PackagePage page;
};

} // namespace

TEST_CASE("the check names the month that is not settled and opens the claims", "[ui][package]")
{
    PackageFixture fix;
    auto* doubts = fix.page.findChild<QTableView*>(u"doubts"_s);
    QString all;
    int notSettled = -1;
    for (int row = 0; row < doubts->model()->rowCount(); ++row) {
        const QString text = doubts->model()->index(row, 1).data().toString();
        if (text.contains(u"2021-09"_s))
            notSettled = row;
        all += text;
    }
    REQUIRE(notSettled >= 0);
    const QSignalSpy spy(&fix.page, &Page::goTo);
    doubts->setCurrentIndex(doubts->model()->index(notSettled, 0));
    QTest::keyClick(doubts, Qt::Key_Return);
    REQUIRE(spy.count() == 1);
    CHECK(spy.first().first().toString() == u"claims"_s);
}

TEST_CASE("a package is written to the stick by keyboard, read back and checked", "[ui][package]")
{
    PackageFixture fix;
    fix.goOn();
    REQUIRE(fix.page.step() == 1);
    fix.page.findChild<QLineEdit*>(u"districtName"_s)->setText(u"青山区民政局"_s); // by an input method
    const QString key = fix.session().centre().ageRecipient; // any key will do for a district here
    fix.type(u"districtKey"_s, key);
    fix.goOn();
    fix.wait();
    REQUIRE(fix.page.step() == 2);
    CHECK(fix.words(u"message"_s).isEmpty());
    REQUIRE(fix.onStick() == QStringList {u"songhe-YY001-2021Q3-0001.zip.age"_s});
    CHECK(fix.words(u"answer"_s) == PackagePage::tr("Written, read back and checked: every byte is right."));
    CHECK(*Settings(fix.session().ledger()).value(u"district.recipient"_s) == key);

    fix.goOn();
    REQUIRE(fix.page.step() == 3);
    CHECK(!fix.page.findChild<QLabel*>(u"sheet"_s)->pixmap().isNull());
    CHECK(fix.page.goBack());
    CHECK(fix.page.step() == 2);
}

TEST_CASE("what lies on the stick under this centre's name and is not in its books is told with the new package",
          "[ui][package]")
{
    PackageFixture fix;
    QFile strange(fix.stick + u"/songhe-YY001-2021Q3-0001.zip.age"_s);
    REQUIRE(strange.open(QIODevice::WriteOnly));
    strange.write("torn");
    strange.close();
    fix.goOn();
    fix.type(u"districtKey"_s, fix.session().centre().ageRecipient);
    fix.goOn();
    fix.wait();
    REQUIRE(fix.page.step() == 2);
    CHECK(fix.onStick().contains(u"songhe-YY001-2021Q3-0002.zip.age"_s));
    CHECK(fix.words(u"where"_s).contains(u"songhe-YY001-2021Q3-0001.zip.age"_s));
}

TEST_CASE("without key and passphrase nothing is written, and the message says what is wanted", "[ui][package]")
{
    PackageFixture fix;
    fix.goOn();
    fix.goOn();
    CHECK(fix.page.step() == 1);
    CHECK(fix.words(u"message"_s).contains(u"age1"_s));
    fix.type(u"districtKey"_s, u"age1qqqq"_s);
    fix.goOn();
    CHECK(fix.page.step() == 1);
    fix.page.findChild<ActionButton*>(u"byPassphrase"_s)->click();
    fix.type(u"passphrase"_s, u"kurz"_s);
    fix.goOn();
    CHECK(fix.page.step() == 1);
    fix.type(u"passphrase"_s, u"a good long passphrase"_s);
    fix.type(u"passphraseAgain"_s, u"another long passphrase"_s);
    fix.goOn();
    CHECK(fix.page.step() == 1);
    CHECK(fix.onStick().isEmpty());
}

TEST_CASE("a passphrase seals the package where no key is known", "[ui][package]")
{
    PackageFixture fix;
    fix.goOn();
    fix.page.findChild<ActionButton*>(u"byPassphrase"_s)->click();
    for (const QString& field : {u"passphrase"_s, u"passphraseAgain"_s})
        fix.type(field, u"a good long passphrase"_s);
    CHECK(fix.page.unsaved() == 1);
    fix.goOn();
    fix.wait();
    CHECK(fix.page.step() == 2);
    CHECK(fix.words(u"message"_s).isEmpty());
    CHECK(fix.onStick().size() == 1);
    CHECK(fix.page.unsaved() == 0);
}

TEST_CASE("a stopped package leaves the stick as it was and no number used", "[ui][package]")
{
    PackageFixture fix;
    fix.goOn();
    fix.type(u"districtKey"_s, fix.session().centre().ageRecipient);
    fix.page.findChild<ActionButton*>(u"next"_s)->click();
    fix.page.findChild<ActionButton*>(u"stop"_s)->click();
    fix.wait();
    CHECK(fix.page.step() == 1);
    CHECK(fix.onStick().isEmpty());
    CHECK(PackageRepository(fix.session().ledger()).list()->empty());
}

TEST_CASE("a stick that is gone is told in words, and another folder can be chosen", "[ui][package]")
{
    PackageFixture fix;
    fix.goOn();
    fix.type(u"districtKey"_s, fix.session().centre().ageRecipient);
    QDir().rmdir(fix.stick);
    fix.goOn();
    CHECK(fix.page.step() == 1);
    CHECK(!fix.words(u"message"_s).isEmpty());
    const QString folder = fix.filePath(u"other"_s);
    QDir().mkpath(folder);
    fix.asker.file = folder;
    fix.page.findChild<ActionButton*>(u"folder"_s)->click();
    fix.goOn();
    fix.wait();
    CHECK(fix.page.step() == 2);
    CHECK(QDir(folder).entryList(QDir::Files).size() == 1);
}

TEST_CASE("the package page names its controls and cuts no word at any step", "[ui][package]")
{
    const Speaking chinese(u"zh_CN"_s);
    for (const int percent : {100, 125, 175}) {
        CAPTURE(percent);
        PackageFixture fix(percent);
        const auto looks = [&] {
            CAPTURE(fix.page.step());
            CHECK(namelessControls(fix.page) == QStringList());
            CHECK(cutWords(fix.page) == QStringList());
            CHECK(savePicture(fix.page, u"package_%1_%2"_s.arg(fix.page.step()).arg(percent)));
            if (percent < 175)                   // it scrolls there
                CHECK(fix.page.height() == 684); // the work in between did not make it grow
        };
        looks();
        fix.page.findChild<ActionButton*>(u"next"_s)->click();
        QTest::qWait(20);
        fix.page.findChild<QLineEdit*>(u"districtName"_s)->setText(u"青山区民政局"_s);
        fix.page.findChild<QLineEdit*>(u"districtKey"_s)->setText(fix.session().centre().ageRecipient);
        looks();
        fix.page.findChild<ActionButton*>(u"next"_s)->click();
        CHECK(savePicture(fix.page, u"package_writing_%1"_s.arg(percent)));
        fix.wait();
        fix.wait();
        looks();
        fix.page.findChild<ActionButton*>(u"next"_s)->click();
        QTest::qWait(20);
        looks();
    }
}
