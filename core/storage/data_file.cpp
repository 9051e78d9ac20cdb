// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/data_file.h"

#include "core/storage/store.h"

#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <QtCore/QtEndian>

#include <cstdlib>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace songhe {

namespace data_file {

constexpr int headerSize = 100;
constexpr int applicationIdAt = 68; ///< of SQLite's file format, big-endian

} // namespace data_file

bool hasDataFileHeader(const QString& path)
{
    QFile file(path);
    if (!QFileInfo(path).isFile() || !file.open(QIODevice::ReadOnly))
        return false;
    const QByteArray header = file.read(data_file::headerSize);
    return header.size() == data_file::headerSize && header.startsWith("SQLite format 3")
        && qFromBigEndian<qint32>(header.constData() + data_file::applicationIdAt) == songheApplicationId;
}

bool isSameFile(const QString& left, const QString& right)
{
    struct stat one { };
    struct stat other { };
    if (::stat(QFile::encodeName(left).constData(), &one) == 0
        && ::stat(QFile::encodeName(right).constData(), &other) == 0)
        return one.st_dev == other.st_dev && one.st_ino == other.st_ino;
    return QFileInfo(left).absoluteFilePath() == QFileInfo(right).absoluteFilePath();
}

QStringList dataFileParts(const QString& path)
{
    QStringList parts;
    for (const char* tail : {"", "-wal", "-shm"})
        if (const QString part = path + QLatin1String(tail); QFile::exists(part))
            parts << part;
    return parts;
}

void keepToOwner(const QString& path)
{
    // Made before SQLite opens it, which would let everybody read; a place that cannot be written SQLite reports.
    const int made = ::open(QFile::encodeName(path).constData(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (made >= 0)
        ::close(made);
    for (const QString& part : dataFileParts(path)) {
        struct stat known { };
        const QByteArray name = QFile::encodeName(part);
        if (::stat(name.constData(), &known) == 0 && (known.st_mode & 077) != 0)
            ::chmod(name.constData(), known.st_mode & 0700); // on a stick without rights this changes nothing
    }
}

Result<QString> makeFileBeside(const QString& path)
{
    QByteArray name = QFile::encodeName(path) + ".XXXXXX.part";
    const int made = ::mkostemps(name.data(), 5, O_CLOEXEC);
    if (made < 0)
        return fail(Error::Kind::Io,
                    Store::tr("Nothing can be written at %1. Please check the place and its permissions.").arg(path),
                    QStringLiteral("mkostemps"));
    ::close(made);
    return QFile::decodeName(name);
}

} // namespace songhe
