// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/csv_text.h"
#include "core/exchange/exchange_text.h"
#include "core/exchange/replay_books.h"
#include "core/subsidies/frozen_records_repository.h"

namespace songhe {

using namespace Qt::StringLiterals;

namespace replay_rows {

Value valueOf(const FieldInfo& field, QByteArrayView cell)
{
    if (cell.isEmpty())
        return {};
    switch (field.kind) {
    case FieldKind::Id:
    case FieldKind::Reference:
    case FieldKind::Money:
    case FieldKind::Integer:
    case FieldKind::Area:
        return Value(cell.toByteArray().toLongLong());
    case FieldKind::Flag:
        return Value(qint64(cell == QByteArrayView("true") ? 1 : 0));
    case FieldKind::Bytes:
        return Value(QByteArray::fromBase64(cell.toByteArray()));
    default:
        return Value(QString::fromUtf8(cell));
    }
}

constexpr qint64 pieceSize = 256 * 1024;

/// Reads a whole small file.
Result<QByteArray> bytesOf(const BagContent& content, qint64 most)
{
    QByteArray bytes;
    QByteArray piece(pieceSize, Qt::Uninitialized);
    for (;;) {
        ASSIGN_OR_RETURN(const qint64 count, content(piece.data(), piece.size()));
        if (count <= 0)
            return bytes;
        bytes.append(piece.constData(), count);
        if (bytes.size() > most)
            return fail(Error::Kind::Damaged, ExchangeText::tr("A policy file of the package is too large."));
    }
}

} // namespace replay_rows

class ReplayBooks::NoSealer final : public Sealer {
public:
    Result<QByteArray> seal(const SealContext&, const QByteArray&) override
    {
        return fail(Error::Kind::Refused, ExchangeText::tr("A replay writes nothing down."));
    }
    Result<QByteArray> open(const SealContext&, const QByteArray&) override
    {
        return fail(Error::Kind::Refused, ExchangeText::tr("A replay opens nothing that is sealed."));
    }
    [[nodiscard]] QByteArray numberDigest(const QString&) const override { return {}; }
};

class ReplayBooks::NoAudit final : public AuditSink {
public:
    Result<void> append(const Change&) override { return {}; }
};

ReplayBooks::ReplayBooks()
    : m_sealer(std::make_unique<NoSealer>())
    , m_audit(std::make_unique<NoAudit>())
{ }

Result<std::unique_ptr<ReplayBooks>> ReplayBooks::make()
{
    std::unique_ptr<ReplayBooks> books(new ReplayBooks);
    ASSIGN_OR_RETURN(books->m_store, Store::inMemory());
    books->m_ledger
        = std::make_unique<Ledger>(*books->m_store, *books->m_sealer, *books->m_audit, books->m_clock, Id<User> {});
    // Records of other quarters may be missing, and a void record may come back beside the one that replaced it.
    RETURN_IF_ERROR(books->m_store->execute(u"PRAGMA foreign_keys = OFF"_s));
    RETURN_IF_ERROR(books->m_store->execute(u"DROP INDEX meal_once"_s));
    RETURN_IF_ERROR(books->m_store->execute(u"DROP INDEX attendance_once"_s));
    RETURN_IF_ERROR(books->m_store->execute(u"DROP INDEX claim_draft"_s));
    return books;
}

Result<void> ReplayBooks::load(BagTree& tree, Progress& progress)
{
    return m_store->transact([&]() -> Result<void> {
        const auto visit = [&](const BagItem& item, const BagContent& content) -> Result<void> {
            if (item.path.startsWith(u"data/policies/") && item.path.endsWith(u".json")) {
                ASSIGN_OR_RETURN(const QByteArray bytes, replay_rows::bytesOf(content, DataFile::maxBytes));
                ASSIGN_OR_RETURN(Policy policy, Policy::read(bytes, item.path.section(u'/', -1)));
                return m_shelf.add(std::move(policy));
            }
            for (const PackageTable& table : packageTables())
                if (item.path == u"data/%1.csv"_s.arg(table.name()))
                    return loadTable(table, content, progress);
            return {};
        };
        return tree.walk(visit);
    });
}

Result<void> ReplayBooks::loadTable(const PackageTable& table, const BagContent& content, Progress& progress)
{
    CsvScanner scanner;
    std::vector<const FieldInfo*> columns; // of the file; null: not kept
    QString insert;
    std::optional<Error> problem;
    std::vector<Value> values;
    const auto heading = [&](const std::vector<QByteArrayView>& cells) {
        QStringList names;
        QStringList marks;
        for (const QByteArrayView cell : cells) {
            const FieldInfo* known = nullptr;
            for (const FieldInfo& field : table.columns)
                if (cell == QByteArrayView(field.options.key) && !field.options.sealed)
                    known = &field;
            columns.push_back(known);
            if (!known)
                continue;
            names << known->key();
            marks << u"?"_s;
        }
        insert = u"INSERT OR REPLACE INTO %1 (%2) VALUES (%3)"_s.arg(table.name(), names.join(u", "_s),
                                                                     marks.join(u", "_s));
        return !names.isEmpty();
    };
    const auto record = [&](const std::vector<QByteArrayView>& cells) {
        if (insert.isEmpty())
            return heading(cells);
        values.clear();
        for (std::size_t i = 0; i < columns.size() && i < cells.size(); ++i)
            if (columns[i])
                values.push_back(replay_rows::valueOf(*columns[i], cells[i]));
        auto written = m_store->execute(insert, std::span<const Value>(values));
        if (!written)
            problem = std::move(written).error();
        return static_cast<bool>(written);
    };
    QByteArray piece(replay_rows::pieceSize, Qt::Uninitialized);
    bool good = true;
    for (;;) {
        RETURN_IF_ERROR(progress.step(0, 1));
        ASSIGN_OR_RETURN(const qint64 count, content(piece.data(), piece.size()));
        if (count <= 0)
            break;
        good = good && scanner.feed(QByteArrayView(piece.constData(), count), record);
    }
    good = good && scanner.finish(record);
    if (problem)
        return fail(*std::move(problem));
    if (!good)
        return fail(Error::Kind::Damaged,
                    ExchangeText::tr("The table %1 of the package cannot be read.").arg(table.name()));
    return {};
}

Result<QString> ReplayBooks::frozenAgainstRecords(qint64 claim, const QString& signedAt)
{
    ASSIGN_OR_RETURN(Rows rows,
                     m_store->run(uR"(
        SELECT 'fact ' || c.fact_id FROM claim_fact c LEFT JOIN fact f ON f.id = c.fact_id
        WHERE c.claim_id = ?1 AND c.fact_id IS NOT NULL AND c.kind NOT IN ('absence', 'assessed_ability') AND (f.id IS NULL OR
              (f.recorded_at <= ?2 AND (f.value <> c.value OR f.kind <> c.kind OR f.elder_id <> c.elder_id OR
               f.from_on IS NOT c.from_on OR f.to_on IS NOT c.to_on)))
        UNION ALL
        SELECT 'elder ' || e.id || ' ' || c.kind FROM claim_fact c JOIN elder e ON e.id = c.elder_id
        WHERE c.claim_id = ?1 AND e.recorded_at <= ?2 AND
              ((c.kind = 'born' AND e.born IS NOT c.value) OR (c.kind = 'died' AND e.died IS NOT c.value))
        LIMIT 1)"_s,
                                  {Value(claim), Value(signedAt)}));
    QString found = rows.next() ? rows.text(0) : QString();
    RETURN_IF_ERROR(rows.failed());
    for (const FrozenFamily& family : frozenFamilies()) {
        if (!found.isEmpty())
            break;
        ASSIGN_OR_RETURN(
            Rows records,
            m_store->run(u"SELECT '%1 ' || c.record_id FROM claim_record c LEFT JOIN (SELECT *, %2 AS json "
                         "FROM %1) r ON r.id = c.record_id WHERE c.claim_id = ?1 AND c.about = '%1' AND "
                         "(r.id IS NULL OR (r.recorded_at <= ?2 AND r.json <> c.content)) LIMIT 1"_s.arg(family.name,
                                                                                                         family.json),
                         {Value(claim), Value(signedAt)}));
        if (records.next())
            found = records.text(0);
        RETURN_IF_ERROR(records.failed());
    }
    return found;
}

