// SPDX-License-Identifier: GPL-3.0-or-later
// What becomes of a claim on its page: checked, signed, answered, corrected, its period opened again.
#include "core/meals/meal_repository.h"
#include "tests/ui/support/claims_fixture.h"
#include "ui/pages/claim_check_view.h"
#include "ui/pages/claim_side.h"

#include <QtTest/QSignalSpy>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QSpinBox>

using namespace songhe;
using namespace songhe::ui;
using namespace Qt::StringLiterals;

TEST_CASE("the check lists what an auditor would ask, and Enter opens the line with its record", "[ui][claims]")
{
    ClaimsFixture fix;
    fix.settle();
    fix.press("write");
    fix.press("check");
    auto* findings = fix.page.findChild<QTableView*>(u"findings"_s);
    REQUIRE(findings->isVisible());
    REQUIRE(findings->model()->rowCount() > 0);
    int late = -1;
    for (int row = 0; row < findings->model()->rowCount(); ++row)
        if (findings->model()->index(row, 0).data().toString() == u"late entry"_s)
            late = row;
    REQUIRE(late >= 0);
    CHECK(!findings->model()->index(late, 1).data().toString().isEmpty()); // whose
    findings->setCurrentIndex(findings->model()->index(late, 0));
    QTest::keyClick(findings, Qt::Key_Return);
    CHECK(fix.lines()->isVisible());
    CHECK(fix.words(u"sideTitle"_s).contains(findings->model()->index(late, 1).data().toString()));
    CHECK(keptClaims(fix.session()).front().state == ClaimState::Checked);
}

TEST_CASE("Enter on a finding opens the service, the attendance or the bed that it is about", "[ui][claims]")
{
    OpenedCentre fix;
    ClaimCheckView view(fix.around);
    struct Opens {
        const char* code;
        const char* family;
        const char* page;
        const char* shown;
    };
    static constexpr Opens all[] = {
        {"NOT_ATTENDED", "service", "services", "did not come"},
        {"ATTENDED_ABSENT", "attendance", "attendance", "away"},
        {"ATTENDED_AFTER_DEATH", "attendance", "attendance", "after death"},
        {"STAY_NOT_ATTENDED", "bed_stay", "facilities", "did not come"},
    };
    std::vector<NamedFinding> findings;
    for (const Opens& one : all) {
        ClaimFinding finding;
        finding.code = QString::fromLatin1(one.code);
        finding.family = QString::fromLatin1(one.family);
        finding.record = 4711 + qint64(findings.size());
        finding.elder = Id<Elder> {1001};
        findings.push_back({finding, u"王秀英"_s});
    }
    view.showFindings(Claim(), findings);
    view.show();
    QSignalSpy asked(&view, &ClaimCheckView::recordAsked);
    auto* list = view.findChild<QTableView*>(u"findings"_s);
    REQUIRE(list);
    for (int row = 0; row < int(findings.size()); ++row) {
        CHECK(list->model()->index(row, 0).data().toString() == QLatin1String(all[row].shown));
        list->setCurrentIndex(list->model()->index(row, 0));
        QTest::keyClick(list, Qt::Key_Return);
        REQUIRE(asked.size() == row + 1);
        CHECK(asked.back().at(0).toString() == QLatin1String(all[row].page));
        CHECK(asked.back().at(1).toLongLong() == findings[std::size_t(row)].finding.record);
    }
}

TEST_CASE("a figure opens its lines, a line its record and its facts, and from there the elder's file", "[ui][claims]")
{
    ClaimsFixture fix;
    fix.settle();
    const auto sums = fix.page.findChildren<SumLine*>();
    REQUIRE(sums.size() >= 3);
    sums.back()->setFocus();
    QTest::keyClick(sums.back(), Qt::Key_Return); // the last one: why something is not paid
    REQUIRE(fix.lines()->model()->rowCount() == 1);
    QTest::keyClick(fix.lines(), Qt::Key_Return);
    QSignalSpy asked(&fix.page, &Page::goTo);
    auto* open = fix.page.findChild<ActionButton*>(u"openElder"_s);
    REQUIRE(open);
    open->click();
    REQUIRE(asked.size() == 1);
    CHECK(asked.front().front().toString() == u"elders"_s);
}

