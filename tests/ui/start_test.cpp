// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/catch.h"

#include "core/exchange/centre_keys.h"
#include "tests/ui/support/fake_asker.h"
#include "tests/ui/support/looks.h"
#include "tests/ui/support/opened_centre.h"
#include "tests/ui/support/pictures.h"
#include "ui/dialogs/first_run_view.h"
#include "ui/dialogs/sign_in_view.h"
#include "ui/widgets/buttons.h"

#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>

using namespace songhe;
using namespace songhe::ui;
using namespace Qt::StringLiterals;

namespace {

constexpr KdfCost quickCost {1, 8192 * 1024};

struct StartFixture {
    explicit StartFixture(int percent = 100)
        : theme(Tokens::light(), percent)
    {
        theme.apply(*qApp);
        REQUIRE(folder);
        REQUIRE(divisions);
    }
    QTemporaryDir place;
    FakeAsker asker;
    FixedClock clock {QDate(2021, 9, 3)};
    Theme theme;
    Surroundings around {theme, asker, clock};
    Result<std::unique_ptr<DataFolder>> folder = DataFolder::open(place.path());
    Result<Divisions> divisions = Divisions::load();
    std::unique_ptr<Session> session;
};

void typeInto(QWidget& view, const QString& name, const QString& text)
{
    auto* field = view.findChild<QLineEdit*>(name);
    REQUIRE(field);
    field->setText(text);
}

QString messageOf(QWidget& view)
{
    return view.findChild<QLabel*>(u"message"_s)->text();
}

} // namespace

TEST_CASE("the first run makes a centre only after the recovery key was typed back", "[ui][start]")
{
    StartFixture fix;
    FirstRunView view(fix.around, {**fix.folder, *fix.divisions, [] { return makeCentreKeys(); }, {}, quickCost},
                      [&](std::unique_ptr<Session> session) { fix.session = std::move(session); });
    view.resize(1366, 768);
    view.show();
    auto* next = view.findChild<ActionButton*>(u"next"_s);
    next->click();
    CHECK(!messageOf(view).isEmpty()); // nothing typed yet
    typeInto(view, u"centreName"_s, u"友谊社区日间照料中心"_s);
    typeInto(view, u"centreCode"_s, u"YY001"_s);
    typeInto(view, u"place"_s, u"包头市青山区"_s);
    CHECK(view.findChild<QLabel*>(u"placeFound"_s)->text().contains(u"150204"_s));
    CHECK(savePicture(view, u"first_run_1"_s));
    next->click();
    typeInto(view, u"userName"_s, u"李敏"_s);
    typeInto(view, u"password"_s, u"songhe123"_s);
    typeInto(view, u"again"_s, u"songhe124"_s);
    next->click();
    CHECK(!(*fix.folder)->hasCentre()); // the two passwords differ
    CHECK(savePicture(view, u"first_run_2"_s));
    typeInto(view, u"again"_s, u"songhe123"_s);
    next->click();
    auto* key = view.findChild<QLabel*>(u"key"_s);
    REQUIRE(QTest::qWaitFor([&] { return !key->text().isEmpty(); }, 60'000));
    CHECK((*fix.folder)->hasCentre());
    QTest::qWait(50);
    CHECK(savePicture(view, u"first_run_3"_s));
    CHECK(namelessControls(view) == QStringList());
    CHECK(cutWords(view) == QStringList());
    typeInto(view, u"typedBack"_s, u"0000"_s);
    next->click();
    CHECK(!fix.session);
    typeInto(view, u"typedBack"_s, key->text().section(u'-', -1).toLower());
    next->click();
    REQUIRE(fix.session);
    CHECK(fix.session->user().name == u"李敏"_s);
    CHECK(key->text().isEmpty());
}

TEST_CASE("a wrong password is told, the right one opens the books", "[ui][start]")
{
    StartFixture fix;
    CentreSetup setup;
    setup.name = u"友谊"_s;
    setup.code = u"YY001"_s;
    setup.division = u"150204"_s;
    setup.userName = u"李敏"_s;
    setup.password = SecureBytes(QByteArrayView("songhe123"));
    setup.cost = quickCost;
    auto keys = makeCentreKeys();
    REQUIRE(keys);
    setup.keys = *std::move(keys);
    REQUIRE(Session::create(**fix.folder, setup, fix.clock));
    SignInView view(fix.around, **fix.folder, u"李敏"_s,
                    [&](std::unique_ptr<Session> session) { fix.session = std::move(session); });
    view.resize(1366, 768);
    view.show();
    auto* password = view.findChild<QLineEdit*>(u"password"_s);
    QTest::keyClicks(password, u"wrong"_s);
    QTest::keyClick(password, Qt::Key_Return);
    CHECK(password->text().isEmpty()); // a secret does not stay in the field
    REQUIRE(QTest::qWaitFor([&] { return password->isEnabled(); }, 60'000));
    CHECK(!messageOf(view).isEmpty());
    CHECK(!fix.session);
    CHECK(savePicture(view, u"sign_in"_s));
    QTest::keyClicks(password, u"songhe123"_s);
    QTest::keyClick(password, Qt::Key_Return);
    REQUIRE(QTest::qWaitFor([&] { return fix.session != nullptr; }, 60'000));
    CHECK(namelessControls(view) == QStringList());
    CHECK(cutWords(view) == QStringList());
}

TEST_CASE("the first run names its controls and cuts no word in Chinese up to 175 percent", "[ui][start]")
{
    const Speaking chinese(u"zh_CN"_s);
    for (const int percent : {100, 125, 175}) {
        CAPTURE(percent);
        StartFixture fix(percent);
        FirstRunView view(fix.around, {**fix.folder, *fix.divisions, [] { return makeCentreKeys(); }, {}, quickCost},
                          [&](std::unique_ptr<Session> session) { fix.session = std::move(session); });
        view.resize(1366, 768);
        view.show();
        int step = 0;
        const auto looks = [&] {
            QTest::qWait(50);
            CAPTURE(++step);
            CHECK(view.width() == 1366);
            CHECK(view.height() == 768);
            CHECK(namelessControls(view) == QStringList());
            CHECK(cutWords(view) == QStringList());
            CHECK(savePicture(view, u"first_run_%1_%2"_s.arg(step).arg(percent)));
        };
        auto* next = view.findChild<ActionButton*>(u"next"_s);
        typeInto(view, u"centreName"_s, u"友谊社区日间照料中心"_s);
        typeInto(view, u"centreCode"_s, u"YY001"_s);
        typeInto(view, u"place"_s, u"包头市青山区"_s);
        looks();
        next->click();
        typeInto(view, u"userName"_s, u"李敏"_s);
        typeInto(view, u"password"_s, u"songhe123"_s);
        typeInto(view, u"again"_s, u"songhe124"_s);
        next->click();
        looks(); // with the message that they differ
        typeInto(view, u"again"_s, u"songhe123"_s);
        next->click();
        REQUIRE(QTest::qWaitFor([&] { return !view.findChild<QLabel*>(u"key"_s)->text().isEmpty(); }, 60'000));
        looks();
    }
}
