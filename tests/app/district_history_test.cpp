// SPDX-License-Identifier: GPL-3.0-or-later
// Books that went two ways: a copy of the data folder, a backup on another computer, a backup in place.
#include "core/base/clock.h"
#include "tests/app/district_city.h"
#include "tests/support/catch.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QFileInfo>

using namespace songhe::tests;
using namespace Qt::StringLiterals;

namespace {

QString written(CommandLine& cli, const QString& folder)
{
    REQUIRE(QDir().mkpath(folder));
    return cli.done({u"package"_s, u"write"_s, u"--quarter"_s, u"2021Q3"_s, u"--to"_s, folder})
        .toObject()["file"_L1]
        .toString();
}

QString today()
{
    return songhe::SystemClock().today().toString(Qt::ISODate);
}

QString outcomesOf(const QJsonObject& merged)
{
    QStringList all;
    for (const QJsonValue& package : merged["packages"_L1].toArray())
        all << package["status"_L1].toString() + u' '
                + QString::number(package["records"_L1]["conflict"_L1].toInteger());
    return all.join(u", "_s);
}

} // namespace

TEST_CASE("two copies of the books that go on separately are found in whatever order their packages come, and neither "
          "content is chosen silently",
          "[app][district][findings]")
{
    EmptyCity city;
    city.east.records(elderLines(1001, numberOf(2)) + elderLines(1002, numberOf(4)));
    city.west.records(elderLines(1001, numberOf(6)));
    city.east.deliver(city.stick);
    city.west.deliver(city.stick);
    CommandLine copy;
    copyBooks(city.east.cli, copy);
    city.east.cli.done({u"elder"_s, u"edit"_s, u"1001"_s, u"--name"_s, u"李桂芳"_s});
    city.east.cli.done({u"elder"_s, u"edit"_s, u"1002"_s, u"--name"_s, u"张玉芝"_s});
    copy.done({u"elder"_s, u"edit"_s, u"1001"_s, u"--name"_s, u"李桂芬"_s});
    const QString first = city.district.cli.outside(u"first"_s);
    const QString second = city.district.cli.outside(u"second"_s);
    written(city.east.cli, first);
    written(copy, second);
    // The same revision of anything else, and of all else, is the same.
    const std::vector<ExpectedFinding> expected {
        {u"conflict"_s,
         {u"SG01"_s},
         {u"SG01 elder 1001"_s},
         u"SG01：“老年人”表中一条记录的同一版本收到两种不同内容。"_s,
         u"SG01: the same revision of a record in the table 'Elders' came with two different contents."_s},
        {u"sequence_rewound"_s,
         {u"SG01"_s},
         {},
         u"SG01：序号 2 用于不止一个数据包。"_s,
         u"SG01: the number 2 was given to more than one package."_s},
        {u"chain_broken"_s,
         {u"SG01"_s},
         {},
         u"SG01：数据包 songhe-SG01-2021Q3-0002 的审计链与同一账册的其他数据包不一致：历史记录被改写过，或账册有两份在同时使用。"_s,
         u"SG01: package songhe-SG01-2021Q3-0002 tells another history than other packages of the same books: the past "
         u"was "
         u"rewritten, or two copies of the books are in use."_s}};
    District other(QString(), city.district.key);
    city.trustAt(other);
    city.district.merge(city.stick);
    checkFindings(city.district, {});
    other.merge(city.stick);
    CHECK(outcomesOf(city.district.merge(first)) == u"merged 0"_s);
    checkFindings(city.district, {});
    const QJsonObject merged = city.district.merge(second);
    CHECK(outcomesOf(merged) == u"merged 1"_s);
    const QString told = merged["receipts"_L1].toArray().first().toString();
    checkFindings(city.district, expected);
    CHECK(outcomesOf(other.merge(second)) == u"merged 0"_s);
    CHECK(outcomesOf(other.merge(first)) == u"merged 1"_s);
    checkFindings(other, expected);
    CHECK(other.digest() == city.district.digest());
    CHECK(other.report() == city.district.report());
    sameOnServer(city, {first, second});
    sameOnServer(city, {second, first});

    // Each receipt brings it to its books as work.
    copy.done({u"receipt"_s, u"import"_s, told});
    const QJsonArray items = copy.done({u"receipt"_s, u"items"_s, u"--open"_s}).toArray();
    REQUIRE(items.size() == 1);
    CHECK(items[0]["table"_L1] == u"elder"_s);
    CHECK(items[0]["record_id"_L1] == u"1001"_s);
    CHECK(items[0]["outcome"_L1] == u"conflict"_s);
}

