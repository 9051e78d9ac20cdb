// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "tests/app/audit_cases.h"
#include "tests/support/catch.h"

using namespace songhe;
using namespace songhe::tests;
using namespace Qt::StringLiterals;

// Which meal of which day: cases that an auditor asks about, each through the commands a centre has.

TEST_CASE("E01 two meals of one elder on a day: the first is paid, the second stays at 0", "[app][audit-cases]")
{
    AuditBooks books;
    books.elder(1001);
    books.meal(51, 1001, "2021-09-03");
    books.meal(52, 1001, "2021-09-03", R"("sitting":"dinner")");
    const QJsonObject settled = books.settle(u"2021-09"_s);
    CHECK(books.lineOf(settled, 51) == u"300 PAYS"_s);
    CHECK(books.lineOf(settled, 52) == u"0 DAY_LIMIT"_s);
    CHECK(settled[u"paid_count"] == 1);
    CHECK(settled[u"refused_count"] == 1);
}

TEST_CASE("E02 one day at two meal points: the limit is hers, and the check shows both", "[app][audit-cases]")
{
    AuditBooks books;
    books.elder(1001);
    books.meal(51, 1001, "2021-09-03");
    books.meal(52, 1001, "2021-09-03", R"("site":2,"at":"2021-09-03T03:00:00Z")");
    const QJsonObject settled = books.write(u"2021-09"_s);
    CHECK(books.lineOf(settled, 52) == u"300 PAYS"_s); // 11:00 in China, before the other
    CHECK(books.lineOf(settled, 51) == u"0 DAY_LIMIT"_s);
    const QStringList found = books.findings(settled[u"claim"].toString());
    CHECK(found.contains(u"SECOND_POINT 51"_s));
    CHECK(found.contains(u"SECOND_POINT 52"_s));
}

TEST_CASE("E22 delivered to another district: it follows the elder, and the receipt is asked for", "[app][audit-cases]")
{
    AuditBooks books;
    books.elder(1001);
    books.meal(51, 1001, "2021-09-03", R"("way":"delivered")");
    books.meal(52, 1001, "2021-09-04", R"("way":"fetched","receipt":"proxy","fetched_by":"王强","relation":"儿子")");
    const QJsonObject settled = books.write(u"2021-09"_s);
    CHECK(settled[u"paid_count"] == 2);
    const QStringList found = books.findings(settled[u"claim"].toString());
    CHECK(found.contains(u"NO_SIGNATURE 51"_s));
    CHECK_FALSE(found.contains(u"NO_SIGNATURE 52"_s));
}

TEST_CASE("E08 the cap used up within a day: by moment and number, what is over stays at 0", "[app][audit-cases]")
{
    AuditBooks books;
    const QByteArray tight = contentOf(dataFile(u"policies/tight-cap.json"_s));
    books.cli.done({u"policy"_s, u"import"_s, books.cli.write(u"tight.json"_s, tight)});
    const QString policy = u"test-tight-cap"_s; // 8.00 yuan a year and point
    for (const int id : {1001, 1002, 1003})
        books.elder(id);
    books.meal(53, 1001, "2021-09-03", R"("at":"2021-09-03T03:30:00Z")");
    books.meal(52, 1002, "2021-09-03", R"("at":"2021-09-03T03:30:00Z")");
    books.meal(51, 1003, "2021-09-03", R"("at":"2021-09-03T03:40:00Z")");
    const QJsonObject settled = books.settle(u"2021-09"_s, policy);
    CHECK(books.lineOf(settled, 52) == u"300 PAYS"_s);
    CHECK(books.lineOf(settled, 53) == u"300 PAYS"_s);
    CHECK(books.lineOf(settled, 51) == u"0 CAP"_s);
    // E09: 2.00 yuan are left, less than a meal: not paid unless the centre chose so.
    books.cli.done({u"policy"_s, u"choose"_s, policy, u"last_unit"_s, u"partial"_s});
    CHECK(books.lineOf(books.settle(u"2021-09"_s, policy), 51) == u"200 PAYS"_s);
}

