// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/subsidies/unit_settlement.h"

#include "core/elders/fact_repository.h"
#include "core/subsidies/claim_repository.h"

#include <QtCore/QCryptographicHash>

#include <algorithm>

namespace songhe {

using namespace Qt::StringLiterals;

UnitSettlement::UnitSettlement(Ledger& ledger, PolicyCalendar calendar, const SignedLines& lines, const Period& period,
                               const SettleOptions& options, const SettledUnitSink& each)
    : m_ledger(ledger)
    , m_calendar(std::move(calendar))
    , m_lines(lines)
    , m_period(period)
    , m_options(options)
    , m_each(each)
{ }

UnitSettlement::Key UnitSettlement::keyOf(const QString& family, qint64 record, QDate on)
{
    return {family, record, QDate(on.year(), on.month(), 1)};
}

qint64 UnitSettlement::whose(Limit::Scope scope, const EvidenceUnit& unit)
{
    switch (scope) {
    case Limit::Scope::Elder:
        return unit.elder.value;
    case Limit::Scope::Site:
        return unit.site.value;
    case Limit::Scope::Facility:
        return unit.facility;
    case Limit::Scope::Project:
        return unit.project;
    }
    return 0;
}

UnitSettlement::LimitKey UnitSettlement::limitKey(const Policy& policy, std::size_t limit,
                                                  const EvidenceUnit& unit) const
{
    return {int(limit), whose(policy.limits[limit].scope, unit), policy.periodOf(policy.limits[limit].per, unit.on)};
}

JudgedUnit UnitSettlement::judge(const EvidenceUnit& unit) const
{
    JudgedUnit judged;
    judged.policy = m_calendar.onDay(unit.facts.on);
    judged.verdict = judged.policy
        ? judgeConditions(*judged.policy, unit.facts)
        : notValidOn(unit.facts.on, m_calendar.policyId(), m_calendar.onDayOrNearest(unit.facts.on));
    return judged;
}

JudgedUnit UnitSettlement::limited(const EvidenceUnit& unit, const JudgedUnit& judged) const
{
    if (!judged.policy || judged.verdict.outcome == Verdict::Outcome::Refused)
        return judged;
    std::vector<qint64> used;
    for (std::size_t i = 0; i < judged.policy->limits.size(); ++i) {
        const auto known = m_used.find(limitKey(*judged.policy, i, unit));
        used.push_back(known == m_used.end() ? 0 : known->second);
    }
    JudgedUnit bounded;
    bounded.policy = judged.policy;
    bounded.verdict = applyLimits(*judged.policy, judged.verdict, used);
    return bounded;
}

void UnitSettlement::count(const EvidenceUnit& unit, const Verdict& verdict, qint64 fen, int units)
{
    const Policy* policy = m_calendar.onDayOrNearest(unit.on);
    for (std::size_t i = 0; policy && i < policy->limits.size(); ++i) {
        qint64& used = m_used[limitKey(*policy, i, unit)];
        if (policy->limits[i].count == Limit::Count::Served)
            used += units;
        else if (verdict.payable() || fen > 0)
            used += policy->limits[i].count == Limit::Count::Paid ? units : fen;
    }
}

Result<std::map<UnitSettlement::Key, SignedUnit>> UnitSettlement::signedUnits()
{
    std::map<Key, SignedUnit> found;
    if (m_lines.isEmpty())
        return found;
    SignedLines::Days days(m_ledger, m_lines);
    std::vector<SignedUnit> units;
    for (QDate day = m_lines.first(); day <= m_lines.last(); day = day.addDays(1)) {
        RETURN_IF_ERROR(days.take(day, units));
        for (SignedUnit& unit : units)
            found.emplace(keyOf(unit.evidence, unit.record, unit.on), unit);
    }
    return found;
}

Result<Settlement> UnitSettlement::run(Claim head)
{
    m_settlement.claim = std::move(head);
    QStringList kinds;
    bool asksAttendance = false; // one of them: what was signed under an earlier version is judged again by that one
    for (const Policy* version : m_calendar.versions()) {
        kinds += version->factKinds();
        asksAttendance = asksAttendance || version->asksAttendance();
    }
    kinds.removeDuplicates();
    ASSIGN_OR_RETURN(m_people, FactRepository(m_ledger).timelines(kinds));
    const Policy* policy = m_calendar.onDayOrNearest(m_period.last());
    QDate start = m_calendar.startFor(m_period.first());
    for (const Limit& limit : policy->limits)
        if (limit.per == Limit::Per::Once)
            start = QDate(2000, 1, 1); // what came before any period counts
    const QDate first = m_lines.isEmpty() ? start : std::min(start, m_lines.first());
    const QDate last = m_lines.isEmpty() ? m_period.last() : std::max(m_period.last(), m_lines.last());
    ASSIGN_OR_RETURN(m_claimed,
                     ClaimRepository(m_ledger).claimedElsewhere(
                         policy->pays.evidence, policy->stackableWith + QStringList {m_calendar.policyId()},
                         m_period.first(), m_period.last()));
    ASSIGN_OR_RETURN(const std::vector<EvidenceUnit> units,
                     EvidenceRepository(m_ledger, m_people).units(*policy, first, last, asksAttendance));
    ASSIGN_OR_RETURN(const auto granted, signedUnits());
    RETURN_IF_ERROR(settleSigned(units, granted));
    RETURN_IF_ERROR(settleUnsigned(units, granted));
    return std::move(m_settlement);
}

/// What signed lines come to by what is known now; first what is less, so that what is more finds its room.
Result<void> UnitSettlement::settleSigned(const std::vector<EvidenceUnit>& units,
                                          const std::map<Key, SignedUnit>& granted)
{
    std::map<Key, const EvidenceUnit*> known;
    for (const EvidenceUnit& unit : units)
        known.emplace(keyOf(unit.family, unit.record, unit.on), &unit);
    JudgedUnit gone;
    gone.verdict = Verdict::refused({reason_code::recordVoid.toString(), {}});
    std::vector<std::pair<const EvidenceUnit*, const SignedUnit*>> more;
    for (const auto& [key, unit] : granted) {
        const auto found = known.find(key);
        const EvidenceUnit* now = found == known.end() ? nullptr : found->second;
        const JudgedUnit judged = now ? judge(*now) : gone;
        const qint64 wanted = unit.returned ? 0 : judged.verdict.payable() ? judged.verdict.fen.value : 0;
        if (now)
            count(*now, judged.verdict, std::min(wanted, unit.net.value), unit.net.value > 0 ? 1 : 0);
        if (!m_options.takesCorrections || unit.returned)
            continue;
        if (wanted < unit.net.value)
            RETURN_IF_ERROR(correct(unit, judged, Fen {wanted - unit.net.value}));
        else if (wanted > unit.net.value)
            more.emplace_back(now, &unit);
    }
    for (const auto& [now, unit] : more) {
        JudgedUnit judged = judge(*now);
        judged.verdict.fen.value -= unit->net.value;
        const JudgedUnit bounded = limited(*now, judged);
        if (!bounded.verdict.payable() && unit->net.value == 0)
            continue; // the limit still refuses it
        const Fen difference = bounded.verdict.payable() ? bounded.verdict.fen : judged.verdict.fen;
        count(*now, judged.verdict, difference.value, unit->net.value > 0 ? 0 : 1);
        RETURN_IF_ERROR(correct(*unit, judge(*now), difference));
    }
    return {};
}

Result<void> UnitSettlement::settleUnsigned(const std::vector<EvidenceUnit>& units,
                                            const std::map<Key, SignedUnit>& granted)
{
    for (const EvidenceUnit& unit : units) {
        if (granted.contains(keyOf(unit.family, unit.record, unit.on)) || unit.on > m_period.last())
            continue;
        const bool within = unit.on >= m_period.first();
        const bool late = !within && m_lines.cover(unit.on);
        JudgedUnit judged = limited(unit, judge(unit));
        const auto other = m_claimed.find(unit.record);
        if (within && judged.verdict.payable() && other != m_claimed.end())
            judged.verdict
                = Verdict::refused({reason_code::claimedElsewhere.toString(),
                                    {{u"policy"_s, other->second.policy}, {u"claim"_s, other->second.claim}}});
        count(unit, judged.verdict, judged.verdict.fen.value, 1);
        if (!within && !(late && m_options.takesCorrections))
            continue;
        RETURN_IF_ERROR(handOn({unit.family,
                                {},
                                Id<Evidence> {unit.record},
                                unit.elder,
                                unit.site,
                                unit.on,
                                judged,
                                within ? LineKind::Regular : LineKind::Late,
                                judged.verdict.fen,
                                {}}));
    }
    return {};
}

Result<void> UnitSettlement::correct(const SignedUnit& unit, const JudgedUnit& judged, Fen difference)
{
    return handOn({unit.evidence,
                   {},
                   Id<Evidence> {unit.record},
                   unit.elder,
                   unit.site,
                   unit.on,
                   judged,
                   LineKind::Adjustment,
                   difference,
                   unit.line});
}

Result<void> UnitSettlement::handOn(const SettledUnit& unit)
{
    m_settlement.units += 1;
    addUp(m_settlement.claim, unit);
    return m_each ? m_each(unit) : Result<void>();
}

} // namespace songhe
