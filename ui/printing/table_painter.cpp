// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/printing/table_painter.h"

#include <QtCore/QFile>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtGui/QPainter>

using namespace Qt::StringLiterals;

namespace songhe::printing {

namespace {

constexpr int rowType = 30;    // about 8.5 point
constexpr double cellPad = 12; // left and right
constexpr double rowPad = 9;   // above and below

} // namespace

Result<std::vector<PrintColumn>> printColumns(const QString& name)
{
    const auto wrong = [&](const QString& what) {
        return fail(
            Error::Kind::Invalid,
            QCoreApplication::translate("songhe::printing", "The table description print/%1.json cannot be used: %2")
                .arg(name, what));
    };
    QFile file(u":/print/%1.json"_s.arg(name));
    if (!file.open(QIODevice::ReadOnly))
        return wrong(file.errorString());
    QJsonParseError parse;
    const QJsonArray list = QJsonDocument::fromJson(file.readAll(), &parse).object().value("columns"_L1).toArray();
    if (list.isEmpty())
        return wrong(parse.errorString());
    std::vector<PrintColumn> columns;
    for (const QJsonValue& each : list) {
        const QJsonObject object = each.toObject();
        for (const QString& key : object.keys())
            if (key != "key"_L1 && key != "title"_L1 && key != "share"_L1 && key != "align"_L1)
                return wrong(key);
        columns.push_back({object.value("key"_L1).toString(), object.value("title"_L1).toString(),
                           object.value("share"_L1).toDouble(1), object.value("align"_L1).toString() == "right"_L1});
    }
    return columns;
}

TablePainter::TablePainter(Sheets& sheets, std::vector<PrintColumn> columns, std::function<QRectF()> newSheet)
    : m_sheets(sheets)
    , m_columns(std::move(columns))
    , m_newSheet(std::move(newSheet))
{
    for (const PrintColumn& column : m_columns)
        m_shares += column.share;
}

double TablePainter::width(std::size_t column) const
{
    return m_area.width() * m_columns[column].share / m_shares;
}

void TablePainter::start(const QRectF& area)
{
    m_area = area;
    m_y = area.top();
    m_headed = false; // with the first row: a heading never stands alone at the foot of a sheet
}

void TablePainter::heading()
{
    QStringList titles;
    for (const PrintColumn& column : m_columns)
        titles.append(column.title);
    m_y += paintRow(titles, true, true, true);
    m_headed = true;
}

double TablePainter::headingHeight()
{
    QStringList titles;
    for (const PrintColumn& column : m_columns)
        titles.append(column.title);
    return paintRow(titles, true, true, false);
}

void TablePainter::row(const QStringList& cells, bool strong)
{
    const double tall = paintRow(cells, strong, false, false) + (m_headed ? 0 : headingHeight());
    if (m_y + tall > m_area.bottom()) {
        m_area = m_newSheet();
        m_y = m_area.top();
        m_headed = false;
    }
    if (!m_headed)
        heading();
    m_y += paintRow(cells, strong, false, true);
}

double TablePainter::paintRow(const QStringList& cells, bool strong, bool filled, bool paint)
{
    QPainter& painter = m_sheets.painter();
    painter.setFont(paperFont(rowType, strong));
    std::vector<QRectF> boxes;
    double tall = 0;
    double x = m_area.left();
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        const QRectF cell(x + cellPad, m_y + rowPad, width(i) - 2 * cellPad, 10000);
        const int flags = int(Qt::TextWordWrap) | int(Qt::TextWrapAnywhere) | int(Qt::AlignTop)
            | int(m_columns[i].right ? Qt::AlignRight : Qt::AlignLeft);
        tall = std::max(tall, painter.boundingRect(cell, flags, cells.value(qsizetype(i))).height());
        boxes.push_back(cell);
        x += width(i);
    }
    tall += 2 * rowPad;
    if (!paint)
        return tall;
    const QRectF line(m_area.left(), m_y, m_area.width(), tall);
    if (filled)
        painter.fillRect(line, QColor(0xF0F0F0));
    painter.setPen(QPen(Qt::black, 1.5));
    painter.drawRect(line);
    for (std::size_t i = 0; i < boxes.size(); ++i) {
        boxes[i].setHeight(tall);
        const int flags = int(Qt::TextWordWrap) | int(Qt::TextWrapAnywhere) | int(Qt::AlignTop)
            | int(m_columns[i].right ? Qt::AlignRight : Qt::AlignLeft);
        painter.drawText(boxes[i], flags, cells.value(qsizetype(i)));
        if (i > 0)
            painter.drawLine(QPointF(boxes[i].left() - cellPad, line.top()),
                             QPointF(boxes[i].left() - cellPad, line.bottom()));
    }
    return tall;
}

} // namespace songhe::printing
