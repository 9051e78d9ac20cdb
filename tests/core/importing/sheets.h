// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/importing/sheet.h"
#include "songhe_source_dir.h"

namespace songhe {

/// A table from tests/data; the test fails where it cannot be read.
inline QString sheetPath(const QString& name)
{
    return QStringLiteral(SONGHE_SOURCE_DIR "/tests/data/") + name;
}

inline Result<Workbook> readTestTable(const QString& name, const SheetLimits& limits = {})
{
    Progress progress;
    return readWorkbook(sheetPath(name), progress, limits);
}

inline const QStringList& rosterFiles()
{
    static const QStringList files {
        QStringLiteral("roster/roster.xlsx"),     QStringLiteral("roster/roster-shared-strings.xlsx"),
        QStringLiteral("roster/roster.ods"),      QStringLiteral("roster/roster.xls"),
        QStringLiteral("roster/roster-utf8.csv"), QStringLiteral("roster/roster-gb18030.csv"),
    };
    return files;
}

} // namespace songhe