TEST_CASE("E09 signed lines are taken from the cap first; what a void meal frees goes to the next in order",
          "[app][audit-cases]")
{
    AuditBooks books;
    books.cli.done({u"policy"_s, u"import"_s, dataFile(u"policies/tight-cap.json"_s)});
    const QString policy = u"test-tight-cap"_s;
    for (const int id : {1001, 1002, 1003})
        books.elder(id);
    books.meal(51, 1001, "2021-09-03");
    books.meal(52, 1002, "2021-09-04");
    books.meal(53, 1003, "2021-09-05"); // refused by the cap, and signed so
    books.sign(u"2021-09"_s, policy);
    books.meal(54, 1001, "2021-10-03");
    CHECK(books.lineOf(books.settle(u"2021-10"_s, policy), 54) == u"0 CAP"_s);
    books.meal(50, 1003, "2021-08-01"); // earlier in the year, but not signed
    CHECK(books.lineOf(books.settle(u"2021-10"_s, policy), 54) == u"0 CAP"_s);
    books.cli.done({u"meal"_s, u"void"_s, u"51"_s, u"--reason"_s, u"登记错误"_s});
    const QJsonObject next = books.settle(u"2021-10"_s, policy);
    CHECK(books.lineOf(next, 51) == u"-300 RECORD_VOID"_s);
    CHECK(books.lineOf(next, 53) == u"300 PAYS"_s);
    CHECK(books.lineOf(next, 54) == u"0 CAP"_s);
    CHECK(next[u"paid_fen"] == 0);
}

TEST_CASE("E15 a meal that another claim pays for is evidence once", "[app][audit-cases]")
{
    AuditBooks books;
    books.cli.done({u"policy"_s, u"import"_s, dataFile(u"policies/tight-cap.json"_s)});
    books.elder(1001);
    books.meal(51, 1001, "2021-09-03");
    books.write(u"2021-09"_s);
    const QJsonObject other = books.settle(u"2021-09"_s, u"test-tight-cap"_s);
    CHECK(books.lineOf(other, 51) == u"0 CLAIMED_ELSEWHERE"_s);
    CHECK(books.lineObject(other, 51)[u"text"].toString().contains(u"baotou-2020-meals"_s));
}

TEST_CASE("E21 a meal and a night belong to the day in China on which they begin", "[app][audit-cases]")
{
    AuditBooks books;
    books.elder(1001);
    books.meal(51, 1001, "2021-10-01", R"("at":"2021-09-30T17:00:00Z")"); // 01:00 on 1 October
    CHECK(books.lineOf(books.settle(u"2021-09"_s), 51).isEmpty());
    CHECK(books.lineOf(books.settle(u"2021-10"_s), 51) == u"300 PAYS"_s);
    books.records(R"({"record":"fact","elder":1001,"kind":"care_class","value":"disabled","from":"2020-01-01"}
{"record":"facility","id":71,"code":"F1","name":"城区养老服务中心","kind":"urban_centre","locality":"urban"}
{"record":"bed_stay","id":82,"elder":1001,"facility":71,"from":"2021-09-30","to":"2021-10-01"}
)");
    CHECK(books.lineOf(books.settle(u"2021-09"_s, u"yc-bed"_s), 82) == u"1000 PAYS"_s);
    CHECK(books.lineOf(books.settle(u"2021-10"_s, u"yc-bed"_s), 82) == u"967 PAYS"_s);
}

TEST_CASE("E23 a missing signature holds the line only where the policy wants one", "[app][audit-cases]")
{
    AuditBooks books;
    books.cli.done({u"policy"_s, u"import"_s, dataFile(u"policies/signed-meals.json"_s)});
    books.elder(1001);
    books.meal(51, 1001, "2021-09-03");
    books.meal(52, 1001, "2021-09-04", R"("receipt":"self")");
    books.meal(53, 1001, "2021-09-05", R"("receipt":"proxy","fetched_by":"王强")");
    CHECK(books.settle(u"2021-09"_s)[u"paid_count"] == 3);
    const QJsonObject strict = books.settle(u"2021-09"_s, u"test-signed-meals"_s);
    CHECK(books.lineOf(strict, 51) == u"0 NO_SIGNATURE"_s);
    CHECK(books.lineOf(strict, 52) == u"300 PAYS"_s);
    CHECK(books.lineOf(strict, 53) == u"0 NO_SIGNATURE"_s); // by whom, but not what she is to her
    CHECK(strict[u"held_count"] == 2);
}

