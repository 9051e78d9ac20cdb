// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/command_line.h"
#include "tests/support/catch.h"

#include <QtCore/QFile>
#include <QtCore/QJsonDocument>

using namespace songhe::tests;
using namespace Qt::StringLiterals;

namespace {

QJsonObject answersOf(std::initializer_list<std::pair<const char*, QList<int>>> groups)
{
    QJsonObject answers;
    for (const auto& [code, scores] : groups)
        for (qsizetype i = 0; i < scores.size(); ++i)
            answers.insert(u"%1.%2"_s.arg(QLatin1String(code)).arg(i + 1), scores[i]);
    return answers;
}

/// MZ/T with a daily living of `lost` points below 100 (5 each, from walking on).
QJsonObject mztSheet(int walking = 15, int stairs = 10, int transfer = 15)
{
    return {{u"standard"_s, u"mzt039-2013"_s},
            {u"answers"_s,
             answersOf({{"B.1", {10, 5, 5, 10, 10, 10, 10, transfer, walking, stairs}},
                        {"B.2", {0, 0, 0}},
                        {"B.3", {0, 0, 0, 0}},
                        {"B.4", {0, 0, 0, 0, 0}}})},
            {u"diagnosed"_s, QJsonArray()},
            {u"coma"_s, false},
            {u"events"_s,
             QJsonObject {{u"fall"_s, 0}, {u"choking"_s, 0}, {u"suicide"_s, 0}, {u"wandering"_s, 0}, {u"other"_s, 0}}}};
}

QJsonObject gbtSheet(int feeding = 4)
{
    return {{u"standard"_s, u"gbt42195-2022"_s},
            {u"answers"_s,
             answersOf({{"B.1", {feeding, 4, 4, 4, 4, 4, 4, 4}},
                        {"B.2", {4, 4, 4, 3}},
                        {"B.3", {4, 4, 4, 4, 4, 4, 1, 1, 2}},
                        {"B.4", {2, 2, 4, 3, 4}}})}};
}

QByteArray bytesOf(const QJsonValue& json)
{
    return json.isArray() ? QJsonDocument(json.toArray()).toJson(QJsonDocument::Compact)
                          : QJsonDocument(json.toObject()).toJson(QJsonDocument::Compact);
}

/// The sheet without an answer, as a record for `import records`.
QByteArray record(const QJsonObject& sheet, const QString& elder, const QString& on)
{
    QJsonObject json = sheet;
    json.insert(u"record"_s, u"assessment"_s);
    json.insert(u"elder"_s, elder);
    json.insert(u"on"_s, on);
    json.insert(u"confirmed"_s, true);
    return bytesOf(json) + '\n';
}

} // namespace

TEST_CASE("sheets are scored without a centre, one or many, in order", "[app][assessments]")
{
    CommandLine cli;
    const QString one = cli.write(u"one.json"_s, bytesOf(mztSheet(0, 0, 0)));
    const Outcome scored = cli.bare({u"assess"_s, u"score"_s, one, u"--json"_s});
    REQUIRE(scored.code == 0);
    CHECK(scored.object()["grades"_L1].toArray() == QJsonArray {2, 0, 0, 0});
    CHECK(scored.object()["preliminary"_L1].toInt() == 2);
    CHECK(scored.object()["final"_L1].toInt() == 2);
    CHECK(scored.object()["clauses"_L1].toArray().isEmpty());
    CHECK(scored.object()["ambiguous"_L1] == QJsonValue(false));
    CHECK_FALSE(scored.object().contains("total"_L1));

    const QString many = cli.write(u"many.json"_s, bytesOf(QJsonArray {mztSheet(), gbtSheet(), gbtSheet(0)}));
    const QJsonArray list = cli.bare({u"assess"_s, u"score"_s, many, u"--json"_s}).array();
    REQUIRE(list.size() == 3);
    CHECK(list[0]["final"_L1].toInt() == 0);
    CHECK(list[1]["total"_L1].toInt() == 90);
    CHECK(list[2]["total"_L1].toInt() == 86);
    CHECK(list[2]["final"_L1].toInt() == 1);
}

