// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/audit_cases.h"
#include "tests/support/catch.h"

#include <QtCore/QDir>
#include <QtCore/QFile>

using namespace songhe::tests;
using namespace Qt::StringLiterals;

// The cases an auditor of meal claims asks about, each through the commands a centre has.

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

TEST_CASE("E03 a category that begins within the month pays from its first day", "[app][audit-cases]")
{
    AuditBooks books;
    books.elder(1001, "1950-03-05", "");
    books.records(
        R"({"record":"fact","elder":1001,"kind":"economic_category","value":"destitute","from":"2021-09-10"})");
    books.meal(51, 1001, "2021-09-09");
    books.meal(52, 1001, "2021-09-10");
    const QJsonObject settled = books.settle(u"2021-09"_s);
    CHECK(books.lineOf(settled, 51) == u"0 NO_CATEGORY"_s);
    CHECK(books.lineOf(settled, 52) == u"300 PAYS"_s);
}

TEST_CASE("E04 sixty within the month, and a birthday on 29 February", "[app][audit-cases]")
{
    AuditBooks books;
    books.elder(1001, "1961-02-10");
    books.elder(1002, "1960-02-29");
    books.meal(51, 1001, "2021-02-09");
    books.meal(52, 1001, "2021-02-10");
    CHECK(books.lineOf(books.settle(u"2021-02"_s), 51) == u"0 TOO_YOUNG"_s);
    CHECK(books.lineOf(books.settle(u"2021-02"_s), 52) == u"300 PAYS"_s);
    // Sixty in 2020, a leap year: on the day itself. A hundred would come in a common year.
    books.meal(53, 1002, "2020-02-28");
    books.meal(54, 1002, "2020-02-29");
    CHECK(books.lineOf(books.settle(u"2020-02"_s), 53) == u"0 TOO_YOUNG"_s);
    CHECK(books.lineOf(books.settle(u"2020-02"_s), 54) == u"300 PAYS"_s);
}

TEST_CASE("E05 a hundred within the month: the group opens by the date, and is paid once", "[app][audit-cases]")
{
    AuditBooks books;
    books.elder(1001, "1921-09-10", "");
    books.elder(1002, "1921-09-10", "destitute");
    books.meal(51, 1001, "2021-09-09");
    books.meal(52, 1001, "2021-09-10");
    books.meal(53, 1002, "2021-09-10");
    const QJsonObject settled = books.settle(u"2021-09"_s);
    CHECK(books.lineOf(settled, 51) == u"0 NO_CATEGORY"_s);
    CHECK(books.lineOf(settled, 52) == u"300 PAYS"_s);
    CHECK(books.lineOf(settled, 53) == u"300 PAYS"_s);
}

TEST_CASE("E06 moving out: the registration of the day counts, not the number's first digits", "[app][audit-cases]")
{
    AuditBooks books;
    books.records(R"({"record":"elder","id":1001,"name":"李桂兰","resident_number":"150204195003050022"}
{"record":"fact","elder":1001,"kind":"economic_category","value":"subsistence","from":"2020-01-01"}
{"record":"fact","elder":1001,"kind":"registered_division","value":"150204","from":"2020-01-01","to":"2021-09-14"}
{"record":"fact","elder":1001,"kind":"registered_division","value":"152921","from":"2021-09-15"}
)");
    books.meal(51, 1001, "2021-09-14");
    books.meal(52, 1001, "2021-09-15");
    const QJsonObject settled = books.settle(u"2021-09"_s);
    CHECK(books.lineOf(settled, 51) == u"300 PAYS"_s);
    CHECK(books.lineOf(settled, 52) == u"0 REGISTERED_ELSEWHERE"_s);
}

