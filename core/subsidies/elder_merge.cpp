// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/subsidies/elder_merge.h"

#include "core/assessments/assessment.h"
#include "core/attendance/absence.h"
#include "core/attendance/attendance.h"
#include "core/beds/bed_stay.h"
#include "core/beds/home_care_bed.h"
#include "core/devices/device.h"
#include "core/health/measurement.h"
#include "core/incidents/incident.h"
#include "core/meals/meal_repository.h"
#include "core/security/user_repository.h"
#include "core/services/agreement.h"
#include "core/services/booking.h"
#include "core/visits/visit.h"

#include <algorithm>

namespace songhe {

using namespace Qt::StringLiterals;

QStringList ElderMerge::families()
{
    QStringList names;
    for (const char* name :
         {Fact::family, Meal::family, Assessment::family, AssessmentKeying::family, AssessmentDrawing::family,
          BedStay::family, HomeCareBed::family, Absence::family, Service::family, Agreement::family, PlanItem::family,
          Booking::family, Attendance::family, Visit::family, VisitTier::family, Incident::family, Measurement::family,
          DeviceLoan::family})
        names << QString::fromLatin1(name);
    return names;
}

Result<Elder> ElderMerge::standing(Id<Elder> id)
{
    ASSIGN_OR_RETURN(std::optional<Elder> elder, m_elders.find(id));
    if (!elder)
        return fail(Error::Kind::NotFound, tr("There is no elder with number %1.").arg(id.value));
    if (elder->recorded.isVoided())
        return fail(Error::Kind::Refused, tr("File %1 is void already.").arg(id.value));
    return *std::move(elder);
}

Result<void> ElderMerge::checkFiles(const Elder& from, const Elder& into) const
{
    if (from.id == into.id)
        return fail(Error::Kind::Invalid, tr("A file cannot be merged with itself."));
    if (from.residentNumber && !into.residentNumber)
        return fail(Error::Kind::Refused,
                    tr("File %1 has the resident number, file %2 has none. Merge %2 into %1.")
                        .arg(from.id.value)
                        .arg(into.id.value));
    if (from.residentNumber && into.residentNumber && *from.residentNumber != *into.residentNumber)
        return fail(Error::Kind::Refused,
                    tr("Files %1 and %2 have different resident numbers: these are two persons, or one number is "
                       "wrong. Correct it first.")
                        .arg(from.id.value)
                        .arg(into.id.value));
    return {};
}

template <typename R> Result<void> ElderMerge::moveAll(Id<Elder> from, MergedFiles& done)
{
    RecordTable<R> table(m_ledger);
    ASSIGN_OR_RETURN(std::vector<R> records,
                     table.list(u"WHERE elder_id = ? AND voided_at IS NULL ORDER BY id"_s, {from}));
    for (R& record : records) {
        record.elder = done.into.id;
        RETURN_IF_ERROR(table.change(std::move(record)));
        count(done, R::family);
    }
    return {};
}

template <typename... R> Result<void> ElderMerge::moveEach(Id<Elder> from, MergedFiles& done)
{
    Result<void> moved;
    static_cast<void>(((moved = moveAll<R>(from, done)).ok() && ...));
    return moved;
}

/// A fact moves unless the file that stays says something of that kind for some of its days.
Result<void> ElderMerge::moveFacts(Id<Elder> from, MergedFiles& done)
{
    ASSIGN_OR_RETURN(const std::vector<Fact> known, m_elders.factsOf(done.into.id));
    ASSIGN_OR_RETURN(const std::vector<Fact> facts, m_elders.factsOf(from));
    for (Fact fact : facts) {
        const bool told = std::any_of(known.begin(), known.end(), [&fact](const Fact& other) {
            const bool together = (!other.to || *other.to >= fact.from) && (!fact.to || *fact.to >= other.from);
            return other.kind == fact.kind && together && (!severalMayHold(fact.kind) || other.value == fact.value);
        });
        if (told) {
            ++done.left;
            continue;
        }
        fact.elder = done.into.id;
        RETURN_IF_ERROR(m_elders.changeFact(fact));
        count(done, Fact::family);
    }
    return {};
}

/// A sitting at one point is eaten once: where both files have it, the meal of the one that goes is made void.
Result<void> ElderMerge::moveMeals(Id<Elder> from, const QString& reason, MergedFiles& done)
{
    MealRepository repository(m_ledger);
    RecordTable<Meal> table(m_ledger);
    ASSIGN_OR_RETURN(std::vector<Meal> meals,
                     table.list(u"WHERE elder_id = ? AND voided_at IS NULL ORDER BY id"_s, {from}));
    for (Meal& meal : meals) {
        ASSIGN_OR_RETURN(const std::vector<Meal> others, repository.listOf(done.into.id, meal.servedOn));
        const bool twice = std::any_of(others.begin(), others.end(), [&meal](const Meal& other) {
            return other.sitting == meal.sitting && other.site == meal.site;
        });
        if (twice) {
            RETURN_IF_ERROR(repository.voidMeal(meal.id, reason));
            ++done.doubled;
            continue;
        }
        meal.elder = done.into.id;
        RETURN_IF_ERROR(table.change(std::move(meal)));
        count(done, Meal::family);
    }
    return {};
}

/// Somebody comes once a day: where both files have it, the day of the one that goes is made void.
Result<void> ElderMerge::moveAttendance(Id<Elder> from, const QString& reason, MergedFiles& done)
{
    RecordTable<Attendance> table(m_ledger);
    ASSIGN_OR_RETURN(std::vector<Attendance> days,
                     table.list(u"WHERE elder_id = ? AND voided_at IS NULL ORDER BY id"_s, {from}));
    for (Attendance& day : days) {
        ASSIGN_OR_RETURN(
            const std::vector<Attendance> others,
            table.list(u"WHERE elder_id = ? AND attended_on = ? AND voided_at IS NULL"_s, {done.into.id, day.on}));
        if (!others.empty()) {
            RETURN_IF_ERROR(table.voidRecord(day.id, reason));
            ++done.doubled;
            continue;
        }
        day.elder = done.into.id;
        RETURN_IF_ERROR(table.change(std::move(day)));
        count(done, Attendance::family);
    }
    return {};
}

Result<MergedFiles> ElderMerge::moveEverything(Id<Elder> from, Id<Elder> into, const QString& reason)
{
    MergedFiles done;
    ASSIGN_OR_RETURN(done.into, standing(into));
    ASSIGN_OR_RETURN(const Elder gone, standing(from));
    RETURN_IF_ERROR(checkFiles(gone, done.into));
    const QString why = tr("merged into file %1: %2").arg(QString::number(into.value), reason.trimmed());
    RETURN_IF_ERROR(moveFacts(from, done));
    RETURN_IF_ERROR(moveMeals(from, why, done));
    RETURN_IF_ERROR(
        (moveEach<Assessment, AssessmentKeying, AssessmentDrawing, BedStay, HomeCareBed, Absence>(from, done)));
    RETURN_IF_ERROR(moveAttendance(from, why, done));
    RETURN_IF_ERROR(
        (moveEach<Service, Agreement, PlanItem, Booking, Visit, VisitTier, Incident, Measurement, DeviceLoan>(from,
                                                                                                              done)));
    RETURN_IF_ERROR(m_elders.voidElder(from, why));
    return done;
}

Result<void> ElderMerge::mayMerge()
{
    ASSIGN_OR_RETURN(const std::optional<User> user, UserRepository(m_ledger).find(m_ledger.user));
    if (!user || user->role == u"manager" || user->role == u"admin")
        return {};
    return fail(Error::Kind::Refused, tr("Merging two files is the manager's to do. Please sign in as the manager."));
}

Result<MergedFiles> ElderMerge::merge(Id<Elder> from, Id<Elder> into, const QString& reason)
{
    RETURN_IF_ERROR(mayMerge());
    if (reason.trimmed().isEmpty())
        return fail(Error::Kind::Invalid, tr("Please write down why the two files are one person's."));
    return m_ledger.transact([&] { return moveEverything(from, into, reason); });
}

Result<MergedFiles> ElderMerge::preview(Id<Elder> from, Id<Elder> into)
{
    RETURN_IF_ERROR(mayMerge());
    std::optional<MergedFiles> seen;
    // Rolled back at its end: what would happen is told by the same code that does it.
    auto tried = m_ledger.transact([&]() -> Result<void> {
        ASSIGN_OR_RETURN(seen, moveEverything(from, into, u"?"_s));
        return fail(Error::Kind::Cancelled, {});
    });
    if (!seen)
        return fail(std::move(tried).error());
    return *std::move(seen);
}

void ElderMerge::count(MergedFiles& done, const char* family)
{
    ++done.moved;
    ++done.byFamily[QString::fromLatin1(family)];
}

} // namespace songhe
