// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/assessments/answer_sheets.h"

using namespace songhe;
using namespace songhe::tests;
using namespace Qt::StringLiterals;

namespace {

QJsonObject with(QJsonObject json, const QString& key, const QJsonValue& value)
{
    json.insert(key, value);
    return json;
}

QJsonObject sheetOf(const QJsonObject& answers)
{
    return {{u"answers"_s, answers}};
}

QString refusal(const Scale& scale, const QJsonObject& json)
{
    const auto sheet = AnswerSheet::fromJson(scale, json);
    REQUIRE_FALSE(sheet);
    return sheet.error().message;
}

} // namespace

TEST_CASE("GB/T's clauses raise once, or add up where the centre says so", "[assessments]")
{
    const QJsonObject best = sheetOf(bestAnswers(gbt42195()));
    const QJsonObject ill = with(best, u"diagnosed"_s, QJsonArray {u"dementia"_s});
    const QJsonObject fell = with(ill, u"events"_s, QJsonObject {{u"fall"_s, 1}, {u"other"_s, 1}});

    CHECK(scored(gbt42195(), best).final == 0);
    CHECK(scored(gbt42195(), ill).clauses == QStringList {u"G-C2"_s});
    CHECK(scored(gbt42195(), ill).final == 1);
    CHECK(scored(gbt42195(), fell).clauses == QStringList {u"G-C2"_s, u"G-C3"_s});
    CHECK(scored(gbt42195(), fell).final == 1);
    CHECK(scored(gbt42195(), fell, {{u"gbt42195.stacking"_s, u"stack"_s}}).final == 2);
    CHECK(scored(gbt42195(), fell).preliminary == 0);
}

TEST_CASE("no clause raises above the worst level", "[assessments]")
{
    QJsonObject answers = bestAnswers(gbt42195());
    for (int group = 0; group < 4; ++group)
        answerSum(answers, gbt42195(), group, 0);
    const SheetScore score = scored(gbt42195(), with(sheetOf(answers), u"events"_s, QJsonObject {{u"choking"_s, 2}}));
    CHECK(score.total == 0);
    CHECK(score.clauses == QStringList {u"G-C3"_s});
    CHECK(score.final == 4);
}

TEST_CASE("GB/T keeps stupor and coma apart, and only coma decides 'complete'", "[assessments]")
{
    QJsonObject answers = bestAnswers(gbt42195());
    answers.insert(u"B.3.9"_s, 0);
    CHECK(scored(gbt42195(), sheetOf(answers)).final == 1);
    const SheetScore coma = scored(gbt42195(), with(sheetOf(answers), u"coma"_s, true));
    CHECK(coma.preliminary == 1);
    CHECK(coma.final == 4);
    CHECK(coma.clauses == QStringList {u"G-C1"_s});

    answers.insert(u"B.3.9"_s, 1);
    CHECK(refusal(gbt42195(), with(sheetOf(answers), u"coma"_s, true)).startsWith(u"B.3.9:"_s));

    auto sheet = AnswerSheet::fromJson(gbt42195(), sheetOf(answers));
    const int item = gbt42195().itemIndex(u"B.3.9"_s);
    sheet->choose(item, 3);
    CHECK(sheet->coma());
    CHECK(sheet->chosen(item) == 3);
    sheet->choose(item, 2);
    CHECK_FALSE(sheet->coma());
    CHECK(sheet->chosen(item) == 2);
    CHECK(sheet->score(item) == 0);
}

TEST_CASE("MZ/T: coma is its own answer, and a severe preliminary level stops the other clauses", "[assessments]")
{
    QJsonObject answers = bestAnswers(mzt039());
    answers.insert(u"B.3.1"_s, 3);
    const SheetScore coma = scored(mzt039(), sheetOf(answers));
    CHECK(coma.preliminary == 1);
    CHECK(coma.clauses == QStringList {u"C3"_s});
    CHECK(coma.final == 3);

    answerSum(answers, mzt039(), 0, 40);
    const SheetScore severe = scored(mzt039(), with(sheetOf(answers), u"diagnosed"_s, QJsonArray {u"mental"_s}));
    CHECK(severe.preliminary == 3);
    CHECK(severe.clauses == QStringList {u"C4"_s});
    CHECK(severe.final == 3);
}

