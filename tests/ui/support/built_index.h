// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/text/readings.h"
#include "core/elders/elder_desk.h"
#include "core/elders/elder_index.h"
#include "tests/support/catch.h"

#include <memory>

namespace songhe::ui {

/// The index of all elders on file. `readings` must outlive it.
inline std::unique_ptr<ElderIndex> builtIndex(Ledger& ledger, const Result<Readings>& readings)
{
    REQUIRE(readings);
    const auto people = ElderDesk(ledger).list();
    REQUIRE(people);
    std::vector<ElderIndex::Entry> entries;
    for (const Elder& each : *people)
        entries.push_back(ElderIndex::entryOf(each));
    auto index = std::make_unique<ElderIndex>(*readings);
    index->build(entries);
    return index;
}

} // namespace songhe::ui
