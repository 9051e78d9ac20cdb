// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/security/data_folder.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QFileInfo>

namespace songhe {

DataFolder::DataFolder(QString path)
    : m_path(std::move(path))
    , m_lock(m_path + QStringLiteral("/lock"))
{
    m_lock.setStaleLockTime(0); // a lock is stale when its program is gone, never because time passed
}

Result<std::unique_ptr<DataFolder>> DataFolder::open(const QString& path)
{
    const QString whole = QFileInfo(path).absoluteFilePath();
    // An older or copied folder may be open to all; a full folder of something else is not ours to shut.
    const bool ours
        = !QFileInfo::exists(whole) || QDir(whole).isEmpty() || QFileInfo::exists(whole + QStringLiteral("/songhe.db"));
    if (!QDir().mkpath(whole))
        return fail(Error::Kind::ReadOnly,
                    tr("The data folder %1 cannot be made. Please check the place and its permissions.").arg(path));
    if (ours)
        QFile::setPermissions(whole, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    std::unique_ptr<DataFolder> folder(new DataFolder(whole));
    if (folder->m_lock.tryLock(0))
        return folder;
    if (folder->m_lock.error() == QLockFile::LockFailedError)
        return fail(Error::Kind::Busy,
                    tr("Another Songhe is working with the data in %1. Please close it first.").arg(path));
    return fail(
        Error::Kind::ReadOnly,
        tr("The data folder %1 cannot be written. Please check its permissions; nothing was changed.").arg(path));
}

bool DataFolder::hasCentre() const
{
    return QFileInfo::exists(storePath());
}

} // namespace songhe
