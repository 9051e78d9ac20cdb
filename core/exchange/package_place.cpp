// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/package_place.h"

#include "core/exchange/exchange_text.h"

#include <QtCore/QDir>
#include <QtCore/QFileInfo>

#include <fcntl.h>
#include <sodium.h>

namespace songhe {

Result<QIODevice*> FolderPlace::create(const QString& fileName)
{
    const QString path = QDir(m_folder).filePath(fileName);
    if (QFile::exists(path))
        return fail(Error::Kind::Conflict,
                    ExchangeText::tr("%1 is there already. Choose another folder or move the file away.").arg(path));
    m_file = std::make_unique<SafeFile>(path);
    RETURN_IF_ERROR(m_file->open());
    return static_cast<QIODevice*>(&m_file->device());
}

QStringList FolderPlace::packages() const
{
    QStringList paths;
    for (const QFileInfo& file :
         QDir(m_folder).entryInfoList({QStringLiteral("songhe-*.zip.age")}, QDir::Files | QDir::NoSymLinks, QDir::Name))
        if (!file.fileName().endsWith(QStringLiteral(".receipt.zip.age")))
            paths << file.filePath();
    return paths;
}

Result<void> FolderPlace::sync()
{
    return m_file->sync();
}

Result<std::unique_ptr<QIODevice>> FolderPlace::readBack()
{
    auto file = std::make_unique<QFile>(m_file->temporaryPath());
    if (!file->open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return deviceFailure(*file, false);
    // From the device, not from the pages that were just written.
    ::posix_fadvise(file->handle(), 0, 0, POSIX_FADV_DONTNEED);
    return std::unique_ptr<QIODevice>(std::move(file));
}

Result<QString> FolderPlace::commit()
{
    RETURN_IF_ERROR(m_file->commit());
    m_named = true;
    return m_file->path();
}

void FolderPlace::withdraw()
{
    if (!m_file)
        return;
    const QString path = m_file->path();
    m_file.reset(); // takes the temporary file away
    if (m_named)
        QFile::remove(path);
}

struct DigestingDevice::State {
    crypto_hash_sha256_state sha256;
};

void DigestingDevice::Free::operator()(State* state) const
{
    delete state;
}

DigestingDevice::DigestingDevice(QIODevice& target)
    : m_target(target)
    , m_state(new State)
{
    crypto_hash_sha256_init(&m_state->sha256);
    open(QIODevice::WriteOnly | QIODevice::Unbuffered);
}

QByteArray DigestingDevice::sha256()
{
    QByteArray digest(crypto_hash_sha256_BYTES, Qt::Uninitialized);
    crypto_hash_sha256_final(&m_state->sha256, reinterpret_cast<unsigned char*>(digest.data()));
    return digest;
}

qint64 DigestingDevice::writeData(const char* data, qint64 count)
{
    if (auto written = writeAll(m_target, {data, qsizetype(count)}); !written)
        return failed(std::move(written).error());
    crypto_hash_sha256_update(&m_state->sha256, reinterpret_cast<const unsigned char*>(data),
                              static_cast<unsigned long long>(count));
    m_written += count;
    return count;
}

Result<QByteArray> sha256Of(QIODevice& source)
{
    crypto_hash_sha256_state state;
    crypto_hash_sha256_init(&state);
    QByteArray part(256 * 1024, Qt::Uninitialized);
    for (;;) {
        ASSIGN_OR_RETURN(const qint64 count, readSome(source, part.data(), part.size()));
        if (count == 0)
            break;
        crypto_hash_sha256_update(&state, reinterpret_cast<const unsigned char*>(part.constData()),
                                  static_cast<unsigned long long>(count));
    }
    QByteArray digest(crypto_hash_sha256_BYTES, Qt::Uninitialized);
    crypto_hash_sha256_final(&state, reinterpret_cast<unsigned char*>(digest.data()));
    return digest;
}

} // namespace songhe
