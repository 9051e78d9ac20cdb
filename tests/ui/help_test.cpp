// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/catch.h"

#include "tests/ui/support/fake_asker.h"
#include "tests/ui/support/keys.h"
#include "tests/ui/support/looks.h"
#include "tests/ui/support/pictures.h"
#include "ui/shell/help_window.h"
#include "ui/shell/shell.h"
#include "ui/widgets/buttons.h"

#include <QtCore/QSet>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QListWidget>
#include <QtWidgets/QTextBrowser>
#include <QtWidgets/QVBoxLayout>

using namespace songhe;
using namespace songhe::ui;
using namespace Qt::StringLiterals;

namespace {

class HelpedPage final : public Page {
public:
    HelpedPage(const Surroundings& around, QWidget* parent)
        : Page(around, u"助餐台"_s, parent)
    {
        addAction(new ActionButton(theme(), u"批量送餐"_s, QKeySequence(Qt::CTRL | Qt::Key_B)));
        addAction(new ActionButton(theme(), u"无键"_s));
    }
};

QSet<QString> pagesOf(const std::vector<ManualChapter>& chapters)
{
    QSet<QString> pages;
    for (const ManualChapter& chapter : chapters)
        if (!chapter.page.isEmpty())
            pages.insert(chapter.page);
    return pages;
}

} // namespace

TEST_CASE("the manual explains every page in Chinese and in English", "[ui][help]")
{
    const QSet<QString> wanted {u"today"_s, u"meals"_s, u"elders"_s, u"claims"_s, u"package"_s, u"settings"_s};
    for (const QString& language : {u"zh_CN"_s, u"en"_s}) {
        CAPTURE(language.toStdString());
        CHECK(pagesOf(readManual(language)).contains(wanted));
    }
    CHECK(readManual(u"zh_CN"_s).front().title != readManual(u"en"_s).front().title);
}

TEST_CASE("a chapter goes from its heading to the next and says of which page it is", "[ui][help]")
{
    const auto chapters = chaptersOf(u"# Manual\nbefore\n## One\n<!-- page: meals -->\n1. first\n## Two\nsecond\n"_s);
    REQUIRE(chapters.size() == 2);
    CHECK(chapters[0].title == u"One"_s);
    CHECK(chapters[0].page == u"meals"_s);
    CHECK(chapters[0].text == u"## One\n1. first\n"_s);
    CHECK(chapters[1].page.isEmpty());
}

TEST_CASE("F1 opens the chapter of the page one is on, with that page's keys", "[ui][help]")
{
    for (const int percent : {100, 125, 175}) {
        CAPTURE(percent);
        FakeAsker asker;
        const FixedClock clock {QDate(2021, 9, 3)};
        const Theme theme(Tokens::light(), percent);
        theme.apply(*qApp);
        const Surroundings around {theme, asker, clock};
        Shell shell(around,
                    {{u"meals"_s, u"助餐台"_s, u"助餐"_s, QKeySequence(Qt::Key_F2),
                      [&](QWidget* parent) -> Page* { return new HelpedPage(around, parent); }}},
                    {}, {});
        shell.resize(1366, 768);
        shell.show();
        shell.activateWindow();
        REQUIRE(QTest::qWaitForWindowActive(&shell));
        HelpWindow help(theme, readManual(u"zh_CN"_s), &shell);
        help.setAttribute(Qt::WA_DeleteOnClose, false);
        QObject::connect(
            &shell, &Shell::helpWanted, &help,
            [&](const QString& page, const std::vector<KeyLine>& keys, const std::vector<KeyLine>& everywhere) {
                help.showPage(page, keys, everywhere);
                help.show();
            });
        QTest::keyClick(&shell, Qt::Key_F1);
        REQUIRE(help.isVisible());
        const QString shown = help.findChild<QTextBrowser*>()->toPlainText();
        CHECK(shown.contains(u"午餐登记"_s));
        CHECK(shown.contains(u"批量送餐"_s));
        CHECK(shown.contains(u"Ctrl B"_s));
        CHECK_FALSE(shown.contains(u"无键"_s));
        CHECK_FALSE(shown.contains(u"<!--"_s));
        CHECK(namelessControls(help) == QStringList());
        CHECK(cutWords(help) == QStringList());
        QTest::qWait(30);
        CHECK(savePicture(help, u"help_%1"_s.arg(percent)));
        QTest::keyClick(help.findChild<QListWidget*>(), Qt::Key_Home);
        CHECK_FALSE(help.findChild<QTextBrowser*>()->toPlainText().contains(u"批量送餐"_s));
        QTest::keyClick(&help, Qt::Key_Escape);
        ui::settle();
        CHECK_FALSE(help.isVisible());
    }
}
