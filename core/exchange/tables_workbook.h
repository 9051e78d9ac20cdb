// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// tables.xlsx, made from the very bytes of the CSV tables while they are written. libxlsxwriter is not used for this
// one: its flat-memory mode spools the plaintext to temporary files, and plaintext must never touch a disk.

#include "core/exchange/csv_text.h"
#include "core/exchange/zip_stream.h"

#include <QtCore/QHash>

#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>
#include <thread>

namespace songhe {

/// Writes an .xlsx with text cells only, as a stream. A table above a sheet's 1,048,576 rows goes on in `name 2`.
/// Short texts that may come again (keys, days, numbers of persons) stand once in the shared strings: the markup of the
/// cells is what costs, and so there is half as much of it.
class WorkbookStream {
public:
    static Result<std::unique_ptr<WorkbookStream>> open(QIODevice& target, const QDateTime& stamp);

    Result<void> beginTable(const QString& name);
    /// Whole records of the table at hand, the heading row first.
    Result<void> addCsv(QByteArrayView records);
    Result<void> endTable();
    Result<void> finish();

private:
    /// The last cell of a column: very often the next one is the same.
    struct Above {
        std::string text;
        std::string xml;
    };

    WorkbookStream() = default;
    Result<void> beginSheet();
    Result<void> endSheet();
    void addRow(const std::vector<QByteArrayView>& cells);
    void addCell(std::size_t column, QByteArrayView cell);
    /// Its number among the shared strings; none where it is too long or they are too many.
    std::optional<quint32> shared(QByteArrayView cell);
    Result<void> flush();

    std::unique_ptr<ZipWriter> m_zip;
    QStringList m_sheets;
    QString m_table;
    int m_part = 0;
    qint64 m_rows = 0;
    std::string m_heading;
    std::string m_xml;
    std::vector<Above> m_above; ///< by column
    QHash<QByteArray, quint32> m_shared;
    std::string m_sharedXml;
    CsvScanner m_scanner;
};

/// The same on a thread of its own, so that the second core is busy too; the packed workbook stays in memory.
class WorkbookWorker {
public:
    explicit WorkbookWorker(const QDateTime& stamp);
    ~WorkbookWorker();
    WorkbookWorker(const WorkbookWorker&) = delete;
    WorkbookWorker& operator=(const WorkbookWorker&) = delete;

    void beginTable(const QString& name);
    void addCsv(const QByteArray& records);
    /// Waits for the rest; the whole .xlsx.
    Result<QByteArray> finish();

private:
    struct Job {
        enum class Kind { Table, Records, End } kind;
        QString name;
        QByteArray records;
    };
    void post(Job job);
    std::optional<Job> take();
    Result<void> work();

    QDateTime m_stamp;
    QByteArray m_packed;
    std::optional<Error> m_error;
    std::deque<Job> m_jobs;
    bool m_abandoned = false;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::thread m_thread; ///< last: it uses all of the above
};

} // namespace songhe
