// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/subsidies/claim_check_repository.h"

namespace songhe {

using namespace Qt::StringLiterals;

/// Days that contradict one another: beds and day care against absences, attendance and deaths.
Result<void> ClaimCheckRepository::findOfAttendance(const Claim& claim, std::vector<CheckedRow>& found)
{
    // Of each line the days of its own month on which the bed was hers.
    RETURN_IF_ERROR(
        ask("STAY_ABSENT",
            u"SELECT DISTINCT l.about, l.record_id, l.elder_id, l.id, max(a.from_on, l.served_on), a.reason || '/' || "
            "?2 FROM claim_line l LEFT JOIN bed_stay b ON l.about = 'bed_stay' AND b.id = l.record_id LEFT JOIN "
            "home_care_bed h ON l.about = 'home_care_bed' AND h.id = l.record_id JOIN absence a ON "
            "a.elder_id = l.elder_id AND a.voided_at IS NULL AND a.from_on <= min(date(l.served_on, 'start of month', "
            "'+1 month', '-1 day'), coalesce(b.to_on, h.to_on, '9999-12-31')) AND "
            "coalesce(a.to_on, l.served_on) >= l.served_on WHERE l.claim_id = ?1 AND "
            "l.voided_at IS NULL AND l.about IN ('bed_stay', 'home_care_bed') ORDER BY l.id"_s,
            {claim.id, Value(claim.settings.value(u"days_away"_s).toString())}, found));
    // Days on which the centre wrote down who came, and she neither came nor is recorded as away.
    RETURN_IF_ERROR(
        ask("STAY_NOT_ATTENDED",
            u"SELECT l.about, l.record_id, l.elder_id, l.id, min(d.attended_on), count(*) FROM claim_line l "
            "JOIN bed_stay b ON b.id = l.record_id AND b.kind = 'day' JOIN (SELECT DISTINCT attended_on FROM "
            "attendance WHERE voided_at IS NULL AND attended_on BETWEEN ?2 AND ?3) d ON d.attended_on >= b.from_on AND "
            "d.attended_on <= coalesce(b.to_on, ?3) AND substr(d.attended_on, 1, 7) = substr(l.served_on, 1, 7) "
            "WHERE l.claim_id = ?1 AND l.voided_at IS NULL AND l.about = 'bed_stay' AND l.outcome = 'pays' AND "
            "NOT EXISTS (SELECT 1 FROM attendance a WHERE a.elder_id = l.elder_id AND a.attended_on = d.attended_on "
            "AND a.voided_at IS NULL) AND NOT EXISTS (SELECT 1 FROM absence o WHERE o.elder_id = l.elder_id AND "
            "o.voided_at IS NULL AND o.from_on <= d.attended_on AND coalesce(o.to_on, d.attended_on) >= "
            "d.attended_on) GROUP BY l.id ORDER BY l.id"_s,
            {claim.id, claim.from, claim.to}, found));
    RETURN_IF_ERROR(
        ask("NOT_ATTENDED",
            u"SELECT 'service', s.id, s.elder_id, (SELECT l.id FROM claim_line l WHERE l.claim_id = ?1 AND "
            "l.about = 'service' AND l.record_id = s.id AND l.voided_at IS NULL), s.served_on, '' FROM service s WHERE "
            "s.item = 'day_care' AND s.served_on BETWEEN ?2 AND ?3 AND s.voided_at IS NULL AND EXISTS (SELECT 1 FROM "
            "claim_line l WHERE l.claim_id = ?1 AND l.voided_at IS NULL AND l.elder_id = s.elder_id AND "
            "(l.about = 'bed_stay' OR (l.about = 'service' AND l.record_id = s.id))) AND NOT EXISTS (SELECT 1 FROM "
            "attendance a WHERE a.elder_id = s.elder_id AND a.attended_on = s.served_on AND a.voided_at IS NULL) "
            "ORDER BY s.served_on, s.id"_s,
            {claim.id, claim.from, claim.to}, found));
    // Who came bears on beds and on day care, and on no other claim.
    const auto ofAttendance = [&](const char* code, const QString& detail, const QString& against) {
        return ask(code,
                   u"SELECT 'attendance', a.id, a.elder_id, NULL, a.attended_on, %1 FROM attendance a JOIN %2 WHERE "
                   "a.attended_on BETWEEN ?2 AND ?3 AND a.voided_at IS NULL AND EXISTS (SELECT 1 FROM claim_line l "
                   "LEFT JOIN service s ON l.about = 'service' AND s.id = l.record_id WHERE l.claim_id = ?1 AND "
                   "l.voided_at IS NULL AND (l.about = 'bed_stay' OR s.item = 'day_care')) "
                   "ORDER BY a.attended_on, a.id"_s.arg(detail, against),
                   {claim.id, claim.from, claim.to}, found);
    };
    RETURN_IF_ERROR(ofAttendance("ATTENDED_ABSENT", u"o.reason"_s,
                                 u"absence o ON o.elder_id = a.elder_id AND o.voided_at IS NULL AND "
                                 "o.from_on <= a.attended_on AND coalesce(o.to_on, a.attended_on) >= a.attended_on"_s));
    return ofAttendance("ATTENDED_AFTER_DEATH", u"e.died"_s,
                        u"elder e ON e.id = a.elder_id AND e.died < a.attended_on"_s);
}

} // namespace songhe
