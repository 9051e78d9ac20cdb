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

Result<std::vector<CheckedRow>> ClaimCheckRepository::find(const Claim& claim, int lateAfterDays, int endingWithinDays,
                                                           int boundYears)
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
    RETURN_IF_ERROR(ask("ABSENT",
                        columns + u"a.reason"_s
                            + u" FROM claim_line l JOIN meal m ON m.id = l.meal_id JOIN absence a ON "
                              "a.elder_id = l.elder_id AND a.voided_at IS NULL AND a.from_on <= l.served_on AND "
                              "coalesce(a.to_on, l.served_on) >= l.served_on WHERE l.claim_id = ? AND "
                              "l.voided_at IS NULL ORDER BY l.served_on, l.id"_s,
                        {claim.id}, found));
    RETURN_IF_ERROR(findOfAttendance(claim, found));
    RETURN_IF_ERROR(
        ask("TWO_BEDS",
            u"SELECT DISTINCT l.about, l.record_id, l.elder_id, l.id, max(b.from_on, h.from_on, ?2), '' "
            "FROM claim_line l JOIN bed_stay b ON b.elder_id = l.elder_id AND b.voided_at IS NULL "
            "JOIN home_care_bed h ON h.elder_id = l.elder_id AND h.voided_at IS NULL "
            "AND h.from_on <= coalesce(b.to_on, ?3) AND b.from_on <= coalesce(h.to_on, ?3) "
            "AND max(b.from_on, h.from_on) <= ?3 AND min(coalesce(b.to_on, ?3), coalesce(h.to_on, ?3)) >= ?2 "
            "WHERE l.claim_id = ?1 AND l.voided_at IS NULL AND l.about IN ('bed_stay', 'home_care_bed') "
            "ORDER BY l.id"_s,
            {claim.id, claim.from, claim.to}, found));
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
    RETURN_IF_ERROR(
        ask("ENDING",
            u"SELECT DISTINCT 'fact', f.id, l.elder_id, NULL, f.to_on, f.kind || ':' || f.value "
            "FROM claim_line l, json_each(l.fact_ids) d JOIN known_fact f ON f.id = CAST(d.value AS INTEGER) "
            "WHERE l.claim_id = ?1 AND l.voided_at IS NULL AND l.outcome = 'pays' "
            "AND f.to_on BETWEEN ?2 AND date(?2, '+' || ?3 || ' days') ORDER BY f.to_on, f.id"_s,
            {claim.id, claim.to, qint64(endingWithinDays)}, found));
    RETURN_IF_ERROR(
        ask("LEVEL_CHANGED",
            u"SELECT 'fact', f.id, l.elder_id, l.id, f.from_on, '' FROM claim_line l JOIN known_fact f ON "
            "f.elder_id = l.elder_id AND f.kind IN ('declared_ability', 'assessed_ability', 'care_class') AND "
            "f.from_on > l.served_on AND "
            "substr(f.from_on, 1, 7) = substr(l.served_on, 1, 7) WHERE l.claim_id = ? AND "
            "l.voided_at IS NULL AND l.about IN ('bed_stay', 'home_care_bed') ORDER BY l.id"_s,
            {claim.id}, found));
    RETURN_IF_ERROR(ask("STAFF_TWICE",
                        u"SELECT DISTINCT 'service', a.id, a.elder_id, NULL, a.served_on, '' FROM service a "
                        "JOIN service b ON b.staff_id = a.staff_id AND b.served_on = a.served_on AND b.id <> a.id "
                        "AND julianday(a.at) < julianday(b.at) + b.minutes / 1440.0 "
                        "AND julianday(b.at) < julianday(a.at) + a.minutes / 1440.0 "
                        "WHERE a.served_on BETWEEN ? AND ? AND a.voided_at IS NULL AND b.voided_at IS NULL "
                        "ORDER BY a.served_on, a.id"_s,
                        {claim.from, claim.to}, found));
    RETURN_IF_ERROR(ask("ELDER_TWICE",
                        u"SELECT DISTINCT 'service', a.id, a.elder_id, NULL, a.served_on, '' FROM service a "
                        "JOIN service b ON b.elder_id = a.elder_id AND b.served_on = a.served_on AND b.id <> a.id "
                        "AND julianday(a.at) < julianday(b.at) + b.minutes / 1440.0 "
                        "AND julianday(b.at) < julianday(a.at) + a.minutes / 1440.0 "
                        "WHERE a.served_on BETWEEN ? AND ? AND a.voided_at IS NULL AND b.voided_at IS NULL "
                        "ORDER BY a.served_on, a.id"_s,
                        {claim.from, claim.to}, found));
    RETURN_IF_ERROR(ask("CLOCK_BACK",
                        u"SELECT 'claim', ?1, NULL, NULL, date(at, '+8 hours'), CAST(content AS TEXT) FROM audit "
                        "WHERE family = 'clock' AND date(at, '+8 hours') >= ?2 ORDER BY number"_s,
                        {claim.id, claim.from}, found));
    RETURN_IF_ERROR(ask(
        "RENT_DIFFERS",
        u"SELECT 'device_loan', d.id, l.elder_id, l.id, l.served_on, d.rent_fen FROM claim_line l JOIN device_loan d "
        "ON d.id = l.record_id WHERE l.claim_id = ?1 AND l.voided_at IS NULL AND l.about = 'device_loan' AND "
        "((l.code = 'FREE' AND d.rent_fen > 0) OR (l.code = 'LOW_RENT' AND (d.rent_class = 'full' OR "
        "(?2 <> '' AND d.rent_fen > CAST(?2 AS INTEGER))))) ORDER BY l.id"_s,
        {claim.id, Value(claim.settings.value(u"low_rent_fen"_s).toString())}, found));
    if (boundYears > 0)
        RETURN_IF_ERROR(ask("USE_CHANGED",
                            u"SELECT 'project', p.id, NULL, NULL, p.use_changed_on, (SELECT sum(l.amount_fen) FROM "
                            "claim_line l JOIN claim c ON c.id = l.claim_id WHERE l.record_id = p.id AND "
                            "l.about = 'project' AND l.voided_at IS NULL AND c.policy = ?1 AND c.voided_at IS NULL AND "
                            "c.state NOT IN ('draft', 'checked', 'returned')) FROM project p JOIN acceptance a ON "
                            "a.project_id = p.id AND a.passed = 1 AND a.voided_at IS NULL WHERE p.voided_at IS NULL "
                            "AND p.use_changed_on < date(a.decided_on, '+' || ?2 || ' years') ORDER BY p.id"_s,
                            {claim.policy, qint64(boundYears)}, found));
    return found;
}

} // namespace songhe
