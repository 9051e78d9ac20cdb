// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/package_recover.h"
#include "core/exchange/package_repository.h"

#include <QtCore/QSet>

namespace songhe {

/// Puts rows of a package back into the books.
class RecoverRepository {
public:
    /// `boundary`: what the books recorded from then on (text of a moment, empty: nothing) is younger than the package.
    RecoverRepository(Ledger& ledger, QString boundary, RecoverReport& report)
        : m_ledger(ledger)
        , m_packages(ledger)
        , m_boundary(std::move(boundary))
        , m_report(report)
    { }

    /// References are judged when the transaction ends: rows may come in any order.
    Result<void> begin();
    /// One row, its cells in the order of `table.columns`. `Damaged` where they are none.
    Result<void> take(const PackageTable& table, const std::vector<QByteArrayView>& cells);
    /// The audit log says where the rows came from.
    Result<void> note(const QString& package, const QString& sha256);

private:
    struct Row;
    Result<Row> parse(const PackageTable& table, const std::vector<QByteArrayView>& cells) const;
    Result<bool> lacksParent(const PackageTable& table, const Row& row);
    Result<bool> write(const PackageTable& table, const Row& row, std::optional<int> before);
    Result<void> keepNumber(const PackageTable& table, const Row& row);
    void conflict(const PackageTable& table, const Row& row, const QString& text);

    Ledger& m_ledger;
    PackageRepository m_packages;
    QString m_boundary;
    RecoverReport& m_report;
    QSet<QString> m_left; ///< `table/id` of rows that were not taken over though the books lack them
};

} // namespace songhe
