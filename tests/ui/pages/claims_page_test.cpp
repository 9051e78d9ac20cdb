// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/claims_page.h"

#include "core/rules/policy_desk.h"
#include "tests/support/catch.h"
#include "tests/ui/support/keys.h"
#include "tests/ui/support/looks.h"
#include "tests/ui/support/opened_centre.h"
#include "tests/ui/support/pictures.h"
#include "ui/dialogs/claim_answer_dialog.h"
#include "ui/dialogs/open_month_dialog.h"
#include "ui/pages/claim_side.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/edits.h"
#include "ui/widgets/month_edit.h"
#include "ui/widgets/table_view.h"

#include <QtCore/QFile>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QDialog>
#include <QtWidgets/QLabel>
#include <QtWidgets/QSpinBox>
#include <QtWidgets/QTableView>

using namespace songhe;
using namespace songhe::ui;
using namespace Qt::StringLiterals;

namespace {

/// Two people in September 2021: one on subsistence (three meals, two of them on one day), one registered elsewhere.
struct SeptemberCentre : OpenedCentre {
    explicit SeptemberCentre(int percent = 100)
        : OpenedCentre(percent)
    {
        const Id<Elder> paid = elder(u"王桂兰"_s, u"subsistence"_s);
        const Id<Elder> elsewhere = elder(u"古丽娜尔·艾山"_s, u"subsistence"_s, u"152921"_s);
        meal(paid, {2021, 9, 3});
        meal(paid, {2021, 9, 3}, Sitting::Dinner);
        meal(paid, {2021, 9, 4});
        meal(elsewhere, {2021, 9, 3});
    }
};

struct ClaimsFixture : SeptemberCentre {
    explicit ClaimsFixture(int percent = 100)
        : SeptemberCentre(percent)
        , page(around, session(), divisions())
    {
        showLarge(page);
        page.refresh();
    }
    void settle()
    {
        QTest::keyClick(month(), Qt::Key_Return);
        wait();
    }
    void wait()
    {
        REQUIRE(QTest::qWaitFor([this] { return !page.busy(); }, 60000));
        QTest::qWait(20);
    }
    MonthEdit* month() { return page.findChild<MonthEdit*>(u"month"_s); }
    QTableView* lines() { return page.findChild<QTableView*>(u"lines"_s); }
    QTableView* kept() { return page.findChild<QTableView*>(u"claims"_s); }
    QString words(const QString& label) { return page.findChild<QLabel*>(label)->text(); }
    ActionButton* button(const char* name) { return page.findChild<ActionButton*>(QString::fromLatin1(name)); }
    void press(const char* name)
    {
        REQUIRE(button(name)->isEnabled());
        button(name)->click();
        wait();
    }
    /// Settled, kept, checked and signed.
    void sign()
    {
        settle();
        press("write");
        press("check");
        press("sign");
    }
    template <typename Dialog> Dialog* dialog(const char* opener)
    {
        button(opener)->click();
        auto* shown = page.findChild<Dialog*>();
        REQUIRE(shown);
        return shown;
    }
    void answer(const QString& state, const QString& note)
    {
        auto* shown = dialog<ClaimAnswerDialog>("answer");
        shown->findChild<ChoiceBox*>(u"answer"_s)->setKey(state);
        shown->findChild<QLineEdit*>(u"note"_s)->setText(note);
        shown->findChild<ActionButton*>(u"record"_s)->click();
        wait();
    }

    ClaimsPage page;
};

/// Once the layout has come to rest.
QStringList uncut(const QWidget& widget)
{
    static_cast<void>(QTest::qWaitFor([&widget] { return cutWords(widget).isEmpty(); }, 3000));
    return cutWords(widget);
}

std::vector<Claim> keptClaims(Session& session)
{
    const auto shelf = PolicyDesk(session.ledger()).shelf();
    REQUIRE(shelf);
    const auto claims = SettlementDesk(session.ledger(), *shelf, Wording()).list();
    REQUIRE(claims);
    return *claims;
}

} // namespace

