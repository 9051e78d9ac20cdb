// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/district_fixture.h"

#include "core/centre/site.h"
#include "core/elders/elder.h"
#include "core/elders/fact_repository.h"
#include "core/exchange/centre_keys.h"
#include "core/exchange/package_desk.h"
#include "core/exchange/package_place.h"
#include "core/meals/meal.h"
#include "core/security/user_repository.h"
#include "core/storage/record_table.h"
#include "core/subsidies/claim_desk.h"
#include "tests/support/catch.h"
#include "tests/support/test_store.h"

#include <QtCore/QDir>
#include <QtCore/QUuid>
#include <QtWidgets/QApplication>

using namespace Qt::StringLiterals;

namespace songhe::ui {

DistrictFixture::DistrictFixture(int textPercent)
    : theme(Tokens::light(), textPercent)
    , around {theme, asker, clock}
{
    theme.apply(*qApp);
    REQUIRE(QDir().mkpath(stick()));
    auto made = DistrictOffice::make(places(), u"青山区民政局"_s, true, clock);
    REQUIRE(made);
    m_office = *std::move(made);
}

DistrictPlaces DistrictFixture::places() const
{
    return {filePath(u"district.db"_s), filePath(u"district.key"_s)};
}

namespace {

void putRecords(TestStore& store, const SentRecords& records)
{
    Site site;
    site.id = {1};
    site.code = u"P1"_s;
    site.name = u"友谊食堂"_s;
    REQUIRE(RecordTable<Site>(*store).add(site));
    Elder elder;
    elder.id = {1001};
    elder.name = u"王秀英"_s;
    elder.sex = Sex::Female;
    elder.born = QDate(1950, 3, 5);
    elder.residentNumber = records.number;
    REQUIRE(RecordTable<Elder>(*store).add(elder));
    const std::pair<FactKind, QString> facts[]
        = {{FactKind::RegisteredDivision, u"150204"_s}, {FactKind::EconomicCategory, u"subsistence"_s}};
    for (const auto& [kind, value] : facts) {
        Fact fact;
        fact.elder = elder.id;
        fact.kind = kind;
        fact.value = value;
        fact.from = QDate(2020, 1, 1);
        fact.learnedOn = fact.from;
        REQUIRE(RecordTable<Fact>(*store).add(fact));
    }
    for (const int day : records.mealsOn) {
        Meal meal;
        meal.id = {day};
        meal.elder = elder.id;
        meal.site = site.id;
        meal.servedOn = QDate(2021, 9, day);
        meal.at = Clock::momentOf(meal.servedOn, QTime(11, 40));
        meal.price = Fen {1200};
        REQUIRE(RecordTable<Meal>(*store).add(meal));
    }
    if (!records.signedClaim)
        return;
    User manager;
    manager.id = {TestStore::clerk};
    manager.name = u"李敏"_s;
    manager.role = u"manager"_s;
    REQUIRE(UserRepository(*store).add(manager, QByteArray(32, 'x'), {QByteArray(16, 's'), {}, QByteArray(72, 'w')}));
    store.clock().set(Clock::momentOf(QDate(2021, 10, 1), QTime(9, 0)));
    const auto shelf = PolicyShelf::builtIn();
    REQUIRE(shelf);
    Progress progress;
    const auto period = Period::fromText(u"2021-09"_s);
    REQUIRE(period);
    const Wording words({}, factWords);
    const auto claim = SettlementDesk(*store, *shelf, words).write(u"baotou-2020-meals"_s, *period, progress);
    REQUIRE(claim);
    ClaimDesk claims(*store, *shelf, words);
    REQUIRE(claims.check(claim->id));
    REQUIRE(claims.sign(claim->id, progress));
}

} // namespace

QString DistrictFixture::send(const SentRecords& records)
{
    auto keys = makeCentreKeys();
    REQUIRE(keys);
    PackageIdentity identity;
    identity.centre = {.uuid = QUuid::createUuid().toString(QUuid::WithoutBraces),
                       .lineage = QUuid::createUuid().toString(QUuid::WithoutBraces),
                       .code = records.code,
                       .name = records.code == u"SG01"_s ? u"东河日间照料中心"_s : u"青山日间照料中心"_s,
                       .division = u"150204"_s,
                       .ageRecipient = keys->ageRecipient,
                       .minisignPublicKey = keys->minisignPublicKey};
    identity.minisignSecret = std::move(keys->minisignSecret);
    TestStore store;
    putRecords(store, records);
    PackageRequest request;
    request.quarter = {2021, 3};
    request.recipients = {office().info().ageRecipient};
    request.summary = [](const PackageSummary&) -> Result<QByteArray> { return QByteArray("%PDF-1.4\n"); };
    Progress progress;
    FolderPlace place(stick());
    const QString key = identity.centre.minisignPublicKey;
    REQUIRE(PackageDesk(*store, std::move(identity)).write(std::move(request), place, progress));
    return key;
}

void DistrictFixture::trust(const QString& code, const QString& key)
{
    Progress progress;
    REQUIRE(office().work(progress, [&](DistrictDesk& desk) { return desk.trust(code, key); }));
}

MergeReport DistrictFixture::merge()
{
    Progress progress;
    auto report = office().work(
        progress, [&](DistrictDesk& desk) { return desk.merge({stick()}, filePath(u"receipts"_s), progress); });
    REQUIRE(report);
    return *std::move(report);
}

void DistrictFixture::twoCentres()
{
    const QString number = u"150204195003050022"_s;
    trust(u"SG01"_s, send({u"SG01"_s, number, {2, 3}, true}));
    trust(u"SG02"_s, send({u"SG02"_s, number, {2, 4}}));
}

} // namespace songhe::ui
