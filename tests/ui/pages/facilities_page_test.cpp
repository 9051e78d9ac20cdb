// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/facilities_page.h"

#include "tests/support/catch.h"
#include "tests/ui/support/built_index.h"
#include "tests/ui/support/keys.h"
#include "tests/ui/support/looks.h"
#include "tests/ui/support/opened_centre.h"
#include "tests/ui/support/pictures.h"
#include "ui/widgets/edits.h"
#include "ui/widgets/table_view.h"

#include <QtTest/QTest>
#include <QtWidgets/QLabel>
#include <QtWidgets/QListWidget>
#include <QtWidgets/QPushButton>

using namespace songhe;
using namespace songhe::ui;
using namespace Qt::StringLiterals;

namespace {

struct FacilitiesFixture : OpenedCentre {
    explicit FacilitiesFixture(int percent = 100)
        : OpenedCentre(percent)
        , who(elder(u"王秀英"_s, u"subsistence"_s))
    {
        index = builtIndex(session().ledger(), readings);
        page = std::make_unique<FacilitiesPage>(
            around, FacilitiesPage::Desks {facilities, projects, evaluations, beds, absences, sites, *index});
        showLarge(*page);
        REQUIRE(QTest::qWaitForWindowActive(page.get()));
        page->refresh();
    }

    void press(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QWidget* at = page->focusWidget() ? page->focusWidget() : page.get();
        QTest::keyClick(at, Qt::Key(key), modifiers);
        ui::settle();
    }
    void tab(const char* name) { page->findChild<QPushButton*>(u"tab_"_s + QLatin1String(name))->click(); }
    QLineEdit* line(const char* key)
    {
        for (auto* each : page->findChildren<QLineEdit*>(QString::fromLatin1(key)))
            if (each->isVisible())
                return each;
        return nullptr;
    }
    int rows(const char* list) { return page->findChild<QTableView*>(QString::fromLatin1(list))->model()->rowCount(); }
    QString message()
    {
        for (auto* each : page->findChildren<QLabel*>(u"message"_s))
            if (each->isVisible())
                return each->text();
        return {};
    }

    Id<Elder> who;
    Result<Readings> readings = Readings::load();
    std::unique_ptr<ElderIndex> index;
    FacilityDesk facilities {session().ledger()};
    ProjectDesk projects {session().ledger()};
    EvaluationDesk evaluations {session().ledger()};
    BedDesk beds {session().ledger()};
    AbsenceDesk absences {session().ledger()};
    SiteDesk sites {session().ledger()};
    std::unique_ptr<FacilitiesPage> page;
};

} // namespace

TEST_CASE("Ctrl+N and Ctrl+Enter record a facility, and what is missing stays in the form with the reason",
          "[ui][facilities]")
{
    FacilitiesFixture fix;
    fix.press(Qt::Key_N, Qt::ControlModifier);
    REQUIRE(fix.line("code"));
    fix.line("code")->insert(u"F1"_s);
    fix.press(Qt::Key_Return, Qt::ControlModifier);
    CHECK(fix.message().contains(u"Name"_s));
    fix.line("name")->insert(u"友谊社区综合服务中心"_s);
    fix.press(Qt::Key_Return, Qt::ControlModifier);
    CHECK(fix.rows("facilities") == 1);
    CHECK(fix.facilities.list()->front().name == u"友谊社区综合服务中心"_s);
}

TEST_CASE("the only way out of a form with something typed is asked about", "[ui][facilities]")
{
    FacilitiesFixture fix;
    fix.press(Qt::Key_N, Qt::ControlModifier);
    fix.line("code")->insert(u"F1"_s);
    CHECK(fix.page->unsaved() == 1);
    fix.asker.agree = false;
    fix.press(Qt::Key_Escape);
    CHECK(fix.page->unsaved() == 1);
    fix.tab("absences");
    CHECK(fix.page->unsaved() == 1); // still in the form
    fix.asker.agree = true;
    fix.press(Qt::Key_Escape);
    CHECK(fix.page->unsaved() == 0);
    CHECK(fix.facilities.list()->empty());
}

