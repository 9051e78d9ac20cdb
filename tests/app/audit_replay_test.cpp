// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/audit_cases.h"
#include "tests/support/catch.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>

using namespace songhe::tests;
using namespace Qt::StringLiterals;

namespace {

/// A package of the quarter, laid open by the stock tools.
QString openedPackage(AuditBooks& books, const QString& quarter)
{
    const QString key = books.cli.outside(u"district-%1.key"_s.arg(quarter));
    const QString folder = books.cli.outside(u"."_s);
    REQUIRE(runProgram(u"age-keygen"_s, {u"-o"_s, key}, folder).code == 0);
    const QString recipient = QString::fromUtf8(runProgram(u"age-keygen"_s, {u"-y"_s, key}, folder).out).trimmed();
    const QString package
        = books.cli
              .done({u"package"_s, u"write"_s, u"--quarter"_s, quarter, u"--to"_s, folder, u"--recipient"_s, recipient})
              .toObject()[u"file"]
              .toString();
    const QString zip = books.cli.outside(u"package-%1.zip"_s.arg(quarter));
    const QString opened = books.cli.outside(u"opened-%1"_s.arg(quarter));
    REQUIRE(runProgram(u"age"_s, {u"-d"_s, u"-i"_s, key, u"-o"_s, zip, package}, folder).code == 0);
    REQUIRE(runProgram(u"unzip"_s, {u"-q"_s, zip, u"-d"_s, opened}, folder).code == 0);
    return opened + u'/' + QDir(opened).entryList(QDir::Dirs | QDir::NoDotAndDotDot).front();
}

QJsonObject replayed(AuditBooks& books, const QString& bag)
{
    return books.cli.bare({u"claim"_s, u"replay"_s, bag, u"--json"_s}).object();
}

/// Replaces a text in a table of the opened package.
void alter(const QString& bag, const QString& table, const QByteArray& before, const QByteArray& after)
{
    const QString path = bag + u"/data/%1.csv"_s.arg(table);
    QByteArray rows = contentOf(path);
    REQUIRE(rows.contains(before));
    rows.replace(before, after);
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write(rows);
}

QByteArray dayOfCare(int elder, const QByteArray& day)
{
    return R"({"record":"service","id":61,"item":"day_care","minutes":480,"price_fen":3000,"subsidy_fen":1500,"elder":)"
        + QByteArray::number(elder) + R"(,"on":")" + day + "\"}\n";
}

QByteArray cameToCare(int elder, const QByteArray& day)
{
    return R"({"record":"attendance","id":41,"in":"08:10","out":"16:30","site":1,"elder":)" + QByteArray::number(elder)
        + R"(,"on":")" + day + "\"}\n";
}

/// File 1002 turns out to be 1001's, and all that stands in it moves.
void mergeFiles(AuditBooks& books)
{
    books.cli.done({u"elder"_s, u"merge"_s, u"1002"_s, u"--into"_s, u"1001"_s, u"--reason"_s, u"同一人"_s});
}

/// The next version of the day-care policy: from September 2021 on it asks for no attendance.
QByteArray withoutAttendance()
{
    QJsonObject rule = QJsonDocument::fromJson(contentOf(dataFile(u"policies/day-care.json"_s))).object();
    QJsonArray conditions = rule[u"conditions"].toArray();
    QJsonObject example = rule[u"examples"][0].toObject();
    QJsonObject facts = example[u"facts"].toObject();
    QJsonObject reasons = rule[u"reasons"].toObject();
    conditions.removeAt(1);
    facts.remove(u"attended"_s);
    example.insert(u"facts"_s, facts);
    reasons.remove(u"NOT_ATTENDED"_s);
    reasons.insert(u"PAYS"_s, QJsonObject {{u"zh"_s, u"财政承担{fen|yuan}元"_s}, {u"en"_s, u"{fen|yuan} yuan"_s}});
    rule.insert(u"version"_s, 2);
    rule.insert(u"validFrom"_s, u"2021-09-01"_s);
    rule.insert(u"conditions"_s, conditions);
    rule.insert(u"examples"_s, QJsonArray {example});
    rule.insert(u"reasons"_s, reasons);
    return QJsonDocument(rule).toJson();
}

