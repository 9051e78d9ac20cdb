// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/evaluator.h"

namespace songhe {

using namespace Qt::StringLiterals;

namespace {

/// A held unit takes no money yet, but a day's second meal is never going to be paid, whatever becomes of the first.
bool limitMeets(const Limit& limit, const Verdict& judged)
{
    return judged.payable() || limit.count == Limit::Count::Served;
}

} // namespace

Verdict judgeConditions(const Policy& policy, const Facts& facts)
{
    if (!policy.covers(facts.on))
        return notValidOn(facts.on, policy.id, &policy);
    if (facts.fileVoid)
        return Verdict::refused({reason_code::fileVoid.toString(), {}});
    // The day of death itself is payable; the days after it are not.
    if (facts.died && facts.on > *facts.died)
        return Verdict::refused({reason_code::afterDeath.toString(), {{u"died"_s, facts.died->toString(Qt::ISODate)}}});

    std::optional<Verdict> held; // a plain no of a later condition outranks it
    if (!facts.away.isEmpty() && (policy.pays.unit == Pays::Unit::Meal || policy.pays.unit == Pays::Unit::Service))
        held = Verdict::held({reason_code::away.toString(), {{u"why"_s, facts.away}}});
    if (!held && facts.bornDiffers && policy.asksAge())
        held = Verdict::held({reason_code::birthDiffers.toString(), {}});
    Reason paid {policy.pays.reason, {}};
    std::vector<qint64> decided;
    for (const Condition& condition : policy.conditions) {
        if (condition.fact == attendedKind && !policy.asksAttendance())
            continue; // the text leaves it open, and the centre chose not to ask
        Condition::Finding finding = condition.test(facts, policy.ageRule());
        if (finding.held) {
            if (!held)
                held = Verdict::held({finding.code, std::move(finding.values)}, std::move(finding.facts));
            continue;
        }
        if (!finding.holds)
            return Verdict::refused({finding.code, std::move(finding.values)}, std::move(finding.facts));
        decided.insert(decided.end(), finding.facts.begin(), finding.facts.end());
        if (condition.as.isEmpty())
            continue;
        paid.values.insert(condition.as, finding.ground);
        paid.values.insert(condition.as + u"_want"_s, finding.values.value(u"want"_s));
    }
    if (held)
        return *std::move(held);
    return amountOf(policy, facts, std::move(paid), std::move(decided));
}

Verdict applyLimits(const Policy& policy, const Verdict& judged, std::span<const qint64> used)
{
    if (judged.outcome == Verdict::Outcome::Refused)
        return judged;
    Fen amount = judged.fen;
    for (std::size_t i = 0; i < policy.limits.size(); ++i) {
        const Limit& limit = policy.limits[i];
        if (!limitMeets(limit, judged))
            continue;
        const qint64 before = i < used.size() ? used[i] : 0;
        const qint64 left = limit.most - before;
        const bool money = limit.count == Limit::Count::Fen;
        if (money && left > 0 && left < amount.value && policy.paysPart())
            amount = Fen {left};
        if (left < (money ? amount.value : 1))
            return Verdict::refused(
                {limit.reason, {{u"most"_s, QString::number(limit.most)}, {u"used"_s, QString::number(before)}}},
                judged.facts);
    }
    if (amount == judged.fen)
        return judged;
    Verdict part = judged;
    part.fen = amount;
    part.reason.values.insert(u"fen"_s, QString::number(amount.value));
    return part;
}

bool limitsHaveRoom(const Policy& policy, const Verdict& judged, std::span<const qint64> used)
{
    for (std::size_t i = 0; i < policy.limits.size(); ++i) {
        const Limit& limit = policy.limits[i];
        if (!limitMeets(limit, judged))
            continue;
        const qint64 wanted = limit.count == Limit::Count::Fen ? judged.fen.value : 1;
        if (limit.most - (i < used.size() ? used[i] : 0) < wanted)
            return false;
    }
    return true;
}

Verdict evaluate(const Policy& policy, const Facts& facts, std::span<const qint64> used)
{
    return applyLimits(policy, judgeConditions(policy, facts), used);
}

Verdict notValidOn(QDate day, const QString& policyId, const Policy* nearest)
{
    Reason reason {reason_code::policyNotValid.toString(), {{u"policy"_s, policyId}}};
    if (nearest && day < nearest->validFrom)
        reason.values.insert(u"first"_s, nearest->validFrom.toString(Qt::ISODate));
    else if (nearest && nearest->validTo)
        reason.values.insert(u"last"_s, nearest->validTo->toString(Qt::ISODate));
    return Verdict::refused(std::move(reason));
}

} // namespace songhe
