// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/centre/site.h"
#include "core/elders/elder.h"
#include "core/storage/ledger.h"

#include <functional>

namespace songhe {

/// Somebody the demonstration knows, as far as beds and absences ask.
struct DemoGuest {
    Id<Elder> id;
    QDate joined;
    bool frail = false;
    std::optional<QDate> awayFrom; ///< in hospital or with the children, to this day
};

/// What the subsidies besides meals are claimed with: a few facilities with their rooms, projects, costs, acceptances,
/// evaluations and budgets, staff, and the beds and absences of the frail. Invented, and the same for the same seed.
Result<void> writeDemoPlaces(Ledger& ledger, quint64 seed, const std::vector<Id<Site>>& sites,
                             const std::vector<DemoGuest>& guests);

} // namespace songhe
