// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/catch.h"

#include "tests/ui/support/fake_asker.h"
#include "tests/ui/support/keys.h"
#include "tests/ui/support/looks.h"
#include "tests/ui/support/pictures.h"
#include "ui/shell/shell.h"
#include "ui/widgets/buttons.h"

#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QListWidget>
#include <QtWidgets/QVBoxLayout>

using namespace songhe;
using namespace songhe::ui;
using namespace Qt::StringLiterals;

namespace {

class PlainPage final : public Page {
public:
    PlainPage(const Surroundings& around, const QString& title, QWidget* parent)
        : Page(around, title, parent)
    {
        body()->addWidget(new QLineEdit(this));
        findChild<QLineEdit*>()->setAccessibleName(u"field"_s);
        addAction(new ActionButton(theme(), u"批量送餐"_s, QKeySequence(Qt::CTRL | Qt::Key_B)));
    }
    void openRecord(qint64 id) override { opened = id; }
    void openOf(const QString& family, qint64 id) override
    {
        openedFamily = family;
        opened = id;
    }
    qint64 opened = 0;
    QString openedFamily;
};

struct ShellFixture {
    explicit ShellFixture(int percent = 100, int morePages = 0)
        : theme(Tokens::light(), percent)
        , around {theme, asker, clock}
    {
        theme.apply(*qApp);
        const auto make = [this](const QString& title) {
            return [this, title](QWidget* parent) -> Page* { return new PlainPage(around, title, parent); };
        };
        std::vector<PageEntry> pages {
            {u"today"_s, u"今日"_s, u"今日"_s, QKeySequence(Qt::CTRL | Qt::Key_0), make(u"今日"_s)},
            {u"meals"_s, u"助餐台"_s, u"助餐"_s, QKeySequence(Qt::Key_F2), make(u"助餐台"_s), u"zct"_s},
            {u"elders"_s, u"老人"_s, u"老人"_s, QKeySequence(Qt::Key_F3), make(u"老人"_s)}};
        for (int i = 0; i < morePages; ++i) {
            const QString title = u"Reports and forms %1"_s.arg(i);
            pages.push_back(
                {u"more%1"_s.arg(i), title, u"表"_s, QKeySequence(Qt::CTRL | Qt::Key(Qt::Key_1 + i)), make(title)});
        }
        shell = std::make_unique<Shell>(
            around, std::move(pages),
            [](const QString& text) {
                return text == u"zxy"_s ? std::vector<Found> {{u"张秀英"_s, u"82岁"_s, u"elders"_s, 1001}}
                                        : std::vector<Found>();
            },
            ShellWords {u"友谊社区日间照料中心"_s, u"前台 · 李敏"_s, u"备份 10:00 已核验"_s, false});
        shell->resize(1366, 768);
        shell->show();
        shell->activateWindow();
        ui::settle();
    }

    FakeAsker asker;
    FixedClock clock {QDate(2021, 9, 3), QTime(11, 42)};
    Theme theme;
    Surroundings around;
    std::unique_ptr<Shell> shell;
};

} // namespace

TEST_CASE("each page has its key, and a key of no page does nothing", "[ui][shell]")
{
    ShellFixture fix;
    Shell& shell = *fix.shell;
    REQUIRE(shell.currentPage() == u"today"_s);
    QTest::keyClick(&shell, Qt::Key_F3);
    CHECK(shell.currentPage() == u"elders"_s);
    QTest::keyClick(&shell, Qt::Key_F2);
    CHECK(shell.currentPage() == u"meals"_s);
    for (const auto key : {Qt::Key_F5, Qt::Key_F12, Qt::Key_Escape})
        QTest::keyClick(&shell, key);
    CHECK(shell.currentPage() == u"meals"_s);
    QTest::keyClick(&shell, Qt::Key_0, Qt::ControlModifier);
    CHECK(shell.currentPage() == u"today"_s);
}

