// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/subsidies/claim_check_repository.h"

namespace songhe {

using namespace Qt::StringLiterals;

/// Columns: family, record, elder, line, day, detail.
Result<void> ClaimCheckRepository::ask(const char* code, const QString& sql, std::initializer_list<Value> values,
                                       std::vector<CheckedRow>& found)
{
    ASSIGN_OR_RETURN(Rows rows, m_ledger.store.run(sql, values));
    while (rows.next())
        found.push_back({QString::fromLatin1(code), rows.text(0), rows.integer(1), Id<Elder> {rows.integer(2)},
                         Id<ClaimLine> {rows.integer(3)}, rows.isNull(4) ? QDate() : rows.day(4), rows.text(5)});
    return rows.failed();
}

Result<std::vector<CheckedRow>> ClaimCheckRepository::find(const Claim& claim, int lateAfterDays, int endingWithinDays)
{
    static const QString lines = u" FROM claim_line l JOIN meal m ON m.id = l.meal_id "
                                 "WHERE l.claim_id = ? AND l.voided_at IS NULL "_s;
    static const QString columns = u"SELECT 'meal', m.id, l.elder_id, l.id, l.served_on, "_s;
    std::vector<CheckedRow> found;
    RETURN_IF_ERROR(ask("HELD",
                        u"SELECT about, coalesce(meal_id, record_id), elder_id, id, served_on, code FROM claim_line "
                        "WHERE claim_id = ? AND voided_at IS NULL AND outcome = 'held' ORDER BY served_on, id"_s,
                        {claim.id}, found));
    RETURN_IF_ERROR(ask("SECOND_POINT",
                        columns + u"''"_s + lines
                            + u"AND l.kind = 'regular' AND EXISTS (SELECT 1 FROM meal o WHERE o.elder_id = m.elder_id "
                              "AND o.served_on = m.served_on AND o.site_id <> m.site_id AND o.voided_at IS NULL) "
                              "ORDER BY l.served_on, l.id"_s,
                        {claim.id}, found));
    RETURN_IF_ERROR(ask("NO_SIGNATURE",
                        columns + u"''"_s + lines
                            + u"AND l.outcome = 'pays' AND m.way IN ('fetched', 'delivered') "
                              "AND coalesce(m.receipt, '') NOT IN ('self', 'proxy') ORDER BY l.served_on, l.id"_s,
                        {claim.id}, found));
    RETURN_IF_ERROR(ask("LATE_ENTRY",
                        columns + u"date(m.recorded_at, '+8 hours')"_s + lines
                            + u"AND l.kind <> 'adjustment' AND julianday(date(m.recorded_at, '+8 hours')) "
                              "- julianday(l.served_on) > ? ORDER BY l.served_on, l.id"_s,
                        {claim.id, qint64(lateAfterDays)}, found));
    const qint64 days = claim.from.daysTo(claim.to) + 1;
    RETURN_IF_ERROR(ask("MANY_MEALS",
                        u"SELECT 'elder', l.elder_id, l.elder_id, NULL, NULL, count(*) || '/' || ?2 "
                        "FROM claim_line l WHERE l.claim_id = ?1 AND l.voided_at IS NULL AND l.meal_id IS NOT NULL AND "
                        "l.kind = 'regular' GROUP BY l.elder_id HAVING count(*) > ?2 ORDER BY l.elder_id"_s,
                        {claim.id, days}, found));
    RETURN_IF_ERROR(ask("DECLARED",
                        u"SELECT 'elder', elder_id, elder_id, min(id), min(served_on), '' FROM claim_line WHERE "
                        "claim_id = ? AND voided_at IS NULL AND outcome = 'pays' "
                        "AND verdict_values LIKE '%declared_ability:%' GROUP BY elder_id ORDER BY elder_id"_s,
                        {claim.id}, found));
    RETURN_IF_ERROR(ask("ENDING",
                        u"SELECT DISTINCT 'fact', f.id, l.elder_id, NULL, f.to_on, f.kind || ':' || f.value "
                        "FROM claim_line l, json_each(l.fact_ids) d JOIN fact f ON f.id = CAST(d.value AS INTEGER) "
                        "WHERE l.claim_id = ?1 AND l.voided_at IS NULL AND l.outcome = 'pays' AND f.voided_at IS NULL "
                        "AND f.to_on BETWEEN ?2 AND date(?2, '+' || ?3 || ' days') ORDER BY f.to_on, f.id"_s,
                        {claim.id, claim.to, qint64(endingWithinDays)}, found));
    return found;
}

} // namespace songhe
