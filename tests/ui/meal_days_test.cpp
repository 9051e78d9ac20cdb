// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/security/user_repository.h"
#include "tests/ui/support/looks.h"
#include "tests/ui/support/meal_fixture.h"
#include "tests/ui/support/opened_centre.h"
#include "tests/ui/support/pictures.h"
#include "ui/dialogs/late_entry_dialog.h"

using namespace songhe;
using namespace songhe::ui;
using namespace Qt::StringLiterals;

namespace {

/// A second person, 周兰, whose password is known.
void addSecond(MealFixture& fix)
{
    User second;
    second.id = Id<User> {77};
    second.name = u"周兰"_s;
    second.role = u"manager"_s;
    const WrappedKey wrapped {QByteArrayLiteral("salt"), KdfCost::least(), QByteArrayLiteral("wrap")};
    REQUIRE(UserRepository(*fix.store).add(second, QByteArrayLiteral("digest"), wrapped));
    const Id<User> id = UserRepository(*fix.store).list()->back().id;
    fix.page = std::make_unique<MealsPage>(
        Surroundings {fix.theme, fix.asker, fix.store.clock()},
        MealsPage::Desks {*fix.desk, fix.sites, fix.settings, *fix.index, fix.centre, u"李敏"_s,
                          [&fix](QDate day) { return fix.slipsOn(day); }, [] { return QStringList {u"周兰"_s}; },
                          [id](const QString&, const SecureBytes& password) -> Result<Id<User>> {
                              if (password.view() == QByteArrayView("her own"))
                                  return id;
                              return fail(Error::Kind::Refused, u"wrong"_s);
                          }});
    fix.page->resize(1180, 716);
    fix.page->show();
    fix.page->activateWindow();
    REQUIRE(QTest::qWaitForWindowActive(fix.page.get()));
    fix.page->refresh();
}

void typeDay(MealFixture& fix, QDate day)
{
    auto* edit = fix.page->findChild<QLineEdit*>(u"day"_s);
    edit->setText(day.toString(Qt::ISODate));
    QTest::keyClick(edit, Qt::Key_Return);
}

} // namespace

TEST_CASE("meals of an earlier day are written up for that day, and Esc comes back to today", "[ui][meals]")
{
    MealFixture fix;
    const QDate before = fix.store.clock().today().addDays(-1);
    typeDay(fix, before);
    CHECK(fix.page->findChild<QLabel*>(u"dayBanner"_s)->isVisible());
    CHECK_FALSE(fix.page->findChild<ActionButton*>(u"batch"_s)->isEnabled());
    fix.type(u"A0217"_s);
    fix.enter();
    CHECK(fix.meals() == 1);
    CHECK(fix.desk->listOn(before)->size() == 1);
    CHECK(fix.desk->listOn(fix.store.clock().today())->empty());
    CHECK(fix.page->goBack());
    CHECK(fix.meals() == 0);
    CHECK_FALSE(fix.page->findChild<QLabel*>(u"dayBanner"_s)->isVisible());
    typeDay(fix, fix.store.clock().today().addDays(1));
    CHECK_FALSE(fix.page->findChild<QLabel*>(u"dayBanner"_s)->isVisible()); // not come yet
}

TEST_CASE("a meal entered many days late wants a reason and the second person's own password", "[ui][meals]")
{
    MealFixture fix;
    addSecond(fix);
    const QDate before = fix.store.clock().today().addDays(-20);
    typeDay(fix, before);
    fix.type(u"A0217"_s);
    fix.enter();
    auto* dialog = fix.page->findChild<LateEntryDialog*>();
    REQUIRE(dialog);
    CHECK(fix.meals() == 0);
    auto* reason = dialog->findChild<QLineEdit*>(u"lateReason"_s);
    auto* password = dialog->findChild<QLineEdit*>(u"secondPassword"_s);
    auto* act = dialog->findChild<ActionButton*>(u"recordLate"_s);
    CHECK(savePicture(*dialog, u"meals_late"_s));
    password->setText(u"her own"_s);
    act->click(); // no reason
    CHECK(dialog->findChild<QLabel*>(u"message"_s)->isVisible());
    reason->setText(u"停电，纸上登记"_s);
    password->setText(u"guessed"_s);
    act->click();
    CHECK(fix.meals() == 0);
    password->setText(u"her own"_s);
    act->click();
    CHECK(fix.meals() == 1);
    const auto meals = fix.desk->listOn(before);
    REQUIRE(meals->size() == 1);
    CHECK(meals->front().lateReason == u"停电，纸上登记"_s);
    CHECK(meals->front().secondPerson == u"周兰"_s);
    CHECK(savePicture(*fix.page, u"meals_earlier"_s));
}

TEST_CASE("a meal that is asked for opens the desk on its day with its row chosen", "[ui][meals]")
{
    MealFixture fix;
    const QDate before = fix.store.clock().today().addDays(-2);
    fix.deliveredOn(u"张喜云"_s, before);
    fix.deliveredOn(u"王桂兰"_s, before);
    const Id<Meal> wanted = fix.desk->listOn(before)->front().id;
    fix.page->openOf(u"meal"_s, wanted.value);
    auto* table = fix.page->findChild<QTableView*>(u"meals"_s);
    REQUIRE(fix.meals() == 2);
    const Id<Elder> elder = fix.desk->listOn(before)->front().elder;
    CHECK(table->model()->index(table->currentIndex().row(), 1).data().toString() == fix.index->byId(elder)->name);
    CHECK(fix.page->findChild<QLabel*>(u"dayBanner"_s)->isVisible());
    fix.page->refresh();
    CHECK(fix.meals() == 0); // the queue is today's again
}

TEST_CASE("a late entry and the day that is written up are named throughout and cut no word", "[ui][meals]")
{
    for (const QString& language : {u"en"_s, u"zh_CN"_s})
        for (const int percent : {100, 125}) {
            CAPTURE(language.toStdString(), percent);
            const Speaking speaking(language);
            MealFixture fix(percent);
            addSecond(fix);
            typeDay(fix, fix.store.clock().today().addDays(-20));
            fix.type(u"A0217"_s);
            QTest::qWait(50);
            CHECK(namelessControls(*fix.page) == QStringList());
            CHECK(cutWords(*fix.page) == QStringList());
            CHECK(fix.page->minimumSizeHint().height() <= 768 - fix.theme.px(52));
            CHECK(savePicture(*fix.page, u"meals_earlier_%1_%2"_s.arg(language).arg(percent)));
            fix.enter();
            auto* dialog = fix.page->findChild<LateEntryDialog*>();
            REQUIRE(dialog);
            QTest::qWait(50);
            CHECK(namelessControls(*dialog) == QStringList());
            CHECK(cutWords(*dialog) == QStringList());
            CHECK(savePicture(*dialog, u"meals_late_%1_%2"_s.arg(language).arg(percent)));
        }
}
