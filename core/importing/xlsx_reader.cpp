// SPDX-License-Identifier: GPL-3.0-or-later
// .xlsx as ECMA-376 writes it, read as a stream. Names are compared without their namespace, since the strict form of
// the standard uses others.
#include "core/importing/sheet_readers.h"
#include "core/importing/xml_part.h"

#include <QtCore/QDate>
#include <QtCore/QDir>

namespace songhe {

bool formatShowsDay(int builtinId)
{
    return (builtinId >= 14 && builtinId <= 22) || (builtinId >= 27 && builtinId <= 36)
        || (builtinId >= 45 && builtinId <= 47) || (builtinId >= 50 && builtinId <= 58);
}

bool formatShowsDay(QStringView code)
{
    bool month = false;
    bool time = false;
    for (qsizetype i = 0; i < code.size(); ++i) {
        switch (code[i].toLower().unicode()) {
        case u'"':
            i = code.indexOf(u'"', i + 1);
            if (i < 0)
                return false;
            break;
        case u'[':
            i = code.indexOf(u']', i + 1);
            if (i < 0)
                return false;
            break;
        case u'\\':
        case u'_':
        case u'*':
            ++i;
            break;
        case u'y':
        case u'd':
            return true;
        case u'm':
            month = true;
            break;
        case u'h':
        case u's':
            time = true;
            break;
        case u';': // what follows is for other signs
            return month && !time;
        default:
            break;
        }
    }
    return month && !time;
}

std::optional<CellPlace> cellPlace(QStringView reference)
{
    CellPlace place {0, 0};
    qsizetype i = 0;
    for (; i < reference.size() && reference[i].isLetter(); ++i) {
        const char16_t letter = reference[i].toUpper().unicode();
        if (letter < u'A' || letter > u'Z' || i >= 4)
            return std::nullopt;
        place.column = place.column * 26 + (letter - u'A' + 1);
    }
    bool whole = false;
    place.row = reference.mid(i).toInt(&whole);
    if (i == 0 || !whole || place.row < 1)
        return std::nullopt;
    --place.row;
    --place.column;
    return place;
}

namespace xlsx {

struct Relation {
    QString type;
    QString target; ///< resolved to a part's name
};

struct SheetEntry {
    QString name;
    QString relation;
    bool hidden = false;
};

/// Targets are absolute or relative to the folder of the part that refers.
QString resolved(const QString& from, const QString& target)
{
    QString path = target;
    if (!path.startsWith(u'/'))
        path = u'/' + from.left(from.lastIndexOf(u'/') + 1) + path;
    return QDir::cleanPath(path).mid(1);
}

QString relationsPart(const QString& of)
{
    const qsizetype slash = of.lastIndexOf(u'/');
    return of.left(slash + 1) + QStringLiteral("_rels/") + of.mid(slash + 1) + QStringLiteral(".rels");
}

/// `_x000D_` stands for a character that XML cannot hold.
QString unescaped(QString text)
{
    qsizetype at = text.indexOf(u"_x");
    while (at >= 0) {
        bool hex = false;
        if (at + 6 < text.size() && text[at + 6] == u'_') {
            const ushort code = QStringView(text).mid(at + 2, 4).toUShort(&hex, 16);
            if (hex)
                text.replace(at, 7, QChar(code));
        }
        at = text.indexOf(u"_x", at + 1);
    }
    return text;
}

class Reader {
    Q_DECLARE_TR_FUNCTIONS(songhe::XlsxReader)

public:
    Reader(ZipParts& parts, Progress& progress, const SheetLimits& limits)
        : m_parts(parts)
        , m_progress(progress)
        , m_limits(limits)
        , m_cells(limits.cells)
    { }

    Result<Workbook> read();

private:
    Result<QHash<QString, Relation>> relations(const QString& of);
    Result<std::vector<SheetEntry>> sheetEntries(const QString& part);
    Result<void> readStrings(const QString& part);
    Result<void> readStyles(const QString& part);
    Result<Sheet> readSheet(const SheetEntry& entry, const QString& part);
    Cell readCell(XmlPart& xml);
    Cell madeCell(QStringView type, int style, QString value);