/// Records besides meals: what was added later goes, what was made void later counts again, and what the claim wrote
/// down when it was signed stands in for what its record says now.
Result<void> ReplayBooks::recordsAsSigned(qint64 claim, const QString& signedAt)
{
    for (const FrozenFamily& family : frozenFamilies()) {
        RETURN_IF_ERROR(m_store->execute(u"DELETE FROM %1 WHERE revision = 1 AND recorded_at > ?1"_s.arg(family.name),
                                         {Value(signedAt)}));
        RETURN_IF_ERROR(m_store->execute(u"UPDATE %1 SET voided_at = NULL WHERE voided_at > ?1"_s.arg(family.name),
                                         {Value(signedAt)}));
        ASSIGN_OR_RETURN(Rows frozen,
                         m_store->run(u"SELECT 1 FROM claim_record WHERE claim_id = ?1 AND about = ?2 LIMIT 1"_s,
                                      {Value(claim), Value(family.name)}));
        const bool wrote = frozen.next();
        RETURN_IF_ERROR(frozen.failed());
        if (!wrote) {
            // Nothing stood there at the signature: what came there since, from another day or another file, goes.
            if (family.inPart)
                RETURN_IF_ERROR(
                    m_store->execute(u"DELETE FROM %1 WHERE recorded_at > ?1 AND %2"_s.arg(family.name, family.where),
                                     {Value(signedAt), Value(claim)}));
            continue;
        }
        // What was frozen may stand elsewhere today: on another day, in the file of another elder.
        const QString replaced = family.inPart
            ? u"(%1 OR id IN (SELECT record_id FROM claim_record WHERE claim_id = ?2 AND about = "
              "'%2'))"_s.arg(family.where, family.name)
            : u"?2 = ?2"_s;
        RETURN_IF_ERROR(m_store->execute(u"DELETE FROM %1 WHERE ?1 = ?1 AND %2"_s.arg(family.name, replaced),
                                         {Value(signedAt), Value(claim)}));
        RETURN_IF_ERROR(m_store->execute(
            u"INSERT INTO %1 (%2, revision, recorded_at, recorded_by) SELECT %3, 1, ?2, 0 FROM claim_record WHERE "
            "claim_id = ?1 AND about = '%1'"_s.arg(family.name, family.names.join(u", "_s), family.values),
            {Value(claim), Value(signedAt)}));
    }
    return {};
}

