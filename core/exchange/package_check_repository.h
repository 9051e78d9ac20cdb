// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/package.h"
#include "core/storage/ledger.h"

#include <QtCore/QStringList>

namespace songhe {

/// The questions asked of the books before a quarter is packed. Each answers with ids, in order, at most 200.
class PackageCheckRepository {
public:
    explicit PackageCheckRepository(Ledger& ledger)
        : m_ledger(ledger)
    { }

    Result<qint64> mealsIn(Quarter quarter);
    /// Elders served in the quarter who …
    Result<std::vector<qint64>> servedWithoutNumber(Quarter quarter);
    Result<std::vector<qint64>> servedAfterDeath(Quarter quarter);
    Result<std::vector<qint64>> servedWithoutDivision(Quarter quarter);
    Result<std::vector<qint64>> servedWithDoubtfulFacts(Quarter quarter);
    /// Months (2021-09) with meals that no claim covers.
    Result<QStringList> monthsWithoutClaim(Quarter quarter);

private:
    Result<std::vector<qint64>> elders(const QString& sql, Quarter quarter);

    Ledger& m_ledger;
};

} // namespace songhe
