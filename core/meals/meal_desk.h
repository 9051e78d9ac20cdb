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

/// What a meal entered days after it was served wants: the reason, and a second person who confirms it.
struct LateEntry {
    QString reason;
    Id<User> second; ///< whoever calls this has seen her password
};

/// One of a list of meals to record together.
struct Batch {
    Id<Site> site;
    QDate servedOn;
    Sitting sitting = Sitting::Lunch;
    MealWay way = MealWay::Delivered;
    Fen price;
    std::vector<Id<Elder>> elders;
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
    /// More days late than the setting `meal.late_days` says, it wants `late` wherever the centre has a second person;
    /// alone it is recorded with a warning.
    Result<CheckIn> checkIn(Meal meal, const std::optional<LateEntry>& late = {});
    /// Would `checkIn` want a reason and a second person for this meal?
    Result<bool> wantsSecond(const Meal& meal);
    /// Records one meal for each of these elders at one moment: all of them or, where one is refused, none.
    Result<std::vector<CheckIn>> checkInAll(const Batch& batch);
    /// To whom this sitting was brought from that point in the 14 days before `day`, most often first.
    Result<std::vector<Delivery>> deliveredBefore(QDate day, Id<Site> site, Sitting sitting);
    /// The same without recording anything, for the list of candidates.
    Result<Outlook> preview(const Meal& meal) { return m_outlook.of(meal); }

    Result<Meal> voidMeal(Id<Meal> id, const QString& reason);
    /// Ctrl+Z: makes void the newest meal that this user recorded at the desk today, or the whole of the newest batch.
    /// Empty: there is none.
    Result<std::vector<Meal>> undoLast();

    Result<std::optional<Meal>> find(Id<Meal> id) { return m_meals.find(id); }
    Result<std::vector<Meal>> listOn(QDate day) { return m_meals.listOn(day); }
    Result<std::vector<Meal>> listOf(Id<Elder> elder, QDate first, QDate last)
    {
        return m_meals.listOf(elder, first, last);
    }
    Result<QDate> firstDayOf(Id<Elder> elder) { return m_meals.firstDayOf(elder); }
    /// What the policy has paid this point in the year of `day`, and its cap; nothing where there is no such cap.
    Result<std::optional<SiteCap>> capOf(Id<Site> site, QDate day) { return m_outlook.capOf(site, day); }
    Result<std::vector<MealCount>> countByDay(QDate first, QDate last) { return m_meals.countByDay(first, last); }

    /// When a sitting usually is, for meals entered later.
    [[nodiscard]] static QDateTime usualMoment(QDate day, Sitting sitting);

private:
    /// Within a transaction.
    Result<CheckIn> write(const Meal& meal);
    /// Within a transaction; `worth` becomes what the meal counted for.
    Result<Meal> makeVoid(const Meal& meal, const QString& reason, std::optional<Verdict>& worth);
    Result<Elder> servedElder(const Meal& meal);
    Result<bool> isLate(const Meal& meal);
    /// Is somebody else there who could confirm a late entry?
    Result<bool> hasOthers();
    /// Puts the reason and the second person into a late meal; the warning where there is none.
    Result<QString> confirmLate(Meal& meal, const std::optional<LateEntry>& late);
    Result<QStringList> warningsFor(const Meal& meal, const Elder& elder);
    Failure alreadyServed(const Meal& meal);

    Ledger& m_ledger;
    ElderRepository m_elders;
    MealRepository m_meals;
    MealOutlook& m_outlook;
};

} // namespace songhe
