// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/services_page.h"

#include "tests/support/catch.h"
#include "tests/ui/support/built_index.h"
#include "tests/ui/support/keys.h"
#include "tests/ui/support/looks.h"
#include "tests/ui/support/opened_centre.h"
#include "tests/ui/support/pictures.h"
#include "ui/dialogs/group_service_dialog.h"
#include "ui/pages/service_grid.h"
#include "ui/widgets/edits.h"
#include "ui/widgets/table_view.h"

#include <QtTest/QTest>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLabel>
#include <QtWidgets/QListWidget>
#include <QtWidgets/QPushButton>

using namespace songhe;
using namespace songhe::ui;
using namespace Qt::StringLiterals;

namespace {

struct ServicesFixture : OpenedCentre {
    explicit ServicesFixture(int percent = 100, int people = 3)
        : OpenedCentre(percent)
    {
        const QStringList names {u"王秀英"_s, u"李桂兰"_s, u"古丽娜尔·艾山"_s, u"张春生"_s, u"赵玉梅"_s};
        for (int i = 0; i < people; ++i)
            elders.push_back(elder(names[i % names.size()], u"subsistence"_s));
        index = builtIndex(session().ledger(), readings);
        carer = worker(u"赵海山"_s, {QJsonObject {{u"kind"_s, u"care_worker"_s}, {u"until"_s, u"2023-01-01"_s}}});
        helper = worker(u"钱立"_s, {});
        page = std::make_unique<ServicesPage>(
            around,
            ServicesPage::Desks {session(), bookings, services, agreements, catalogue, staff, sites, settings, *index});
        showLarge(*page);
        REQUIRE(QTest::qWaitForWindowActive(page.get()));
        page->refresh();
    }

    Id<Staff> worker(const QString& name, const QJsonArray& certificates)
    {
        Staff one;
        one.name = name;
        one.certificates = certificates;
        const auto added = staff.add(one);
        REQUIRE(added);
        return added->id;
    }

    Booking ordered(std::size_t who, const QString& item, QTime at, Id<Staff> by, QDate day = {2021, 10, 8})
    {
        Booking booking;
        booking.elder = elders[who];
        booking.item = item;
        booking.at = Clock::momentOf(day, at);
        booking.minutes = 60;
        booking.staff = by;
        const auto added = bookings.add(booking);
        REQUIRE(added);
        return *added;
    }

    void press(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QWidget* at = page->focusWidget() ? page->focusWidget() : page.get();
        QTest::keyClick(at, Qt::Key(key), modifiers);
        ui::settle();
    }
    void tab(const char* name) { page->findChild<QPushButton*>(u"tab_"_s + QLatin1String(name))->click(); }
    template <typename T = QLineEdit> T* visible(const char* name, QWidget* root = nullptr)
    {
        for (T* each : (root ? root : page.get())->findChildren<T*>(QString::fromLatin1(name)))
            if (each->isVisible())
                return each;
        return nullptr;
    }
    void chooseElder(const QString& initials)
    {
        auto* field = visible("elder_id");
        REQUIRE(field);
        QTest::keyClicks(field, initials);
        QTest::keyClick(field, Qt::Key_Return);
    }
    void chooseItem(const QString& key) { visible<ChoiceBox>("item")->setKey(key); }
    QString message() { return visible<QLabel>("message") ? visible<QLabel>("message")->text() : QString(); }
    QString told() { return visible<QLabel>("told") ? visible<QLabel>("told")->text() : QString(); }
    QTableView* lines() { return page->findChild<QTableView*>(u"lines"_s); }
    ServiceGrid* grid() { return page->findChild<ServiceGrid*>(u"grid"_s); }

    std::vector<Id<Elder>> elders;
    Id<Staff> carer, helper;
    Result<Readings> readings = Readings::load();
    std::unique_ptr<ElderIndex> index;
    BookingDesk bookings {session().ledger()};
    ServiceDesk services {session().ledger()};
    AgreementDesk agreements {session().ledger()};
    CatalogueDesk catalogue {session().ledger()};
    StaffDesk staff {session().ledger()};
    SiteDesk sites {session().ledger()};
    Settings settings {session().ledger()};
    std::unique_ptr<ServicesPage> page;
};

} // namespace

