// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/fen.h"

#include <QtCore/QString>

namespace songhe {

/// An amount in capitals (大写金额) as it stands on vouchers: 叁元整, 壹仟零伍元零叁分, 伍角整, 零元整, 负壹元整.
/// Any Fen can be written; 10 yuan is 壹拾元整, 10^16 yuan 壹亿亿元整.
[[nodiscard]] QString capitals(Fen amount);

} // namespace songhe
