// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/district/district_desk.h"
#include "core/district/district_keys.h"
#include "core/district/district_store.h"
#include "core/exchange/centre_keys.h"
#include "core/exchange/package_desk.h"
#include "core/exchange/sealing.h"
#include "tests/bench/centre.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QProcess>

#include <sys/resource.h>

namespace songhe::bench {

namespace {

constexpr int mergeElders = 5'000;
constexpr int mergePackages = 4;
constexpr int mergeRows = 250'000; ///< of a package

/// `SONGHE_BENCH_PACKAGES` and `SONGHE_BENCH_ROWS` make the city bigger: 20 packages of 1,000,000 rows are the size
/// that a big city reaches.
int wanted(const char* variable, int usual)
{
    bool given = false;
    const int value = qEnvironmentVariableIntValue(variable, &given);
    return given && value > 0 ? value : usual;
}

struct MergeCity {
    QString stick;
    QStringList codes;
    QStringList keys;
};

/// The same meals from each centre, under keys and ids of its own. The books go when the package is written.
MergeCity deliveredCity(const Workplace& place, const DistrictInfo& district, int packages, int rows)
{
    MergeCity city;
    city.stick = place.path(QStringLiteral("stick"));
    for (int i = 0; i < packages; ++i) {
        const QString code = QStringLiteral("B%1").arg(i + 1, 3, 10, QLatin1Char('0'));
        BenchCentre centre(code);
        const auto elders = centre.addElders(mergeElders, i);
        const Quarter quarter = Quarter::of(centre.today().addMonths(-3));
        centre.addPastMeals(elders, quarter.last().addDays(1 - rows / mergeElders), quarter.last(), 1);
        if (!QDir().mkpath(city.stick))
            giveUp(city.stick);
        FolderPlace folder(city.stick);
        PackageRequest request;
        request.quarter = quarter;
        request.recipients = {district.ageRecipient};
        Progress progress;
        PackageDesk desk(centre.ledger(), must(packageIdentity(centre.session())));
        must(desk.write(std::move(request), folder, progress));
        city.codes << code;
        city.keys << centre.session().centre().minisignPublicKey;
    }
    return city;
}

/// The tables as they lie in the bags, for a stock tool to read.
void unpack(const MergeCity& city, const QString& identityFile, const QString& folder)
{
    const QString script
        = QStringLiteral("set -e; mkdir -p '%1'; cd '%1'; for p in '%2'/*.age; do n=$(basename \"$p\" .zip.age); "
                         "age -d -i '%3' -o \"$n.zip\" \"$p\"; unzip -q \"$n.zip\" -d \"$n\"; rm \"$n.zip\"; done")
              .arg(folder, city.stick, identityFile);
    QProcess shell;
    shell.start(QStringLiteral("bash"), {QStringLiteral("-c"), script});
    if (!shell.waitForFinished(-1) || shell.exitCode() != 0)
        giveUp(QString::fromUtf8(shell.readAllStandardError()));
}

Took stockImport(const QString& folder)
{
    const QString script
        = QStringLiteral("set -e; cd '%1'; rm -f stock.db; for n in */; do for t in $(find \"$n\" -name '*.csv' "
                         "! -name audit.csv); do b=$(basename $t .csv); echo \".import --csv --skip "
                         "$([ -e seen.$b ] && echo 1 || echo 0) $t $b\"; touch seen.$b; done; done > all.sql; "
                         "rm -f seen.*; sqlite3 stock.db < all.sql")
              .arg(folder);
    return timed([&] {
        QProcess shell;
        shell.start(QStringLiteral("bash"), {QStringLiteral("-c"), script});
        if (!shell.waitForFinished(-1) || shell.exitCode() != 0)
            giveUp(QString::fromUtf8(shell.readAllStandardError()));
    });
}

/// The most memory this program held so far, in MiB.
double peakOfUs()
{
    rusage used {};
    getrusage(RUSAGE_SELF, &used);
    return double(used.ru_maxrss) / 1024;
}

} // namespace

void benchMerge(Report& report)
{
    const int packages = wanted("SONGHE_BENCH_PACKAGES", mergePackages);
    const int rows = wanted("SONGHE_BENCH_ROWS", mergeRows);
    const Workplace place;
    const songhe::SystemClock clock;
    const CentreKeys office = must(makeCentreKeys());
    const auto identities = [&office] {
        AgeKeys keys;
        keys.identities.push_back(must(AgeIdentity::fromText(office.ageIdentity.view())));
        return keys;
    };
    QFile identityFile(place.path(QStringLiteral("identity")));
    if (!identityFile.open(QIODevice::WriteOnly)
        || identityFile.write(office.ageIdentity.view().data(), office.ageIdentity.view().size()) < 0)
        giveUp(identityFile.errorString());
    identityFile.close();

    const auto store = must(DistrictStore::open(place.path(QStringLiteral("district.db")), true));
    const DistrictInfo district = must(makeDistrict(*store, QStringLiteral("量速区"), identities(), clock));
    DistrictDesk desk(*store, must(openDistrict(*store, identities())), clock);
    const MergeCity city = deliveredCity(place, district, packages, rows);
    for (int i = 0; i < packages; ++i)
        must(desk.trust(city.codes[i], city.keys[i]));

    // One package after the other, so that the first and the last can be compared.
    std::vector<double> each;
    std::vector<double> peaks;
    const QStringList files = packageFiles({city.stick});
    for (const QString& file : files) {
        each.push_back(timed([&] {
                           Progress progress;
                           const MergeReport merged = must(desk.merge({file}, {}, progress));
                           if (merged.packages.front().status != QStringLiteral("merged"))
                               giveUp(file);
                       }).wall);
        peaks.push_back(peakOfUs());
    }
    double sum = 0;
    for (const double one : each)
        sum += one;
    const Took again = timed([&] {
        Progress progress;
        must(desk.merge({city.stick}, {}, progress));
    });
    const Took hashing = timed([&] {
        QProcess shell;
        shell.start(QStringLiteral("bash"), {QStringLiteral("-c"), QStringLiteral("sha256sum '%1'/*").arg(city.stick)});
        shell.waitForFinished(-1);
    });
    const QString folder = place.path(QStringLiteral("tables"));
    unpack(city, identityFile.fileName(), folder);
    stockImport(folder);
    const Took theirs = stockImport(folder);

    report.ratio(QStringLiteral("merge %1 packages of %2 meals into SQLite").arg(packages).arg(rows), sum,
                 QStringLiteral("sqlite3 .import of the same rows"), theirs.wall, 2.5);
    report.ratio(QStringLiteral("the last package"), each.back(), QStringLiteral("the first one"), each.front(), 1.5);
    report.ratio(QStringLiteral("merge the known folder again"), again.wall, QStringLiteral("sha256sum"), hashing.wall,
                 2);
    report.amount(QStringLiteral("memory more after the last package than after the first"),
                  peaks.back() - peaks.front(), QStringLiteral("MiB"), 64);
    QStringList times;
    for (const double one : each)
        times << QString::number(one, 'f', 0);
    report.note(QStringLiteral("one after the other: %1 ms").arg(times.join(QStringLiteral(", "))));
}

} // namespace songhe::bench
