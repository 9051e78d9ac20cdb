// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/district/district_desk.h"
#include "core/district/person_vault.h"
#include "core/exchange/age_keys.h"
#include "tests/support/catch.h"

#include "songhe_source_dir.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QJsonDocument>
#include <QtCore/QTemporaryDir>

using namespace songhe;
using namespace Qt::StringLiterals;

namespace {

QByteArray keptBytes(const QString& name)
{
    QFile file(QStringLiteral(SONGHE_SOURCE_DIR "/tests/data/district/") + name);
    REQUIRE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

AgeKeys keptKeys()
{
    AgeKeys keys;
    auto identities = readAgeIdentities(keptBytes(u"district.key"_s));
    REQUIRE(identities);
    keys.identities = *std::move(identities);
    return keys;
}

/// The name in the sealed file of an elder.
QString nameOf(DistrictStore& store, const DistrictKeys& keys, qint64 elder)
{
    auto rows = store.run(u"SELECT c.number, c.uuid, e.revision, e.sealed FROM elder e "
                          "JOIN centre c ON c.number = e.centre WHERE e.id = ?"_s,
                          {Value(elder)});
    REQUIRE(rows);
    REQUIRE((*rows)->next());
    PersonVault vault(store, keys.dataKey, (*rows)->integer(0), (*rows)->text(1));
    REQUIRE(vault.load());
    const auto plain = vault.open(u"elder"_s, elder, u"elder"_s, elder, (*rows)->integer(2), (*rows)->blob(3));
    REQUIRE(plain);
    return QJsonDocument::fromJson(plain->view().toByteArray()).object()["name"_L1].toString();
}

} // namespace

// A store of every released schema of a district is kept in tests/data/district, named after its version, with the
// identity it was set up with and the one package that was merged into it; invented persons.
TEST_CASE("a district's store of every released schema opens in this program with nothing lost", "[district][storage]")
{
    const QDir kept(QStringLiteral(SONGHE_SOURCE_DIR "/tests/data/district"));
    const QStringList files = kept.entryList({u"*.db"_s}, QDir::Files, QDir::Name);
    REQUIRE_FALSE(files.isEmpty());
    for (const QString& name : files) {
        INFO(name.toStdString());
        QTemporaryDir temporary;
        const QString path = temporary.filePath(name);
        REQUIRE(QFile::copy(kept.filePath(name), path));
        const FixedClock clock(QDate(2026, 12, 1));
        REQUIRE(DistrictStore::open(path, false)); // brings it up to date, and is closed
        QFile raw(path);
        REQUIRE(raw.open(QIODevice::ReadOnly));
        CHECK_FALSE(raw.readAll().contains(u"缺签字表"_s.toUtf8()));
        raw.close();
        const auto store = DistrictStore::open(path, false);
        REQUIRE(store);
        CHECK(readDistrict(**store)->name == u"石拐区民政局"_s);
        const auto keys = openDistrict(**store, keptKeys());
        REQUIRE(keys);
        CHECK(nameOf(**store, *keys, 1001) == u"王秀英"_s);

        DistrictDesk desk(**store, *openDistrict(**store, keptKeys()), clock);
        const auto packages = desk.packages();
        REQUIRE(packages);
        REQUIRE(packages->size() == 1);
        CHECK(packages->front().quarter == u"2021Q3"_s);
        const QString digest = *desk.digest();
        const auto tables = desk.report();
        REQUIRE(tables);
        CHECK((*tables)["tables"_L1]["meal"_L1]["SG01"_L1] == 2);
        CHECK((*tables)["tables"_L1]["claim"_L1]["total"_L1] == 1);

        // What was decided about the claim since the second of them.
        const auto claims = desk.claims();
        REQUIRE(claims);
        REQUIRE(claims->size() == 1);
        if (name != u"0001.db"_s) {
            CHECK(claims->front().accepted == false);
            CHECK(claims->front().reason == u"缺签字表"_s);
        }

        // The same package is known, and its receipt is written once more.
        Progress progress;
        const auto merged = desk.merge({kept.path()}, temporary.filePath(u"receipts"_s), progress);
        REQUIRE(merged);
        REQUIRE(merged->packages.size() == 1);
        CHECK(merged->packages.front().status == u"already_here"_s);
        CHECK(merged->packages.front().counts.unchanged == 29);
        CHECK(merged->receipts.size() == 1);
        CHECK(merged->findings.empty());
        CHECK(*desk.digest() == digest);
        // And again, as it was brought up to date.
        REQUIRE(DistrictStore::open(path, false));
    }
}
