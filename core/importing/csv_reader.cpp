// SPDX-License-Identifier: GPL-3.0-or-later
// Comma-separated text (RFC 4180) as spreadsheet programs and hand-written exports leave it: in UTF-8, UTF-16 or
// GB18030 (which holds GBK and GB 2312), with commas, semicolons or tabs.
#include "core/importing/sheet_readers.h"

#include <QtCore/QStringDecoder>

#include <unicode/ucnv.h>

#include <memory>

namespace songhe {

namespace csv {

struct CloseConverter {
    void operator()(UConverter* converter) const { ucnv_close(converter); }
};

class Reader {
    Q_DECLARE_TR_FUNCTIONS(songhe::CsvReader)

public:
    Reader(Progress& progress, const SheetLimits& limits)
        : m_progress(progress)
        , m_limits(limits)
        , m_cells(limits.cells)
    { }

    Result<Workbook> read(const QByteArray& bytes);

private:
    static Result<QString> decoded(const QByteArray& bytes);
    static Result<QString> fromGb18030(const QByteArray& bytes);
    Result<Sheet> parsed(QStringView text, QChar separator);

    Progress& m_progress;
    const SheetLimits& m_limits;
    qint64 m_cells;
};

Failure noText()
{
    return fail(Error::Kind::Damaged,
                QCoreApplication::translate("songhe::CsvReader",
                                            "This is no table: the file holds bytes that are neither UTF-8 nor GB18030 "
                                            "text. Choose the roster as .xlsx, .xls, .ods or .csv."));
}

Result<QString> Reader::fromGb18030(const QByteArray& bytes)
{
    UErrorCode state = U_ZERO_ERROR;
    const std::unique_ptr<UConverter, CloseConverter> converter(ucnv_open("gb18030", &state));
    if (U_FAILURE(state))
        return fail(Error::Kind::Io,
                    tr("Text in GB18030 cannot be read here. Save the table as .xlsx and import that."));
    ucnv_setToUCallBack(converter.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &state);
    QString text(bytes.size() + 1, Qt::Uninitialized); // never more code units than bytes
    const int32_t units = ucnv_toUChars(converter.get(), reinterpret_cast<UChar*>(text.data()), int32_t(text.size()),
                                        bytes.constData(), int32_t(bytes.size()), &state);
    if (U_FAILURE(state))
        return noText();
    text.truncate(units);
    return text;
}

Result<QString> Reader::decoded(const QByteArray& bytes)
{
    if (bytes.startsWith("\xFF\xFE") || bytes.startsWith("\xFE\xFF")) {
        QStringDecoder decoder(QStringDecoder::Utf16);
        QString text = decoder(bytes);
        if (decoder.hasError())
            return noText();
        return text;
    }
    if (bytes.contains('\0'))
        return noText();
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    QString text = decoder(bytes);
    if (decoder.hasError()) {
        ASSIGN_OR_RETURN(text, fromGb18030(bytes));
    }
    for (const QChar letter : std::as_const(text))
        if (letter < u' ' && letter != u'\n' && letter != u'\r' && letter != u'\t')
            return noText();
    return text;
}

/// Takes one field from `at`; afterwards `at` stands behind it, on the separator, the line's end or the text's.
/// False where a quote is never closed.
bool takeField(QStringView text, QChar separator, qsizetype& at, QString& field)
{
    field.clear();
    if (at < text.size() && text[at] == u'"') {
        for (++at;; ++at) {
            const qsizetype quote = text.indexOf(u'"', at);
            if (quote < 0)
                return false;
            field += text.mid(at, quote - at);
            at = quote + 1;
            if (at >= text.size() || text[at] != u'"')
                break;
            field += u'"';
        }
    }
    const qsizetype from = at; // what stands behind a closed quote is kept as written
    while (at < text.size() && text[at] != separator && text[at] != u'\n' && text[at] != u'\r')
        ++at;
    field += text.mid(from, at - from);
    return true;
}

void skipLineEnd(QStringView text, qsizetype& at)
{
    if (at < text.size() && text[at] == u'\r')
        ++at;
    if (at < text.size() && text[at] == u'\n')
        ++at;
}

/// How table-like the text is with this separator: how many of the first records have the most usual number of fields,
/// and how many that is.
std::pair<int, int> score(QStringView text, QChar separator)
{
    QHash<int, int> widths;
    qsizetype at = 0;
    QString field;
    for (int records = 0; records < 60 && at < text.size(); ++records) {
        int fields = 1;
        while (takeField(text, separator, at, field) && at < text.size() && text[at] == separator) {
            ++at;
            ++fields;
        }
        if (fields > 1)
            ++widths[fields];
        if (at < text.size() && text[at] != u'\r' && text[at] != u'\n')
            break;
        skipLineEnd(text, at);
    }
    std::pair<int, int> best {0, 0};
    for (auto width = widths.cbegin(); width != widths.cend(); ++width)
        best = std::max(best, {width.value(), width.key()});
    return best;
}

QChar separatorOf(QStringView text)
{
    if (text.startsWith(u"sep=") && text.size() > 4) // a hint for a spreadsheet program
        return text[4];
    QChar best = u',';
    std::pair<int, int> most = score(text, u',');
    for (const QChar candidate : {QChar(u'\t'), QChar(u';')}) {
        const auto reached = score(text, candidate);
        if (reached > most) {
            most = reached;
            best = candidate;
        }
    }
    return best;
}

/// `="150205…"` is how some programs keep a spreadsheet from making a number of it.
QString withoutFormula(QString field)
{
    if (field.size() > 3 && field.startsWith(u"=\"") && field.endsWith(u'"'))
        return field.mid(2, field.size() - 3);
    return field;
}

Result<Sheet> Reader::parsed(QStringView text, QChar separator)
{
    SheetBuilder builder(QString(), m_limits, m_cells);
    qsizetype at = 0;
    if (text.startsWith(u"sep=")) {
        at = std::min<qsizetype>(5, text.size());
        skipLineEnd(text, at);
    }
    QString field;
    for (int row = 0; at < text.size(); ++row) {
        if (row % 256 == 0)
            RETURN_IF_ERROR(m_progress.step(at, text.size()));
        for (int column = 0;; ++column) {
            if (!takeField(text, separator, at, field))
                return fail(
                    Error::Kind::Damaged,
                    tr("In row %1 a cell begins with a quotation mark that never ends. The file may be torn; save "
                       "it again from where it came from.")
                        .arg(row + 1));
            RETURN_IF_ERROR(builder.put(row, column, Cell::text(withoutFormula(field))));
            if (at >= text.size() || text[at] != separator)
                break;
            ++at;
        }
        skipLineEnd(text, at);
    }
    return std::move(builder).done();
}

Result<Workbook> Reader::read(const QByteArray& bytes)
{
    ASSIGN_OR_RETURN(const QString text, decoded(bytes));
    ASSIGN_OR_RETURN(Sheet sheet, parsed(text, separatorOf(text)));
    Workbook workbook;
    workbook.format = SheetFormat::Csv;
    workbook.sheets.push_back(std::move(sheet));
    return workbook;
}

} // namespace csv

Result<Workbook> readCsv(const QByteArray& bytes, Progress& progress, const SheetLimits& limits)
{
    return csv::Reader(progress, limits).read(bytes);
}

} // namespace songhe
