// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/audit_cases.h"
#include "tests/support/catch.h"

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
    books.records(R"({"record":"fact","elder":1001,"kind":"economic_category","value":"destitute","from":"2021-09-10"})");
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
    hour.records(R"({"record":"elder","id":1001,"name":"王秀英","born":"1950-03-05","died":"2021-09-03","died_at":"2021-09-03T04:00:00Z"}
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
    books.records(R"({"record":"fact","elder":1001,"kind":"declared_ability","value":"severe","from":"2020-01-01","to":"2021-09-09"}
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
    const QString file = books.cli.write(u"again.jsonl"_s,
                                         R"({"record":"meal","id":51,"elder":1001,"on":"2021-09-03","site":1})");
    CHECK(books.cli.run({u"import"_s, u"records"_s, file}).code == 1); // the number is taken for good
    CHECK(books.lineOf(books.settle(u"2021-09"_s), 51).isEmpty());
}

TEST_CASE("E18 a birth date other than the number's holds the lines until a paper proves it", "[app][audit-cases]")
{
    AuditBooks books;
    books.records(R"({"record":"elder","id":1001,"name":"李桂兰","resident_number":"150204195003050022","born":"1949-03-05"}
{"record":"fact","elder":1001,"kind":"registered_division","value":"150204","from":"2000-01-01"}
{"record":"fact","elder":1001,"kind":"economic_category","value":"subsistence","from":"2020-01-01"}
)");
    books.meal(51, 1001, "2021-09-03");
    const QJsonObject settled = books.settle(u"2021-09"_s);
    CHECK(books.lineOf(settled, 51) == u"0 BIRTH_DIFFERS"_s);
    CHECK(settled[u"held_count"] == 1);
    AuditBooks proved;
    proved.records(R"({"record":"elder","id":1001,"name":"李桂兰","resident_number":"150204195003050022","born":"1949-03-05","born_proof":"派出所更正证明 2019-11"}
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
    books.records(R"({"record":"fact","elder":1001,"kind":"economic_category","value":"subsistence","from":"2020-01-01","to":"2021-09-05"}
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