TEST_CASE("a backup on another computer begins at a used number: both packages stay, each has a receipt of its own",
          "[app][district][findings]")
{
    EmptyCity city;
    city.east.records(elderLines(1001, numberOf(2)));
    city.west.records(elderLines(1001, numberOf(6)));
    const QString backup = city.district.cli.outside(u"backup.db"_s);
    city.east.cli.done({u"backup"_s, backup});
    city.east.meal(51, 1001, "2021-09-02");
    city.east.deliver(city.stick);
    city.west.deliver(city.stick);
    city.district.merge(city.stick);
    checkFindings(city.district, {});

    CommandLine restored;
    restored.done({u"restore"_s, backup, u"--yes"_s});
    restored.done({u"import"_s, u"records"_s,
                   restored.write(u"records.jsonl"_s,
                                  R"({"record":"meal","id":52,"elder":1001,"on":"2021-09-03","site":1})"
                                  "\n")});
    const QString later = city.district.cli.outside(u"later"_s);
    written(restored, later);
    const QJsonObject merged = city.district.merge(later);
    CHECK(outcomesOf(merged) == u"merged 0"_s);
    checkFindings(
        city.district,
        {{u"restored"_s,
          {u"SG01"_s},
          {},
          u"SG01：账册于 %1 由备份恢复。备份之后至恢复之前的记录只存于较早的数据包中。"_s.arg(today()),
          u"SG01: these books were restored from a backup at %1. What was recorded between the backup and then "
          u"stands only in earlier packages."_s.arg(today())},
         {u"sequence_rewound"_s,
          {u"SG01"_s},
          {},
          u"SG01：序号 1 用于不止一个数据包。"_s,
          u"SG01: the number 1 was given to more than one package."_s}});
    CHECK(city.district.report()["tables"_L1]["meal"_L1]["SG01"_L1] == 2);

    // All in one merge again: the names stay as they were, and each receipt is for its own package.
    QDir().rename(later, city.stick + u"/later"_s);
    const QJsonObject again = city.district.merge(city.stick);
    QStringList names;
    for (const QJsonValue& receipt : again["receipts"_L1].toArray())
        names << QFileInfo(receipt.toString()).fileName();
    names.sort();
    REQUIRE(names.size() == 3);
    CHECK(names[0].startsWith(u"songhe-SG01-2021Q3-0001-"));
    CHECK(names[0].size() == names[1].size() + 9);
    CHECK(names[1] == u"songhe-SG01-2021Q3-0001.receipt.zip.age"_s);
    CHECK(QFileInfo(merged["receipts"_L1].toArray().first().toString()).fileName() == names[0]);
    const QString plain = city.district.receipts() + u'/' + names[1];
    const QString other = city.district.receipts() + u'/' + names[0];
    CHECK(restored.run({u"receipt"_s, u"import"_s, plain}).code == 1);
    CHECK(restored.done({u"receipt"_s, u"import"_s, other}).toObject()["accepted"_L1].toInteger() > 4);
    CHECK(city.east.cli.run({u"receipt"_s, u"import"_s, other}).code == 1);
    CHECK(city.east.cli.done({u"receipt"_s, u"import"_s, plain}).toObject()["conflict"_L1] == 0);
    sameOnServer(city);
}

TEST_CASE("what was settled again after a backup came back in place is found as claimed twice",
          "[app][district][findings]")
{
    EmptyCity city;
    for (DeliveringCentre* centre : {&city.east, &city.west})
        centre->records(elderLines(1001, numberOf(centre == &city.east ? 2 : 6))
                        + R"({"record":"meal","id":51,"elder":1001,"on":"2021-09-02","site":1})"
                          "\n");
    city.west.sign(u"baotou-2020-meals"_s);
    city.west.deliver(city.stick);
    const QString backup = city.district.cli.outside(u"backup.db"_s);
    city.east.cli.done({u"backup"_s, backup});
    const auto lineOf = [&city](const QString& claim) {
        return city.east.cli.done({u"claim"_s, u"show"_s, claim}).toObject()["lines"_L1][0]["id"_L1].toString();
    };
    const QString before = lineOf(city.east.sign(u"baotou-2020-meals"_s));
    city.east.deliver(city.stick);
    city.district.merge(city.stick);
    checkFindings(city.district, {});

    city.east.cli.done({u"restore"_s, backup, u"--yes"_s});
    const QString after = lineOf(city.east.sign(u"baotou-2020-meals"_s));
    city.east.deliver(city.stick);
    const QJsonObject merged = city.district.merge(city.stick);
    CHECK(packageOf(merged, u"SG01"_s)["status"_L1] == u"already_here"_s);
    checkFindings(
        city.district,
        {{u"restored"_s,
          {u"SG01"_s},
          {},
          u"SG01：账册于 %1 由备份恢复。备份之后至恢复之前的记录只存于较早的数据包中。"_s.arg(today()),
          u"SG01: these books were restored from a backup at %1. What was recorded between the backup and then "
          u"stands only in earlier packages."_s.arg(today())},
         {u"claimed_twice"_s,
          {u"SG01"_s},
          {u"SG01 claim_line "_s + before, u"SG01 claim_line "_s + after},
          u"SG01：按 baotou-2020-meals 重复申领，2021-09-02。"_s,
          u"SG01: claimed twice under baotou-2020-meals, 2021-09-02."_s}});
    sameOnServer(city);
}
