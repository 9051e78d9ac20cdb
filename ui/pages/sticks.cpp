// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/sticks.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <QtCore/QLocale>
#include <QtCore/QStorageInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace songhe::ui {

namespace {

struct StickText {
    Q_DECLARE_TR_FUNCTIONS(songhe::ui::Sticks)
};

/// The kernel knows whether a drive can be pulled out; desktops mount such drives below these folders too.
bool isRemovable(const QStorageInfo& volume)
{
    const QString root = volume.rootPath();
    if (root.startsWith("/media/"_L1) || root.startsWith("/run/media/"_L1))
        return true;
    const QString device = QFileInfo(QString::fromLocal8Bit(volume.device())).fileName();
    const QString block = QFileInfo(u"/sys/class/block/"_s + device).canonicalFilePath();
    if (device.isEmpty() || block.isEmpty())
        return false;
    for (const QString& folder : {block, QFileInfo(block).path()}) {
        QFile flag(folder + u"/removable"_s);
        if (flag.open(QIODevice::ReadOnly))
            return flag.readAll().trimmed() == "1";
    }
    return false;
}

bool isForPeople(const QStorageInfo& volume)
{
    static const QStringList systemRoots {u"/proc"_s, u"/sys"_s, u"/dev"_s, u"/run"_s, u"/boot"_s,
                                          u"/snap"_s, u"/etc"_s, u"/var"_s, u"/tmp"_s, u"/usr"_s};
    const QString root = volume.rootPath();
    if (root.startsWith("/run/media/"_L1))
        return true;
    return std::none_of(systemRoots.begin(), systemRoots.end(),
                        [&root](const QString& system) { return root == system || root.startsWith(system + u'/'); });
}

} // namespace

std::vector<Stick> mountedSticks()
{
    std::vector<Stick> sticks;
    for (const QStorageInfo& volume : QStorageInfo::mountedVolumes()) {
        if (!volume.isValid() || !volume.isReady() || volume.isReadOnly() || !isForPeople(volume))
            continue;
        if (!isRemovable(volume) || !QFileInfo(volume.rootPath()).isWritable())
            continue;
        sticks.push_back({volume.displayName(), volume.rootPath(), volume.bytesAvailable(), true,
                          QString::fromLatin1(volume.fileSystemType())});
    }
    Stick home = folderAsStick(QDir::homePath());
    sticks.push_back(std::move(home));
    return sticks;
}

Stick folderAsStick(const QString& path)
{
    const QFileInfo folder(path);
    const QString name = folder.fileName().isEmpty() ? path : folder.fileName();
    const QStorageInfo volume(path);
    return {name, folder.absoluteFilePath(), volume.bytesAvailable(), false,
            QString::fromLatin1(volume.fileSystemType())};
}

QString stickProblem(const Stick& stick, qint64 bytes)
{
    constexpr qint64 leastRoom = 1024 * 1024;
    constexpr qint64 fatMost = 4LL * 1024 * 1024 * 1024 - 1;
    if (stick.freeBytes < qMax(bytes, leastRoom))
        return StickText::tr("%1 has only %2 free, the package needs about %3. Make room, or take another stick.")
            .arg(stick.name, sizeText(stick.freeBytes), sizeText(qMax(bytes, leastRoom)));
    const bool fat = stick.fileSystem == u"vfat"_s || stick.fileSystem == u"msdos"_s;
    if (fat && bytes > fatMost)
        return StickText::tr(
                   "%1 is formatted as FAT, which holds no file above 4 GiB; the package needs about %2. Take "
                   "a stick formatted as exFAT.")
            .arg(stick.name, sizeText(bytes));
    return {};
}

QString sizeText(qint64 bytes)
{
    return QLocale().formattedDataSize(bytes, 1, QLocale::DataSizeSIFormat);
}

} // namespace songhe::ui
