// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/district_city.h"
#include "tests/support/catch.h"
#include "tests/support/postgres.h"

#include <QtCore/QDir>
#include <QtCore/QFile>

using namespace songhe::tests;
using namespace Qt::StringLiterals;

namespace {

void mergesAndAnswers(City& city)
{
    city.east.deliver(city.stick);
    city.west.deliver(city.stick);
    const QJsonObject merged = city.district.merge(city.stick);
    REQUIRE(merged["packages"_L1].toArray().size() == 2);
    for (const QString& code : {u"SG01"_s, u"SG02"_s}) {
        const QJsonObject package = packageOf(merged, code);
        CHECK(package["status"_L1] == u"merged"_s);
        CHECK(package["problems"_L1].toArray().isEmpty());
        CHECK(package["records"_L1]["new"_L1].toInteger() > 4);
        CHECK(package["records"_L1]["conflict"_L1] == 0);
    }
    CHECK(codes(merged["findings"_L1]) == QStringList {u"double_meal"_s, u"same_person"_s});
    const QJsonObject meals = merged["findings"_L1].toArray().first().toObject();
    CHECK(meals["centres"_L1] == QJsonArray({u"SG01"_s, u"SG02"_s}));
    CHECK(meals["records"_L1].toArray().size() == 2);
    CHECK(meals["text"_L1].toString().contains(u"2021-09-02"));
    CHECK(merged["receipts"_L1].toArray().size() == 2);
    const QJsonObject tables = city.district.report()["tables"_L1].toObject();
    CHECK(tables["meal"_L1]["total"_L1] == 4);
    CHECK(tables["meal"_L1]["SG01"_L1] == 2);
    CHECK(tables["elder"_L1]["total"_L1] == 2);
}

} // namespace

TEST_CASE("two centres' packages are merged, what they have in common is named, and both get a receipt",
          "[app][district]")
{
    City city;
    mergesAndAnswers(city);
}

TEST_CASE("merging the same packages again changes nothing and answers with the same outcomes", "[app][district]")
{
    City city;
    mergesAndAnswers(city);
    const QJsonObject before = city.district.report();
    const QJsonObject again = city.district.merge(city.stick);
    for (const QJsonValue& package : again["packages"_L1].toArray()) {
        CHECK(package["status"_L1] == u"already_here"_s);
        CHECK(package["records"_L1]["new"_L1] == 0);
        CHECK(package["records"_L1]["unchanged"_L1].toInteger() > 4);
    }
    CHECK(codes(again["findings"_L1]) == QStringList {u"double_meal"_s, u"same_person"_s});
    CHECK(again["receipts"_L1].toArray().size() == 2);
    CHECK(city.district.report() == before);
}

TEST_CASE("a receipt closes the loop: the counts at both ends agree, and a receipt of another centre is refused",
          "[app][district]")
{
    City city;
    mergesAndAnswers(city);
    const QString east = city.district.receipts() + u"/songhe-SG01-2021Q3-0001.receipt.zip.age"_s;
    const QString west = city.district.receipts() + u"/songhe-SG02-2021Q3-0001.receipt.zip.age"_s;
    const QJsonObject imported = city.east.cli.done({u"receipt"_s, u"import"_s, east}).toObject();
    const QJsonObject merged = packageOf(city.district.merge(city.stick), u"SG01"_s);
    CHECK(imported["package"_L1] == u"songhe-SG01-2021Q3-0001"_s);
    CHECK(imported["accepted"_L1] == merged["records"_L1]["unchanged"_L1]);
    CHECK(imported["conflict"_L1] == 0);
    CHECK(city.east.cli.run({u"receipt"_s, u"import"_s, west}).code == 1);
    // The one that was written anew meanwhile brings the same counts.
    CHECK(city.east.cli.done({u"receipt"_s, u"import"_s, east}).toObject()["accepted"_L1] == imported["accepted"_L1]);
}

TEST_CASE("a newer revision wins in whatever order the packages come", "[app][district]")
{
    City city;
    const QString first = city.district.cli.outside(u"first"_s);
    const QString second = city.district.cli.outside(u"second"_s);
    city.east.deliver(first);
    city.east.meal(60, 1001, "2021-09-10");
    city.east.cli.done({u"meal"_s, u"void"_s, u"52"_s, u"--reason"_s, u"记错了人"_s});
    city.east.deliver(second);

    const QJsonObject late = city.district.merge(second);
    CHECK(packageOf(late, u"SG01"_s)["status"_L1] == u"merged"_s);
    CHECK(codes(late["findings"_L1]).contains(u"sequence_gap"_s));
    const QJsonObject early = city.district.merge(first);
    const QJsonObject package = packageOf(early, u"SG01"_s);
    CHECK(package["status"_L1] == u"superseded"_s);
    CHECK(package["records"_L1]["new"_L1] == 0);
    CHECK(package["records"_L1]["superseded"_L1].toInteger() >= 1);
    CHECK_FALSE(codes(early["findings"_L1]).contains(u"sequence_gap"_s));
    CHECK(city.district.report()["tables"_L1]["meal"_L1]["SG01"_L1] == 3);
}

