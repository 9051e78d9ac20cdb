// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/district/district_store.h"
#include "core/exchange/package_table.h"

namespace songhe {

/// A family's table at the district, made from its field table: the clear columns as at the centre, one envelope, and
/// what tells one centre's record from another's. Beside it stands NAME_history with what is not the newest any more.
struct RecordTableShape {
    const PackageTable* source = nullptr;
    QString name;
    QStringList columns;     ///< after `centre`: clear fields in their order, then `fixedColumns`
    std::vector<int> clear;  ///< of each clear field its place among the package's columns
    std::vector<int> sealed; ///< of each sealed field its place among the package's columns
    bool isPerson = false;   ///< elders: digests that find the same person at another centre
    int personColumn = -1;   ///< the package's column that says whose key seals; -1: the centre's
    QString personFamily;
};

/// Kinds that are kept as whole numbers.
[[nodiscard]] bool isNumberColumn(FieldKind kind);

/// All of them, in the order of `packageTables()`.
[[nodiscard]] const std::vector<RecordTableShape>& recordTables();
[[nodiscard]] const RecordTableShape* recordTable(const QString& name);

/// A table of this connection alone in which rows wait to be merged, in the order `arrived`.
[[nodiscard]] QString stageSql(const RecordTableShape& shape, const QString& name);

/// Makes what is missing: the district's own tables, the records' tables, columns a newer program added.
Result<void> bringUpToDate(DistrictStore& store);
/// Was a district ever set up here?
Result<bool> hasDistrict(DistrictStore& store);

} // namespace songhe
