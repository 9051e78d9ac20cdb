// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/progress.h"
#include "core/meals/meal_judge.h"
#include "core/storage/ledger.h"
#include "core/subsidies/claim.h"
#include "core/subsidies/period.h"

#include <functional>
#include <map>

namespace songhe {

/// One line of a settlement, in the order of payment. Good only while it is handed over.
struct SettledUnit {
    QString evidence;    ///< the family of what is claimed for
    Id<Meal> meal;       ///< where it is a meal
    Id<Evidence> record; ///< where it is another record
    Id<Elder> elder;
    Id<Site> site;
    QDate on;
    const JudgedUnit& judged;
    LineKind kind = LineKind::Regular;
    Fen amount; ///< what the line comes to; of an adjustment the difference
    Id<ClaimLine> corrects;

    [[nodiscard]] qint64 evidenceId() const { return meal.isNull() ? record.value : meal.value; }
};

/// What a period comes to under a policy. `claim` has everything but id, digests of lines and claim, who and when.
struct Settlement {
    Claim claim;
    qint64 units = 0;
};

using SettledUnitSink = std::function<Result<void>(const SettledUnit&)>;

struct SettleOptions {
    /// Does this claim take what changed about signed ones? Only the first that is still open may.
    bool takesCorrections = true;
    /// What would it be if nothing were signed or claimed elsewhere? For trying a policy on past months.
    bool asIfUnsigned = false;
    /// By point, what its yearly cap had paid before: then earlier records are not looked at. For replay.
    std::optional<std::map<qint64, qint64>> capsBefore;
};

/// Counts a line into what its claim comes to.
void addUp(Claim& claim, const SettledUnit& unit);

/// Judges every record of the period by the facts of its day and hands it to `each`; before them, as adjustments, what
/// signed claims come to more or less by what is known now. Signed lines and their adjustments are taken from the caps
/// first, then unsigned records of the year in their order. The same records give the same calls in the same order, in
/// any language. Unknown policies are `NotFound`.
Result<Settlement> settle(Ledger& ledger, const PolicyShelf& shelf, const QString& policyId, const Period& period,
                          const SettleOptions& options, const SettledUnitSink& each, Progress& progress);

} // namespace songhe
