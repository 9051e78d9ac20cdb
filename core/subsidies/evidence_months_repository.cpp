// SPDX-License-Identifier: GPL-3.0-or-later
// Months of stays in beds and of lent devices: what is claimed for by the days of a span.
#include "core/subsidies/evidence_rows.h"

#include <algorithm>

namespace songhe {

using namespace Qt::StringLiterals;

/// Whether she came to day care on one of these days, and on which first.
void EvidenceRepository::tellAttended(EvidenceUnit& unit, QDate from, QDate to) const
{
    if (!m_asksAttendance)
        return;
    const QDate came = m_attended.firstIn(unit.elder, from, to);
    unit.facts.known.push_back(came.isValid() ? evidence::told(attendedKind.toString(), u"yes"_s, came)
                                              : evidence::told(attendedKind.toString(), u"no"_s, from));
}

/// Days of every elder, for what may not be counted twice.
Result<EvidenceRepository::Spans> EvidenceRepository::spansOf(const QString& table, QDate last)
{
    Spans spans;
    RETURN_IF_ERROR(each(u"SELECT elder_id, from_on, to_on FROM %1 WHERE voided_at IS NULL AND from_on <= ? "
                         "ORDER BY elder_id, from_on, id"_s.arg(table),
                         {last}, [&](const Rows& rows) -> Result<void> {
                             spans[rows.integer(0)].push_back({rows.day(1), evidence::dayOr(rows, 2, last)});
                             return {};
                         }));
    return spans;
}

/// One unit for each month of a stay. A night counts on the day it begins; days away and, of a bed at home, days in an
/// institution do not count; nor does, where the policy asks for attendance, a day of a stay by day without one.
Result<void> EvidenceRepository::bedMonths(const Policy& policy, QDate first, QDate last)
{
    const bool atHome = policy.pays.evidence == u"home_care_bed";
    const bool byAttendance = policy.setting(attendanceSetting) == u"required";
    Spans off;
    if (policy.setting(u"days_away") != u"counted") {
        ASSIGN_OR_RETURN(off, spansOf(u"absence"_s, last));
    }
    if (atHome) {
        ASSIGN_OR_RETURN(const Spans stays, spansOf(u"bed_stay"_s, last));
        for (const auto& [elder, spans] : stays)
            off[elder].insert(off[elder].end(), spans.begin(), spans.end());
    }
    const QString kind = atHome ? u"'home'"_s : u"kind"_s;
    return each(u"SELECT id, elder_id, facility_id, from_on, to_on, %1 FROM %2 WHERE voided_at IS NULL AND "
                "from_on <= ? AND coalesce(to_on, ?) >= ? ORDER BY id"_s.arg(kind, policy.pays.evidence),
                {last, last, first}, [&](const Rows& rows) -> Result<void> {
                    const auto person = m_people.find(rows.integer(1));
                    if (person == m_people.end())
                        return {};
                    const QDate from = rows.day(3);
                    QDate to = std::min(evidence::dayOr(rows, 4, last), last);
                    if (person->second.died())
                        to = std::min(to, *person->second.died());
                    const QDate begin = std::max(first, from);
                    for (QDate month(begin.year(), begin.month(), 1); month <= last; month = month.addMonths(1)) {
                        EvidenceUnit unit;
                        unit.family = policy.pays.evidence;
                        unit.record = rows.integer(0);
                        unit.elder = Id<Elder> {rows.integer(1)};
                        unit.facility = rows.isNull(2) ? 0 : rows.integer(2);
                        unit.on = std::max(month, from);
                        unit.facts = person->second.asOf(unit.on);
                        unit.facts.measures.daysOf = month.daysInMonth();
                        const auto without = off.find(unit.elder.value);
                        const QDate begins = std::max({month, from, first});
                        const QDate ends = std::min(month.addMonths(1).addDays(-1), to);
                        const bool mustCome = byAttendance && rows.text(5) == u"day";
                        for (QDate day = begins; day <= ends; day = day.addDays(1)) {
                            const bool here = without == off.end()
                                || std::none_of(without->second.begin(), without->second.end(),
                                                [day](const Span& span) { return span.from <= day && day <= span.to; });
                            const bool counted = here && (!mustCome || m_attended.came(unit.elder, day));
                            unit.facts.measures.days += counted ? 1 : 0;
                        }
                        tellAttended(unit, begins, ends);
                        unit.facts.known.push_back(evidence::told(u"stay_kind"_s, rows.text(5), from));
                        addPlace(unit);
                        m_units.push_back(std::move(unit));
                    }
                    return {};
                });
}

/// One unit for each month in which a device is lent. Free or not is decided by the day it was lent, whatever changes
/// for her later; on the day it comes back it is not lent any more.
Result<void> EvidenceRepository::loanMonths(QDate first, QDate last)
{
    return each(u"SELECT l.id, l.elder_id, d.site_id, l.from_on, l.to_on, l.rent_fen FROM device_loan l "
                "JOIN device d ON d.id = l.device_id WHERE l.voided_at IS NULL AND l.from_on <= ?2 AND "
                "(l.to_on IS NULL OR l.to_on > ?1 OR (l.to_on = l.from_on AND l.to_on >= ?1)) ORDER BY l.id"_s,
                {first, last}, [&](const Rows& rows) -> Result<void> {
                    const auto person = m_people.find(rows.integer(1));
                    if (person == m_people.end())
                        return {};
                    const QDate from = rows.day(3);
                    const QDate back = evidence::dayOr(rows, 4, last.addDays(1));
                    const QDate until = std::min(last, std::max(from, back.addDays(-1)));
                    const QDate begin = std::max(first, from);
                    for (QDate month(begin.year(), begin.month(), 1); month <= until; month = month.addMonths(1)) {
                        EvidenceUnit unit;
                        unit.family = u"device_loan"_s;
                        unit.record = rows.integer(0);
                        unit.elder = Id<Elder> {rows.integer(1)};
                        unit.site = Id<Site> {rows.isNull(2) ? 0 : rows.integer(2)};
                        unit.on = std::max(month, from);
                        unit.facts = person->second.asOf(from);
                        unit.facts.measures.rent = Fen {rows.integer(5)};
                        m_units.push_back(std::move(unit));
                    }
                    return {};
                });
}

} // namespace songhe
