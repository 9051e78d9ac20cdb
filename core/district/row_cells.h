// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/district/person_vault.h"
#include "core/district/record_tables_repository.h"

#include <span>
#include <vector>

namespace songhe {

/// The cells of a package's row by column, as they stand in its file.
using FileRow = std::vector<QByteArrayView>;

/// Where a column of that name stands in a file; -1: nowhere.
[[nodiscard]] int placeOf(const std::vector<QByteArray>& columns, QByteArrayView name);

/// Turns the rows of one table's file into what the store's table takes: clear cells as they are, everything that names
/// a person sealed, and a keyed digest over all of it, by which two contents of one revision are told apart.
class RowCells {
public:
    /// The beginning (ms since 1970) of the lineage in which a row of that moment was recorded.
    using LineageOf = std::function<qint64(QByteArrayView recordedAt)>;

    /// All but `columns` must outlive the object.
    RowCells(const RecordTableShape& shape, const std::vector<QByteArray>& columns, PersonVault& vault,
             LineageOf lineageOf);
    ~RowCells();
    RowCells(const RowCells&) = delete;
    RowCells& operator=(const RowCells&) = delete;

    /// In the shape's order. They point into `row` and into this object, until the next call.
    Result<std::span<const BulkCell>> of(const FileRow& row, qint64 id, qint64 revision);

private:
    /// Where a clear column of the shape comes from.
    struct Source {
        int place = -1;
        bool number = false;
        bool flag = false;
    };
    struct Hidden {
        int place = -1;
        QString key;
    };
    Result<QByteArray> sealed(const FileRow& row, qint64 id, qint64 revision);
    void digest(const FileRow& row);
    void personDigests(const FileRow& row);

    const RecordTableShape& m_shape;
    PersonVault& m_vault;
    LineageOf m_lineageOf;
    std::vector<QByteArray> m_labels; ///< of each column: its name with the name's length before it
    std::vector<Source> m_sources;
    std::vector<Hidden> m_hidden;
    int m_person = -1;
    int m_recordedAt = -1;
    int m_recordedBy = -1;
    int m_voidedAt = -1;
    int m_number = -1;
    int m_name = -1;
    int m_born = -1;
    std::vector<BulkCell> m_cells;
    QByteArray m_plain; ///< what the digest is made of
    QByteArray m_envelope;
    QByteArray m_digest;
    QByteArray m_numberDigest;
    QByteArray m_personDigest;
};

} // namespace songhe
