// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/closing_backup.h"

#include <QtCore/QDir>
#include <QtCore/QFileInfo>

using namespace Qt::StringLiterals;

namespace songhe::desktop {

namespace {

constexpr int keptBackups = 10;

} // namespace

Result<void> backUpOnClosing(Session& session, const DataFolder& folder, const Clock& clock)
{
    QDir().mkpath(folder.backupFolder());
    const QDateTime now = clock.now();
    const QString name
        = u"songhe-%1-%2.db"_s.arg(Clock::dayOf(now).toString(u"yyyyMMdd"_s), Clock::timeOf(now).toString(u"HHmmss"_s));
    RETURN_IF_ERROR(session.store().backupTo(folder.backupFolder() + u'/' + name));
    QDir backups(folder.backupFolder());
    QStringList files = backups.entryList({u"songhe-*.db"_s}, QDir::Files, QDir::Name);
    while (files.size() > keptBackups)
        backups.remove(files.takeFirst());
    return {};
}

QDateTime newestBackup(const DataFolder& folder)
{
    const QFileInfoList files
        = QDir(folder.backupFolder()).entryInfoList({u"songhe-*.db"_s}, QDir::Files, QDir::Name | QDir::Reversed);
    return files.isEmpty() ? QDateTime() : files.front().lastModified().toUTC();
}

} // namespace songhe::desktop
