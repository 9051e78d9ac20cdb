// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/divisions/divisions.h"
#include "core/rules/wording.h"

namespace songhe {

/// Puts reasons into words with the names of divisions and the words of the elders' facts. `divisions` must outlive it.
[[nodiscard]] Wording elderWording(const Divisions& divisions);

} // namespace songhe
