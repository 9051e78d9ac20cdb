// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/meals/meal.h"
#include "core/rules/evaluator.h"
#include "core/rules/fact_timeline.h"
#include "core/rules/policy_shelf.h"

#include <unordered_map>

namespace songhe {

/// A verdict, and its values and facts as the canonical texts that a claim line keeps.
struct JudgedMeal {
    Verdict verdict;
    const Policy* policy = nullptr; ///< the version of the day; null where none covers it

    struct Texts {
        QByteArray outcome; ///< pays, refused, held
        QByteArray code;
        QByteArray values; ///< JSON, keys sorted; empty where there are none
        QByteArray facts;  ///< JSON list of ids; empty where there are none
    };
    [[nodiscard]] const Texts& texts() const;

private:
    mutable std::optional<Texts> m_texts;
};

/// Judges meals one after the other in the order of payment: day, moment, id. Each stretch of days in which nothing
/// changes for an elder is judged once; the limits are counted along. Linear in meals, memory grows with elders only.
class MealJudge {
public:
    /// `shelf` must outlive the judge.
    MealJudge(const PolicyShelf& shelf, QString policyId, std::unordered_map<qint64, FactTimeline> timelines);

    /// Days must not go back. What comes back is good until the next call.
    const JudgedMeal& judge(Id<Elder> elder, Id<Site> site, QDate day);

    /// How much of a limit is used by the meals judged so far in the limit's period that holds `day`.
    [[nodiscard]] qint64 used(const Limit& limit, Id<Elder> elder, Id<Site> site, QDate day) const;
    /// The money that each site was paid in its year of `day`, by site; for the balance of the caps.
    [[nodiscard]] std::vector<std::pair<Id<Site>, Fen>> paidInYear(QDate day) const;

    /// From which day on meals must be judged so that the limits are right on `day`.
    [[nodiscard]] static QDate startFor(const PolicyShelf& shelf, const QString& policyId, QDate day);

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
    struct ElderState {
        FactTimeline timeline;
        JudgedMeal judged;
        qint64 until = 0; ///< julian day on which to judge anew
        std::vector<Counter> counters;
    };

    void enterDay(QDate day);
    void judgeStretch(ElderState& elder, QDate day);
    void countMeal(std::vector<Counter>& counters, const std::vector<Slot>& slots, const std::vector<qint64>& periods,
                   const Verdict& verdict) const;
    [[nodiscard]] const Policy* policyFor(QDate day) const;
    [[nodiscard]] static qsizetype slotOf(const std::vector<Slot>& slots, const Limit& limit);

    const PolicyShelf& m_shelf;
    QString m_policyId;
    std::unordered_map<qint64, ElderState> m_elders;
    std::unordered_map<qint64, std::vector<Counter>> m_sites;
    std::vector<Slot> m_elderSlots, m_siteSlots;
    QDate m_day;
    const Policy* m_policy = nullptr;
    std::vector<qint64> m_elderPeriods, m_sitePeriods; ///< of m_day, by slot
    std::vector<qint64> m_used;                        ///< of the current meal, by limit
    JudgedMeal m_limited;
};

} // namespace songhe
