// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/elders/fact_repository.h"
#include "core/meals/meal.h"
#include "core/meals/meal_counts_repository.h"
#include "core/rules/evaluator.h"
#include "core/rules/policy_shelf.h"
#include "core/rules/wording.h"

#include <map>

namespace songhe {

/// What the policy is going to say to a meal when the month is settled, as far as it can be known now.
struct Outlook {
    Verdict verdict;
    const Policy* policy = nullptr; ///< the version of the day; null where none covers it
    QString text;                   ///< 'pays 3.00 yuan: subsistence, registered in 包头市'
};

/// What a meal point was paid in a year so far, against the most that the policy pays it.
struct SiteCap {
    Fen used;
    Fen most;
    [[nodiscard]] Fen rest() const { return Fen {most.value > used.value ? most.value - used.value : 0}; }
};

/// Gives the desk its outlook, quickly enough to be asked at every meal: the year of a meal point is counted once and
/// kept up to date by `recorded`; only near its cap are the year's meals judged one by one.
///
///     ASSIGN_OR_RETURN(const Outlook outlook, m_outlook.of(meal));   // before or after writing it
///     m_outlook.recorded(meal, outlook.verdict);                     // once it is committed
class MealOutlook {
public:
    /// `shelf` must outlive it.
    MealOutlook(Ledger& ledger, const PolicyShelf& shelf, QString policyId, Wording wording);

    /// Counts the year of `day` at that point now instead of at the first meal.
    Result<void> prepare(Id<Site> site, QDate day);
    /// Uses elder, site, servedOn, at and, where it is written already, id. `at` may be empty: then it comes last.
    Result<Outlook> of(const Meal& meal);

    /// The year's cap of that point in the year of `day`, and all its payable meals up to that day; nothing where the
    /// policy has no such cap. The year is judged once for all points and kept up to date afterwards.
    Result<std::optional<SiteCap>> capOf(Id<Site> site, QDate day);

    /// Keeps the counts right. A meal before one already counted makes the point be counted anew.
    void recorded(const Meal& meal, const Verdict& verdict);
    /// A meal was made void: takes it out of the counts again. `verdict`: what it was worth, where that is known.
    void takenBack(const Meal& meal, const std::optional<Verdict>& verdict = {});
    /// A fact or a policy changed, or many meals came in: everything is counted anew.
    void forget();
    /// The centre follows another policy from now on.
    void follow(const QString& policyId);

private:
    /// What is known of one limit of a site in one period.
    struct SiteCount {
        qint64 served = 0;          ///< all its meals of the period; nothing can have used more than these
        std::optional<qint64> used; ///< judged one by one, for all meals up to `lastOn`, `lastAt`
        QDate lastOn;
        QDateTime lastAt;
    };

    /// What each point was paid in one year by the meals up to `lastAt`, judged one by one.
    struct YearPaid {
        qint64 period = 0;
        QDate day;
        QDateTime lastAt;
        std::map<qint64, Fen> bySite;
    };

    struct Key {
        qint64 site = 0;
        qint64 period = 0;
        Limit::Count count = Limit::Count::Fen;
        Limit::Per per = Limit::Per::Year;
        friend auto operator<=>(const Key&, const Key&) = default;
    };

    Result<std::vector<qint64>> usedBefore(const Policy& policy, const Meal& meal);
    Result<qint64> usedByElder(const Policy& policy, const Limit& limit, const Meal& meal);
    Result<qint64> usedAtSite(const Policy& policy, const Limit& limit, const Meal& meal);
    Result<SiteCount*> siteCount(const Policy& policy, const Limit& limit, Id<Site> site, QDate day);
    Result<void> judgeYear(const Policy& policy, QDate day);
    [[nodiscard]] static const Limit* yearCap(const Policy& policy);
    Result<qint64> judgeSite(const Policy& policy, const Limit& limit, const Meal& meal);

    Ledger& m_ledger;
    const PolicyShelf& m_shelf;
    QString m_policyId;
    Wording m_wording;
    FactRepository m_facts;
    MealCountsRepository m_meals;
    std::map<Key, SiteCount> m_sites;
    std::optional<YearPaid> m_year;
};

} // namespace songhe
