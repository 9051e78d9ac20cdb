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

/// The most memory this program held since the last call, in MiB.
double peakSinceLast()
{
    QFile status(QStringLiteral("/proc/self/status"));
    double peak = 0;
    if (status.open(QIODevice::ReadOnly))
        for (const QByteArray& line : status.readAll().split('\n'))
            if (line.startsWith("VmHWM:"))
                peak = line.mid(6).simplified().split(' ').first().toDouble() / 1024;
    QFile reset(QStringLiteral("/proc/self/clear_refs"));
    if (peak <= 0 || !reset.open(QIODevice::WriteOnly) || reset.write("5") != 1)
        giveUp(QStringLiteral("the peak of the memory cannot be read"));
    return peak;
}

/// A district's office on a store of its own; all of them open what is sealed to one identity.
class MergeOffice {
public:
    MergeOffice(const QString& path, const CentreKeys& keys)
        : m_store(must(DistrictStore::open(path, true)))
        , m_info(must(makeDistrict(*m_store, QStringLiteral("量速区"), identities(keys), m_clock)))
        , m_desk(*m_store, must(openDistrict(*m_store, identities(keys))), m_clock)
    { }
    [[nodiscard]] const DistrictInfo& info() const { return m_info; }

    void trust(const MergeCity& city)
    {
        for (qsizetype i = 0; i < city.codes.size(); ++i)
            must(m_desk.trust(city.codes[i], city.keys[i]));
    }
    Took merge(const QStringList& files, const QString& status)
    {
        return timed([&] {
            Progress progress;
            for (const FileOutcome& file : must(m_desk.merge(files, {}, progress)).packages)
                if (file.status != status)
                    giveUp(file.file + u' ' + file.status);
        });
    }

private:
    static AgeKeys identities(const CentreKeys& keys)
    {
        AgeKeys made;
        made.identities.push_back(must(AgeIdentity::fromText(keys.ageIdentity.view())));
        return made;
    }

    SystemClock m_clock;
    std::unique_ptr<DistrictStore> m_store;
    DistrictInfo m_info;
    DistrictDesk m_desk;
};

QString identityFile(const Workplace& place, const CentreKeys& keys)
{
    QFile file(place.path(QStringLiteral("identity")));
    const QByteArrayView text = keys.ageIdentity.view();
    if (!file.open(QIODevice::WriteOnly) || file.write(text.data(), text.size()) != text.size())
        giveUp(file.errorString());
    return file.fileName();
}

Took hashingOf(const QStringList& files)
{
    return timed([&] {
        QProcess shell;
        shell.start(QStringLiteral("sha256sum"), files);
        if (!shell.waitForFinished(-1) || shell.exitCode() != 0)
            giveUp(QStringLiteral("sha256sum"));
    });
}

} // namespace

void benchMerge(Report& report)
{
    const int packages = wanted("SONGHE_BENCH_PACKAGES", mergePackages);
    const int rows = wanted("SONGHE_BENCH_ROWS", mergeRows);
    const int few = qMax(1, packages / 4);
    const Workplace place;
    const CentreKeys keys = must(makeCentreKeys());
    MergeOffice small(place.path(QStringLiteral("small.db")), keys);
    MergeOffice large(place.path(QStringLiteral("large.db")), keys);
    const MergeCity city = deliveredCity(place, large.info(), packages, rows);
    small.trust(city);
    large.trust(city);
    const QStringList files = packageFiles({city.stick});
    const double before = peakSinceLast();
    const Took part = small.merge(files.mid(0, few), QStringLiteral("merged"));
    const double partPeak = peakSinceLast();
    const Took whole = large.merge(files, QStringLiteral("merged"));
    const double wholePeak = peakSinceLast();
    hashingOf(files);
    const Took again = large.merge(files, QStringLiteral("already_here"));
    const Took hashing = hashingOf(files);
    const QString tables = place.path(QStringLiteral("tables"));
    unpack(city, identityFile(place, keys), tables);
    stockImport(tables);
    const Took theirs = stockImport(tables);

    report.ratio(QStringLiteral("merge %1 packages of %2 meals into SQLite").arg(packages).arg(rows), whole.wall,
                 QStringLiteral("sqlite3 .import of the same rows"), theirs.wall, 2.5);
    report.ratio(QStringLiteral("a package among %1").arg(packages), whole.wall / packages,
                 QStringLiteral("a package among %1").arg(few), part.wall / few, 1.25);
    report.ratio(QStringLiteral("merge the known folder again"), again.wall, QStringLiteral("sha256sum"), hashing.wall,
                 1.5);
    report.amount(QStringLiteral("memory more for %1 packages than for %2").arg(packages).arg(few),
                  wholePeak - partPeak, QStringLiteral("MiB"), 160);
    report.note(QStringLiteral("the processor's time: ours %1 ms, theirs %2 ms; a package %3 ms among %4 and %5 ms "
                               "among %6")
                    .arg(whole.cpu, 0, 'f', 0)
                    .arg(theirs.cpu, 0, 'f', 0)
                    .arg(part.cpu / few, 0, 'f', 0)
                    .arg(few)
                    .arg(whole.cpu / packages, 0, 'f', 0)
                    .arg(packages));
    report.note(QStringLiteral("memory: making the packages %1 MiB, merging %2 MiB")
                    .arg(before, 0, 'f', 0)
                    .arg(wholePeak, 0, 'f', 0));
}

} // namespace songhe::bench
