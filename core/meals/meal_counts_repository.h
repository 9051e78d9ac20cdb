// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/meals/meal.h"
#include "core/storage/ledger.h"

#include <functional>

namespace songhe {

/// What settlement needs of a meal.
struct MealInOrder {
    Id<Meal> meal;
    Id<Elder> elder;
    Id<Site> site;
    QDate on;
    QByteArrayView at {};  ///< the moment as it is stored; good only while the meal is handed over
    bool signedFor = true; ///< told only where it was asked for
};

/// Meals counted and walked in the order of payment (day, moment, id); nothing is opened, no records are built.
class MealCountsRepository {
public:
    explicit MealCountsRepository(Ledger& ledger)
        : m_ledger(ledger)
    { }

    using Each = std::function<Result<void>(const MealInOrder&)>;
    /// Every meal from the first to the last day that is not void; `receipts`: whether somebody signed is asked, too.
    Result<void> walk(QDate first, QDate last, const Each& each, bool receipts = false);
    /// Those up to the moment `until` of the last day, leaving out `except`.
    Result<void> walkUntil(QDate first, QDate last, const QDateTime& until, Id<Meal> except, const Each& each);
    /// Those of one elder, up to the moment `until`, leaving out `except`.
    Result<void> walkElder(Id<Elder> elder, QDate first, QDate last, const QDateTime& until, Id<Meal> except,
                           const Each& each);
    Result<qint64> count(QDate first, QDate last);
    /// When the last meal of that day is; not valid where there is none.
    Result<QDateTime> lastMoment(QDate day);
    Result<qint64> countAtSite(Id<Site> site, QDate first, QDate last);

private:
    Ledger& m_ledger;
};

} // namespace songhe
