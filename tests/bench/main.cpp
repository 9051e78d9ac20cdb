// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/secure_bytes.h"
#include "tests/bench/bench.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QDir>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <sys/resource.h>

namespace songhe::bench {

double quantile(std::vector<double> times, double part)
{
    if (times.empty())
        return 0;
    std::sort(times.begin(), times.end());
    return times.at(std::min(times.size() - 1, std::size_t(double(times.size()) * part)));
}

double wallQuantile(const std::vector<Took>& times, double part)
{
    std::vector<double> walls;
    for (const Took& each : times)
        walls.push_back(each.wall);
    return quantile(std::move(walls), part);
}

double cpuQuantile(const std::vector<Took>& times, double part)
{
    std::vector<double> cpus;
    for (const Took& each : times)
        cpus.push_back(each.cpu);
    return quantile(std::move(cpus), part);
}

double cpuUsed()
{
    timespec own {};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &own);
    rusage others {};
    getrusage(RUSAGE_CHILDREN, &others);
    const auto milliseconds
        = [](const timeval& time) { return double(time.tv_sec) * 1e3 + double(time.tv_usec) / 1e3; };
    return double(own.tv_sec) * 1e3 + double(own.tv_nsec) / 1e6 + milliseconds(others.ru_utime)
        + milliseconds(others.ru_stime);
}

void Report::ratio(const QString& work, double ours, const QString& yardstick, double theirs, double most)
{
    const double ratio = theirs > 0 ? ours / theirs : 0;
    line(QStringLiteral("%1: %2 ms, %3: %4 ms, ratio %5 (at most %6)")
             .arg(work, QString::number(ours, 'f', 3), yardstick, QString::number(theirs, 'f', 3),
                  QString::number(ratio, 'f', 2), QString::number(most, 'f', 2)),
         ratio > 0 && ratio <= most);
}

void Report::time(const QString& work, double ours, double most)
{
    line(QStringLiteral("%1: %2 ms (under %3 ms)")
             .arg(work, QString::number(ours, 'f', 3), QString::number(most, 'f', 0)),
         ours < most);
}

void Report::amount(const QString& what, double ours, const QString& unit, double most)
{
    line(QStringLiteral("%1: %2 %4 (under %3 %4)")
             .arg(what, QString::number(ours, 'f', 1), QString::number(most, 'f', 0), unit),
         ours < most);
}

void Report::note(const QString& text)
{
    std::printf("          %s\n", qPrintable(text));
    std::fflush(stdout);
}

void Report::line(const QString& text, bool reached)
{
    std::printf("%s %s\n", reached ? "reached  " : "MISSED   ", qPrintable(text));
    std::fflush(stdout);
    m_missed += reached ? 0 : 1;
}

void giveUp(const QString& why)
{
    std::fprintf(stderr, "bench: %s\n", qPrintable(why));
    std::exit(2);
}

Workplace::Workplace()
    : m_folder(QDir(QStringLiteral(SONGHE_BENCH_FOLDER)).filePath(QStringLiteral("bench-XXXXXX")))
{
    if (!m_folder.isValid())
        giveUp(m_folder.errorString());
}

} // namespace songhe::bench

int main(int argc, char* argv[])
{
    using namespace songhe::bench;
    QCoreApplication app(argc, argv);
    songhe::initCrypto();
    struct Bench {
        const char* name;
        void (*run)(Report&);
    };
    static constexpr Bench benches[]
        = {{"meals", benchMeals},       {"settle", benchSettle},   {"search", benchSearch},
           {"roster", benchRoster},     {"package", benchPackage}, {"assessments", benchAssessments},
           {"timeline", benchTimeline}, {"seal", benchSeal},       {"merge", benchMerge}};
    const QStringList wanted = QCoreApplication::arguments().mid(1);
    Report report;
    for (const Bench& bench : benches)
        if (wanted.isEmpty() || wanted.contains(QLatin1String(bench.name)))
            bench.run(report);
    return report.allReached() ? 0 : 1;
}