TEST_CASE("an order is made by keys from the cell of a person and an hour", "[ui][services]")
{
    ServicesFixture fix;
    fix.grid()->setFocus();
    fix.grid()->setCurrentCell(0, 1); // 09:00 of the first
    fix.press(Qt::Key_Return);
    fix.chooseElder(u"wxy"_s);
    fix.chooseItem(u"bath"_s);
    CHECK(fix.visible("minutes")->text() == u"60"_s); // the usual duration
    CHECK(fix.visible("at")->text() == u"2021-10-08 09:00"_s);
    fix.press(Qt::Key_Return, Qt::ControlModifier);
    const auto made = fix.bookings.listIn({2021, 10, 8}, {2021, 10, 8});
    REQUIRE(made->size() == 1);
    CHECK(made->front().staff == fix.carer);
    CHECK(fix.grid()->item(0, 1)->text().contains(u"王秀英"_s));
    CHECK(fix.lines()->model()->rowCount() == 1);
}

TEST_CASE("a taken time and a missing certificate stay in the form with the reason", "[ui][services]")
{
    ServicesFixture fix;
    const Booking first = fix.ordered(0, u"bath"_s, {9, 0}, fix.carer);
    fix.page->refresh();
    fix.grid()->setCurrentCell(0, 1);
    fix.press(Qt::Key_N, Qt::ControlModifier);
    fix.chooseElder(u"lgl"_s);
    fix.chooseItem(u"bath"_s);
    fix.visible("at")->setText(u"9:30"_s);
    fix.press(Qt::Key_Return, Qt::ControlModifier);
    CHECK(fix.message().contains(first.id.text()));
    auto* staff = fix.visible<ChoiceBox>("staff_id");
    staff->setCurrentIndex(staff->findData(fix.helper.value));
    fix.press(Qt::Key_Return, Qt::ControlModifier);
    CHECK(fix.message().contains(u"nurse"_s)); // which certificates would do
    fix.visible("at")->setText(u"25:00"_s);
    fix.press(Qt::Key_Return, Qt::ControlModifier);
    CHECK(fix.message().contains(u"25:00"_s));
    fix.asker.agree = true;
    fix.press(Qt::Key_Escape);
    CHECK(fix.bookings.listIn({2021, 10, 8}, {2021, 10, 8})->size() == 1);
}

TEST_CASE("an order that is done becomes a service, and the scanned slip marks it signed", "[ui][services]")
{
    ServicesFixture fix;
    fix.ordered(0, u"cleaning"_s, {9, 0}, fix.carer);
    fix.page->refresh();
    fix.lines()->selectRow(0);
    fix.press(Qt::Key_D, Qt::ControlModifier);
    auto services = fix.services.listOn({2021, 10, 8});
    REQUIRE(services->size() == 1);
    CHECK(services->front().price == Fen {4500});
    CHECK(fix.told().contains(services->front().id.text()));

    auto* scan = fix.visible("scan");
    QTest::keyClicks(scan, services->front().id.text());
    QTest::keyClick(scan, Qt::Key_Return);
    CHECK(fix.services.show(services->front().id)->signedHow == SignedHow::Signature);
    CHECK(fix.lines()->currentIndex().row() == 0);
    QTest::keyClicks(scan, services->front().id.text());
    QTest::keyClick(scan, Qt::Key_Return);
    CHECK(fix.told().contains(u"already"_s));
    fix.visible<ChoiceBox>("how")->setKey(u"proxy"_s);
    fix.asker.answer = u"女儿"_s;
    QTest::keyClicks(scan, services->front().id.text());
    QTest::keyClick(scan, Qt::Key_Return);
    CHECK(fix.services.show(services->front().id)->relation == u"女儿"_s);
    QTest::keyClicks(scan, u"not a slip"_s);
    QTest::keyClick(scan, Qt::Key_Return);
    CHECK(fix.told().contains(u"not a slip"_s));
}

