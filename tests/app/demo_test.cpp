// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/command_line.h"
#include "tests/app/district_city.h"
#include "tests/support/catch.h"

#include <QtCore/QFile>

using namespace songhe::tests;
using namespace Qt::StringLiterals;

TEST_CASE("a demonstration is made without a centre, and in a fresh one", "[app][demo]")
{
    CommandLine cli;
    const QString folder = cli.outside(u"demo"_s);
    const QStringList demo {u"--json"_s, u"--data-dir"_s, folder, u"demo"_s,   u"--elders"_s,
                            u"20"_s,     u"--years"_s,    u"1"_s, u"--seed"_s, u"7"_s};
    const Outcome made = cli.bare(demo);
    REQUIRE(made.code == 0);
    CHECK(made.object().value("elders"_L1).toInt() == 20);
    CHECK(made.object().value("meals"_L1).toInt() > 500);
    CHECK(made.object().value("user"_L1).toString() == u"李敏"_s);
    CHECK(made.object().value("password"_L1).toString() == u"songhe-demo"_s);
    const Outcome again = cli.bare(demo);
    CHECK(again.code == 1);
    CHECK_FALSE(again.err.isEmpty());

    const QString password = cli.write(u"demo-password"_s, "songhe-demo\n");
    const Outcome list = cli.bare({u"--json"_s, u"--data-dir"_s, folder, u"--user"_s, u"李敏"_s, u"--password-file"_s,
                                   password, u"elder"_s, u"list"_s});
    REQUIRE(list.code == 0);
    CHECK(list.array().size() == 20);

    cli.init();
    CHECK(cli.done({u"demo"_s, u"--elders"_s, u"20"_s, u"--years"_s, u"1"_s, u"--seed"_s, u"7"_s})
              .toObject()
              .value("meals"_L1)
          == made.object().value("meals"_L1));
    CHECK(cli.done({u"audit"_s, u"verify"_s}).toObject().value("ok"_L1).toBool());
}

TEST_CASE("a demonstration out of bounds makes no centre", "[app][demo]")
{
    CommandLine cli;
    const QString folder = cli.outside(u"demo"_s);
    CHECK(cli.bare({u"--data-dir"_s, folder, u"demo"_s, u"--elders"_s, u"0"_s}).code == 1);
    CHECK(cli.bare({u"--data-dir"_s, folder, u"demo"_s, u"--elders"_s, u"many"_s}).code == 2);
    CHECK(cli.bare({u"--data-dir"_s, folder, u"demo"_s, u"--elders"_s, u"3"_s}).code == 0);
}

TEST_CASE("a city to practise with is invented by one command, and the district finds what planted.json names",
          "[app][demo][district]")
{
    District district;
    const QString folder = district.cli.outside(u"city"_s);
    const QJsonObject planted
        = district.cli
              .bare({u"--json"_s, u"demo"_s, u"city"_s, u"--centres"_s, u"5"_s, u"--elders"_s, u"2"_s, u"--to"_s,
                     folder, u"--recipient"_s, district.recipient, u"--public-key"_s, district.publicKey})
              .object();
    REQUIRE(planted["centres"_L1].toArray().size() == 5);
    for (const QJsonValue& centre : planted["centres"_L1].toArray())
        district.trust(centre["centre"_L1].toString(), centre["public_key"_L1].toString());
    for (const QJsonValue& round : planted["rounds"_L1].toArray()) {
        QStringList found;
        for (const QJsonValue& each : district.merge(round["stick"_L1].toString())["findings"_L1].toArray())
            found << each["code"_L1].toString();
        QStringList wanted;
        for (const QJsonValue& each : round["findings"_L1].toArray())
            wanted << each["code"_L1].toString();
        found.sort();
        wanted.sort();
        CHECK(found == wanted);
        CHECK(wanted.contains(u"same_person"_s));
    }
    CHECK(QFile::exists(folder + u"/planted.json"_s));
}
