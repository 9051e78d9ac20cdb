// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/catch.h"

#include "tests/ui/support/keys.h"
#include "tests/ui/support/looks.h"
#include "tests/ui/support/opened_centre.h"
#include "tests/ui/support/pictures.h"
#include "tests/ui/support/session_fixture.h"
#include "ui/dialogs/merge_elders_dialog.h"
#include "ui/pages/elders_page.h"
#include "ui/pages/settings_page.h"
#include "ui/pages/today_page.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/edits.h"
#include "ui/widgets/table_view.h"

#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>

using namespace songhe;
using namespace songhe::ui;
using namespace Qt::StringLiterals;

namespace {

struct EldersPageFixture : SessionFixture {
    explicit EldersPageFixture(int percent = 100)
        : SessionFixture(percent)
        , elders(session->ledger())
    {
        page = std::make_unique<EldersPage>(
            around,
            EldersPage::Desks {
                *session, *index, {elders, {}, *divisions, u"150000"_s, [](Id<User>) { return u"李敏"_s; }}, [] {
                    return Result<void>();
                }});
        page->resize(1180, 716);
        page->show();
        page->activateWindow();
        REQUIRE(QTest::qWaitForWindowActive(page.get()));
        page->refresh();
    }
    QLineEdit* field(const char* name) { return page->findChild<QLineEdit*>(QString::fromLatin1(name)); }
    QAbstractItemModel* list() { return page->findChild<QTableView*>(u"elders"_s)->model(); }
    void newElder(const QString& name)
    {
        QTest::keyClick(page.get(), Qt::Key_N, Qt::ControlModifier);
        ui::settle();
        field("name")->insert(name); // as an input method commits it
        field("no_number_reason")->insert(u"补办中"_s);
        QTest::keyClick(field("name"), Qt::Key_Return, Qt::ControlModifier);
        ui::settle();
    }

    ElderDesk elders;
    std::unique_ptr<EldersPage> page;
};

} // namespace

TEST_CASE("Ctrl+N writes a new elder, who is found by her initials at once", "[ui][elders]")
{
    EldersPageFixture fix;
    REQUIRE(fix.list()->rowCount() == 0);
    fix.newElder(u"斯琴高娃"_s);
    CHECK(fix.list()->rowCount() == 1);
    CHECK(fix.index->find(u"sqgw"_s).size() == 1);
    QTest::keyClick(fix.page.get(), Qt::Key_Escape);
    ui::settle();
    fix.field("filter")->setText(u"sq"_s);
    CHECK(fix.list()->rowCount() == 1);
    fix.field("filter")->setText(u"wang"_s);
    CHECK(fix.list()->rowCount() == 0);
}

TEST_CASE("Esc asks before something typed is lost, and only then", "[ui][elders]")
{
    EldersPageFixture fix;
    QTest::keyClick(fix.page.get(), Qt::Key_N, Qt::ControlModifier);
    ui::settle();
    QTest::keyClick(fix.field("name"), Qt::Key_Escape);
    ui::settle();
    CHECK(fix.asker.asked.isEmpty());
    QTest::keyClick(fix.page.get(), Qt::Key_N, Qt::ControlModifier);
    ui::settle();
    fix.field("name")->insert(u"王"_s);
    CHECK(fix.page->unsaved() == 1);
    fix.asker.agree = false;
    QTest::keyClick(fix.field("name"), Qt::Key_Escape);
    ui::settle();
    CHECK(fix.asker.asked.size() == 1);
    CHECK(fix.page->unsaved() == 1); // she goes on writing
    fix.asker.agree = true;
    QTest::keyClick(fix.field("name"), Qt::Key_Escape);
    ui::settle();
    CHECK(fix.page->unsaved() == 0);
}

TEST_CASE("a name that cannot be one stays in the form with the reason", "[ui][elders]")
{
    EldersPageFixture fix;
    fix.newElder(u"王"_s);
    CHECK(fix.list()->rowCount() == 0);
    CHECK(fix.field("name")->text() == u"王"_s);
    CHECK(!fix.page->findChild<QLabel*>(u"message"_s)->text().isEmpty());
}

TEST_CASE("from her file the second file of one person is merged into it, and leaves the list", "[ui][elders]")
{
    EldersPageFixture fix;
    fix.newElder(u"斯琴高娃"_s);
    QTest::keyClick(fix.page.get(), Qt::Key_Escape);
    ui::settle();
    fix.newElder(u"斯琴高娃"_s);
    REQUIRE(fix.list()->rowCount() == 2);
    fix.page->findChild<ActionButton*>(u"mergeFiles"_s)->click();
    auto* dialog = fix.page->findChild<MergeEldersDialog*>();
    REQUIRE(dialog);
    dialog->findChild<QLineEdit*>(u"reason"_s)->setText(u"重复建档"_s);
    dialog->findChild<ActionButton*>(u"mergeNow"_s)->click();
    CHECK(fix.list()->rowCount() == 1);
    CHECK(fix.index->find(u"sqgw"_s).size() == 1);
}

