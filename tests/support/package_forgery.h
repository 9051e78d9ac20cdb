// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/package_fixture.h"

#include "core/exchange/bag_writer.h"

#include <QtCore/QBuffer>
#include <QtCore/QFile>
#include <QtCore/QMap>

namespace songhe::forgery {

using namespace Qt::StringLiterals;

inline void put(const QString& path, QByteArrayView bytes)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    REQUIRE(file.write(bytes.data(), bytes.size()) == bytes.size());
}

inline QByteArray get(const QString& path)
{
    QFile file(path);
    INFO(path.toStdString());
    REQUIRE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

/// Opens a package, lets `change` alter its files (path in the bag → bytes) and packs it anew, sealed to the district.
/// Manifests are made anew unless `keepManifests`; the signature stays the old one unless `key` is given.
struct Forgery {
    bool keepManifests = false;
    const MinisignSecretKey* key = nullptr;
    std::function<void(QMap<QString, QByteArray>&)> change;
};

inline QByteArray plainZip(PackageFixture& fixture, const QString& path)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    auto reader = AgeReader::open(file, fixture.districtKeys());
    REQUIRE(reader);
    return *readAllBounded(**reader, 100 * 1024 * 1024);
}

inline QByteArray hexOf(QByteArrayView bytes)
{
    BagDigest digest(BagAlgorithm::Sha256);
    digest.add(bytes);
    return digest.result().toHex();
}

/// Members of a zip in their order; a name may come twice.
using Members = std::vector<std::pair<QString, QByteArray>>;

/// Packs and seals to the district, whatever the names are.
inline void packAnew(PackageFixture& fixture, const QString& path, const Members& members)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    auto writer = AgeWriter::open(file, {.recipients = {fixture.district.recipient()}});
    auto packed = ZipWriter::open(**writer, 6, fixture.store->clock.now());
    for (const auto& [name, bytes] : members) {
        REQUIRE((*packed)->begin(name, bytes.size()));
        REQUIRE((*packed)->write(bytes));
        REQUIRE((*packed)->end());
    }
    REQUIRE((*packed)->close());
    REQUIRE((*writer)->finish());
}

/// What a package holds, by the names of its zip.
inline Members membersOf(PackageFixture& fixture, const QString& path)
{
    QByteArray zip = plainZip(fixture, path);
    QBuffer in(&zip);
    in.open(QIODevice::ReadOnly);
    auto reader = ZipReader::open(in, ZipLimits());
    REQUIRE(reader);
    Members members;
    while (const auto entry = *(*reader)->next()) {
        QByteArray bytes;
        QByteArray part(65536, '\0');
        while (const qint64 count = *(*reader)->read(part.data(), part.size()))
            bytes += part.first(count);
        members.emplace_back(entry->name, bytes);
    }
    return members;
}

inline void forge(PackageFixture& fixture, const QString& path, const Forgery& forgery)
{
    QMap<QString, QByteArray> files;
    QString base;
    for (const auto& [name, bytes] : membersOf(fixture, path)) {
        base = name.section(u'/', 0, 0);
        files.insert(name.section(u'/', 1), bytes);
    }
    forgery.change(files);
    if (!forgery.keepManifests) {
        QByteArray manifest, tags;
        for (auto it = files.constBegin(); it != files.constEnd(); ++it)
            if (it.key().startsWith(u"data/"))
                manifest += hexOf(it.value()) + "  " + it.key().toUtf8() + '\n';
        files[u"manifest-sha256.txt"_s] = manifest;
        for (const char* name : {"bagit.txt", "bag-info.txt", "manifest-sha256.txt"})
            tags += hexOf(files.value(QString::fromLatin1(name))) + "  " + name + '\n';
        files[u"tagmanifest-sha256.txt"_s] = tags;
        if (forgery.key)
            files[u"tagmanifest-sha256.txt.minisig"_s]
                = minisignSign(*forgery.key, minisignDigest(tags), u"forged"_s)->file("forged");
    }
    Members members;
    for (auto it = files.constBegin(); it != files.constEnd(); ++it)
        members.emplace_back(base + u'/' + it.key(), it.value());
    packAnew(fixture, path, members);
}

} // namespace songhe::forgery
