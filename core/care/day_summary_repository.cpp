// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/care/day_summary_repository.h"

namespace songhe {

using namespace Qt::StringLiterals;

Result<void> DaySummaryRepository::count(DaySummary& summary)
{
    ASSIGN_OR_RETURN(Rows rows,
                     m_ledger.store.run(uR"(
        SELECT (SELECT count(*) FROM (
                    SELECT elder_id FROM meal WHERE served_on = ?1 AND voided_at IS NULL
                    UNION SELECT elder_id FROM service WHERE served_on = ?1 AND voided_at IS NULL
                    UNION SELECT elder_id FROM attendance WHERE attended_on = ?1 AND voided_at IS NULL)),
               (SELECT count(*) FROM meal WHERE served_on = ?1 AND voided_at IS NULL),
               (SELECT count(*) FROM attendance WHERE attended_on = ?1 AND voided_at IS NULL),
               (SELECT count(DISTINCT elder_id) FROM absence
                    WHERE from_on <= ?1 AND coalesce(to_on, ?1) >= ?1 AND voided_at IS NULL),
               (SELECT count(*) FROM visit WHERE visited_on = ?1 AND voided_at IS NULL))"_s,
                                        {summary.on}));
    if (rows.next()) {
        summary.people = rows.integer(0);
        summary.meals = rows.integer(1);
        summary.in = rows.integer(2);
        summary.absent = rows.integer(3);
        summary.visited = rows.integer(4);
    }
    return rows.failed();
}

Result<void> DaySummaryRepository::sumServices(DaySummary& summary)
{
    ASSIGN_OR_RETURN(Rows rows,
                     m_ledger.store.run(uR"(
        SELECT item, count(DISTINCT elder_id), count(*), coalesce(sum(minutes), 0), sum(price_fen), sum(subsidy_fen)
        FROM service WHERE served_on = ?1 AND voided_at IS NULL GROUP BY item ORDER BY item)"_s,
                                        {summary.on}));
    while (rows.next()) {
        summary.services.insert(rows.text(0),
                                {rows.integer(1), rows.integer(2), rows.integer(3), Fen {rows.integer(4)}});
        summary.price.value += rows.integer(4);
        summary.subsidy.value += rows.integer(5);
    }
    return rows.failed();
}

Result<void> DaySummaryRepository::countIncidents(DaySummary& summary)
{
    ASSIGN_OR_RETURN(Rows rows,
                     m_ledger.store.run(u"SELECT kind, count(*) FROM incident WHERE happened_on = ?1 AND "
                                        "voided_at IS NULL GROUP BY kind ORDER BY kind"_s,
                                        {summary.on}));
    while (rows.next())
        summary.incidents.insert(rows.text(0), rows.integer(1));
    return rows.failed();
}

} // namespace songhe
