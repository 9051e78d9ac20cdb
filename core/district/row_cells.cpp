// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/district/row_cells.h"

#include "core/exchange/csv_text.h"

#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>

#include <sodium.h>

#include <algorithm>

namespace songhe {

namespace row_cells {

constexpr std::size_t digestSize = 16;

void appendSized(QByteArray& target, QByteArrayView bytes)
{
    const quint64 size = quint64(bytes.size());
    target.append(reinterpret_cast<const char*>(&size), sizeof size);
    target.append(bytes);
}

QByteArrayView cellAt(const FileRow& row, int place)
{
    return place < 0 ? QByteArrayView() : row[std::size_t(place)];
}

BulkCell orNull(const QByteArray& bytes)
{
    return bytes.isEmpty() ? BulkCell() : BulkCell::blob(bytes);
}

} // namespace row_cells

int placeOf(const std::vector<QByteArray>& columns, QByteArrayView name)
{
    const auto found = std::find(columns.begin(), columns.end(), name);
    return found == columns.end() ? -1 : int(found - columns.begin());
}

RowCells::RowCells(const RecordTableShape& shape, const std::vector<QByteArray>& columns, PersonVault& vault,
                   LineageOf lineageOf)
    : m_shape(shape)
    , m_vault(vault)
    , m_lineageOf(std::move(lineageOf))
    , m_recordedAt(placeOf(columns, "recorded_at"))
    , m_recordedBy(placeOf(columns, "recorded_by"))
    , m_voidedAt(placeOf(columns, "voided_at"))
    , m_number(placeOf(columns, "resident_number"))
    , m_name(placeOf(columns, "name"))
    , m_born(placeOf(columns, "born"))
{
    for (const QByteArray& column : columns)
        row_cells::appendSized(m_labels.emplace_back(), column);
    const auto& fields = shape.source->shape.fields;
    for (const int field : shape.clear) {
        const FieldInfo& info = fields[std::size_t(field)];
        m_sources.push_back(
            {placeOf(columns, info.options.key), isNumberColumn(info.kind), info.kind == FieldKind::Flag});
    }
    for (const int field : shape.sealed)
        m_hidden.push_back(
            {placeOf(columns, fields[std::size_t(field)].options.key), fields[std::size_t(field)].key()});
    m_hidden.push_back({placeOf(columns, "void_reason"), QStringLiteral("void_reason")});
    if (shape.personColumn >= 0)
        m_person = placeOf(columns, fields[std::size_t(shape.personColumn)].options.key);
}

RowCells::~RowCells()
{
    m_plain.resize(m_plain.capacity());
    sodium_memzero(m_plain.data(), std::size_t(m_plain.size()));
}

/// Only what is filled in counts, by its column's name: a newer program that adds an empty column changes nothing.
void RowCells::digest(const FileRow& row)
{
    m_plain.resize(0);
    for (std::size_t i = 0; i < row.size(); ++i) {
        if (row[i].isEmpty())
            continue;
        m_plain.append(m_labels[i]);
        row_cells::appendSized(m_plain, row[i]);
    }
    m_digest.resize(qsizetype(row_cells::digestSize));
    crypto_generichash(reinterpret_cast<unsigned char*>(m_digest.data()), row_cells::digestSize,
                       reinterpret_cast<const unsigned char*>(m_plain.constData()), std::size_t(m_plain.size()),
                       m_vault.recordKey().data(), m_vault.recordKey().size());
}

Result<QByteArray> RowCells::sealed(const FileRow& row, qint64 id, qint64 revision)
{
    QJsonObject hidden;
    for (const Hidden& field : m_hidden)
        if (const QByteArrayView cell = row_cells::cellAt(row, field.place); !cell.isEmpty())
            hidden.insert(field.key, QString::fromUtf8(cell));
    if (hidden.isEmpty())
        return QByteArray();
    const qint64 person = csvNumber(row_cells::cellAt(row, m_person)).value_or(0);
    QByteArray plain = QJsonDocument(hidden).toJson(QJsonDocument::Compact);
    auto envelope = m_vault.seal(m_shape.personFamily, person, m_shape.name, id, revision, plain);
    sodium_memzero(plain.data(), std::size_t(plain.size()));
    return envelope;
}

void RowCells::personDigests(const FileRow& row)
{
    const QByteArrayView number = row_cells::cellAt(row, m_number);
    m_numberDigest = number.isEmpty() ? QByteArray() : m_vault.numberDigest(number);
    const QByteArrayView born = row_cells::cellAt(row, m_born);
    m_personDigest = born.isEmpty() ? QByteArray() : m_vault.personDigest(row_cells::cellAt(row, m_name), born);
}

Result<std::span<const BulkCell>> RowCells::of(const FileRow& row, qint64 id, qint64 revision)
{
    using namespace row_cells;
    m_cells.clear();
    for (const Source& source : m_sources) {
        const QByteArrayView cell = cellAt(row, source.place);
        if (cell.isEmpty())
            m_cells.emplace_back();
        else if (source.flag)
            m_cells.push_back(BulkCell::of(cell == "true" ? 1 : 0));
        else if (source.number) // the table's check has read it as a number
            m_cells.push_back(BulkCell::of(csvNumber(cell).value_or(0)));
        else
            m_cells.push_back(BulkCell::text(cell));
    }
    ASSIGN_OR_RETURN(m_envelope, sealed(row, id, revision));
    digest(row);
    const QByteArrayView recordedAt = cellAt(row, m_recordedAt);
    const QByteArrayView voidedAt = cellAt(row, m_voidedAt);
    m_cells.push_back(orNull(m_envelope));
    m_cells.push_back(BulkCell::of(revision));
    m_cells.push_back(BulkCell::text(recordedAt));
    m_cells.push_back(BulkCell::of(csvNumber(cellAt(row, m_recordedBy)).value_or(0)));
    m_cells.push_back(voidedAt.isEmpty() ? BulkCell() : BulkCell::text(voidedAt));
    m_cells.push_back(BulkCell::of(m_lineageOf(recordedAt)));
    m_cells.push_back(BulkCell::blob(m_digest));
    if (m_shape.isPerson) {
        personDigests(row);
        m_cells.push_back(orNull(m_numberDigest));
        m_cells.push_back(orNull(m_personDigest));
    }
    return std::span<const BulkCell>(m_cells);
}

} // namespace songhe
