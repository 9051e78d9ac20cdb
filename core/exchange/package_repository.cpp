// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/package_repository.h"

#include "core/exchange/csv_text.h"
#include "core/exchange/package_row_writer.h"

namespace songhe {

using namespace Qt::StringLiterals;

namespace package_rows {

constexpr std::size_t pieceSize = 256 * 1024;

/// How far the whole is, only the writer knows; here it is asked whether to stop.
Result<void> mayGoOn(Progress& progress)
{
    return progress.stopped() ? progress.step(0, 1) : Result<void>();
}

/// Hands on what has gathered and starts a new piece.
Result<void> flush(std::string& out, const CsvSink& sink)
{
    RETURN_IF_ERROR(sink(QByteArray(out.data(), qsizetype(out.size()))));
    out.clear();
    return {};
}

} // namespace package_rows

Result<std::unique_ptr<ReadSnapshot>> ReadSnapshot::begin(Store& store)
{
    RETURN_IF_ERROR(store.execute(u"BEGIN"_s)); // the first read fixes what is seen
    return std::unique_ptr<ReadSnapshot>(new ReadSnapshot(store));
}

ReadSnapshot::~ReadSnapshot()
{
    // Nothing was written: there is nothing that could be lost here.
    static_cast<void>(m_store.execute(u"ROLLBACK"_s));
}

Result<std::vector<Package>> PackageRepository::list()
{
    return m_packages.list(u"WHERE voided_at IS NULL ORDER BY sequence DESC, id DESC"_s);
}

Result<std::optional<Package>> PackageRepository::newest()
{
    ASSIGN_OR_RETURN(const std::vector<Package> found, m_packages.list(u"ORDER BY sequence DESC, id DESC LIMIT 1"_s));
    return found.empty() ? std::optional<Package>() : std::optional(found.front());
}

Result<int> PackageRepository::nextSequence()
{
    ASSIGN_OR_RETURN(Rows rows,
                     m_ledger.store.run(u"SELECT max(coalesce((SELECT max(sequence) FROM package), 0), "
                                        "coalesce((SELECT CAST(value AS INTEGER) FROM setting "
                                        "WHERE key = 'package.sequence_floor'), 0))"_s));
    const int highest = rows.next() ? int(rows.integer(0)) : 0;
    RETURN_IF_ERROR(rows.failed());
    return highest + 1;
}

Result<void> PackageRepository::raiseFloor(int sequence)
{
    ASSIGN_OR_RETURN(const qint64 done,
                     m_ledger.store.execute(
                         u"INSERT INTO setting (key, value) VALUES ('package.sequence_floor', ?1) "
                         "ON CONFLICT (key) DO UPDATE SET value = max(CAST(value AS INTEGER), CAST(?1 AS INTEGER))"_s,
                         {Value(QString::number(sequence))}));
    Q_UNUSED(done);
    return {};
}

Result<std::optional<Package>> PackageRepository::newestOf(Quarter quarter)
{
    ASSIGN_OR_RETURN(const std::vector<Package> found,
                     m_packages.list(u"WHERE quarter = ? ORDER BY sequence DESC, id DESC LIMIT 1"_s, {quarter.text()}));
    return found.empty() ? std::optional<Package>() : std::optional(found.front());
}

Result<std::optional<Package>> PackageRepository::newestAcknowledged()
{
    ASSIGN_OR_RETURN(const std::vector<Package> found,
                     m_packages.list(u"WHERE acknowledged_at IS NOT NULL AND audit_number > 0 "
                                     "ORDER BY audit_number DESC LIMIT 1"_s));
    return found.empty() ? std::optional<Package>() : std::optional(found.front());
}

Result<qint64> PackageRepository::writeRows(const PackageTable& table, const PackageScope& scope, const CsvSink& sink,
                                            Progress& progress)
{
    const PackageRowWriter writer(m_ledger, table);
    const PackageChoice choice = packageChoice(table.name(), scope);
    std::string out;
    writer.heading(out);
    qint64 count = 0;
    ASSIGN_OR_RETURN(Rows rows, m_ledger.store.run(table.shape.selectSql + u' ' + choice.where, choice.values));
    while (rows.next()) {
        RETURN_IF_ERROR(writer.row(out, rows));
        ++count;
        if (out.size() >= package_rows::pieceSize) {
            RETURN_IF_ERROR(package_rows::mayGoOn(progress));
            RETURN_IF_ERROR(package_rows::flush(out, sink));
        }
    }
    RETURN_IF_ERROR(rows.failed());
    RETURN_IF_ERROR(package_rows::flush(out, sink));
    return count;
}

Result<std::optional<QByteArray>> PackageRepository::rowText(const PackageTable& table, qint64 id)
{
    ASSIGN_OR_RETURN(Rows rows, m_ledger.store.run(table.shape.selectSql + u" WHERE id = ?"_s, {Value(id)}));
    std::optional<QByteArray> found;
    if (rows.next()) {
        std::string out;
        RETURN_IF_ERROR(PackageRowWriter(m_ledger, table).row(out, rows));
        found = QByteArray::fromStdString(out);
    }
    RETURN_IF_ERROR(rows.failed());
    return found;
}

Result<qint64> PackageRepository::writeAudit(qint64 since, const CsvSink& sink, Progress& progress)
{
    std::string out = "number,content_digest,chain_digest\r\n";
    qint64 count = 0;
    ASSIGN_OR_RETURN(
        Rows rows,
        m_ledger.store.run(u"SELECT number, content_digest, chain_digest FROM audit WHERE number > ? ORDER BY number"_s,
                           {Value(since)}));
    while (rows.next()) {
        appendCsvNumber(out, rows.integer(0));
        for (int column = 1; column <= 2; ++column) {
            static constexpr char digits[] = "0123456789abcdef";
            out.push_back(',');
            for (const char c : rows.bytesView(column)) {
                out.push_back(digits[uchar(c) >> 4]);
                out.push_back(digits[uchar(c) & 15]);
            }
        }
        out.append("\r\n");
        ++count;
        if (out.size() >= package_rows::pieceSize) {
            RETURN_IF_ERROR(package_rows::mayGoOn(progress));
            RETURN_IF_ERROR(package_rows::flush(out, sink));
        }
    }
    RETURN_IF_ERROR(rows.failed());
    RETURN_IF_ERROR(package_rows::flush(out, sink));
    return count;
}

Result<AuditHead> PackageRepository::auditHead()
{
    ASSIGN_OR_RETURN(Rows rows,
                     m_ledger.store.run(u"SELECT number, chain_digest FROM audit ORDER BY number DESC LIMIT 1"_s));
    AuditHead head;
    if (rows.next())
        head = {rows.integer(0), rows.blob(1)};
    RETURN_IF_ERROR(rows.failed());
    return head;
}

Result<QByteArray> PackageRepository::auditDigestAt(qint64 number)
{
    ASSIGN_OR_RETURN(Rows rows,
                     m_ledger.store.run(u"SELECT chain_digest FROM audit WHERE number = ?"_s, {Value(number)}));
    const QByteArray digest = rows.next() ? rows.blob(0) : AuditHead().digest;
    RETURN_IF_ERROR(rows.failed());
    return digest;
}

Result<QStringList> PackageRepository::lineages()
{
    ASSIGN_OR_RETURN(Rows rows, m_ledger.store.run(u"SELECT uuid, began FROM lineage ORDER BY began"_s));
    QStringList all;
    while (rows.next())
        all << rows.text(0) + u'@' + QString::number(rows.integer(1));
    RETURN_IF_ERROR(rows.failed());
    return all;
}

} // namespace songhe
