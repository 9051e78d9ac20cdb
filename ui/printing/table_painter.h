// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/printing/sheets.h"

#include <QtCore/QRectF>
#include <QtCore/QStringList>

#include <functional>

namespace songhe::printing {

/// A column of a printed table, as its data file has it.
struct PrintColumn {
    QString key;
    QString title;
    double share = 1; ///< of the width, against the other columns'
    bool right = false;
};

/// The columns from `:/print/NAME.json`; an error names the file.
Result<std::vector<PrintColumn>> printColumns(const QString& name);

/// Paints long tables row by row: measures the row; where there is no room, a new sheet with its heading.
class TablePainter {
public:
    /// `newSheet` starts the next sheet and returns the area the table may use there.
    TablePainter(Sheets& sheets, std::vector<PrintColumn> columns, std::function<QRectF()> newSheet);

    /// Where to begin, on the sheet under way.
    void start(const QRectF& area);
    void row(const QStringList& cells, bool strong = false);
    /// The height used so far on this sheet; what follows the table begins here.
    [[nodiscard]] double bottom() const { return m_y; }
    [[nodiscard]] QRectF area() const { return m_area; }

private:
    void heading();
    double headingHeight();
    double paintRow(const QStringList& cells, bool strong, bool filled, bool paint);
    [[nodiscard]] double width(std::size_t column) const;

    Sheets& m_sheets;
    std::vector<PrintColumn> m_columns;
    std::function<QRectF()> m_newSheet;
    QRectF m_area;
    double m_y = 0;
    bool m_headed = false;
    double m_shares = 0;
};

} // namespace songhe::printing
