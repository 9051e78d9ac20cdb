// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/subsidies/meal_settlement.h"

#include "core/elders/fact_repository.h"
#include "core/subsidies/claim_repository.h"
#include "core/subsidies/evidence_repository.h"

#include <QtCore/QCryptographicHash>

#include <algorithm>

namespace songhe {

using namespace Qt::StringLiterals;

namespace meal_settlement {

const QString evidence = QString::fromLatin1(Meal::family);

/// For a signed line whose meal is not there any more.
JudgedUnit voidRecord()
{
    JudgedUnit judged;
    judged.verdict = Verdict::refused({reason_code::recordVoid.toString(), {}});
    return judged;
}

} // namespace meal_settlement

MealSettlement::MealSettlement(Ledger& ledger, PolicyCalendar calendar, const SignedLines& lines, const Period& period,
                               const SettleOptions& options, const SettledUnitSink& each, Progress& progress)
    : m_ledger(ledger)
    , m_calendar(std::move(calendar))
    , m_lines(lines)
    , m_period(period)
    , m_options(options)
    , m_each(each)
    , m_progress(progress)
{ }

Result<Settlement> MealSettlement::run(Claim head)
{
    m_settlement.claim = std::move(head);
    m_start = m_options.capsBefore ? m_period.first() : m_calendar.startFor(m_period.first());
    QStringList kinds;
    for (const Policy* policy : m_calendar.versions()) { // an earlier version may judge earlier months of the year
        kinds += policy->factKinds();
        m_receipts = m_receipts || policy->requiresSignature;
    }
    kinds.removeDuplicates();
    ASSIGN_OR_RETURN(m_timelines, FactRepository(m_ledger).timelines(kinds));
    const Policy* newest = m_calendar.onDayOrNearest(m_period.last());
    const QStringList beside = (newest ? newest->stackableWith : QStringList()) + QStringList {m_calendar.policyId()};
    if (!m_options.asIfUnsigned) {
        ASSIGN_OR_RETURN(m_claimed,
                         ClaimRepository(m_ledger).claimedElsewhere(meal_settlement::evidence, beside, m_period.first(),
                                                                    m_period.last()));
    }
    if (m_options.capsBefore)
        for (const auto& [site, fen] : *m_options.capsBefore)
            m_caps[site] = {fen, fen};
    if (m_lines.isEmpty()) {
        RETURN_IF_ERROR(plain());
    } else {
        RETURN_IF_ERROR(survey());
        if (m_changes && m_options.takesCorrections)
            RETURN_IF_ERROR(adjust());
        RETURN_IF_ERROR(unsignedMeals());
    }
    writeCaps();
    writeFactsDigest();
    RETURN_IF_ERROR(askEvaluations());
    return std::move(m_settlement);
}

MealJudge MealSettlement::newJudge() const
{
    MealJudge judge(m_calendar, m_timelines);
    judge.setClaimed(m_claimed);
    return judge;
}

/// The yearly evaluation of a point decides in the end what it is paid: until it is on file the amount is provisional.
Result<void> MealSettlement::askEvaluations()
{
    const Policy* policy = m_calendar.onDayOrNearest(m_period.last());
    if (!policy || !policy->wantsEvaluation || m_options.capsBefore)
        return {};
    const std::vector<qint64> sites(m_paidSites.begin(), m_paidSites.end());
    ASSIGN_OR_RETURN(const bool lacks,
                     EvidenceRepository(m_ledger, m_timelines).lacksEvaluation(sites, m_period.last().year()));
    if (lacks)
        m_settlement.claim.provisional = true;
    return {};
}

qint64 MealSettlement::yearOf(QDate day) const
{
    const Policy* policy = m_calendar.onDayOrNearest(day);
    return policy ? policy->periodOf(Limit::Per::Year, day) : 0;
}

/// Nothing is signed: one pass, no day is gathered.
Result<void> MealSettlement::plain()
{
    MealJudge judge = newJudge();
    if (m_options.capsBefore)
        for (const auto& [site, fen] : *m_options.capsBefore)
            judge.preload(Id<Site> {site}, m_period.first(), Fen {fen}, 0);
    const qint64 total = m_start.daysTo(m_period.last()) + 1;
    bool within = false;
    const auto enter = [&] { // what the caps had paid before the period's first meal
        within = true;
        for (const auto& [site, paid] : judge.paidInYear(m_period.first()))
            m_caps[site.value].before = paid.value;
    };
    const auto judgeOne = [&](const MealInOrder& meal) -> Result<void> {
        if (!within && meal.on >= m_period.first())
            enter();
        const JudgedUnit& judged = judge.judge(meal);
        RETURN_IF_ERROR(m_progress.step(m_start.daysTo(meal.on), total));
        if (!within)
            return {};
        return handOn({meal_settlement::evidence,
                       meal.meal,
                       {},
                       meal.elder,
                       meal.site,
                       meal.on,
                       judged,
                       LineKind::Regular,
                       judged.verdict.fen,
                       {}});
    };
    RETURN_IF_ERROR(MealCountsRepository(m_ledger).walk(m_start, m_period.last(), judgeOne, m_receipts));
    if (!within)
        enter();
    for (const auto& [site, paid] : judge.paidInYear(m_period.last()))
        m_caps[site.value].after = paid.value;
    return {};
}

Result<void> MealSettlement::walkDays(QDate first, QDate last, const Day& day)
{
    SignedLines::Days signedDays(m_ledger, m_lines);
    std::vector<DayMeal> meals;
    std::vector<SignedUnit> units;
    QDate open = first; // the first day that was not handed over yet
    QDate gathered;     // the day of `meals`
    const qint64 total = first.daysTo(last) + 1;
    const auto handOver = [&](QDate until) -> Result<void> {
        for (; open < until; open = open.addDays(1)) {
            RETURN_IF_ERROR(signedDays.take(open, units));
            std::vector<DayMeal> none;
            std::vector<DayMeal>& served = open == gathered ? meals : none;
            std::unordered_map<qint64, SignedUnit*> byMeal;
            for (SignedUnit& unit : units)
                byMeal.emplace(unit.record, &unit);
            for (DayMeal& one : served) {
                one.meal.at = one.at;
                const auto known = byMeal.find(one.meal.meal.value);
                one.granted = known == byMeal.end() ? nullptr : known->second;
            }
            if (!served.empty() || !units.empty())
                RETURN_IF_ERROR(day(open, served, units));
            RETURN_IF_ERROR(m_progress.step(first.daysTo(open), total));
        }
        meals.clear();
        return {};
    };
    const auto gather = [&](const MealInOrder& meal) -> Result<void> {
        if (meal.on != gathered) {
            RETURN_IF_ERROR(handOver(meal.on));
            gathered = meal.on;
        }
        meals.push_back({meal, meal.at.toByteArray(), nullptr});
        return {};
    };
    RETURN_IF_ERROR(MealCountsRepository(m_ledger).walk(first, last, gather, m_receipts));
    return handOver(last.addDays(1));
}

MealSettlement::Change MealSettlement::changeOf(const MealJudge& judge, const SignedUnit& unit, const Verdict& verdict)
{
    if (unit.returned || !judge.knows(unit.elder))
        return Change::None;
    if (unit.net.value > 0)
        return verdict.payable() ? Change::None : Change::Minus;
    return verdict.payable() ? Change::Plus : Change::None;
}

void MealSettlement::granted(Id<Site> site, QDate day, Fen fen, qint64 units)
{
    Granted& month = m_granted[{site.value, QDate(day.year(), day.month(), 1)}];
    month.fen += fen.value;
    month.units += units;
}

/// What signed claims were granted, and which of it changes by what is known now.
Result<void> MealSettlement::survey()
{
    MealJudge judge = newJudge();
    const qint64 year = yearOf(m_period.first());
    const qint64 lastYear = yearOf(m_period.last());
    const auto count = [&](const SignedUnit& unit, Change change) {
        if (!m_options.capsBefore) {
            m_caps[unit.site.value].before += yearOf(unit.on) == year ? unit.net.value : 0;
            m_caps[unit.site.value].after += yearOf(unit.on) == lastYear ? unit.net.value : 0;
        }
        m_changes = m_changes || change != Change::None;
        const bool gone = m_options.takesCorrections && change == Change::Minus;
        if (!m_options.capsBefore || yearOf(unit.on) != year)
            granted(unit.site, unit.on, gone ? Fen {} : unit.net, !gone && unit.net.value > 0 ? 1 : 0);
        else if (gone)
            granted(unit.site, unit.on, Fen {-unit.net.value}, -1);
    };
    const Day surveyDay = [&](QDate, std::vector<DayMeal>& meals, std::vector<SignedUnit>& units) -> Result<void> {
        std::unordered_set<const SignedUnit*> seen;
        for (const DayMeal& one : meals) {
            if (!one.granted)
                continue;
            seen.insert(one.granted);
            const bool known = judge.knows(one.meal.elder);
            count(*one.granted,
                  known ? changeOf(judge, *one.granted, judge.judgeSigned(one.meal).verdict) : Change::None);
        }
        for (const DayMeal& one : meals)
            if (!one.granted && judge.knows(one.meal.elder))
                judge.judgeSigned(one.meal);
        for (const SignedUnit& unit : units)
            if (!seen.contains(&unit))
                count(unit, changeOf(judge, unit, meal_settlement::voidRecord().verdict));
        return {};
    };
    RETURN_IF_ERROR(walkDays(std::min(m_lines.first(), m_start), std::max(m_lines.last(), m_period.last()), surveyDay));
    if (m_options.capsBefore)
        for (const auto& [site, fen] : *m_options.capsBefore)
            granted(Id<Site> {site}, m_period.first(), Fen {fen}, 0);
    return {};
}

void MealSettlement::preload(MealJudge& judge) const
{
    for (const auto& [key, paid] : m_granted)
        judge.preload(Id<Site> {key.first}, key.second, Fen {paid.fen}, paid.units);
}

Result<void> MealSettlement::correct(const SignedUnit& unit, const JudgedUnit& judged, Fen difference)
{
    return handOn({unit.evidence,
                   Id<Meal> {unit.record},
                   {},
                   unit.elder,
                   unit.site,
                   unit.on,
                   judged,
                   LineKind::Adjustment,
                   difference,
                   unit.line});
}

Result<void> MealSettlement::adjustDay(MealJudge& judge, QDate on, std::vector<DayMeal>& meals,
                                       std::vector<SignedUnit>& units)
{
    std::unordered_set<const SignedUnit*> seen;
    for (const DayMeal& one : meals) {
        if (!one.granted)
            continue;
        seen.insert(one.granted);
        if (!judge.knows(one.meal.elder))
            continue;
        const JudgedUnit judged = judge.judgeSigned(one.meal);
        const Change change = changeOf(judge, *one.granted, judged.verdict);
        if (change == Change::Minus)
            RETURN_IF_ERROR(correct(*one.granted, judged, Fen {-one.granted->net.value}));
        if (change != Change::Plus || !judge.takeFromSite(judged, one.granted->site, on))
            continue;
        granted(one.granted->site, on, judged.verdict.fen, 1);
        RETURN_IF_ERROR(correct(*one.granted, judged, judged.verdict.fen));
    }
    for (const DayMeal& one : meals)
        if (!one.granted && judge.knows(one.meal.elder))
            judge.judgeSigned(one.meal);
    const JudgedUnit gone = meal_settlement::voidRecord();
    for (const SignedUnit& unit : units)
        if (!seen.contains(&unit) && changeOf(judge, unit, gone.verdict) == Change::Minus)
            RETURN_IF_ERROR(correct(unit, gone, Fen {-unit.net.value}));
    return {};
}

Result<void> MealSettlement::adjust()
{
    MealJudge judge = newJudge();
    preload(judge);
    return walkDays(m_lines.first(), m_lines.last(),
                    [&](QDate on, std::vector<DayMeal>& meals, std::vector<SignedUnit>& units) {
                        return adjustDay(judge, on, meals, units);
                    });
}

/// Signed meals come first on their day, whatever their moment: they were granted.
Result<void> MealSettlement::unsignedDay(MealJudge& judge, std::vector<DayMeal>& meals)
{
    for (const DayMeal& one : meals)
        if (one.granted && judge.knows(one.meal.elder))
            judge.judgeSigned(one.meal);
    for (const DayMeal& one : meals) {
        if (one.granted || !judge.knows(one.meal.elder))
            continue;
        const bool within = one.meal.on >= m_period.first() && one.meal.on <= m_period.last();
        const bool late = !within && m_lines.cover(one.meal.on);
        if (m_options.capsBefore && !within && !late)
            continue;
        const JudgedUnit& judged = judge.judge(one.meal);
        if (within || (late && m_options.takesCorrections)) {
            RETURN_IF_ERROR(handOn({meal_settlement::evidence,
                                    one.meal.meal,
                                    {},
                                    one.meal.elder,
                                    one.meal.site,
                                    one.meal.on,
                                    judged,
                                    within ? LineKind::Regular : LineKind::Late,
                                    judged.verdict.fen,
                                    {}}));
            continue;
        }
        Cap& cap = m_caps[one.meal.site.value];
        cap.before += yearOf(one.meal.on) == yearOf(m_period.first()) ? judged.verdict.fen.value : 0;
        cap.after += yearOf(one.meal.on) == yearOf(m_period.last()) ? judged.verdict.fen.value : 0;
    }
    return {};
}

Result<void> MealSettlement::unsignedMeals()
{
    MealJudge judge = newJudge();
    preload(judge);
    return walkDays(
        std::min(m_lines.first(), m_start), m_period.last(),
        [&](QDate, std::vector<DayMeal>& meals, std::vector<SignedUnit>&) { return unsignedDay(judge, meals); });
}

Result<void> MealSettlement::handOn(const SettledUnit& unit)
{
    m_settlement.units += 1;
    addUp(m_settlement.claim, unit);
    if (unit.amount.value > 0)
        m_paidSites.insert(unit.site.value);
    if (unit.judged.firstSeen())
        m_decided.insert(unit.judged.verdict.facts.begin(), unit.judged.verdict.facts.end());
    if (!m_lines.isEmpty() && yearOf(unit.on) == yearOf(m_period.last()))
        m_caps[unit.site.value].after += unit.amount.value;
    return m_each ? m_each(unit) : Result<void>();
}

void MealSettlement::writeCaps()
{
    bool yearly = false;
    for (const Policy* policy : m_calendar.versions())
        for (const Limit& limit : policy->limits)
            yearly = yearly
                || (limit.scope == Limit::Scope::Site && limit.per == Limit::Per::Year
                    && limit.count == Limit::Count::Fen);
    if (!yearly)
        return;
    for (const auto& [site, cap] : m_caps)
        m_settlement.claim.caps.append(QJsonObject {
            {u"site"_s, QString::number(site)}, {u"before_fen"_s, cap.before}, {u"after_fen"_s, cap.after}});
}

/// The facts that decided, in the order of their ids. Their last days are left out: a fact that goes on changes
/// nothing.
void MealSettlement::writeFactsDigest()
{
    std::map<qint64, QByteArray> decided;
    for (const auto& [elder, timeline] : m_timelines)
        for (const KnownFact& fact : timeline.facts())
            if (m_decided.contains(fact.id))
                decided[fact.id] = QByteArray::number(fact.id) + '\t' + QByteArray::number(elder) + '\t'
                    + fact.kind.toUtf8() + '\t' + fact.value.toUtf8() + '\t'
                    + fact.from.toString(Qt::ISODate).toLatin1() + '\n';
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const auto& [id, line] : decided)
        hash.addData(line);
    m_settlement.claim.factsDigest = QString::fromLatin1(hash.result().toHex());
}

} // namespace songhe
