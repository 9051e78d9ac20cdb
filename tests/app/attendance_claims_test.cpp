// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/audit_cases.h"
#include "tests/support/catch.h"

using namespace songhe::tests;
using namespace Qt::StringLiterals;

// Days of day care and what is claimed for them, each through the commands a centre has.

namespace {

QByteArray cameOn(int id, int elder, const QByteArray& day)
{
    return R"({"record":"attendance","id":)" + QByteArray::number(id) + R"(,"elder":)" + QByteArray::number(elder)
        + R"(,"on":")" + day + R"(","in":"08:10","out":"16:30","site":1})" + "\n";
}

QByteArray dayCare(int id, const QByteArray& day)
{
    return R"({"record":"service","id":)" + QByteArray::number(id)
        + R"(,"elder":1001,"item":"day_care","minutes":480,"price_fen":3000,"subsidy_fen":1500,"on":")" + day + "\"}\n";
}

/// A bed by day of elder 1001 in an embedded institution, the whole of September 2021; she came on the 1st, 2nd and
/// 3rd.
void dayBed(AuditBooks& books)
{
    books.elder(1001);
    books.elder(1002);
    books.records(
        R"({"record":"facility","id":71,"code":"F1","name":"青山嵌入式机构","kind":"embedded","locality":"urban"}
{"record":"bed_stay","id":82,"elder":1001,"facility":71,"kind":"day","from":"2021-09-01","to":"2021-09-30"}
)" + cameOn(41, 1001, "2021-09-01")
        + cameOn(42, 1001, "2021-09-02") + cameOn(43, 1001, "2021-09-03") + cameOn(44, 1002, "2021-09-06")
        + cameOn(45, 1002, "2021-09-07"));
    books.cli.done({u"policy"_s, u"choose"_s, u"bt-embedded"_s, u"amount_fen"_s, u"60000"_s});
}

QString wordsOf(AuditBooks& books, const QString& claim, const QString& code)
{
    for (const QJsonValue& item : books.cli.done({u"claim"_s, u"check"_s, claim}).toObject()[u"items"].toArray())
        if (item[u"code"].toString() == code)
            return item[u"text"].toString();
    return {};
}

/// The words of the printed claim, without blanks.
QString printedOf(AuditBooks& books, const QJsonObject& settled)
{
    const QString file = books.cli.outside(u"claim.pdf"_s);
    books.cli.done({u"print"_s, u"claim"_s, settled[u"claim"].toString(), u"--to"_s, file});
    const Outcome words = runProgram(u"pdftotext"_s, {u"-layout"_s, file, u"-"_s}, books.cli.outside(u"."_s));
    QString text = QString::fromUtf8(words.out).normalized(QString::NormalizationForm_KC);
    return text.remove(QChar(u' '));
}

} // namespace

TEST_CASE("day care is paid on days with attendance, and the line tells which day decided", "[app][audit-cases]")
{
    AuditBooks books;
    books.cli.done({u"policy"_s, u"import"_s, dataFile(u"policies/day-care.json"_s)});
    books.elder(1001);
    books.records(cameOn(41, 1001, "2021-09-03") + dayCare(61, "2021-09-03") + dayCare(62, "2021-09-06"));
    const QJsonObject settled = books.write(u"2021-09"_s, u"test-day-care"_s);
    CHECK(books.lineOf(settled, 61) == u"1500 PAYS"_s);
    CHECK(books.lineObject(settled, 61)[u"text"].toString().contains(u"有日托出勤"_s));
    CHECK(books.lineOf(settled, 62) == u"0 NOT_ATTENDED"_s);
    const QString claim = settled[u"claim"].toString();
    CHECK(books.findings(claim).contains(u"NOT_ATTENDED 62"_s));
    CHECK_FALSE(books.findings(claim).contains(u"NOT_ATTENDED 61"_s));
    CHECK(wordsOf(books, claim, u"NOT_ATTENDED"_s).contains(u"2021-09-06"_s));
    // Recorded late, the day is paid.
    books.records(cameOn(46, 1001, "2021-09-06"));
    CHECK(books.lineOf(books.settle(u"2021-09"_s, u"test-day-care"_s), 62) == u"1500 PAYS"_s);
}

TEST_CASE("a bed by day counts all days unless the centre chose that attendance decides, and the claim says which",
          "[app][audit-cases]")
{
    AuditBooks books;
    dayBed(books);
    const QJsonObject asked = books.write(u"2021-09"_s, u"bt-embedded"_s);
    CHECK(books.lineOf(asked, 82) == u"60000 PAYS"_s);
    CHECK(printedOf(books, asked).contains(u"不要求出勤记录"_s));
    books.cli.done({u"policy"_s, u"choose"_s, u"bt-embedded"_s, u"attendance"_s, u"required"_s});
    const QJsonObject settled = books.write(u"2021-09"_s, u"bt-embedded"_s);
    CHECK(books.lineOf(settled, 82) == u"6000 PAYS"_s); // 3 of 30 days
    CHECK(printedOf(books, settled).contains(u"只计有出勤记录的天数"_s));
}

