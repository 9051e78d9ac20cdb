// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/package.h"
#include "core/storage/record_table.h"

#include <QtCore/QJsonObject>

#include <vector>

namespace songhe {

/// One family as it stands in a package: its fields, sealed ones opened, then who and when. A CSV of this name.
struct PackageTable {
    detail::RowShape shape;
    std::vector<FieldInfo> columns; ///< the fields, then revision, recorded_at, recorded_by, voided_at, void_reason

    [[nodiscard]] QString name() const { return QString::fromLatin1(shape.info.family); }
};

/// All families that travel, those that are referred to before those that refer.
[[nodiscard]] const std::vector<PackageTable>& packageTables();

/// The one of that name; null where this program does not know it.
[[nodiscard]] const PackageTable* packageTable(const QString& name);

/// What people call a table; its name where it is not known.
[[nodiscard]] QString packageTableText(const QString& name);

/// What datapackage.json says beside its tables.
struct DataPackageHead {
    QString name; ///< songhe-C1-2026Q3-0004
    CentreInfo centre;
    Quarter quarter;
    int sequence = 0;
    QDateTime created;
};

/// The Frictionless Tabular Data Package: a schema for every table, titles in zh and en. `counts` are rows by table.
[[nodiscard]] QByteArray dataPackageJson(const DataPackageHead& head, const QJsonObject& counts);

/// What data/README.txt tells a person who opened a package.
[[nodiscard]] QByteArray packageReadme(const DataPackageHead& head);

/// `audit.csv`: number, content digest, chain digest.
inline constexpr const char* auditTableName = "audit";

} // namespace songhe
