// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/meals/meal_judge.h"

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

const JudgedMeal::Texts& JudgedMeal::texts() const
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
    return m_texts.emplace(std::move(made));
}

MealJudge::MealJudge(const PolicyShelf& shelf, QString policyId, std::unordered_map<qint64, FactTimeline> timelines)
    : m_shelf(shelf)
    , m_policyId(std::move(policyId))
{
    for (const Policy* policy : m_shelf.versions(m_policyId))
        for (const Limit& limit : policy->limits) {
            auto& slots = limit.scope == Limit::Scope::Elder ? m_elderSlots : m_siteSlots;
            if (slotOf(slots, limit) < 0)
                slots.push_back({limit.count, limit.per});
        }
    m_elders.reserve(timelines.size());
    for (auto& [id, timeline] : timelines)
        m_elders[id].timeline = std::move(timeline);
}

qsizetype MealJudge::slotOf(const std::vector<Slot>& slots, const Limit& limit)
{
    const auto found = std::find(slots.begin(), slots.end(), Slot {limit.count, limit.per});
    return found == slots.end() ? -1 : found - slots.begin();
}

const Policy* MealJudge::policyFor(QDate day) const
{
    const Policy* policy = m_shelf.onDay(m_policyId, day);
    return policy ? policy : m_shelf.nearest(m_policyId, day);
}

void MealJudge::enterDay(QDate day)
{
    m_day = day;
    const Policy* policy = m_shelf.onDay(m_policyId, day);
    if (policy != m_policy) // another version judges from here on
        for (auto& [id, elder] : m_elders)
            elder.until = 0;
    m_policy = policy;
    const Policy* periods = policyFor(day);
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
    elder.judged.policy = m_policy;
    const QDate changes = elder.timeline.changesAfter(day);
    elder.until = changes.isValid() ? changes.toJulianDay() : std::numeric_limits<qint64>::max();
    if (m_policy) {
        elder.judged.verdict = judgeConditions(*m_policy, elder.timeline.asOf(day));
    } else {
        elder.judged.verdict = notValidOn(day, m_policyId, policyFor(day));
    }
}

void MealJudge::countMeal(std::vector<Counter>& counters, const std::vector<Slot>& slots,
                          const std::vector<qint64>& periods, const Verdict& verdict) const
{
    for (std::size_t i = 0; i < slots.size(); ++i) {
        Counter& counter = counters[i];
        if (counter.period != periods[i])
            counter = {periods[i], 0};
        if (slots[i].count == Limit::Count::Served)
            counter.used += 1;
        else if (verdict.payable())
            counter.used += slots[i].count == Limit::Count::Paid ? 1 : verdict.fen.value;
    }
}

const JudgedMeal& MealJudge::judge(Id<Elder> elderId, Id<Site> siteId, QDate day)
{
    if (day != m_day)
        enterDay(day);
    ElderState& elder = m_elders[elderId.value];
    if (day.toJulianDay() >= elder.until)
        judgeStretch(elder, day);
    elder.counters.resize(m_elderSlots.size());
    std::vector<Counter>& site = m_sites[siteId.value];
    site.resize(m_siteSlots.size());

    const JudgedMeal* judged = &elder.judged;
    if (judged->verdict.outcome != Verdict::Outcome::Refused) {
        m_used.clear();
        for (const Limit& limit : m_policy->limits) {
            const bool ofElder = limit.scope == Limit::Scope::Elder;
            const auto slot = std::size_t(slotOf(ofElder ? m_elderSlots : m_siteSlots, limit));
            const Counter& counter = (ofElder ? elder.counters : site)[slot];
            m_used.push_back(counter.period == (ofElder ? m_elderPeriods : m_sitePeriods)[slot] ? counter.used : 0);
        }
        if (!limitsHaveRoom(*m_policy, judged->verdict, m_used)) {
            m_limited = {};
            m_limited.policy = m_policy;
            m_limited.verdict = applyLimits(*m_policy, judged->verdict, m_used);
            judged = &m_limited;
        }
    }
    countMeal(elder.counters, m_elderSlots, m_elderPeriods, judged->verdict);
    countMeal(site, m_siteSlots, m_sitePeriods, judged->verdict);
    return *judged;
}

qint64 MealJudge::used(const Limit& limit, Id<Elder> elderId, Id<Site> siteId, QDate day) const
{
    const bool ofElder = limit.scope == Limit::Scope::Elder;
    const auto slot = slotOf(ofElder ? m_elderSlots : m_siteSlots, limit);
    const Policy* policy = policyFor(day);
    if (slot < 0 || !policy)
        return 0;
    const std::vector<Counter>* counters = nullptr;
    if (ofElder) {
        const auto found = m_elders.find(elderId.value);
        counters = found == m_elders.end() ? nullptr : &found->second.counters;
    } else {
        const auto found = m_sites.find(siteId.value);
        counters = found == m_sites.end() ? nullptr : &found->second;
    }
    if (!counters || std::size_t(slot) >= counters->size())
        return 0;
    const Counter& counter = (*counters)[std::size_t(slot)];
    return counter.period == policy->periodOf(limit.per, day) ? counter.used : 0;
}

std::vector<std::pair<Id<Site>, Fen>> MealJudge::paidInYear(QDate day) const
{
    std::vector<std::pair<Id<Site>, Fen>> paid;
    const Policy* policy = policyFor(day);
    const auto slot = std::find(m_siteSlots.begin(), m_siteSlots.end(), Slot {Limit::Count::Fen, Limit::Per::Year});
    if (!policy || slot == m_siteSlots.end())
        return paid;
    const qint64 period = policy->periodOf(Limit::Per::Year, day);
    for (const auto& [id, counters] : m_sites) {
        const Counter& counter = counters[std::size_t(slot - m_siteSlots.begin())];
        paid.emplace_back(Id<Site> {id}, Fen {counter.period == period ? counter.used : 0});
    }
    std::sort(paid.begin(), paid.end());
    return paid;
}

QDate MealJudge::startFor(const PolicyShelf& shelf, const QString& policyId, QDate day)
{
    QDate start = day;
    const Policy* policy = shelf.onDay(policyId, day);
    if (!policy)
        policy = shelf.nearest(policyId, day);
    if (policy)
        for (const Limit& limit : policy->limits)
            start = qMin(start, policy->periodStart(limit.per, day));
    return start;
}

} // namespace songhe
