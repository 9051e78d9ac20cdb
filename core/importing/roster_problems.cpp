// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/importing/roster_desk.h"

#include <QtCore/QFile>
#include <QtCore/QFileInfo>

#include <xlsxwriter.h>

namespace songhe {

namespace problems {

class Writer {
    Q_DECLARE_TR_FUNCTIONS(songhe::RosterProblems)

public:
    explicit Writer(const QString& path)
        : m_book(workbook_new(QFile::encodeName(path).constData()))
    { }

    [[nodiscard]] bool isOpen() const { return m_book != nullptr; }
    void write(const Sheet& sheet, const ColumnPlan& plan, const RosterReport& report);
    /// Everything stands on the disk, or why it does not.
    [[nodiscard]] lxw_error close() { return workbook_close(m_book); }

private:
    void writeRow(const Sheet& sheet, int from, int columns);
    void writeText(int column, const QString& text, lxw_format* format);

    lxw_workbook* m_book;
    lxw_worksheet* m_page = nullptr;
    lxw_format* m_text = nullptr; ///< keeps what is typed over a cell as text
    int m_row = 0;
};

void Writer::writeText(int column, const QString& text, lxw_format* format)
{
    worksheet_write_string(m_page, lxw_row_t(m_row), lxw_col_t(column), text.left(32'000).toUtf8().constData(), format);
}

void Writer::writeRow(const Sheet& sheet, int from, int columns)
{
    for (int column = 0; column < columns; ++column) {
        const Cell& cell = sheet.at(from, column);
        if (cell.kind == Cell::Kind::Number) // stays a number, so that it is refused again until it is typed anew
            worksheet_write_number(m_page, lxw_row_t(m_row), lxw_col_t(column), cell.raw.toDouble(), m_text);
        else if (!cell.isEmpty())
            writeText(column, cell.raw, m_text);
        else
            worksheet_write_blank(m_page, lxw_row_t(m_row), lxw_col_t(column), m_text);
    }
}

void Writer::write(const Sheet& sheet, const ColumnPlan& plan, const RosterReport& report)
{
    m_page = workbook_add_worksheet(m_book, nullptr);
    m_text = workbook_add_format(m_book);
    format_set_num_format(m_text, "@");
    lxw_format* heading = workbook_add_format(m_book);
    format_set_bold(heading);
    format_set_bottom(heading, LXW_BORDER_THIN);
    lxw_format* reason = workbook_add_format(m_book);
    format_set_font_color(reason, 0x9A2A1B);
    format_set_text_wrap(reason);

    const int columns = int(plan.columns.size());
    worksheet_set_column(m_page, 0, lxw_col_t(columns), 16, m_text);
    worksheet_set_column(m_page, lxw_col_t(columns), lxw_col_t(columns), 60, nullptr);
    for (int row = 0; row < plan.headingRow; ++row, ++m_row)
        writeRow(sheet, row, std::min(columns, sheet.columnCount()));
    for (int column = 0; column < columns; ++column)
        writeText(column, plan.headings.value(column), heading);
    //: Heading of the column with the reasons in the workbook of refused rows
    writeText(columns, tr("Refused because"), heading);
    ++m_row;
    worksheet_freeze_panes(m_page, lxw_row_t(m_row), 0);
    for (const JudgedRow& item : report.items) {
        if (item.outcome != RosterOutcome::Reject)
            continue;
        writeRow(sheet, item.row.sheetRow, columns);
        QStringList reasons;
        for (const RosterReason& why : item.row.reasons)
            if (why.outcome() == RosterOutcome::Reject)
                reasons << why.text();
        writeText(columns, reasons.join(u'\n'), reason);
        ++m_row;
    }
}

} // namespace problems

Result<void> writeRosterProblems(const QString& path, const Workbook& workbook, const ColumnPlan& plan,
                                 const RosterReport& report)
{
    const auto cannotWrite = [&](const QString& detail) {
        return fail(
            Error::Kind::Io,
            QCoreApplication::translate("songhe::RosterProblems",
                                        "The refused rows could not be saved as '%1'. Check that there is room and "
                                        "that no other program has the file open.")
                .arg(QFileInfo(path).fileName()),
            detail);
    };
    const QString unfinished = path + QStringLiteral(".part");
    if (QFile probe(unfinished); !probe.open(QIODevice::WriteOnly)) // the library would tell the terminal, not us
        return cannotWrite(probe.errorString());
    problems::Writer writer(unfinished);
    if (!writer.isOpen())
        return cannotWrite(QStringLiteral("new"));
    writer.write(workbook.sheets[std::size_t(plan.sheet)], plan, report);
    if (const lxw_error state = writer.close(); state != LXW_NO_ERROR) {
        QFile::remove(unfinished);
        return cannotWrite(QString::number(state));
    }
    QFile::remove(path);
    if (!QFile::rename(unfinished, path)) {
        QFile::remove(unfinished);
        return cannotWrite(QStringLiteral("rename"));
    }
    return {};
}

} // namespace songhe
