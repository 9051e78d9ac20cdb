// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>

#include <functional>
#include <vector>

namespace songhe::ui {

/// A place a package can be put.
struct Stick {
    QString name; ///< KINGSTON
    QString path;
    qint64 freeBytes = 0;
    bool removable = false;
    QString fileSystem = {}; ///< vfat, exfat, ext4 …; empty: not known
};

using StickFinder = std::function<std::vector<Stick>()>;

/// What is mounted and can be written, removable drives first; the system's own small mounts left out.
[[nodiscard]] std::vector<Stick> mountedSticks();
/// A folder somebody chose.
[[nodiscard]] Stick folderAsStick(const QString& path);
/// Why a package of about so many bytes cannot be put there, in words; empty: it can. FAT takes files up to 4 GiB.
[[nodiscard]] QString stickProblem(const Stick& stick, qint64 bytes);
/// 13.2 GB
[[nodiscard]] QString sizeText(qint64 bytes);

} // namespace songhe::ui