TEST_CASE("E07 a death learned of late takes paid lines back in the next claim; the day itself is paid up to the hour",
          "[app][audit-cases]")
{
    AuditBooks books;
    books.elder(1001);
    books.meal(51, 1001, "2021-09-03");
    books.meal(52, 1001, "2021-09-04");
    books.elder(1002);
    books.meal(53, 1002, "2021-09-03", R"("at":"2021-09-03T03:30:00Z")");
    const QString claim = books.sign(u"2021-09"_s);
    books.cli.done({u"elder"_s, u"edit"_s, u"1001"_s, u"--died"_s, u"2021-09-03"_s});
    const QJsonObject next = books.settle(u"2021-10"_s);
    CHECK(next[u"adjustment_count"] == 1);
    CHECK(next[u"paid_fen"] == -300);
    CHECK(books.lineOf(next, 52) == u"-300 AFTER_DEATH"_s);
    CHECK(books.lineOf(books.settle(u"2021-09"_s), 52) == u"300 PAYS"_s); // as it was signed

    AuditBooks hour;
    hour.records(
        R"({"record":"elder","id":1001,"name":"王秀英","born":"1950-03-05","died":"2021-09-03","died_at":"2021-09-03T04:00:00Z"}
{"record":"fact","elder":1001,"kind":"registered_division","value":"150204","from":"2000-01-01"}
{"record":"fact","elder":1001,"kind":"economic_category","value":"subsistence","from":"2020-01-01"}
)");
    hour.meal(51, 1001, "2021-09-03", R"("at":"2021-09-03T05:00:00Z")");
    CHECK(hour.lineOf(hour.settle(u"2021-09"_s), 51) == u"0 AFTER_DEATH"_s);
    hour.meal(52, 1001, "2021-09-03", R"("at":"2021-09-03T03:00:00Z","sitting":"breakfast")");
    CHECK(hour.lineOf(hour.settle(u"2021-09"_s), 52) == u"300 PAYS"_s);
}

TEST_CASE("E10 a level that changes within the month: each meal by its day", "[app][audit-cases]")
{
    AuditBooks books;
    books.elder(1001, "1950-03-05", "");
    books.records(
        R"({"record":"fact","elder":1001,"kind":"declared_ability","value":"severe","from":"2020-01-01","to":"2021-09-09"}
{"record":"fact","elder":1001,"kind":"declared_ability","value":"mild","from":"2021-09-10"}
)");
    books.meal(51, 1001, "2021-09-09");
    books.meal(52, 1001, "2021-09-10");
    const QJsonObject settled = books.write(u"2021-09"_s);
    CHECK(books.lineOf(settled, 51) == u"300 PAYS"_s);
    CHECK(books.lineOf(settled, 52) == u"0 NO_CATEGORY"_s);
    CHECK(books.findings(settled[u"claim"].toString()).contains(u"DECLARED 1001"_s));
}

TEST_CASE("E12 entered late: an import's record is flagged and paid, the desk is closed once the month is signed",
          "[app][audit-cases]")
{
    AuditBooks books;
    books.elder(1001);
    books.meal(51, 1001, "2021-09-03");
    const QString claim = books.sign(u"2021-09"_s);
    CHECK(books.findings(claim).contains(u"LATE_ENTRY 51"_s));
    const Outcome refused = books.cli.run({u"meal"_s, u"add"_s, u"--elder"_s, u"1001"_s, u"--on"_s, u"2021-09-05"_s});
    CHECK(refused.code == 1);
    CHECK(QString::fromUtf8(refused.err).contains(u"2021-09"_s));
    // What another program brings in late goes into the next claim, as late.
    books.meal(52, 1001, "2021-09-06");
    const QJsonObject next = books.settle(u"2021-10"_s);
    CHECK(books.lineOf(next, 52) == u"300 PAYS"_s);
    CHECK(books.lineObject(next, 52)[u"kind"] == u"late"_s);
    // The manager opens the month for a named reason, and that stands on the claim.
    books.cli.done({u"claim"_s, u"open"_s, claim, u"--reason"_s, u"登记本补录"_s, u"--days"_s, u"2"_s});
    books.cli.done({u"meal"_s, u"add"_s, u"--elder"_s, u"1001"_s, u"--on"_s, u"2021-09-05"_s});
    CHECK(books.cli.done({u"claim"_s, u"show"_s, claim}).toObject()[u"openings"].toArray().size() == 1);
}

