// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rules/policy.h"

namespace songhe {

/// What was chosen for a point that a policy leaves open, in the user's language; a number is an amount in fen. A
/// choice of an imported file that has no words here comes back as it is written there.
[[nodiscard]] QString settingWords(const PolicySetting& setting, const QString& chosen);

} // namespace songhe
