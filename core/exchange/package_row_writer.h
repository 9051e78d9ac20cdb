// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/package_table.h"
#include "core/storage/ledger.h"

#include <string>
#include <vector>

namespace songhe {

/// Turns stored rows into CSV. Clear columns go over as bytes; only envelopes are opened.
class PackageRowWriter {
public:
    /// `table` must outlive it.
    PackageRowWriter(Ledger& ledger, const PackageTable& table);

    void heading(std::string& out) const;
    /// A row of `table.shape.selectSql`.
    Result<void> row(std::string& out, const Rows& row) const;

private:
    Result<QJsonObject> open(const Rows& row) const;

    Ledger& m_ledger;
    const PackageTable& m_table;
    int m_fields;
    int m_sealed = 0;
    std::vector<int> m_columns; ///< of each field in the statement; -1: in the envelope
    QString m_family;
    QString m_personFamily;
};

} // namespace songhe
