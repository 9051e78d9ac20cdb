// SPDX-License-Identifier: GPL-3.0-or-later
// The old .xls (BIFF), read by freexl.
#include "core/importing/sheet_readers.h"

#include <QtCore/QDate>
#include <QtCore/QFile>

#include <freexl.h>

#include <memory>

namespace songhe {

namespace xls {

struct Close {
    void operator()(const void* handle) const { freexl_close(handle); }
};
using Handle = std::unique_ptr<const void, Close>;

class Reader {
    Q_DECLARE_TR_FUNCTIONS(songhe::XlsReader)

public:
    Reader(Progress& progress, const SheetLimits& limits)
        : m_progress(progress)
        , m_limits(limits)
        , m_cells(limits.cells)
    { }

    Result<Workbook> read(const QString& path);

private:
    static Failure torn(int code);
    Result<Sheet> readSheet(const void* handle, int number);
    static Cell madeCell(const FreeXL_CellValue& value);

    Progress& m_progress;
    const SheetLimits& m_limits;
    qint64 m_cells;
};

Failure Reader::torn(int code)
{
    return fail(Error::Kind::Damaged,
                tr("The .xls file is damaged and cannot be read. Open it in your spreadsheet program, save it as .xlsx "
                   "and import that file."),
                QString::number(code));
}

/// A file keeps these as binary numbers; whole ones are spelled out, others with all their digits.
QString spelled(double number)
{
    if (number == double(qint64(number)) && number > -1e15 && number < 1e15)
        return QString::number(qint64(number));
    return QString::number(number, 'g', 17);
}

Cell Reader::madeCell(const FreeXL_CellValue& value)
{
    switch (value.type) {
    case FREEXL_CELL_INT: {
        const QString number = QString::number(value.value.int_value);
        return {Cell::Kind::Number, number, number};
    }
    case FREEXL_CELL_DOUBLE: {
        const QString number = spelled(value.value.double_value);
        return {Cell::Kind::Number, number, number};
    }
    case FREEXL_CELL_TEXT:
    case FREEXL_CELL_SST_TEXT:
        return Cell::text(QString::fromUtf8(value.value.text_value));
    case FREEXL_CELL_DATE:
    case FREEXL_CELL_DATETIME: {
        const QString written = QString::fromUtf8(value.value.text_value);
        const QDate day = QDate::fromString(written.left(10), Qt::ISODate);
        return day.isValid() ? Cell {Cell::Kind::Date, day.toString(Qt::ISODate), written} : Cell::text(written);
    }
    case FREEXL_CELL_TIME:
        return Cell::text(QString::fromUtf8(value.value.text_value));
    default:
        return {};
    }
}

Result<Sheet> Reader::readSheet(const void* handle, int number)
{
    const char* name = nullptr;
    if (const int state = freexl_get_worksheet_name(handle, static_cast<unsigned short>(number), &name);
        state != FREEXL_OK)
        return torn(state);
    if (const int state = freexl_select_active_worksheet(handle, static_cast<unsigned short>(number));
        state != FREEXL_OK)
        return torn(state);
    unsigned int rows = 0;
    unsigned short columns = 0;
    if (const int state = freexl_worksheet_dimensions(handle, &rows, &columns); state != FREEXL_OK)
        return torn(state);
    SheetBuilder builder(QString::fromUtf8(name), m_limits, m_cells);
    for (unsigned int row = 0; row < rows; ++row) {
        if (row % 256 == 0)
            RETURN_IF_ERROR(m_progress.step(row, rows + 1));
        for (unsigned short column = 0; column < columns; ++column) {
            FreeXL_CellValue value;
            if (const int state = freexl_get_cell_value(handle, row, column, &value); state != FREEXL_OK)
                return torn(state);
            RETURN_IF_ERROR(builder.put(int(row), column, madeCell(value)));
        }
    }
    return std::move(builder).done();
}

Result<Workbook> Reader::read(const QString& path)
{
    const void* opened = nullptr;
    const int state = freexl_open(QFile::encodeName(path).constData(), &opened);
    const Handle handle(opened);
    unsigned int locked = FREEXL_UNKNOWN;
    if (opened && freexl_get_info(opened, FREEXL_BIFF_PASSWORD, &locked) == FREEXL_OK
        && locked == FREEXL_BIFF_OBFUSCATED)
        return fail(
            Error::Kind::Refused,
            tr("The workbook is protected by a password. Open it in your spreadsheet program, save it without a "
               "password and import that file."));
    if (state != FREEXL_OK)
        return torn(state);
    unsigned int sheets = 0;
    if (freexl_get_info(opened, FREEXL_BIFF_SHEET_COUNT, &sheets) != FREEXL_OK)
        return torn(-1);
    Workbook workbook;
    workbook.format = SheetFormat::Xls;
    for (unsigned int number = 0; number < sheets && int(number) < m_limits.sheets; ++number) {
        ASSIGN_OR_RETURN(Sheet sheet, readSheet(opened, int(number)));
        workbook.sheets.push_back(std::move(sheet));
    }
    return workbook;
}

} // namespace xls

Result<Workbook> readXls(const QString& path, Progress& progress, const SheetLimits& limits)
{
    return xls::Reader(progress, limits).read(path);
}

} // namespace songhe
