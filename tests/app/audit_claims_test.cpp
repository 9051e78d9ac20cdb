// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/audit_cases.h"
#include "tests/support/catch.h"

using namespace songhe::tests;
using namespace Qt::StringLiterals;

// Late entries, signatures and what an auditor finds: cases that an auditor asks about, each through the commands a
// centre has.

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
    const QJsonObject alone
        = books.cli.done({u"meal"_s, u"add"_s, u"--elder"_s, u"1001"_s, u"--on"_s, u"2021-09-05"_s}).toObject();
    CHECK(alone[u"warnings"].toArray().size() == 1); // nobody else works here who could confirm it
    CHECK(books.cli.done({u"claim"_s, u"show"_s, claim}).toObject()[u"openings"].toArray().size() == 1);
}

TEST_CASE("E12 a late entry at the desk wants a reason and a second person, by her own password", "[app][audit-cases]")
{
    AuditBooks books;
    books.elder(1001);
    const QString secret = books.cli.write(u"second.txt"_s, "another long password\n");
    books.cli.done(
        {u"user"_s, u"add"_s, u"--name"_s, u"赵海山"_s, u"--role"_s, u"clerk"_s, u"--new-password-file"_s, secret});
    const QStringList late {u"meal"_s, u"add"_s, u"--elder"_s, u"1001"_s, u"--on"_s, u"2021-09-05"_s};
    const QString second = u"赵海山"_s;
    CHECK(books.cli.run(late).code == 1);
    const QStringList confirmed {u"--second"_s, second, u"--second-password-file"_s, secret};
    CHECK(books.cli.run(late + confirmed).code != 0); // no reason
    const QString wrong = books.cli.write(u"wrong.txt"_s, "not her password at all\n");
    CHECK(books.cli
              .run(late
                   + QStringList {u"--reason"_s, u"登记本补录"_s, u"--second"_s, second, u"--second-password-file"_s,
                                  wrong})
              .code
          == 1);
    const QJsonObject meal = books.cli.done(late + confirmed + QStringList {u"--reason"_s, u"登记本补录"_s}).toObject();
    CHECK(meal[u"late_reason"] == u"登记本补录"_s);
    CHECK(meal[u"second_person"] == second);
    CHECK(meal[u"warnings"].toArray().isEmpty());
    // Flagged in the check, and paid; an import asks for nobody.
    books.meal(52, 1001, "2021-09-06");
    const QJsonObject settled = books.write(u"2021-09"_s);
    CHECK(settled[u"paid_count"] == 2);
    const QStringList found = books.findings(settled[u"claim"].toString());
    CHECK(found.contains(u"LATE_ENTRY 52"_s));
    CHECK(found.contains(u"LATE_ENTRY "_s + meal[u"id"].toString()));
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

TEST_CASE("E20 without the year's evaluation the amount is provisional", "[app][audit-cases]")
{
    AuditBooks books;
    books.elder(1001);
    books.meal(51, 1001, "2021-09-03");
    CHECK(books.settle(u"2021-09"_s)[u"provisional"] == true);
    books.records(R"({"record":"evaluation","site":1,"year":2021,"scheme":"yearly","grade":"good"})");
    CHECK(books.settle(u"2021-09"_s)[u"provisional"] == false);
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
