// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"
#include "core/storage/ledger.h"

namespace songhe::cli {

/// --from and --to, or the one day --on; today where nothing is said.
struct AskedDays {
    QDate first, last;
};

/// `daysFromToday`: how far the span reaches where nothing is said.
Result<AskedDays> askedDays(Context& context, const Ledger& ledger, int daysFromToday = 0);

/// The options that `askedDays` reads.
[[nodiscard]] std::vector<OptionLine> dayOptions();
[[nodiscard]] std::vector<OptionLine> withMore(std::vector<OptionLine> options, std::initializer_list<OptionLine> more);

} // namespace songhe::cli
