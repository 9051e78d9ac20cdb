// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/importing/sheet.h"

namespace songhe {

class ZipParts;

// The readers behind `readWorkbook`, one per kind of file.

Result<Workbook> readXlsx(ZipParts& parts, Progress& progress, const SheetLimits& limits);
Result<Workbook> readOds(ZipParts& parts, Progress& progress, const SheetLimits& limits);
Result<Workbook> readXls(const QString& path, Progress& progress, const SheetLimits& limits);
/// UTF-8 and UTF-16 with or without a mark at the beginning, else GB18030; comma, semicolon or tab.
Result<Workbook> readCsv(const QByteArray& bytes, Progress& progress, const SheetLimits& limits);

/// `B12` → row 11, column 1; nothing where it is no such place.
struct CellPlace {
    int row = -1;
    int column = -1;
};
[[nodiscard]] std::optional<CellPlace> cellPlace(QStringView reference);

/// Does a number format of a spreadsheet show a day? `yyyy-mm-dd`, `m"月"d"日"`; not `0.00`, `h:mm`, `[Red]0`.
[[nodiscard]] bool formatShowsDay(int builtinId);
[[nodiscard]] bool formatShowsDay(QStringView code);

} // namespace songhe
