// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/catch.h"

#include "core/elders/fact_repository.h"
#include "core/rules/evaluator.h"
#include "core/rules/policy_shelf.h"
#include "core/rules/wording.h"
#include "songhe_source_dir.h"

#include <QtCore/QFile>

using namespace songhe;
using namespace Qt::StringLiterals;

namespace {

const Policy& mealPolicy()
{
    static const PolicyShelf shelf = *PolicyShelf::builtIn();
    return *shelf.version(u"baotou-2020-meals"_s, 1);
}

Facts someFacts(QDate day, std::vector<KnownFact> known)
{
    return {day, QDate(1950, 3, 5), std::nullopt, std::move(known)};
}

KnownFact held(qint64 id, const QString& kind, const QString& value, QDate from = {2020, 1, 1})
{
    return {id, kind, value, from, std::nullopt};
}

Wording testWording()
{
    return Wording(
        [](const QString& code) {
            return code == u"150200" ? u"包头市"_s : code == u"152921" ? u"阿拉善左旗"_s : QString();
        },
        factWords);
}

QString saidOf(const Facts& facts, std::vector<qint64> used = {})
{
    return testWording().text(&mealPolicy(), evaluate(mealPolicy(), facts, used));
}

} // namespace

TEST_CASE("a verdict says in words why it pays or not", "[rules]")
{
    const KnownFact here = held(1, u"registered_division"_s, u"150204"_s);
    const KnownFact poor = held(2, u"economic_category"_s, u"subsistence"_s);
    const QDate day(2021, 9, 3);
    CHECK(saidOf(someFacts(day, {here, poor})) == u"pays 3.00 yuan: subsistence, registered in 包头市"_s);
    CHECK(saidOf(someFacts(day, {held(1, u"registered_division"_s, u"152921"_s, {2021, 5, 3}), poor}))
          == u"not payable: registered in 阿拉善左旗 from 2021-05-03, policy wants 包头市"_s);
    CHECK(saidOf(someFacts(day, {here, held(3, u"declared_ability"_s, u"severe"_s)}))
          == u"pays 3.00 yuan: severe disability (declared), registered in 包头市"_s);
    CHECK(saidOf(someFacts(day,
                           {here, held(3, u"living"_s, u"alone"_s), held(4, u"economic_category"_s, u"low_income"_s)}))
          == u"not payable: in none of the payable categories that day (on file: low income, lives alone)"_s);
    CHECK(saidOf(someFacts(day, {here}))
          == u"not payable: in none of the payable categories that day (on file: nothing)"_s);
    CHECK(saidOf(someFacts(day, {here, poor}), {1}) == u"not payable: 1 meal that day already, policy pays 1 a day"_s);
    CHECK(
        saidOf(someFacts(day, {here, poor}), {0, 19999800})
        == u"not payable: the meal point has used 199,998.00 of its 200,000.00 yuan for the year, less than one meal is left"_s);
    CHECK(saidOf(someFacts({2023, 2, 1}, {here, poor}))
          == u"not payable: the policy baotou-2020-meals ended on 2022-12-31"_s);
    Facts young = someFacts(day, {here, poor});
    young.born = QDate(1961, 10, 5);
    CHECK(saidOf(young) == u"not payable: 59 years old, reaches 60 on 2021-10-05"_s);
    young.died = QDate(2021, 9, 2);
    CHECK(saidOf(young) == u"not payable: died on 2021-09-02"_s);
    Facts old = someFacts(day, {here});
    old.born = QDate(1921, 9, 3);
    CHECK(saidOf(old) == u"pays 3.00 yuan: aged 100 or over, registered in 包头市"_s);
}

TEST_CASE("the Chinese words of the policy are filled in like the English", "[rules]")
{
    Policy chinese = mealPolicy();
    for (Words& words : chinese.reasons)
        words.en = words.zh; // shows the zh words whatever language the test runs in
    const Facts facts = someFacts({2026, 6, 1}, {held(1, u"registered_division"_s, u"152921"_s, {2026, 5, 3})});
    chinese.validTo.reset();
    CHECK(testWording().text(&chinese, evaluate(chinese, facts).reason)
          == u"2026-05-03 起户籍在阿拉善左旗，政策要求包头市"_s);
}

TEST_CASE("a place that could not be told counts as none and is not printed", "[rules]")
{
    const Facts facts = someFacts(
        {2021, 9, 3},
        {held(1, u"registered_division"_s, u"15号院"_s), held(2, u"economic_category"_s, u"subsistence"_s)});
    CHECK(saidOf(facts)
          == u"not payable: no registered division on file for that day, policy wants 包头市; "
             "please add it to the file"_s);
}

TEST_CASE("a verdict names the facts that decided", "[rules]")
{
    const Verdict verdict
        = evaluate(mealPolicy(),
                   someFacts({2021, 9, 3},
                             {held(11, u"registered_division"_s, u"150204"_s), held(12, u"living"_s, u"alone"_s),
                              held(13, u"living"_s, u"left_behind"_s)}));
    CHECK(verdict.payable());
    CHECK(verdict.facts == std::vector<qint64> {11, 13});
    CHECK(verdict.reason.values.value(u"category"_s) == u"living:left_behind"_s);
}

TEST_CASE("an assessed level counts before the declared one", "[rules]")
{
    const KnownFact here = held(1, u"registered_division"_s, u"150204"_s);
    CHECK(evaluate(mealPolicy(), someFacts({2021, 9, 3}, {here, held(2, u"assessed_ability"_s, u"moderate"_s)}))
              .payable());
    CHECK_FALSE(evaluate(mealPolicy(),
                         someFacts({2021, 9, 3},
                                   {here, held(2, u"assessed_ability"_s, u"mild"_s),
                                    held(3, u"declared_ability"_s, u"severe"_s)}))
                    .payable());
}

