// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/package_desk.h"
#include "tests/bench/centre.h"

#include <QtCore/QDir>
#include <QtCore/QProcess>

namespace songhe::bench {

namespace {

constexpr int packageElders = 3'000;
constexpr int packageRows = 200'000;
constexpr int rounds = 3;

/// What somebody would type who has the same tables and no Songhe.
Took stockTools(const QString& data, const QString& folder, const QString& recipient)
{
    const QString script = QStringLiteral("set -e; cd '%1'; rm -rf stock; mkdir stock; "
                                          "for t in elder fact meal site audit; do "
                                          "sqlite3 -csv -header '%2' \"SELECT * FROM $t\" > stock/$t.csv; done; "
                                          "sha256sum stock/*.csv > stock/manifest-sha256.txt; "
                                          "zip -q -r stock.zip stock; age -r %3 -o stock.zip.age stock.zip")
                               .arg(folder, data, recipient);
    return timed([&] {
        QProcess shell;
        shell.start(QStringLiteral("bash"), {QStringLiteral("-c"), script});
        if (!shell.waitForFinished(-1) || shell.exitCode() != 0)
            giveUp(QString::fromUtf8(shell.readAllStandardError()));
    });
}

} // namespace

void benchPackage(Report& report)
{
    BenchCentre centre;
    const auto elders = centre.addElders(packageElders);
    const Quarter quarter = Quarter::of(centre.today().addMonths(-3));
    const qint64 meals
        = centre.addPastMeals(elders, quarter.first(), quarter.first().addDays(packageRows / packageElders), 1);
    const QString recipient = centre.session().centre().ageRecipient;
    PackageDesk desk(centre.ledger(), must(packageIdentity(centre.session())));

    std::vector<Took> ours;
    std::vector<Took> theirs;
    for (int round = 0; round < rounds; ++round) {
        const QString folder = centre.path(QStringLiteral("stick%1").arg(round));
        if (!QDir().mkpath(folder))
            giveUp(folder);
        ours.push_back(timed([&] {
            Progress progress;
            FolderPlace stick(folder);
            PackageRequest request;
            request.quarter = quarter;
            request.recipients = {recipient};
            must(desk.write(std::move(request), stick, progress));
        }));
        theirs.push_back(
            stockTools(centre.path(QStringLiteral("data/songhe.db")), centre.path(QStringLiteral(".")), recipient));
    }
    report.ratio(QStringLiteral("write a quarter's package of %1 elders and %2 meals").arg(packageElders).arg(meals),
                 wallQuantile(ours, 0.5), QStringLiteral("sqlite3 -csv, sha256sum, zip and age"),
                 wallQuantile(theirs, 0.5), 1);
    report.note(
        QStringLiteral("the processor's time: ours %1 ms (with the workbook, which they do not make), theirs %2 ms")
            .arg(QString::number(cpuQuantile(ours, 0.5), 'f', 0), QString::number(cpuQuantile(theirs, 0.5), 'f', 0)));
}

} // namespace songhe::bench