TEST_CASE("the elders' pages are named throughout and cut no word", "[ui][elders]")
{
    for (const int percent : {100, 125}) {
        CAPTURE(percent);
        EldersPageFixture fix(percent);
        CHECK(savePicture(*fix.page, u"elders_empty_%1"_s.arg(percent)));
        fix.newElder(u"斯琴高娃"_s);
        QTest::qWait(50);
        CHECK(namelessControls(*fix.page) == QStringList());
        CHECK(cutWords(*fix.page) == QStringList());
        CHECK(savePicture(*fix.page, u"elder_%1"_s.arg(percent)));
        QTest::keyClick(fix.page.get(), Qt::Key_E, Qt::ControlModifier);
        ui::settle();
        CHECK(cutWords(*fix.page) == QStringList());
        CHECK(savePicture(*fix.page, u"elder_form_%1"_s.arg(percent)));
    }
}

TEST_CASE("today says what is due and leads there", "[ui][today]")
{
    SessionFixture fix;
    SettlementDesk settlements(fix.session->ledger(), *fix.shelf, elderWording(*fix.divisions));
    TodayPage page(fix.around, {*fix.meals, settlements, *fix.index, {}});
    page.resize(1180, 716);
    page.show();
    page.refresh();
    QTest::qWait(50);
    CHECK(page.findChild<QLabel*>(u"eaten"_s)->text() == u"0"_s);
    const QSignalSpy went(&page, &Page::goTo);
    const auto acts = page.findChild<QWidget*>(u"todo"_s)->findChildren<ActionButton*>();
    REQUIRE(acts.size() == 1); // an empty centre wants its roster first
    acts.front()->click();
    REQUIRE(went.count() == 1);
    CHECK(went.front().front().toString() == u"elders"_s);
    CHECK(namelessControls(page) == QStringList());
    CHECK(cutWords(page) == QStringList());
}

TEST_CASE("today tells what the district did not take over, and leads to it", "[ui][today][receipts]")
{
    const Speaking speaking(u"en"_s); // its plurals
    SessionFixture fix;
    SettlementDesk settlements(fix.session->ledger(), *fix.shelf, elderWording(*fix.divisions));
    int open = 3;
    TodayPage page(fix.around, {*fix.meals, settlements, *fix.index, {}, {}, {}, {}, [&open] { return open; }});
    const auto told = [&page] {
        page.refresh();
        ui::settle();
        QStringList texts;
        for (const QLabel* label : page.findChild<QWidget*>(u"todo"_s)->findChildren<QLabel*>())
            texts << label->text();
        return texts;
    };
    CHECK(told().contains(u"3 records that the district did not take over"_s));
    const QSignalSpy went(&page, &Page::goTo);
    page.findChild<QWidget*>(u"todo"_s)->findChildren<ActionButton*>().back()->click();
    REQUIRE(went.count() == 1);
    CHECK(went.front().front().toString() == u"package"_s);
    open = 0;
    CHECK(told().filter(u"district"_s).isEmpty());
}

TEST_CASE("today tells which visits and devices wait, and leads to them", "[ui][today][visits]")
{
    const Speaking speaking(u"en"_s); // its plurals
    SessionFixture fix;
    SettlementDesk settlements(fix.session->ledger(), *fix.shelf, elderWording(*fix.divisions));
    TodayPage page(fix.around, {*fix.meals, settlements, *fix.index, {}, {}, {}, [] {
                                    return TodayPage::CareCounts {2, 1, 1};
                                }});
    page.refresh();
    QStringList told;
    for (const QLabel* label : page.findChild<QWidget*>(u"todo"_s)->findChildren<QLabel*>())
        told << label->text();
    CHECK(told.contains(u"1 visit overdue"_s));
    CHECK(told.contains(u"2 visits due today"_s));
    CHECK(told.contains(u"1 device not back yet"_s));
    const QSignalSpy went(&page, &Page::goTo);
    page.findChild<QWidget*>(u"todo"_s)->findChildren<ActionButton*>().back()->click();
    REQUIRE(went.count() == 1);
    CHECK(went.front().front().toString() == u"care"_s);
}