    ZipParts& m_parts;
    Progress& m_progress;
    const SheetLimits& m_limits;
    qint64 m_cells;
    std::vector<QString> m_strings;
    std::vector<bool> m_dayStyles;
    bool m_calendar1904 = false;
    bool m_textMissing = false;
};

Result<QHash<QString, Relation>> Reader::relations(const QString& of)
{
    QHash<QString, Relation> found;
    const QString name = relationsPart(of);
    if (!m_parts.has(name))
        return found;
    ASSIGN_OR_RETURN(auto bytes, m_parts.part(name));
    XmlPart xml(std::move(bytes));
    while (xml.next())
        if (xml.starts(u"Relationship") && xml.attribute(u"TargetMode") != u"External")
            found.insert(xml.attribute(u"Id"), {xml.attribute(u"Type"), resolved(of, xml.attribute(u"Target"))});
    RETURN_IF_ERROR(xml.failed());
    return found;
}

Result<std::vector<SheetEntry>> Reader::sheetEntries(const QString& part)
{
    std::vector<SheetEntry> entries;
    ASSIGN_OR_RETURN(auto bytes, m_parts.part(part));
    XmlPart xml(std::move(bytes));
    while (xml.next()) {
        if (xml.starts(u"workbookPr")) {
            const QString flag = xml.attribute(u"date1904");
            m_calendar1904 = flag == u"1" || flag == u"true";
        } else if (xml.starts(u"sheet") && int(entries.size()) < m_limits.sheets) {
            const QString state = xml.attribute(u"state");
            entries.push_back({xml.attribute(u"name"), xml.attribute(u"id"), !state.isEmpty() && state != u"visible"});
        }
    }
    RETURN_IF_ERROR(xml.failed());
    return entries;
}

Result<void> Reader::readStrings(const QString& part)
{
    ASSIGN_OR_RETURN(auto bytes, m_parts.part(part));
    XmlPart xml(std::move(bytes));
    while (xml.next())
        if (xml.starts(u"si"))
            m_strings.push_back(unescaped(xml.textBelow(u"rPh"))); // rPh: how it is pronounced
    return xml.failed();
}

Result<void> Reader::readStyles(const QString& part)
{
    QHash<int, bool> own;
    ASSIGN_OR_RETURN(auto bytes, m_parts.part(part));
    XmlPart xml(std::move(bytes));
    bool inCellStyles = false;
    while (xml.next()) {
        if (xml.starts(u"numFmt"))
            own.insert(xml.attribute(u"numFmtId").toInt(), formatShowsDay(xml.attribute(u"formatCode")));
        else if (xml.starts(u"cellXfs"))
            inCellStyles = true;
        else if (xml.ends(u"cellXfs"))
            inCellStyles = false;
        else if (inCellStyles && xml.starts(u"xf")) {
            const int id = xml.attribute(u"numFmtId").toInt();
            m_dayStyles.push_back(own.contains(id) ? own.value(id) : formatShowsDay(id));
        }
    }
    return xml.failed();
}

Cell Reader::madeCell(QStringView type, int style, QString value)
{
    if (type == u"s") {
        bool whole = false;
        const qint64 index = value.toLongLong(&whole);
        if (!whole || index < 0 || index >= qint64(m_strings.size())) {
            m_textMissing = true;
            return {};
        }
        return Cell::text(m_strings[std::size_t(index)]);
    }
    if (type == u"inlineStr" || type == u"str" || type == u"e")
        return Cell::text(unescaped(std::move(value)));
    value = value.trimmed();
    if (value.isEmpty())
        return {};
    if (type == u"b")
        return {Cell::Kind::Boolean, value, value == u"1" ? QStringLiteral("TRUE") : QStringLiteral("FALSE")};
    if (type == u"d") {
        const QDate day = QDate::fromString(value.left(10), Qt::ISODate);
        return day.isValid() ? Cell {Cell::Kind::Date, day.toString(Qt::ISODate), value} : Cell::text(value);
    }
    bool isNumber = false;
    const double serial = value.toDouble(&isNumber); // for days alone; the cell keeps the spelling
    if (!isNumber)
        return Cell::text(value);
    if (style >= 0 && std::size_t(style) < m_dayStyles.size() && m_dayStyles[std::size_t(style)]) {
        const QDate day = dayOfSerial(serial, m_calendar1904);
        if (day.isValid())
            return {Cell::Kind::Date, day.toString(Qt::ISODate), day.toString(Qt::ISODate)};
    }
    return {Cell::Kind::Number, value, value};
}

Cell Reader::readCell(XmlPart& xml)
{
    const QString type = xml.attribute(u"t");
    const QString style = xml.attribute(u"s");
    QString value;
    int depth = 1;
    while (depth > 0 && xml.next()) {
        if (xml.starts(u"v") || xml.starts(u"is"))
            value = xml.textBelow(u"rPh");
        else if (xml.isStart())
            xml.skipElement(); // the formula and what else hangs on a cell
        else if (xml.isEnd())
            --depth;
    }
    return madeCell(type, style.isEmpty() ? 0 : style.toInt(), std::move(value));
}

Result<Sheet> Reader::readSheet(const SheetEntry& entry, const QString& part)
{
    SheetBuilder builder(entry.name, m_limits, m_cells);
    ASSIGN_OR_RETURN(auto bytes, m_parts.part(part));
    XmlPart xml(std::move(bytes));
    int row = -1;
    int column = -1;
    while (xml.next()) {
        if (xml.starts(u"row")) {
            bool whole = false;
            const int number = xml.attribute(u"r").toInt(&whole);
            row = whole && number > 0 ? number - 1 : row + 1;
            column = -1;
            if (row % 256 == 0)
                RETURN_IF_ERROR(m_progress.step(std::min(row, 99'999), 100'000));
        } else if (xml.starts(u"c")) {
            const auto place = cellPlace(xml.attribute(u"r"));
            column = place ? place->column : column + 1;
            RETURN_IF_ERROR(builder.put(place ? place->row : row, column, readCell(xml)));
        } else if (xml.starts(u"mergeCell")) {
            const QStringList corners = xml.attribute(u"ref").split(u':');
            const auto first = cellPlace(corners.constFirst());
            const auto last = cellPlace(corners.constLast());
            if (first && last && last->row >= first->row && last->column >= first->column)
                RETURN_IF_ERROR(builder.merge(
                    {first->row, first->column, last->row - first->row + 1, last->column - first->column + 1}));
        }
    }
    RETURN_IF_ERROR(xml.failed());
    if (m_textMissing)
        return fail(
            Error::Kind::Damaged,
            tr("Some cells point at text that the workbook does not hold, so they cannot be read. Open it in your "
               "spreadsheet program, save it and try again."));
    ASSIGN_OR_RETURN(Sheet sheet, std::move(builder).done());
    sheet.hidden = entry.hidden;
    return sheet;
}

Result<Workbook> Reader::read()
{
    QString workbookPart = QStringLiteral("xl/workbook.xml");
    ASSIGN_OR_RETURN(const auto top, relations(QString()));
    for (const Relation& relation : top)
        if (relation.type.endsWith(u"/officeDocument"))
            workbookPart = relation.target;
    ASSIGN_OR_RETURN(const auto entries, sheetEntries(workbookPart));
    ASSIGN_OR_RETURN(const auto parts, relations(workbookPart));
    for (const Relation& relation : parts) {
        if (relation.type.endsWith(u"/sharedStrings"))
            RETURN_IF_ERROR(readStrings(relation.target));
        else if (relation.type.endsWith(u"/styles"))
            RETURN_IF_ERROR(readStyles(relation.target));
    }
    Workbook workbook;
    workbook.format = SheetFormat::Xlsx;
    for (const SheetEntry& entry : entries) {
        const auto relation = parts.constFind(entry.relation);
        if (relation == parts.constEnd() || !relation->type.endsWith(u"/worksheet"))
            continue; // a chart sheet, a macro sheet
        ASSIGN_OR_RETURN(Sheet sheet, readSheet(entry, relation->target));
        workbook.sheets.push_back(std::move(sheet));
    }
    return workbook;
}

} // namespace xlsx

Result<Workbook> readXlsx(ZipParts& parts, Progress& progress, const SheetLimits& limits)
{
    return xlsx::Reader(parts, progress, limits).read();
}

} // namespace songhe