TEST_CASE("Enter settles last month and keeps nothing", "[ui][claims]")
{
    ClaimsFixture fix;
    CHECK(fix.month()->text() == u"2021-09"_s);
    CHECK(fix.kept()->model()->rowCount() == 0);
    fix.settle();
    CHECK(fix.words(u"total"_s) == u"6.00"_s);
    CHECK(fix.words(u"paid"_s) == u"2"_s);
    CHECK(fix.words(u"refused"_s) == u"2"_s);
    CHECK(fix.lines()->model()->rowCount() == 4);
    CHECK(!fix.words(u"message"_s).isEmpty()); // the policy is a consultation draft
    CHECK(keptClaims(fix.session()).empty());
}

TEST_CASE("the lines can be narrowed to what is not payable, with the reason in words", "[ui][claims]")
{
    ClaimsFixture fix;
    fix.settle();
    fix.page.findChild<ActionButton*>(u"filter2"_s)->click();
    QAbstractItemModel* lines = fix.lines()->model();
    REQUIRE(lines->rowCount() == 2);
    QStringList reasons;
    for (int row = 0; row < lines->rowCount(); ++row)
        reasons.append(lines->index(row, 5).data().toString());
    CHECK(reasons.filter(u"阿拉善左旗"_s).size() == 1);
    fix.page.findChild<ActionButton*>(u"filter1"_s)->click();
    CHECK(lines->rowCount() == 2);
}

TEST_CASE("Enter on a line shows the facts that decided, Esc goes back a step at a time", "[ui][claims]")
{
    ClaimsFixture fix;
    fix.settle();
    QTest::keyClick(fix.lines(), Qt::Key_Return);
    CHECK(fix.words(u"sideTitle"_s).contains(u"王桂兰"_s));
    CHECK(fix.page.goBack());
    CHECK(!fix.words(u"sideTitle"_s).contains(u"王桂兰"_s));
    CHECK(fix.page.goBack());
    CHECK(fix.kept()->isVisible());
    CHECK(!fix.page.goBack());
}

TEST_CASE("Ctrl+Enter keeps the draft once, and the list opens it again", "[ui][claims]")
{
    ClaimsFixture fix;
    fix.settle();
    auto* write = fix.page.findChild<ActionButton*>(u"write"_s);
    REQUIRE(write->isEnabled());
    QTest::keyClick(&fix.page, Qt::Key_Return, Qt::ControlModifier);
    ui::settle(); // a button's shortcut clicks it with a short press
    fix.wait();
    CHECK(!write->isEnabled());
    REQUIRE(keptClaims(fix.session()).size() == 1);
    CHECK(keptClaims(fix.session()).front().paid == Fen {600});

    fix.page.goBack();
    REQUIRE(fix.kept()->model()->rowCount() == 1);
    fix.kept()->setCurrentIndex(fix.kept()->model()->index(0, 0));
    QTest::keyClick(fix.kept(), Qt::Key_Return);
    fix.wait();
    CHECK(fix.words(u"total"_s) == u"6.00"_s);
    CHECK(!write->isEnabled());

    // What changes afterwards is shown as a difference, and replaces the draft only when asked.
    fix.meal(fix.elder(u"斯琴高娃"_s, u"destitute"_s), {2021, 9, 5});
    fix.month()->setFocus();
    fix.settle();
    CHECK(fix.words(u"total"_s) == u"9.00"_s);
    CHECK(write->isEnabled());
    CHECK(keptClaims(fix.session()).front().paid == Fen {600});
}

TEST_CASE("a kept claim is printed, one that is not kept is not", "[ui][claims]")
{
    ClaimsFixture fix;
    fix.settle();
    auto* print = fix.page.findChild<ActionButton*>(u"print"_s);
    CHECK(!print->isEnabled());
    fix.page.findChild<ActionButton*>(u"write"_s)->click();
    fix.wait();
    REQUIRE(print->isEnabled());
    fix.asker.file = fix.filePath(u"claim.pdf"_s);
    print->click();
    auto* sheets = fix.page.findChild<QDialog*>(u"preview"_s);
    REQUIRE(sheets);
    sheets->findChild<ActionButton*>(u"savePdf"_s)->click();
    CHECK(QFile::exists(fix.filePath(u"claim.pdf"_s)));
}

