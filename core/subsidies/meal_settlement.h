// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/subsidies/settlement.h"
#include "core/subsidies/signed_lines.h"

#include <set>
#include <unordered_set>

namespace songhe {

/// Settles meals. Where nothing is signed they are judged in one pass; else signed lines are looked at first, then what
/// they come to more or less, then the meals that no signed claim holds. Memory grows with elders and corrections, not
/// with meals.
class MealSettlement {
public:
    MealSettlement(Ledger& ledger, PolicyCalendar calendar, const SignedLines& lines, const Period& period,
                   const SettleOptions& options, const SettledUnitSink& each, Progress& progress);

    Result<Settlement> run(Claim head);

private:
    using Timelines = std::unordered_map<qint64, FactTimeline>;
    /// A meal that outlives the row it was read from.
    struct DayMeal {
        MealInOrder meal;
        QByteArray at;
        SignedUnit* granted = nullptr;
    };
    using Day = std::function<Result<void>(QDate, std::vector<DayMeal>&, std::vector<SignedUnit>&)>;
    enum class Change { None, Minus, Plus };

    Result<void> plain();
    Result<void> survey();
    Result<void> adjust();
    Result<void> unsignedMeals();
    Result<void> walkDays(QDate first, QDate last, const Day& day);
    Result<void> adjustDay(MealJudge& judge, QDate on, std::vector<DayMeal>& meals, std::vector<SignedUnit>& units);
    Result<void> unsignedDay(MealJudge& judge, std::vector<DayMeal>& meals);

    [[nodiscard]] static Change changeOf(const MealJudge& judge, const SignedUnit& unit, const Verdict& verdict);
    Result<void> handOn(const SettledUnit& unit);
    Result<void> correct(const SignedUnit& unit, const JudgedUnit& judged, Fen difference);
    void granted(Id<Site> site, QDate day, Fen fen, qint64 units);
    void preload(MealJudge& judge) const;
    [[nodiscard]] MealJudge newJudge() const;
    [[nodiscard]] qint64 yearOf(QDate day) const;
    Result<void> askEvaluations();
    void writeCaps();
    void writeFactsDigest();

    Ledger& m_ledger;
    PolicyCalendar m_calendar;
    const SignedLines& m_lines;
    Period m_period;
    const SettleOptions& m_options;
    const SettledUnitSink& m_each;
    Progress& m_progress;
    Settlement m_settlement;
    Timelines m_timelines;
    std::unordered_map<qint64, ClaimedBy> m_claimed;
    bool m_receipts = false;
    QDate m_start; ///< from here on unsigned meals count for the caps
    bool m_changes = false;

    struct Granted {
        qint64 fen = 0;
        qint64 units = 0;
    };
    std::map<std::pair<qint64, QDate>, Granted> m_granted; ///< by point and first day of the month
    struct Cap {
        qint64 before = 0;
        qint64 after = 0;
    };
    std::map<qint64, Cap> m_caps;
    std::unordered_set<qint64> m_decided;
    std::set<qint64> m_paidSites;
};

} // namespace songhe
