// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/command_line.h"
#include "tests/support/catch.h"
#include "tests/support/postgres.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QRegularExpression>
#include <QtCore/QStandardPaths>

using namespace songhe::tests;
using namespace Qt::StringLiterals;

namespace {

/// A district with its identity and store; every command is run as its officer would.
struct District {
    CommandLine cli;
    QString key;
    QString store;
    QString recipient;
    QString publicKey;

    explicit District(const QString& place = {})
    {
        key = cli.outside(u"district.key"_s);
        REQUIRE(runProgram(QStandardPaths::findExecutable(u"age-keygen"_s), {u"-o"_s, key}, cli.outside(u"."_s)).code
                == 0);
        store = place.isEmpty() ? cli.outside(u"district.db"_s) : place;
        const QJsonObject made = cli.done({u"district"_s, u"init"_s, u"--store"_s, store, u"--identity"_s, key,
                                           u"--name"_s, u"石拐区民政局"_s})
                                     .toObject();
        recipient = made["age_recipient"_L1].toString();
        publicKey = made["minisign_public_key"_L1].toString();
        REQUIRE(recipient.startsWith(u"age1"));
        REQUIRE(publicKey.startsWith(u"RW"));
    }

    void trust(const QString& code, const QString& centreKey)
    {
        cli.done({u"district"_s, u"trust"_s, u"--store"_s, store, u"--centre"_s, code, u"--public-key"_s, centreKey});
    }
    QJsonObject merge(const QString& folder)
    {
        return cli
            .done({u"district"_s, u"merge"_s, folder, u"--store"_s, store, u"--identity"_s, key, u"--receipts"_s,
                   receipts()})
            .toObject();
    }
    [[nodiscard]] QString receipts() const { return cli.outside(u"receipts"_s); }
    QJsonObject report() { return cli.done({u"district"_s, u"report"_s, u"--store"_s, store}).toObject(); }
};

/// A centre that delivers its third quarter of 2021.
struct DeliveringCentre {
    CommandLine cli;
    QString code;
    QString publicKey;

    DeliveringCentre(const QString& centreCode, const District& district)
        : code(centreCode)
    {
        publicKey
            = cli.done({u"init"_s, u"--name"_s, u"松鹤中心"_s + code, u"--code"_s, code, u"--division"_s, u"150205"_s})
                  .toObject()["minisign_public_key"_L1]
                  .toString();
        cli.done(
            {u"district"_s, u"set"_s, u"--recipient"_s, district.recipient, u"--public-key"_s, district.publicKey});
        records(R"({"record":"site","id":1,"code":"P1","name":"青山食堂"})");
    }
    void records(const QByteArray& lines)
    {
        cli.done({u"import"_s, u"records"_s, cli.write(u"records.jsonl"_s, lines)});
    }
    void elder(qint64 id, const QByteArray& number)
    {
        records(R"({"record":"elder","id":)" + QByteArray::number(id) + R"(,"name":"李桂兰","resident_number":")"
                + number + "\"}\n" + R"({"record":"fact","elder":)" + QByteArray::number(id)
                + R"(,"kind":"registered_division","value":"150205","from":"2010-01-01"})" + "\n");
    }
    void meal(qint64 id, qint64 elder, const QByteArray& day)
    {
        records(R"({"record":"meal","id":)" + QByteArray::number(id) + R"(,"elder":)" + QByteArray::number(elder)
                + R"(,"on":")" + day + R"(","site":1})" + "\n");
    }
    QString deliver(const QString& folder)
    {
        REQUIRE(QDir().mkpath(folder));
        return cli.done({u"package"_s, u"write"_s, u"--quarter"_s, u"2021Q3"_s, u"--to"_s, folder})
            .toObject()["file"_L1]
            .toString();
    }
};

QStringList codes(const QJsonValue& list)
{
    QStringList found;
    for (const QJsonValue& each : list.toArray())
        found << each["code"_L1].toString();
    found.sort();
    return found;
}

QJsonObject packageOf(const QJsonObject& merged, const QString& centre)
{
    for (const QJsonValue& each : merged["packages"_L1].toArray())
        if (each["centre"_L1] == centre)
            return each.toObject();
    return {};
}

constexpr const char* sharedNumber = "150204195003050022";

/// Two centres with one person in common who ate at both on one day.
struct City {
    District district;
    DeliveringCentre east {u"SG01"_s, district};
    DeliveringCentre west {u"SG02"_s, district};
    QString stick = district.cli.outside(u"stick"_s);

    explicit City(const QString& store = {})
        : district(store)
    {
        district.trust(u"SG01"_s, east.publicKey);
        district.trust(u"SG02"_s, west.publicKey);
        for (DeliveringCentre* centre : {&east, &west}) {
            centre->elder(1001, sharedNumber);
            centre->meal(51, 1001, "2021-09-02");
        }
        east.meal(52, 1001, "2021-09-03");
        west.meal(53, 1001, "2021-09-04");
    }
};

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
    for (const QString& name : QDir(city.district.cli.outside(u"."_s)).entryList({u"district.db*"_s})) {
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
}

TEST_CASE("a city's database server gives the same answers as a file", "[app][district][postgres]")
{
    const Postgres server;
    if (!server.isRunning()) {
        WARN("No PostgreSQL server could be started on this computer: " << server.reason().toStdString());
        return;
    }
    City city(server.address());
    mergesAndAnswers(city);
    const QJsonObject again = city.district.merge(city.stick);
    CHECK(packageOf(again, u"SG02"_s)["status"_L1] == u"already_here"_s);
}
