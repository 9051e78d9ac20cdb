// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/security/data_folder.h"
#include "tests/app/command_line.h"
#include "tests/support/catch.h"

#include <QtCore/QDir>

using namespace songhe::tests;
using namespace Qt::StringLiterals;

namespace {

void checkRefused(const Outcome& outcome)
{
    INFO(outcome.out.toStdString() << outcome.err.toStdString());
    CHECK(outcome.code == 1);
    CHECK_FALSE(outcome.err.trimmed().isEmpty());
}

} // namespace

TEST_CASE("wrong usage ends with 2 and says what is right", "[app]")
{
    CommandLine cli;
    for (const QStringList& wrong :
         {QStringList {}, {u"fly"_s}, {u"import"_s, u"roster"_s}, {u"--fly"_s, u"check"_s}}) {
        const Outcome outcome = cli.bare(wrong);
        INFO(wrong.join(u' ').toStdString());
        CHECK(outcome.code == 2);
        CHECK(outcome.out.isEmpty());
        CHECK_FALSE(outcome.err.isEmpty());
    }
}

TEST_CASE("a centre in a division that is not known is not set up", "[app]")
{
    CommandLine cli;
    const QString password = cli.write(u"password.txt"_s, "a long enough password\n");
    const Outcome outcome
        = cli.bare({u"init"_s, u"--data-dir"_s, cli.dataFolder(), u"--user"_s, u"admin"_s, u"--password-file"_s,
                    password, u"--name"_s, u"松鹤中心"_s, u"--code"_s, u"SG01"_s, u"--division"_s, u"159999"_s});
    CHECK(outcome.code == 2);
    CHECK(QString::fromUtf8(outcome.err).contains(u"159999"_s));
}

TEST_CASE("a wrong password opens nothing", "[app][security]")
{
    CommandLine cli;
    cli.init();
    const QString wrong = cli.write(u"wrong.txt"_s, "not the password\n");
    checkRefused(cli.bare({u"elder"_s, u"list"_s, u"--data-dir"_s, cli.dataFolder(), u"--user"_s, u"admin"_s,
                           u"--password-file"_s, wrong}));
}

TEST_CASE("a password file ends at its first line break", "[app][security]")
{
    CommandLine cli;
    cli.init();
    for (const auto* content :
         {"a long enough password", "a long enough password\r\n", "a long enough password\nmore\n"}) {
        const QString file = cli.write(u"same.txt"_s, content);
        CHECK(cli.bare({u"--data-dir"_s, cli.dataFolder(), u"site"_s, u"list"_s, u"--user"_s, u"admin"_s, u"--json"_s,
                        u"--password-file"_s, file})
                  .code
              == 0);
    }
}

TEST_CASE("a second program on the same data is refused", "[app][security]")
{
    CommandLine cli;
    cli.init();
    auto held = songhe::DataFolder::open(cli.dataFolder());
    REQUIRE(held);
    checkRefused(cli.run({u"elder"_s, u"list"_s}));
}

TEST_CASE("data of a newer program are refused and left as they are", "[app][storage]")
{
    CommandLine cli;
    cli.init();
    QString data;
    for (const QString& name : QDir(cli.dataFolder()).entryList({u"*.db"_s, u"*.songhe"_s, u"*.sqlite"_s}, QDir::Files))
        data = cli.dataFolder() + u'/' + name;
    REQUIRE_FALSE(data.isEmpty());
    REQUIRE(runProgram(u"sqlite3"_s, {data, u"PRAGMA user_version = 9999"_s}, cli.outside(u"."_s)).code == 0);
    const QByteArray before = contentOf(data);
    checkRefused(cli.run({u"elder"_s, u"list"_s}));
    CHECK(contentOf(data) == before);
}

TEST_CASE("a torn or foreign file is no roster", "[app][importing]")
{
    CommandLine cli;
    cli.init();
    const QByteArray whole = contentOf(dataFile(u"roster/roster.xlsx"_s));
    checkRefused(cli.run({u"import"_s, u"roster"_s, cli.write(u"torn.xlsx"_s, whole.left(whole.size() / 2))}));
    checkRefused(cli.run({u"import"_s, u"roster"_s, cli.write(u"empty.xlsx"_s, "")}));
    checkRefused(cli.run({u"import"_s, u"roster"_s, cli.outside(u"not-there.xlsx"_s)}));
    CHECK(cli.done({u"elder"_s, u"list"_s}).toArray().isEmpty());
}

TEST_CASE("the audit chain says no when an entry was altered", "[app][audit]")
{
    CommandLine cli;
    cli.init();
    cli.importRoster();
    CHECK(cli.done({u"audit"_s, u"verify"_s}).toObject().value("ok"_L1).toBool());
    const QString data = QDir(cli.dataFolder()).entryInfoList({u"*.db"_s}, QDir::Files).value(0).filePath();
    REQUIRE(
        runProgram(u"sqlite3"_s, {data, u"UPDATE audit SET content = x'7b7d' WHERE number = 5"_s}, cli.outside(u"."_s))
            .code
        == 0);
    const Outcome verified = cli.run({u"audit"_s, u"verify"_s});
    CHECK(verified.code == 1);
    CHECK_FALSE(verified.object().value("ok"_L1).toBool(true));
}

TEST_CASE("the check names the claim whose lines were altered", "[app][subsidies]")
{
    CommandLine cli;
    cli.init();
    REQUIRE(cli.done({u"import"_s, u"records"_s,
                      cli.write(u"two-meals.jsonl"_s,
                                R"({"record":"elder","id":1001,"name":"王秀英","sex":"female","born":"1950-03-05"}
{"record":"fact","elder":1001,"kind":"registered_division","value":"150204","from":"2020-01-01","learned_on":"2020-01-01"}
{"record":"fact","elder":1001,"kind":"economic_category","value":"subsistence","from":"2020-01-01","learned_on":"2020-01-01"}
{"record":"meal","id":5001,"elder":1001,"on":"2021-09-03","sitting":"lunch"}
{"record":"meal","id":5002,"elder":1001,"on":"2021-09-04","sitting":"lunch"}
)")})
                .isObject());
    const QString claim
        = cli.done({u"settle"_s, u"--policy"_s, u"baotou-2020-meals"_s, u"--period"_s, u"2021-09"_s, u"--write"_s})
              .toObject()[u"claim"_s]
              .toString();
    CHECK(cli.done({u"check"_s}).toObject()[u"ok"_s].toBool());
    const QString data = QDir(cli.dataFolder()).entryInfoList({u"*.db"_s}, QDir::Files).value(0).filePath();
    for (const auto& change : {u"UPDATE claim_line SET amount_fen = 900 WHERE meal_id = 5002"_s,
                               u"UPDATE claim_line SET amount_fen = 300, elder_id = 1001, fact_ids = NULL"_s}) {
        REQUIRE(runProgram(u"sqlite3"_s, {data, change}, cli.outside(u"."_s)).code == 0);
        const Outcome checked = cli.run({u"check"_s});
        CHECK(checked.code == 1);
        CHECK(checked.object()[u"problems"_s].toArray().first()[u"text"_s].toString().contains(claim));
    }
}

TEST_CASE("a package without a key to seal it to is refused", "[app][exchange]")
{
    CommandLine cli;
    cli.init();
    REQUIRE(QDir().mkpath(cli.outside(u"stick"_s)));
    checkRefused(cli.run({u"package"_s, u"write"_s, u"--quarter"_s, u"2021Q3"_s, u"--to"_s, cli.outside(u"stick"_s)}));
    CHECK(QDir(cli.outside(u"stick"_s)).isEmpty());
}
