// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/security/audit_check.h"

#include "core/security/audit_log.h"
#include "core/storage/audit_content.h"

namespace songhe {

using namespace Qt::StringLiterals;

namespace audit_check {

constexpr int mostProblems = 20; ///< as the walk over the chain

const QString newestEntry
    = u"SELECT revision, content FROM audit WHERE record_id = ? AND family = ? ORDER BY number DESC LIMIT 1"_s;

} // namespace audit_check

void RecordsCheck::add(const QString& problem)
{
    if (m_problems.size() < audit_check::mostProblems)
        m_problems << problem;
}

Result<void> RecordsCheck::rows(const detail::RowShape& shape, Progress& progress)
{
    const QString table = QString::fromLatin1(shape.info.family);
    const int revisionAt = int(shape.columns.indexOf(u"revision"_s));
    qint64 total = 0;
    {
        ASSIGN_OR_RETURN(Rows counted, m_store.run(u"SELECT count(*) FROM "_s + table));
        total = counted.next() ? counted.integer(0) : 0;
        RETURN_IF_ERROR(counted.failed());
    }
    ASSIGN_OR_RETURN(Rows stored, m_store.run(shape.selectSql + u" ORDER BY id"_s));
    std::vector<Value> row(std::size_t(shape.columns.size()));
    for (qint64 done = 0; stored.next() && m_problems.size() < audit_check::mostProblems; ++done) {
        RETURN_IF_ERROR(progress.step(done, total));
        for (std::size_t i = 0; i < row.size(); ++i)
            row[i] = stored.value(int(i));
        const qint64 id = row.front().integer();
        ASSIGN_OR_RETURN(Rows logged, m_store.run(audit_check::newestEntry, {Value(id), Value(table)}));
        if (!logged.next()) {
            RETURN_IF_ERROR(logged.failed());
            add(tr("Record %1 of table %2 has no entry in the audit log.").arg(id).arg(table));
        } else if (logged.integer(0) != row[std::size_t(revisionAt)].integer()
                   || logged.bytesView(1) != detail::auditContent(shape, row)) {
            add(tr("Record %1 of table %2 is not what the audit log says of it.").arg(id).arg(table));
        }
    }
    RETURN_IF_ERROR(stored.failed());
    return missing(table);
}

Result<void> RecordsCheck::missing(const QString& table)
{
    // Some tables have a column record_id of their own.
    ASSIGN_OR_RETURN(
        Rows gone,
        m_store.run(u"SELECT a.record_id FROM audit a WHERE a.family = ? AND a.kind = 'added' AND NOT EXISTS "
                    "(SELECT 1 FROM %1 WHERE %1.id = a.record_id) ORDER BY a.number LIMIT 20"_s.arg(table),
                    {Value(table)}));
    while (gone.next())
        add(tr("Record %1 of table %2 is in the audit log but not in the table.").arg(gone.integer(0)).arg(table));
    return gone.failed();
}

Result<void> RecordsCheck::users()
{
    const QString table = u"user"_s;
    ASSIGN_OR_RETURN(Rows stored,
                     m_store.run(u"SELECT id, revision, (SELECT a.revision FROM audit a WHERE a.record_id = user.id "
                                 "AND a.family = 'user' ORDER BY a.number DESC LIMIT 1) FROM user"_s));
    while (stored.next()) {
        if (stored.isNull(2))
            add(tr("Record %1 of table %2 has no entry in the audit log.").arg(stored.integer(0)).arg(table));
        else if (stored.integer(1) != stored.integer(2))
            add(tr("Record %1 of table %2 is not what the audit log says of it.").arg(stored.integer(0)).arg(table));
    }
    RETURN_IF_ERROR(stored.failed());
    return missing(table);
}

Result<void> RecordsCheck::packages()
{
    ASSIGN_OR_RETURN(const AuditHead head, AuditLog(m_store).head());
    ASSIGN_OR_RETURN(Rows written,
                     m_store.run(u"SELECT p.sequence, p.audit_number, p.audit_digest, a.chain_digest FROM package p "
                                 "LEFT JOIN audit a ON a.number = p.audit_number ORDER BY p.sequence"_s));
    while (written.next()) {
        const qint64 sequence = written.integer(0);
        const qint64 number = written.integer(1);
        if (number > head.number)
            add(tr("The audit log ends at entry %1, but package %2 proves that it went as far as entry %3: its last "
                   "entries were cut off.")
                    .arg(head.number)
                    .arg(sequence)
                    .arg(number));
        else if (number > 0 && QString::fromLatin1(written.blob(3).toHex()) != written.text(2))
            add(tr("Entry %1 of the audit log is not the one that package %2 proves.").arg(number).arg(sequence));
    }
    return written.failed();
}

} // namespace songhe
