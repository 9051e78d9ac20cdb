// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/beds/bed_desk.h"

namespace songhe {

namespace {

QString bedDayText(QDate day)
{
    return day.toString(Qt::ISODate);
}

} // namespace

Result<void> BedDesk::checkFacility(std::optional<Id<Facility>>& facility, QDate first, EntryWay way)
{
    if (!facility || facility->isNull()) {
        ASSIGN_OR_RETURN(const std::vector<Facility> all, m_facilities.list());
        facility = all.size() == 1 ? std::optional(all.front().id) : std::nullopt;
        return {};
    }
    ASSIGN_OR_RETURN(const std::optional<Facility> found, m_facilities.find(*facility));
    if (!found || found->recorded.isVoided())
        return fail(Error::Kind::NotFound, tr("There is no facility %1. Please add it first.").arg(facility->text()));
    if (way == EntryWay::Desk && !found->holdsOn(first))
        return fail(Error::Kind::Refused,
                    tr("Facility %1 was not open on %2. Please check the first day, or the facility's own days.")
                        .arg(found->code, bedDayText(first)));
    return {};
}

Result<void> BedDesk::noStay(Id<Elder> elder, const DaySpan& span, Id<BedStay> but)
{
    ASSIGN_OR_RETURN(const std::optional<BedStay> other, m_beds.stayOf(elder, span, but));
    if (!other)
        return {};
    return fail(Error::Kind::Conflict,
                tr("Elder %1 has a bed from %2 to %3 already (stay %4). Please end that stay the day before.")
                    .arg(elder.text(), bedDayText(other->from),
                         other->to ? bedDayText(*other->to) : tr("further notice"), other->id.text()));
}

Result<void> BedDesk::noHomeBed(Id<Elder> elder, const DaySpan& span, Id<HomeCareBed> but)
{
    ASSIGN_OR_RETURN(const std::optional<HomeCareBed> other, m_beds.homeBedOf(elder, span, but));
    if (!other)
        return {};
    return fail(Error::Kind::Conflict,
                tr("Elder %1 has a bed at home from %2 to %3 already (number %4). Please end that one the day before.")
                    .arg(elder.text(), bedDayText(other->from),
                         other->to ? bedDayText(*other->to) : tr("further notice"), other->id.text()));
}

Result<void> BedDesk::check(const BedStay& stay, EntryWay way)
{
    const DaySpan span {stay.from, stay.to};
    RETURN_IF_ERROR(m_days.check(stay.elder, span, way));
    RETURN_IF_ERROR(noStay(stay.elder, span, stay.id));
    if (way == EntryWay::Desk)
        RETURN_IF_ERROR(noHomeBed(stay.elder, span, {}));
    if (!stay.bed)
        return {};
    ASSIGN_OR_RETURN(const std::optional<BedStay> other,
                     m_beds.stayIn(stay.facility.value_or(Id<Facility>()), *stay.bed, span, stay.id));
    if (other)
        return fail(
            Error::Kind::Conflict,
            tr("Bed %1 is taken from %2 to %3 by elder %4 (stay %5). Please choose another bed or end that stay.")
                .arg(*stay.bed, bedDayText(other->from), other->to ? bedDayText(*other->to) : tr("further notice"),
                     other->elder.text(), other->id.text()));
    return {};
}

Result<void> BedDesk::check(const HomeCareBed& bed, EntryWay way)
{
    const DaySpan span {bed.from, bed.to};
    RETURN_IF_ERROR(m_days.check(bed.elder, span, way));
    RETURN_IF_ERROR(noHomeBed(bed.elder, span, bed.id));
    if (way == EntryWay::Desk)
        RETURN_IF_ERROR(noStay(bed.elder, span, {}));
    return {};
}

Result<BedStay> BedDesk::add(BedStay stay, EntryWay way)
{
    if (!stay.origin)
        stay.origin = originOf(way);
    return m_ledger.transact([&]() -> Result<BedStay> {
        RETURN_IF_ERROR(checkFacility(stay.facility, stay.from, way));
        RETURN_IF_ERROR(check(stay, way));
        return m_beds.add(stay);
    });
}

Result<BedStay> BedDesk::edit(BedStay stay)
{
    return m_ledger.transact([&]() -> Result<BedStay> {
        RETURN_IF_ERROR(checkFacility(stay.facility, stay.from, EntryWay::Desk));
        RETURN_IF_ERROR(check(stay, EntryWay::Desk));
        return m_beds.change(stay);
    });
}

Result<BedStay> BedDesk::endStay(Id<BedStay> id, QDate lastNight)
{
    return m_ledger.transact([&]() -> Result<BedStay> {
        ASSIGN_OR_RETURN(std::optional<BedStay> stay, m_beds.findStay(id));
        if (!stay || stay->recorded.isVoided())
            return fail(Error::Kind::NotFound, tr("There is no stay with number %1.").arg(id.text()));
        stay->to = lastNight;
        RETURN_IF_ERROR(check(*stay, EntryWay::Desk));
        return m_beds.change(*stay);
    });
}

Result<BedStay> BedDesk::voidStay(Id<BedStay> id, const QString& reason)
{
    return m_ledger.transact([&] { return m_beds.voidStay(id, reason); });
}

Result<HomeCareBed> BedDesk::add(HomeCareBed bed, EntryWay way)
{
    if (!bed.origin)
        bed.origin = originOf(way);
    return m_ledger.transact([&]() -> Result<HomeCareBed> {
        RETURN_IF_ERROR(checkFacility(bed.facility, bed.from, way));
        RETURN_IF_ERROR(check(bed, way));
        return m_beds.add(bed);
    });
}

Result<HomeCareBed> BedDesk::edit(HomeCareBed bed)
{
    return m_ledger.transact([&]() -> Result<HomeCareBed> {
        RETURN_IF_ERROR(checkFacility(bed.facility, bed.from, EntryWay::Desk));
        RETURN_IF_ERROR(check(bed, EntryWay::Desk));
        return m_beds.change(bed);
    });
}

Result<HomeCareBed> BedDesk::endHomeBed(Id<HomeCareBed> id, QDate lastDay)
{
    return m_ledger.transact([&]() -> Result<HomeCareBed> {
        ASSIGN_OR_RETURN(std::optional<HomeCareBed> bed, m_beds.findHomeBed(id));
        if (!bed || bed->recorded.isVoided())
            return fail(Error::Kind::NotFound, tr("There is no bed at home with number %1.").arg(id.text()));
        bed->to = lastDay;
        RETURN_IF_ERROR(check(*bed, EntryWay::Desk));
        return m_beds.change(*bed);
    });
}

Result<HomeCareBed> BedDesk::voidHomeBed(Id<HomeCareBed> id, const QString& reason)
{
    return m_ledger.transact([&] { return m_beds.voidHomeBed(id, reason); });
}

} // namespace songhe