TEST_CASE("what was done without an order is recorded with its usual price", "[ui][services]")
{
    ServicesFixture fix;
    fix.grid()->setCurrentCell(0, 0);
    fix.press(Qt::Key_R, Qt::ControlModifier);
    fix.chooseElder(u"zzz"_s);
    fix.press(Qt::Key_Return, Qt::ControlModifier);
    CHECK(fix.message().contains(u"zzz"_s));
    fix.visible("elder_id")->clear();
    fix.chooseElder(u"wxy"_s);
    fix.chooseItem(u"bath"_s);
    CHECK(fix.visible("price_fen")->text() == u"60.00"_s);
    fix.visible("subsidy_fen")->setText(u"50"_s);
    fix.press(Qt::Key_Return, Qt::ControlModifier);
    const auto services = fix.services.listOn({2021, 10, 8});
    REQUIRE(services->size() == 1);
    CHECK(services->front().subsidy == Fen {5000});
    CHECK(fix.told().contains(u"agreement"_s)); // nothing covers it
}

TEST_CASE("a singing class is one step, and next time those of last time are there", "[ui][services]")
{
    ServicesFixture fix(100, 5);
    fix.grid()->setCurrentCell(1, 2);
    for (const int times : {1, 2}) {
        fix.page->activateWindow();
        REQUIRE(QTest::qWaitForWindowActive(fix.page.get()));
        fix.press(Qt::Key_G, Qt::ControlModifier);
        auto* dialog = fix.page->findChild<QDialog*>(u"groupService"_s);
        REQUIRE(dialog);
        if (times == 1) {
            for (const QString& initials : {u"wxy"_s, u"lgl"_s, u"zcs"_s, u"wxy"_s}) {
                QTest::keyClicks(fix.visible("person", dialog), initials);
                QTest::keyClick(fix.visible("person", dialog), Qt::Key_Return);
            }
            CHECK(savePicture(*dialog, u"services_group"_s));
        } else {
            dialog->findChild<QPushButton*>(u"lastTime"_s)->click();
            fix.visible("at", dialog)->setText(u"15:00"_s);
        }
        CHECK(dialog->findChild<QListWidget*>(u"people"_s)->count() == 3);
        CHECK(namelessControls(*dialog) == QStringList());
        dialog->findChild<QPushButton*>(u"record"_s)->click();
        ui::settle();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        CHECK(fix.services.listOn({2021, 10, 8})->size() == std::size_t(3 * times));
    }
    CHECK(fix.services.listOn({2021, 10, 8})->front().group);
}

TEST_CASE("the list's orders are cancelled and services made void with a reason", "[ui][services]")
{
    ServicesFixture fix;
    fix.ordered(0, u"cleaning"_s, {9, 0}, fix.carer);
    fix.page->refresh();
    fix.lines()->selectRow(0);
    fix.asker.answer = u"老人改期"_s;
    fix.page->findChild<QPushButton*>(u"drop"_s)->click();
    CHECK(fix.lines()->model()->rowCount() == 0);
    CHECK(fix.bookings.listIn({2021, 10, 8}, {2021, 10, 8})->front().state == BookingState::Cancelled);
}

