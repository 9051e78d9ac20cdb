// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/tables_workbook.h"

#include "core/exchange/exchange_text.h"

#include <QtCore/QBuffer>

namespace songhe {

using namespace Qt::StringLiterals;

namespace tables_workbook {

constexpr qint64 rowsASheet = 1048576;
constexpr std::size_t pieceSize = 256 * 1024;
constexpr std::size_t maxWaiting = 32;   ///< pieces; what the thread may lie behind
constexpr qsizetype longestShared = 24;  ///< a moment
constexpr qsizetype mostShared = 65'536; ///< so that memory has a bound
constexpr int level = 1;                 ///< the markup is so repetitive that more gains little

constexpr const char* sheetHead
    = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
      "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetViews><sheetView "
      "workbookViewId=\"0\"><pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/>"
      "</sheetView></sheetViews><sheetData>";
constexpr const char* sheetFoot = "</sheetData></worksheet>";
// Style 1 is the text format: a cell edited by hand stays text.
constexpr const char* styles
    = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
      "<styleSheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><fonts count=\"1\"><font>"
      "<sz val=\"11\"/><name val=\"Calibri\"/></font></fonts><fills count=\"2\"><fill><patternFill "
      "patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill></fills><borders count=\"1\">"
      "<border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count=\"1\"><xf "
      "numFmtId=\"0\" "
      "fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs><cellXfs count=\"2\"><xf numFmtId=\"0\" fontId=\"0\" "
      "fillId=\"0\" borderId=\"0\" xfId=\"0\"/><xf numFmtId=\"49\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" "
      "applyNumberFormat=\"1\"/></cellXfs></styleSheet>";
constexpr const char* rootRelations
    = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
      "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" "
      "Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" "
      "Target=\"xl/workbook.xml\"/></Relationships>";

void appendText(std::string& xml, QByteArrayView text)
{
    const bool spaced = text.front() == ' ' || text.back() == ' ' || text.contains('\n');
    xml.append(spaced ? "<t xml:space=\"preserve\">" : "<t>");
    bool plain = true;
    for (const char c : text)
        plain = plain && c != '<' && c != '>' && c != '&' && uchar(c) >= 32;
    if (plain) {
        xml.append(text.data(), std::size_t(text.size()));
    } else {
        for (const char c : text) {
            if (c == '<')
                xml.append("&lt;");
            else if (c == '>')
                xml.append("&gt;");
            else if (c == '&')
                xml.append("&amp;");
            else if (uchar(c) >= 32 || c == '\n' || c == '\t')
                xml.push_back(c); // XML has no place for other control characters
        }
    }
    xml.append("</t>");
}

Result<void> addPart(ZipWriter& zip, const QString& name, const QByteArray& bytes)
{
    RETURN_IF_ERROR(zip.begin(name, bytes.size()));
    RETURN_IF_ERROR(zip.write(bytes));
    return zip.end();
}

} // namespace tables_workbook

Result<std::unique_ptr<WorkbookStream>> WorkbookStream::open(QIODevice& target, const QDateTime& stamp)
{
    std::unique_ptr<WorkbookStream> made(new WorkbookStream);
    ASSIGN_OR_RETURN(made->m_zip, ZipWriter::open(target, tables_workbook::level, stamp));
    made->m_xml.reserve(tables_workbook::pieceSize * 2);
    made->m_sharedXml = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<sst "
                        "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">";
    return made;
}

Result<void> WorkbookStream::beginTable(const QString& name)
{
    m_table = name;
    m_part = 0;
    m_heading.clear();
    return beginSheet();
}

Result<void> WorkbookStream::beginSheet()
{
    ++m_part;
    m_rows = 0;
    m_sheets << (m_part == 1 ? m_table : u"%1 %2"_s.arg(m_table).arg(m_part));
    m_xml = tables_workbook::sheetHead;
    m_xml += m_heading;
    return m_zip->begin(u"xl/worksheets/sheet%1.xml"_s.arg(m_sheets.size()));
}

Result<void> WorkbookStream::endSheet()
{
    m_xml += tables_workbook::sheetFoot;
    RETURN_IF_ERROR(flush());
    return m_zip->end();
}

Result<void> WorkbookStream::flush()
{
    RETURN_IF_ERROR(m_zip->write({m_xml.data(), qsizetype(m_xml.size())}));
    m_xml.clear();
    return {};
}

std::optional<quint32> WorkbookStream::shared(QByteArrayView cell)
{
    if (cell.size() > tables_workbook::longestShared)
        return std::nullopt;
    if (const auto known = m_shared.constFind(QByteArray::fromRawData(cell.data(), cell.size()));
        known != m_shared.cend())
        return *known;
    if (m_shared.size() >= tables_workbook::mostShared)
        return std::nullopt;
    const auto number = quint32(m_shared.size());
    m_shared.insert(cell.toByteArray(), number);
    m_sharedXml.append("<si>");
    tables_workbook::appendText(m_sharedXml, cell);
    m_sharedXml.append("</si>");
    return number;
}

void WorkbookStream::addCell(std::size_t column, QByteArrayView cell)
{
    if (cell.isEmpty()) {
        m_xml.append("<c s=\"1\"/>");
        return;
    }
    Above& above = m_above[column];
    if (QByteArrayView(above.text.data(), qsizetype(above.text.size())) == cell) {
        m_xml.append(above.xml);
        return;
    }
    const std::size_t from = m_xml.size();
    // The first column is the record's own number: it never comes again.
    if (const auto number = column == 0 ? std::nullopt : shared(cell)) {
        m_xml.append("<c s=\"1\" t=\"s\"><v>");
        appendCsvNumber(m_xml, *number);
        m_xml.append("</v></c>");
    } else {
        m_xml.append("<c s=\"1\" t=\"inlineStr\"><is>");
        tables_workbook::appendText(m_xml, cell);
        m_xml.append("</is></c>");
    }
    above.text.assign(cell.data(), std::size_t(cell.size()));
    above.xml.assign(m_xml, from);
}

void WorkbookStream::addRow(const std::vector<QByteArrayView>& cells)
{
    const std::size_t from = m_xml.size();
    m_above.resize(std::max(m_above.size(), cells.size()));
    m_xml.append("<row>");
    for (std::size_t column = 0; column < cells.size(); ++column)
        addCell(column, cells[column]);
    m_xml.append("</row>");
    if (m_heading.empty())
        m_heading = m_xml.substr(from);
    ++m_rows;
}

Result<void> WorkbookStream::addCsv(QByteArrayView records)
{
    Result<void> state;
    const bool read = m_scanner.feed(records, [&](const std::vector<QByteArrayView>& cells) {
        if (m_rows == tables_workbook::rowsASheet) {
            state = endSheet();
            if (state)
                state = beginSheet();
            m_rows = 1;
        }
        addRow(cells);
        if (m_xml.size() >= tables_workbook::pieceSize && state)
            state = flush();
        return state.ok();
    });
    if (!state || read)
        return state;
    return fail(Error::Kind::Damaged, ExchangeText::tr("The package could not be put together. Please try again."),
                u"workbook: rows"_s);
}

Result<void> WorkbookStream::endTable()
{
    return endSheet();
}

Result<void> WorkbookStream::finish()
{
    using tables_workbook::addPart;
    static constexpr const char* head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    QByteArray types(head);
    types
        += "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" "
           "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" "
           "ContentType=\"application/xml\"/><Override PartName=\"/xl/workbook.xml\" "
           "ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/><Override "
           "PartName=\"/xl/styles.xml\" "
           "ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml\"/><Override "
           "PartName=\"/xl/sharedStrings.xml\" "
           "ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml\"/>";
    QByteArray workbook(head);
    workbook += "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" "
                "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets>";
    QByteArray relations(head);
    relations += "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">";
    constexpr const char* kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    for (qsizetype i = 1; i <= m_sheets.size(); ++i) {
        const QByteArray number = QByteArray::number(i);
        types += "<Override PartName=\"/xl/worksheets/sheet" + number
            + ".xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/>";
        workbook += "<sheet name=\"" + m_sheets.at(i - 1).toUtf8() + "\" sheetId=\"" + number + "\" r:id=\"rId" + number
            + "\"/>";
        relations += "<Relationship Id=\"rId" + number + "\" Type=\"" + kind + "worksheet\" Target=\"worksheets/sheet"
            + number + ".xml\"/>";
    }
    relations += "<Relationship Id=\"rId" + QByteArray::number(m_sheets.size() + 1) + "\" Type=\"" + kind
        + "styles\" Target=\"styles.xml\"/><Relationship Id=\"rId" + QByteArray::number(m_sheets.size() + 2)
        + "\" Type=\"" + kind + "sharedStrings\" Target=\"sharedStrings.xml\"/></Relationships>";
    m_sharedXml.append("</sst>");
    RETURN_IF_ERROR(addPart(*m_zip, u"xl/sharedStrings.xml"_s,
                            QByteArray::fromRawData(m_sharedXml.data(), qsizetype(m_sharedXml.size()))));
    RETURN_IF_ERROR(addPart(*m_zip, u"xl/styles.xml"_s, tables_workbook::styles));
    RETURN_IF_ERROR(addPart(*m_zip, u"xl/workbook.xml"_s, workbook + "</sheets></workbook>"));
    RETURN_IF_ERROR(addPart(*m_zip, u"xl/_rels/workbook.xml.rels"_s, relations));
    RETURN_IF_ERROR(addPart(*m_zip, u"_rels/.rels"_s, tables_workbook::rootRelations));
    RETURN_IF_ERROR(addPart(*m_zip, u"[Content_Types].xml"_s, types + "</Types>"));
    return m_zip->close();
}

WorkbookWorker::WorkbookWorker(const QDateTime& stamp)
    : m_stamp(stamp)
    , m_thread([this] {
        auto done = work();
        const std::lock_guard lock(m_mutex);
        if (!done)
            m_error = std::move(done).error();
        m_abandoned = true; // nobody takes jobs any more
        m_changed.notify_all();
    })
{ }

WorkbookWorker::~WorkbookWorker()
{
    {
        const std::lock_guard lock(m_mutex);
        m_abandoned = true;
    }
    m_changed.notify_all();
    if (m_thread.joinable())
        m_thread.join();
}

void WorkbookWorker::post(Job job)
{
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [&] { return m_abandoned || m_jobs.size() < tables_workbook::maxWaiting; });
    if (!m_abandoned)
        m_jobs.push_back(std::move(job));
    m_changed.notify_all();
}