TEST_CASE("an elder is chosen by her initials, and two absences that meet are refused in the form", "[ui][facilities]")
{
    FacilitiesFixture fix;
    Absence away;
    away.elder = fix.who;
    away.from = {2021, 9, 5};
    away.to = QDate(2021, 9, 9);
    REQUIRE(fix.absences.add(away));
    fix.tab("absences");
    CHECK(fix.rows("absences") == 1);
    fix.press(Qt::Key_N, Qt::ControlModifier);
    QTest::keyClicks(fix.line("elder_id"), u"wxy"_s);
    fix.line("from_on")->setText(u"2021-09-09"_s);
    fix.press(Qt::Key_Return, Qt::ControlModifier);
    CHECK(fix.message().contains(u"wxy"_s)); // typed, not chosen
    QTest::keyClick(fix.line("elder_id"), Qt::Key_End);
    QTest::keyClick(fix.line("elder_id"), Qt::Key_Backspace);
    QTest::keyClick(fix.line("elder_id"), Qt::Key_Return);
    CHECK(fix.line("elder_id")->text() == u"王秀英"_s);
    fix.press(Qt::Key_Return, Qt::ControlModifier);
    CHECK(fix.message().contains(u"2021-09-05"_s));
    fix.line("from_on")->setText(u"2021-09-10"_s);
    fix.press(Qt::Key_Return, Qt::ControlModifier);
    CHECK(fix.rows("absences") == 2);
}

TEST_CASE("floor areas and amounts are read as people write them", "[ui][facilities]")
{
    FacilitiesFixture fix;
    Facility facility;
    facility.code = u"F1"_s;
    facility.name = u"东城中心"_s;
    REQUIRE(fix.facilities.add(facility));
    fix.tab("premises");
    fix.press(Qt::Key_N, Qt::ControlModifier);
    auto* place = fix.page->findChild<QComboBox*>(u"facility_id"_s);
    REQUIRE(place);
    CHECK(place->itemText(1) == u"F1  东城中心"_s);
    place->setCurrentIndex(1);
    fix.line("area_dm2")->setText(u"1,280.555"_s);
    fix.press(Qt::Key_Return, Qt::ControlModifier);
    CHECK(fix.message().contains(u"1,280.555"_s));
    fix.line("area_dm2")->setText(u"1,280.55"_s);
    fix.press(Qt::Key_Return, Qt::ControlModifier);
    REQUIRE(fix.facilities.premises()->size() == 1);
    CHECK(fix.facilities.premises()->front().area == Area {128055});
    CHECK_FALSE(fix.facilities.premises()->front().beds); // left empty is not known, not none
}

TEST_CASE("a record is made void with a reason from the list", "[ui][facilities]")
{
    FacilitiesFixture fix;
    Budget budget;
    budget.year = 2021;
    budget.amount = {5000000};
    REQUIRE(fix.evaluations.add(budget));
    fix.tab("budgets");
    auto* list = fix.page->findChild<QTableView*>(u"budgets"_s);
    list->setCurrentIndex(list->model()->index(0, 0));
    fix.asker.answer = u"重复登记"_s;
    fix.page->findChild<QPushButton*>(u"void"_s)->click();
    CHECK(fix.evaluations.budgets()->empty());
    CHECK(fix.rows("budgets") == 0);
}

TEST_CASE("a project that the search found is chosen in its list", "[ui][facilities]")
{
    FacilitiesFixture fix;
    for (const QString& code : {u"X1"_s, u"X2"_s}) {
        Project project;
        project.code = code;
        project.name = u"改造"_s;
        REQUIRE(fix.projects.add(project));
    }
    fix.page->openRecord(fix.projects.list()->back().id.value);
    const auto* list = fix.page->findChild<QTableView*>(u"projects"_s);
    CHECK(list->isVisible());
    CHECK(list->currentIndex().row() == 1);
}

TEST_CASE("every section of the page is named throughout and cuts no word", "[ui][facilities]")
{
    const Speaking chinese(u"zh_CN"_s);
    for (const int percent : {100, 125}) {
        CAPTURE(percent);
        FacilitiesFixture fix(percent);
        for (const char* name : {"facilities", "premises", "projects", "costs", "acceptances", "evaluations", "budgets",
                                 "bedStays", "homeBeds", "absences"}) {
            CAPTURE(name);
            fix.tab(name);
            QTest::qWait(50);
            CHECK(cutWords(*fix.page) == QStringList());
            fix.press(Qt::Key_N, Qt::ControlModifier);
            CHECK(namelessControls(*fix.page) == QStringList());
            CHECK(cutWords(*fix.page) == QStringList());
            fix.press(Qt::Key_Escape);
        }
        CHECK(savePicture(*fix.page, u"facilities_%1"_s.arg(percent)));
    }
}
