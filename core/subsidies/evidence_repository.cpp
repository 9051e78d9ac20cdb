// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/subsidies/evidence_rows.h"

#include <algorithm>
#include <tuple>

namespace songhe {

using namespace Qt::StringLiterals;

namespace evidence {

/// Records that count on one day and are told by their own columns.
struct Dated {
    const char* family;
    const char* day; ///< SQL, as the ones below; NULL where the family has no such column
    const char* elder;
    const char* facility;
    const char* site;
    const char* granted; ///< the amount that stands on the record
    struct Told {
        const char* kind;
        const char* column;
    } told[3];
};

constexpr Dated evaluations {
    "evaluation",
    "coalesce(evaluated_on, year || '-12-31')",
    "NULL",
    "facility_id",
    "site_id",
    "granted_fen",
    {{"evaluation_scheme", "scheme"}, {"evaluation_grade", "grade"}, {"evaluator", "evaluator"}}};
constexpr Dated budgets {"budget",
                         "coalesce(decided_on, year || '-01-01')",
                         "NULL",
                         "facility_id",
                         "NULL",
                         "amount_fen",
                         {{"budget_purpose", "purpose"}, {"", "NULL"}, {"", "NULL"}}};
constexpr Dated services {
    "service",
    "served_on",
    "elder_id",
    "NULL",
    "site_id",
    "nullif(subsidy_fen, 0)",
    {{"public_part", "iif(subsidy_fen > 0, 'yes', 'no')"}, {"service_item", "item"}, {"", "NULL"}}};

} // namespace evidence

Result<std::vector<EvidenceUnit>> EvidenceRepository::units(const Policy& policy, QDate first, QDate last,
                                                            bool asksAttendance)
{
    m_units.clear();
    m_asksAttendance = asksAttendance || policy.asksAttendance();
    if (m_asksAttendance)
        RETURN_IF_ERROR(m_attended.load(first, last));
    RETURN_IF_ERROR(loadPlaces());
    switch (policy.pays.unit) {
    case Pays::Unit::BedMonth:
        RETURN_IF_ERROR(bedMonths(policy, first, last));
        break;
    case Pays::Unit::FacilityYear:
        RETURN_IF_ERROR(facilityYears(policy, first, last));
        break;
    case Pays::Unit::Facility:
        RETURN_IF_ERROR(facilities(first, last));
        break;
    case Pays::Unit::Evaluation:
        RETURN_IF_ERROR(dated(evidence::evaluations, first, last));
        break;
    case Pays::Unit::Project:
    case Pays::Unit::Instalment:
        RETURN_IF_ERROR(projects(policy, first, last));
        break;
    case Pays::Unit::Budget:
        RETURN_IF_ERROR(dated(evidence::budgets, first, last));
        break;
    case Pays::Unit::Service:
        RETURN_IF_ERROR(dated(evidence::services, first, last));
        break;
    case Pays::Unit::LoanMonth:
        RETURN_IF_ERROR(loanMonths(first, last));
        break;
    case Pays::Unit::Elder:
        RETURN_IF_ERROR(elders(first, last));
        break;
    case Pays::Unit::Meal:
        break; // walked by MealCountsRepository
    }
    std::sort(m_units.begin(), m_units.end(), [](const EvidenceUnit& left, const EvidenceUnit& right) {
        return std::tie(left.on, left.record) < std::tie(right.on, right.record);
    });
    return std::move(m_units);
}

Result<void> EvidenceRepository::loadPlaces()
{
    m_places.clear();
    return each(u"SELECT id, kind, locality, division, district, operator_kind, site_id, from_on, to_on FROM facility "
                "WHERE voided_at IS NULL ORDER BY id"_s,
                {}, [this](const Rows& rows) -> Result<void> {
                    Place place;
                    place.from = evidence::dayOr(rows, 7, QDate(1900, 1, 1));
                    place.to = evidence::dayOr(rows, 8, QDate(9999, 12, 31));
                    place.site = Id<Site> {rows.isNull(6) ? 0 : rows.integer(6)};
                    evidence::tellIf(place.facts, u"facility_kind"_s, rows, 1, place.from);
                    evidence::tellIf(place.facts, u"locality"_s, rows, 2, place.from);
                    evidence::tellIf(place.facts, u"facility_division"_s, rows, 3, place.from);
                    evidence::tellIf(place.facts, u"district"_s, rows, 4, place.from);
                    evidence::tellIf(place.facts, u"operator_kind"_s, rows, 5, place.from);
                    m_places.emplace(rows.integer(0), std::move(place));
                    return {};
                });
}

void EvidenceRepository::addPlace(EvidenceUnit& unit) const
{
    const auto place = m_places.find(unit.facility);
    if (place == m_places.end())
        return;
    unit.site = place->second.site;
    unit.facts.known.insert(unit.facts.known.end(), place->second.facts.begin(), place->second.facts.end());
}

Result<std::vector<KnownFact>> EvidenceRepository::premisesOn(qint64 facility, QDate day)
{
    std::vector<KnownFact> facts;
    RETURN_IF_ERROR(each(u"SELECT sum(area_dm2), sum(beds), max(estate), min(coalesce(from_on, ?2)) FROM premises "
                         "WHERE facility_id = ?1 AND voided_at IS NULL AND use = 'elder_care' AND "
                         "coalesce(from_on, ?2) <= ?2 AND coalesce(to_on, ?2) >= ?2 HAVING count(*) > 0"_s,
                         {Value(facility), day}, [&](const Rows& rows) -> Result<void> {
                             const QDate from = rows.day(3);
                             evidence::tellIf(facts, u"area_dm2"_s, rows, 0, from);
                             evidence::tellIf(facts, u"beds"_s, rows, 1, from);
                             evidence::tellIf(facts, u"estate"_s, rows, 2, from);
                             return {};
                         }));
    return facts;
}

Result<void> EvidenceRepository::addFacility(qint64 facility, const Place& place, QDate on)
{
    EvidenceUnit unit;
    unit.family = u"facility"_s;
    unit.record = facility;
    unit.facility = facility;
    unit.site = place.site;
    unit.on = on;
    unit.facts.on = on;
    unit.facts.known = place.facts;
    ASSIGN_OR_RETURN(const std::vector<KnownFact> premises, premisesOn(facility, on));
    unit.facts.known.insert(unit.facts.known.end(), premises.begin(), premises.end());
    m_units.push_back(std::move(unit));
    return {};
}

/// The year's amount falls due on its first day, or on the day the facility opened.
Result<void> EvidenceRepository::facilityYears(const Policy& policy, QDate first, QDate last)
{
    for (const auto& [id, place] : m_places)
        for (QDate year = policy.periodStart(Limit::Per::Year, first); year <= last; year = year.addYears(1)) {
            const QDate on = std::max(year, place.from);
            if (on >= first && on <= last && on <= place.to && on < year.addYears(1))
                RETURN_IF_ERROR(addFacility(id, place, on));
        }
    return {};
}

Result<void> EvidenceRepository::facilities(QDate, QDate last)
{
    for (const auto& [id, place] : m_places)
        if (place.from <= last && place.to >= last)
            RETURN_IF_ERROR(addFacility(id, place, last));
    return {};
}

/// One unit for each record of the span.
Result<void> EvidenceRepository::dated(const evidence::Dated& shape, QDate first, QDate last)
{
    QStringList columns {u"id"_s, QString::fromLatin1(shape.day) + u" AS day"_s};
    for (const char* column : {shape.elder, shape.facility, shape.site, shape.granted, shape.told[0].column,
                               shape.told[1].column, shape.told[2].column})
        columns << QString::fromLatin1(column);
    constexpr int firstTold = 6;
    return each(u"SELECT %1 FROM %2 WHERE voided_at IS NULL AND day BETWEEN ? AND ? ORDER BY id"_s.arg(
                    columns.join(u", "_s), QString::fromLatin1(shape.family)),
                {first, last}, [&](const Rows& rows) -> Result<void> {
                    EvidenceUnit unit;
                    unit.family = QString::fromLatin1(shape.family);
                    unit.record = rows.integer(0);
                    unit.on = rows.day(1);
                    unit.facts.on = unit.on;
                    if (!rows.isNull(2)) {
                        const auto person = m_people.find(rows.integer(2));
                        if (person == m_people.end())
                            return {};
                        unit.elder = Id<Elder> {rows.integer(2)};
                        unit.facts = person->second.asOf(unit.on);
                    }
                    unit.facility = rows.isNull(3) ? 0 : rows.integer(3);
                    addPlace(unit);
                    if (!rows.isNull(4))
                        unit.site = Id<Site> {rows.integer(4)};
                    if (!rows.isNull(5))
                        unit.facts.measures.granted = Fen {rows.integer(5)};
                    if (!unit.elder.isNull())
                        tellAttended(unit, unit.on, unit.on);
                    for (int i = 0; i < 3; ++i)
                        evidence::tellIf(unit.facts.known, QString::fromLatin1(shape.told[i].kind), rows, firstTold + i,
                                         unit.on);
                    m_units.push_back(std::move(unit));
                    return {};
                });
}

Result<Fen> EvidenceRepository::costsOf(qint64 project, const QStringList& kinds)
{
    Fen fen;
    RETURN_IF_ERROR(each(u"SELECT coalesce(sum(amount_fen), 0) FROM cost_item WHERE project_id = ?1 AND "
                         "voided_at IS NULL AND (?2 = '  ' OR instr(?2, ' ' || kind || ' ') > 0)"_s,
                         {Value(project), Value(u' ' + kinds.join(u' ') + u' ')},
                         [&](const Rows& rows) -> Result<void> {
                             fen = Fen {rows.integer(0)};
                             return {};
                         }));
    return fen;
}

/// A project counts from the day it was accepted; one that was not is looked at on the day it was finished. What is
/// paid in instalments falls due each year on that day.
Result<void> EvidenceRepository::projects(const Policy& policy, QDate first, QDate last)
{
    return each(
        u"SELECT p.id, p.facility_id, coalesce(a.decided_on, p.completed_on, p.approved_on, p.started_on) AS day, "
        "p.kind, p.households, a.area_dm2, p.approved_fen, "
        "CASE WHEN a.id IS NULL THEN 'none' WHEN a.passed = 1 THEN 'passed' ELSE 'failed' END, p.use_changed_on, "
        "a.beds FROM project p LEFT JOIN acceptance a ON a.id = (SELECT id FROM acceptance WHERE "
        "project_id = p.id AND voided_at IS NULL ORDER BY passed DESC, decided_on DESC, id DESC LIMIT 1) "
        "WHERE p.voided_at IS NULL AND day IS NOT NULL ORDER BY p.id"_s,
        {}, [&](const Rows& rows) -> Result<void> {
            const QDate accepted = rows.day(2);
            for (int part = 0; part < policy.pays.instalments; ++part) {
                EvidenceUnit unit;
                unit.on = accepted.addYears(part);
                if (unit.on < first || unit.on > last)
                    continue;
                unit.family = u"project"_s;
                unit.record = rows.integer(0);
                unit.project = unit.record;
                unit.facility = rows.isNull(1) ? 0 : rows.integer(1);
                unit.facts.on = accepted; // what is paid later is paid by the text of that day
                addPlace(unit);
                auto& known = unit.facts.known;
                evidence::tellIf(known, u"project_kind"_s, rows, 3, accepted);
                evidence::tellIf(known, u"households"_s, rows, 4, accepted);
                evidence::tellIf(known, u"acceptance"_s, rows, 7, accepted);
                evidence::tellIf(known, u"area_dm2"_s, rows, 5, accepted);
                evidence::tellIf(known, u"beds"_s, rows, 9, accepted);
                const bool changed = !rows.isNull(8) && rows.day(8) <= unit.on
                    && (policy.boundYears == 0 || rows.day(8) < accepted.addYears(policy.boundYears));
                known.push_back(evidence::told(u"use"_s, changed ? u"changed"_s : u"kept"_s, accepted));
                unit.facts.measures.areaDm2 = rows.isNull(5) ? 0 : rows.integer(5);
                if (!rows.isNull(6))
                    unit.facts.measures.granted = Fen {rows.integer(6)};
                unit.facts.measures.instalment = part;
                ASSIGN_OR_RETURN(unit.facts.measures.cost, costsOf(unit.record, policy.pays.costKinds));
                m_units.push_back(std::move(unit));
            }
            return {};
        });
}

Result<void> EvidenceRepository::elders(QDate, QDate last)
{
    for (const auto& [id, person] : m_people) {
        EvidenceUnit unit;
        unit.family = u"elder"_s;
        unit.record = id;
        unit.elder = Id<Elder> {id};
        unit.on = last;
        unit.facts = person.asOf(last);
        m_units.push_back(std::move(unit));
    }
    return {};
}

Result<bool> EvidenceRepository::lacksEvaluation(const std::vector<qint64>& sites, int year)
{
    for (const qint64 site : sites) {
        bool there = false;
        RETURN_IF_ERROR(each(u"SELECT 1 FROM evaluation e WHERE e.voided_at IS NULL AND e.year = ?1 AND "
                             "(e.site_id = ?2 OR e.facility_id IN (SELECT id FROM facility WHERE "
                             "site_id = ?2)) LIMIT 1"_s,
                             {qint64(year), Value(site)}, [&](const Rows&) -> Result<void> {
                                 there = true;
                                 return {};
                             }));
        if (!there)
            return true;
    }
    return false;
}

} // namespace songhe