/// Signed are a day of care and, in whosever file it stands, that she came; then both files become one.
QJsonObject replayedAfterMerge(const QString& period, int careOf, int cameOf, const QByteArray& day, int fen)
{
    AuditBooks books;
    books.cli.done({u"policy"_s, u"import"_s, dataFile(u"policies/day-care.json"_s)});
    books.cli.done({u"policy"_s, u"import"_s, books.cli.write(u"day-care-2.json"_s, withoutAttendance())});
    books.elder(1001);
    books.elder(1002);
    books.records(cameToCare(cameOf, day) + dayOfCare(careOf, day));
    CHECK(books.settle(period, u"test-day-care"_s)[u"paid_fen"] == fen);
    books.sign(period, u"test-day-care"_s);
    mergeFiles(books);
    return replayed(books, openedPackage(books, u"2021Q3"_s));
}

} // namespace

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
    const QString bag = openedPackage(books, u"2021Q3"_s);
    CHECK(replayed(books, bag)[u"ok"] == true);
    alter(bag, u"meal"_s, "2021-09-04", "2021-09-03");
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

TEST_CASE("claims for beds and evaluations are replayed by their records as they were signed, whatever became of them",
          "[app][claims][exchange]")
{
    AuditBooks books;
    books.elder(1001);
    books.elder(1002);
    books.records(R"({"record":"fact","elder":1001,"kind":"care_class","value":"disabled","from":"2020-01-01"}
{"record":"fact","elder":1002,"kind":"care_class","value":"disabled","from":"2020-01-01"}
{"record":"facility","id":71,"code":"F1","name":"城区养老服务中心","kind":"urban_centre","locality":"urban","from":"2020-01-01"}
{"record":"bed_stay","id":82,"elder":1001,"facility":71,"from":"2021-09-01"}
{"record":"evaluation","id":61,"facility":71,"year":2021,"on":"2021-08-30","scheme":"a_grade","grade":"aa","evaluator":"third_party"}
{"record":"service","id":62,"elder":1001,"item":"cleaning","on":"2021-09-03","minutes":60,"price_fen":4000,"subsidy_fen":3000}
{"record":"fact","elder":1001,"kind":"living","value":"empty_nest","from":"2020-01-01"}
{"record":"device","id":55,"kind":"wheelchair","code":"W-01","site":1}
{"record":"device","id":56,"kind":"wheelchair","code":"W-02"}
{"record":"device_loan","id":63,"device":55,"elder":1001,"from":"2021-08-20","deposit_fen":0,"rent_fen":0}
{"record":"device_loan","id":64,"device":56,"elder":1002,"from":"2021-09-02","deposit_fen":0,"rent_fen":0}
)");
    books.cli.done({u"policy"_s, u"choose"_s, u"yc-operating"_s, u"amount_fen_aa"_s, u"7500000"_s});
    books.sign(u"2021-09"_s, u"yc-bed"_s);
    books.sign(u"2021"_s, u"yc-operating"_s);
    books.sign(u"2021-09"_s, u"yk-services"_s);
    books.sign(u"2021-09"_s, u"nm-aid"_s);
    // What is learned later: she left earlier, another one had a bed, the evaluation was a mistake.
    books.cli.done({u"bed-stay"_s, u"end"_s, u"82"_s, u"--on"_s, u"2021-09-20"_s});
    books.records(R"({"record":"bed_stay","id":83,"elder":1002,"facility":71,"from":"2021-09-11"}
)");
    books.cli.done({u"evaluation"_s, u"void"_s, u"61"_s, u"--reason"_s, u"登错年度"_s});
    books.cli.done({u"service"_s, u"void"_s, u"62"_s, u"--reason"_s, u"登记错误"_s});
    books.cli.done({u"device"_s, u"return"_s, u"W-01"_s, u"--on"_s, u"2021-09-01"_s});
    CHECK(books.settle(u"2021-10"_s, u"yc-bed"_s)[u"adjustment_count"] == 1);

    const QString bag = openedPackage(books, u"2021Q3"_s);
    const QJsonObject good = replayed(books, bag);
    CHECK(good[u"ok"] == true);
    REQUIRE(good[u"claims"].toArray().size() == 4);
    for (const QJsonValue& claim : good[u"claims"].toArray()) {
        INFO(claim[u"policy"].toString().toStdString() << ": " << claim[u"text"].toString().toStdString());
        CHECK(claim[u"replayed_digest"] == claim[u"digest"]);
    }
    // A record that nobody touched since, and yet says something else, is named.
    alter(bag, u"facility"_s, ",urban,", ",rural_pastoral,");
    alter(bag, u"device_loan"_s, "2021-09-02", "2021-09-03");
    QStringList named;
    for (const QJsonValue& claim : replayed(books, bag)[u"claims"].toArray())
        named << claim[u"policy"].toString() + u' ' + claim[u"text"].toString();
    CHECK(named.filter(u"yc-bed"_s).join(u' ').contains(u"facility 71"_s));
    CHECK(named.filter(u"nm-aid"_s).join(u' ').contains(u"device_loan 64"_s));
}

