// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/district/office.h"
#include "tests/support/postgres.h"

#include <QtCore/QTemporaryDir>

using namespace songhe;
using namespace songhe::tests;
using namespace Qt::StringLiterals;

namespace {

/// Ids begin with the milliseconds since 2020.
qint64 firstIdOf(QDate day)
{
    return (Clock::momentOf(day, QTime(0, 0)).toMSecsSinceEpoch() - 1'577'836'800'000) << 20;
}

/// As docs/decisions/0012 tells a city's database administrator.
void partition(DistrictStore& store)
{
    for (const QString& table : {u"meal"_s, u"meal_history"_s, u"elder"_s})
        ok(store.define(u"ALTER TABLE %1 RENAME TO %1_whole;\n"
                        "CREATE TABLE %1 (LIKE %1_whole INCLUDING ALL) PARTITION BY LIST (centre);\n"
                        "CREATE TABLE %1_c1 PARTITION OF %1 FOR VALUES IN (1) PARTITION BY RANGE (id);\n"
                        "CREATE TABLE %1_c1_q1 PARTITION OF %1_c1 FOR VALUES FROM (%2) TO (%3);\n"
                        "CREATE TABLE %1_c1_rest PARTITION OF %1_c1 DEFAULT;\n"
                        "CREATE TABLE %1_rest PARTITION OF %1 DEFAULT;\n"
                        "INSERT INTO %1 SELECT * FROM %1_whole;\n"
                        "DROP TABLE %1_whole;\n"_s.arg(table)
                            .arg(firstIdOf(QDate(2021, 1, 1)))
                            .arg(firstIdOf(QDate(2021, 4, 1)))));
}

qint64 rowsIn(DistrictStore& store, const QString& table)
{
    const auto rows = ok(store.run(u"SELECT count(*) FROM "_s + table));
    REQUIRE(rows->next());
    return rows->integer(0);
}

} // namespace

TEST_CASE("tables that a city's administrator spreads by centre and quarter take in the same, and programs find them",
          "[district][partition]")
{
    QTemporaryDir folder;
    const Postgres server;
    INFO(server.reason().toStdString());
    REQUIRE(server.isRunning());
    const CentreKeys keys = ok(makeCentreKeys());
    Office plain(folder.filePath(u"district.db"_s), keys.ageIdentity);
    Office spread(server.address(), keys.ageIdentity);

    Progress progress;
    const CityPlan plan {.centres = 2, .elders = 3, .seed = 3};
    const auto city = ok(DemoCity::found(folder.filePath(u"city"_s), plan,
                                         {plain.info.ageRecipient, plain.info.minisignKey}, {}, progress));
    plain.trust(*city);
    spread.trust(*city);
    for (const int round : {1, 2, 3}) {
        const QString stick = folder.filePath(u"stick%1"_s.arg(round));
        ok(city->deliver(round, stick, progress));
        plain.merge(stick);
        spread.merge(stick);
        if (round == 1)
            partition(*spread.store); // after a quarter of its life
        CHECK(plain.digest() == spread.digest());
    }
    CHECK(rowsIn(*spread.store, u"meal_c1_q1"_s) > 0);
    CHECK(rowsIn(*spread.store, u"meal_c1_rest"_s) > 0);
    CHECK(rowsIn(*spread.store, u"meal_rest"_s) > 0);

    // The next start of the program takes the tables as they are.
    const auto again = ok(DistrictStore::open(server.address(), false));
    CHECK(ok(ReportRepository(*again).contentDigest()) == plain.digest());
}
