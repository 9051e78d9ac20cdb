// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/elders/elder_repository.h"
#include "core/meals/meal_outlook.h"
#include "core/meals/meal_repository.h"

namespace songhe {

/// A meal that was just recorded, what the policy is going to say to it, and what the clerk should know.
struct CheckIn {
    Meal meal;
    Elder elder;
    Outlook outlook;
    QStringList warnings; ///< 'second meal today', 'recorded as deceased': recorded all the same, and not paid
};

/// Everything a person can do to meals. Each call is one transaction.
class MealDesk {
    Q_DECLARE_TR_FUNCTIONS(songhe::MealDesk)

public:
    /// `outlook` must outlive the desk.
    MealDesk(Ledger& ledger, MealOutlook& outlook)
        : m_ledger(ledger)
        , m_elders(ledger)
        , m_meals(ledger)
        , m_outlook(outlook)
    { }

    /// Records one meal. Only the same sitting at the same point is refused (`Conflict`); a second meal of the day, one
    /// at another point or one after death is recorded with a warning. An empty `at` becomes now, or on an earlier day
    /// the usual time of the sitting.
    Result<CheckIn> checkIn(Meal meal);
    /// The same without recording anything, for the list of candidates.
    Result<Outlook> preview(const Meal& meal) { return m_outlook.of(meal); }

    Result<Meal> voidMeal(Id<Meal> id, const QString& reason);
    /// Ctrl+Z: makes void the newest meal that this user recorded at the desk today. Empty: there is none.
    Result<std::optional<Meal>> undoLast();

    Result<std::vector<Meal>> listOn(QDate day) { return m_meals.listOn(day); }
    Result<std::vector<Meal>> listOf(Id<Elder> elder, QDate first, QDate last)
    {
        return m_meals.listOf(elder, first, last);
    }
    Result<std::vector<MealCount>> countByDay(QDate first, QDate last) { return m_meals.countByDay(first, last); }

    /// When a sitting usually is, for meals entered later.
    [[nodiscard]] static QDateTime usualMoment(QDate day, Sitting sitting);

private:
    Result<Elder> servedElder(const Meal& meal);
    Result<QStringList> warningsFor(const Meal& meal, const Elder& elder);
    Failure alreadyServed(const Meal& meal);

    Ledger& m_ledger;
    ElderRepository m_elders;
    MealRepository m_meals;
    MealOutlook& m_outlook;
};

} // namespace songhe
