// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"
#include "core/elders/elder.h"

namespace songhe::cli {

struct DayText {
    Q_DECLARE_TR_FUNCTIONS(songhe::cli::Day)
};

/// The day of --on, or today.
Result<QDate> dayGiven(Context& context);
/// The elder of --elder; nothing where it is not given.
Result<std::optional<Id<Elder>>> elderGiven(const Context& context);
/// An elder by number, card or whatever finds her alone.
Result<Id<Elder>> elderCalled(Context& context, const QString& text);

} // namespace songhe::cli
