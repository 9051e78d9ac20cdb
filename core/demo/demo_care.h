// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/demo/demo_places.h"

namespace songhe {

/// What an invented centre did for its elders of late besides meals: agreements, four weeks of services and of day
/// care, orders of the days to come, visits, health notes, an incident or two, and devices that are lent. The same for
/// the same seed; `writeDemoPlaces` comes first, since it makes the staff.
Result<void> writeDemoCare(Ledger& ledger, quint64 seed, const std::vector<Id<Site>>& sites,
                           const std::vector<DemoGuest>& guests);

} // namespace songhe