TEST_CASE("a night in a bed needs no attendance", "[app][audit-cases]")
{
    AuditBooks books;
    books.elder(1001);
    books.records(
        R"({"record":"facility","id":71,"code":"F1","name":"青山嵌入式机构","kind":"embedded","locality":"urban"}
{"record":"bed_stay","id":82,"elder":1001,"facility":71,"from":"2021-09-01","to":"2021-09-30"}
)");
    books.cli.done({u"policy"_s, u"choose"_s, u"bt-embedded"_s, u"amount_fen"_s, u"60000"_s});
    books.cli.done({u"policy"_s, u"choose"_s, u"bt-embedded"_s, u"attendance"_s, u"required"_s});
    CHECK(books.lineOf(books.settle(u"2021-09"_s, u"bt-embedded"_s), 82) == u"60000 PAYS"_s);
}

TEST_CASE("the check before signing finds days that contradict one another", "[app][audit-cases]")
{
    AuditBooks books;
    dayBed(books);
    books.elder(1003);
    books.records(R"({"record":"absence","id":31,"elder":1001,"from":"2021-09-02","to":"2021-09-04","reason":"hospital"}
{"record":"elder","id":1004,"name":"李桂兰","born":"1940-02-03"}
)" + dayCare(61, "2021-09-07")
                  + cameOn(48, 1004, "2021-09-10") + cameOn(49, 1004, "2021-09-11"));
    books.cli.done({u"elder"_s, u"edit"_s, u"1004"_s, u"--died"_s, u"2021-09-10"_s}); // heard of later
    const QJsonObject settled = books.write(u"2021-09"_s, u"bt-embedded"_s);
    const QString claim = settled[u"claim"].toString();
    const QStringList found = books.findings(claim);
    INFO(found.join(u", "_s).toStdString());
    CHECK(found.contains(u"STAY_ABSENT 82"_s));
    CHECK(found.contains(u"STAY_NOT_ATTENDED 82"_s));
    CHECK(found.contains(u"NOT_ATTENDED 61"_s));
    CHECK(found.contains(u"ATTENDED_ABSENT 42"_s));
    CHECK(found.contains(u"ATTENDED_ABSENT 43"_s));
    CHECK_FALSE(found.contains(u"ATTENDED_ABSENT 41"_s));
    CHECK(found.contains(u"ATTENDED_AFTER_DEATH 49"_s));
    CHECK_FALSE(found.contains(u"ATTENDED_AFTER_DEATH 48"_s)); // the day of death itself
    CHECK(wordsOf(books, claim, u"STAY_ABSENT"_s).contains(u"不计"_s));
    // 6, 7, 10 and 11 September others came: she neither came nor is recorded as away.
    CHECK(wordsOf(books, claim, u"STAY_NOT_ATTENDED"_s).contains(u"4"_s));
    books.cli.done({u"policy"_s, u"choose"_s, u"bt-embedded"_s, u"days_away"_s, u"counted"_s});
    const QString counted = books.write(u"2021-09"_s, u"bt-embedded"_s)[u"claim"].toString();
    CHECK_FALSE(wordsOf(books, counted, u"STAY_ABSENT"_s).contains(u"不计"_s));
}

TEST_CASE("the check names an absence at the line of its own month, and only while the bed was hers",
          "[app][audit-cases]")
{
    AuditBooks books;
    books.elder(1001);
    books.records(
        R"({"record":"facility","id":71,"code":"F1","name":"青山嵌入式机构","kind":"embedded","locality":"urban"}
{"record":"bed_stay","id":82,"elder":1001,"facility":71,"from":"2021-07-01","to":"2021-08-20"}
{"record":"absence","id":31,"elder":1001,"from":"2021-08-02","to":"2021-08-04","reason":"hospital"}
{"record":"absence","id":32,"elder":1001,"from":"2021-08-22","to":"2021-08-24","reason":"away"}
)");
    books.cli.done({u"policy"_s, u"choose"_s, u"bt-embedded"_s, u"amount_fen"_s, u"60000"_s});
    const QString claim = books.write(u"2021Q3"_s, u"bt-embedded"_s)[u"claim"].toString();
    QStringList days;
    for (const QJsonValue& item : books.cli.done({u"claim"_s, u"check"_s, claim}).toObject()[u"items"].toArray())
        if (item[u"code"] == u"STAY_ABSENT"_s)
            days << item[u"on"].toString();
    CHECK(days == QStringList {u"2021-08-02"_s}); // neither July's line nor the days after she had left
}

TEST_CASE("a claim for meals says nothing of attendance, which has no bearing on it", "[app][audit-cases]")
{
    AuditBooks books;
    dayBed(books);
    books.meal(51, 1001, "2021-09-06");
    books.records(R"({"record":"absence","id":31,"elder":1001,"from":"2021-09-02","to":"2021-09-04","reason":"hospital"}
)");
    const QString meals = books.write(u"2021-09"_s)[u"claim"].toString();
    CHECK(books.findings(meals).filter(u"ATTENDED"_s) == QStringList());
    const QString beds = books.write(u"2021-09"_s, u"bt-embedded"_s)[u"claim"].toString();
    CHECK(books.findings(beds).contains(u"ATTENDED_ABSENT 42"_s));
}
