// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/catch.h"

#include "core/rules/fact_timeline.h"

using namespace songhe;
using namespace Qt::StringLiterals;

namespace {

QStringList valuesOn(const FactTimeline& timeline, QDate day)
{
    QStringList values;
    for (const KnownFact& fact : timeline.asOf(day).known)
        values << fact.value;
    return values;
}

} // namespace

TEST_CASE("a fact holds from its first to its last day, both included", "[rules]")
{
    const FactTimeline timeline({}, {},
                                {{1, u"economic_category"_s, u"subsistence"_s, {2021, 9, 10}, QDate(2021, 9, 20)}},
                                {u"economic_category"_s});
    CHECK(valuesOn(timeline, {2021, 9, 9}).isEmpty());
    CHECK(valuesOn(timeline, {2021, 9, 10}).size() == 1);
    CHECK(valuesOn(timeline, {2021, 9, 20}).size() == 1);
    CHECK(valuesOn(timeline, {2021, 9, 21}).isEmpty());
}

TEST_CASE("where one fact of a kind holds, the newest counts; where several may hold, all do", "[rules]")
{
    const FactTimeline timeline({}, {},
                                {{3, u"economic_category"_s, u"low_income"_s, {2021, 5, 1}, {}},
                                 {1, u"economic_category"_s, u"subsistence"_s, {2020, 1, 1}, {}},
                                 {4, u"living"_s, u"alone"_s, {2020, 1, 1}, {}},
                                 {5, u"living"_s, u"empty_nest"_s, {2020, 1, 1}, {}}},
                                {u"economic_category"_s});
    CHECK(valuesOn(timeline, {2021, 4, 30}) == QStringList {u"subsistence"_s, u"alone"_s, u"empty_nest"_s});
    CHECK(valuesOn(timeline, {2021, 5, 1}) == QStringList {u"low_income"_s, u"alone"_s, u"empty_nest"_s});
}

TEST_CASE("between two changes every day has the same facts, ages and life", "[rules]")
{
    const FactTimeline timeline(QDate(1961, 2, 28), QDate(2021, 11, 5),
                                {{1, u"living"_s, u"alone"_s, {2021, 9, 10}, QDate(2021, 9, 20)}}, {});
    CHECK(timeline.changesAfter({2021, 9, 1}) == QDate(2021, 9, 10));
    CHECK(timeline.changesAfter({2021, 9, 10}) == QDate(2021, 9, 21));
    CHECK(timeline.changesAfter({2021, 9, 21}) == QDate(2021, 11, 6));
    CHECK(timeline.changesAfter({2021, 2, 1}) == QDate(2021, 2, 28));
    CHECK_FALSE(FactTimeline().changesAfter({2021, 2, 1}).isValid());
}

TEST_CASE("an assessment that is over stays known as expired until another one holds", "[rules]")
{
    const FactTimeline timeline({}, {},
                                {{1, u"assessed_ability"_s, u"mild"_s, {2019, 1, 1}, QDate(2020, 1, 1)},
                                 {2, u"assessed_ability"_s, u"severe"_s, {2020, 1, 2}, QDate(2021, 9, 10)},
                                 {3, u"assessed_ability"_s, u"moderate"_s, {2021, 9, 20}, {}}},
                                {u"assessed_ability"_s});
    CHECK(valuesOn(timeline, {2021, 9, 10}) == QStringList {u"severe"_s});
    const Facts between = timeline.asOf({2021, 9, 11});
    REQUIRE(between.expiredAbility());
    CHECK(between.expiredAbility()->id == 2);
    CHECK(between.expiredAbility()->from == QDate(2021, 9, 11));
    CHECK(timeline.changesAfter({2021, 9, 1}) == QDate(2021, 9, 11));
    CHECK(valuesOn(timeline, {2021, 9, 20}) == QStringList {u"moderate"_s});
    CHECK_FALSE(timeline.asOf({2021, 9, 20}).expiredAbility());
}