TEST_CASE("E13 a record changed after the signature makes an adjustment, never another amount", "[app][audit-cases]")
{
    AuditBooks books;
    books.elder(1001);
    books.meal(51, 1001, "2021-09-03");
    books.meal(52, 1001, "2021-09-04");
    const QJsonObject draft = books.write(u"2021-09"_s);
    const QString claim = books.sign(u"2021-09"_s);
    books.cli.done({u"meal"_s, u"void"_s, u"51"_s, u"--reason"_s, u"登记错误"_s});
    const QJsonObject frozen = books.settle(u"2021-09"_s);
    CHECK(frozen[u"digest"] == draft[u"digest"]);
    CHECK(frozen[u"paid_fen"] == 600);
    CHECK(books.write(u"2021-09"_s)[u"digest"] == draft[u"digest"]);
    const QJsonObject next = books.write(u"2021-10"_s);
    CHECK(next[u"paid_fen"] == -300);
    CHECK(books.lineOf(next, 51) == u"-300 RECORD_VOID"_s);
    // It names the line it corrects.
    QString corrected;
    for (const QJsonValue& line : books.cli.done({u"claim"_s, u"show"_s, claim}).toObject()[u"lines"].toArray())
        if (line[u"meal"].toString() == u"51"_s)
            corrected = line[u"id"].toString();
    REQUIRE_FALSE(corrected.isEmpty());
    CHECK(books.lineObject(next, 51)[u"corrects"] == corrected);
    // Once: the claim after that has nothing left to correct.
    books.sign(u"2021-10"_s);
    CHECK(books.settle(u"2021-11"_s)[u"adjustment_count"] == 0);
}

TEST_CASE("E14 nothing is deleted: a void meal keeps its number and its reason", "[app][audit-cases]")
{
    AuditBooks books;
    books.elder(1001);
    books.meal(51, 1001, "2021-09-03");
    CHECK(books.cli.run({u"meal"_s, u"void"_s, u"51"_s}).code != 0); // no reason
    books.cli.done({u"meal"_s, u"void"_s, u"51"_s, u"--reason"_s, u"登记错误"_s});
    const QString file
        = books.cli.write(u"again.jsonl"_s, R"({"record":"meal","id":51,"elder":1001,"on":"2021-09-03","site":1})");
    CHECK(books.cli.run({u"import"_s, u"records"_s, file}).code == 1); // the number is taken for good
    CHECK(books.lineOf(books.settle(u"2021-09"_s), 51).isEmpty());
}

TEST_CASE("E18 a birth date other than the number's holds the lines until a paper proves it", "[app][audit-cases]")
{
    AuditBooks books;
    books.records(
        R"({"record":"elder","id":1001,"name":"李桂兰","resident_number":"150204195003050022","born":"1949-03-05"}
{"record":"fact","elder":1001,"kind":"registered_division","value":"150204","from":"2000-01-01"}
{"record":"fact","elder":1001,"kind":"economic_category","value":"subsistence","from":"2020-01-01"}
)");
    books.meal(51, 1001, "2021-09-03");
    const QJsonObject settled = books.settle(u"2021-09"_s);
    CHECK(books.lineOf(settled, 51) == u"0 BIRTH_DIFFERS"_s);
    CHECK(settled[u"held_count"] == 1);
    AuditBooks proved;
    proved.records(
        R"({"record":"elder","id":1001,"name":"李桂兰","resident_number":"150204195003050022","born":"1949-03-05","born_proof":"派出所更正证明 2019-11"}
{"record":"fact","elder":1001,"kind":"registered_division","value":"150204","from":"2000-01-01"}
{"record":"fact","elder":1001,"kind":"economic_category","value":"subsistence","from":"2020-01-01"}
)");
    proved.meal(51, 1001, "2021-09-03");
    CHECK(proved.lineOf(proved.settle(u"2021-09"_s), 51) == u"300 PAYS"_s);
}

