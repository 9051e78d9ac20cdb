// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/opened_centre.h"

#include "core/base/language.h"
#include "core/centre/site_desk.h"
#include "core/exchange/centre_keys.h"
#include "tests/support/catch.h"

#include <QtTest/QTest>
#include <QtWidgets/QApplication>

using namespace Qt::StringLiterals;

namespace songhe::ui {

OpenedCentre::OpenedCentre(int textPercent)
    : theme(Tokens::light(), textPercent)
    , around {theme, asker, clock}
    , m_divisions([] {
        auto divisions = Divisions::load();
        REQUIRE(divisions);
        return *std::move(divisions);
    }())
{
    theme.apply(*qApp);
    auto folder = DataFolder::open(filePath(u"data"_s));
    REQUIRE(folder);
    m_folder = *std::move(folder);
    auto keys = makeCentreKeys();
    REQUIRE(keys);
    CentreSetup setup;
    setup.name = u"友谊社区日间照料中心"_s;
    setup.code = u"YY001"_s;
    setup.division = u"150204"_s;
    setup.userName = u"李敏"_s;
    setup.password = SecureBytes(QByteArrayView("correct horse"));
    setup.keys = *std::move(keys);
    setup.cost = KdfCost::least();
    REQUIRE(Session::create(*m_folder, setup, clock));
    auto session = Session::signIn(*m_folder, {}, setup.password, clock);
    REQUIRE(session);
    m_session = *std::move(session);
}

Id<Elder> OpenedCentre::elder(const QString& name, const QString& category, const QString& division)
{
    Elder elder;
    elder.name = name;
    elder.sex = Sex::Female;
    elder.born = QDate(1950, 3, 5);
    elder.noNumberReason = u"无证件"_s;
    std::vector<Fact> facts(2);
    facts[0].kind = FactKind::RegisteredDivision;
    facts[0].value = division;
    facts[1].kind = FactKind::EconomicCategory;
    facts[1].value = category;
    for (Fact& fact : facts) {
        fact.from = QDate(2020, 1, 1);
        fact.learnedOn = fact.from;
    }
    const auto added = ElderDesk(m_session->ledger()).add(elder, facts);
    REQUIRE(added);
    return added->id;
}

void OpenedCentre::meal(Id<Elder> elder, QDate day, Sitting sitting)
{
    const auto site = SiteDesk(m_session->ledger()).resolve({});
    REQUIRE(site);
    Meal meal;
    meal.elder = elder;
    meal.site = site->id;
    meal.servedOn = day;
    meal.sitting = sitting;
    meal.at = Clock::momentOf(day, QTime(sitting == Sitting::Dinner ? 17 : 11, 40));
    meal.price = Fen {1200};
    REQUIRE(RecordTable<Meal>(m_session->ledger()).add(meal));
}

Speaking::Speaking(const QString& language)
{
    REQUIRE(loadTranslations(*qApp, language));
}

Speaking::~Speaking()
{
    loadTranslations(*qApp, u"en"_s);
}

void showLarge(QWidget& widget)
{
    widget.resize(1142, 684); // 1366 × 768 without navigation and top bar
    widget.show();
    widget.activateWindow();
    static_cast<void>(QTest::qWaitForWindowActive(&widget));
}

} // namespace songhe::ui
