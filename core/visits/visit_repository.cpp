// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/visits/visit_repository.h"

namespace songhe {

using namespace Qt::StringLiterals;

namespace {

const QString livingElders = u"e.voided_at IS NULL AND (e.died IS NULL OR e.died > ?1)"_s;

QString keyList(const QStringList& keys)
{
    return detail::jsonText(keys);
}

} // namespace

Result<std::vector<Visit>> VisitRepository::listOf(Id<Elder> elder)
{
    return m_visits.list(u"WHERE elder_id = ? AND voided_at IS NULL ORDER BY visited_on DESC, id DESC"_s, {elder});
}

Result<std::vector<Visit>> VisitRepository::listIn(const DaySpan& span)
{
    return m_visits.list(u"WHERE visited_on BETWEEN ? AND coalesce(?, '9999-12-31') AND voided_at IS NULL "
                         "ORDER BY visited_on DESC, id DESC"_s,
                         {span.from, span.to});
}

Result<std::vector<VisitTier>> VisitRepository::tiersOn(QDate day)
{
    return m_tiers.list(u"WHERE id IN (SELECT (SELECT t.id FROM visit_tier t WHERE t.elder_id = e.id AND "
                        "t.from_on <= ?1 AND t.voided_at IS NULL ORDER BY t.from_on DESC, t.id DESC LIMIT 1) "
                        "FROM elder e WHERE %1) ORDER BY from_on DESC, id DESC"_s.arg(livingElders),
                        {day});
}

Result<std::optional<VisitTier>> VisitRepository::tierOf(Id<Elder> elder, QDate day)
{
    ASSIGN_OR_RETURN(std::vector<VisitTier> found,
                     m_tiers.list(u"WHERE elder_id = ? AND from_on <= ? AND voided_at IS NULL "
                                  "ORDER BY from_on DESC, id DESC LIMIT 1"_s,
                                  {elder, day}));
    return found.empty() ? std::optional<VisitTier>() : std::optional(std::move(found.front()));
}

Result<std::vector<VisitRepository::Newest>> VisitRepository::newest(VisitKind kind, QDate day)
{
    ASSIGN_OR_RETURN(
        Rows rows,
        m_ledger.store.run(u"SELECT v.elder_id, v.visited_on, v.next_due FROM elder e JOIN visit v ON "
                           "v.id = (SELECT n.id FROM visit n WHERE n.elder_id = e.id AND n.kind = ?2 AND "
                           "n.visited_on <= ?1 AND n.voided_at IS NULL "
                           "ORDER BY n.visited_on DESC, n.id DESC LIMIT 1) WHERE %1 ORDER BY e.id"_s.arg(livingElders),
                           {day, choiceKey(kind)}));
    std::vector<Newest> found;
    while (rows.next())
        found.push_back({Id<Elder> {rows.integer(0)}, rows.day(1),
                         rows.isNull(2) ? std::optional<QDate>() : std::optional(rows.day(2))});
    RETURN_IF_ERROR(rows.failed());
    return found;
}

Result<std::vector<VisitRepository::Change>> VisitRepository::unansweredChanges(const VisitPlan::MajorChange& change,
                                                                                QDate day)
{
    ASSIGN_OR_RETURN(Rows rows,
                     m_ledger.store.run(uR"(
        SELECT c.elder_id, min(c.day) FROM (
            SELECT elder_id, happened_on AS day FROM incident
            WHERE happened_on BETWEEN ?2 AND ?1 AND voided_at IS NULL
              AND (kind IN (SELECT value FROM json_each(?3)) OR injury IN (SELECT value FROM json_each(?4)))
            UNION ALL
            SELECT elder_id, date(to_on, '+1 day') FROM absence
            WHERE to_on >= ?2 AND to_on < ?1 AND voided_at IS NULL
              AND reason IN (SELECT value FROM json_each(?5))) c
        JOIN elder e ON e.id = c.elder_id
        WHERE %1 AND NOT EXISTS (
            SELECT 1 FROM visit v WHERE v.elder_id = c.elder_id AND v.kind = 'care' AND v.met = 1
              AND v.visited_on BETWEEN c.day AND ?1 AND v.voided_at IS NULL)
        GROUP BY c.elder_id ORDER BY c.elder_id)"_s.arg(livingElders),
                                        {day, day.addDays(1 - change.lookBackDays), keyList(change.incidents),
                                         keyList(change.injuries), keyList(change.absencesEnded)}));
    std::vector<Change> found;
    while (rows.next())
        found.push_back({Id<Elder> {rows.integer(0)}, rows.day(1)});
    RETURN_IF_ERROR(rows.failed());
    return found;
}

Result<std::vector<Id<Elder>>> VisitRepository::neverVisited(const VisitPlan::Watched& watched, QDate day)
{
    ASSIGN_OR_RETURN(Rows rows,
                     m_ledger.store.run(uR"(
        SELECT e.id FROM elder e
        WHERE %1
          AND NOT EXISTS (SELECT 1 FROM visit v WHERE v.elder_id = e.id AND v.kind = 'care'
                            AND v.visited_on <= ?1 AND v.voided_at IS NULL)
          AND NOT EXISTS (SELECT 1 FROM visit_tier t WHERE t.elder_id = e.id
                            AND t.from_on <= ?1 AND t.voided_at IS NULL)
          AND (?2
            OR EXISTS (SELECT 1 FROM known_fact f WHERE f.elder_id = e.id AND f.from_on <= ?1
                         AND coalesce(f.to_on, ?1) >= ?1
                         AND (f.kind IN (SELECT value FROM json_each(?3))
                              OR f.kind || '=' || f.value IN (SELECT value FROM json_each(?4))))
            OR EXISTS (SELECT 1 FROM incident i WHERE i.elder_id = e.id
                         AND i.happened_on BETWEEN ?5 AND ?1 AND i.voided_at IS NULL))
        ORDER BY e.id)"_s.arg(livingElders),
                                        {day, watched.everybody, keyList(watched.kinds), keyList(watched.facts),
                                         day.addDays(-watched.incidentDays)}));
    std::vector<Id<Elder>> found;
    while (rows.next())
        found.push_back(Id<Elder> {rows.integer(0)});
    RETURN_IF_ERROR(rows.failed());
    return found;
}

Result<std::vector<Id<Elder>>> VisitRepository::living(QDate day)
{
    ASSIGN_OR_RETURN(Rows rows,
                     m_ledger.store.run(u"SELECT e.id FROM elder e WHERE %1 ORDER BY e.id"_s.arg(livingElders), {day}));
    std::vector<Id<Elder>> found;
    while (rows.next())
        found.push_back(Id<Elder> {rows.integer(0)});
    RETURN_IF_ERROR(rows.failed());
    return found;
}

} // namespace songhe
