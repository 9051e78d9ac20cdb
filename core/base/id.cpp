// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/id.h"

#include "core/base/clock.h"

#include <sodium.h>

#include <atomic>

namespace songhe {

namespace {
constexpr qint64 epochMs = 1577836800000; // 2020-01-01T00:00:00Z
constexpr int randomBits = 20;            // 43 bits of milliseconds reach the year 2298

/// Of all sources of this program: two of them in the same millisecond must not give the same number.
std::atomic<qint64> lastGiven = 0;
} // namespace

qint64 IdSource::nextValue()
{
    const qint64 ms = qMax<qint64>(0, m_clock.now().toMSecsSinceEpoch() - epochMs);
    const qint64 candidate = (ms << randomBits) | qint64(randombytes_uniform(1U << randomBits));
    qint64 last = lastGiven.load();
    while (!lastGiven.compare_exchange_weak(last, qMax(last + 1, candidate))) { }
    m_last = qMax(last + 1, candidate);
    return m_last;
}

} // namespace songhe