TEST_CASE("one bad package never stops the others, and each is refused by name", "[app][district]")
{
    City city;
    const QString good = city.west.deliver(city.stick);
    const QString cut = city.east.deliver(city.stick);
    QFile file(cut);
    REQUIRE(file.resize(file.size() / 2));
    DeliveringCentre stranger(u"XX99"_s, city.district);
    stranger.elder(1001, "150204195003050065");
    stranger.deliver(city.stick);
    DeliveringCentre impostor(u"SG01"_s, city.district);
    impostor.elder(1001, "150204195003050065");
    impostor.deliver(city.district.cli.outside(u"stick/other"_s));
    REQUIRE(QFile::copy(dataFile(u"roster/roster.xlsx"_s), city.stick + u"/songhe-SG07-2021Q3-0001.zip.age"_s));

    const QJsonObject merged = city.district.merge(city.stick);
    QStringList refused;
    for (const QJsonValue& package : merged["packages"_L1].toArray())
        if (package["status"_L1] == u"refused"_s) {
            refused << codes(package["problems"_L1]).first();
            CHECK_FALSE(package["problems"_L1].toArray().first()["text"_L1].toString().isEmpty());
        }
    refused.sort();
    CHECK(refused == QStringList {u"bad_signature"_s, u"cannot_open"_s, u"cannot_open"_s, u"unknown_centre"_s});
    CHECK(packageOf(merged, u"SG02"_s)["status"_L1] == u"merged"_s);
    CHECK(merged["receipts"_L1].toArray().size() == 1);
    CHECK(codes(merged["findings"_L1]).contains(u"not_delivered"_s));
    CHECK(city.district.report()["tables"_L1]["elder"_L1]["total"_L1] == 1);
}

TEST_CASE("what the district decided about a claim reaches the centre by its next receipt", "[app][district]")
{
    City city;
    city.east.cli.done({u"settle"_s, u"--policy"_s, u"baotou-2020-meals"_s, u"--period"_s, u"2021-09"_s, u"--write"_s});
    const QString claim = city.east.cli.done({u"claim"_s, u"list"_s}).toArray().first()["id"_L1].toString();
    CHECK(city.east.cli.run({u"claim"_s, u"check"_s, claim}).code == 0);
    city.east.cli.done({u"claim"_s, u"sign"_s, claim});
    city.east.deliver(city.stick);
    city.district.merge(city.stick);
    const QStringList decide {u"district"_s, u"claim"_s, u"return"_s, claim, u"--store"_s, city.district.store};
    CHECK(city.district.cli.run(decide).code == 1); // a reason is wanted
    city.district.cli.done(decide + QStringList {u"--reason"_s, u"缺签字表"_s});
    city.district.merge(city.stick);
    city.east.cli.done(
        {u"receipt"_s, u"import"_s, city.district.receipts() + u"/songhe-SG01-2021Q3-0001.receipt.zip.age"_s});
    const QJsonObject shown = city.east.cli.done({u"claim"_s, u"show"_s, claim}).toObject();
    CHECK(shown["state"_L1] == u"returned"_s);
}

TEST_CASE("no name and no number of a person lies readable in the district's store", "[app][district][privacy]")
{
    City city;
    mergesAndAnswers(city);
    const QStringList files = QDir(city.district.cli.outside(u"."_s)).entryList({u"district.db*"_s});
    REQUIRE(files.contains(u"district.db"_s));
    for (const QString& name : files) {
        const QByteArray bytes = contentOf(city.district.cli.outside(name));
        CHECK_FALSE(bytes.contains(sharedNumber));
        CHECK_FALSE(bytes.contains("李桂兰"));
    }
}

TEST_CASE("an identity that is not the district's opens nothing", "[app][district]")
{
    City city;
    city.east.deliver(city.stick);
    const District other;
    const Outcome refused
        = city.district.cli.run({u"district"_s, u"merge"_s, city.stick, u"--store"_s, city.district.store,
                                 u"--identity"_s, other.key, u"--receipts"_s, city.district.receipts()});
    CHECK(refused.code == 1);
    CHECK_FALSE(refused.err.isEmpty());
    CHECK_FALSE(QDir(city.district.receipts()).exists());

    // Every command of a district takes the identity, those that could do without it, too.
    District& ours = city.district;
    for (const QStringList& command :
         {QStringList {u"report"_s},
          QStringList {u"trust"_s, u"--centre"_s, u"SG09"_s, u"--public-key"_s, ours.publicKey},
          QStringList {u"claim"_s, u"accept"_s, u"1"_s},
          QStringList {u"claim"_s, u"return"_s, u"1"_s, u"--reason"_s, u"x"_s}}) {
        INFO(command.join(u' ').toStdString());
        const QStringList whole
            = QStringList {u"district"_s} + command + QStringList {u"--store"_s, ours.store, u"--identity"_s};
        const Outcome stranger = ours.cli.run(whole + QStringList {other.key});
        CHECK(stranger.code == 1);
        const Outcome own = ours.cli.run(whole + QStringList {ours.key});
        CHECK(own.code == (command.front() == u"claim"_s ? 1 : 0)); // there is no claim 1
        CHECK(own.err != stranger.err);
    }
}

TEST_CASE("a city's database server gives the same answers as a file", "[app][district][postgres]")
{
    const Postgres server;
    INFO(server.reason().toStdString());
    REQUIRE(server.isRunning());
    City city(server.address());
    mergesAndAnswers(city);
    const QJsonObject again = city.district.merge(city.stick);
    CHECK(packageOf(again, u"SG02"_s)["status"_L1] == u"already_here"_s);
}
