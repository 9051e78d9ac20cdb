// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QtGlobal>

#include <cstddef>
#include <initializer_list>
#include <span>

namespace songhe {

/// Random numbers that are the same for the same seed on every machine (splitmix64); the standard library's
/// distributions are not. For invented data only.
class DemoRandom {
public:
    explicit DemoRandom(quint64 seed)
        : m_state(seed)
    { }

    quint64 next()
    {
        quint64 mixed = (m_state += 0x9E3779B97F4A7C15ULL);
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9ULL;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBULL;
        return mixed ^ (mixed >> 31);
    }
    /// 0 … sides - 1
    int roll(int sides) { return int(next() % quint64(sides)); }
    int between(int least, int most) { return least + roll(most - least + 1); }
    bool chance(double percent) { return double(next() >> 11) * 0x1p-53 * 100.0 < percent; }
    template <typename T, std::size_t N> const T& pick(const T (&from)[N]) { return from[std::size_t(roll(int(N)))]; }
    /// The index of one weight, as often as it weighs.
    int weighted(std::span<const int> weights)
    {
        int sum = 0;
        for (const int weight : weights)
            sum += weight;
        int rest = roll(sum);
        int index = 0;
        while (rest >= weights[std::size_t(index)])
            rest -= weights[std::size_t(index++)];
        return index;
    }

private:
    quint64 m_state;
};

} // namespace songhe
