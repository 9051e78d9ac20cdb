// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/records/schema.h"
#include "core/storage/ledger.h"

namespace songhe {

namespace detail {

/// The type-free half of RecordTable: columns, envelope, audit entry. See record_table.cpp.
struct RowShape {
    FamilyInfo info;
    std::vector<FieldInfo> fields;
    QStringList columns; ///< as stored: id first, clear fields, sealed, revision, recorded_at, recorded_by, voided_at
    std::vector<bool> columnIsId;            ///< these are text in JSON
    QString insertSql, updateSql, selectSql; ///< select ends before WHERE
    int personField = -1;
};

RowShape shapeOf(const FamilyInfo& info, std::vector<FieldInfo> fields);
Result<void> writeRow(Ledger& ledger, const RowShape& shape, std::span<const Value> values, const Recorded& recorded,
                      ChangeKind kind);
/// Writes a row as another book of the same centre recorded it, with who and when; over the stored revision `before`,
/// or anew. The audit entry is of now. `Conflict`, and nothing written, where a rule of the table forbids it.
Result<void> putRow(Ledger& ledger, const RowShape& shape, std::span<const Value> values, const Recorded& recorded,
                    std::optional<int> before);
/// `values` in field order, sealed ones opened; from a row of `selectSql`.
Result<void> readRow(Ledger& ledger, const RowShape& shape, const Rows& row, std::vector<Value>& values,
                     Recorded& recorded);
Failure damagedRow(const RowShape& shape, const FieldInfo& field, qint64 id);
Failure idTaken(const RowShape& shape, qint64 id);
/// Refuses to void what is not there, is void already, or without a reason.
Result<void> checkVoid(const RowShape& shape, qint64 id, const Recorded* known, const QString& reason);

} // namespace detail

/// Insert, change, void and read of one record family by its field table, each change with its audit entry.
/// Owned by the family's repository, which adds the queries; the desk owns the transaction.
///
/// A record type R has members `Id<R> id` and `Recorded recorded`.
template <typename R> class RecordTable {
public:
    explicit RecordTable(Ledger& ledger)
        : m_ledger(ledger)
    { }

    /// Writes revision 1; an empty id is given one. The same id with the same content again changes nothing (the
    /// record comes back as stored); with other content it is `Conflict`.
    Result<R> add(R record);
    /// Writes the next revision. `record.recorded.revision` must be the stored one, else `Conflict`.
    Result<R> change(R record);
    Result<R> voidRecord(Id<R> id, const QString& reason);

    Result<std::optional<R>> find(Id<R> id);
    /// `where` is the rest of the SELECT: "WHERE elder_id = ? ORDER BY from_on".
    Result<std::vector<R>> list(const QString& where, std::initializer_list<Value> values = {});
    /// Calls `each(R)` row by row; it returns Result<void>, an error ends the walk.
    template <typename Each> Result<void> walk(const QString& where, std::initializer_list<Value> values, Each&& each);

private:
    static const detail::RowShape& shape();
    static std::vector<Value> valuesOf(const R& record);
    Result<R> recordFrom(const Rows& row);
    static bool sameContent(const R& left, const R& right);

    Ledger& m_ledger;
};

} // namespace songhe

#include "core/storage/record_table.inl"