TEST_CASE("staff, agreements and prices are entered in words, not in keys", "[ui][services]")
{
    ServicesFixture fix;
    fix.tab("staff");
    fix.press(Qt::Key_N, Qt::ControlModifier);
    fix.visible("name")->setText(u"孙丽"_s);
    fix.visible("certificates")->setText(u"Nurse 2023-05-01, therapist"_s);
    fix.press(Qt::Key_Return, Qt::ControlModifier);
    const auto staff = fix.staff.list();
    REQUIRE(staff->size() == 3);
    CHECK(staff->back().isCertified(u"nurse"_s, {2023, 5, 1}));
    CHECK_FALSE(staff->back().isCertified(u"nurse"_s, {2023, 5, 2}));
    CHECK(staff->back().isCertified(u"therapist"_s, {2030, 1, 1}));
    fix.tab("agreements");
    fix.press(Qt::Key_N, Qt::ControlModifier);
    fix.chooseElder(u"wxy"_s);
    fix.visible("items")->setText(u"Cleaning、bath"_s);
    fix.visible("from_on")->setText(u"2021-01-01"_s);
    fix.press(Qt::Key_Return, Qt::ControlModifier);
    const auto agreements = fix.agreements.listOf(fix.elders.front());
    REQUIRE(agreements->size() == 1);
    CHECK(agreements->front().items == QStringList {u"cleaning"_s, u"bath"_s});
    fix.tab("prices");
    fix.press(Qt::Key_N, Qt::ControlModifier);
    fix.chooseItem(u"bath"_s);
    fix.visible("from_on")->setText(u"2021-10-01"_s);
    fix.visible("price_fen")->setText(u"68"_s);
    fix.press(Qt::Key_Return, Qt::ControlModifier);
    CHECK(*fix.catalogue.priceOn(u"bath"_s, {2021, 10, 8}) == Fen {6800});
    fix.tab("plans");
    fix.press(Qt::Key_R, Qt::ControlModifier);
    fix.chooseElder(u"wxy"_s);
    fix.press(Qt::Key_Return, Qt::ControlModifier);
    CHECK(fix.message().contains(u"assess"_s)); // nobody assessed her yet
}

TEST_CASE("a printed slip is noted, and the next one says that it is a reprint", "[ui][services]")
{
    ServicesFixture fix;
    const auto done = fix.bookings.done(fix.ordered(0, u"cleaning"_s, {9, 0}, fix.carer).id);
    REQUIRE(done);
    fix.page->refresh();
    fix.lines()->selectRow(0);
    fix.press(Qt::Key_P, Qt::ControlModifier);
    auto* dialog = fix.page->findChild<QDialog*>(u"preview"_s);
    REQUIRE(dialog);
    CHECK(*fix.services.copies(done->id) == 0); // looked at only
    fix.asker.file = fix.filePath(u"slip.pdf"_s);
    dialog->findChild<QPushButton*>(u"savePdf"_s)->click();
    CHECK(*fix.services.copies(done->id) == 1);
    CHECK(printing::ServicePapers(fix.session()).look({*done})->front().copy == 2);
    dialog->close();
}

TEST_CASE("a service and a person of the staff that the search found are shown", "[ui][services]")
{
    ServicesFixture fix;
    fix.page->openRecord(fix.helper.value);
    const auto* staff = fix.page->findChild<QTableView*>(u"staff"_s);
    CHECK(staff->isVisible());
    CHECK(staff->currentIndex().row() == 1);
    const auto done = fix.bookings.done(fix.ordered(0, u"cleaning"_s, {9, 0}, fix.carer, {2021, 10, 6}).id);
    REQUIRE(done);
    fix.page->openRecord(done->id.value);
    CHECK(fix.lines()->isVisible());
    CHECK(fix.lines()->currentIndex().row() == 0);
    CHECK(fix.visible("day")->text() == u"2021-10-06"_s);
}