TEST_CASE("E28 a meal or a bed on a day in hospital is held or not counted, and found", "[app][audit-cases]")
{
    AuditBooks books;
    books.elder(1001);
    books.records(R"({"record":"absence","elder":1001,"from":"2021-09-05","to":"2021-09-09","reason":"hospital"}
{"record":"fact","elder":1001,"kind":"care_class","value":"disabled","from":"2020-01-01"}
{"record":"facility","id":71,"code":"F1","name":"城区养老服务中心","kind":"urban_centre","locality":"urban"}
{"record":"bed_stay","id":82,"elder":1001,"facility":71,"from":"2021-09-01","to":"2021-09-30"}
)");
    books.meal(51, 1001, "2021-09-04");
    books.meal(52, 1001, "2021-09-05");
    const QJsonObject settled = books.write(u"2021-09"_s);
    CHECK(books.lineOf(settled, 51) == u"300 PAYS"_s);
    CHECK(books.lineOf(settled, 52) == u"0 AWAY"_s);
    CHECK(books.findings(settled[u"claim"].toString()).contains(u"ABSENT 52"_s));
    const QJsonObject beds = books.write(u"2021-09"_s, u"yc-bed"_s);
    CHECK(books.lineOf(beds, 82) == u"25000 PAYS"_s); // 25 of 30 days
    CHECK(books.findings(beds[u"claim"].toString()).contains(u"STAY_ABSENT 82"_s));
}

TEST_CASE("E30 leap days, the 31st and a year's last day are plain days", "[app][audit-cases]")
{
    AuditBooks books;
    books.elder(1001);
    books.meal(51, 1001, "2020-02-29");
    books.meal(52, 1001, "2021-08-31");
    books.meal(53, 1001, "2020-12-31", R"("at":"2020-12-31T04:30:00Z")");
    CHECK(books.lineOf(books.settle(u"2020-02"_s), 51) == u"300 PAYS"_s);
    CHECK(books.lineOf(books.settle(u"2021-08"_s), 52) == u"300 PAYS"_s);
    CHECK(books.settle(u"2021Q3"_s)[u"paid_count"] == 1);
    CHECK(books.settle(u"2021"_s)[u"paid_count"] == 1);
    CHECK(books.settle(u"2020Q4"_s)[u"paid_count"] == 1);
}

TEST_CASE("E30 a clock that goes back is written down, shows in the check, and changes no day", "[app][audit-cases]")
{
    AuditBooks books;
    books.elder(1001);
    const auto at = [&](const QDateTime& moment, const QString& on) {
        const FixedClock clock(moment);
        QString out, err;
        QTextStream outStream(&out), errStream(&err);
        const int code
            = cli::runCommandLine(books.cli.arguments({u"meal"_s, u"add"_s, u"--elder"_s, u"1001"_s, u"--on"_s, on}),
                                  clock, outStream, errStream);
        INFO(err.toStdString());
        CHECK(code == 0);
    };
    // The battery of the board is empty: in the morning the computer believes that it is 2031, then 2021.
    at(Clock::momentOf({2031, 1, 1}, {8, 0}), u"2021-10-03"_s);
    at(Clock::momentOf({2021, 10, 4}, {11, 30}), u"2021-10-04"_s);
    at(Clock::momentOf({2021, 10, 4}, {11, 31}), u"2021-10-01"_s);
    const QJsonObject settled = books.write(u"2021-10"_s);
    CHECK(settled[u"paid_count"] == 3);
    int found = 0;
    QString text;
    for (const QJsonValue& item :
         books.cli.done({u"claim"_s, u"check"_s, settled[u"claim"].toString()}).toObject()[u"items"].toArray())
        if (item[u"code"] == u"CLOCK_BACK"_s) {
            ++found;
            text = item[u"text"].toString();
        }
    CHECK(found == 1); // once, however many entries follow
    CHECK(text.contains(u"2031"_s));
    CHECK(text.contains(u"2021-10-04"_s));
    CHECK(books.cli.done({u"check"_s}).toObject()[u"ok"] == true); // the chain holds
}
