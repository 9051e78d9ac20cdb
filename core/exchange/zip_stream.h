// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// zip by libarchive, streaming both ways: an archive is written into any device and read from any device in one pass.

#include "core/exchange/stream_device.h"

#include <QtCore/QDateTime>

#include <memory>

struct archive;
struct archive_entry;

namespace songhe {

/// Writes an archive entry by entry. `close()` writes the central directory.
class ZipWriter {
public:
    /// `level` is deflate's, 1 to 9. Every entry carries the moment `stamp`.
    static Result<std::unique_ptr<ZipWriter>> open(QIODevice& target, int level, const QDateTime& stamp);
    ~ZipWriter();
    ZipWriter(const ZipWriter&) = delete;
    ZipWriter& operator=(const ZipWriter&) = delete;

    /// Begins a file. With a size it may be stored instead of deflated, for what is packed already.
    Result<void> begin(const QString& name, std::optional<qint64> size = {}, bool stored = false);
    Result<void> write(QByteArrayView bytes);
    Result<void> end();
    Result<void> close();

private:
    explicit ZipWriter(QIODevice& target);
    Result<void> checked(int code);

    QIODevice& m_target;
    std::optional<Error> m_targetError; ///< the first one; from then on nothing goes to the target
    bool m_abandoned = false;
    archive* m_archive;
    QDateTime m_stamp;
    friend struct ZipCallbacks;
};

/// What is allowed of an archive that somebody else made.
struct ZipLimits {
    qint64 bytes = 16LL * 1024 * 1024 * 1024; ///< unpacked, all together
    qint64 entries = 200000;
    qint64 ratio = 200; ///< unpacked to packed, once 64 MiB came out
};

struct ZipEntry {
    enum class Kind { File, Folder, Link, Other };

    QString name; ///< as it stands in the archive
    Kind kind = Kind::File;
};

/// Reads an archive of a stranger, entry by entry, bounded. The device may be sequential (then the archive is read as a
/// stream) or not (then its central directory is used).
class ZipReader {
public:
    static Result<std::unique_ptr<ZipReader>> open(QIODevice& source, const ZipLimits& limits);
    ~ZipReader();
    ZipReader(const ZipReader&) = delete;
    ZipReader& operator=(const ZipReader&) = delete;

    /// Nothing after the last entry.
    Result<std::optional<ZipEntry>> next();
    /// The bytes of the current entry; 0 is its end.
    Result<qint64> read(char* bytes, qint64 most);
    /// To the source's very end: what a sealed stream needs to be known as whole.
    Result<void> drain();

private:
    ZipReader(QIODevice& source, const ZipLimits& limits);
    Failure damaged() const;

    QIODevice& m_source;
    ZipLimits m_limits;
    QByteArray m_buffer;
    std::optional<Error> m_sourceError;
    archive* m_archive;
    archive_entry* m_entry = nullptr;
    qint64 m_entries = 0;
    qint64 m_unpacked = 0;
    qint64 m_packed = 0;
    friend struct ZipCallbacks;
};

} // namespace songhe
