// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QHash>
#include <QtCore/QJsonObject>
#include <QtCore/QString>

#include <vector>

namespace songhe::tests {

/// One row of a table of a package, by the keys of its first line.
using PackageRow = QHash<QString, QString>;

/// A new key pair of a district: the file with the secret one, and the public one.
struct DistrictKey {
    QString file;
    QString recipient; ///< age1…
};
DistrictKey newDistrictKey(const QString& folder);

/// Opens a package with the stock tools alone; the bag's folder.
QString openedBag(const QString& packageFile, const DistrictKey& key, const QString& folder);

std::vector<PackageRow> packageTable(const QString& bag, const QString& name);

/// What `day summary` says of a day (2021-09-02), counted over the package's tables alone. Of the reasons for which
/// somebody who was never visited is due it knows one: that she lives alone.
QJsonObject dayCounted(const QString& bag, const QString& day);

} // namespace songhe::tests
