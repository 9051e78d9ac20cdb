// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/package_choice_repository.h"

#include "core/base/clock.h"

namespace songhe {

using namespace Qt::StringLiterals;

namespace package_choice {

/// Ids of a family that changed since the acknowledged head.
QString changed(const char* family)
{
    return u"id IN (SELECT record_id FROM audit WHERE number > ?1 AND family = '%1')"_s.arg(QLatin1String(family));
}

QString claimsOfSpan()
{
    return u"(from_on <= ?3 AND to_on >= ?2 OR "_s + changed("claim") + u')';
}

/// Those of the span, the ones whose lines they correct, the ones whose lines those correct, and so on.
QString claimsChosen()
{
    return u"id IN (WITH RECURSIVE chosen (id) AS (SELECT id FROM claim WHERE "_s + claimsOfSpan()
        + u" UNION SELECT old.claim_id FROM chosen JOIN claim_line new ON new.claim_id = chosen.id "
          "JOIN claim_line old ON old.id = new.corrects_id) SELECT id FROM chosen)"_s;
}

/// Lines of an earlier revision of a draft are history that nobody saw, unless a package took them along.
QString linesAlive()
{
    return u"(voided_at IS NULL OR recorded_at <= ?4)"_s;
}

QString linesChosen()
{
    return u"claim_id IN (SELECT id FROM claim WHERE "_s + claimsChosen() + u") AND "_s + linesAlive();
}

QString mealsChosen()
{
    return u"(served_on BETWEEN ?2 AND ?3 OR "_s + changed("meal")
        + u" OR id IN (SELECT meal_id FROM claim_line WHERE "_s + linesChosen() + u"))"_s;
}

/// Those of a family that chosen claims are about.
QString claimedOf(const QString& family)
{
    return u"id IN (SELECT record_id FROM claim_line WHERE about = '%1' AND "_s.arg(family) + linesChosen() + u')';
}

/// Families whose records hold from a first to a last day.
const QStringList& spanFamilies()
{
    static const QStringList families {u"absence"_s, u"bed_stay"_s, u"home_care_bed"_s, u"device_loan"_s};
    return families;
}

QString spanChosen(const QString& family)
{
    return u"(from_on <= ?3 AND coalesce(to_on, ?3) >= ?2 OR "_s + changed(family.toLatin1().constData()) + u" OR "_s
        + claimedOf(family) + u')';
}

/// Families whose records are of one day, and the column that says which.
struct DayFamily {
    const char* family;
    const char* column;
};
constexpr DayFamily dayFamilies[] = {
    {"booking", "booked_on"},    {"attendance", "attended_on"},  {"visit", "visited_on"},
    {"incident", "happened_on"}, {"measurement", "measured_on"},
};

QString dayChosen(const DayFamily& of)
{
    return u"(%1 BETWEEN ?2 AND ?3 OR "_s.arg(QLatin1String(of.column)) + changed(of.family) + u')';
}

/// Of attendance also the months that the lines of chosen claims are about.
QString attendanceChosen(const DayFamily& of)
{
    return u'(' + dayChosen(of)
        + u" OR id IN (SELECT a.id FROM (SELECT DISTINCT elder_id, served_on FROM claim_line WHERE about IN "
          u"('bed_stay', "
          "'home_care_bed', 'service') AND "_s
        + linesChosen()
        + u") l JOIN attendance a ON a.elder_id = l.elder_id AND a.attended_on BETWEEN date(l.served_on, 'start of "
          "month') AND date(l.served_on, 'start of month', '+1 month', '-1 day')))"_s;
}

const DayFamily* dayFamily(const QString& family)
{
    for (const DayFamily& each : dayFamilies)
        if (family == QLatin1String(each.family))
            return &each;
    return nullptr;
}

/// Those of the span, what bookings became and slips were printed of, and the first ones of groups.
QString servicesChosen()
{
    const QString own = u"served_on BETWEEN ?2 AND ?3 OR "_s + changed("service") + u" OR "_s + claimedOf(u"service"_s)
        + u" OR id IN (SELECT service_id FROM slip_print WHERE "_s + changed("slip_print")
        + u") OR id IN (SELECT service_id FROM booking WHERE "_s + dayChosen(*dayFamily(u"booking"_s)) + u')';
    return u'(' + own + u" OR id IN (SELECT group_id FROM service WHERE "_s + own + u"))"_s;
}

/// Families of an elder whose whole histories travel with her, like facts.
const QStringList& planFamilies()
{
    static const QStringList families {u"agreement"_s, u"plan_item"_s};
    return families;
}

/// Facilities, what belongs to them, staff, devices and how often elders are visited travel whole: they are few, and
/// records of any year may ask for them.
QString eldersOfCare()
{
    QString ids = u" OR id IN (SELECT elder_id FROM visit_tier)"_s;
    ids += u" OR id IN (SELECT elder_id FROM service WHERE "_s + servicesChosen() + u')';
    for (const DayFamily& each : dayFamilies)
        ids += u" OR id IN (SELECT elder_id FROM %1 WHERE %2)"_s.arg(QLatin1String(each.family), dayChosen(each));
    for (const QString& family : planFamilies())
        ids += u" OR id IN (SELECT elder_id FROM %1 WHERE from_on <= ?3 AND coalesce(to_on, ?3) >= ?2 OR %2)"_s.arg(
            family, changed(family.toLatin1().constData()));
    for (const QString& family : spanFamilies())
        ids += u" OR id IN (SELECT elder_id FROM %1 WHERE %2)"_s.arg(family, spanChosen(family));
    return ids;
}

QString eldersChosen()
{
    return u"("_s + changed("elder") + u" OR id IN (SELECT elder_id FROM meal WHERE "_s + mealsChosen()
        + u") OR id IN (SELECT elder_id FROM fact WHERE "_s + changed("fact")
        + u") OR id IN (SELECT elder_id FROM assessment WHERE assessed_on BETWEEN ?2 AND ?3 OR "_s
        + changed("assessment") + u") OR id IN (SELECT elder_id FROM assessment_keying WHERE "_s
        + changed("assessment_keying") + u")"_s + eldersOfCare() + u")"_s;
}

} // namespace package_choice

PackageChoice packageChoice(const QString& family, const PackageScope& scope)
{
    using namespace package_choice;
    QString where = u"WHERE ?1 = ?1 AND ?2 = ?2 AND ?3 = ?3 AND ?4 = ?4"_s; // each takes the same four values
    const bool all = scope.sinceAudit == 0;
    if (family == u"claim_line")
        where += u" AND "_s + (all ? linesAlive() : linesChosen());
    else if (family.startsWith(u"claim_"))
        where += all ? QString() : u" AND claim_id IN (SELECT id FROM claim WHERE "_s + claimsChosen() + u')';
    else if (family == u"meal" && !all)
        where += u" AND "_s + mealsChosen();
    else if (spanFamilies().contains(family) && !all)
        where += u" AND "_s + spanChosen(family);
    else if (family == u"service" && !all)
        where += u" AND "_s + servicesChosen();
    else if (family == u"slip_print" && !all)
        where += u" AND service_id IN (SELECT id FROM service WHERE "_s + servicesChosen() + u')';
    else if (const DayFamily* ofDay = dayFamily(family); ofDay && !all)
        where += u" AND "_s + (family == u"attendance" ? attendanceChosen(*ofDay) : dayChosen(*ofDay));
    else if (family == u"claim" && !all)
        where += u" AND "_s + claimsChosen();
    else if (family == u"elder" && !all)
        where += u" AND "_s + eldersChosen();
    else if (family == u"fact" && !all)
        where += u" AND ("_s + changed("fact") + u" OR elder_id IN (SELECT id FROM elder WHERE "_s + eldersChosen()
            + u"))"_s;
    // Whole histories, like the facts: a level of long ago may still decide, and a keying shows what it was proved by.
    else if ((planFamilies().contains(family) || family == u"assessment" || family == u"assessment_keying") && !all)
        where += u" AND elder_id IN (SELECT id FROM elder WHERE "_s + eldersChosen() + u')';
    const QString until = scope.deliveredUntil.isValid() ? momentText(scope.deliveredUntil) : u""_s;
    return {where + u" ORDER BY id"_s,
            {Value(scope.sinceAudit), Value(scope.quarter.first()), Value(scope.quarter.last()), Value(until)}};
}

} // namespace songhe
