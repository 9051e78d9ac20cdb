// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rules/policy_desk.h"
#include "tests/support/catch.h"
#include "tests/ui/support/keys.h"
#include "tests/ui/support/looks.h"
#include "tests/ui/support/opened_centre.h"
#include "tests/ui/support/pictures.h"
#include "ui/dialogs/claim_answer_dialog.h"
#include "ui/dialogs/open_month_dialog.h"
#include "ui/pages/claims_page.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/edits.h"
#include "ui/widgets/month_edit.h"
#include "ui/widgets/table_view.h"

#include <QtTest/QTest>
#include <QtWidgets/QLabel>
#include <QtWidgets/QTableView>

namespace songhe::ui {

using namespace Qt::StringLiterals;

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

inline std::vector<Claim> keptClaims(Session& session)
{
    const auto shelf = PolicyDesk(session.ledger()).shelf();
    REQUIRE(shelf);
    const auto claims = SettlementDesk(session.ledger(), *shelf, Wording()).list();
    REQUIRE(claims);
    return *claims;
}

} // namespace songhe::ui
