// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/command_line.h"
#include "tests/support/catch.h"

#include <QtCore/QDir>
#include <QtCore/QFileInfo>
#include <QtCore/QStandardPaths>

using namespace songhe::tests;
using namespace Qt::StringLiterals;

namespace {

/// A key of one's own outside any centre; its recipient.
QString newRecipient(CommandLine& cli, const QString& keyFile)
{
    const QString path = QStandardPaths::findExecutable(u"age-keygen"_s);
    REQUIRE_FALSE(path.isEmpty());
    REQUIRE(runProgram(path, {u"-o"_s, keyFile}, cli.outside(u"."_s)).code == 0);
    const QString file = QString::fromUtf8(contentOf(keyFile));
    return file.mid(file.indexOf(u"age1"_s), 62);
}

} // namespace

TEST_CASE("a file sealed to the standard stream stands there alone, with --json too", "[app][exchange]")
{
    CommandLine cli;
    const QString key = cli.outside(u"key.txt"_s);
    const QString recipient = newRecipient(cli, key);
    const Outcome sealed = cli.bare({u"--json"_s, u"seal"_s, u"-r"_s, recipient, u"-"_s, u"-"_s}, "one meal\n");
    REQUIRE(sealed.code == 0);
    const Outcome opened = cli.bare({u"unseal"_s, u"--json"_s, u"-i"_s, key, u"-"_s, u"-"_s}, sealed.out);
    REQUIRE(opened.code == 0);
    CHECK(opened.out == "one meal\n");
}

TEST_CASE("no file is sealed over itself", "[app][exchange]")
{
    CommandLine cli;
    const QString recipient = newRecipient(cli, cli.outside(u"key.txt"_s));
    const QString file = cli.write(u"in.txt"_s, "kept");
    CHECK(cli.bare({u"seal"_s, u"-r"_s, recipient, file, file}).code == 1);
    CHECK(contentOf(file) == "kept");
}

TEST_CASE("records come through a pipe as from a file", "[app][importing]")
{
    CommandLine cli;
    cli.init();
    const QByteArray lines = "{\"record\":\"site\",\"id\":1,\"code\":\"P1\",\"name\":\"食堂\"}\n"
                             "{\"record\":\"elder\",\"id\":1001,\"name\":\"王秀英\",\"sex\":\"female\"}\n";
    const Outcome done
        = cli.bare({u"--data-dir"_s, cli.dataFolder(), u"--user"_s, u"admin"_s, u"--password-file"_s,
                    cli.outside(u"password.txt"_s), u"--json"_s, u"import"_s, u"records"_s, u"/dev/stdin"_s},
                   lines);
    INFO(done.err.toStdString());
    REQUIRE(done.code == 0);
    CHECK(done.object().value("records"_L1).toInt() == 2);
}

TEST_CASE("a slip in the data folder's name leaves no folder behind", "[app]")
{
    CommandLine cli;
    const QString password = cli.write(u"pw"_s, "some password\n");
    const QString nowhere = cli.outside(u"no/such/centre"_s);
    CHECK(cli.bare({u"--data-dir"_s, nowhere, u"--password-file"_s, password, u"elder"_s, u"list"_s}).code == 1);
    CHECK_FALSE(QFileInfo::exists(nowhere));
}

TEST_CASE("refused rows are never saved over the roster, and nothing is imported where they cannot be saved",
          "[app][importing]")
{
    CommandLine cli;
    cli.init();
    const QString roster = cli.write(u"roster.csv"_s, contentOf(dataFile(u"roster/roster-utf8.csv"_s)));
    const QByteArray before = contentOf(roster);
    CHECK(cli.run({u"import"_s, u"roster"_s, roster, u"--problems"_s, roster}).code == 2);
    CHECK(contentOf(roster) == before);
    CHECK(cli.run({u"import"_s, u"roster"_s, roster, u"--problems"_s, cli.outside(u"no/such/problems.xlsx"_s)}).code
          == 1);
    CHECK(cli.done({u"elder"_s, u"list"_s}).toArray().isEmpty());
}

TEST_CASE("a file that is no bag is answered with ok false", "[app][exchange]")
{
    CommandLine cli;
    const Outcome outcome = cli.bare({u"--json"_s, u"bag"_s, u"verify"_s, cli.write(u"torn.zip"_s, "PK\x03\x04torn")});
    CHECK(outcome.code == 1);
    CHECK_FALSE(outcome.object().value("ok"_L1).toBool(true));
}

TEST_CASE("a centre opens its own package that was sealed to a passphrase alone", "[app][exchange]")
{
    CommandLine cli;
    cli.init();
    REQUIRE(QDir().mkpath(cli.outside(u"stick"_s)));
    const QString phrase = cli.write(u"phrase"_s, "correct horse battery\r\n");
    const QString file = cli.done({u"package"_s, u"write"_s, u"--quarter"_s, u"2021Q3"_s, u"--to"_s,
                                   cli.outside(u"stick"_s), u"--passphrase-file"_s, phrase})
                             .toObject()
                             .value("file"_L1)
                             .toString();
    const QJsonObject verdict = cli.done({u"package"_s, u"verify"_s, file}).toObject();
    CHECK(verdict.value("ok"_L1).toBool());
    CHECK(verdict.value("trusted"_L1).toBool());
}

TEST_CASE("what a policy leaves open is listed and chosen", "[app][rules]")
{
    CommandLine cli;
    cli.init();
    cli.done({u"policy"_s, u"choose"_s, u"baotou-2020-meals"_s, u"birthday"_s, u"day_after"_s});
    const QJsonObject policy = cli.done({u"policy"_s, u"list"_s}).toArray().first().toObject();
    CHECK(policy.value("settings"_L1).toObject().value("birthday"_L1).toString() == u"day_after"_s);
    CHECK(cli.run({u"policy"_s, u"choose"_s, u"baotou-2020-meals"_s, u"birthday"_s, u"whenever"_s}).code == 1);
}
