// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/catch.h"

#include "tests/ui/support/fake_asker.h"
#include "tests/ui/support/keys.h"
#include "tests/ui/support/pictures.h"
#include "ui/shell/idle_watch.h"
#include "ui/shell/lock_curtain.h"
#include "ui/shell/shell.h"

#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QVBoxLayout>

using namespace songhe;
using namespace songhe::ui;
using namespace Qt::StringLiterals;

namespace {

class TypedPage final : public Page {
public:
    TypedPage(const Surroundings& around, QWidget* parent)
        : Page(around, u"老人"_s, parent)
    {
        body()->addWidget(new QLineEdit(this));
        findChild<QLineEdit*>()->setObjectName(u"typed"_s);
    }
};

struct LockFixture {
    LockFixture()
    {
        theme.apply(*qApp);
        const auto make = [this](QWidget* parent) -> Page* { return new TypedPage(around, parent); };
        shell = std::make_unique<Shell>(
            around,
            std::vector<PageEntry> {{u"elders"_s, u"老人"_s, u"老人"_s, QKeySequence(Qt::Key_F3), make},
                                    {u"meals"_s, u"助餐台"_s, u"助餐"_s, QKeySequence(Qt::Key_F2), make}},
            Finder(), ShellWords());
        shell->resize(1366, 768);
        shell->show();
        shell->activateWindow();
        REQUIRE(QTest::qWaitForWindowActive(shell.get()));
    }
    QLineEdit* field() { return shell->page(shell->currentPage())->findChild<QLineEdit*>(u"typed"_s); }

    FakeAsker asker;
    FixedClock clock {QDate(2021, 9, 3)};
    Theme theme;
    Surroundings around {theme, asker, clock};
    std::unique_ptr<Shell> shell;
};

} // namespace

TEST_CASE("it tells once that nobody was here, and any key or mouse begins anew", "[ui][lock]")
{
    FixedClock clock {QDate(2021, 9, 3), QTime(12, 0)};
    IdleWatch watch(clock);
    QWidget window;
    window.installEventFilter(&watch);
    const QSignalSpy idle(&watch, &IdleWatch::idle);
    const auto later = [&](int minutes) {
        clock.set(clock.now().addSecs(minutes * 60));
        watch.look();
    };
    later(600);
    CHECK(idle.count() == 0); // 0 minutes: never
    watch.setMinutes(10);
    later(9);
    QTest::keyClick(&window, Qt::Key_A);
    later(9);
    QTest::mouseMove(&window, QPoint(3, 3));
    QTest::mouseClick(&window, Qt::LeftButton);
    later(9);
    CHECK(idle.count() == 0);
    later(1);
    CHECK(idle.count() == 1);
    later(30);
    CHECK(idle.count() == 1);
    QTest::keyClick(&window, Qt::Key_A);
    later(10);
    CHECK(idle.count() == 2);
}

TEST_CASE("the curtain hides everything, takes the keys, and what was half typed goes on where it was", "[ui][lock]")
{
    LockFixture fix;
    fix.field()->setFocus();
    QTest::keyClicks(fix.field(), u"zhang"_s);
    REQUIRE(fix.shell->halfTyped());
    auto* dialog = new QDialog(fix.shell.get()); // one that was open above it
    auto* inDialog = new QLineEdit(dialog);
    dialog->open();
    QTest::keyClicks(inDialog, u"2021-0"_s);
    inDialog->setFocus();
    {
        auto* signIn = new QLineEdit;
        LockCurtain curtain(fix.shell.get(), signIn);
        curtain.draw();
        ui::settle();
        for (QWidget* window : {static_cast<QWidget*>(fix.shell.get()), static_cast<QWidget*>(dialog)}) {
            const QWidget* top = window->childAt(window->rect().center());
            REQUIRE(top);
            CHECK(top->objectName() == u"plain"_s);
            CHECK(top->size() == window->size());
        }
        QTest::keyClick(&curtain, Qt::Key_Escape);
        curtain.close();
        CHECK(curtain.isVisible());
        CHECK(savePicture(*fix.shell, u"locked"_s));
    }
    CHECK(dialog->isVisible());
    CHECK(inDialog->text() == u"2021-0"_s);
    CHECK(fix.field()->text() == u"zhang"_s);
    CHECK(fix.shell->childAt(fix.shell->rect().center())->objectName() != u"plain"_s);
    dialog->close();
    fix.field()->setFocus();
    QTest::keyClicks(fix.field(), u"xy"_s);
    CHECK(fix.field()->text() == u"zhangxy"_s);
}

TEST_CASE("pages with nothing typed on them are let go and made anew when they are asked for", "[ui][lock]")
{
    LockFixture fix;
    Page* behind = fix.shell->page(u"elders"_s);
    bool gone = false;
    QObject::connect(behind, &QObject::destroyed, fix.shell.get(), [&] { gone = true; });
    QTest::keyClick(fix.shell.get(), Qt::Key_F2);
    REQUIRE(fix.shell->currentPage() == u"meals"_s);
    CHECK_FALSE(fix.shell->halfTyped());
    fix.shell->dropIdlePages();
    CHECK(gone);
    QTest::keyClick(fix.shell.get(), Qt::Key_F3);
    CHECK(fix.shell->currentPage() == u"elders"_s);
    CHECK(fix.field() != nullptr);
}