TEST_CASE("a signed claim is accepted and paid, and each step stands there with who and when", "[ui][claims]")
{
    ClaimsFixture fix;
    fix.sign();
    CHECK(!fix.button("sign")->isVisible());
    CHECK(!fix.button("write")->isVisible());
    fix.answer(u"accepted"_s, u"区民政局已审核"_s);
    CHECK(keptClaims(fix.session()).front().state == ClaimState::Accepted);
    fix.answer(u"paid"_s, {});
    CHECK(keptClaims(fix.session()).front().state == ClaimState::Paid);
    CHECK(!fix.button("answer")->isVisible()); // nothing more can come
    QString said;
    for (const QLabel* label : fix.page.findChildren<QLabel*>())
        said += label->text() + u'\n';
    CHECK(said.contains(u"区民政局已审核"_s));
    CHECK(said.contains(u"6.00 yuan"_s));
}

TEST_CASE("a return wants a reason, by lines it wants them ticked, and what was returned stays to be read",
          "[ui][claims]")
{
    ClaimsFixture fix;
    fix.sign();
    auto* shown = fix.dialog<ClaimAnswerDialog>("answer");
    shown->findChild<ChoiceBox*>(u"answer"_s)->setKey(u"partly_returned"_s);
    auto* record = shown->findChild<ActionButton*>(u"record"_s);
    record->click(); // no line is ticked
    CHECK(keptClaims(fix.session()).front().state == ClaimState::Signed);
    auto* lines = shown->findChild<TableView*>(u"returnedLines"_s);
    REQUIRE(lines->model()->rowCount() == 2); // those that were paid
    lines->setFocus();
    QTest::keyClick(lines, Qt::Key_Space);
    record->click(); // and no reason
    CHECK(keptClaims(fix.session()).front().state == ClaimState::Signed);
    shown->findChild<QLineEdit*>(u"note"_s)->setText(u"缺签收单"_s);
    record->click();
    fix.wait();
    CHECK(keptClaims(fix.session()).front().state == ClaimState::PartlyReturned);
}

TEST_CASE("a claim that came back as a whole can be opened and its month settled anew", "[ui][claims]")
{
    ClaimsFixture fix;
    fix.sign();
    fix.answer(u"returned"_s, u"缺签收单"_s);
    CHECK(fix.button("write")->isEnabled()); // the month is open again
    fix.page.goBack();
    REQUIRE(fix.kept()->model()->rowCount() == 1);
    fix.kept()->setCurrentIndex(fix.kept()->model()->index(0, 0));
    QTest::keyClick(fix.kept(), Qt::Key_Return);
    fix.wait();
    CHECK(fix.lines()->model()->rowCount() == 4);
    QString said;
    for (const QLabel* label : fix.page.findChildren<QLabel*>())
        said += label->text() + u'\n';
    CHECK(said.contains(u"缺签收单"_s));
}

TEST_CASE("a closed month is opened for a reason and some days, and that shows", "[ui][claims]")
{
    ClaimsFixture fix;
    fix.sign();
    auto* shown = fix.dialog<OpenMonthDialog>("openMonth");
    shown->findChild<ActionButton*>(u"openNow"_s)->click(); // no reason
    CHECK(shown->isVisible());
    shown->findChild<QLineEdit*>(u"reason"_s)->setText(u"登记本补录"_s);
    shown->findChild<QSpinBox*>(u"days"_s)->setValue(2);
    shown->findChild<ActionButton*>(u"openNow"_s)->click();
    fix.wait();
    QString said;
    for (const QLabel* label : fix.page.findChildren<QLabel*>())
        said += label->text() + u'\n';
    CHECK(said.contains(u"2021-10-09"_s)); // until
    CHECK(said.contains(u"登记本补录"_s));
}

TEST_CASE("adjustments stand apart, each with the line it corrects", "[ui][claims]")
{
    ClaimsFixture fix;
    fix.sign();
    const auto meals = RecordTable<Meal>(fix.session().ledger()).list(u"WHERE served_on = '2021-09-04'"_s);
    REQUIRE(meals);
    REQUIRE(RecordTable<Meal>(fix.session().ledger()).voidRecord(meals->front().id, u"登记错误"_s));
    fix.month()->setText(u"2021-10"_s);
    fix.settle();
    CHECK(fix.words(u"total"_s) == u"-3.00"_s);
    auto* tab = fix.button("filter4");
    REQUIRE(tab->isVisible());
    tab->click();
    REQUIRE(fix.lines()->model()->rowCount() == 1);
    CHECK(fix.lines()->model()->index(0, 4).data().toString() == u"-3.00"_s);
    CHECK(fix.lines()->model()->index(0, 5).data().toString().contains(u"2021-09"_s));
}

