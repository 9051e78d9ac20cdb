// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QtCore/QDate>
#include <QtCore/QString>

namespace songhe {

/// A quarter of a year, `2026Q3`.
struct Quarter {
    int year = 0;
    int number = 0;                              ///< 1 to 4
    static constexpr int mostPackages = 999'999; ///< a centre's sequence numbers end here; it writes a few a year

    [[nodiscard]] static Result<Quarter> fromText(const QString& text);
    [[nodiscard]] static Quarter of(QDate day) { return {day.year(), (day.month() + 2) / 3}; }
    [[nodiscard]] QString text() const;
    [[nodiscard]] QDate first() const { return {year, number * 3 - 2, 1}; }
    [[nodiscard]] QDate last() const { return first().addMonths(3).addDays(-1); }
    friend bool operator==(Quarter, Quarter) = default;
};

/// `songhe-C1-2026Q3-0004`; what a file system could stumble over in the code becomes `_`.
[[nodiscard]] QString packageName(const QString& centreCode, Quarter quarter, int sequence);

} // namespace songhe
