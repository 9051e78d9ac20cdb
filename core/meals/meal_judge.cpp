// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/meals/meal_judge.h"

#include "core/base/clock.h"

#include <algorithm>
#include <limits>

namespace songhe {

namespace {

/// A JSON string. A settlement writes a million of them: QJsonDocument takes ten times as long.
void appendJsonText(QByteArray& json, const QString& text)
{
    static constexpr char hex[] = "0123456789abcdef";
    json += '"';
    for (const char c : text.toUtf8()) {
        if (c == '"' || c == '\\')
            json += '\\';
        if (quint8(c) >= 0x20)
            json += c;
        else
            json.append("\\u00").append(hex[quint8(c) >> 4]).append(hex[quint8(c) & 15]);
    }
    json += '"';
}

} // namespace

const JudgedUnit::Texts& JudgedUnit::texts() const
{
    if (m_texts)
        return *m_texts;
    Texts made;
    made.outcome = choiceKey(verdict.outcome).toLatin1();
    made.code = verdict.reason.code.toUtf8();
    for (auto it = verdict.reason.values.cbegin(); it != verdict.reason.values.cend(); ++it) {
        made.values += made.values.isEmpty() ? '{' : ',';
        appendJsonText(made.values, it.key());
        made.values += ':';
        appendJsonText(made.values, it.value());
    }
    if (!made.values.isEmpty())
        made.values += '}';
    for (const qint64 id : verdict.facts) {
        made.facts += made.facts.isEmpty() ? '[' : ',';
        made.facts.append('"').append(QByteArray::number(id)).append('"');
    }
    if (!made.facts.isEmpty())
        made.facts += ']';
    made.digested = made.outcome + '\t' + QByteArray::number(verdict.fen.value) + '\t' + made.code + '\t' + made.values
        + '\t' + made.facts;
    return m_texts.emplace(std::move(made));
}

MealJudge::MealJudge(PolicyCalendar calendar, std::unordered_map<qint64, FactTimeline> timelines)
    : m_calendar(std::move(calendar))
{
    for (const Policy* policy : m_calendar.versions())
        for (const Limit& limit : policy->limits) {
            auto& slots = limit.scope == Limit::Scope::Elder ? m_elderSlots : m_siteSlots;
            if (slotOf(slots, limit) < 0)
                slots.push_back({limit.count, limit.per});
        }
    m_elders.reserve(timelines.size());
    for (auto& [id, timeline] : timelines) {
        ElderState& elder = stateOf(Id<Elder> {id});
        if (const auto& diedAt = timeline.notes().diedAt)
            elder.deathDay = Clock::dayOf(*diedAt).toJulianDay();
        elder.timeline = std::move(timeline);
    }
}

qsizetype MealJudge::slotOf(const std::vector<Slot>& slots, const Limit& limit)
{
    const auto found = std::find(slots.begin(), slots.end(), Slot {limit.count, limit.per});
    return found == slots.end() ? -1 : found - slots.begin();
}

MealJudge::ElderState& MealJudge::stateOf(Id<Elder> elder)
{
    if (const std::optional<quint32> known = m_index.find(elder.value))
        return m_elders[*known];
    m_index.add(elder.value, quint32(m_elders.size()));
    ElderState& made = m_elders.emplace_back();
    made.id = elder.value;
    made.counters.resize(m_elderSlots.size());
    return made;
}

void MealJudge::enterDay(QDate day)
{
    m_day = day;
    const Policy* policy = m_calendar.onDay(day);
    if (policy != m_policy) { // another version judges from here on
        for (ElderState& elder : m_elders)
            elder.until = 0;
        m_limitSlots.clear();
        for (std::size_t i = 0; policy && i < policy->limits.size(); ++i) {
            const Limit& limit = policy->limits[i];
            m_limitSlots.push_back(slotOf(limit.scope == Limit::Scope::Elder ? m_elderSlots : m_siteSlots, limit));
        }
    }
    m_policy = policy;
    const Policy* periods = m_calendar.onDayOrNearest(day);
    const auto periodsOf = [&](const std::vector<Slot>& slots) {
        std::vector<qint64> made;
        for (const Slot& slot : slots)
            made.push_back(periods->periodOf(slot.per, day));
        return made;
    };
    m_elderPeriods = periodsOf(m_elderSlots);
    m_sitePeriods = periodsOf(m_siteSlots);
}

void MealJudge::judgeStretch(ElderState& elder, QDate day)
{
    elder.judged = {};
    elder.limitedBy.clear();
    elder.judged.policy = m_policy;
    const QDate changes = elder.timeline.changesAfter(day);
    elder.until = changes.isValid() ? changes.toJulianDay() : std::numeric_limits<qint64>::max();
    if (m_policy) {
        elder.judged.verdict = judgeConditions(*m_policy, elder.timeline.asOf(day));
    } else {
        elder.judged.verdict = notValidOn(day, m_calendar.policyId(), m_calendar.onDayOrNearest(day));
    }
}

void MealJudge::countMeal(std::vector<Counter>& counters, const std::vector<Slot>& slots, const Verdict& verdict)
{
    for (std::size_t i = 0; i < slots.size(); ++i) {
        if (slots[i].count == Limit::Count::Served)
            counters[i].used += 1;
        else if (verdict.payable())
            counters[i].used += slots[i].count == Limit::Count::Paid ? 1 : verdict.fen.value;
    }
}

/// What the stretch of days said, but for what differs from meal to meal: the hour of death, the signature.
const JudgedUnit* MealJudge::asServed(const ElderState& elder, const MealInOrder& meal, bool unsignedMeal)
{
    const auto other = m_claimed.empty() || !unsignedMeal ? m_claimed.end() : m_claimed.find(meal.meal.value);
    if (other != m_claimed.end() && elder.judged.verdict.payable()) {
        m_served = {};
        m_served.policy = m_policy;
        m_served.verdict = Verdict::refused(
            {reason_code::claimedElsewhere.toString(),
             {{QStringLiteral("policy"), other->second.policy}, {QStringLiteral("claim"), other->second.claim}}});
        return &m_served;
    }
    const bool late = elder.deathDay != 0 && elder.deathDay == meal.on.toJulianDay()
        && meal.at > QByteArrayView(momentText(*elder.timeline.notes().diedAt).toLatin1());
    const bool unsignedFor = m_policy && m_policy->requiresSignature && !meal.signedFor;
    if (elder.judged.verdict.outcome == Verdict::Outcome::Refused || (!late && !unsignedFor))
        return &elder.judged;
    m_served = {};
    m_served.policy = m_policy;
    m_served.verdict = late
        ? Verdict::refused({reason_code::afterDeath.toString(),
                            {{QStringLiteral("died"), elder.timeline.died()->toString(Qt::ISODate)}}})
        : Verdict::held({reason_code::noSignature.toString(), {}}, elder.judged.verdict.facts);
    return &m_served;
}

std::vector<MealJudge::Counter>& MealJudge::siteCounters(Id<Site> site)
{
    std::vector<Counter>& counters = m_sites[site.value];
    if (counters.size() != m_siteSlots.size())
        counters.resize(m_siteSlots.size());
    for (std::size_t i = 0; i < counters.size(); ++i) {
        if (counters[i].period == m_sitePeriods[i])
            continue;
        const auto before
            = m_preloaded.empty() ? m_preloaded.end() : m_preloaded.find({site.value, i, m_sitePeriods[i]});
        counters[i] = {m_sitePeriods[i], before == m_preloaded.end() ? 0 : before->second};
    }
    return counters;
}

/// How much of each limit is used; those of the point count as empty where they are not asked.
void MealJudge::fillUsed(const std::vector<Counter>& elder, const std::vector<Counter>& site, bool atSite)
{
    m_used.clear();
    for (std::size_t i = 0; i < m_policy->limits.size(); ++i) {
        const bool ofElder = m_policy->limits[i].scope == Limit::Scope::Elder;
        const auto slot = std::size_t(m_limitSlots[i]);
        m_used.push_back(ofElder ? elder[slot].used : atSite ? site[slot].used : 0);
    }
}

/// By what is used now. For what the stretch of days said it is kept: of a point whose cap is used up every further
/// meal is refused in the same words.
const JudgedUnit& MealJudge::bounded(ElderState& elder, const JudgedUnit& judged)
{
    const bool ofStretch = &judged == &elder.judged;
    if (ofStretch && elder.limitedBy == m_used)
        return elder.limited;
    JudgedUnit& made = ofStretch ? elder.limited : m_limited;
    made = {};
    made.policy = m_policy;
    made.verdict = applyLimits(*m_policy, judged.verdict, m_used);
    if (ofStretch)
        elder.limitedBy = m_used;
    return made;
}

const JudgedUnit& MealJudge::judge(const MealInOrder& meal, bool atSite)
{
    if (meal.on != m_day)
        enterDay(meal.on);
    ElderState& elder = stateOf(meal.elder);
    if (meal.on.toJulianDay() >= elder.until)
        judgeStretch(elder, meal.on);
    for (std::size_t i = 0; i < elder.counters.size(); ++i)
        if (elder.counters[i].period != m_elderPeriods[i])
            elder.counters[i] = {m_elderPeriods[i], 0};
    std::vector<Counter>& site = siteCounters(meal.site);

    const JudgedUnit* judged = asServed(elder, meal, atSite);
    if (judged->verdict.outcome != Verdict::Outcome::Refused) {
        fillUsed(elder.counters, site, atSite);
        if (!limitsHaveRoom(*m_policy, judged->verdict, m_used))
            judged = &bounded(elder, *judged);
    }
    countMeal(elder.counters, m_elderSlots, judged->verdict);
    if (atSite)
        countMeal(site, m_siteSlots, judged->verdict);
    return *judged;
}

bool MealJudge::takeFromSite(const JudgedUnit& judged, Id<Site> siteId, QDate day)
{
    if (day != m_day)
        enterDay(day);
    std::vector<Counter>& site = siteCounters(siteId);
    if (!m_policy)
        return false;
    const std::vector<Counter> nothing(m_elderSlots.size());
    fillUsed(nothing, site, true);
    if (!limitsHaveRoom(*m_policy, judged.verdict, m_used))
        return false;
    countMeal(site, m_siteSlots, judged.verdict);
    return true;
}

void MealJudge::preload(Id<Site> site, QDate day, Fen fen, qint64 units)
{
    const Policy* policy = m_calendar.onDayOrNearest(day);
    for (std::size_t i = 0; policy && i < m_siteSlots.size(); ++i)
        m_preloaded[{site.value, i, policy->periodOf(m_siteSlots[i].per, day)}]
            += m_siteSlots[i].count == Limit::Count::Fen ? fen.value : units;
}

qint64 MealJudge::used(const Limit& limit, Id<Elder> elderId, Id<Site> siteId, QDate day) const
{
    const bool ofElder = limit.scope == Limit::Scope::Elder;
    const auto slot = slotOf(ofElder ? m_elderSlots : m_siteSlots, limit);
    const Policy* policy = m_calendar.onDayOrNearest(day);
    if (slot < 0 || !policy)
        return 0;
    const std::vector<Counter>* counters = nullptr;
    if (ofElder) {
        const std::optional<quint32> found = m_index.find(elderId.value);
        counters = found ? &m_elders[*found].counters : nullptr;
    } else {
        const auto found = m_sites.find(siteId.value);
        counters = found == m_sites.end() ? nullptr : &found->second;
    }
    const qint64 period = policy->periodOf(limit.per, day);
    if (counters && std::size_t(slot) < counters->size() && (*counters)[std::size_t(slot)].period == period)
        return (*counters)[std::size_t(slot)].used;
    const auto before = m_preloaded.find({siteId.value, std::size_t(slot), period});
    return ofElder || before == m_preloaded.end() ? 0 : before->second;
}

std::vector<std::pair<Id<Site>, Fen>> MealJudge::paidInYear(QDate day) const
{
    std::vector<std::pair<Id<Site>, Fen>> paid;
    const Policy* policy = m_calendar.onDayOrNearest(day);
    const auto slot = std::find(m_siteSlots.begin(), m_siteSlots.end(), Slot {Limit::Count::Fen, Limit::Per::Year});
    if (!policy || slot == m_siteSlots.end())
        return paid;
    const auto index = std::size_t(slot - m_siteSlots.begin());
    const qint64 period = policy->periodOf(Limit::Per::Year, day);
    std::map<qint64, qint64> bySite;
    for (const auto& [key, fen] : m_preloaded)
        if (std::get<1>(key) == index)
            bySite[std::get<0>(key)] = std::get<2>(key) == period ? fen : bySite[std::get<0>(key)];
    for (const auto& [id, counters] : m_sites)
        if (counters[index].period == period)
            bySite[id] = counters[index].used;
        else
            bySite.try_emplace(id, 0);
    for (const auto& [id, fen] : bySite)
        paid.emplace_back(Id<Site> {id}, Fen {fen});
    return paid;
}

} // namespace songhe