TEST_CASE("policies besides meals are settled by quarter or year on the same page", "[ui][claims]")
{
    ClaimsFixture fix;
    fix.page.findChild<ChoiceBox*>(u"policy"_s)->setKey(u"nm-priority"_s);
    fix.month()->setText(u"2021q3"_s);
    fix.settle();
    CHECK(fix.month()->text() == u"2021Q3"_s);
    CHECK(fix.lines()->model()->rowCount() == 2); // both elders are looked at
    QTest::keyClick(fix.month(), Qt::Key_Up);
    CHECK(fix.month()->text() == u"2021Q4"_s);
}

TEST_CASE("the claim's check, its answers and its adjustments cut no word", "[ui][claims]")
{
    for (const QString& language : {u"zh_CN"_s, u"en"_s})
        for (const int percent : {100, 125}) {
            CAPTURE(percent, language.toStdString());
            const Speaking words(language);
            const QString tail = u"_%1_%2"_s.arg(language.left(2)).arg(percent);
            ClaimsFixture fix(percent);
            fix.settle();
            CHECK(savePicture(fix.page, u"claim_month"_s + tail));
            fix.press("write");
            fix.press("check");
            CHECK(namelessControls(fix.page) == QStringList());
            CHECK(cutWords(fix.page) == QStringList());
            CHECK(savePicture(fix.page, u"claim_check"_s + tail));
            fix.press("sign");
            CHECK(cutWords(fix.page) == QStringList());
            CHECK(savePicture(fix.page, u"claim_signed"_s + tail));
            auto* answer = fix.dialog<ClaimAnswerDialog>("answer");
            answer->findChild<ChoiceBox*>(u"answer"_s)->setKey(u"partly_returned"_s);
            CHECK(namelessControls(*answer) == QStringList());
            CHECK(cutWords(*answer) == QStringList());
            CHECK(savePicture(*answer, u"claim_answer"_s + tail));
            answer->close();
            auto* open = fix.dialog<OpenMonthDialog>("openMonth");
            CHECK(cutWords(*open) == QStringList());
            CHECK(savePicture(*open, u"claim_open"_s + tail));
            open->close();
            const auto meals = RecordTable<Meal>(fix.session().ledger()).list(u"WHERE served_on = '2021-09-04'"_s);
            REQUIRE(RecordTable<Meal>(fix.session().ledger()).voidRecord(meals->front().id, u"登记错误"_s));
            fix.month()->setText(u"2021-10"_s);
            fix.settle();
            fix.button("filter4")->click();
            QTest::keyClick(fix.lines(), Qt::Key_Return);
            CHECK(cutWords(fix.page) == QStringList());
            CHECK(savePicture(fix.page, u"claim_adjustment"_s + tail));
        }
}

TEST_CASE("the meal of a line is opened at the meal desk", "[ui][claims]")
{
    ClaimsFixture fix;
    fix.settle();
    QTest::keyClick(fix.lines(), Qt::Key_Return);
    QSignalSpy asked(&fix.page, &Page::goTo);
    auto* open = fix.page.findChild<ActionButton*>(u"openMeal"_s);
    REQUIRE(open);
    open->click();
    REQUIRE(asked.size() == 1);
    CHECK(asked.front()[0].toString() == u"meals#meal"_s);
    CHECK(asked.front()[1].toLongLong() != 0);
}

TEST_CASE("a claim that came back shows beside its lines what settling gives now", "[ui][claims]")
{
    ClaimsFixture fix;
    fix.sign();
    fix.answer(u"returned"_s, u"9月3日一餐未签收"_s);
    const Id<Claim> claim = keptClaims(fix.session()).front().id;
    MealRepository meals(fix.session().ledger());
    const auto eaten = meals.listOn({2021, 9, 4});
    REQUIRE(eaten->size() == 1);
    REQUIRE(meals.voidMeal(eaten->front().id, u"未就餐"_s));
    fix.page.goBack();
    fix.page.openRecord(claim.value);
    fix.wait();
    CHECK(fix.words(u"differenceSum"_s).contains(u"-3.00"_s));
    CHECK(savePicture(fix.page, u"claims_returned"_s));
}
