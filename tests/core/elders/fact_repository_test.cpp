// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/catch.h"

#include "core/elders/elder_repository.h"
#include "core/elders/fact_repository.h"
#include "tests/support/test_store.h"

using namespace songhe;
using namespace Qt::StringLiterals;

namespace {

void addFact(Ledger& ledger, qint64 elder, FactKind kind, const QString& value, QDate from,
             std::optional<QDate> to = {})
{
    Fact fact;
    fact.elder = Id<Elder> {elder};
    fact.kind = kind;
    fact.value = value;
    fact.from = from;
    fact.to = to;
    fact.learnedOn = from;
    REQUIRE(ElderRepository(ledger).addFact(fact));
}

void addBareElder(Ledger& ledger, qint64 id, QDate born, std::optional<QDate> died = {})
{
    Elder elder;
    elder.id = Id<Elder> {id};
    elder.name = u"甲"_s + QString::number(id);
    elder.born = born;
    elder.died = died;
    REQUIRE(RecordTable<Elder>(ledger).add(elder));
}

} // namespace

TEST_CASE("the facts of a day are that day's, one elder or all at once", "[elders][facts]")
{
    TestStore store;
    addBareElder(*store, 1001, {1950, 3, 5}, QDate(2021, 9, 30));
    addBareElder(*store, 1002, {1961, 9, 15});
    addFact(*store, 1001, FactKind::EconomicCategory, u"subsistence"_s, {2020, 1, 1}, QDate(2021, 9, 9));
    addFact(*store, 1001, FactKind::EconomicCategory, u"low_income"_s, {2021, 9, 10});
    addFact(*store, 1002, FactKind::Living, u"alone"_s, {2020, 1, 1});
    addFact(*store, 1002, FactKind::FamilyDoctor, u"第二医院"_s, {2020, 1, 1});

    FactRepository facts(*store);
    CHECK(facts.asOf(Id<Elder> {1001}, {2021, 9, 9})->known.front().value == u"subsistence"_s);
    CHECK(facts.asOf(Id<Elder> {1001}, {2021, 9, 10})->known.front().value == u"low_income"_s);
    CHECK(facts.asOf(Id<Elder> {1001}, {2021, 9, 10})->died == QDate(2021, 9, 30));
    CHECK(facts.asOf(Id<Elder> {1002}, {2021, 9, 10})->known.size() == 2);

    const auto all = facts.timelines({u"economic_category"_s, u"living"_s});
    REQUIRE(all);
    REQUIRE(all->size() == 2);
    CHECK(all->at(1001).asOf({2021, 9, 9}).known.front().value == u"subsistence"_s);
    CHECK(all->at(1002).asOf({2021, 9, 9}).known.size() == 1);
    CHECK(all->at(1002).asOf({2021, 9, 9}).born == QDate(1961, 9, 15));
}

TEST_CASE("a void fact is no longer true of any day", "[elders][facts]")
{
    TestStore store;
    addBareElder(*store, 1001, {1950, 3, 5});
    addFact(*store, 1001, FactKind::EconomicCategory, u"subsistence"_s, {2020, 1, 1});
    FactRepository facts(*store);
    ElderRepository elders(*store);
    const auto listed = elders.factsOf(Id<Elder> {1001});
    REQUIRE(listed->size() == 1);
    REQUIRE(elders.voidFact(listed->front().id, u"entered for the wrong person"_s));
    CHECK(facts.asOf(Id<Elder> {1001}, {2021, 9, 3})->known.empty());
    CHECK(facts.timelines({u"economic_category"_s})->at(1001).asOf({2021, 9, 3}).known.empty());
}