TEST_CASE("--set chooses a reading that the standard leaves open; an unknown one is wrong usage", "[app][assessments]")
{
    CommandLine cli;
    QJsonObject sheet = mztSheet(10);
    QJsonObject answers = sheet["answers"_L1].toObject();
    for (const QString& item : {u"B.4.1"_s, u"B.4.2"_s, u"B.4.3"_s, u"B.4.4"_s})
        answers.insert(item, 4);
    sheet.insert(u"answers"_s, answers);
    const QString file = cli.write(u"sheet.json"_s, bytesOf(sheet));
    const QJsonObject lower = cli.bare({u"assess"_s, u"score"_s, file, u"--json"_s}).object();
    CHECK(lower["ambiguous"_L1] == QJsonValue(true));
    CHECK(lower["preliminary"_L1].toInt() == 1);
    const QJsonObject higher
        = cli.bare({u"assess"_s, u"score"_s, file, u"--json"_s, u"--set"_s, u"mzt039.adl1_with_three=higher_first"_s})
              .object();
    CHECK(higher["preliminary"_L1].toInt() == 2);
    CHECK(higher["ambiguous"_L1] == QJsonValue(true));
    CHECK(cli.bare({u"assess"_s, u"score"_s, file, u"--set"_s, u"mzt039.adl1_with_three=both"_s}).code == 2);
}

TEST_CASE("a missing, unknown or impossible answer refuses all sheets by index and item", "[app][assessments]")
{
    CommandLine cli;
    const auto refusal = [&](const QString& item, const QJsonValue& value) {
        QJsonObject wrong = gbtSheet();
        QJsonObject answers = wrong["answers"_L1].toObject();
        if (value.isUndefined())
            answers.remove(item);
        else
            answers.insert(item, value);
        wrong.insert(u"answers"_s, answers);
        const QString file
            = cli.write(u"wrong.json"_s, bytesOf(QJsonArray {gbtSheet(), gbtSheet(), wrong, gbtSheet()}));
        const Outcome outcome = cli.bare({u"assess"_s, u"score"_s, file, u"--json"_s, u"--lang"_s, u"en"_s});
        CHECK(outcome.code == 1);
        CHECK(outcome.out.isEmpty());
        CHECK(outcome.err.contains("index 2"));
        return outcome.err;
    };
    CHECK(refusal(u"B.2.4"_s, QJsonValue(QJsonValue::Undefined)).contains("B.2.4"));
    CHECK(refusal(u"B.2.4"_s, 4).contains("B.2.4"));
    CHECK(refusal(u"B.7.1"_s, 1).contains("B.7.1"));
    CHECK(refusal(u"B.1.1"_s, u"4"_s).contains("B.1.1"));
    const QString torn = cli.write(u"torn.json"_s, "[{\"standard\":");
    CHECK(cli.bare({u"assess"_s, u"score"_s, torn}).code == 1);
    const QString foreign = cli.write(u"foreign.json"_s, "{\"standard\":\"katz\",\"answers\":{}}");
    CHECK(cli.bare({u"assess"_s, u"score"_s, foreign}).err.contains("mzt039-2013"));
}

TEST_CASE("an assessment replaces the declared level from its day on; an expired one holds the line",
          "[app][assessments]")
{
    CommandLine cli;
    cli.init();
    QByteArray lines = R"({"record":"elder","id":1001,"name":"王秀英","sex":"female","born":"1950-03-05"}
{"record":"fact","elder":1001,"kind":"registered_division","value":"150204","from":"2020-01-01"}
{"record":"fact","elder":1001,"kind":"declared_ability","value":"severe","from":"2020-01-01"}
)";
    lines += record(mztSheet(), u"1001"_s, u"2021-06-01"_s); // intact
    for (const char* day : {"2021-05-31", "2021-06-01", "2021-12-01", "2021-12-02"})
        lines += QByteArray("{\"record\":\"meal\",\"elder\":1001,\"on\":\"") + day + "\"}\n";
    cli.done({u"import"_s, u"records"_s, cli.write(u"records.jsonl"_s, lines)});
    const auto settled = [&](const QString& month) {
        return cli.done({u"settle"_s, u"--policy"_s, u"baotou-2020-meals"_s, u"--period"_s, month}).toObject();
    };
    CHECK(settled(u"2021-05"_s)["paid_count"_L1].toInt() == 1);
    CHECK(settled(u"2021-06"_s)["paid_count"_L1].toInt() == 0);
    CHECK(settled(u"2021-06"_s)["refused_count"_L1].toInt() == 1);
    const QJsonObject december = settled(u"2021-12"_s);
    CHECK(december["refused_count"_L1].toInt() == 1);
    CHECK(december["held_count"_L1].toInt() == 1);
    CHECK(december["lines"_L1][1]["code"_L1].toString() == u"ASSESSMENT_EXPIRED"_s);
}

