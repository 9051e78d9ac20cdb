// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// BagIt 1.0 (RFC 8493) and 0.97: what a bag is, where it lies, and whether it holds.

#include "core/base/progress.h"
#include "core/exchange/bag_text.h"
#include "core/exchange/zip_stream.h"

#include <QtCore/QHash>
#include <QtCore/QJsonObject>
#include <QtCore/QMap>

#include <functional>
#include <vector>

namespace songhe {

/// Bags are written with sha256; all of them are read.
enum class BagAlgorithm { Md5, Sha1, Sha224, Sha256, Sha384, Sha512 };
[[nodiscard]] QString bagAlgorithmName(BagAlgorithm algorithm);
[[nodiscard]] std::optional<BagAlgorithm> bagAlgorithmNamed(const QString& name);

/// One thing that is wrong: a stable code for programs, the file, and words for a person.
struct BagProblem {
    QString code;
    QString file;
    QString text;
};

/// `problems` as the command line shows them: [{"code": …, "file": …, "text": …}]
[[nodiscard]] QJsonArray problemsToJson(const std::vector<BagProblem>& problems);

struct BagLimits {
    ZipLimits zip;
    qint64 tagFileBytes = 64LL * 1024 * 1024;    ///< one manifest or other tag file
    qint64 allTagFiles = 4 * 64LL * 1024 * 1024; ///< what is kept of them all together
};

/// Gives the bytes of the file at hand; 0 is its end.
using BagContent = std::function<Result<qint64>(char* bytes, qint64 most)>;

/// One file as it lies in the bag.
struct BagItem {
    QString path; ///< within the bag: `data/meal.csv`; as found, not yet judged
    ZipEntry::Kind kind = ZipEntry::Kind::File;
};

/// Where a bag lies. Walked several times; nothing is unpacked to disk.
class BagTree {
public:
    virtual ~BagTree() = default;
    using Visitor = std::function<Result<void>(const BagItem&, const BagContent&)>;
    virtual Result<void> walk(const Visitor& visit) = 0;
    /// The one folder an archive holds; empty for a folder of the disk.
    [[nodiscard]] QString base() const { return m_base; }
    /// Whether names that differ in case alone would overwrite each other where this is unpacked.
    [[nodiscard]] virtual bool isArchive() const = 0;

protected:
    QString m_base;
};

/// A folder of the disk. Links are reported, never followed.
class FolderBag final : public BagTree {
public:
    explicit FolderBag(QString path)
        : m_path(std::move(path))
    { }
    Result<void> walk(const Visitor& visit) override;
    [[nodiscard]] bool isArchive() const override { return false; }

private:
    QString m_path;
};

/// A zip archive, opened anew for each walk: a file, or what AgeReader gives of a sealed one.
class ZipBag final : public BagTree {
public:
    using Open = std::function<Result<std::unique_ptr<QIODevice>>()>;
    ZipBag(Open open, const ZipLimits& limits)
        : m_open(std::move(open))
        , m_limits(limits)
    { }
    Result<void> walk(const Visitor& visit) override;
    [[nodiscard]] bool isArchive() const override { return true; }

private:
    Open m_open;
    ZipLimits m_limits;
};

/// What a check found. `problems` empty: complete and valid.
struct BagReport {
    std::vector<BagProblem> problems;
    std::vector<BagProblem> warnings;
    QString version;
    std::vector<std::pair<QString, QString>> info; ///< bag-info.txt, in its order
    QMap<QString, QByteArray> kept;                ///< tag files and what was asked to be kept, by path
    QMap<QString, qint64> sizes;                   ///< every file, by path
    qint64 payloadBytes = 0;
    qint64 payloadFiles = 0;

    [[nodiscard]] bool ok() const { return problems.empty(); }
    [[nodiscard]] QString infoValue(const QString& label) const;
    void problem(const char* code, const QString& file, const QString& text)
    {
        problems.push_back({QString::fromLatin1(code), file, text});
    }
};

/// Sees the bytes of a file in the second walk, while they are digested: `bytes` empty is its end.
using BagSight = std::function<Result<void>(const QString& path, QByteArrayView bytes)>;

struct BagCheck {
    BagLimits limits;
    QStringList keep;                                      ///< payload files to keep as a whole, bounded like tag files
    std::function<Result<void>(const BagReport&)> between; ///< after the first walk: tag files are known
    BagSight sight;
};

/// Walks the bag twice: names, tag files and manifests first, then every digest. An `Error` means that it could not be
/// read at all; everything that is wrong with the bag itself is a problem of the report.
Result<BagReport> verifyBag(BagTree& tree, Progress& progress, const BagCheck& check = {});
/// A folder or a zip file on disk.
Result<BagReport> verifyBagAt(const QString& path, Progress& progress);

/// Whether a path may stand in a bag: relative, no `..`, no drive, no backslash, nothing that cannot be shown.
[[nodiscard]] bool isSafeBagPath(const QString& path);

} // namespace songhe
