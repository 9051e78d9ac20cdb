// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rules/policy.h"
#include "core/rules/verdict.h"

#include <span>

namespace songhe {

/// What the policy says to one unit of an elder with these facts. Pure: no store, no clock, no language. The desk's
/// outlook and the month's settlement call this same function.
/// `used`: how much of each of `policy.limits` is used up before this unit, in their order; missing ones are 0.
[[nodiscard]] Verdict evaluate(const Policy& policy, const Facts& facts, std::span<const qint64> used = {});

/// The first half: the conditions alone, which come out alike for every unit of that day.
[[nodiscard]] Verdict judgeConditions(const Policy& policy, const Facts& facts);
/// The second half: `judged` if every limit has room, else the limit's refusal.
[[nodiscard]] Verdict applyLimits(const Policy& policy, const Verdict& judged, std::span<const qint64> used);

/// Does every limit have room for the whole of `judged`? Then `applyLimits` would give it back unchanged.
[[nodiscard]] bool limitsHaveRoom(const Policy& policy, const Verdict& judged, std::span<const qint64> used);

/// For a day that no version of a policy covers; `nearest` may be null.
[[nodiscard]] Verdict notValidOn(QDate day, const QString& policyId, const Policy* nearest);

} // namespace songhe
