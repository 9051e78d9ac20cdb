// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/centre/settings.h"
#include "core/exchange/receipt_repository.h"
#include "core/meals/meal_repository.h"
#include "tests/support/catch.h"
#include "tests/ui/support/keys.h"
#include "tests/ui/support/looks.h"
#include "tests/ui/support/opened_centre.h"
#include "tests/ui/support/pictures.h"
#include "ui/pages/package_page.h"
#include "ui/widgets/buttons.h"

#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QLabel>
#include <QtWidgets/QTableView>

using namespace songhe;
using namespace songhe::ui;
using namespace Qt::StringLiterals;

namespace {

/// A package that a receipt answered: a meal in conflict, a claim returned, a meal that is older than what is there.
struct ReceivedFixture : OpenedCentre {
    explicit ReceivedFixture(int percent = 100)
        : OpenedCentre(percent)
        , page(around, session(), nullptr, [] { return std::vector<Stick>(); })
    {
        person = elder(u"王桂兰"_s, u"subsistence"_s);
        meal(person, {2021, 9, 3});
        Ledger& ledger = session().ledger();
        const auto meals = MealRepository(ledger).listOn({2021, 9, 3});
        REQUIRE(meals);
        Package package;
        package.quarter = u"2021Q3"_s;
        package.sequence = 1;
        package.fileName = u"songhe-YY001-2021Q3-0001.zip.age"_s;
        package.sha256 = package.auditDigest = QString(64, u'a');
        package.size = 1000;
        package.lineage = session().centre().lineage;
        package.writtenAt = Clock::momentOf({2021, 10, 5}, {9, 0});
        const auto kept = PackageRepository(ledger).add(package);
        REQUIRE(kept);
        PackageReceipt receipt;
        receipt.packageId = kept->id;
        receipt.package = u"songhe-YY001-2021Q3-0001"_s;
        receipt.status = u"merged"_s;
        receipt.district = u"青山区民政局"_s;
        receipt.districtKey = u"RW"_s;
        receipt.writtenAt = receipt.importedAt = clock.now();
        ReceiptRepository receipts(ledger);
        const auto here = receipts.add(receipt);
        REQUIRE(here);
        const auto item = [&](const char* about, qint64 record, const char* outcome, const char* code, bool done) {
            ReceiptItem made;
            made.receipt = here->id;
            made.about = QString::fromLatin1(about);
            made.record = {record};
            made.recordRevision = 1;
            made.outcome = QString::fromLatin1(outcome);
            made.code = QString::fromLatin1(code);
            made.done = done;
            made.text = u"区县已有同一版本但内容不同的记录。请核对后重新保存。"_s;
            REQUIRE(receipts.add(made));
        };
        item("meal", meals->front().id.value, "conflict", "conflict", false);
        item("claim", 4711, "returned", "decision", false);
        item("meal", 5, "superseded", "newer_revision", true);
        showLarge(page);
        page.refresh();
        wait();
    }
    void wait()
    {
        REQUIRE(QTest::qWaitFor([this] { return !page.busy(); }, 120000));
        ui::settle();
    }
    QTableView* items() { return page.findChild<QTableView*>(u"receiptItems"_s); }
    QStringList column(int at)
    {
        QStringList texts;
        for (int row = 0; row < items()->model()->rowCount(); ++row)
            texts << items()->model()->index(row, at).data().toString();
        return texts;
    }

    Id<Elder> person;
    PackagePage page;
};

constexpr qint64 gib = 1024LL * 1024 * 1024;

} // namespace

