// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/progress.h"
#include "core/meals/meal_judge.h"
#include "core/storage/ledger.h"
#include "core/subsidies/claim.h"
#include "core/subsidies/period.h"

#include <functional>

namespace songhe {

/// One meal of a settlement, in the order of payment. Good only while it is handed over.
struct SettledMeal {
    Id<Meal> meal;
    Id<Elder> elder;
    Id<Site> site;
    QDate on;
    const JudgedMeal& judged;
};

/// What a period comes to under a policy. `claim` has everything but id, digests and who and when.
struct Settlement {
    Claim claim;
    qint64 meals = 0;
};

using SettledMealSink = std::function<Result<void>(const SettledMeal&)>;

/// Judges every meal of the period by the facts of its day and hands it to `each`. Earlier meals of the year are
/// judged along so that the caps are right. The same records give the same calls in the same order, in any language.
/// Unknown policies are `NotFound`.
Result<Settlement> settle(Ledger& ledger, const PolicyShelf& shelf, const QString& policyId, const Period& period,
                          const SettledMealSink& each, Progress& progress);

} // namespace songhe
