// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>

#include <compare>
#include <optional>

namespace songhe {

/// An amount of money as a whole number of fen (1 yuan = 100 fen). Binary floating point never touches it.
/// Sums saturate nowhere: `plus` and `times` tell when the result does not fit.
struct Fen {
    qint64 value = 0;

    friend bool operator==(Fen, Fen) = default;
    friend auto operator<=>(Fen, Fen) = default;

    [[nodiscard]] std::optional<Fen> plus(Fen other) const;
    [[nodiscard]] std::optional<Fen> times(qint64 count) const;

    /// `3.00`, `-12.05`, with thousands separators as on screen: `48,216.00`.
    [[nodiscard]] QString yuanText() const;
    /// Reads `3`, `3.5`, `3.00`, `1,234.50`, `¥3`, `3元`; nothing else, never more than two decimals.
    [[nodiscard]] static std::optional<Fen> fromYuanText(const QString& text);
};

} // namespace songhe