TEST_CASE("a stick that lacks room, or whose format takes no file so large, is told before anything is written",
          "[ui][package][sticks]")
{
    const Stick small {u"KINGSTON"_s, u"/media/k"_s, 2'000'000, true, u"vfat"_s};
    CHECK(stickProblem(small, 1'500'000).isEmpty());
    CHECK(stickProblem(small, 2'000'000).isEmpty());
    CHECK(stickProblem(small, 2'000'001).contains(u"KINGSTON"));
    CHECK(stickProblem(small, 2'000'001).contains(sizeText(2'000'000)));
    // However small the package is, a little room is wanted.
    CHECK_FALSE(stickProblem({u"K"_s, u"/media/k"_s, 100'000, true, u"exfat"_s}, 10).isEmpty());

    for (const char* fat : {"vfat", "msdos"}) {
        const Stick large {u"KINGSTON"_s, u"/media/k"_s, 64 * gib, true, QString::fromLatin1(fat)};
        CHECK(stickProblem(large, 4 * gib - 1).isEmpty());
        CHECK(stickProblem(large, 4 * gib).contains(u"FAT"));
        CHECK(stickProblem(large, 4 * gib).contains(u"exFAT"));
    }
    for (const char* other : {"exfat", "ext4", "ntfs", ""}) {
        const Stick large {u"KINGSTON"_s, u"/media/k"_s, 64 * gib, true, QString::fromLatin1(other)};
        CHECK(stickProblem(large, 40 * gib).isEmpty());
    }
}

TEST_CASE("what the district did not take over is listed in words, and Enter opens its record",
          "[ui][package][receipts]")
{
    const Speaking chinese(u"zh_CN"_s);
    ReceivedFixture fix;
    REQUIRE(fix.items()->isVisible());
    CHECK(fix.column(0) == QStringList {u"有冲突"_s, u"已退回"_s});
    CHECK(fix.column(1) == QStringList {u"就餐记录"_s, u"申领"_s});
    CHECK(fix.column(2).first().contains(u"内容不同"));
    const QSignalSpy went(&fix.page, &Page::goTo);
    fix.items()->setCurrentIndex(fix.items()->model()->index(0, 0));
    QTest::keyClick(fix.items(), Qt::Key_Return);
    REQUIRE(went.count() == 1);
    CHECK(went.last().at(0).toString() == u"elders"_s);
    CHECK(went.last().at(1).toLongLong() == fix.person.value);
    fix.items()->setCurrentIndex(fix.items()->model()->index(1, 0));
    QTest::keyClick(fix.items(), Qt::Key_Return);
    REQUIRE(went.count() == 2);
    CHECK(went.last().at(0).toString() == u"claims"_s);
    CHECK(went.last().at(1).toLongLong() == 4711);
    CHECK(namelessControls(fix.page) == QStringList());
    CHECK(cutWords(fix.page) == QStringList());
    CHECK(savePicture(fix.page, u"receipt_items"_s));
}

TEST_CASE("a line of the work-list is done with a note, and the list goes when all are", "[ui][package][receipts]")
{
    ReceivedFixture fix;
    fix.asker.answer.reset(); // thought better of it
    QTest::keyClick(fix.items(), Qt::Key_D, Qt::ControlModifier);
    ui::settle();
    CHECK(fix.items()->model()->rowCount() == 2);
    fix.asker.answer = u"已按签收表更正"_s;
    for (int left = 1; left >= 0; --left) {
        QTest::keyClick(fix.items(), Qt::Key_D, Qt::ControlModifier);
        ui::settle();
        CHECK(fix.items()->model()->rowCount() == left);
    }
    CHECK_FALSE(fix.items()->isVisible());
    const auto all = ReceiptRepository(fix.session().ledger()).items(false, 10);
    REQUIRE(all);
    REQUIRE(all->size() == 3);
    for (const ReceiptItem& item : *all) {
        CHECK(item.done);
        if (item.outcome != u"superseded"_s)
            CHECK(item.note == u"已按签收表更正"_s);
    }
    CHECK(*ReceiptRepository(fix.session().ledger()).openItems() == 0);
}

TEST_CASE("a file that is no receipt of this district is told in words, and the page stays as it was",
          "[ui][package][receipts]")
{
    ReceivedFixture fix;
    fix.asker.file = fix.filePath(u"nothing.receipt.zip.age"_s);
    QTest::keyClick(&fix.page, Qt::Key_I, Qt::ControlModifier);
    ui::settle();
    fix.wait();
    CHECK_FALSE(fix.page.findChild<QLabel*>(u"message"_s)->text().isEmpty());
    CHECK(fix.items()->model()->rowCount() == 2);
}
