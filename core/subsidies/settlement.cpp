// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/subsidies/settlement.h"

#include "core/elders/fact_repository.h"
#include "core/meals/meal_counts_repository.h"

#include <QtCore/QCryptographicHash>

#include <map>

namespace songhe {

using namespace Qt::StringLiterals;

namespace {

/// The versions that judge a day of the period, oldest first; where none does, the nearest one.
std::vector<const Policy*> policiesOf(const PolicyShelf& shelf, const QString& id, const Period& period)
{
    std::vector<const Policy*> judging;
    for (const Policy* policy : shelf.versions(id)) {
        bool judges = false;
        for (QDate day = period.first(); day <= period.last() && !judges; day = day.addDays(1))
            judges = shelf.onDay(id, day) == policy;
        if (judges)
            judging.push_back(policy);
    }
    if (judging.empty())
        judging.push_back(shelf.nearest(id, period.first()));
    return judging;
}

void describePolicies(Claim& claim, const std::vector<const Policy*>& policies)
{
    QByteArray digests;
    for (const Policy* policy : policies) {
        claim.versions.append(QJsonObject {{u"version"_s, policy->version},
                                           {u"digest"_s, policy->digest},
                                           {u"draft"_s, policy->isDraft()},
                                           {u"invented"_s, policy->invented}});
        claim.policyVersion = policy->version;
        claim.draftPolicy = claim.draftPolicy || policy->isDraft();
        for (const PolicySetting& setting : policy->settings)
            claim.settings.insert(setting.key, setting.chosen);
        digests += policy->digest.toLatin1();
    }
    // One version stands for itself; a period that several judge is named by all of them.
    claim.policyDigest = policies.size() == 1
        ? policies.front()->digest
        : QString::fromLatin1(QCryptographicHash::hash(digests, QCryptographicHash::Sha256).toHex());
}

/// The cap of each point that was paid anything: used before the period and after it.
QJsonArray capsOf(const MealJudge& judge, const std::map<qint64, qint64>& before, QDate last)
{
    QJsonArray caps;
    for (const auto& [site, paid] : judge.paidInYear(last)) {
        const auto known = before.find(site.value);
        caps.append(QJsonObject {{u"site"_s, site.text()},
                                 {u"before_fen"_s, known == before.end() ? 0 : known->second},
                                 {u"after_fen"_s, paid.value}});
    }
    return caps;
}

void addUp(Claim& claim, const Verdict& verdict)
{
    switch (verdict.outcome) {
    case Verdict::Outcome::Pays:
        claim.paidCount += 1;
        claim.paid.value += verdict.fen.value;
        break;
    case Verdict::Outcome::Refused:
        claim.refusedCount += 1;
        break;
    case Verdict::Outcome::Held:
        claim.heldCount += 1;
        break;
    }
}

} // namespace

Result<Settlement> settle(Ledger& ledger, const PolicyShelf& shelf, const QString& policyId, const Period& period,
                          const SettledMealSink& each, Progress& progress)
{
    RETURN_IF_ERROR(shelf.mustKnow(policyId));
    const std::vector<const Policy*> policies = policiesOf(shelf, policyId, period);
    Settlement settlement;
    Claim& claim = settlement.claim;
    claim.policy = policyId;
    claim.period = period.text();
    claim.from = period.first();
    claim.to = period.last();
    describePolicies(claim, policies);

    QStringList kinds;
    for (const Policy* policy : shelf.versions(policyId)) // an earlier version may judge earlier months of the year
        kinds += policy->factKinds();
    kinds.removeDuplicates();
    ASSIGN_OR_RETURN(auto timelines, FactRepository(ledger).timelines(kinds));
    MealJudge judge(shelf, policyId, std::move(timelines));
    MealCountsRepository meals(ledger);
    const QDate start = MealJudge::startFor(shelf, policyId, period.first());

    // Progress is told by days: counting the meals first would read the index twice.
    const qint64 total = start.daysTo(period.last()) + 1;
    std::optional<std::map<qint64, qint64>> before;
    const auto keepCaps = [&] {
        before.emplace();
        for (const auto& [site, paid] : judge.paidInYear(period.first()))
            before->emplace(site.value, paid.value);
    };
    const auto judgeOne = [&](const MealInOrder& meal) -> Result<void> {
        const bool within = meal.on >= period.first();
        if (within && !before)
            keepCaps();
        const JudgedMeal& judged = judge.judge(meal.elder, meal.site, meal.on);
        RETURN_IF_ERROR(progress.step(start.daysTo(meal.on), total));
        if (!within)
            return {};
        settlement.meals += 1;
        addUp(claim, judged.verdict);
        return each ? each({meal.meal, meal.elder, meal.site, meal.on, judged}) : Result<void>();
    };
    RETURN_IF_ERROR(meals.walk(start, period.last(), judgeOne));
    if (!before)
        keepCaps();
    claim.caps = capsOf(judge, *before, period.last());
    return settlement;
}

} // namespace songhe
