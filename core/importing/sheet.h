// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/progress.h"
#include "core/base/result.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QString>

#include <vector>

namespace songhe {

/// One cell of a table as the file holds it. Numbers are never taken through binary floating point: `raw` is their
/// spelling in the file. Only a serial number under a date style becomes a day.
struct Cell {
    enum class Kind : quint8 {
        Empty,
        Text,
        Number,  ///< kept by the file as a number: a resident number here has lost its last digits
        Boolean, ///< raw is 1 or 0
        Date,    ///< raw is 1937-06-26
    };

    Kind kind = Kind::Empty;
    QString raw;   ///< as the file spells it
    QString shown; ///< as the clerk sees it in a spreadsheet program, where the file tells; else as `raw`

    [[nodiscard]] bool isEmpty() const { return kind == Kind::Empty || raw.trimmed().isEmpty(); }
    [[nodiscard]] static Cell text(QString written);
};

/// A rectangle of joined cells; the value stands in its first one.
struct MergedCells {
    int row = 0;
    int column = 0;
    int rows = 1;
    int columns = 1;
};

/// One table of a workbook: rows of cells, both counted from 0. Rows differ in length; blank cells at the end are cut.
struct Sheet {
    QString name;
    bool hidden = false;
    std::vector<std::vector<Cell>> rows;
    std::vector<MergedCells> merged; ///< with their values spread already: every covered cell holds the first one's

    [[nodiscard]] int rowCount() const { return int(rows.size()); }
    [[nodiscard]] int columnCount() const;                   ///< of the longest row
    [[nodiscard]] const Cell& at(int row, int column) const; ///< an empty cell where nothing is
    [[nodiscard]] bool isBlankRow(int row) const;
};

enum class SheetFormat { Csv, Xls, Xlsx, Ods };

struct Workbook {
    SheetFormat format = SheetFormat::Csv;
    std::vector<Sheet> sheets;
};

/// How much of a file is read at most. A real roster stays far below.
struct SheetLimits {
    qint64 fileBytes = 128LL << 20;
    qint64 unpackedBytes = 1LL << 30; ///< of all parts of a packed workbook together
    int unpackedRatio = 250;          ///< unpacked to packed; a little is always allowed
    int rows = 200'000;
    int columns = 1'024;
    qint64 cells = 2'000'000;
    int cellCharacters = 32'767;
    int sheets = 256;
};

/// Puts cells where they belong and keeps the limits.
class SheetBuilder {
    Q_DECLARE_TR_FUNCTIONS(songhe::SheetBuilder)

public:
    /// `cells` is shared by all sheets of a workbook and counts down.
    SheetBuilder(QString name, const SheetLimits& limits, qint64& cells);

    Result<void> put(int row, int column, Cell cell);
    /// Rows and columns that a file claims to join; clipped to what is filled when the sheet is done.
    Result<void> merge(const MergedCells& rectangle);
    Result<Sheet> done() &&;

private:
    Result<void> spread();

    Sheet m_sheet;
    const SheetLimits& m_limits;
    qint64& m_cells;
};

/// Reads .xlsx, .ods, .xls and .csv alike; what a file is, its bytes tell, not its name. Damaged, forged, locked and
/// oversized files are refused with what to do about it.
Result<Workbook> readWorkbook(const QString& path, Progress& progress, const SheetLimits& limits = {});

/// 1899-12-30 plus `serial` days (or the 1904 calendar); invalid where no spreadsheet program would show a day.
[[nodiscard]] QDate dayOfSerial(double serial, bool calendar1904);

} // namespace songhe
