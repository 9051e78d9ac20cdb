// SPDX-License-Identifier: GPL-3.0-or-later
// The old .xls (BIFF), read by freexl.
#include "core/importing/sheet_readers.h"
#include "core/importing/xls_cells.h"

#include <QtCore/QDate>

namespace songhe {

namespace xls {

Cell madeCell(const XlsCell& cell)
{
    const QString text = QString::fromUtf8(cell.text);
    if (cell.kind == XlsCell::Kind::Number)
        return {Cell::Kind::Number, text, text};
    if (cell.kind == XlsCell::Kind::Date) {
        const QDate day = QDate::fromString(text.left(10), Qt::ISODate);
        if (day.isValid())
            return {Cell::Kind::Date, day.toString(Qt::ISODate), text};
    }
    return Cell::text(text);
}

} // namespace xls

Result<Workbook> readXls(const QString& path, Progress& progress, const SheetLimits& limits)
{
    ASSIGN_OR_RETURN(const std::vector<XlsSheet> sheets, XlsCells::read(path, progress));
    Workbook workbook;
    workbook.format = SheetFormat::Xls;
    qint64 cells = limits.cells;
    for (const XlsSheet& each : sheets) {
        SheetBuilder builder(QString::fromUtf8(each.name), limits, cells);
        for (const XlsCell& cell : each.cells)
            RETURN_IF_ERROR(builder.put(cell.row, cell.column, xls::madeCell(cell)));
        ASSIGN_OR_RETURN(Sheet sheet, std::move(builder).done());
        workbook.sheets.push_back(std::move(sheet));
    }
    return workbook;
}

} // namespace songhe
