// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/attendance/attendance_desk.h"

#include "core/centre/closed_days_repository.h"
#include "core/centre/settings.h"
#include "core/centre/site_repository.h"

#include <QtCore/QRegularExpression>

#include <algorithm>

namespace songhe {

using namespace Qt::StringLiterals;

namespace {

bool isTimeOfDay(const QString& text)
{
    static const QRegularExpression pattern(u"\\A([01][0-9]|2[0-3]):[0-5][0-9]\\z"_s);
    return pattern.match(text).hasMatch();
}

} // namespace

QString AttendanceDesk::timeOn(QDate day) const
{
    // Whoever fills in an earlier day knows the time from a paper, or takes the usual one.
    return day == m_ledger.today() ? Clock::timeOf(m_ledger.clock.now()).toString(u"HH:mm"_s) : u"08:30"_s;
}

Result<void> AttendanceDesk::checkTimes(const Attendance& day)
{
    for (const QString& time : {day.in, day.out.value_or(day.in)})
        if (!isTimeOfDay(time))
            return fail(Error::Kind::Invalid, tr("'%1' is no time of the day. Write it as 08:10.").arg(time.left(20)));
    if (day.out && *day.out < day.in)
        return fail(Error::Kind::Invalid,
                    tr("She left at %1, before she came at %2. Please check both times.").arg(*day.out, day.in));
    if (day.on > m_ledger.today())
        return fail(Error::Kind::Invalid,
                    tr("The day %1 has not come yet. Attendance is recorded on its day or later.")
                        .arg(day.on.toString(Qt::ISODate)));
    return {};
}

Result<void> AttendanceDesk::checkDay(const Attendance& day)
{
    for (const QString& family : {QString::fromLatin1(Attendance::family), u"bed_stay"_s, u"home_care_bed"_s})
        RETURN_IF_ERROR(ClosedDaysRepository(m_ledger).mustBeOpen(family, day.on));
    ASSIGN_OR_RETURN(const std::vector<Absence> absences, m_absences.listOf(day.elder));
    for (const Absence& absence : absences)
        if (absence.holdsOn(day.on))
            return fail(Error::Kind::Refused,
                        tr("Elder %1 is recorded as absent on %2 (%3, number %4). If she is back, please end that "
                           "absence the day before.")
                            .arg(day.elder.text(), day.on.toString(Qt::ISODate), choiceText(absence.reason),
                                 absence.id.text()));
    return {};
}

Result<void> AttendanceDesk::checkSite(Attendance& day)
{
    SiteRepository sites(m_ledger);
    if (!day.site) {
        ASSIGN_OR_RETURN(const std::vector<Site> all, sites.list());
        if (!all.empty())
            day.site = all.front().id;
        return {};
    }
    ASSIGN_OR_RETURN(const std::optional<Site> site, sites.find(*day.site));
    if (!site || site->recorded.isVoided())
        return fail(Error::Kind::NotFound, tr("There is no site %1. Please add it first.").arg(day.site->text()));
    return {};
}

Result<Attendance> AttendanceDesk::add(Attendance day, EntryWay way)
{
    if (!day.on.isValid() && way == EntryWay::Desk)
        day.on = m_ledger.today();
    if (day.in.isEmpty() && way == EntryWay::Desk)
        day.in = timeOn(day.on);
    if (!day.origin)
        day.origin = originOf(way);
    return m_ledger.transact([&]() -> Result<Attendance> {
        RETURN_IF_ERROR(m_days.check(day.elder, {day.on, day.on}, way));
        RETURN_IF_ERROR(checkTimes(day));
        RETURN_IF_ERROR(checkSite(day));
        ASSIGN_OR_RETURN(const std::optional<Attendance> known, m_attendance.find(day.elder, day.on));
        if (known && known->id != day.id)
            return fail(Error::Kind::Conflict,
                        tr("Elder %1 came at %2 on %3 already (number %4). Change that record if the time was wrong.")
                            .arg(day.elder.text(), known->in, day.on.toString(Qt::ISODate), known->id.text()));
        if (way == EntryWay::Desk)
            RETURN_IF_ERROR(checkDay(day));
        return m_attendance.add(day);
    });
}

Result<Attendance> AttendanceDesk::leave(Id<Elder> elder, QDate day, const QString& at)
{
    return m_ledger.transact([&]() -> Result<Attendance> {
        ASSIGN_OR_RETURN(std::optional<Attendance> known, m_attendance.find(elder, day));
        if (!known)
            return fail(Error::Kind::NotFound,
                        tr("Elder %1 is not recorded as having come on %2. Please record that first.")
                            .arg(elder.text(), day.toString(Qt::ISODate)));
        if (known->out)
            return fail(Error::Kind::Conflict,
                        tr("Elder %1 left at %2 already (number %3). Change that record if the time was wrong.")
                            .arg(elder.text(), *known->out, known->id.text()));
        for (const QString& family : {QString::fromLatin1(Attendance::family), u"bed_stay"_s, u"home_care_bed"_s})
            RETURN_IF_ERROR(ClosedDaysRepository(m_ledger).mustBeOpen(family, day));
        known->out = !at.isEmpty() ? at : day == m_ledger.today() ? timeOn(day) : u"16:30"_s;
        RETURN_IF_ERROR(checkTimes(*known));
        return m_attendance.change(*known);
    });
}

Result<std::vector<Attendance>> AttendanceDesk::allPresent(QDate day, const QString& at, std::optional<Id<Site>> site)
{
    return m_ledger.transact([&]() -> Result<std::vector<Attendance>> {
        ASSIGN_OR_RETURN(const std::vector<Regular> regulars, regularsOn(day));
        std::vector<Attendance> made;
        for (const Regular& regular : regulars) {
            if (regular.attendance || regular.absence)
                continue;
            Attendance present;
            present.elder = regular.elder;
            present.on = day;
            present.in = at;
            present.site = site;
            auto added = add(std::move(present));
            if (!added) {
                added.error().message = tr("Nothing of the list was recorded. %1").arg(added.error().message);
                return fail(std::move(added).error());
            }
            made.push_back(*std::move(added));
        }
        return made;
    });
}

Result<Attendance> AttendanceDesk::edit(Attendance day)
{
    return m_ledger.transact([&]() -> Result<Attendance> {
        RETURN_IF_ERROR(m_days.check(day.elder, {day.on, day.on}, EntryWay::Desk));
        RETURN_IF_ERROR(checkTimes(day));
        RETURN_IF_ERROR(checkSite(day));
        RETURN_IF_ERROR(checkDay(day));
        return m_attendance.change(day);
    });
}

Result<Attendance> AttendanceDesk::voidAttendance(Id<Attendance> id, const QString& reason)
{
    return m_ledger.transact([&] { return m_attendance.voidAttendance(id, reason); });
}

Result<std::vector<Regular>> AttendanceDesk::regularsOn(QDate day)
{
    ASSIGN_OR_RETURN(const QString weeks, Settings(m_ledger).value(u"attendance.regular_weeks"_s));
    ASSIGN_OR_RETURN(const std::vector<Id<Elder>> known, m_attendance.regulars(day.addDays(-7 * weeks.toInt()), day));
    ASSIGN_OR_RETURN(const std::vector<Attendance> came, m_attendance.listOn(day));
    ASSIGN_OR_RETURN(const std::vector<Absence> absences, m_absences.listIn({day, day}));
    std::vector<Regular> all;
    for (const Id<Elder> elder : known)
        all.push_back({elder, {}, {}});
    const auto placeOf = [&all](Id<Elder> elder) -> Regular* {
        const auto found
            = std::find_if(all.begin(), all.end(), [&](const Regular& each) { return each.elder == elder; });
        return found == all.end() ? nullptr : &*found;
    };
    for (const Attendance& each : came) {
        Regular* place = placeOf(each.elder);
        if (!place)
            place = &all.emplace_back(Regular {each.elder, {}, {}});
        place->attendance = each;
    }
    for (const Absence& each : absences)
        if (Regular* place = placeOf(each.elder))
            place->absence = each;
    std::sort(all.begin(), all.end(),
              [](const Regular& left, const Regular& right) { return left.elder.value < right.elder.value; });
    return all;
}

} // namespace songhe
