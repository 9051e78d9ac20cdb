// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/visits/visit_desk.h"

#include "core/elders/fact_repository.h"

#include <algorithm>
#include <map>

namespace songhe {

using namespace Qt::StringLiterals;

namespace {

constexpr int incidentDays = 400; ///< no reason of the catalogue looks further back

} // namespace

int VisitDesk::frequency(const QString& tier) const
{
    const auto& tiers = m_plan.tiers();
    const auto found
        = std::find_if(tiers.begin(), tiers.end(), [&](const VisitTierPlan& each) { return each.key == tier; });
    return int(found - tiers.begin());
}

Result<VisitPlan::Proposal> VisitDesk::proposalFor(Id<Elder> elder, QDate day)
{
    ASSIGN_OR_RETURN(const Facts facts, FactRepository(m_ledger).asOf(elder, day));
    ASSIGN_OR_RETURN(const std::vector<Incident> recent, m_incidents.listOf(elder, {day.addDays(-incidentDays), day}));
    return m_plan.propose(facts, recent);
}

Result<void> VisitDesk::plan(Visit& visit)
{
    if (visit.nextDue)
        return {};
    if (!visit.met) {
        visit.nextDue = m_plan.notMet().after(visit.on);
        return {};
    }
    if (visit.kind == VisitKind::Survival) {
        visit.nextDue = m_plan.survival().after(visit.on);
        return {};
    }
    ASSIGN_OR_RETURN(const std::optional<VisitTier> decided, m_visits.tierOf(visit.elder, visit.on));
    const VisitTierPlan* tier = decided ? m_plan.tier(decided->tier) : nullptr;
    if (!tier) {
        ASSIGN_OR_RETURN(const VisitPlan::Proposal proposal, proposalFor(visit.elder, visit.on));
        tier = proposal.tier;
    }
    visit.nextDue = tier->every.after(visit.on);
    return {};
}

Result<void> VisitDesk::check(Visit& visit, EntryWay way)
{
    constexpr qsizetype mostRisks = 20;
    RETURN_IF_ERROR(m_days.check(visit.elder, {visit.on, visit.on}, way));
    if (visit.on > m_ledger.today())
        return fail(Error::Kind::Invalid,
                    tr("The day %1 has not come yet. Visits are recorded on their day or later.")
                        .arg(visit.on.toString(Qt::ISODate)));
    if (visit.nextDue && *visit.nextDue <= visit.on)
        return fail(Error::Kind::Invalid,
                    tr("The next visit (%1) must be due after this one (%2).")
                        .arg(visit.nextDue->toString(Qt::ISODate), visit.on.toString(Qt::ISODate)));
    if (visit.risks.size() > mostRisks)
        return fail(Error::Kind::Invalid, tr("Write at most %1 risks.").arg(mostRisks));
    if (visit.visitor) {
        ASSIGN_OR_RETURN(const std::optional<Staff> staff, m_staff.find(*visit.visitor));
        if (!staff || staff->recorded.isVoided())
            return fail(Error::Kind::NotFound,
                        tr("There is nobody of the staff with number %1. Please add the person first.")
                            .arg(visit.visitor->text()));
    }
    return plan(visit);
}

Result<Visit> VisitDesk::add(Visit visit, EntryWay way)
{
    if (!visit.on.isValid() && way == EntryWay::Desk)
        visit.on = m_ledger.today();
    if (!visit.origin)
        visit.origin = originOf(way);
    return m_ledger.transact([&]() -> Result<Visit> {
        RETURN_IF_ERROR(check(visit, way));
        return m_visits.add(visit);
    });
}

Result<Visit> VisitDesk::edit(Visit visit)
{
    return m_ledger.transact([&]() -> Result<Visit> {
        RETURN_IF_ERROR(check(visit, EntryWay::Desk));
        return m_visits.change(visit);
    });
}

Result<Visit> VisitDesk::voidVisit(Id<Visit> id, const QString& reason)
{
    return m_ledger.transact([&] { return m_visits.voidVisit(id, reason); });
}

Result<void> VisitDesk::check(VisitTier& tier, EntryWay way)
{
    if (!tier.from.isValid())
        tier.from = m_ledger.today();
    RETURN_IF_ERROR(m_days.check(tier.elder, {tier.from, tier.from}, way));
    const VisitTierPlan* planned = m_plan.tier(tier.tier);
    if (!planned) {
        QStringList keys;
        for (const VisitTierPlan& each : m_plan.tiers())
            keys << each.key;
        return fail(Error::Kind::Invalid,
                    tr("'%1' is no frequency of visits. Use one of: %2.").arg(tier.tier.left(40), keys.join(u", "_s)));
    }
    if (!tier.dueOn)
        tier.dueOn = planned->every.after(tier.from);
    if (*tier.dueOn < tier.from)
        return fail(Error::Kind::Invalid,
                    tr("The first visit (%1) lies before the first day (%2). Please check both.")
                        .arg(tier.dueOn->toString(Qt::ISODate), tier.from.toString(Qt::ISODate)));
    if (!tier.proposed) {
        ASSIGN_OR_RETURN(const VisitPlan::Proposal proposal, proposalFor(tier.elder, tier.from));
        tier.proposed = proposal.tier->key;
    }
    return {};
}

Result<VisitTier> VisitDesk::add(VisitTier tier, EntryWay way)
{
    if (!tier.origin)
        tier.origin = originOf(way);
    return m_ledger.transact([&]() -> Result<VisitTier> {
        RETURN_IF_ERROR(check(tier, way));
        return m_visits.add(tier);
    });
}

Result<VisitTier> VisitDesk::edit(VisitTier tier)
{
    return m_ledger.transact([&]() -> Result<VisitTier> {
        RETURN_IF_ERROR(check(tier, EntryWay::Desk));
        return m_visits.change(tier);
    });
}

Result<VisitTier> VisitDesk::voidTier(Id<VisitTier> id, const QString& reason)
{
    return m_ledger.transact([&] { return m_visits.voidTier(id, reason); });
}

/// Somebody at risk whom nobody has visited yet is exactly who must not be forgotten.
Result<std::vector<DueVisit>> VisitDesk::neverVisitedDue(QDate day)
{
    std::vector<DueVisit> due;
    ASSIGN_OR_RETURN(const std::vector<Id<Elder>> elders, m_visits.neverVisited(m_plan.watched(), day));
    for (const Id<Elder> elder : elders) {
        ASSIGN_OR_RETURN(const VisitPlan::Proposal proposal, proposalFor(elder, day));
        if (proposal.firstDue)
            due.push_back({elder, proposal.tier->key, VisitKind::Care, *proposal.firstDue, {}, false, true});
    }
    return due;
}

Result<std::vector<DueVisit>> VisitDesk::careDue(QDate day)
{
    std::map<Id<Elder>, DueVisit> next;
    ASSIGN_OR_RETURN(const auto visits, m_visits.newest(VisitKind::Care, day));
    for (const VisitRepository::Newest& visit : visits)
        if (visit.nextDue)
            next[visit.elder] = {visit.elder, {}, VisitKind::Care, *visit.nextDue, visit.on, false, false};
    const auto sooner = [&next](Id<Elder> elder, QDate due, bool change) {
        const auto [place, isNew] = next.try_emplace(elder);
        if (isNew || due < place->second.due) {
            place->second.elder = elder;
            place->second.due = due;
            place->second.change = change;
        }
    };
    ASSIGN_OR_RETURN(const std::vector<VisitTier> tiers, m_visits.tiersOn(day));
    std::map<Id<Elder>, QString> decided;
    for (const VisitTier& tier : tiers) {
        decided[tier.elder] = tier.tier;
        const auto known = next.find(tier.elder);
        if (tier.dueOn && (known == next.end() || *known->second.lastOn < tier.from))
            sooner(tier.elder, *tier.dueOn, false);
    }
    ASSIGN_OR_RETURN(const std::vector<DueVisit> never, neverVisitedDue(day));
    for (const DueVisit& visit : never) {
        next[visit.elder] = visit;
        decided[visit.elder] = visit.tier;
    }
    ASSIGN_OR_RETURN(const auto changes, m_visits.unansweredChanges(m_plan.majorChange(), day));
    for (const VisitRepository::Change& change : changes)
        sooner(change.elder, m_plan.majorChange().within.after(change.on), true);
    std::vector<DueVisit> due;
    for (auto& [elder, visit] : next) {
        if (visit.due > day)
            continue;
        visit.tier = decided[elder];
        due.push_back(std::move(visit));
    }
    return due;
}

Result<std::vector<DueVisit>> VisitDesk::dueOn(QDate day)
{
    ASSIGN_OR_RETURN(std::vector<DueVisit> due, careDue(day));
    ASSIGN_OR_RETURN(const auto survival, m_visits.newest(VisitKind::Survival, day));
    for (const VisitRepository::Newest& visit : survival)
        if (visit.nextDue && *visit.nextDue <= day)
            due.push_back({visit.elder, {}, VisitKind::Survival, *visit.nextDue, visit.on, false, false});
    for (DueVisit& visit : due) {
        if (!visit.tier.isEmpty())
            continue;
        ASSIGN_OR_RETURN(const std::optional<VisitTier> decided, m_visits.tierOf(visit.elder, day));
        if (decided) {
            visit.tier = decided->tier;
            continue;
        }
        ASSIGN_OR_RETURN(const VisitPlan::Proposal proposal, proposalFor(visit.elder, day));
        visit.tier = proposal.tier->key;
    }
    std::stable_sort(due.begin(), due.end(), [](const DueVisit& left, const DueVisit& right) {
        return std::tuple(left.due, left.elder.value, left.kind) < std::tuple(right.due, right.elder.value, right.kind);
    });
    return due;
}

Result<std::vector<TierProposal>> VisitDesk::proposals(QDate day)
{
    ASSIGN_OR_RETURN(const std::vector<Id<Elder>> living, m_visits.living(day));
    ASSIGN_OR_RETURN(const std::vector<VisitTier> tiers, m_visits.tiersOn(day));
    std::map<Id<Elder>, VisitTier> decided;
    for (const VisitTier& tier : tiers)
        decided.emplace(tier.elder, tier);
    std::vector<TierProposal> proposals;
    for (const Id<Elder> elder : living) {
        ASSIGN_OR_RETURN(const VisitPlan::Proposal proposal, proposalFor(elder, day));
        const auto known = decided.find(elder);
        if (known == decided.end())
            proposals.push_back({elder, proposal.tier->key, proposal.why, {}});
        else if (frequency(proposal.tier->key) < frequency(known->second.tier))
            proposals.push_back({elder, proposal.tier->key, proposal.why, known->second});
    }
    return proposals;
}

Result<std::vector<VisitTier>> VisitDesk::takeProposals(const std::vector<TierProposal>& proposals, QDate from)
{
    return m_ledger.transact([&]() -> Result<std::vector<VisitTier>> {
        std::vector<VisitTier> made;
        for (const TierProposal& proposal : proposals) {
            VisitTier tier;
            tier.elder = proposal.elder;
            tier.tier = proposal.tier;
            tier.proposed = proposal.tier;
            tier.from = from;
            ASSIGN_OR_RETURN(VisitTier added, add(std::move(tier)));
            made.push_back(std::move(added));
        }
        return made;
    });
}

} // namespace songhe