TEST_CASE("Ctrl+K finds a person and Enter opens the file", "[ui][shell]")
{
    ShellFixture fix;
    auto* search = fix.shell->findChild<SearchField*>(u"search"_s);
    REQUIRE(search);
    QTest::keyClick(fix.shell.get(), Qt::Key_K, Qt::ControlModifier);
    QTest::keyClicks(search, u"zxy"_s);
    CHECK(search->list()->count() == 1);
    QTest::keyClick(search, Qt::Key_Return);
    REQUIRE(fix.shell->currentPage() == u"elders"_s);
    CHECK(static_cast<PlainPage*>(fix.shell->page(u"elders"_s))->opened == 1001);
    CHECK(search->text().isEmpty());
}

TEST_CASE("Ctrl+K finds a page by the pinyin initials of its name, as the field promises", "[ui][shell]")
{
    ShellFixture fix;
    auto* search = fix.shell->findChild<SearchField*>(u"search"_s);
    QTest::keyClick(fix.shell.get(), Qt::Key_K, Qt::ControlModifier);
    QTest::keyClicks(search, u"zc"_s);
    CHECK(search->list()->count() == 1);
    QTest::keyClick(search, Qt::Key_Return);
    CHECK(fix.shell->currentPage() == u"meals"_s);
}

TEST_CASE("large text leaves all pages of the navigation in sight on a small screen", "[ui][shell]")
{
    for (const int percent : {100, 125, 150, 175}) {
        CAPTURE(percent);
        ShellFixture fix(percent, 9);
        fix.shell->resize(1366, 740);
        ui::settle();
        CHECK(fix.shell->height() == 740);
        CHECK(fix.shell->minimumSizeHint().height() <= 740);
        if (percent > 100) // a page that wants more scrolls instead of growing out of the screen
            fix.shell->page(u"today"_s)->setMinimumHeight(1200);
        ui::settle();
        CHECK(fix.shell->minimumSizeHint().height() <= 740);
        for (const auto* button : fix.shell->findChildren<QPushButton*>())
            if (button->property("nav").toBool())
                CHECK(button->width() >= button->sizeHint().width()); // its name and its key in full
    }
}

TEST_CASE("Enter in the search opens nothing where nothing was found", "[ui][shell]")
{
    ShellFixture fix;
    auto* search = fix.shell->findChild<SearchField*>(u"search"_s);
    QTest::keyClicks(search, u"qqq"_s);
    QTest::keyClick(search, Qt::Key_Return);
    CHECK(fix.shell->currentPage() == u"today"_s);
    CHECK(search->list()->count() == 1); // the line that says so
}

TEST_CASE("Ctrl+L asks for the lock", "[ui][shell]")
{
    ShellFixture fix;
    const QSignalSpy spy(fix.shell.get(), &Shell::lockWanted);
    QTest::keyClick(fix.shell.get(), Qt::Key_L, Qt::ControlModifier);
    ui::settle(); // a button's shortcut clicks it with a short press
    CHECK(spy.count() == 1);
}

TEST_CASE("every control of the frame has a name, and no word is cut at any text scale", "[ui][shell]")
{
    for (const int percent : Theme::textPercents) {
        CAPTURE(percent);
        ShellFixture fix(percent);
        CHECK(namelessControls(*fix.shell) == QStringList());
        CHECK(cutWords(*fix.shell) == QStringList());
        CHECK(savePicture(*fix.shell, u"shell_%1"_s.arg(percent)));
    }
}

TEST_CASE("a page may be asked for a record of another family than its own", "[ui][shell]")
{
    ShellFixture fix;
    fix.shell->showPage(u"meals#meal"_s, 51);
    const auto pages = fix.shell->findChildren<QWidget*>();
    const PlainPage* shown = nullptr;
    for (const QWidget* widget : pages)
        if (const auto* page = dynamic_cast<const PlainPage*>(widget); page && page->isVisible())
            shown = page;
    REQUIRE(shown);
    CHECK(shown->opened == 51);
    CHECK(shown->openedFamily == u"meal"_s);
    fix.shell->showPage(u"elders"_s, 1001);
    for (const QWidget* widget : fix.shell->findChildren<QWidget*>())
        if (const auto* page = dynamic_cast<const PlainPage*>(widget); page && page->isVisible())
            shown = page;
    CHECK(shown->opened == 1001);
    CHECK(shown->openedFamily.isEmpty());
}
