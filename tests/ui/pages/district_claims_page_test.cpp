// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/district_claims_page.h"

#include "tests/support/catch.h"
#include "tests/ui/support/district_fixture.h"
#include "tests/ui/support/keys.h"
#include "tests/ui/support/opened_centre.h"
#include "tests/ui/support/pictures.h"
#include "ui/pages/district_merge_page.h"
#include "ui/pages/district_report_page.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/edits.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QTableView>

using namespace songhe;
using namespace songhe::ui;
using namespace Qt::StringLiterals;

namespace {

template <typename P> struct DistrictPageFixture : DistrictFixture {
    DistrictPageFixture()
    {
        twoCentres();
        merge();
        page = std::make_unique<P>(around, office());
        showLarge(*page);
        REQUIRE(QTest::qWaitForWindowActive(page.get()));
        page->refresh();
        quiet();
    }
    void quiet()
    {
        // One worker's answer may send the next.
        REQUIRE(QTest::qWaitFor([this] { return workersDone(*page) && !page->busy(); }, 120'000));
    }
    void press(Qt::Key key, Qt::KeyboardModifiers with = Qt::NoModifier)
    {
        QWidget* at = page->focusWidget() ? page->focusWidget() : page.get();
        QTest::keyClick(at, key, with);
        ui::settle();
        quiet();
    }
    QTableView* table(const char* name) { return page->template findChild<QTableView*>(QString::fromLatin1(name)); }
    QString words(const char* name) { return page->template findChild<QLabel*>(QString::fromLatin1(name))->text(); }
    QString cell(const char* name, int row, int column)
    {
        return table(name)->model()->index(row, column).data().toString();
    }

    std::unique_ptr<P> page;
};

} // namespace

TEST_CASE("a claim is returned with a reason by keys, and may be accepted after all", "[ui][district]")
{
    DistrictPageFixture<DistrictClaimsPage> fix;
    REQUIRE(fix.table("claims")->model()->rowCount() == 1);
    CHECK(fix.cell("claims", 0, 3) == u"6.00"_s);
    fix.asker.answer = std::nullopt; // went back
    fix.press(Qt::Key_D, Qt::ControlModifier);
    CHECK(fix.table("claims")->model()->rowCount() == 1);
    fix.asker.answer = u"缺签字表"_s;
    fix.press(Qt::Key_D, Qt::ControlModifier);
    CHECK(fix.table("claims")->model()->rowCount() == 0); // none waits any more
    CHECK(fix.words("message").contains(u"SG01"_s));
    fix.page->findChild<ChoiceBox*>(u"which"_s)->setKey({});
    Q_EMIT fix.page->findChild<ChoiceBox*>(u"which"_s)->activated(1);
    REQUIRE(fix.table("claims")->model()->rowCount() == 1);
    CHECK(fix.words("detail").contains(u"缺签字表"_s));
    fix.press(Qt::Key_Return, Qt::ControlModifier);
    CHECK(fix.cell("claims", 0, 0) == DistrictClaimsPage::tr("accepted"));
}

TEST_CASE("a held key accepts one claim and no other", "[ui][district]")
{
    DistrictPageFixture<DistrictClaimsPage> fix;
    fix.trust(u"SG03"_s, fix.send({u"SG03"_s, u"150204195003050065"_s, {5, 6}, true}));
    fix.merge();
    fix.page->refresh();
    fix.quiet();
    REQUIRE(fix.table("claims")->model()->rowCount() == 2);
    const auto held = [&](bool again) {
        QWidget* at = fix.page->focusWidget() ? fix.page->focusWidget() : fix.page.get();
        QTest::simulateEvent(at, true, Qt::Key_Return, Qt::ControlModifier, u"\r"_s, again);
        ui::settle();
        fix.quiet();
    };
    held(false);
    held(true);
    held(true);
    CHECK(fix.table("claims")->model()->rowCount() == 1);
}

TEST_CASE("while a decision is written down nothing is decided twice", "[ui][district]")
{
    DistrictPageFixture<DistrictClaimsPage> fix;
    auto* accept = fix.page->findChild<ActionButton*>(u"accept"_s);
    auto* giveBack = fix.page->findChild<ActionButton*>(u"return"_s);
    REQUIRE(accept->isEnabled());
    accept->click();
    CHECK_FALSE(accept->isEnabled());
    CHECK_FALSE(giveBack->isEnabled());
    fix.quiet();
    CHECK(fix.table("claims")->model()->rowCount() == 0);
}

TEST_CASE("decisions that stand in no receipt are told, and their receipts are written", "[ui][district]")
{
    DistrictPageFixture<DistrictClaimsPage> fix;
    CHECK_FALSE(fix.page->findChild<QLabel*>(u"untold"_s)->isVisible());
    fix.press(Qt::Key_Return, Qt::ControlModifier);
    REQUIRE(fix.page->findChild<QLabel*>(u"untold"_s)->isVisible());
    CHECK(fix.words("untold").contains(u"SG01"_s));
    CHECK(savePicture(*fix.page, u"district_claims_untold"_s));
    fix.asker.file = fix.filePath(u"back"_s);
    fix.press(Qt::Key_R, Qt::ControlModifier);
    CHECK(QDir(*fix.asker.file).entryList(QDir::Files) == QStringList {u"songhe-SG01-2021Q3-0001.receipt.zip.age"_s});
    CHECK_FALSE(fix.page->findChild<QLabel*>(u"untold"_s)->isVisible());
}

TEST_CASE("recomputing says of a claim that it came out the same, and of a package why it cannot be", "[ui][district]")
{
    DistrictPageFixture<DistrictClaimsPage> fix;
    fix.asker.file = fix.stick();
    CHECK(fix.cell("claims", 0, 5) == DistrictClaimsPage::tr("not yet"));
    fix.press(Qt::Key_O, Qt::ControlModifier);
    CHECK(fix.words("message") == DistrictClaimsPage::tr("%1 claims came out the same, %2 differ.").arg(1).arg(0));
    CHECK(fix.cell("claims", 0, 5) == DistrictClaimsPage::tr("the same"));
    CHECK(savePicture(*fix.page, u"district_claims_replayed"_s));
    QFile cut(fix.stick() + u"/songhe-SG02-2021Q3-0001.zip.age"_s);
    REQUIRE(cut.resize(cut.size() / 2));
    fix.press(Qt::Key_O, Qt::ControlModifier);
    CHECK(fix.words("message").contains(u"songhe-SG02-2021Q3-0001.zip.age: "_s));
}

TEST_CASE("what recomputing gave is not said of a claim that came anew with other content", "[ui][district]")
{
    DistrictPageFixture<DistrictClaimsPage> fix;
    fix.asker.file = fix.stick();
    fix.press(Qt::Key_O, Qt::ControlModifier);
    REQUIRE(fix.cell("claims", 0, 5) == DistrictClaimsPage::tr("the same"));
    const auto store = DistrictStore::open(fix.places().store, false);
    REQUIRE(store);
    REQUIRE((*store)->execute(u"UPDATE claim SET digest = 'another'"_s));
    fix.page->refresh();
    fix.quiet();
    CHECK(fix.cell("claims", 0, 5) == DistrictClaimsPage::tr("not yet"));
}

TEST_CASE("a package that was not merged here is not recomputed", "[ui][district]")
{
    DistrictPageFixture<DistrictClaimsPage> fix;
    fix.send({u"SG09"_s, u"150204195003050065"_s, {5, 6}, true});
    fix.asker.file = fix.stick();
    fix.press(Qt::Key_O, Qt::ControlModifier);
    CHECK(fix.words("message").startsWith(
        DistrictClaimsPage::tr("%1 claims came out the same, %2 differ.").arg(1).arg(0) + u'\n'));
    CHECK(fix.words("message").contains(u"songhe-SG09-2021Q3-0001.zip.age: "_s));
}

TEST_CASE("the report counts each centre and all together, by kind", "[ui][district]")
{
    DistrictPageFixture<DistrictReportPage> fix;
    REQUIRE(fix.table("centres")->model()->rowCount() == 3);
    const qint64 all = fix.cell("centres", 0, 4).remove(u',').toLongLong();
    CHECK(all == fix.cell("centres", 1, 4).toLongLong() + fix.cell("centres", 2, 4).toLongLong());
    const auto meals = [&] {
        for (int row = 0; row < fix.table("counts")->model()->rowCount(); ++row)
            if (fix.cell("counts", row, 0) == u"Meals"_s)
                return fix.cell("counts", row, 1).toInt();
        return -1;
    };
    CHECK(meals() == 4);
    fix.press(Qt::Key_Down);
    CHECK(fix.words("chosen").startsWith(u"SG01"_s));
    CHECK(meals() == 2);
    const printing::DistrictReportLine line {u"SG01"_s, u"东河日间照料中心"_s, u"2021Q3"_s, 4, 120, 31000, 900, 12,
                                             40213};
    const auto paper = printing::DistrictReportPaper::make(
        {u"青山区民政局"_s, {2021, 10, 8}, 2, std::vector<printing::DistrictReportLine>(40, line)});
    REQUIRE(paper);
    const std::vector<QImage> sheets = printing::pictures(**paper, 60);
    CHECK(sheets.size() == 2);
    for (std::size_t i = 0; i < sheets.size(); ++i)
        CHECK(savePicture(sheets[i], u"district_report_paper_%1"_s.arg(i + 1)));
}

TEST_CASE("a stick with nothing on it, and one that is not there, are told in words", "[ui][district]")
{
    DistrictPageFixture<DistrictMergePage> fix;
    const QTemporaryDir empty;
    auto* from = fix.page->findChild<QLineEdit*>(u"from"_s);
    from->clear();
    fix.press(Qt::Key_Return, Qt::ControlModifier);
    CHECK(fix.words("message").contains(u"Ctrl+O"_s));
    from->setText(empty.path());
    CHECK(fix.page->findChild<QLineEdit*>(u"receipts"_s)->text() == empty.filePath(u"receipts"_s));
    fix.press(Qt::Key_Return, Qt::ControlModifier);
    CHECK(fix.words("message").contains(u".zip.age"_s));
    from->setText(empty.filePath(u"pulled"_s));
    fix.press(Qt::Key_Return, Qt::ControlModifier);
    CHECK(fix.words("message").contains(u"pulled"_s));
    CHECK(fix.table("outcomes")->model()->rowCount() == 0);
}

TEST_CASE("a merge that is stopped keeps what was judged, and the same folder again goes on from there",
          "[ui][district]")
{
    DistrictPageFixture<DistrictMergePage> fix;
    for (int number = 3; number < 12; ++number) {
        const QString code = u"SG%1"_s.arg(number, 2, 10, QLatin1Char('0'));
        fix.trust(code, fix.send({code, u"150204195003050022"_s, {number}}));
    }
    fix.page->findChild<QLineEdit*>(u"from"_s)->setText(fix.stick());
    auto* table = fix.table("outcomes");
    fix.page->findChild<ActionButton*>(u"merge"_s)->click();
    CHECK(fix.page->busy());
    REQUIRE(QTest::qWaitFor([&] { return table->model()->rowCount() > 0 || !fix.page->busy(); }, 60'000));
    fix.page->findChild<ActionButton*>(u"stop"_s)->click();
    fix.quiet();
    CHECK_FALSE(fix.words("message").isEmpty());
    fix.press(Qt::Key_Return, Qt::ControlModifier);
    REQUIRE(table->model()->rowCount() == 11);
    for (int row = 0; row < 11; ++row)
        CHECK(fix.cell("outcomes", row, 0) != DistrictMergePage::tr("refused"));
    CHECK(QDir(fix.stick() + u"/receipts"_s).entryList(QDir::Files).size() == 11);
}
