// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/package_check_repository.h"

namespace songhe {

using namespace Qt::StringLiterals;

Result<std::vector<qint64>> PackageCheckRepository::elders(const QString& sql, Quarter quarter)
{
    ASSIGN_OR_RETURN(Rows rows, m_ledger.store.run(sql, {quarter.first(), quarter.last()}));
    std::vector<qint64> ids;
    while (rows.next())
        ids.push_back(rows.integer(0));
    RETURN_IF_ERROR(rows.failed());
    return ids;
}

Result<qint64> PackageCheckRepository::mealsIn(Quarter quarter)
{
    ASSIGN_OR_RETURN(
        Rows rows,
        m_ledger.store.run(u"SELECT COUNT(*) FROM meal WHERE served_on BETWEEN ? AND ? AND voided_at IS NULL"_s,
                           {quarter.first(), quarter.last()}));
    const qint64 count = rows.next() ? rows.integer(0) : 0;
    RETURN_IF_ERROR(rows.failed());
    return count;
}

Result<std::vector<qint64>> PackageCheckRepository::servedWithoutNumber(Quarter quarter)
{
    return elders(uR"(SELECT DISTINCT elder_id FROM meal
        WHERE served_on BETWEEN ?1 AND ?2 AND voided_at IS NULL
          AND elder_id NOT IN (SELECT elder_id FROM elder_number) ORDER BY elder_id LIMIT 200)"_s,
                  quarter);
}

Result<std::vector<qint64>> PackageCheckRepository::servedAfterDeath(Quarter quarter)
{
    return elders(uR"(SELECT DISTINCT meal.elder_id FROM meal JOIN elder ON elder.id = meal.elder_id
        WHERE served_on BETWEEN ?1 AND ?2 AND meal.voided_at IS NULL AND elder.died < served_on
        ORDER BY meal.elder_id LIMIT 200)"_s,
                  quarter);
}

Result<std::vector<qint64>> PackageCheckRepository::servedWithoutDivision(Quarter quarter)
{
    return elders(uR"(SELECT DISTINCT elder_id FROM meal
        WHERE served_on BETWEEN ?1 AND ?2 AND voided_at IS NULL AND NOT EXISTS (
            SELECT 1 FROM fact WHERE fact.elder_id = meal.elder_id AND kind = 'registered_division'
              AND from_on <= served_on AND (to_on IS NULL OR to_on >= served_on) AND fact.voided_at IS NULL)
        ORDER BY elder_id LIMIT 200)"_s,
                  quarter);
}

Result<std::vector<qint64>> PackageCheckRepository::servedWithDoubtfulFacts(Quarter quarter)
{
    return elders(uR"(SELECT DISTINCT elder_id FROM fact
        WHERE doubtful = 1 AND voided_at IS NULL AND from_on <= ?2 AND (to_on IS NULL OR to_on >= ?1)
          AND elder_id IN (SELECT elder_id FROM meal WHERE served_on BETWEEN ?1 AND ?2 AND voided_at IS NULL)
        ORDER BY elder_id LIMIT 200)"_s,
                  quarter);
}

Result<QStringList> PackageCheckRepository::monthsWithoutClaim(Quarter quarter)
{
    ASSIGN_OR_RETURN(Rows rows,
                     m_ledger.store.run(uR"(SELECT DISTINCT substr(served_on, 1, 7) AS month FROM meal
        WHERE served_on BETWEEN ?1 AND ?2 AND voided_at IS NULL AND NOT EXISTS (
            SELECT 1 FROM claim WHERE from_on <= served_on AND to_on >= served_on AND claim.voided_at IS NULL)
        ORDER BY month)"_s,
                                        {quarter.first(), quarter.last()}));
    QStringList months;
    while (rows.next())
        months << rows.text(0);
    RETURN_IF_ERROR(rows.failed());
    return months;
}

} // namespace songhe