Result<void> ReplayBooks::asSigned(qint64 claim, const QString& signedAt)
{
    static const QString frozen = u"(SELECT value FROM claim_fact c WHERE c.claim_id = ?1 AND c.elder_id = elder.id "
                                  "AND c.kind = '%1')"_s;
    const QString elders = u"UPDATE elder SET born = %1, died = %2, died_at = %3, born_differs = CAST(%4 AS INTEGER), "
                           "voided_at = CASE WHEN %5 IS NULL THEN NULL ELSE ?2 END"_s.arg(
                               frozen.arg(u"born"_s), frozen.arg(u"died"_s), frozen.arg(u"died_at"_s),
                               frozen.arg(u"born_differs"_s), frozen.arg(u"file_void"_s));
    const QStringList steps {
        // ?1 the claim, ?2 the moment; each statement takes both
        u"DELETE FROM meal WHERE ?1 = ?1 AND revision = 1 AND recorded_at > ?2"_s,
        u"UPDATE meal SET voided_at = NULL WHERE ?1 = ?1 AND voided_at > ?2"_s,
        // Two files of one person that were merged later: the meal stood in the other one.
        u"UPDATE meal SET elder_id = (SELECT l.elder_id FROM claim_line l WHERE l.claim_id = ?1 AND l.meal_id = "
        u"meal.id) "
        "WHERE recorded_at > ?2 AND id IN (SELECT meal_id FROM claim_line WHERE claim_id = ?1)"_s,
        u"UPDATE claim SET state = 'signed' WHERE ?1 = ?1 AND id IN (SELECT claim_id FROM claim_step "
        "WHERE step IN ('returned', 'partly_returned') AND recorded_at > ?2)"_s,
        u"DELETE FROM claim_step WHERE ?1 = ?1 AND recorded_at > ?2"_s,
        u"UPDATE claim SET state = 'draft' WHERE id = ?1 OR signed_at IS NULL OR signed_at > ?2 "
        "OR (signed_at = ?2 AND id > ?1)"_s,
        // Claims under other policies that came later held nothing yet, but for those that the lines themselves name.
        u"DELETE FROM claim_line WHERE claim_id IN (SELECT c.id FROM claim c WHERE c.policy <> (SELECT policy FROM "
        u"claim "
        "WHERE id = ?1) AND (c.signed_at IS NULL OR c.signed_at > ?2) AND NOT EXISTS (SELECT 1 FROM claim_line l WHERE "
        "l.claim_id = ?1 AND l.code = 'CLAIMED_ELSEWHERE' AND instr(l.verdict_values, c.id) > 0))"_s,
        u"DELETE FROM elder WHERE ?2 = ?2 AND id NOT IN (SELECT elder_id FROM claim_line WHERE claim_id = ?1 AND "
        "elder_id IS NOT NULL UNION SELECT elder_id FROM claim_fact WHERE claim_id = ?1)"_s,
        elders,
        u"DELETE FROM fact WHERE ?1 = ?1 AND ?2 = ?2"_s,
        u"INSERT INTO fact (id, elder_id, kind, value, from_on, to_on, learned_on, doubtful, revision, recorded_at, "
        "recorded_by) SELECT fact_id, elder_id, kind, value, from_on, to_on, from_on, 0, 1, ?2, 0 FROM claim_fact "
        "WHERE claim_id = ?1 AND fact_id IS NOT NULL AND kind <> 'absence'"_s,
        u"DELETE FROM assessment WHERE ?1 = ?1 AND ?2 = ?2"_s, // the levels of that day stand among the facts now
        u"DELETE FROM absence WHERE ?1 = ?1 AND ?2 = ?2"_s,
        u"INSERT INTO absence (id, elder_id, from_on, to_on, reason, revision, recorded_at, recorded_by) "
        "SELECT fact_id, elder_id, from_on, to_on, value, 1, ?2, 0 FROM claim_fact "
        "WHERE claim_id = ?1 AND kind = 'absence'"_s,
    };
    for (const QString& step : steps)
        RETURN_IF_ERROR(m_store->execute(step, {Value(claim), Value(signedAt)}));
    return recordsAsSigned(claim, signedAt);
}

} // namespace songhe
