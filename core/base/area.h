// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>

#include <compare>
#include <optional>

namespace songhe {

/// A floor area as a whole number of dm² (0.01 m², as property papers state it): subsidies are paid by it, so it is as
/// exact as the money.
struct Area {
    qint64 dm2 = 0;

    friend bool operator==(Area, Area) = default;
    friend auto operator<=>(Area, Area) = default;

    /// `350`, `1280.50`: with two decimals where it is no whole number of m².
    [[nodiscard]] QString squareMetresText() const;
    /// Reads `350`, `350.5`, `1,280.50`, `350㎡`, `350 m²`; nothing else, never more than two decimals.
    [[nodiscard]] static std::optional<Area> fromSquareMetresText(const QString& text);
};

} // namespace songhe
