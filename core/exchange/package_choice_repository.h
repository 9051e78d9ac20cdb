// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/quarter.h"
#include "core/records/value.h"

#include <QtCore/QDateTime>

#include <vector>

namespace songhe {

/// Which records a package takes along.
struct PackageScope {
    Quarter quarter;
    qint64 sinceAudit = 0; ///< the head that the last acknowledged package proved; 0: none was acknowledged, all travel
    QDateTime deliveredUntil; ///< when the newest package was written: void claim lines it took along travel again
};

/// The end of a SELECT over a family's table that takes the chosen records, in the order of their ids.
struct PackageChoice {
    QString where;
    std::vector<Value> values;
};

/// The quarter's records, what changed since the acknowledged head, and all that these refer to.
[[nodiscard]] PackageChoice packageChoice(const QString& family, const PackageScope& scope);

} // namespace songhe
