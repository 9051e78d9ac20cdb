// SPDX-License-Identifier: GPL-3.0-or-later
// What is asked of a claim after it was signed: is what it wrote down still so, and what would it be now.
#include "tests/app/audit_cases.h"
#include "tests/support/catch.h"

#include <QtCore/QDir>

using namespace songhe::tests;
using namespace Qt::StringLiterals;

namespace {

/// Writes into the data file beside the program, as nobody should.
void alterData(AuditBooks& books, const QString& sql)
{
    const QString data = QDir(books.cli.dataFolder()).entryInfoList({u"*.db"_s}, QDir::Files).value(0).filePath();
    REQUIRE(runProgram(u"sqlite3"_s, {data, sql}, books.cli.outside(u"."_s)).code == 0);
}

QString problemsOf(AuditBooks& books)
{
    QStringList texts;
    for (const QJsonValue& problem : books.cli.run({u"check"_s}).object()[u"problems"].toArray())
        texts << problem[u"text"].toString();
    return texts.join(u'\n');
}

const QByteArray wheelchairs = R"({"record":"device","id":51,"kind":"wheelchair","code":"W-01"}
{"record":"device","id":52,"kind":"wheelchair","code":"W-02"}
{"record":"device","id":53,"kind":"wheelchair","code":"W-03"}
)";

QByteArray deviceLoan(int id, int device, int elder, const char* days, const char* more = "")
{
    return R"({"record":"device_loan","id":)" + QByteArray::number(id) + R"(,"device":)" + QByteArray::number(device)
        + R"(,"elder":)" + QByteArray::number(elder) + R"(,"deposit_fen":0,)" + days + more + "}\n";
}

QJsonArray linesOf(const QJsonObject& settled, int record)
{
    QJsonArray lines;
    for (const QJsonValue& line : settled[u"lines"].toArray())
        if (line[u"record"].toString() == QString::number(record))
            lines << line;
    return lines;
}

} // namespace

TEST_CASE("a device is free or at low rent by what held on the day it was lent, one line for each month of the loan",
          "[app][claims][devices]")
{
    AuditBooks books;
    books.elder(1001); // on subsistence
    books.elder(1002, "1950-03-05", "");
    books.elder(1003, "1970-03-05");
    books.records(R"({"record":"fact","elder":1002,"kind":"disability","value":"physical:1","from":"2021-09-10"})"
                  "\n"
                  + wheelchairs + deviceLoan(61, 51, 1001, R"("from":"2021-08-20","to":"2021-10-01","rent_fen":0)")
                  + deviceLoan(62, 52, 1002, R"("from":"2021-09-05","rent_fen":600,"rent_class":"low")")
                  + deviceLoan(63, 53, 1003, R"("from":"2021-09-05","to":"2021-09-05","rent_fen":0)"));
    const QString aids = u"nm-aid"_s;
    const QJsonObject september = books.settle(u"2021-09"_s, aids);
    CHECK(books.lineOf(september, 61) == u"0 FREE"_s);
    CHECK(books.lineOf(september, 62) == u"0 LOW_RENT"_s); // the disability came after the lending day
    CHECK(books.lineOf(september, 63) == u"0 TOO_YOUNG"_s);
    CHECK(linesOf(september, 62)[0][u"text"].toString().contains(u"6.00"_s));
    CHECK(linesOf(september, 61)[0][u"on"] == u"2021-09-01"_s);
    CHECK(linesOf(september, 62)[0][u"on"] == u"2021-09-05"_s);

    const QJsonObject october = books.settle(u"2021-10"_s, aids);
    CHECK(linesOf(october, 61).isEmpty()); // back on its first day
    CHECK(linesOf(october, 62).size() == 1);
    CHECK(linesOf(books.settle(u"2021Q3"_s, aids), 61).size() == 2);
}

TEST_CASE("a rent that the category does not allow, or above what the centre set, is found before the claim is signed",
          "[app][claims][devices]")
{
    AuditBooks books;
    books.elder(1001);
    books.elder(1002, "1950-03-05", "");
    books.records(wheelchairs + deviceLoan(61, 51, 1001, R"("from":"2021-09-03","rent_fen":500)")
                  + deviceLoan(62, 52, 1002, R"("from":"2021-09-05","rent_fen":600)"));
    const auto count = [&](const QString& claim) { return books.findings(claim).filter(u"RENT_DIFFERS"_s).size(); };
    CHECK(count(books.write(u"2021-09"_s, u"nm-aid"_s)[u"claim"].toString()) == 1);
    books.cli.done({u"policy"_s, u"choose"_s, u"nm-aid"_s, u"low_rent_fen"_s, u"500"_s});
    CHECK(count(books.write(u"2021-09"_s, u"nm-aid"_s)[u"claim"].toString()) == 2);
}

