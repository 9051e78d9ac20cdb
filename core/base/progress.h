// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <atomic>
#include <functional>

namespace songhe {

/// How long work tells where it is and learns that it should stop.
/// Call `RETURN_IF_ERROR(progress.step(done, total))` for every row or chunk; it is cheap.
class Progress {
public:
    Progress() = default;
    /// `report` is called from the working thread, at most once per whole percent.
    explicit Progress(std::function<void(int percent)> report)
        : m_report(std::move(report))
    { }

    /// Fails with `Error::Kind::Cancelled` once `stop()` was called.
    Result<void> step(qint64 done, qint64 total);
    void stop() { m_stopped.store(true, std::memory_order_relaxed); }
    [[nodiscard]] bool stopped() const { return m_stopped.load(std::memory_order_relaxed); }

private:
    std::function<void(int percent)> m_report;
    std::atomic<bool> m_stopped = false;
    int m_percent = -1;
};

} // namespace songhe
