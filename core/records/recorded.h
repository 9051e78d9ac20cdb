// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/id.h"

#include <QtCore/QDateTime>

#include <optional>

namespace songhe {

struct User;

/// What every record carries beside its own fields. The store fills it; nobody else writes it.
struct Recorded {
    int revision = 0; ///< 1 when added, one more at every change
    QDateTime at;     ///< when this revision was written, UTC
    Id<User> by;
    std::optional<QDateTime> voidedAt; ///< nothing is deleted: a record is voided with a reason
    std::optional<QString> voidReason; ///< sealed

    [[nodiscard]] bool isVoided() const { return voidedAt.has_value(); }
};

} // namespace songhe