TEST_CASE("E19 subsistence that stopped and came back: the days between are not paid", "[app][audit-cases]")
{
    AuditBooks books;
    books.elder(1001, "1950-03-05", "");
    books.records(
        R"({"record":"fact","elder":1001,"kind":"economic_category","value":"subsistence","from":"2020-01-01","to":"2021-09-05"}
{"record":"fact","elder":1001,"kind":"economic_category","value":"subsistence","from":"2021-09-20"}
)");
    books.meal(51, 1001, "2021-09-05");
    books.meal(52, 1001, "2021-09-06");
    books.meal(53, 1001, "2021-09-20");
    const QJsonObject settled = books.settle(u"2021-09"_s);
    CHECK(books.lineOf(settled, 51) == u"300 PAYS"_s);
    CHECK(books.lineOf(settled, 52) == u"0 NO_CATEGORY"_s);
    CHECK(books.lineOf(settled, 53) == u"300 PAYS"_s);
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

TEST_CASE("E11 an assessment that has expired: held, not paid and not lost", "[app][audit-cases]")
{
    AuditBooks books;
    books.elder(1001, "1950-03-05", "");
    books.records(R"({"record":"fact","elder":1001,"kind":"declared_ability","value":"severe","from":"2020-01-01"})");
    books.meal(51, 1001, "2021-09-03");
    CHECK(books.lineOf(books.settle(u"2021-09"_s), 51) == u"300 PAYS"_s); // never assessed: the declared level counts
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

TEST_CASE("E16 a bed at home and a stay in an institution: no day is paid twice", "[app][audit-cases]")
{
    AuditBooks books;
    books.elder(1001);
    books.records(R"({"record":"fact","elder":1001,"kind":"declared_ability","value":"severe","from":"2020-01-01"}
{"record":"facility","id":71,"code":"F1","name":"青山嵌入式机构","kind":"embedded","locality":"urban"}
{"record":"home_care_bed","id":81,"elder":1001,"facility":71,"from":"2021-09-01"}
{"record":"bed_stay","id":82,"elder":1001,"facility":71,"from":"2021-09-11","to":"2021-09-20"}
)");
    books.cli.done({u"policy"_s, u"choose"_s, u"bt-homebed"_s, u"amount_fen"_s, u"60000"_s});
    const QJsonObject settled = books.write(u"2021-09"_s, u"bt-homebed"_s);
    CHECK(books.lineOf(settled, 81) == u"40000 PAYS"_s); // 20 of 30 days
    CHECK(books.findings(settled[u"claim"].toString()).contains(u"TWO_BEDS 81"_s));
}

TEST_CASE("E17 one person is one file: the number finds it, and a void file is paid nothing", "[app][audit-cases]")
{
    AuditBooks books;
    books.records(R"({"record":"elder","id":1001,"name":"李桂兰","resident_number":"150204195003050022"})");
    const QString twice = books.cli.write(
        u"twice.jsonl"_s, R"({"record":"elder","id":1002,"name":"李桂芳","resident_number":"150204500305002"})");
    CHECK(books.cli.run({u"import"_s, u"records"_s, twice}).code == 1);
    books.elder(1003);
    books.meal(51, 1003, "2021-09-03");
    books.sign(u"2021-09"_s);
    books.cli.done({u"elder"_s, u"void"_s, u"1003"_s, u"--reason"_s, u"重复建档"_s});
    const QJsonObject next = books.settle(u"2021-10"_s);
    CHECK(books.lineOf(next, 51) == u"-300 FILE_VOID"_s);
}

TEST_CASE("E20 without the year's evaluation the amount is provisional", "[app][audit-cases]")
{
    AuditBooks books;
    books.elder(1001);
    books.meal(51, 1001, "2021-09-03");
    CHECK(books.settle(u"2021-09"_s)[u"provisional"] == true);
    books.records(R"({"record":"evaluation","site":1,"year":2021,"scheme":"yearly","grade":"good"})");
    CHECK(books.settle(u"2021-09"_s)[u"provisional"] == false);
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

TEST_CASE("E24 the area at acceptance counts, up to the cap of the project", "[app][audit-cases]")
{
    AuditBooks books;
    books.records(
        R"({"record":"facility","id":71,"code":"F1","name":"盐湖区中心","kind":"urban_centre","locality":"urban","district":"municipal_district"}
{"record":"project","id":91,"code":"X1","name":"改造","facility":71,"kind":"conversion","area_m2":1800}
{"record":"acceptance","project":91,"on":"2021-09-10","passed":true,"area_m2":2100.5}
{"record":"project","id":92,"code":"X2","name":"租赁","facility":71,"kind":"lease"}
{"record":"acceptance","project":92,"on":"2021-09-11","passed":true,"area_m2":600}
)");
    const QJsonObject settled = books.settle(u"2021"_s, u"yc-construction"_s);
    CHECK(books.lineOf(settled, 91) == u"60000000 PAYS"_s);
    CHECK(books.lineOf(settled, 92) == u"0 OTHER_KIND"_s);
}

TEST_CASE("E25 and E26 three instalments add up to the fen, and a change of use within five years shows",
          "[app][audit-cases]")
{
    AuditBooks books;
    books.records(
        R"({"record":"facility","id":71,"code":"F1","name":"站前区示范中心","kind":"model_centre","locality":"urban"}
{"record":"project","id":91,"code":"X1","name":"装修","facility":71,"kind":"conversion"}
{"record":"cost_item","project":91,"kind":"renovation","amount_fen":100000001,"on":"2021-01-05","invoice":"A-1"}
{"record":"cost_item","project":91,"kind":"rent","amount_fen":5000000,"on":"2021-01-06","invoice":"A-2"}
{"record":"acceptance","project":91,"on":"2021-02-01","passed":true}
)");
    const QJsonObject first = books.settle(u"2021"_s, u"yk-construction"_s);
    CHECK(books.lineOf(first, 91) == u"26666666 PAYS"_s); // 80 % of 1,000,000.01 yuan is 800,000.00; rent is no part
    CHECK(books.lineOf(books.settle(u"2022"_s, u"yk-construction"_s), 91) == u"26666666 PAYS"_s);
    CHECK(books.lineOf(books.settle(u"2023"_s, u"yk-construction"_s), 91) == u"26666668 PAYS"_s);
    CHECK(books.settle(u"2024"_s, u"yk-construction"_s)[u"paid_count"] == 0);
    // The use of another project changed in the fourth year, after all was paid.
    AuditBooks changed;
    changed.records(
        R"({"record":"facility","id":71,"code":"F1","name":"站前区示范中心","kind":"model_centre","locality":"urban"}
{"record":"project","id":91,"code":"X1","name":"装修","facility":71,"kind":"conversion","use_changed_on":"2024-06-01"}
{"record":"cost_item","project":91,"kind":"equipment","amount_fen":3000,"on":"2021-01-05","invoice":"A-1"}
{"record":"acceptance","project":91,"on":"2021-02-01","passed":true}
)");
    const QString claim = changed.sign(u"2021"_s, u"yk-construction"_s);
    const QJsonObject checked = changed.cli.done({u"claim"_s, u"check"_s, claim}).toObject();
    QString text;
    for (const QJsonValue& item : checked[u"items"].toArray())
        if (item[u"code"].toString() == u"USE_CHANGED"_s)
            text = item[u"text"].toString();
    CHECK(text.contains(u"2024-06-01"_s));
    CHECK(text.contains(u"8.00"_s)); // what was claimed for it
}

TEST_CASE("E27 one member of staff in two places at a time is found", "[app][audit-cases]")
{
    AuditBooks books;
    books.elder(1001);
    books.elder(1002);
    books.records(R"({"record":"staff","id":11,"name":"赵海山"}
{"record":"service","id":61,"elder":1001,"item":"cleaning","on":"2021-09-01","at":"2021-09-01T01:00:00Z","minutes":90,"staff":11,"price_fen":0,"subsidy_fen":0}
{"record":"service","id":62,"elder":1002,"item":"cleaning","on":"2021-09-01","at":"2021-09-01T02:00:00Z","minutes":60,"staff":11,"price_fen":0,"subsidy_fen":0}
)");
    books.meal(51, 1001, "2021-09-03");
    const QStringList found = books.findings(books.write(u"2021-09"_s)[u"claim"].toString());
    CHECK(found.contains(u"STAFF_TWICE 61"_s));
    CHECK(found.contains(u"STAFF_TWICE 62"_s));
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

TEST_CASE("E29 a new version counts from its first day, and the claim names both", "[app][audit-cases]")
{
    AuditBooks books;
    books.cli.done({u"policy"_s, u"import"_s, dataFile(u"policies/tight-cap.json"_s)});
    books.cli.done({u"policy"_s, u"import"_s, dataFile(u"policies/tight-cap-2.json"_s)});
    books.elder(1001);
    books.meal(51, 1001, "2021-09-14");
    books.meal(52, 1001, "2021-09-15");
    const QJsonObject settled = books.write(u"2021-09"_s, u"test-tight-cap"_s);
    CHECK(books.lineOf(settled, 51) == u"300 PAYS"_s);
    CHECK(books.lineOf(settled, 52) == u"500 PAYS"_s);
    const QJsonObject shown = books.cli.done({u"claim"_s, u"show"_s, settled[u"claim"].toString()}).toObject();
    CHECK(shown[u"versions"].toArray().size() == 2);
}

TEST_CASE("E30 leap days, the 31st and a clock that goes back", "[app][audit-cases]")
{
    AuditBooks books;
    books.elder(1001);
    books.meal(51, 1001, "2020-02-29");
    books.meal(52, 1001, "2021-08-31");
    CHECK(books.lineOf(books.settle(u"2020-02"_s), 51) == u"300 PAYS"_s);
    CHECK(books.lineOf(books.settle(u"2021-08"_s), 52) == u"300 PAYS"_s);
    CHECK(books.settle(u"2021Q3"_s)[u"paid_count"] == 1);
    CHECK(books.settle(u"2021"_s)[u"paid_count"] == 1);
}

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

TEST_CASE("a claim goes its way step by step, and only in order", "[app][claims]")
{
    AuditBooks books;
    books.elder(1001);
    books.meal(51, 1001, "2021-09-03");
    const QString claim = books.write(u"2021-09"_s)[u"claim"].toString();
    const auto state = [&] { return books.cli.done({u"claim"_s, u"show"_s, claim}).toObject()[u"state"].toString(); };
    CHECK(books.cli.run({u"claim"_s, u"paid"_s, claim}).code == 1);
    CHECK(books.cli.run({u"claim"_s, u"accept"_s, claim}).code == 1);
    books.cli.done({u"claim"_s, u"check"_s, claim});
    CHECK(state() == u"checked"_s);
    books.cli.done({u"claim"_s, u"sign"_s, claim});
    CHECK(books.cli.run({u"claim"_s, u"sign"_s, claim}).code == 1);
    books.cli.done({u"claim"_s, u"accept"_s, claim, u"--on"_s, u"2021-10-12"_s});
    books.cli.done({u"claim"_s, u"paid"_s, claim, u"--fen"_s, u"300"_s});
    CHECK(state() == u"paid"_s);
    const QJsonArray steps = books.cli.done({u"claim"_s, u"show"_s, claim}).toObject()[u"steps"].toArray();
    CHECK(steps.size() == 4);
    // One that is returned may be settled anew.
    books.meal(52, 1001, "2021-10-03");
    const QString second = books.sign(u"2021-10"_s);
    CHECK(books.cli.run({u"claim"_s, u"return"_s, second}).code != 0); // no reason
    books.cli.done({u"claim"_s, u"return"_s, second, u"--reason"_s, u"缺签收单"_s});
    CHECK(books.write(u"2021-10"_s)[u"claim"].toString() != second);
}