TEST_CASE("the check names what a signed claim wrote down and somebody altered", "[app][claims]")
{
    const std::pair<QString, QString> changes[] = {
        {u"UPDATE claim_fact SET value = 'low_income' WHERE kind = 'economic_category'"_s, u"fact"_s},
        {u"UPDATE claim_fact SET value = '1949-03-05' WHERE kind = 'born'"_s, u"elder 1001"_s},
        {u"UPDATE claim_fact SET to_on = '2021-09-30' WHERE kind = 'registered_division'"_s, u"fact"_s},
        {u"DELETE FROM claim_fact WHERE kind = 'economic_category'"_s, u"fact "_s},
        {u"UPDATE claim_record SET content = replace(content, '\"rent_fen\":0', '\"rent_fen\":900')"_s,
         u"device_loan 61"_s},
        {u"DELETE FROM claim_record WHERE about = 'device_loan'"_s, u"device_loan 61"_s},
        {u"UPDATE claim_step SET on_day = '2021-10-09'"_s, u"claim_step"_s},
    };
    for (const auto& [change, named] : changes) {
        INFO(change.toStdString());
        AuditBooks books;
        books.elder(1001);
        books.meal(81, 1001, "2021-09-03");
        books.records(wheelchairs + deviceLoan(61, 51, 1001, R"("from":"2021-09-03","rent_fen":0)"));
        books.sign(u"2021-09"_s);
        books.sign(u"2021-09"_s, u"nm-aid"_s);
        // What changes by the program's own ways is no alteration.
        books.records(R"({"record":"fact","elder":1001,"kind":"living","value":"alone","from":"2021-09-01"})");
        CHECK(problemsOf(books).isEmpty());
        alterData(books, change);
        CHECK(problemsOf(books).contains(named));
    }
}

TEST_CASE("a claim that came back shows what settling gives now: lines new, gone and changed, in fen", "[app][claims]")
{
    AuditBooks books;
    books.elder(1001);
    books.elder(1002);
    books.elder(1003);
    books.meal(51, 1001, "2021-09-03");
    books.meal(52, 1002, "2021-09-03");
    books.meal(53, 1003, "2021-09-03");
    const QString claim = books.sign(u"2021-09"_s);
    const auto shown = [&]() -> QJsonValue {
        return books.cli.done({u"claim"_s, u"show"_s, claim}).toObject()[u"difference"];
    };
    CHECK(shown().isNull());
    books.cli.done({u"claim"_s, u"return"_s, claim, u"--reason"_s, u"王秀英一餐未签收"_s});
    QJsonObject same = shown().toObject();
    CHECK(same[u"fen"] == 0);
    CHECK((same[u"added"].toArray().isEmpty() && same[u"gone"].toArray().isEmpty()
           && same[u"changed"].toArray().isEmpty()));

    books.cli.done({u"meal"_s, u"void"_s, u"51"_s, u"--reason"_s, u"未就餐"_s});
    books.cli.done({u"elder"_s, u"edit"_s, u"1002"_s, u"--died"_s, u"2021-09-01"_s});
    books.meal(54, 1003, "2021-09-04");
    const QJsonObject now = shown().toObject();
    CHECK(now[u"sent_fen"] == 900);
    CHECK(now[u"now_fen"] == 600);
    CHECK(now[u"fen"] == -300);
    REQUIRE(now[u"gone"].toArray().size() == 1);
    CHECK(now[u"gone"][0][u"record"] == u"51"_s);
    CHECK(now[u"gone"][0][u"fen"] == -300);
    REQUIRE(now[u"changed"].toArray().size() == 1);
    CHECK(now[u"changed"][0][u"record"] == u"52"_s);
    CHECK(now[u"changed"][0][u"sent_fen"] == 300);
    CHECK(now[u"changed"][0][u"now_fen"] == 0);
    CHECK_FALSE(now[u"changed"][0][u"text"].toString().isEmpty());
    REQUIRE(now[u"added"].toArray().size() == 1);
    CHECK(now[u"added"][0][u"record"] == u"54"_s);
    CHECK(now[u"added"][0][u"fen"] == 300);
    // On paper, too.
    const QString file = books.cli.outside(u"returned.pdf"_s);
    books.cli.done({u"print"_s, u"claim"_s, claim, u"--to"_s, file});
    if (const QString pictures = qEnvironmentVariable("SONGHE_PICTURES"); !pictures.isEmpty())
        QFile::copy(file, pictures + u"/returned.pdf"_s);
    const Outcome words = runProgram(u"pdftotext"_s, {u"-layout"_s, file, u"-"_s}, books.cli.outside(u"."_s));
    const QString text = QString::fromUtf8(words.out).normalized(QString::NormalizationForm_KC);
    CHECK(text.contains(u"重新结算的差异"_s));
    CHECK(text.contains(u"-3.00"_s));
}
