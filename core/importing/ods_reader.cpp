// SPDX-License-Identifier: GPL-3.0-or-later
// OpenDocument spreadsheets (ISO 26300), read as a stream. Blank cells and rows are repeated by a count up to the edge
// of the sheet (16,384 columns, 1,048,576 rows): only what is filled is expanded.
#include "core/importing/sheet_readers.h"
#include "core/importing/xml_part.h"

#include <QtCore/QDate>

namespace songhe {

namespace ods {

class Reader {
    Q_DECLARE_TR_FUNCTIONS(songhe::OdsReader)

public:
    Reader(ZipParts& parts, Progress& progress, const SheetLimits& limits)
        : m_parts(parts)
        , m_progress(progress)
        , m_limits(limits)
        , m_cells(limits.cells)
    { }

    Result<Workbook> read();

private:
    struct Filled {
        int column;
        int repeated;
        Cell cell;
        MergedCells joined;
    };

    Result<void> refuseLocked();
    Result<Sheet> readTable(XmlPart& xml);
    Result<void> readRow(XmlPart& xml, SheetBuilder& builder, qint64& row);
    Filled readCell(XmlPart& xml, qint64& column);
    QString paragraphs(XmlPart& xml);

    ZipParts& m_parts;
    Progress& m_progress;
    const SheetLimits& m_limits;
    qint64 m_cells;
};

qint64 repeatCount(const QString& attribute)
{
    bool whole = false;
    const qint64 count = attribute.toLongLong(&whole);
    return whole && count > 0 ? std::min<qint64>(count, 1LL << 30) : 1;
}

Result<void> Reader::refuseLocked()
{
    const QString manifest = QStringLiteral("META-INF/manifest.xml");
    if (!m_parts.has(manifest))
        return {};
    ASSIGN_OR_RETURN(auto bytes, m_parts.part(manifest));
    XmlPart xml(std::move(bytes));
    while (xml.next())
        if (xml.starts(u"encryption-data"))
            return fail(Error::Kind::Refused,
                        tr("The workbook is protected by a password. Open it in your spreadsheet program, save it "
                           "without a password and import that file."));
    return xml.failed();
}

/// The lines of a cell; comments hung on it are no part of it.
QString Reader::paragraphs(XmlPart& xml)
{
    QString text;
    bool any = false;
    int depth = 1;
    while (depth > 0 && xml.next()) {
        if (xml.isEnd()) {
            --depth;
        } else if (xml.isText()) {
            if (depth > 1) // white space between paragraphs is layout
                text += xml.text();
        } else if (xml.starts(u"annotation") || xml.starts(u"shapes") || xml.starts(u"frame")) {
            xml.skipElement();
        } else if (xml.isStart()) {
            if (xml.starts(u"p") && depth == 1) {
                if (any)
                    text += u'\n';
                any = true;
            } else if (xml.starts(u"s")) {
                text += QString(qsizetype(std::min<qint64>(repeatCount(xml.attribute(u"c")), 1000)), u' ');
            } else if (xml.starts(u"tab")) {
                text += u'\t';
            } else if (xml.starts(u"line-break")) {
                text += u'\n';
            }
            ++depth;
        }
        if (text.size() > m_limits.cellCharacters + 1)
            text.truncate(m_limits.cellCharacters + 1); // enough to be refused as too long
    }
    return text;
}

Cell madeCell(const QString& type, const QString& value, const QString& day, const QString& flag, const QString& text)
{
    if (type == u"float" || type == u"percentage" || type == u"currency")
        return {Cell::Kind::Number, value, text.isEmpty() ? value : text};
    if (type == u"date") {
        const QDate date = QDate::fromString(day.left(10), Qt::ISODate);
        return date.isValid() ? Cell {Cell::Kind::Date, date.toString(Qt::ISODate), text} : Cell::text(text);
    }
    if (type == u"boolean")
        return {Cell::Kind::Boolean, flag == u"true" ? QStringLiteral("1") : QStringLiteral("0"), text};
    return Cell::text(text);
}

Reader::Filled Reader::readCell(XmlPart& xml, qint64& column)
{
    const qint64 repeated = repeatCount(xml.attribute(u"number-columns-repeated"));
    const QString type = xml.attribute(u"value-type");
    const QString value = xml.attribute(u"value");
    const QString day = xml.attribute(u"date-value");
    const QString flag = xml.attribute(u"boolean-value");
    const QString string = xml.attribute(u"string-value");
    Filled filled;
    filled.column = int(std::min<qint64>(column, 1 << 30));
    filled.repeated = int(repeated);
    filled.joined.columns = int(repeatCount(xml.attribute(u"number-columns-spanned")));
    filled.joined.rows = int(repeatCount(xml.attribute(u"number-rows-spanned")));
    column += repeated;
    const QString text = paragraphs(xml);
    filled.cell = madeCell(type, value, day, flag, text.isEmpty() ? string : text);
    return filled;
}

Result<void> Reader::readRow(XmlPart& xml, SheetBuilder& builder, qint64& row)
{
    const qint64 repeated = repeatCount(xml.attribute(u"number-rows-repeated"));
    std::vector<Filled> cells;
    qint64 column = 0;
    int depth = 1;
    while (depth > 0 && xml.next()) {
        if (xml.starts(u"table-cell") || xml.starts(u"covered-table-cell")) {
            Filled filled = readCell(xml, column);
            if (filled.cell.kind != Cell::Kind::Empty)
                cells.push_back(std::move(filled));
        } else if (xml.isStart()) {
            ++depth;
        } else if (xml.isEnd()) {
            --depth;
        }
    }
    for (qint64 copy = 0; copy < repeated && !cells.empty(); ++copy) {
        const int at = int(std::min<qint64>(row + copy, 1 << 30));
        if (at % 256 == 0)
            RETURN_IF_ERROR(m_progress.step(std::min(at, 99'999), 100'000));
        for (const Filled& filled : cells) {
            for (int across = 0; across < filled.repeated; ++across)
                RETURN_IF_ERROR(builder.put(at, filled.column + across, filled.cell));
            if (copy == 0)
                RETURN_IF_ERROR(builder.merge({at, filled.column, filled.joined.rows, filled.joined.columns}));
        }
    }
    row += repeated;
    return {};
}

Result<Sheet> Reader::readTable(XmlPart& xml)
{
    SheetBuilder builder(xml.attribute(u"name"), m_limits, m_cells);
    qint64 row = 0;
    int depth = 1;
    while (depth > 0 && xml.next()) {
        if (xml.starts(u"table-row"))
            RETURN_IF_ERROR(readRow(xml, builder, row));
        else if (xml.starts(u"shapes") || xml.starts(u"forms") || xml.starts(u"table"))
            xml.skipElement();
        else if (xml.isStart())
            ++depth;
        else if (xml.isEnd())
            --depth;
    }
    RETURN_IF_ERROR(xml.failed());
    return std::move(builder).done();
}

Result<Workbook> Reader::read()
{
    RETURN_IF_ERROR(refuseLocked());
    ASSIGN_OR_RETURN(auto bytes, m_parts.part(QStringLiteral("content.xml")));
    XmlPart xml(std::move(bytes));
    Workbook workbook;
    workbook.format = SheetFormat::Ods;
    while (xml.next()) {
        if (xml.starts(u"tracked-changes"))
            xml.skipElement();
        else if (xml.starts(u"table") && int(workbook.sheets.size()) < m_limits.sheets) {
            ASSIGN_OR_RETURN(Sheet sheet, readTable(xml));
            workbook.sheets.push_back(std::move(sheet));
        }
    }
    RETURN_IF_ERROR(xml.failed());
    return workbook;
}

} // namespace ods

Result<Workbook> readOds(ZipParts& parts, Progress& progress, const SheetLimits& limits)
{
    return ods::Reader(parts, progress, limits).read();
}

} // namespace songhe
