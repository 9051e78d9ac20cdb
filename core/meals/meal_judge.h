// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/id_index.h"
#include "core/meals/meal_counts_repository.h"
#include "core/rules/evaluator.h"
#include "core/rules/fact_timeline.h"
#include "core/rules/policy_calendar.h"

#include <map>
#include <tuple>
#include <unordered_map>
#include <utility>

namespace songhe {

/// A verdict, and its values and facts as the canonical texts that a claim line keeps.
struct JudgedUnit {
    Verdict verdict;
    const Policy* policy = nullptr; ///< the version of the day; null where none covers it

    struct Texts {
        QByteArray outcome; ///< pays, refused, held
        QByteArray code;
        QByteArray values;   ///< JSON, keys sorted; empty where there are none
        QByteArray facts;    ///< JSON list of ids; empty where there are none
        QByteArray digested; ///< outcome, what it pays in fen, code, values and facts apart by tabs, for the digest
    };
    [[nodiscard]] const Texts& texts() const;
    /// True once: what a stretch of days decided is gathered once, not for each of its meals.
    [[nodiscard]] bool firstSeen() const { return !std::exchange(m_seen, true); }

private:
    mutable std::optional<Texts> m_texts;
    mutable bool m_seen = false;
};

/// The policy and the claim that pay for a record already.
struct ClaimedBy {
    QString policy;
    QString claim;
};

/// Judges meals one after the other in the order of payment: day, moment, id. Each stretch of days in which nothing
/// changes for an elder is judged once; the limits are counted along. Linear in meals, memory grows with elders only.
class MealJudge {
public:
    MealJudge(PolicyCalendar calendar, std::unordered_map<qint64, FactTimeline> timelines);

    /// Days must not go back. What comes back is good until the next call.
    const JudgedUnit& judge(const MealInOrder& meal) { return judge(meal, true); }
    /// The same without the limits of the point: what a signed claim was granted counts there beforehand, by `preload`.
    const JudgedUnit& judgeSigned(const MealInOrder& meal) { return judge(meal, false); }
    /// Does a limit of the point have room for what `judged` pays? Then it counts there from now on.
    bool takeFromSite(const JudgedUnit& judged, Id<Site> site, QDate day);
    /// Counts as paid at the point in the periods of `day`, before any other meal of these periods.
    void preload(Id<Site> site, QDate day, Fen fen, qint64 units);
    /// Meals that another claim pays for: a record is evidence of one claim only.
    void setClaimed(std::unordered_map<qint64, ClaimedBy> claimed) { m_claimed = std::move(claimed); }
    [[nodiscard]] bool knows(Id<Elder> elder) const { return m_index.find(elder.value).has_value(); }
    [[nodiscard]] const PolicyCalendar& calendar() const { return m_calendar; }

    /// How much of a limit is used by the meals judged so far in the limit's period that holds `day`.
    [[nodiscard]] qint64 used(const Limit& limit, Id<Elder> elder, Id<Site> site, QDate day) const;
    /// The money that each site was paid in its year of `day`, by site; for the balance of the caps.
    [[nodiscard]] std::vector<std::pair<Id<Site>, Fen>> paidInYear(QDate day) const;
    /// Everything the judge knows of an elder, for the papers of a claim.
    template <typename Each> void eachTimeline(Each&& each) const
    {
        for (const ElderState& elder : m_elders)
            each(elder.id, elder.timeline);
    }

private:
    struct Slot {
        Limit::Count count;
        Limit::Per per;
        friend bool operator==(const Slot&, const Slot&) = default;
    };
    struct Counter {
        qint64 period = 0;
        qint64 used = 0;
    };
    /// What every meal asks stands first.
    struct ElderState {
        qint64 id = 0;
        qint64 until = 0;    ///< julian day on which to judge anew
        qint64 deathDay = 0; ///< julian day on which the moment of a meal is asked, 0 for none
        std::vector<Counter> counters;
        JudgedUnit judged;
        std::vector<qint64> limitedBy; ///< what was used of the limits when `limited` was found; empty: it was not
        JudgedUnit limited;            ///< `judged`, refused or cut by a limit: a cap that is used up stays so
        FactTimeline timeline;
    };

    const JudgedUnit& judge(const MealInOrder& meal, bool atSite);
    ElderState& stateOf(Id<Elder> elder);
    [[nodiscard]] const JudgedUnit& bounded(ElderState& elder, const JudgedUnit& judged);
    [[nodiscard]] const JudgedUnit* asServed(const ElderState& elder, const MealInOrder& meal, bool unsignedMeal);
    void fillUsed(const std::vector<Counter>& elder, const std::vector<Counter>& site, bool atSite);
    std::vector<Counter>& siteCounters(Id<Site> site);
    void enterDay(QDate day);
    void judgeStretch(ElderState& elder, QDate day);
    static void countMeal(std::vector<Counter>& counters, const std::vector<Slot>& slots, const Verdict& verdict);
    [[nodiscard]] static qsizetype slotOf(const std::vector<Slot>& slots, const Limit& limit);

    PolicyCalendar m_calendar;
    std::vector<ElderState> m_elders;
    IdIndex m_index; ///< of m_elders
    std::unordered_map<qint64, std::vector<Counter>> m_sites;
    std::map<std::tuple<qint64, std::size_t, qint64>, qint64> m_preloaded; ///< by site, slot and period
    std::unordered_map<qint64, ClaimedBy> m_claimed;
    std::vector<Slot> m_elderSlots, m_siteSlots;
    std::vector<qsizetype> m_limitSlots; ///< of m_policy's limits, among those of elders or of points
    QDate m_day;
    const Policy* m_policy = nullptr;
    std::vector<qint64> m_elderPeriods, m_sitePeriods; ///< of m_day, by slot
    std::vector<qint64> m_used;                        ///< of the current meal, by limit
    JudgedUnit m_limited, m_served;
};

} // namespace songhe
