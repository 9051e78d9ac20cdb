// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/safe_file.h"

#include "core/base/secure_bytes.h"
#include "core/exchange/exchange_text.h"
#include "core/exchange/stream_device.h"

#include <QtCore/QDir>
#include <QtCore/QFileInfo>

#include <sodium.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace songhe {

using namespace Qt::StringLiterals;

SafeFile::~SafeFile()
{
    if (m_file.isOpen())
        m_file.close();
    if (!m_committed && !m_file.fileName().isEmpty())
        QFile::remove(m_file.fileName());
}

/// `.NAME.` as given, eight hexadecimal digits at most, `.part`.
static bool isTemporary(const QString& name, const QString& start)
{
    static constexpr QStringView end = u".part";
    if (name.size() <= start.size() + end.size() || !name.startsWith(start) || !name.endsWith(end))
        return false;
    const QStringView once = QStringView(name).sliced(start.size()).chopped(end.size());
    return std::all_of(once.begin(), once.end(), [](QChar digit) {
        return (digit >= u'0' && digit <= u'9') || (digit >= u'a' && digit <= u'f');
    });
}

/// Whoever writes holds a lock on the temporary file; one that nobody holds belongs to nobody any more.
void SafeFile::removeLeftovers() const
{
    const QFileInfo target(m_path);
    const QString start = u'.' + target.fileName() + u'.';
    for (const QString& name : target.absoluteDir().entryList(QDir::Files | QDir::Hidden | QDir::System)) {
        if (!isTemporary(name, start))
            continue;
        const QByteArray path = QFile::encodeName(target.absoluteDir().filePath(name));
        const int left = ::open(path.constData(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
        if (left < 0)
            continue;
        if (::flock(left, LOCK_EX | LOCK_NB) == 0)
            ::unlink(path.constData());
        ::close(left);
    }
}

Result<void> SafeFile::open()
{
    const QFileInfo target(m_path);
    initCrypto();
    removeLeftovers();
    const QString once = QString::number(randombytes_random(), 16);
    m_file.setFileName(target.absolutePath() + u"/."_s + target.fileName() + u'.' + once + u".part"_s);
    if (m_file.open(QIODevice::ReadWrite | QIODevice::NewOnly | QIODevice::Unbuffered)) {
        // A file system without locks refuses both this and the one above: nothing is removed then.
        ::flock(m_file.handle(), LOCK_EX | LOCK_NB);
        return {};
    }
    const QString why = m_file.errorString();
    m_file.setFileName({});
    if (!target.absoluteDir().exists())
        return fail(Error::Kind::NotFound,
                    ExchangeText::tr("The folder %1 is not there. Choose another one.").arg(target.absolutePath()),
                    why);
    return fail(Error::Kind::ReadOnly,
                ExchangeText::tr("Nothing can be written in %1. Choose another folder.").arg(target.absolutePath()),
                why);
}

Result<void> SafeFile::sync()
{
    if (m_synced)
        return {};
    errno = 0;
    if (!m_file.flush() || ::fsync(m_file.handle()) != 0)
        return deviceFailure(m_file, true);
    m_synced = true;
    return {};
}

Result<void> SafeFile::commit()
{
    RETURN_IF_ERROR(sync());
    const QByteArray from = QFile::encodeName(m_file.fileName());
    const QByteArray to = QFile::encodeName(QFileInfo(m_path).absoluteFilePath());
    m_file.close();
    if (std::rename(from.constData(), to.constData()) != 0)
        return fail(
            Error::Kind::Io,
            ExchangeText::tr("The finished file could not be given its name %1. Check the folder and try again.")
                .arg(m_path));
    m_committed = true;
    // The name itself must survive a power cut too.
    const int folder = ::open(QFile::encodeName(QFileInfo(m_path).absolutePath()).constData(), O_RDONLY | O_DIRECTORY);
    if (folder >= 0) {
        ::fsync(folder);
        ::close(folder);
    }
    return {};
}

} // namespace songhe
