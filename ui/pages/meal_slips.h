// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/meals/meal.h"
#include "core/security/session.h"
#include "ui/printing/slip.h"

namespace songhe::ui {

/// The slip of one meal, ready to be printed.
[[nodiscard]] printing::Slip mealSlip(const CentreInfo& centre, const QString& elderName, const QString& siteName,
                                      const QString& person, const Meal& meal, std::optional<Fen> subsidy);
Result<std::unique_ptr<printing::Paper>> slipPaper(const std::vector<printing::Slip>& slips, printing::SlipForm form);

} // namespace songhe::ui
