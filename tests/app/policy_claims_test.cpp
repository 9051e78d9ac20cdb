// SPDX-License-Identifier: GPL-3.0-or-later
// One worked example for each rule: its records come in, the period is settled, the claim is signed and printed.
#include "tests/app/audit_cases.h"
#include "tests/support/catch.h"

#include <QtCore/QFile>
#include <QtCore/QJsonDocument>

using namespace songhe::tests;
using namespace Qt::StringLiterals;

namespace {

/// Names of records: the facility is 71, its project 91, the elder 1001, what is claimed for is `record`.
struct WorkedExample {
    const char* policy;
    const char* period;
    const char* choice; ///< "setting value"; empty where nothing is chosen
    QByteArray records;
    int record;
    const char* line; ///< 'fen CODE'
    qint64 paidFen;
};

QByteArray facility(const char* kind, const char* more = "")
{
    return QByteArray(R"({"record":"facility","id":71,"code":"F1","name":"青山中心","kind":")") + kind
        + R"(","locality":"urban","from":"2020-06-01")" + more + "}\n";
}

QByteArray evaluation(const char* scheme, const char* grade, const char* more = "")
{
    return QByteArray(R"({"record":"evaluation","id":61,"facility":71,"year":2021,"on":"2021-11-30","scheme":")")
        + scheme + R"(","grade":")" + grade + R"(","evaluator":"third_party")" + more + "}\n";
}

QByteArray project(const char* kind, const char* areaAccepted, const char* more = "")
{
    return QByteArray(R"({"record":"project","id":91,"code":"X1","name":"建设项目","facility":71,"kind":")") + kind
        + "\"" + more + "}\n"
        + R"({"record":"acceptance","id":92,"project":91,"on":"2021-09-10","passed":true,"area_m2":)" + areaAccepted
        + "}\n";
}

QByteArray premises(int squareMetres, int beds, const char* estate)
{
    return R"({"record":"premises","id":72,"facility":71,"location":"一层","use":"elder_care","area_m2":)"
        + QByteArray::number(squareMetres) + R"(,"beds":)" + QByteArray::number(beds) + R"(,"estate":")" + estate
        + "\"}\n";
}

QByteArray stay(const char* family, const char* more = "")
{
    return QByteArray(R"({"record":")") + family + R"(","id":82,"elder":1001,"facility":71,"from":"2021-09-01")" + more
        + "}\n";
}

const QByteArray disabled
    = R"({"record":"fact","elder":1001,"kind":"declared_ability","value":"severe","from":"2020-01-01"})"
      "\n";
const QByteArray cleaning
    = R"({"record":"service","id":62,"elder":1001,"item":"cleaning","on":"2021-09-03","minutes":60,"price_fen":4000,"subsidy_fen":3000})"
      "\n";

const QByteArray wheelchair = R"({"record":"device","id":52,"kind":"wheelchair","code":"W-05"})"
                              "\n";

QByteArray loan(const char* from, const char* more = "")
{
    return QByteArray(R"({"record":"device_loan","id":53,"device":52,"elder":1001,"from":")") + from
        + R"(","deposit_fen":0,"rent_fen":0)" + more + "}\n";
}