TEST_CASE("a full week of fifteen people shows whom and what in every cell, and says how many more there are",
          "[ui][services]")
{
    for (const QString& language : {u"zh_CN"_s, u"en"_s}) {
        const Speaking words(language);
        for (const int percent : {100, 125, 150}) {
            CAPTURE(language.toStdString(), percent);
            ServicesFixture fix(percent, 6);
            std::vector<Id<Staff>> staff;
            const QStringList names {u"孙丽"_s, u"周建国"_s, u"吴敏"_s, u"古丽娜尔·艾山"_s};
            for (int i = 0; i < 13; ++i)
                staff.push_back(
                    fix.worker(names[i % names.size()],
                               {QJsonObject {{u"kind"_s, u"care_worker"_s}, {u"until"_s, u"2023-01-01"_s}}}));
            const QStringList items {u"bath"_s, u"cleaning"_s, u"home_care"_s, u"comfort"_s};
            for (int i = 0; i < 60; ++i) // each day of the week its hours, nobody in two places at a time
                fix.ordered(std::size_t(i % 5), items[i % items.size()], QTime(8 + i / 5 % 9, i % 5 == 4 ? 30 : 0),
                            staff[std::size_t(i % 13)], QDate(2021, 10, 4).addDays(i % 7));
            for (const int hour : {8, 9, 10, 11, 14, 15, 16}) // one of them has a full day
                fix.ordered(5, u"cleaning"_s, {hour, 0}, fix.carer, {2021, 10, 10});
            fix.page->refresh();
            fix.tab("week");
            QTest::qWait(50);
            ServiceGrid& grid = *fix.grid();
            CHECK(grid.rowCount() == 16);
            const QFontMetrics metrics(fix.theme.font(Type::Small));
            for (int x = 0; x < grid.columnCount(); ++x) {
                const QString head = grid.horizontalHeaderItem(x)->text();
                CHECK(grid.horizontalHeader()->fontMetrics().horizontalAdvance(head) <= grid.columnWidth(x));
                for (int y = 0; y < grid.rowCount(); ++y)
                    for (const QString& line : grid.item(y, x)->text().split(u'\n'))
                        if (metrics.horizontalAdvance(line) > grid.columnWidth(x) - fix.theme.px(10))
                            CHECK_FALSE(line.contains(u':')); // a single part wider than its column at most
            }
            const QString full = grid.item(0, 6)->text();
            const int shown = int(full.count(u':'));
            CHECK(shown < 7);
            CHECK(full.contains(QString::number(7 - shown))); // and so many more
            CHECK(grid.item(0, 6)->toolTip().count(u':') == 7);
            if (!fix.theme.folded())
                CHECK(fix.page->minimumSizeHint().width() <= roomForPage(fix.theme));
            CHECK(savePicture(*fix.page, u"services_full_week_%1_%2"_s.arg(language).arg(percent)));
            fix.tab("day");
            QTest::qWait(50);
            CHECK(savePicture(*fix.page, u"services_full_day_%1_%2"_s.arg(language).arg(percent)));
        }
    }
}

TEST_CASE("the services page is named throughout and cuts no word", "[ui][services]")
{
    for (const QString& language : {u"zh_CN"_s, u"en"_s}) {
        const Speaking words(language);
        for (const int percent : {100, 125}) {
            CAPTURE(language.toStdString(), percent);
            ServicesFixture fix(percent, 5);
            for (const QString& name : {u"孙丽"_s, u"周建国"_s, u"吴敏"_s})
                fix.worker(name, {QJsonObject {{u"kind"_s, u"nurse"_s}, {u"until"_s, u"2022-05-01"_s}}});
            fix.ordered(0, u"bath"_s, {9, 0}, fix.carer);
            fix.ordered(1, u"cleaning"_s, {10, 30}, fix.carer);
            fix.ordered(2, u"culture"_s, {14, 0}, fix.helper);
            fix.ordered(3, u"comfort"_s, {15, 0}, fix.helper, {2021, 10, 6});
            REQUIRE(fix.bookings.done(fix.ordered(4, u"cleaning"_s, {8, 0}, fix.carer).id));
            fix.page->refresh();
            for (const char* name : {"day", "week", "agreements", "plans", "prices", "staff"}) {
                CAPTURE(name);
                fix.tab(name);
                QTest::qWait(50);
                CHECK(cutWords(*fix.page) == QStringList());
                CHECK(fix.page->minimumSizeHint().width()
                      <= roomForPage(fix.theme)); // or the window would be wider than the screen
                CHECK(namelessControls(*fix.page) == QStringList());
                const QString picture = u"services_%1_%2_%3"_s.arg(QLatin1String(name), language).arg(percent);
                CHECK(savePicture(*fix.page, picture));
                fix.press(Qt::Key_N, Qt::ControlModifier);
                CHECK(cutWords(*fix.page) == QStringList());
                CHECK(namelessControls(*fix.page) == QStringList());
                CHECK(savePicture(*fix.page, picture + u"_form"_s));
                fix.press(Qt::Key_Escape);
            }
        }
    }
}
