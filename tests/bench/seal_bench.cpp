// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/bench.h"

#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace songhe::bench {

namespace {

constexpr qint64 sealedBytes = 256LL << 20;
constexpr int sealRounds = 5;

/// Runs a line of the shell and answers with the most memory it held, in MiB.
double peakOfShell(const QString& line)
{
    QByteArray shell("bash"), flag("-c"), text(line.toUtf8());
    char* argv[] = {shell.data(), flag.data(), text.data(), nullptr};
    pid_t child = 0;
    if (posix_spawnp(&child, "bash", nullptr, nullptr, argv, environ) != 0)
        giveUp(line);
    int status = 0;
    rusage used {};
    if (wait4(child, &status, 0, &used) != child || !WIFEXITED(status) || WEXITSTATUS(status) != 0)
        giveUp(line);
    return double(used.ru_maxrss) / 1024;
}

/// Bytes that no program finds easier than others.
void writeNoise(const QString& path, qint64 size)
{
    peakOfShell(QStringLiteral("head -c %1 /dev/urandom > '%2'").arg(size).arg(path));
}

} // namespace

void benchSeal(Report& report)
{
    const Workplace place;
    const QString key = place.path(QStringLiteral("key"));
    const QString in = place.path(QStringLiteral("in"));
    const QString small = place.path(QStringLiteral("small"));
    peakOfShell(QStringLiteral("age-keygen -o '%1' 2>/dev/null && age-keygen -y '%1' > '%1.pub'").arg(key));
    writeNoise(in, sealedBytes);
    writeNoise(small, 1 << 20);
    // Into nowhere: how fast a disk is does not belong here. `exec`, so that the memory counted is the program's own.
    const QString ours
        = QStringLiteral("exec '" SONGHE_CLI "' seal -r \"$(cat '%1.pub')\" '%2' - > /dev/null").arg(key);
    const QString theirs = QStringLiteral("exec age -r \"$(cat '%1.pub')\" '%2' > /dev/null").arg(key, in);
    std::vector<Took> own;
    std::vector<Took> stock;
    double peak = 0;
    for (int round = 0; round < sealRounds; ++round) {
        own.push_back(timed([&] { peak = qMax(peak, peakOfShell(ours.arg(in))); }));
        stock.push_back(timed([&] { peakOfShell(theirs); }));
    }
    report.ratio(QStringLiteral("seal 256 MiB"), wallQuantile(own, 0.5), QStringLiteral("age"),
                 wallQuantile(stock, 0.5), 2);
    report.amount(QStringLiteral("memory more for sealing 256 MiB than for 1 MiB"), peak - peakOfShell(ours.arg(small)),
                  QStringLiteral("MiB"), 8);
}

} // namespace songhe::bench
