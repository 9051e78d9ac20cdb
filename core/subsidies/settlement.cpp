// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/subsidies/settlement.h"

#include "core/subsidies/meal_settlement.h"
#include "core/subsidies/unit_settlement.h"

#include <QtCore/QCryptographicHash>

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

} // namespace

void addUp(Claim& claim, const SettledUnit& unit)
{
    claim.paid.value += unit.amount.value;
    if (unit.kind == LineKind::Adjustment) {
        claim.adjustmentCount = claim.adjustmentCount.value_or(0) + 1;
        claim.adjustments = Fen {claim.adjustments.value_or(Fen {}).value + unit.amount.value};
        return;
    }
    switch (unit.judged.verdict.outcome) {
    case Verdict::Outcome::Pays:
        claim.paidCount += 1;
        break;
    case Verdict::Outcome::Refused:
        claim.refusedCount += 1;
        break;
    case Verdict::Outcome::Held:
        claim.heldCount += 1;
        break;
    }
}

Result<Settlement> settle(Ledger& ledger, const PolicyShelf& shelf, const QString& policyId, const Period& period,
                          const SettleOptions& options, const SettledUnitSink& each, Progress& progress)
{
    RETURN_IF_ERROR(shelf.mustKnow(policyId));
    Claim claim;
    claim.policy = policyId;
    claim.period = period.text();
    claim.from = period.first();
    claim.to = period.last();
    if (!options.takesCorrections)
        claim.correctionsElsewhere = true;
    describePolicies(claim, policiesOf(shelf, policyId, period));
    SignedLines lines;
    if (!options.asIfUnsigned) {
        ASSIGN_OR_RETURN(lines, SignedLines::load(ledger, policyId));
    }
    PolicyCalendar calendar(shelf, policyId);
    RETURN_IF_ERROR(lines.pin(calendar, shelf));
    const Policy* newest = calendar.onDayOrNearest(period.last());
    if (newest && newest->pays.unit != Pays::Unit::Meal)
        return UnitSettlement(ledger, std::move(calendar), lines, period, options, each).run(std::move(claim));
    return MealSettlement(ledger, std::move(calendar), lines, period, options, each, progress).run(std::move(claim));
}

} // namespace songhe
