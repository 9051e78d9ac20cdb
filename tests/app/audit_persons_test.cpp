// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/audit_cases.h"
#include "tests/support/catch.h"

using namespace songhe::tests;
using namespace Qt::StringLiterals;

// Who she is and what held on the day: cases that an auditor asks about, each through the commands a centre has.

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

TEST_CASE("E11 an assessment that has expired: held, not paid and not lost, until she is assessed anew",
          "[app][audit-cases]")
{
    AuditBooks books;
    books.elder(1001, "1950-03-05", "");
    books.records(R"({"record":"fact","elder":1001,"kind":"declared_ability","value":"severe","from":"2015-01-01"})");
    books.meal(50, 1001, "2020-02-03");
    CHECK(books.lineOf(books.settle(u"2020-02"_s), 50) == u"300 PAYS"_s); // never assessed: the declared level counts
    books.assessment("2020-03-01");
    books.meal(51, 1001, "2020-03-02");
    books.meal(52, 1001, "2021-09-03");
    CHECK(books.lineOf(books.settle(u"2020-03"_s), 51) == u"300 PAYS"_s);
    const QJsonObject settled = books.write(u"2021-09"_s);
    CHECK(books.lineOf(settled, 52) == u"0 ASSESSMENT_EXPIRED"_s); // the declared level does not come back
    CHECK(settled[u"held_count"] == 1);
    CHECK(settled[u"refused_count"] == 0);
    CHECK(books.findings(settled[u"claim"].toString()).contains(u"HELD 52"_s));
    // Assessed anew as of that day, the held line is paid: in the draft, or late once the month is signed.
    const QString claim = settled[u"claim"].toString();
    books.cli.done({u"claim"_s, u"sign"_s, claim});
    books.assessment("2021-09-01");
    const QJsonObject next = books.settle(u"2021-10"_s);
    CHECK(books.lineOf(next, 52) == u"300 PAYS"_s);
    CHECK(books.lineObject(next, 52)[u"kind"] == u"adjustment"_s);
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

TEST_CASE("E17 two files of one person are merged: both histories stay, and what was paid twice comes back once",
          "[app][audit-cases]")
{
    AuditBooks books;
    books.records(R"({"record":"elder","id":1001,"name":"李桂兰","resident_number":"150204195003050022"}
{"record":"fact","elder":1001,"kind":"registered_division","value":"150204","from":"2000-01-01"}
{"record":"fact","elder":1001,"kind":"economic_category","value":"subsistence","from":"2020-01-01"}
)");
    books.elder(1002); // the same person under her name of before, without a number
    books.records(R"({"record":"fact","elder":1002,"kind":"living","value":"alone","from":"2020-01-01"})");
    books.meal(51, 1001, "2021-09-03");
    books.meal(52, 1002, "2021-09-03", R"("site":2,"at":"2021-09-03T04:30:00Z")"); // at the other point
    books.meal(53, 1002, "2021-09-04");
    books.meal(54, 1001, "2021-09-05");
    books.meal(55, 1002, "2021-09-05"); // the same sitting at the same point
    const QString claim = books.sign(u"2021-09"_s);
    CHECK(books.settle(u"2021-09"_s)[u"paid_fen"] == 1500);

    // Only into the file with the number, and with a reason.
    CHECK(books.cli.run({u"elder"_s, u"merge"_s, u"1001"_s, u"--into"_s, u"1002"_s, u"--reason"_s, u"同一人"_s}).code
          == 1);
    CHECK(books.cli.run({u"elder"_s, u"merge"_s, u"1002"_s, u"--into"_s, u"1001"_s}).code != 0);
    const QJsonObject seen
        = books.cli.done({u"elder"_s, u"merge"_s, u"1002"_s, u"--into"_s, u"1001"_s, u"--preview"_s}).toObject();
    CHECK(seen[u"moved_by_family"][u"meal"] == 2);
    CHECK(seen[u"doubled"] == 1);
    CHECK(books.cli.done({u"check"_s}).toObject()[u"ok"] == true); // and nothing was changed
    const QJsonObject merged
        = books.cli.done({u"elder"_s, u"merge"_s, u"1002"_s, u"--into"_s, u"1001"_s, u"--reason"_s, u"同一人改名"_s})
              .toObject();
    CHECK(merged[u"moved"] == 3);   // two meals and how she lives
    CHECK(merged[u"doubled"] == 1); // one sitting at one point
    CHECK(merged[u"left"] == 2);    // what the other file says itself
    CHECK(books.cli.run({u"elder"_s, u"merge"_s, u"1002"_s, u"--into"_s, u"1001"_s, u"--reason"_s, u"同一人"_s}).code
          == 1); // once

    const QJsonObject next = books.write(u"2021-10"_s);
    CHECK(next[u"adjustment_count"] == 2);
    CHECK(next[u"paid_fen"] == -600);
    CHECK(books.lineOf(next, 52) == u"-300 DAY_LIMIT"_s);
    CHECK(books.lineOf(next, 55) == u"-300 RECORD_VOID"_s);
    CHECK(books.lineOf(next, 53).isEmpty()); // hers all the same
    CHECK(books.lineObject(next, 52)[u"corrects"].toString().size() > 2);
    // The signed claim stays, and both files can be read.
    CHECK(books.cli.done({u"claim"_s, u"show"_s, claim}).toObject()[u"paid_fen"] == 1500);
    const QJsonObject gone = books.cli.done({u"elder"_s, u"show"_s, u"1002"_s}).toObject();
    CHECK(gone[u"void_reason"].toString().contains(u"1001"_s));
    CHECK(gone[u"facts"].toArray().size() == 2);
    CHECK(books.cli.done({u"check"_s}).toObject()[u"ok"] == true);
}

TEST_CASE("E17 merging two files is the manager's to do", "[app][audit-cases]")
{
    AuditBooks books;
    books.elder(1001);
    books.elder(1002);
    const QString secret = books.cli.write(u"clerk.txt"_s, "another long password\n");
    books.cli.done(
        {u"user"_s, u"add"_s, u"--name"_s, u"赵海山"_s, u"--role"_s, u"clerk"_s, u"--new-password-file"_s, secret});
    const Outcome refused = books.cli.bare({u"--data-dir"_s, books.cli.dataFolder(), u"--user"_s, u"赵海山"_s,
                                            u"--password-file"_s, secret, u"--json"_s, u"elder"_s, u"merge"_s,
                                            u"1002"_s, u"--into"_s, u"1001"_s, u"--reason"_s, u"同一人"_s});
    CHECK(refused.code == 1);
    CHECK_FALSE(books.cli.done({u"elder"_s, u"show"_s, u"1002"_s}).toObject().contains(u"void_reason"_s));
    books.cli.done({u"elder"_s, u"merge"_s, u"1002"_s, u"--into"_s, u"1001"_s, u"--reason"_s, u"同一人"_s});
}
