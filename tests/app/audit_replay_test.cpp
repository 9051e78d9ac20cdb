// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/audit_cases.h"
#include "tests/support/catch.h"

#include <QtCore/QDir>
#include <QtCore/QFile>

using namespace songhe::tests;
using namespace Qt::StringLiterals;

// Claims recomputed from a package alone: cases that an auditor asks about, each through the commands a centre has.

TEST_CASE("a quarter's claims are recomputed from the package alone, and an altered record is named",
          "[app][claims][exchange]")
{
    AuditBooks books;
    books.elder(1001);
    books.elder(1002, "1955-01-02", "destitute");
    books.meal(51, 1001, "2021-07-03");
    books.meal(52, 1002, "2021-07-04");
    books.sign(u"2021-07"_s);
    books.cli.done({u"meal"_s, u"void"_s, u"52"_s, u"--reason"_s, u"登记错误"_s});
    books.meal(53, 1001, "2021-08-03");
    books.sign(u"2021-08"_s);
    books.meal(54, 1002, "2021-09-03");
    books.write(u"2021-09"_s);
    const QString folder = books.cli.outside(u"sticks"_s);
    QDir().mkpath(folder);
    const QString secret = books.cli.write(u"secret.txt"_s, "a long passphrase for the stick\n");
    const QString package = books.cli
                                .done({u"package"_s, u"write"_s, u"--quarter"_s, u"2021Q3"_s, u"--to"_s, folder,
                                       u"--passphrase-file"_s, secret})
                                .toObject()[u"file"]
                                .toString();
    const QJsonObject replayed
        = books.cli.done({u"claim"_s, u"replay"_s, package, u"--passphrase-file"_s, secret}).toObject();
    CHECK(replayed[u"ok"] == true);
    REQUIRE(replayed[u"claims"].toArray().size() == 3);
    for (const QJsonValue& claim : replayed[u"claims"].toArray()) {
        INFO(claim[u"text"].toString().toStdString());
        CHECK(claim[u"digest"] == claim[u"replayed_digest"]);
        CHECK(claim[u"fen"] == claim[u"replayed_fen"]);
    }
}

TEST_CASE("a package in which one record was altered is named by the line it no longer gives",
          "[app][claims][exchange]")
{
    AuditBooks books;
    books.elder(1001);
    books.meal(51, 1001, "2021-09-03");
    books.meal(52, 1001, "2021-09-04");
    books.sign(u"2021-09"_s);
    const QString key = books.cli.outside(u"district.key"_s);
    const QString folder = books.cli.outside(u"."_s);
    REQUIRE(runProgram(u"age-keygen"_s, {u"-o"_s, key}, folder).code == 0);
    const QString recipient = QString::fromUtf8(runProgram(u"age-keygen"_s, {u"-y"_s, key}, folder).out).trimmed();
    const QString package = books.cli
                                .done({u"package"_s, u"write"_s, u"--quarter"_s, u"2021Q3"_s, u"--to"_s, folder,
                                       u"--recipient"_s, recipient})
                                .toObject()[u"file"]
                                .toString();
    const QString zip = books.cli.outside(u"package.zip"_s);
    const QString opened = books.cli.outside(u"opened"_s);
    REQUIRE(runProgram(u"age"_s, {u"-d"_s, u"-i"_s, key, u"-o"_s, zip, package}, folder).code == 0);
    REQUIRE(runProgram(u"unzip"_s, {u"-q"_s, zip, u"-d"_s, opened}, folder).code == 0);
    const QString bag = opened + u'/' + QDir(opened).entryList(QDir::Dirs | QDir::NoDotAndDotDot).front();
    CHECK(books.cli.bare({u"claim"_s, u"replay"_s, bag, u"--json"_s}).object()[u"ok"] == true);

    const QString meals = bag + u"/data/meal.csv"_s;
    QByteArray rows = contentOf(meals);
    rows.replace("2021-09-04", "2021-09-03");
    QFile file(meals);
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write(rows);
    file.close();
    const Outcome outcome = books.cli.bare({u"claim"_s, u"replay"_s, bag, u"--json"_s});
    CHECK(outcome.code == 1);
    const QJsonObject broken = outcome.object();
    CHECK(broken[u"ok"] == false);
    CHECK_FALSE(broken[u"problems"].toArray().isEmpty()); // the manifest says it, too
    const QJsonObject claim = broken[u"claims"].toArray().at(0).toObject();
    CHECK(claim[u"ok"] == false);
    CHECK_FALSE(claim[u"line"].toString().isEmpty());
    CHECK(claim[u"text"].toString().contains(u"52"_s));
}
