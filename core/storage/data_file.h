// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QtCore/QStringList>

namespace songhe {

/// Stands in the header of every data file: 'SONG'.
constexpr int songheApplicationId = 0x534F4E47;

/// Whether the file's header says that it is a data file of Songhe. Only for files that no connection of this program
/// has open: closing any descriptor of a file gives up SQLite's locks on it.
[[nodiscard]] bool hasDataFileHeader(const QString& path);

/// Whether both paths are one and the same file, by whatever name.
[[nodiscard]] bool isSameFile(const QString& left, const QString& right);

/// The data file, its write-ahead log and the log's index: whatever of the three is there.
[[nodiscard]] QStringList dataFileParts(const QString& path);

/// Makes an empty file for its owner alone where there is none, and takes others' rights from one that is there.
void keepToOwner(const QString& path);

/// Makes an empty file beside `path`, for its owner alone, under a name nobody can foresee.
Result<QString> makeFileBeside(const QString& path);

} // namespace songhe