TEST_CASE("a claim about two files that were merged later is replayed as it was signed", "[app][claims][exchange]")
{
    AuditBooks books;
    books.elder(1001);
    books.elder(1002);
    books.meal(51, 1001, "2021-08-03");
    books.meal(52, 1002, "2021-08-03", R"("site":2)");
    books.sign(u"2021-08"_s);
    books.cli.done({u"elder"_s, u"merge"_s, u"1002"_s, u"--into"_s, u"1001"_s, u"--reason"_s, u"同一人两次建档"_s});
    CHECK(books.sign(u"2021-09"_s).size() > 1);
    const QJsonObject report = replayed(books, openedPackage(books, u"2021Q3"_s));
    REQUIRE(report[u"claims"].toArray().size() == 2);
    for (const QJsonValue& claim : report[u"claims"].toArray()) {
        INFO(claim[u"text"].toString().toStdString());
        CHECK(claim[u"replayed_digest"] == claim[u"digest"]);
    }
    CHECK(report[u"claims"].toArray().at(1).toObject()[u"fen"].toInteger() == -300);
}

TEST_CASE("a claim by attendance is recomputed from the package as it was signed, whatever days changed later",
          "[app][claims][exchange]")
{
    AuditBooks books;
    books.elder(1001);
    const auto came = [](int id, const QByteArray& day) {
        return R"({"record":"attendance","id":)" + QByteArray::number(id) + R"(,"elder":1001,"on":")" + day
            + R"(","in":"08:10","out":"16:30","site":1})" + "\n";
    };
    books.records(
        R"({"record":"facility","id":71,"code":"F1","name":"青山嵌入式机构","kind":"embedded","locality":"urban"}
{"record":"bed_stay","id":82,"elder":1001,"facility":71,"kind":"day","from":"2021-08-01","to":"2021-09-30"}
)" + came(41, "2021-09-01")
        + came(42, "2021-09-02") + came(43, "2021-09-03") + came(44, "2021-08-02"));
    books.cli.done({u"policy"_s, u"choose"_s, u"bt-embedded"_s, u"amount_fen"_s, u"60000"_s});
    books.cli.done({u"policy"_s, u"choose"_s, u"bt-embedded"_s, u"attendance"_s, u"required"_s});
    books.sign(u"2021-08"_s, u"bt-embedded"_s);
    const QString first = books.sign(u"2021-09"_s, u"bt-embedded"_s);
    for (const QString& id : {u"42"_s, u"43"_s})
        books.cli.done({u"attendance"_s, u"void"_s, id, u"--reason"_s, u"登记错误"_s});
    books.records(came(47, "2021-09-08"));
    const QJsonObject next = books.write(u"2021-10"_s, u"bt-embedded"_s);
    QStringList lines;
    for (const QJsonValue& line : next[u"lines"].toArray())
        lines << u"%1 %2"_s.arg(line[u"fen"].toInteger()).arg(line[u"code"].toString());
    CHECK(lines.contains(u"-2000 PAYS"_s)); // two days instead of three
    CHECK(books.cli.run({u"check"_s}).code == 0);

    const QJsonObject report = replayed(books, openedPackage(books, u"2021Q3"_s));
    INFO(QJsonDocument(report).toJson().toStdString());
    CHECK(report[u"ok"].toBool());
    CHECK(report[u"claims"].toArray().size() >= 2);
    bool seen = false;
    for (const QJsonValue& claim : report[u"claims"].toArray())
        seen = seen || (claim[u"claim"].toString() == first && claim[u"replayed_fen"].toInt() == 6000);
    CHECK(seen);
    const QJsonObject later = replayed(books, openedPackage(books, u"2021Q4"_s));
    INFO(QJsonDocument(later).toJson().toStdString());
    CHECK(later[u"ok"].toBool());
}

TEST_CASE("a signed claim is replayed without attendance that came into a file later", "[app][claims][exchange]")
{
    const QJsonObject replayed = replayedAfterMerge(u"2021-08"_s, 1001, 1002, "2021-08-03", 0);
    INFO(QJsonDocument(replayed).toJson().toStdString());
    CHECK(replayed[u"ok"] == true);
}

TEST_CASE("a signed claim is replayed with the attendance of its time, in whosever file that stands now",
          "[app][claims][exchange]")
{
    const QJsonObject replayed = replayedAfterMerge(u"2021-08"_s, 1002, 1002, "2021-08-03", 1500);
    INFO(QJsonDocument(replayed).toJson().toStdString());
    CHECK(replayed[u"ok"] == true);
}

TEST_CASE("a claim over several versions keeps its attendance where only an earlier one asks for it",
          "[app][claims][exchange]")
{
    const QJsonObject replayed = replayedAfterMerge(u"2021Q3"_s, 1002, 1002, "2021-08-03", 1500);
    INFO(QJsonDocument(replayed).toJson().toStdString());
    CHECK(replayed[u"ok"] == true);
}
