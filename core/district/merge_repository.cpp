// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/district/merge_repository.h"

#include <limits>

namespace songhe {

using namespace Qt::StringLiterals;

RowCounts& RowCounts::operator+=(const RowCounts& other)
{
    added += other.added;
    updated += other.updated;
    unchanged += other.unchanged;
    older += other.older;
    conflict += other.conflict;
    refused += other.refused;
    return *this;
}

MergeRepository::MergeRepository(DistrictStore& store, const RecordTableShape& shape, qint64 centre)
    : m_store(store)
    , m_shape(shape)
    , m_centre(centre)
    , m_stage(u"stage_"_s + shape.name)
{ }

QString MergeRepository::columns(const QString& of) const
{
    QStringList names;
    for (const QString& column : m_shape.columns)
        names << of + column;
    return names.join(u", "_s);
}

Result<void> MergeRepository::prepare()
{
    RETURN_IF_ERROR(m_store.define(stageSql(m_shape, m_stage)));
    RETURN_IF_ERROR(m_store.execute(u"DELETE FROM "_s + m_stage));
    m_row = 0;
    ASSIGN_OR_RETURN(const DistrictStore::Answer rows,
                     m_store.run(u"SELECT max(id) FROM %1 WHERE centre = ?"_s.arg(m_shape.name), {Value(m_centre)}));
    m_highest = rows->next() && !rows->isNull(0) ? rows->integer(0) : std::numeric_limits<qint64>::min();
    return rows->failed();
}

Result<void> MergeRepository::closeWriter()
{
    if (!m_writer)
        return {};
    RETURN_IF_ERROR(m_writer->finish());
    m_writer.reset();
    return {};
}

Result<bool> MergeRepository::take(qint64 id, std::span<const BulkCell> cells)
{
    const bool isNew = id > m_highest;
    if (m_writer && m_pastStage != isNew)
        RETURN_IF_ERROR(closeWriter());
    m_pastStage = isNew;
    if (!isNew) {
        RETURN_IF_ERROR(stage(cells));
        return false;
    }
    if (!m_writer) {
        ASSIGN_OR_RETURN(m_writer, m_store.bulk(m_shape.name, QStringList {u"centre"_s} + m_shape.columns));
    }
    m_highest = id;
    m_cells.assign(1, BulkCell::of(m_centre));
    m_cells.insert(m_cells.end(), cells.begin(), cells.end());
    RETURN_IF_ERROR(m_writer->row(m_cells));
    return true;
}

Result<void> MergeRepository::stage(std::span<const BulkCell> cells)
{
    if (!m_writer) {
        ASSIGN_OR_RETURN(m_writer, m_store.bulk(m_stage, QStringList {u"row_arrived"_s} + m_shape.columns));
    }
    m_cells.assign(1, BulkCell::of(++m_row));
    m_cells.insert(m_cells.end(), cells.begin(), cells.end());
    return m_writer->row(m_cells);
}

Result<void> MergeRepository::judge()
{
    // The numbers are RowOutcome's.
    RETURN_IF_ERROR(m_store.execute(
        u"UPDATE %1 SET row_outcome = CASE "
        "WHEN r.row_lineage = %1.row_lineage AND r.revision = %1.revision THEN CASE WHEN r.row_digest = %1.row_digest "
        "THEN 1 ELSE 2 END "
        "WHEN r.row_lineage < %1.row_lineage OR (r.row_lineage = %1.row_lineage AND r.revision < %1.revision) THEN 3 "
        "ELSE 4 END, row_smaller = CASE WHEN %1.row_digest < r.row_digest THEN 1 ELSE 0 END "
        "FROM %2 AS r WHERE r.centre = ? AND r.id = %1.id"_s.arg(m_stage, m_shape.name),
        {Value(m_centre)}));
    RETURN_IF_ERROR(m_store.execute(
        u"UPDATE %1 SET row_outcome = 2, row_smaller = 0 WHERE row_outcome = 4 AND EXISTS (SELECT 1 FROM %2_history h "
        "WHERE h.centre = ? AND h.id = %1.id AND h.row_lineage = %1.row_lineage AND h.revision = %1.revision "
        "AND h.row_digest <> %1.row_digest)"_s.arg(m_stage, m_shape.name),
        {Value(m_centre)}));
    return {};
}

Result<void> MergeRepository::move()
{
    // What is going to be replaced: older revisions, and the other side of a conflict whose digest is greater.
    const QString replaced = u"(s.row_outcome = 3 OR (s.row_outcome = 2 AND s.row_smaller = 1))"_s;
    RETURN_IF_ERROR(m_store.execute(
        u"INSERT INTO %1_history (centre, %3) SELECT r.centre, %4 FROM %2 s JOIN %1 r ON r.centre = ? AND r.id = s.id "
        "WHERE %5 ON CONFLICT DO NOTHING"_s.arg(m_shape.name, m_stage, columns(), columns(u"r."_s), replaced),
        {Value(m_centre)}));
    RETURN_IF_ERROR(m_store.execute(u"DELETE FROM %1 WHERE centre = ? AND id IN (SELECT s.id FROM %2 s WHERE %3)"_s.arg(
                                        m_shape.name, m_stage, replaced),
                                    {Value(m_centre)}));
    RETURN_IF_ERROR(m_store.execute(
        u"INSERT INTO %1 (centre, %3) SELECT CAST(? AS BIGINT), %4 FROM %2 s WHERE s.row_outcome IS NULL OR %5"_s.arg(
            m_shape.name, m_stage, columns(), columns(u"s."_s), replaced),
        {Value(m_centre)}));
    RETURN_IF_ERROR(m_store.execute(
        u"INSERT INTO %1_history (centre, %3) SELECT CAST(? AS BIGINT), %4 FROM %2 s "
        "WHERE s.row_outcome = 4 OR (s.row_outcome = 2 AND s.row_smaller = 0) ON CONFLICT DO NOTHING"_s.arg(
            m_shape.name, m_stage, columns(), columns(u"s."_s)),
        {Value(m_centre)}));
    return {};
}

Result<RowCounts> MergeRepository::merge(const EachOutcome& each)
{
    RowCounts counts;
    RETURN_IF_ERROR(closeWriter());
    if (m_row == 0)
        return counts;
    RETURN_IF_ERROR(judge());
    RETURN_IF_ERROR(move());
    {
        ASSIGN_OR_RETURN(
            const DistrictStore::Answer rows,
            m_store.run(u"SELECT id, revision, coalesce(row_outcome, 0) FROM %1 ORDER BY row_arrived"_s.arg(m_stage)));
        while (rows->next()) {
            const auto outcome = RowOutcome(rows->integer(2));
            counts.added += outcome == RowOutcome::New ? 1 : 0;
            counts.updated += outcome == RowOutcome::Updated ? 1 : 0;
            counts.unchanged += outcome == RowOutcome::Unchanged ? 1 : 0;
            counts.older += outcome == RowOutcome::Older ? 1 : 0;
            counts.conflict += outcome == RowOutcome::Conflict ? 1 : 0;
            each(rows->integer(0), rows->integer(1), outcome);
        }
        RETURN_IF_ERROR(rows->failed());
    }
    RETURN_IF_ERROR(prepare());
    return counts;
}

} // namespace songhe
