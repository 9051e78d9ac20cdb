// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/meals/meal_outlook.h"

#include "core/meals/meal_judge.h"

namespace songhe {

namespace {

QDate lastDayOf(Limit::Per per, QDate first)
{
    switch (per) {
    case Limit::Per::Day:
        return first;
    case Limit::Per::Month:
        return first.addMonths(1).addDays(-1);
    case Limit::Per::Year:
        return first.addYears(1).addDays(-1);
    case Limit::Per::Once:
        return QDate(9999, 12, 31);
    }
    return first;
}

/// The moment up to which earlier meals of the day count: the end of time where none is given.
QDateTime momentOrLast(const Meal& meal)
{
    return meal.at.isValid() ? meal.at : Clock::momentOf(meal.servedOn.addDays(2), QTime(0, 0));
}

} // namespace

MealOutlook::MealOutlook(Ledger& ledger, const PolicyShelf& shelf, QString policyId, Wording wording)
    : m_ledger(ledger)
    , m_shelf(shelf)
    , m_policyId(std::move(policyId))
    , m_wording(std::move(wording))
    , m_facts(ledger)
    , m_meals(ledger)
{ }

Result<void> MealOutlook::prepare(Id<Site> site, QDate day)
{
    const Policy* policy = m_shelf.onDay(m_policyId, day);
    if (!policy)
        return {};
    for (const Limit& limit : policy->limits)
        if (limit.scope == Limit::Scope::Site)
            RETURN_IF_ERROR(siteCount(*policy, limit, site, day));
    return {};
}

Result<Outlook> MealOutlook::of(const Meal& meal)
{
    Outlook outlook;
    outlook.policy = m_shelf.onDay(m_policyId, meal.servedOn);
    const Policy* words = outlook.policy ? outlook.policy : m_shelf.nearest(m_policyId, meal.servedOn);
    if (!outlook.policy) {
        outlook.verdict = notValidOn(meal.servedOn, m_policyId, words);
    } else {
        ASSIGN_OR_RETURN(const Facts facts, m_facts.asOf(meal.elder, meal.servedOn));
        outlook.verdict = judgeConditions(*outlook.policy, facts);
        if (outlook.policy->requiresSignature && outlook.verdict.payable()
            && (!meal.receipt || *meal.receipt == Receipt::Unrelated))
            outlook.verdict = Verdict::held({reason_code::noSignature.toString(), {}}, outlook.verdict.facts);
        if (outlook.verdict.outcome != Verdict::Outcome::Refused) {
            ASSIGN_OR_RETURN(const std::vector<qint64> used, usedBefore(*outlook.policy, meal));
            outlook.verdict = applyLimits(*outlook.policy, outlook.verdict, used);
        }
    }
    outlook.text = m_wording.text(words, outlook.verdict);
    return outlook;
}

Result<std::vector<qint64>> MealOutlook::usedBefore(const Policy& policy, const Meal& meal)
{
    std::vector<qint64> used;
    for (const Limit& limit : policy.limits) {
        ASSIGN_OR_RETURN(const qint64 before,
                         limit.scope == Limit::Scope::Elder ? usedByElder(policy, limit, meal)
                                                            : usedAtSite(policy, limit, meal));
        used.push_back(before);
    }
    return used;
}

Result<qint64> MealOutlook::usedByElder(const Policy& policy, const Limit& limit, const Meal& meal)
{
    const QDate first = policy.periodStart(limit.per, meal.servedOn);
    if (limit.count == Limit::Count::Served) {
        qint64 served = 0;
        RETURN_IF_ERROR(m_meals.walkElder(meal.elder, first, meal.servedOn, momentOrLast(meal), meal.id,
                                          [&](const MealInOrder&) -> Result<void> {
                                              ++served;
                                              return {};
                                          }));
        return served;
    }
    // Her own meals alone: what the caps of the points refused is not seen here, settlement sees it.
    ASSIGN_OR_RETURN(FactTimeline timeline, m_facts.timeline(meal.elder));
    std::unordered_map<qint64, FactTimeline> only;
    only.emplace(meal.elder.value, std::move(timeline));
    MealJudge judge(PolicyCalendar(m_shelf, m_policyId), std::move(only));
    RETURN_IF_ERROR(m_meals.walkElder(meal.elder, first, meal.servedOn, momentOrLast(meal), meal.id,
                                      [&](const MealInOrder& one) -> Result<void> {
                                          judge.judge(one);
                                          return {};
                                      }));
    return judge.used(limit, meal.elder, meal.site, meal.servedOn);
}

Result<MealOutlook::SiteCount*> MealOutlook::siteCount(const Policy& policy, const Limit& limit, Id<Site> site,
                                                       QDate day)
{
    const QDate first = policy.periodStart(limit.per, day);
    const Key key {site.value, first.toJulianDay(), limit.count, limit.per};
    if (const auto known = m_sites.find(key); known != m_sites.end())
        return &known->second;
    SiteCount counted;
    ASSIGN_OR_RETURN(counted.served, m_meals.countAtSite(site, first, lastDayOf(limit.per, first)));
    return &m_sites.emplace(key, std::move(counted)).first->second;
}

Result<qint64> MealOutlook::usedAtSite(const Policy& policy, const Limit& limit, const Meal& meal)
{
    ASSIGN_OR_RETURN(SiteCount * counted, siteCount(policy, limit, meal.site, meal.servedOn));
    const qint64 unit = limit.count == Limit::Count::Fen ? policy.amount().value : 1;
    const qint64 atMost = counted->served * unit;
    if (limit.most - atMost >= unit)
        return atMost; // even if every meal had been paid there is room
    const auto at = std::pair(meal.servedOn, momentOrLast(meal));
    if (counted->used && at >= std::pair(counted->lastOn, counted->lastAt))
        return *counted->used;
    ASSIGN_OR_RETURN(counted->used, judgeSite(policy, limit, meal));
    counted->lastOn = at.first;
    counted->lastAt = at.second;
    return *counted->used;
}

Result<qint64> MealOutlook::judgeSite(const Policy& policy, const Limit& limit, const Meal& meal)
{
    ASSIGN_OR_RETURN(auto timelines, m_facts.timelines(policy.factKinds()));
    MealJudge judge(PolicyCalendar(m_shelf, m_policyId), std::move(timelines));
    const QDate first = PolicyCalendar(m_shelf, m_policyId).startFor(meal.servedOn);
    RETURN_IF_ERROR(m_meals.walkUntil(first, meal.servedOn, momentOrLast(meal), meal.id,
                                      [&](const MealInOrder& one) -> Result<void> {
                                          judge.judge(one);
                                          return {};
                                      }));
    return judge.used(limit, meal.elder, meal.site, meal.servedOn);
}

const Limit* MealOutlook::yearCap(const Policy& policy)
{
    for (const Limit& limit : policy.limits)
        if (limit.scope == Limit::Scope::Site && limit.count == Limit::Count::Fen && limit.per == Limit::Per::Year)
            return &limit;
    return nullptr;
}

Result<std::optional<SiteCap>> MealOutlook::capOf(Id<Site> site, QDate day)
{
    const Policy* policy = m_shelf.onDay(m_policyId, day);
    const Limit* cap = policy ? yearCap(*policy) : nullptr;
    if (!cap)
        return std::optional<SiteCap>();
    if (!m_year || m_year->day != day || m_year->period != policy->periodOf(Limit::Per::Year, day))
        RETURN_IF_ERROR(judgeYear(*policy, day));
    return std::optional<SiteCap>({m_year->bySite[site.value], Fen {cap->most}});
}

Result<void> MealOutlook::judgeYear(const Policy& policy, QDate day)
{
    m_year.reset();
    ASSIGN_OR_RETURN(auto timelines, m_facts.timelines(policy.factKinds()));
    const PolicyCalendar calendar(m_shelf, m_policyId);
    MealJudge judge(calendar, std::move(timelines));
    RETURN_IF_ERROR(m_meals.walk(calendar.startFor(day), day, [&](const MealInOrder& one) -> Result<void> {
        judge.judge(one);
        return {};
    }));
    YearPaid year {policy.periodOf(Limit::Per::Year, day), day, {}, {}};
    ASSIGN_OR_RETURN(year.lastAt, m_meals.lastMoment(day));
    for (const auto& [site, paid] : judge.paidInYear(day))
        year.bySite[site.value] = paid;
    m_year = std::move(year);
    return {};
}

void MealOutlook::recorded(const Meal& meal, const Verdict& verdict)
{
    const Policy* policy = m_shelf.onDay(m_policyId, meal.servedOn);
    if (!policy)
        return;
    // One that comes last changes no earlier verdict; any other has the year judged anew when it is asked for.
    if (m_year && meal.servedOn == m_year->day && (!m_year->lastAt.isValid() || meal.at >= m_year->lastAt)) {
        m_year->lastAt = meal.at;
        m_year->bySite[meal.site.value].value += verdict.payable() ? verdict.fen.value : 0;
    } else {
        m_year.reset();
    }
    for (const Limit& limit : policy->limits) {
        const qint64 period = policy->periodOf(limit.per, meal.servedOn);
        const auto known = m_sites.find({meal.site.value, period, limit.count, limit.per});
        if (limit.scope != Limit::Scope::Site || known == m_sites.end())
            continue;
        SiteCount& counted = known->second;
        counted.served += 1;
        if (!counted.used)
            continue;
        const auto at = std::pair(meal.servedOn, momentOrLast(meal));
        if (at < std::pair(counted.lastOn, counted.lastAt)) {
            counted.used.reset();
            continue;
        }
        counted.lastOn = at.first;
        counted.lastAt = at.second;
        if (limit.count == Limit::Count::Served)
            *counted.used += 1;
        else if (verdict.payable())
            *counted.used += limit.count == Limit::Count::Paid ? 1 : verdict.fen.value;
    }
}

void MealOutlook::takenBack(const Meal& meal, const std::optional<Verdict>& verdict)
{
    // The last one of the day counted for no other meal.
    if (m_year && verdict && meal.servedOn == m_year->day && meal.at == m_year->lastAt)
        m_year->bySite[meal.site.value].value -= verdict->payable() ? verdict->fen.value : 0;
    else
        m_year.reset();
    for (auto& [key, counted] : m_sites) {
        const QDate first = QDate::fromJulianDay(key.period);
        if (key.site != meal.site.value || meal.servedOn < first || meal.servedOn > lastDayOf(key.per, first))
            continue;
        counted.served -= 1;
        counted.used.reset();
    }
}

void MealOutlook::forget()
{
    m_year.reset();
    m_sites.clear();
}

void MealOutlook::follow(const QString& policyId)
{
    m_policyId = policyId;
    forget();
}

} // namespace songhe