TEST_CASE("an assessment is added, filled, confirmed, shown and due", "[app][assessments]")
{
    CommandLine cli;
    cli.init();
    const QString elder = cli.done({u"elder"_s, u"add"_s, u"--name"_s, u"李桂珍"_s, u"--sex"_s, u"female"_s,
                                    u"--born"_s, u"1944-02-17"_s})
                              .toObject()["id"_L1]
                              .toString();
    REQUIRE_FALSE(elder.isEmpty());
    const QString sheet = cli.write(u"sheet.json"_s, bytesOf(gbtSheet(2)));
    const QString id = cli.done({u"assess"_s, u"add"_s, u"--elder"_s, elder, u"--file"_s, sheet, u"--on"_s,
                                 u"2023-03-01"_s, u"--place"_s, u"友谊中心"_s})
                           .toObject()["id"_L1]
                           .toString();
    CHECK(cli.run({u"assess"_s, u"confirm"_s, id, u"--assessor"_s, u"王芳"_s}).code == 1);
    const QJsonObject confirmed
        = cli.done({u"assess"_s, u"confirm"_s, id, u"--assessor"_s, u"王芳"_s, u"--assessor"_s, u"刘杰"_s}).toObject();
    CHECK(confirmed["state"_L1].toString() == u"confirmed"_s);
    CHECK(confirmed["level"_L1].toString() == u"mild"_s);
    CHECK(confirmed["due_on"_L1].toString() == u"2024-03-01"_s);
    CHECK(cli.done({u"assess"_s, u"show"_s, id}).toObject()["score"_L1]["total"_L1].toInt() == 88);
    const QJsonArray due = cli.done({u"assess"_s, u"due"_s, u"--on"_s, u"2024-02-20"_s}).toArray();
    REQUIRE(due.size() == 1);
    CHECK(due[0]["elder"_L1].toString() == elder);
    CHECK(due[0]["expired"_L1] == QJsonValue(false));
    CHECK(cli.done({u"assess"_s, u"list"_s, u"--elder"_s, elder}).toArray().size() == 1);
}

TEST_CASE("records of assessments are all or nothing, and the same again changes nothing", "[app][assessments]")
{
    CommandLine cli;
    cli.init();
    const QByteArray elder = R"({"record":"elder","id":1001,"name":"王秀英","sex":"female","born":"1950-03-05"})"
                             "\n";
    QJsonObject sheet = gbtSheet();
    sheet.insert(u"id"_s, 7001);
    const QString good = cli.write(u"good.jsonl"_s, elder + record(sheet, u"1001"_s, u"2023-06-01"_s));
    CHECK(cli.done({u"import"_s, u"records"_s, good}).toObject()["written"_L1]["assessment"_L1].toInt() == 1);
    cli.done({u"import"_s, u"records"_s, good});
    CHECK(cli.done({u"assess"_s, u"show"_s, u"7001"_s}).toObject()["revision"_L1].toInt() == 1);

    QJsonObject gap = gbtSheet();
    QJsonObject answers = gap["answers"_L1].toObject();
    answers.remove(u"B.3.9"_s);
    gap.insert(u"answers"_s, answers);
    const QString bad = cli.write(
        u"bad.jsonl"_s, record(gbtSheet(1), u"1001"_s, u"2024-06-01"_s) + record(gap, u"1001"_s, u"2025-06-01"_s));
    const Outcome refused = cli.run({u"import"_s, u"records"_s, bad});
    CHECK(refused.code == 1);
    CHECK(refused.object()["problems"_L1][0]["line"_L1].toInt() == 2);
    CHECK(refused.object()["problems"_L1][0]["text"_L1].toString().contains(u"B.3.9"_s));
    CHECK(cli.done({u"assess"_s, u"list"_s, u"--elder"_s, u"1001"_s}).toArray().size() == 1);
}