TEST_CASE("the rest of a cap is paid in part only where that was chosen", "[rules]")
{
    Policy partial = mealPolicy();
    for (PolicySetting& setting : partial.settings)
        if (setting.key == u"last_unit")
            setting.chosen = u"partial"_s;
    const Facts facts
        = someFacts({2021, 9, 3},
                    {held(1, u"registered_division"_s, u"150204"_s), held(2, u"economic_category"_s, u"destitute"_s)});
    const std::vector<qint64> almost {0, 19999800}, full {0, 20000000};
    CHECK(evaluate(partial, facts, almost).fen == Fen {200});
    CHECK_FALSE(evaluate(partial, facts, full).payable());
    CHECK_FALSE(evaluate(mealPolicy(), facts, almost).payable());
}

TEST_CASE("an age is reached on the birthday, by those of 29 February on 1 March, unless chosen otherwise", "[rules]")
{
    CHECK(ageOn({1961, 9, 3}, {2021, 9, 2}) == 59);
    CHECK(ageOn({1961, 9, 3}, {2021, 9, 3}) == 60);
    CHECK(ageOn({1961, 9, 3}, {2021, 9, 3}, {true, false}) == 59);
    CHECK(ageOn({1960, 2, 29}, {2021, 2, 28}) == 60);
    CHECK(ageOn({1960, 2, 29}, {2021, 3, 1}) == 61);
    CHECK(ageOn({1960, 2, 29}, {2021, 2, 28}, {false, true}) == 61);
    CHECK(reachesAge({1960, 2, 29}, 60) == QDate(2020, 2, 29));
    CHECK(ageOn({2020, 1, 1}, {2019, 1, 1}) == 0);
}

TEST_CASE("the year of a cap begins where the setting says", "[rules]")
{
    Policy policy = mealPolicy();
    CHECK(policy.periodStart(Limit::Per::Year, {2021, 9, 3}) == QDate(2021, 1, 1));
    for (PolicySetting& setting : policy.settings)
        if (setting.key == u"year")
            setting.chosen = u"from-04"_s;
    CHECK(policy.periodStart(Limit::Per::Year, {2021, 3, 31}) == QDate(2020, 4, 1));
    CHECK(policy.periodStart(Limit::Per::Year, {2021, 4, 1}) == QDate(2021, 4, 1));
    CHECK(policy.periodStart(Limit::Per::Month, {2021, 4, 30}) == QDate(2021, 4, 1));
}

TEST_CASE("an expired assessment holds the line, unless another group pays or another condition refuses", "[rules]")
{
    const QDate day(2021, 9, 11);
    const KnownFact here = held(1, u"registered_division"_s, u"150204"_s);
    const KnownFact elsewhere = held(1, u"registered_division"_s, u"152921"_s);
    const KnownFact declared = held(2, u"declared_ability"_s, u"severe"_s);
    const KnownFact expired = held(3, u"expired_ability"_s, u"mild"_s, day);
    const Verdict verdict = evaluate(mealPolicy(), someFacts(day, {declared, here, expired}));
    CHECK(verdict.outcome == Verdict::Outcome::Held);
    CHECK(verdict.fen == Fen {0});
    CHECK(verdict.facts == std::vector<qint64> {3});
    CHECK(testWording().text(&mealPolicy(), verdict)
          == u"held: the assessment ended on 2021-09-10 (mild disability); please assess her anew"_s);
    CHECK(evaluate(mealPolicy(), someFacts(day, {declared, here})).payable()); // none ever: the declared level counts
    CHECK(evaluate(mealPolicy(), someFacts(day, {held(4, u"living"_s, u"empty_nest"_s), here, expired})).payable());
    CHECK(evaluate(mealPolicy(), someFacts(day, {elsewhere, expired})).reason.code == u"REGISTERED_ELSEWHERE"_s);
    const std::vector<qint64> servedOnce {1};
    CHECK(evaluate(mealPolicy(), someFacts(day, {here, expired}), servedOnce).reason.code == u"DAY_LIMIT"_s);
}

TEST_CASE("a condition on attendance holds by the day's record, and rests where the centre chose not to ask", "[rules]")
{
    QFile file(QStringLiteral(SONGHE_SOURCE_DIR "/tests/data/policies/day-care.json"));
    REQUIRE(file.open(QIODevice::ReadOnly));
    Policy policy = *Policy::read(file.readAll(), u"day-care.json"_s);
    REQUIRE(policy.asksAttendance());
    const QDate day(2021, 9, 3);
    const auto judged = [&](const QString& came) {
        Facts facts = someFacts(day, {held(0, u"service_item"_s, u"day_care"_s, day)});
        if (!came.isEmpty())
            facts.known.push_back(held(0, u"attended"_s, came, day));
        facts.measures.granted = Fen {1500};
        return evaluate(policy, facts);
    };
    CHECK(judged(u"yes"_s).fen == Fen {1500});
    CHECK(judged(u"yes"_s).reason.values.value(u"attended"_s) == u"attended:yes"_s);
    CHECK(judged(u"no"_s).reason.code == u"NOT_ATTENDED"_s);
    CHECK(judged(u"no"_s).reason.values.value(u"from"_s) == u"2021-09-03"_s);
    CHECK(judged({}).reason.code == u"NOT_ATTENDED"_s);
    PolicySetting setting;
    setting.key = u"attendance"_s;
    setting.choices = QStringList {u"not_required"_s, u"required"_s};
    setting.chosen = u"not_required"_s;
    policy.settings.push_back(setting);
    CHECK(judged(u"no"_s).fen == Fen {1500});
}
