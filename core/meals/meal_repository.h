// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/meals/meal.h"
#include "core/storage/record_table.h"

namespace songhe {

/// How many meals of one sitting at one point.
struct MealCount {
    QDate on;
    qint64 meals = 0;
};

/// One elder to whom meals are brought.
struct Delivery {
    Id<Elder> elder;
    qint64 meals = 0;
    QDate last;
};

class MealRepository {
public:
    explicit MealRepository(Ledger& ledger)
        : m_ledger(ledger)
        , m_meals(ledger)
    { }

    /// A signature by another without the relation is kept as such.
    Result<Meal> add(Meal meal);
    Result<Meal> voidMeal(Id<Meal> id, const QString& reason) { return m_meals.voidRecord(id, reason); }
    Result<std::optional<Meal>> find(Id<Meal> id) { return m_meals.find(id); }
    /// Not void; by moment, then id.
    Result<std::vector<Meal>> listOn(QDate day);
    Result<std::vector<Meal>> listOf(Id<Elder> elder, QDate first, QDate last);
    /// The first day on which she ate; not valid where there is none.
    Result<QDate> firstDayOf(Id<Elder> elder);
    /// The meals of one elder on one day at any point and sitting, not void; for the second-meal warning.
    Result<std::vector<Meal>> listOf(Id<Elder> elder, QDate day) { return listOf(elder, day, day); }
    /// The meals of each day of a span; days without a meal are left out.
    Result<std::vector<MealCount>> countByDay(QDate first, QDate last);
    /// The newest meal at this desk that is not void; for Ctrl+Z. One recorded in a batch brings those recorded with
    /// it.
    Result<std::vector<Meal>> newestOf(Id<User> user, QDate day);
    /// To whom this sitting was brought from that point in a span, by the number of times, most first.
    Result<std::vector<Delivery>> deliveredTo(Id<Site> site, Sitting sitting, QDate first, QDate last);

private:
    Ledger& m_ledger;
    RecordTable<Meal> m_meals;
};

} // namespace songhe
