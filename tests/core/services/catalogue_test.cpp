// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/catalogue_price.h"
#include "tests/support/catch.h"
#include "tests/support/test_store.h"

#include <QtCore/QFile>

using namespace songhe;
using namespace Qt::StringLiterals;

namespace {

QByteArray catalogueFile()
{
    REQUIRE(Catalogue::builtIn());
    QFile file(u":/catalogues/community-services.json"_s);
    REQUIRE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

/// The file with one piece of its text replaced.
QString catalogueProblem(const QByteArray& from, const QByteArray& to)
{
    QByteArray bytes = catalogueFile();
    const qsizetype at = bytes.indexOf(from);
    REQUIRE(at >= 0);
    bytes.replace(at, from.size(), to);
    const auto read = Catalogue::read(bytes, u"list.json"_s);
    REQUIRE_FALSE(read);
    CHECK(read.error().message.contains(u"list.json"_s));
    return read.error().message;
}

} // namespace

TEST_CASE("the catalogue at hand has the six assistances and the other items, and its examples hold", "[services]")
{
    const auto catalogue = Catalogue::builtIn();
    REQUIRE(catalogue);
    for (const char* key : {"meal", "bath", "cleaning", "medical", "mobility", "emergency", "day_care",
                            "rehabilitation", "culture", "home_care", "comfort", "counselling", "device_rental"}) {
        CAPTURE(key);
        REQUIRE((*catalogue)->find(QLatin1String(key)));
    }
    const CatalogueItem* bath = (*catalogue)->find(u"bath"_s);
    CHECK(bath->priceOn({2021, 9, 1}) == Fen {6000});
    CHECK_FALSE(bath->priceOn({2019, 12, 31}));
    CHECK(bath->planFor(u"severe"_s)->per == PlanPer::Week);
    CHECK_FALSE(bath->planFor(u"intact"_s));
}

TEST_CASE("a catalogue with a fault is refused, naming file and place", "[services]")
{
    CHECK(catalogueProblem("\"minutes\": 30", "\"colour\": 1, \"minutes\": 30").contains(u"colour"_s));
    CHECK(catalogueProblem("\"minutes\": 30", "\"minutes\": 0").contains(u"items[1].minutes"_s));
    CHECK(catalogueProblem("\"unit\": \"meal\"", "\"unit\": \"box\"").contains(u"items[1].unit"_s));
    CHECK(catalogueProblem("\"payers\": [\"self\", \"government\"]", "\"payers\": [\"nobody\"]").contains(u"payers"_s));
    CHECK(catalogueProblem("[\"care_worker\", \"nurse\"]", "[\"care_worker\", \"magician\"]").contains(u"magician"_s));
    CHECK(catalogueProblem("\"key\": \"bath\"", "\"key\": \"meal\"").contains(u"items[2].key"_s));
    CHECK(catalogueProblem("[{\"from\": \"2020-01-01\", \"fen\": 6000}]",
                           "[{\"from\": \"2020-01-01\", \"fen\": 6000}, {\"from\": \"2021-01-01\", \"fen\": 7000}]")
              .contains(u"2021-01-01"_s));
    CHECK(catalogueProblem("\"fen\": 4500}]", "\"fen\": 4600}]").contains(u"examples[1].fen"_s));
    CHECK(catalogueProblem("songhe-catalogue/1", "songhe-catalogue/2").contains(u"format"_s));
    CHECK_FALSE(Catalogue::read("{", u"list.json"_s));
}

TEST_CASE("a price that ends the day before the next one begins is fine", "[services]")
{
    QByteArray bytes = catalogueFile();
    bytes.replace("[{\"from\": \"2020-01-01\", \"fen\": 6000}]",
                  "[{\"from\": \"2020-01-01\", \"to\": \"2020-12-31\", \"fen\": 6000}, {\"from\": \"2021-01-01\", "
                  "\"fen\": 7000}]");
    const auto read = Catalogue::read(bytes, u"list.json"_s);
    REQUIRE(read);
    CHECK(read->find(u"bath"_s)->priceOn({2020, 12, 31}) == Fen {6000});
    CHECK(read->find(u"bath"_s)->priceOn({2021, 1, 1}) == Fen {7000});
}

TEST_CASE("a centre's own price holds from its day on until the next one", "[services]")
{
    TestStore store;
    CatalogueDesk desk(*store);
    CataloguePrice price;
    price.item = u"bath"_s;
    price.from = {2021, 9, 1};
    price.price = {6800};
    REQUIRE(desk.add(price));
    CHECK(*desk.priceOn(u"bath"_s, {2021, 8, 31}) == Fen {6000});
    CHECK(*desk.priceOn(u"bath"_s, {2021, 9, 1}) == Fen {6800});
    CHECK(desk.add(price).error().kind == Error::Kind::Conflict);
    price.from = {2021, 10, 1};
    price.price = {7000};
    const auto later = desk.add(price);
    REQUIRE(later);
    CHECK(*desk.priceOn(u"bath"_s, {2021, 12, 1}) == Fen {7000});
    REQUIRE(desk.voidPrice(later->id, u"登错"_s));
    CHECK(*desk.priceOn(u"bath"_s, {2021, 12, 1}) == Fen {6800});
    price.item = u"打扫"_s;
    CHECK(desk.add(price).error().message.contains(u"cleaning"_s));
}

TEST_CASE("an item is offered from its first to its last day, and the reason names the day asked for", "[services]")
{
    QByteArray bytes = catalogueFile();
    bytes.replace("\"from\": \"2021-01-01\",\n            \"unit\"",
                  "\"from\": \"2021-01-01\", \"to\": \"2021-12-31\",\n            \"unit\"");
    const auto read = Catalogue::read(bytes, u"list.json"_s);
    REQUIRE(read);
    CHECK(read->itemOn(u"family_bed"_s, {2021, 12, 31}));
    const auto late = read->itemOn(u"family_bed"_s, {2022, 1, 1});
    CHECK(late.error().kind == Error::Kind::Refused);
    CHECK(late.error().message.contains(u"2022-01-01"_s));
    CHECK(late.error().message.contains(u"2021-12-31"_s));
    CHECK(read->itemOn(u"bath"_s, {1999, 1, 1}));
    CHECK(catalogueProblem("\"from\": \"2021-01-01\",\n            \"unit\"",
                           "\"from\": \"2021-01-01\", \"to\": \"2020-01-01\",\n            \"unit\"")
              .contains(u"to"_s));
}
