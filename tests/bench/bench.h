// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The speed goals, measured as ratios within one run, so that a noisy machine cannot fake them. Each bench is a
// function that adds lines to the report; ours and the yardstick take turns, so that both meet the same noise.

#include <QtCore/QString>
#include <QtCore/QTemporaryDir>

#include <chrono>
#include <functional>
#include <vector>

namespace songhe::bench {

using Clock = std::chrono::steady_clock;

/// Milliseconds that work took: by the clock on the wall, and of the processor (user and system, of this program and of
/// those it started and waited for). What else the machine does lengthens the first alone.
struct Took {
    double wall = 0;
    double cpu = 0;
};

/// Milliseconds of the processor used so far.
[[nodiscard]] double cpuUsed();

template <typename Work> Took timed(Work&& work)
{
    const double used = cpuUsed();
    const auto start = Clock::now();
    work();
    const double wall = std::chrono::duration<double, std::milli>(Clock::now() - start).count();
    return {wall, cpuUsed() - used};
}

/// The time below which `part` of the runs stayed; 0.5 is the median.
[[nodiscard]] double quantile(std::vector<double> times, double part);
[[nodiscard]] double wallQuantile(const std::vector<Took>& times, double part);
[[nodiscard]] double cpuQuantile(const std::vector<Took>& times, double part);

class Report {
public:
    /// How often as long as the yardstick ours took, and how often as long it may take.
    void ratio(const QString& work, double ours, const QString& yardstick, double theirs, double most);
    /// A time of its own, in milliseconds, with its limit.
    void time(const QString& work, double ours, double most);
    /// Anything else that has a limit.
    void amount(const QString& what, double ours, const QString& unit, double most);
    void note(const QString& text);

    [[nodiscard]] bool allReached() const { return m_missed == 0; }

private:
    void line(const QString& text, bool reached);

    int m_missed = 0;
};

/// Ends the program with the reason: a bench without its data measures nothing.
[[noreturn]] void giveUp(const QString& why);

/// The value of a Result, or the end of the program.
template <typename R> auto must(R&& result)
{
    if (!result)
        giveUp(result.error().message + u' ' + result.error().detail);
    return *std::forward<R>(result);
}
template <typename R> void mustDo(R&& result)
{
    if (!result)
        giveUp(result.error().message + u' ' + result.error().detail);
}

/// A folder on the disk the project lies on (not in memory), gone with the object.
class Workplace {
public:
    Workplace();
    [[nodiscard]] QString path(const QString& name) const { return m_folder.filePath(name); }

private:
    QTemporaryDir m_folder;
};

void benchMeals(Report& report);
void benchSettle(Report& report);
void benchSearch(Report& report);
void benchPackage(Report& report);
void benchSeal(Report& report);
void benchMerge(Report& report);
void benchRoster(Report& report);
void benchAssessments(Report& report);
void benchTimeline(Report& report);

} // namespace songhe::bench