TEST_CASE("what is no month is told and nothing is settled", "[ui][claims]")
{
    ClaimsFixture fix;
    fix.month()->setText(u"2021-13"_s);
    QTest::keyClick(fix.month(), Qt::Key_Return);
    CHECK(!fix.page.busy());
    CHECK(!fix.words(u"message"_s).isEmpty());
    CHECK(fix.kept()->isVisible());
}

TEST_CASE("stopping a settlement leaves the list as it was", "[ui][claims]")
{
    ClaimsFixture fix;
    QTest::keyClick(fix.month(), Qt::Key_Return);
    fix.page.findChild<ActionButton*>(u"stop"_s)->click();
    fix.wait();
    CHECK(keptClaims(fix.session()).empty());
}

TEST_CASE("months are read as people write them and stepped by keys", "[ui][claims]")
{
    for (const QString& text : {u"2021-09"_s, u"2021-9"_s, u"202109"_s, u"2021年9月"_s, u"2021.9"_s, u"２０２１/９"_s})
        CHECK(MonthEdit::read(text) == *Period::fromText(u"2021-09"_s));
    for (const QString& text : {u""_s, u"2021"_s, u"2021-13"_s, u"9月"_s, u"2021-09-03"_s})
        CHECK(!MonthEdit::read(text));
    MonthEdit edit;
    edit.setText(u"2021-12"_s);
    QTest::keyClick(&edit, Qt::Key_Up);
    CHECK(edit.text() == u"2022-01"_s);
    QTest::keyClick(&edit, Qt::Key_PageDown);
    CHECK(edit.text() == u"2021-12"_s);
}

TEST_CASE("the claims page names its controls and cuts no word", "[ui][claims]")
{
    const Speaking chinese(u"zh_CN"_s);
    for (const int percent : {100, 125}) {
        CAPTURE(percent);
        ClaimsFixture fix(percent);
        CHECK(cutWords(fix.page) == QStringList());
        CHECK(savePicture(fix.page, u"claims_list_%1"_s.arg(percent)));
        fix.settle();
        CHECK(namelessControls(fix.page) == QStringList());
        CHECK(cutWords(fix.page) == QStringList());
        CHECK(savePicture(fix.page, u"claims_month_%1"_s.arg(percent)));
        QTest::keyClick(fix.lines(), Qt::Key_Return);
        QTest::qWait(20);
        CHECK(cutWords(fix.page) == QStringList());
        CHECK(savePicture(fix.page, u"claims_facts_%1"_s.arg(percent)));
    }
}

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
            CHECK(uncut(fix.page) == QStringList());
            CHECK(savePicture(fix.page, u"claim_check"_s + tail));
            fix.press("sign");
            CHECK(uncut(fix.page) == QStringList());
            CHECK(savePicture(fix.page, u"claim_signed"_s + tail));
            auto* answer = fix.dialog<ClaimAnswerDialog>("answer");
            answer->findChild<ChoiceBox*>(u"answer"_s)->setKey(u"partly_returned"_s);
            CHECK(namelessControls(*answer) == QStringList());
            CHECK(uncut(*answer) == QStringList());
            CHECK(savePicture(*answer, u"claim_answer"_s + tail));
            answer->close();
            auto* open = fix.dialog<OpenMonthDialog>("openMonth");
            CHECK(uncut(*open) == QStringList());
            CHECK(savePicture(*open, u"claim_open"_s + tail));
            open->close();
            const auto meals = RecordTable<Meal>(fix.session().ledger()).list(u"WHERE served_on = '2021-09-04'"_s);
            REQUIRE(RecordTable<Meal>(fix.session().ledger()).voidRecord(meals->front().id, u"登记错误"_s));
            fix.month()->setText(u"2021-10"_s);
            fix.settle();
            fix.button("filter4")->click();
            QTest::keyClick(fix.lines(), Qt::Key_Return);
            CHECK(uncut(fix.page) == QStringList());
            CHECK(savePicture(fix.page, u"claim_adjustment"_s + tail));
        }
}
