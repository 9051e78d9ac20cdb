// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/security/audit_log.h"

#include <QtCore/QCoreApplication>

#include <sodium.h>

namespace songhe {

namespace {

constexpr int mostProblems = 20;
constexpr int clockToleranceSeconds = 60; ///< a clock that is set right by the network moves a little

struct AuditLogText {
    Q_DECLARE_TR_FUNCTIONS(songhe::AuditLog)
};

QByteArray sha256(std::initializer_list<QByteArrayView> parts)
{
    crypto_hash_sha256_state state;
    crypto_hash_sha256_init(&state);
    for (const QByteArrayView part : parts)
        crypto_hash_sha256_update(&state, reinterpret_cast<const unsigned char*>(part.data()), quint64(part.size()));
    QByteArray digest(crypto_hash_sha256_BYTES, Qt::Uninitialized);
    crypto_hash_sha256_final(&state, reinterpret_cast<unsigned char*>(digest.data()));
    return digest;
}

std::optional<ChangeKind> changeKindFromKey(const QString& key)
{
    for (const ChangeKind kind : {ChangeKind::Added, ChangeKind::Changed, ChangeKind::Voided})
        if (changeKindKey(kind) == key)
            return kind;
    return std::nullopt;
}

AuditEntry entryFrom(const Rows& row)
{
    AuditEntry entry;
    entry.number = row.integer(0);
    entry.change.at = row.moment(1);
    entry.change.by = Id<User> {row.integer(2)};
    entry.change.family = row.text(3);
    entry.change.id = row.integer(4);
    entry.change.revision = int(row.integer(5));
    entry.change.kind = changeKindFromKey(row.text(6)).value_or(ChangeKind::Changed);
    entry.change.content = row.blob(7);
    entry.contentDigest = row.blob(8);
    entry.chainDigest = row.blob(9);
    return entry;
}

const QString entryColumns = QStringLiteral(
    "SELECT number, at, by, family, record_id, revision, kind, content, content_digest, chain_digest FROM audit");

} // namespace

QString changeKindKey(ChangeKind kind)
{
    switch (kind) {
    case ChangeKind::Added:
        return QStringLiteral("added");
    case ChangeKind::Changed:
        return QStringLiteral("changed");
    case ChangeKind::Voided:
        return QStringLiteral("voided");
    }
    return {};
}

QByteArray auditContentDigest(qint64 number, const Change& change)
{
    // One line a part; none of them but the last can hold a line break.
    const QByteArray head = QByteArray::number(number) + '\n' + momentText(change.at).toLatin1() + '\n'
        + QByteArray::number(change.by.value) + '\n' + change.family.toUtf8() + '\n' + QByteArray::number(change.id)
        + '\n' + QByteArray::number(change.revision) + '\n' + changeKindKey(change.kind).toLatin1() + '\n';
    return sha256({head, change.content});
}

QByteArray auditChainDigest(const QByteArray& previous, const QByteArray& content)
{
    return sha256({previous, content});
}

Result<AuditHead> AuditLog::head()
{
    ASSIGN_OR_RETURN(
        Rows rows, m_store.run(QStringLiteral("SELECT number, chain_digest FROM audit ORDER BY number DESC LIMIT 1")));
    AuditHead head;
    if (rows.next())
        head = {rows.integer(0), rows.blob(1)};
    RETURN_IF_ERROR(rows.failed());
    return head;
}

Result<void> AuditLog::put(const AuditHead& before, const Change& change)
{
    const qint64 number = before.number + 1;
    const QByteArray content = auditContentDigest(number, change);
    RETURN_IF_ERROR(m_store.execute(
        QStringLiteral("INSERT INTO audit (number, at, by, family, record_id, revision, kind, content, content_digest, "
                       "chain_digest) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
        {number, change.at, change.by, change.family, change.id, change.revision, changeKindKey(change.kind),
         change.content, content, auditChainDigest(before.digest, content)}));
    return {};
}

Result<void> AuditLog::append(const Change& change)
{
    AuditHead before;
    QString lastAt; // moments as text rise with time
    {
        ASSIGN_OR_RETURN(
            Rows rows,
            m_store.run(QStringLiteral("SELECT number, chain_digest, at FROM audit ORDER BY number DESC LIMIT 1")));
        if (rows.next()) {
            before = {rows.integer(0), rows.blob(1)};
            lastAt = rows.text(2);
        }
        RETURN_IF_ERROR(rows.failed());
    }
    if (lastAt > momentText(change.at.addSecs(clockToleranceSeconds))) {
        const QByteArray content
            = "{\"last\":\"" + lastAt.toLatin1() + "\",\"now\":\"" + momentText(change.at).toLatin1() + "\"}";
        RETURN_IF_ERROR(
            put(before, {QString::fromLatin1(clockFamily), 0, 0, ChangeKind::Added, change.at, change.by, content}));
        ASSIGN_OR_RETURN(before, head());
    }
    return put(before, change);
}

Result<AuditReport> AuditLog::verify(Progress& progress)
{
    AuditReport report;
    ASSIGN_OR_RETURN(const AuditHead newest, head());
    ASSIGN_OR_RETURN(Rows rows, m_store.run(entryColumns + QStringLiteral(" ORDER BY number")));
    QByteArray previous(32, '\0');
    while (rows.next() && report.problems.size() < mostProblems) {
        const AuditEntry entry = entryFrom(rows);
        ++report.entries;
        RETURN_IF_ERROR(progress.step(report.entries, newest.number));
        if (entry.number != report.entries) {
            report.problems << AuditLogText::tr("Entry %1 is missing from the audit log.").arg(report.entries);
            report.entries = entry.number;
        }
        if (auditContentDigest(entry.number, entry.change) != entry.contentDigest)
            report.problems << AuditLogText::tr("Entry %1 of the audit log was altered.").arg(entry.number);
        if (auditChainDigest(previous, entry.contentDigest) != entry.chainDigest)
            report.problems << AuditLogText::tr("The audit chain is broken at entry %1.").arg(entry.number);
        previous = entry.chainDigest;
        report.head = {entry.number, entry.chainDigest};
    }
    RETURN_IF_ERROR(rows.failed());
    return report;
}

Result<std::vector<AuditEntry>> AuditLog::historyOf(const QString& family, qint64 id)
{
    ASSIGN_OR_RETURN(Rows rows,
                     m_store.run(entryColumns + QStringLiteral(" WHERE record_id = ? AND family = ? ORDER BY number"),
                                 {id, family}));
    std::vector<AuditEntry> history;
    while (rows.next())
        history.push_back(entryFrom(rows));
    RETURN_IF_ERROR(rows.failed());
    return history;
}

} // namespace songhe
