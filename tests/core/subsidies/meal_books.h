// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/elders/elder_repository.h"
#include "core/elders/fact_repository.h"
#include "core/meals/meal_outlook.h"
#include "core/rules/policy_desk.h"
#include "core/subsidies/settlement_desk.h"
#include "tests/support/catch.h"
#include "tests/support/test_store.h"

namespace songhe::tests {

inline const QString mealPolicyId = QStringLiteral("baotou-2020-meals");

/// A centre with two meal points and people whose facts and meals are written in one line each.
class MealBooks {
public:
    MealBooks()
        : shelf(*PolicyDesk(*store).shelf())
    {
        for (const qint64 id : {1, 2}) {
            Site site;
            site.id = Id<Site> {id};
            site.code = QStringLiteral("P%1").arg(id);
            site.name = QStringLiteral("食堂%1").arg(id);
            REQUIRE(RecordTable<Site>(*store).add(site));
        }
    }

    /// Registered in 包头市青山区 and, unless told otherwise, on subsistence since 2020.
    void elder(qint64 id, QDate born = {1950, 3, 5}, const QString& category = QStringLiteral("subsistence"))
    {
        Elder elder;
        elder.id = Id<Elder> {id};
        elder.name = QStringLiteral("王秀英");
        elder.born = born;
        REQUIRE(RecordTable<Elder>(*store).add(elder));
        fact(id, FactKind::RegisteredDivision, QStringLiteral("150204"), {2020, 1, 1});
        if (!category.isEmpty())
            fact(id, FactKind::EconomicCategory, category, {2020, 1, 1});
    }

    Id<Fact> fact(qint64 elder, FactKind kind, const QString& value, QDate from, std::optional<QDate> to = {})
    {
        Fact fact;
        fact.elder = Id<Elder> {elder};
        fact.kind = kind;
        fact.value = value;
        fact.from = from;
        fact.to = to;
        fact.learnedOn = from;
        const auto added = ElderRepository(*store).addFact(fact);
        REQUIRE(added);
        return added->id;
    }

    void endFact(Id<Fact> id, QDate last)
    {
        ElderRepository elders(*store);
        Fact fact = **elders.findFact(id);
        fact.to = last;
        REQUIRE(elders.changeFact(fact));
    }

    void died(qint64 id, QDate day)
    {
        RecordTable<Elder> elders(*store);
        Elder elder = **elders.find(Id<Elder> {id});
        elder.died = day;
        REQUIRE(elders.change(elder));
    }

    Meal meal(qint64 id, qint64 elder, QDate day, qint64 site = 1, QTime time = QTime(11, 40),
              Sitting sitting = Sitting::Lunch)
    {
        Meal meal = unwritten(elder, day, site, time);
        meal.id = Id<Meal> {id};
        meal.sitting = sitting;
        REQUIRE(RecordTable<Meal>(*store).add(meal));
        return meal;
    }

    static Meal unwritten(qint64 elder, QDate day, qint64 site = 1, QTime time = QTime(11, 40))
    {
        Meal meal;
        meal.elder = Id<Elder> {elder};
        meal.site = Id<Site> {site};
        meal.servedOn = day;
        meal.at = Clock::momentOf(day, time);
        return meal;
    }

    void voidMeal(qint64 id)
    {
        REQUIRE(RecordTable<Meal>(*store).voidRecord(Id<Meal> {id}, QStringLiteral("slip of the hand")));
    }

    SettlementDesk desk() { return SettlementDesk(*store, shelf, Wording({}, factWords)); }

    /// 'meal fen CODE' for every meal of the period.
    QStringList lines(const QString& period)
    {
        QStringList shown;
        Progress progress;
        const auto claim = desk().settle(
            mealPolicyId, *Period::fromText(period),
            [&](const SettledUnit& meal) -> Result<void> {
                const Verdict& verdict = meal.judged.verdict;
                shown << meal.meal.text() + u' ' + QString::number(verdict.fen.value) + u' ' + verdict.reason.code;
                return {};
            },
            progress);
        REQUIRE(claim);
        return shown;
    }

    Claim write(const QString& period)
    {
        Progress progress;
        const auto claim = desk().write(mealPolicyId, *Period::fromText(period), progress);
        INFO((claim ? std::string() : claim.error().message.toStdString() + claim.error().detail.toStdString()));
        REQUIRE(claim);
        return *claim;
    }

    /// The yearly cap of a point made smaller, so that a test need not serve 66,666 meals.
    void capAt(qint64 fen)
    {
        Policy policy = *shelf.version(mealPolicyId, 1);
        for (Limit& limit : policy.limits)
            if (limit.count == Limit::Count::Fen)
                limit.most = fen;
        replacePolicy(policy);
    }

    void replacePolicy(Policy policy)
    {
        shelf = PolicyShelf();
        REQUIRE(shelf.add(std::move(policy)));
    }

    TestStore store;
    PolicyShelf shelf;
};

} // namespace songhe::tests
