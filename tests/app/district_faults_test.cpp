// SPDX-License-Identifier: GPL-3.0-or-later
// Power cuts and full disks: what was begun is done again, and comes to the same.
#include "tests/app/district_city.h"
#include "tests/support/catch.h"
#include "tests/support/skipped.h"

#include <QtCore/QDir>
#include <QtCore/QElapsedTimer>
#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <QtCore/QRandomGenerator>
#include <QtCore/QStorageInfo>

#include <sys/mount.h>

using namespace songhe::tests;
using namespace Qt::StringLiterals;

namespace {

/// 40 persons of whom the two centres share every other one, and their meals of 30 days.
void fill(EmptyCity& city)
{
    for (DeliveringCentre* centre : {&city.east, &city.west}) {
        QByteArray lines;
        for (int person = 0; person < 40; ++person) {
            const bool shared = person % 2 == 0;
            lines += elderLines(1001 + person, numberOf(shared || centre == &city.east ? person : 100 + person));
            for (int day = 1; day <= 30; ++day)
                if (centre == &city.east || day < 30)
                    lines += R"({"record":"meal","id":)" + QByteArray::number(5000 + person * 100 + day)
                        + R"(,"elder":)" + QByteArray::number(1001 + person) + R"(,"on":"2021-09-)"
                        + QByteArray::number(day).rightJustified(2, '0') + "\",\"site\":1}\n";
        }
        centre->records(lines);
        centre->sign(u"baotou-2020-meals"_s);
        centre->deliver(city.stick);
    }
}

bool mountSmall(const QString& folder, qint64 size, bool again)
{
    REQUIRE(QDir().mkpath(folder));
    return mount("tmpfs", QFile::encodeName(folder).constData(), "tmpfs", again ? MS_REMOUNT : 0,
                 ("size=" + QByteArray::number(size)).constData())
        == 0;
}

} // namespace

TEST_CASE("a merge that is killed at any point and run again comes to the same store, findings and receipts",
          "[app][district][faults]")
{
    EmptyCity city;
    fill(city);
    QElapsedTimer timer;
    timer.start();
    const qsizetype receipts = city.district.merge(city.stick)["receipts"_L1].toArray().size();
    const auto takes = quint32(timer.elapsed()); // whatever the machine, the kills fall within the work
    const QJsonObject whole = city.district.report();
    CHECK(whole["tables"_L1]["meal"_L1]["total"_L1] == 40 * 30 + 40 * 29);
    CHECK(city.district.findings(u"double_meal"_s).size() == 20 * 29);
    int cut = 0;
    for (const quint32 seed : {1U, 2U, 3U, 4U}) {
        District other({}, city.district.key);
        city.trustAt(other);
        QRandomGenerator random(seed);
        for (int round = 0; round < 5; ++round)
            cut += other.cli.killed(other.mergeArguments(city.stick), int(5 + random.bounded(takes))) ? 1 : 0;
        CHECK(other.merge(city.stick)["receipts"_L1].toArray().size() == receipts);
        CHECK(other.digest() == whole["digest"_L1].toString());
        CHECK(other.report() == whole);
        CHECK(QDir(other.receipts()).entryList(QDir::Files | QDir::Hidden).size() == receipts);
    }
    CHECK(cut >= 1);
}

TEST_CASE("a store that has no room left says so and keeps nothing by halves; with room the merge comes to the same",
          "[app][district][faults]")
{
    EmptyCity city;
    const QString small = city.district.cli.outside(u"small"_s);
    if (!mountSmall(small, 64 << 20, false)) {
        skipped("this user may not mount a small file system");
        return;
    }
    fill(city);
    Outcome full;
    QStringList tables;
    {
        District other(small + u"/district.db"_s, city.district.key);
        city.trustAt(other);
        const QStorageInfo volume(small);
        CHECK(mountSmall(small, volume.bytesTotal() - volume.bytesFree() + (192 << 10), true));
        full = other.cli.run(other.mergeArguments(city.stick));
        CHECK(mountSmall(small, 64 << 20, true));
        CHECK(other.report()["tables"_L1]["meal"_L1]["total"_L1] == 0);
        city.district.merge(city.stick);
        other.merge(city.stick);
        CHECK(other.report() == city.district.report());
    }
    REQUIRE(umount(QFile::encodeName(small).constData()) == 0);
    CHECK(full.code == 1);
    CHECK_FALSE(full.err.isEmpty());
}

TEST_CASE("the next one goes past a package whose writing ended before it was noted, and both are answered",
          "[app][district][faults]")
{
    EmptyCity city;
    city.east.records(elderLines(1001, numberOf(2)));
    city.west.records(elderLines(1001, numberOf(4)));
    city.west.deliver(city.stick);
    const CommandLine before;
    copyBooks(city.east.cli, before);
    const QString first = city.east.deliver(city.stick);
    const QByteArray bytes = contentOf(first);
    copyBooks(before, city.east.cli); // the file has its name, the books know nothing of it
    CHECK(city.east.cli.done({u"package"_s, u"list"_s}).toArray().isEmpty());

    const QString second = city.east.deliver(city.stick);
    CHECK(QFileInfo(second).fileName() == u"songhe-SG01-2021Q3-0002.zip.age"_s);
    CHECK(contentOf(first) == bytes);
    CHECK(city.east.cli.done({u"package"_s, u"list"_s}).toArray().size() == 1);
    for (const QString& file : {first, second})
        CHECK(city.east.cli.done({u"package"_s, u"verify"_s, file}).toObject()["ok"_L1].toBool());
    const QJsonObject merged = city.district.merge(city.stick);
    checkFindings(city.district, {});
    for (const char* number : {"1", "2"})
        city.east.cli.done(
            {u"receipt"_s, u"import"_s,
             city.district.receipts() + u"/songhe-SG01-2021Q3-000"_s + QLatin1String(number) + u".receipt.zip.age"_s});

    CHECK(city.east.cli.done({u"package"_s, u"list"_s}).toArray().size() == 2);

    // What only has the name of the next package is somebody's file: it stays, and the clerk is told.
    const QString third = city.stick + u"/songhe-SG01-2021Q3-0003.zip.age"_s;
    REQUIRE(QFile::copy(dataFile(u"roster/roster.xlsx"_s), third));
    const QJsonObject past
        = city.east.cli.done({u"package"_s, u"write"_s, u"--quarter"_s, u"2021Q3"_s, u"--to"_s, city.stick}).toObject();
    CHECK(past["sequence"_L1] == 4);
    REQUIRE(past["notices"_L1].toArray().size() == 1);
    CHECK(past["notices"_L1].toArray().first().toString().contains(u"songhe-SG01-2021Q3-0003"));
    CHECK(contentOf(third) == contentOf(dataFile(u"roster/roster.xlsx"_s)));
}