TEST_CASE("settings are kept when they are right, and looks are told", "[ui][settings]")
{
    SessionFixture fix;
    Settings settings(fix.session->ledger());
    SiteDesk sites(fix.session->ledger());
    SettingsPage page(fix.around, {*fix.session, settings, sites, {u"zh_CN"_s, u"en"_s}, {}, KdfCost::least()});
    page.resize(1180, 716);
    page.show();
    page.refresh();
    const QSignalSpy looks(&page, &SettingsPage::looksChanged);
    auto* price = page.findChild<QLineEdit*>(u"meal.price_fen"_s);
    price->setText(u"dear"_s);
    QTest::keyClick(price, Qt::Key_Return);
    CHECK(*settings.value(u"meal.price_fen"_s) == u"1200"_s);
    price->setText(u"9.5"_s);
    QTest::keyClick(price, Qt::Key_Return);
    CHECK(*settings.value(u"meal.price_fen"_s) == u"950"_s);
    CHECK(looks.count() == 0);
    auto* scale = page.findChild<ChoiceBox*>(u"text_scale"_s);
    scale->setKey(u"125"_s);
    Q_EMIT scale->activated(scale->currentIndex());
    CHECK(looks.count() == 1);
    CHECK(*settings.value(u"text_scale"_s) == u"125"_s);

    page.findChild<QLineEdit*>(u"siteCode"_s)->setText(u"P2"_s);
    page.findChild<QLineEdit*>(u"siteName"_s)->setText(u"文化路助餐点"_s);
    page.findChild<ActionButton*>(u"addSite"_s)->click();
    CHECK(sites.list()->size() == 2);
    QTest::qWait(50);
    CHECK(namelessControls(page) == QStringList());
    CHECK(cutWords(page) == QStringList());
    CHECK(savePicture(page, u"settings"_s));
}

TEST_CASE("the settings name policies and roles in words, and a manager can be signed on", "[ui][settings]")
{
    const Speaking chinese(u"zh_CN"_s);
    SessionFixture fix;
    Settings settings(fix.session->ledger());
    SiteDesk sites(fix.session->ledger());
    SettingsPage page(
        fix.around,
        {*fix.session, settings, sites, {u"zh_CN"_s}, SettingsPage::mealPolicies(*fix.shelf), KdfCost::least()});
    page.refresh();
    auto* policy = page.findChild<ChoiceBox*>(u"meal.policy"_s);
    CHECK(policy->key() == u"baotou-2020-meals"_s);
    CHECK(policy->currentText() == u"老年人供餐补贴"_s);
    CHECK(policy->findData(u"yc-bed"_s) < 0);

    page.findChild<QLineEdit*>(u"newUser"_s)->setText(u"赵敏"_s);
    page.findChild<QLineEdit*>(u"newUserPassword"_s)->setText(u"a first password"_s);
    page.findChild<ChoiceBox*>(u"newUserRole"_s)->setKey(u"manager"_s);
    page.findChild<ActionButton*>(u"addUser"_s)->click();
    CHECK(fix.session->users()->back().role == u"manager"_s);
}

TEST_CASE("the settings page is named throughout and cuts no word in Chinese", "[ui][settings]")
{
    const Speaking chinese(u"zh_CN"_s);
    for (const int percent : {100, 125, 175}) {
        CAPTURE(percent);
        SessionFixture fix(percent);
        Settings settings(fix.session->ledger());
        SiteDesk sites(fix.session->ledger());
        SettingsPage page(fix.around,
                          {*fix.session,
                           settings,
                           sites,
                           {u"zh_CN"_s, u"en"_s},
                           SettingsPage::mealPolicies(*fix.shelf),
                           KdfCost::least()});
        showLarge(page);
        page.refresh();
        QTest::qWait(50);
        CHECK(namelessControls(page) == QStringList());
        CHECK(cutWords(page) == QStringList());
        CHECK(savePicture(page, u"settings_%1"_s.arg(percent)));
    }
}

TEST_CASE("the lock's minutes are chosen in the settings, and what the command line set stands there too",
          "[ui][settings][lock]")
{
    SessionFixture fix;
    Settings settings(fix.session->ledger());
    SiteDesk sites(fix.session->ledger());
    REQUIRE(settings.set(u"lock.minutes"_s, u"7"_s));
    SettingsPage page(fix.around, {*fix.session, settings, sites, {u"zh_CN"_s, u"en"_s}, {}, KdfCost::least()});
    showLarge(page);
    page.refresh();
    auto* lock = page.findChild<ChoiceBox*>(u"lock.minutes"_s);
    CHECK(lock->key() == u"7"_s);
    QTest::keyClick(lock, Qt::Key_Home);
    CHECK(*settings.value(u"lock.minutes"_s) == u"5"_s);
}