TEST_CASE("MZ/T: a diagnosed cognition item is a diagnosis; two events of any of four kinds raise", "[assessments]")
{
    QJsonObject answers = bestAnswers(mzt039());
    answers.insert(u"B.2.1"_s, 2);
    CHECK(scored(mzt039(), sheetOf(answers)).clauses == QStringList {u"C1"_s});
    CHECK(scored(mzt039(), sheetOf(answers)).final == 2);

    const QJsonObject best = sheetOf(bestAnswers(mzt039()));
    CHECK(scored(mzt039(), with(best, u"events"_s, QJsonObject {{u"fall"_s, 1}, {u"suicide"_s, 1}})).clauses
          == QStringList {u"C2"_s});
    CHECK(scored(mzt039(), with(best, u"events"_s, QJsonObject {{u"fall"_s, 1}, {u"other"_s, 9}})).clauses.isEmpty());
}

TEST_CASE("a sheet that is not full has sums and grades of its full groups, and no level", "[assessments]")
{
    QJsonObject answers = bestAnswers(mzt039());
    answers.remove(u"B.4.5"_s);
    const auto sheet = AnswerSheet::fromJson(mzt039(), sheetOf(answers));
    REQUIRE(sheet);
    CHECK_FALSE(sheet->isComplete());
    CHECK(sheet->missing() == QStringList {u"B.4.5"_s});
    const SheetScore score = scoreSheet(*sheet);
    CHECK(score.sums[0] == 100);
    CHECK(score.grades[0] == 0);
    CHECK_FALSE(score.grades[3]);
    CHECK_FALSE(score.preliminary);
    CHECK_FALSE(score.final);
}

TEST_CASE("answers that cannot be are refused by their item's code", "[assessments]")
{
    const QJsonObject best = bestAnswers(mzt039());
    CHECK(refusal(mzt039(), sheetOf(with(best, u"B.1.2"_s, 10))).startsWith(u"B.1.2:"_s));
    CHECK(refusal(mzt039(), sheetOf(with(best, u"B.1.1"_s, 7))).startsWith(u"B.1.1:"_s));
    CHECK(refusal(mzt039(), sheetOf(with(best, u"B.1.1"_s, u"10"_s))).startsWith(u"B.1.1:"_s));
    CHECK(refusal(mzt039(), sheetOf(with(best, u"B.1.1"_s, 9.5))).startsWith(u"B.1.1:"_s));
    CHECK(refusal(mzt039(), sheetOf(with(best, u"B.9.1"_s, 0))).startsWith(u"B.9.1:"_s));
    CHECK(refusal(mzt039(), with(sheetOf(best), u"coma"_s, true)).startsWith(u"B.3.1:"_s));
    CHECK(refusal(mzt039(), with(sheetOf(best), u"coma"_s, u"yes"_s)).startsWith(u"coma:"_s));
    CHECK(refusal(mzt039(), with(sheetOf(best), u"events"_s, QJsonObject {{u"fall"_s, -1}}))
              .startsWith(u"events.fall:"_s));
    CHECK(refusal(mzt039(), with(sheetOf(best), u"events"_s, QJsonObject {{u"flood"_s, 1}}))
              .startsWith(u"events.flood:"_s));
    CHECK(refusal(mzt039(), with(sheetOf(best), u"diagnosed"_s, QJsonArray {u"flu"_s})).startsWith(u"diagnosed:"_s));
    CHECK(refusal(gbt42195(), sheetOf(with(bestAnswers(gbt42195()), u"B.2.4"_s, 4))).startsWith(u"B.2.4:"_s));
}