std::optional<WorkbookWorker::Job> WorkbookWorker::take()
{
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [&] { return m_abandoned || !m_jobs.empty(); });
    if (m_jobs.empty() || m_abandoned)
        return std::nullopt;
    Job job = std::move(m_jobs.front());
    m_jobs.pop_front();
    m_changed.notify_all();
    return job;
}

Result<void> WorkbookWorker::work()
{
    QBuffer target(&m_packed);
    target.open(QIODevice::WriteOnly);
    ASSIGN_OR_RETURN(const auto workbook, WorkbookStream::open(target, m_stamp));
    bool inTable = false;
    while (const std::optional<Job> job = take()) {
        if (job->kind == Job::Kind::Records) {
            RETURN_IF_ERROR(workbook->addCsv(job->records));
            continue;
        }
        if (inTable)
            RETURN_IF_ERROR(workbook->endTable());
        inTable = job->kind == Job::Kind::Table;
        if (!inTable)
            return workbook->finish();
        RETURN_IF_ERROR(workbook->beginTable(job->name));
    }
    return fail(Error::Kind::Cancelled, ExchangeText::tr("The package could not be put together. Please try again."));
}

void WorkbookWorker::beginTable(const QString& name)
{
    post({Job::Kind::Table, name, {}});
}

void WorkbookWorker::addCsv(const QByteArray& records)
{
    post({Job::Kind::Records, {}, records});
}

Result<QByteArray> WorkbookWorker::finish()
{
    post({Job::Kind::End, {}, {}});
    m_thread.join();
    if (m_error)
        return fail(*m_error);
    return std::move(m_packed);
}

} // namespace songhe
