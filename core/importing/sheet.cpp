// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/importing/sheet.h"

#include <QtCore/QDate>

#include <algorithm>

namespace songhe {

Cell Cell::text(QString written)
{
    if (written.isEmpty())
        return {};
    Cell cell {Kind::Text, std::move(written), {}};
    cell.shown = cell.raw;
    return cell;
}

int Sheet::columnCount() const
{
    std::size_t most = 0;
    for (const auto& row : rows)
        most = std::max(most, row.size());
    return int(most);
}

const Cell& Sheet::at(int row, int column) const
{
    static const Cell empty;
    if (row < 0 || row >= rowCount() || column < 0 || column >= int(rows[std::size_t(row)].size()))
        return empty;
    return rows[std::size_t(row)][std::size_t(column)];
}

bool Sheet::isBlankRow(int row) const
{
    if (row < 0 || row >= rowCount())
        return true;
    const auto& cells = rows[std::size_t(row)];
    return std::all_of(cells.begin(), cells.end(), [](const Cell& cell) { return cell.isEmpty(); });
}

SheetBuilder::SheetBuilder(QString name, const SheetLimits& limits, qint64& cells)
    : m_limits(limits)
    , m_cells(cells)
{
    m_sheet.name = std::move(name);
}

Result<void> SheetBuilder::put(int row, int column, Cell cell)
{
    if (cell.kind == Cell::Kind::Empty)
        return {};
    if (row < 0 || row >= m_limits.rows)
        return fail(Error::Kind::Invalid,
                    tr("The table has more than %1 rows. Split it into several files.").arg(m_limits.rows));
    if (column < 0 || column >= m_limits.columns)
        return fail(Error::Kind::Invalid,
                    tr("The table has more than %1 columns. Delete what does not belong to it and save it again.")
                        .arg(m_limits.columns));
    if (cell.raw.size() > m_limits.cellCharacters)
        return fail(Error::Kind::Invalid,
                    tr("A cell in row %1 holds more than %2 characters. Shorten it and save the file again.")
                        .arg(row + 1)
                        .arg(m_limits.cellCharacters));
    if (std::size_t(row) >= m_sheet.rows.size())
        m_sheet.rows.resize(std::size_t(row) + 1);
    auto& cells = m_sheet.rows[std::size_t(row)];
    if (std::size_t(column) >= cells.size()) {
        m_cells -= column + 1 - qint64(cells.size());
        if (m_cells < 0)
            return fail(Error::Kind::Invalid,
                        tr("The table has more than %1 cells. Split it into several files.").arg(m_limits.cells));
        cells.resize(std::size_t(column) + 1);
    }
    cells[std::size_t(column)] = std::move(cell);
    return {};
}

Result<void> SheetBuilder::merge(const MergedCells& rectangle)
{
    if (m_sheet.merged.size() >= 20'000)
        return fail(
            Error::Kind::Invalid,
            tr("The table joins too many cells. Undo the joining in your spreadsheet program and save it again."));
    if (rectangle.rows > 1 || rectangle.columns > 1)
        m_sheet.merged.push_back(rectangle);
    return {};
}

Result<void> SheetBuilder::spread()
{
    const int rows = m_sheet.rowCount();
    const int columns = m_sheet.columnCount();
    for (const MergedCells& joined : m_sheet.merged) {
        const Cell first = m_sheet.at(joined.row, joined.column);
        if (first.isEmpty())
            continue;
        const int lastRow = int(std::min<qint64>(rows, qint64(joined.row) + joined.rows));
        const int lastColumn = int(std::min<qint64>(columns, qint64(joined.column) + joined.columns));
        for (int row = joined.row; row < lastRow; ++row)
            for (int column = joined.column; column < lastColumn; ++column)
                if (m_sheet.at(row, column).isEmpty())
                    RETURN_IF_ERROR(put(row, column, first));
    }
    return {};
}

Result<Sheet> SheetBuilder::done() &&
{
    RETURN_IF_ERROR(spread());
    return std::move(m_sheet);
}

QDate dayOfSerial(double serial, bool calendar1904)
{
    constexpr double last = 2'958'465; // 9999-12-31
    if (!(serial >= 1) || serial > last)
        return {};
    const qint64 days = qint64(serial);
    if (calendar1904)
        return QDate(1904, 1, 1).addDays(days);
    // The first spreadsheet programs knew a 29 February 1900; days before it are off by one.
    return QDate(1899, 12, days < 60 ? 31 : 30).addDays(days);
}

} // namespace songhe
