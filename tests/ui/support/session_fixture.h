// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/elders/elder_index.h"
#include "core/elders/elder_wording.h"
#include "core/exchange/centre_keys.h"
#include "core/meals/meal_desk.h"
#include "core/security/session.h"
#include "tests/support/catch.h"
#include "tests/ui/support/fake_asker.h"
#include "ui/shell/page.h"

#include <QtCore/QTemporaryDir>
#include <QtWidgets/QApplication>

namespace songhe::ui {

/// A signed-in centre in a folder of its own, with everything a page is given. The clock stands at 2021-09-03 11:40.
struct SessionFixture {
    explicit SessionFixture(int percent = 100)
        : theme(Tokens::light(), percent)
    {
        theme.apply(*qApp);
        REQUIRE(folder);
        REQUIRE(divisions);
        REQUIRE(readings);
        REQUIRE(shelf);
        auto keys = makeCentreKeys();
        REQUIRE(keys);
        CentreSetup setup;
        setup.name = QStringLiteral("友谊社区日间照料中心");
        setup.code = QStringLiteral("YY001");
        setup.division = QStringLiteral("150204");
        setup.userName = QStringLiteral("李敏");
        setup.password = SecureBytes(QByteArrayView("songhe123"));
        setup.cost = KdfCost::least();
        setup.keys = *std::move(keys);
        REQUIRE(Session::create(**folder, setup, clock));
        auto opened = Session::signIn(**folder, setup.userName, setup.password, clock);
        REQUIRE(opened);
        session = *std::move(opened);
        outlook.emplace(session->ledger(), *shelf, QStringLiteral("baotou-2020-meals"), elderWording(*divisions));
        meals.emplace(session->ledger(), *outlook);
        index.emplace(*readings);
    }

    QTemporaryDir place;
    FakeAsker asker;
    FixedClock clock {QDate(2021, 9, 3)};
    Theme theme;
    Surroundings around {theme, asker, clock};
    Result<std::unique_ptr<DataFolder>> folder = DataFolder::open(place.path());
    Result<Divisions> divisions = Divisions::load();
    Result<Readings> readings = Readings::load();
    Result<PolicyShelf> shelf = PolicyShelf::builtIn();
    std::unique_ptr<Session> session;
    std::optional<MealOutlook> outlook;
    std::optional<MealDesk> meals;
    std::optional<ElderIndex> index;
};

} // namespace songhe::ui