std::vector<WorkedExample> workedExamples()
{
    return {
        {"baotou-2020-meals", "2021-09", "",
         R"({"record":"meal","id":51,"elder":1001,"on":"2021-09-03","site":1})"
         "\n",
         51, "300 PAYS", 300},
        {"bt-area", "2021", "", facility("service_centre") + premises(1200, 20, "old_town"), 71, "0 LARGE", 0},
        {"bt-award", "2021", "",
         facility("service_centre") + evaluation("quality", "excellent", R"(,"granted_fen":3000000)"), 61,
         "3000000 PAYS", 3000000},
        {"bt-construction", "2021", "",
         facility("service_centre") + project("new_build", "1200", R"(,"approved_fen":25000000)"), 91, "25000000 PAYS",
         25000000},
        {"bt-embedded", "2021-09", "amount_fen 60000", facility("embedded") + stay("bed_stay", R"(,"to":"2021-09-15")"),
         82, "30000 PAYS", 30000},
        {"bt-homebed", "2021-09", "amount_fen 60000", disabled + facility("embedded") + stay("home_care_bed"), 82,
         "60000 PAYS", 60000},
        {"bt-operating", "2021", "", facility("day_care_centre"), 71, "3000000 PAYS", 3000000},
        {"bt-platform", "2021", "",
         R"({"record":"budget","id":41,"year":2021,"purpose":"platform","payer":"city","amount_fen":200000000})"
         "\n",
         41, "200000000 PAYS", 200000000},
        {"nm-aid", "2021-09", "", wheelchair + loan("2021-09-03"), 53, "0 FREE", 0},
        {"nm-priority", "2021-09", "", "", 1001, "0 FITS", 0},
        {"nm-provider", "2021", "", facility("service_centre", R"(,"operator_kind":"enterprise")"), 71, "0 FITS", 0},
        {"nm-star", "2021", "", facility("service_centre") + evaluation("star", "star_4", R"(,"granted_fen":2000000)"),
         61, "2000000 PAYS", 2000000},
        {"yc-bed", "2021-09", "",
         facility("urban_centre")
             + R"({"record":"fact","elder":1001,"kind":"care_class","value":"semi_disabled","from":"2020-01-01"})"
               "\n"
             + stay("bed_stay"),
         82, "20000 PAYS", 20000},
        {"yc-construction", "2021", "",
         facility("urban_centre", R"(,"district":"county")") + project("conversion", "1800"), 91, "45000000 PAYS",
         45000000},
        {"yc-newestate", "2021", "", facility("urban_centre") + project("new_build", "200", R"(,"households":1000)"),
         91, "0 FITS", 0},
        {"yc-operating", "2021", "amount_fen_aa 7500000", facility("urban_centre") + evaluation("a_grade", "aa"), 61,
         "7500000 PAYS", 7500000},
        {"yc-size", "2021", "", facility("urban_centre") + premises(800, 12, "new_estate"), 71, "0 FITS", 0},
        {"yk-construction", "2021", "",
         facility("model_centre") + project("conversion", "1200")
             + R"({"record":"cost_item","project":91,"kind":"equipment","amount_fen":100000,"on":"2021-01-05","invoice":"A-1"})"
               "\n",
         91, "26666 PAYS", 26666},
        {"yk-services", "2021-09", "",
         R"({"record":"fact","elder":1001,"kind":"living","value":"empty_nest","from":"2020-01-01"})"
         "\n" + cleaning,
         62, "3000 PAYS", 3000},
    };
}

/// The same books settled in one language: everything but the words.
QByteArray withoutWords(AuditBooks& books, const WorkedExample& example, const QString& language)
{
    QJsonObject settled
        = books.cli
              .done({u"--lang"_s, language, u"settle"_s, u"--policy"_s, QString::fromLatin1(example.policy),
                     u"--period"_s, QString::fromLatin1(example.period)})
              .toObject();
    QJsonArray lines;
    for (const QJsonValue& line : settled[u"lines"].toArray()) {
        QJsonObject bare = line.toObject();
        CHECK_FALSE(bare[u"text"].toString().isEmpty());
        bare.remove(u"text"_s);
        lines << bare;
    }
    settled.insert(u"lines"_s, lines);
    return QJsonDocument(settled).toJson();
}

} // namespace

TEST_CASE("each rule is claimed from its records down to the printed form, the same in both languages",
          "[app][claims][policies]")
{
    for (const WorkedExample& example : workedExamples()) {
        INFO(example.policy);
        AuditBooks books;
        const QString policy = QString::fromLatin1(example.policy);
        books.elder(1001);
        if (!example.records.isEmpty())
            books.records(example.records);
        const QStringList choice = QString::fromLatin1(example.choice).split(u' ', Qt::SkipEmptyParts);
        if (!choice.isEmpty())
            books.cli.done(QStringList {u"policy"_s, u"choose"_s, policy} + choice);

        const QByteArray chinese = withoutWords(books, example, u"zh_CN"_s);
        CHECK(chinese == withoutWords(books, example, u"en"_s));
        CHECK(chinese == withoutWords(books, example, u"zh_CN"_s));

        const QJsonObject settled = books.write(QString::fromLatin1(example.period), policy);
        CHECK(books.lineOf(settled, example.record) == QString::fromLatin1(example.line));
        CHECK(settled[u"paid_fen"].toInteger() == example.paidFen);
        const QString claim = settled[u"claim"].toString();
        books.cli.done({u"claim"_s, u"check"_s, claim});
        books.cli.done({u"claim"_s, u"sign"_s, claim});
        const QString file = books.cli.outside(policy + u".pdf"_s);
        CHECK(books.cli.done({u"print"_s, u"claim"_s, claim, u"--to"_s, file}).toObject()[u"pages"].toInt() >= 1);
        CHECK(contentOf(file).startsWith("%PDF-"));
        if (const QString pictures = qEnvironmentVariable("SONGHE_PICTURES"); !pictures.isEmpty())
            QFile::copy(file, pictures + u'/' + policy + u".pdf"_s);
    }
}

TEST_CASE("there is a worked example for every rule of the program", "[app][claims][policies]")
{
    CommandLine cli;
    cli.init();
    QStringList known;
    for (const QJsonValue& policy : cli.done({u"policy"_s, u"list"_s}).toArray())
        known << policy[u"policy"].toString();
    known.removeDuplicates();
    QStringList shown;
    for (const WorkedExample& example : workedExamples())
        shown << QString::fromLatin1(example.policy);
    known.sort();
    CHECK(known == shown);
}
