// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QHashFunctions>
#include <QtCore/QString>
#include <QtCore/QtGlobal>

#include <compare>
#include <functional>

namespace songhe {

/// The 64-bit number of one record of family T. Zero means 'no id given yet'.
/// In JSON, CSV and package tables an id is text: other programs lose the last digits of numbers this long.
template <typename T> struct Id {
    qint64 value = 0;

    [[nodiscard]] bool isNull() const { return value == 0; }
    [[nodiscard]] QString text() const { return QString::number(value); }
    friend bool operator==(Id, Id) = default;
    friend auto operator<=>(Id, Id) = default;
};

template <typename T> size_t qHash(Id<T> id, size_t seed = 0)
{
    return ::qHash(id.value, seed);
}

class Clock;

/// Makes time-ordered ids: milliseconds since 2020-01-01T00:00Z in the upper 43 bits, random bits below,
/// strictly rising within a run of the program even if the clock goes back. The sign bit stays 0.
class IdSource {
public:
    explicit IdSource(const Clock& clock)
        : m_clock(clock)
    { }

    template <typename T> Id<T> next() { return Id<T> {nextValue()}; }
    qint64 nextValue();

private:
    const Clock& m_clock;
    qint64 m_last = 0;
};

} // namespace songhe

template <typename T> struct std::hash<songhe::Id<T>> {
    size_t operator()(songhe::Id<T> id) const noexcept { return std::hash<qint64> {}(id.value); }
};
