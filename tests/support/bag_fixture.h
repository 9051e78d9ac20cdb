// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/catch.h"

#include "core/exchange/bag_digest.h"

#include <QtCore/QDateTime>
#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>

namespace songhe::bagtest {

using namespace Qt::StringLiterals;

inline QByteArray hexOf(BagAlgorithm algorithm, QByteArrayView bytes)
{
    BagDigest digest(algorithm);
    digest.add(bytes);
    return digest.result().toHex();
}

/// A bag as a list of files, laid out as a folder or packed as a zip, with or without flaws.
struct Bag {
    std::vector<std::pair<QString, QByteArray>> files;

    QByteArray& operator[](const QString& path)
    {
        for (auto& [name, bytes] : files)
            if (name == path)
                return bytes;
        files.emplace_back(path, QByteArray());
        return files.back().second;
    }

    QString layOut(const QTemporaryDir& folder) const
    {
        const QString root = folder.filePath(u"bag"_s);
        QDir(root).removeRecursively();
        for (const auto& [name, bytes] : files) {
            REQUIRE(QDir().mkpath(QFileInfo(root + u'/' + name).path()));
            QFile file(root + u'/' + name);
            REQUIRE(file.open(QIODevice::WriteOnly));
            file.write(bytes);
        }
        return root;
    }

    QString pack(const QTemporaryDir& folder, const QString& base = u"bag/"_s) const
    {
        QFile file(folder.filePath(u"bag.zip"_s));
        REQUIRE(file.open(QIODevice::WriteOnly));
        auto zip = ZipWriter::open(file, 6, QDateTime(QDate(2026, 5, 7), QTime(0, 0), Qt::UTC));
        REQUIRE(zip);
        for (const auto& [name, bytes] : files) {
            REQUIRE((*zip)->begin((name.startsWith(u'!') ? name.sliced(1) : base + name), bytes.size()));
            REQUIRE((*zip)->write(bytes));
            REQUIRE((*zip)->end());
        }
        REQUIRE((*zip)->close());
        return file.fileName();
    }
};

inline Bag soundBag()
{
    Bag bag;
    bag[u"data/a.txt"_s] = "first";
    bag[u"data/中心/b.txt"_s] = "second";
    bag[u"bagit.txt"_s] = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n";
    bag[u"bag-info.txt"_s] = "Source-Organization: 东河日间照料中心\n  and its branch\nPayload-Oxum: 11.2\n";
    bag[u"manifest-sha256.txt"_s] = hexOf(BagAlgorithm::Sha256, "first") + "  data/a.txt\n"
        + hexOf(BagAlgorithm::Sha256, "second") + "  data/中心/b.txt\n";
    return bag;
}

inline QStringList codesOf(const QString& path)
{
    Progress progress;
    const auto report = verifyBagAt(path, progress);
    if (!report)
        return {u"error:"_s + report.error().message};
    QStringList codes;
    for (const BagProblem& problem : report->problems) {
        CHECK_FALSE(problem.text.isEmpty());
        codes << problem.code;
    }
    return codes;
}

inline QStringList codesOf(const Bag& bag)
{
    QTemporaryDir folder;
    const QStringList laidOut = codesOf(bag.layOut(folder));
    CHECK(codesOf(bag.pack(folder)) == laidOut);
    return laidOut;
}

} // namespace songhe::bagtest
