// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/subsidies/frozen_check_repository.h"

#include "core/assessments/assessment.h"
#include "core/attendance/absence.h"
#include "core/elders/elder.h"
#include "core/elders/fact.h"
#include "core/subsidies/frozen_records_repository.h"

#include <QtCore/QCryptographicHash>
#include <QtCore/QJsonDocument>

namespace songhe {

using namespace Qt::StringLiterals;

namespace frozen_check {

constexpr int mostProblems = 20; ///< as the walk over the chain

/// A fact that was written down: which record it was taken from and what that record must say.
struct Told {
    QString family;
    qint64 record = 0;
    QJsonObject says; ///< key of the record's content to its value; null: it says nothing
};

QJsonValue orNull(const QString& text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

/// Of columns id, elder_id, fact_id, kind, value, from_on, to_on.
Told toldBy(const Rows& row)
{
    const QString elder = QString::number(row.integer(1));
    const QString kind = row.text(3);
    const QString value = row.text(4);
    const QJsonValue from = orNull(row.text(5));
    const QJsonValue to = orNull(row.text(6));
    if (row.isNull(2)) { // of the elder's own file
        Told told {QString::fromLatin1(Elder::family), row.integer(1), {}};
        if (kind == u"born_differs")
            told.says.insert(kind, 1);
        else if (kind != u"file_void")
            told.says.insert(kind, value);
        return told;
    }
    if (kind == u"absence")
        return {QString::fromLatin1(Absence::family),
                row.integer(2),
                {{u"elder_id"_s, elder}, {u"reason"_s, value}, {u"from_on"_s, from}, {u"to_on"_s, to}}};
    if (kind == u"assessed_ability") // until when it counts hangs on the sheets after it
        return {QString::fromLatin1(Assessment::family),
                row.integer(2),
                {{u"elder_id"_s, elder},
                 {u"standard"_s, value.section(u':', 0, 0)},
                 {u"level"_s, value.section(u':', 1)},
                 {u"assessed_on"_s, from}}};
    return {QString::fromLatin1(Fact::family),
            row.integer(2),
            {{u"elder_id"_s, elder}, {u"kind"_s, kind}, {u"value"_s, value}, {u"from_on"_s, from}, {u"to_on"_s, to}}};
}

bool agrees(const QJsonObject& says, const QJsonObject& content)
{
    for (auto it = says.begin(); it != says.end(); ++it) {
        const QJsonValue known = content.value(it.key());
        if (it->isNull() ? !(known.isUndefined() || known.isNull()) : known != *it)
            return false;
    }
    return true;
}

} // namespace frozen_check

void FrozenCheckRepository::add(const QString& problem)
{
    if (m_problems.size() < frozen_check::mostProblems)
        m_problems << problem;
}

Result<QStringList> FrozenCheckRepository::alteredRows(const std::vector<Claim>& claims)
{
    m_problems.clear();
    for (const Claim& claim : claims) {
        if (!claim.signedAt)
            continue;
        ASSIGN_OR_RETURN(const qint64 entry, signedAtEntry(claim));
        RETURN_IF_ERROR(checkFacts(claim, entry));
        RETURN_IF_ERROR(checkRecords(claim, entry));
        RETURN_IF_ERROR(checkMissing(claim));
        RETURN_IF_ERROR(checkDigest(claim));
    }
    return m_problems;
}

/// The entry of the log by which the claim became a signed one; what it froze stands before it.
Result<qint64> FrozenCheckRepository::signedAtEntry(const Claim& claim)
{
    ASSIGN_OR_RETURN(Rows rows,
                     m_ledger.store.run(u"SELECT min(number) FROM audit WHERE record_id = ? AND family = 'claim' AND "
                                        "instr(CAST(content AS TEXT), '\"signed_at\":') > 0"_s,
                                        {claim.id}));
    const qint64 entry = rows.next() ? rows.integer(0) : 0;
    RETURN_IF_ERROR(rows.failed());
    return entry;
}

Result<QJsonObject> FrozenCheckRepository::recordBefore(const QString& family, qint64 record, qint64 entry)
{
    ASSIGN_OR_RETURN(Rows rows,
                     m_ledger.store.run(u"SELECT content FROM audit WHERE record_id = ? AND family = ? AND number < ? "
                                        "ORDER BY number DESC LIMIT 1"_s,
                                        {Value(record), Value(family), Value(entry)}));
    const QByteArray content = rows.next() ? rows.blob(0) : QByteArray();
    RETURN_IF_ERROR(rows.failed());
    return QJsonDocument::fromJson(content).object();
}

Result<void> FrozenCheckRepository::checkFacts(const Claim& claim, qint64 entry)
{
    ASSIGN_OR_RETURN(
        Rows rows,
        m_ledger.store.run(u"SELECT id, elder_id, fact_id, kind, value, from_on, to_on, sealed IS NULL AND "
                           "voided_at IS NULL FROM claim_fact WHERE claim_id = ? ORDER BY id"_s,
                           {claim.id}));
    while (rows.next()) {
        const frozen_check::Told told = frozen_check::toldBy(rows);
        ASSIGN_OR_RETURN(const QJsonObject content, recordBefore(told.family, told.record, entry));
        if (rows.integer(7) == 0 || content.isEmpty() || !frozen_check::agrees(told.says, content))
            add(tr("Claim %1 (%2): row %3 of what was known at its signature is not what the audit log says of %4 %5. "
                   "Restore the newest backup from before this.")
                    .arg(claim.id.text(), claim.period, QString::number(rows.integer(0)), told.family,
                         QString::number(told.record)));
    }
    return rows.failed();
}

Result<void> FrozenCheckRepository::checkRecords(const Claim& claim, qint64 entry)
{
    ASSIGN_OR_RETURN(Rows rows,
                     m_ledger.store.run(u"SELECT id, about, record_id, content, sealed IS NULL AND voided_at IS NULL "
                                        "FROM claim_record WHERE claim_id = ? ORDER BY id"_s,
                                        {claim.id}));
    while (rows.next()) {
        const QString family = rows.text(1);
        const QJsonObject says = QJsonDocument::fromJson(rows.text(3).toUtf8()).object();
        ASSIGN_OR_RETURN(const QJsonObject content, recordBefore(family, rows.integer(2), entry));
        if (rows.integer(4) == 0 || says.isEmpty() || content.isEmpty() || !frozen_check::agrees(says, content))
            add(tr("Claim %1 (%2): row %3 of the records at its signature is not what the audit log says of %4 %5. "
                   "Restore the newest backup from before this.")
                    .arg(claim.id.text(), claim.period, QString::number(rows.integer(0)), family,
                         QString::number(rows.integer(2))));
    }
    return rows.failed();
}

/// What the claim's own lines were decided by must be among what was written down.
Result<void> FrozenCheckRepository::checkMissing(const Claim& claim)
{
    QStringList families;
    for (const FrozenFamily& family : frozenFamilies())
        families << u'\'' + family.name + u'\'';
    ASSIGN_OR_RETURN(
        Rows rows,
        m_ledger.store.run(
            u"SELECT DISTINCT 'fact', CAST(d.value AS INTEGER) FROM claim_line l, json_each(l.fact_ids) d "
            "WHERE l.claim_id = ?1 AND l.voided_at IS NULL AND CAST(d.value AS INTEGER) <> 0 AND NOT EXISTS "
            "(SELECT 1 FROM claim_fact f WHERE f.claim_id = ?1 AND f.fact_id = CAST(d.value AS INTEGER)) "
            "UNION SELECT l.about, l.record_id FROM claim_line l WHERE l.claim_id = ?1 AND l.voided_at IS NULL AND "
            "l.kind <> 'adjustment' AND l.about IN (%1) AND NOT EXISTS (SELECT 1 FROM claim_record r WHERE "
            "r.claim_id = ?1 AND r.about = l.about AND r.record_id = l.record_id)"_s.arg(families.join(u", "_s)),
            {claim.id}));
    while (rows.next())
        add(tr("Claim %1 (%2): %3 %4 decided a line, and is missing among what was written down at its signature. "
               "Restore the newest backup from before this.")
                .arg(claim.id.text(), claim.period, rows.text(0), QString::number(rows.integer(1))));
    return rows.failed();
}

/// The same bytes as the settlement digested: the facts that decided, by their ids.
Result<void> FrozenCheckRepository::checkDigest(const Claim& claim)
{
    if (!claim.factsDigest)
        return {};
    ASSIGN_OR_RETURN(
        Rows rows,
        m_ledger.store.run(u"SELECT DISTINCT fact_id, elder_id, kind, value, from_on FROM claim_fact WHERE "
                           "claim_id = ?1 AND fact_id IS NOT NULL AND kind <> 'absence' AND fact_id IN (SELECT "
                           "CAST(d.value AS INTEGER) FROM claim_line l, json_each(l.fact_ids) d WHERE l.claim_id = ?1 "
                           "AND l.voided_at IS NULL) ORDER BY fact_id"_s,
                           {claim.id}));
    QCryptographicHash hash(QCryptographicHash::Sha256);
    while (rows.next())
        hash.addData(QByteArray::number(rows.integer(0)) + '\t' + QByteArray::number(rows.integer(1)) + '\t'
                     + rows.text(2).toUtf8() + '\t' + rows.text(3).toUtf8() + '\t' + rows.text(4).toLatin1() + '\n');
    RETURN_IF_ERROR(rows.failed());
    if (QString::fromLatin1(hash.result().toHex()) != *claim.factsDigest)
        add(tr("Claim %1 (%2): the facts written down at its signature are not those that the claim was made of.")
                .arg(claim.id.text(), claim.period));
    return {};
}

} // namespace songhe
