// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/care/timeline.h"

#include "core/assessments/assessment.h"
#include "core/attendance/absence.h"
#include "core/attendance/attendance.h"
#include "core/base/clock.h"
#include "core/beds/bed_stay.h"
#include "core/beds/home_care_bed.h"
#include "core/elders/fact.h"
#include "core/meals/meal.h"
#include "core/services/agreement.h"
#include "core/services/booking.h"
#include "core/services/catalogue.h"
#include "core/storage/record_table.h"
#include "core/visits/visit.h"

#include <algorithm>

namespace songhe {

using namespace Qt::StringLiterals;

namespace {

QString daysText(QDate from, const std::optional<QDate>& to)
{
    return to ? QCoreApplication::translate("songhe::Timeline", "%1 to %2")
                    .arg(from.toString(Qt::ISODate), to->toString(Qt::ISODate))
              : QCoreApplication::translate("songhe::Timeline", "from %1").arg(from.toString(Qt::ISODate));
}

QString joined(const QStringList& parts)
{
    QStringList filled = parts;
    filled.removeAll(QString());
    return filled.join(u" · "_s);
}

/// A service as the catalogue calls it.
QString itemText(const QString& item)
{
    const auto catalogue = Catalogue::builtIn();
    return catalogue ? (*catalogue)->itemText(item) : item;
}

} // namespace

/// Where the records of a family are found by day, and how one of them is read.
struct Timeline::Family {
    const char* name;
    const char* dayColumn;
    Result<TimelineEntry> (Timeline::*read)(const TimelinePlace& place);
};

std::span<const Timeline::Family> Timeline::known()
{
    static constexpr Family families[] = {
        {Incident::family, "happened_on", &Timeline::read<Incident>},
        {Measurement::family, "measured_on", &Timeline::read<Measurement>},
        {Visit::family, "visited_on", &Timeline::read<Visit>},
        {VisitTier::family, "from_on", &Timeline::read<VisitTier>},
        {Service::family, "served_on", &Timeline::read<Service>},
        {Booking::family, "booked_on", &Timeline::read<Booking>},
        {Meal::family, "served_on", &Timeline::read<Meal>},
        {Attendance::family, "attended_on", &Timeline::read<Attendance>},
        {Absence::family, "from_on", &Timeline::read<Absence>},
        {BedStay::family, "from_on", &Timeline::read<BedStay>},
        {HomeCareBed::family, "from_on", &Timeline::read<HomeCareBed>},
        {DeviceLoan::family, "from_on", &Timeline::read<DeviceLoan>},
        {Agreement::family, "from_on", &Timeline::read<Agreement>},
        {Assessment::family, "assessed_on", &Timeline::read<Assessment>},
    };
    return families;
}

QStringList Timeline::families()
{
    QStringList names;
    for (const Family& family : known())
        names << QString::fromLatin1(family.name);
    return names;
}

template <typename R> Result<TimelineEntry> Timeline::read(const TimelinePlace& place)
{
    ASSIGN_OR_RETURN(const std::optional<R> record, RecordTable<R>(m_ledger).find({place.id}));
    TimelineEntry entry;
    entry.place = place;
    entry.family = QString::fromLatin1(R::family);
    if (record) {
        entry.by = record->recorded.by;
        tell(*record, entry);
    }
    return entry;
}

Result<std::vector<TimelineEntry>> Timeline::page(Id<Elder> elder, const QStringList& families,
                                                  const std::optional<TimelinePlace>& before, int most)
{
    std::vector<TimelinePlace> places;
    TimelineRepository repository(m_ledger);
    const auto all = known();
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (!families.contains(QLatin1String(all[i].name)))
            continue;
        ASSIGN_OR_RETURN(const auto found,
                         repository.places(all[i].name, all[i].dayColumn, int(i), elder, before, most));
        places.insert(places.end(), found.begin(), found.end());
    }
    std::sort(places.begin(), places.end(), [](const TimelinePlace& left, const TimelinePlace& right) {
        return std::tuple(right.on, left.family, right.id) < std::tuple(left.on, right.family, left.id);
    });
    if (places.size() > std::size_t(most))
        places.resize(std::size_t(most));
    std::vector<TimelineEntry> entries;
    entries.reserve(places.size());
    for (const TimelinePlace& place : places) {
        ASSIGN_OR_RETURN(TimelineEntry entry, (this->*all[std::size_t(place.family)].read)(place));
        entries.push_back(std::move(entry));
    }
    return entries;
}

void Timeline::tell(const Meal& meal, TimelineEntry& entry)
{
    entry.what = tr("Meal");
    entry.content = joined({choiceText(meal.sitting), choiceText(meal.way)});
    entry.amount = meal.price;
    entry.tone = TimelineEntry::Tone::Good;
}

void Timeline::tell(const Service& service, TimelineEntry& entry)
{
    entry.what = tr("Service");
    entry.content
        = joined({itemText(service.item), service.minutes ? tr("%n minute(s)", nullptr, *service.minutes) : QString(),
                  service.place ? choiceText(*service.place) : QString(), service.note.value_or(QString())});
    entry.amount = service.price;
    entry.tone = TimelineEntry::Tone::Good;
}

void Timeline::tell(const Booking& booking, TimelineEntry& entry)
{
    entry.what = tr("Booking");
    entry.content = joined({itemText(booking.item), Clock::timeOf(booking.at).toString(u"HH:mm"_s),
                            choiceText(booking.state), booking.cancelReason.value_or(QString())});
    entry.tone = booking.state == BookingState::Booked ? TimelineEntry::Tone::Soon : TimelineEntry::Tone::Plain;
}

void Timeline::tell(const Agreement& agreement, TimelineEntry& entry)
{
    entry.what = tr("Agreement");
    QStringList items;
    for (const QString& item : agreement.items)
        items << itemText(item);
    entry.content = joined({items.join(tr(", ")), daysText(agreement.from, agreement.to)});
}

void Timeline::tell(const Attendance& day, TimelineEntry& entry)
{
    entry.what = tr("Day care");
    entry.content = joined(
        {day.out ? tr("%1 to %2").arg(day.in, *day.out) : tr("came at %1").arg(day.in), day.note.value_or(QString())});
    entry.tone = TimelineEntry::Tone::Good;
}

void Timeline::tell(const Absence& absence, TimelineEntry& entry)
{
    entry.what = tr("Absence");
    entry.content
        = joined({choiceText(absence.reason), daysText(absence.from, absence.to), absence.note.value_or(QString())});
    entry.tone = TimelineEntry::Tone::Soon;
}

void Timeline::tell(const BedStay& stay, TimelineEntry& entry)
{
    entry.what = tr("Bed");
    entry.content = joined({stay.bed.value_or(QString()), choiceText(stay.kind), daysText(stay.from, stay.to)});
}

void Timeline::tell(const HomeCareBed& bed, TimelineEntry& entry)
{
    entry.what = tr("Bed at home");
    entry.content = joined({bed.bed.value_or(QString()), daysText(bed.from, bed.to)});
}

void Timeline::tell(const Visit& visit, TimelineEntry& entry)
{
    entry.what = visit.kind == VisitKind::Care ? tr("Visit") : tr("Survival check");
    entry.content
        = joined({choiceText(visit.means), visit.met ? QString() : tr("not met"), visit.condition.value_or(QString()),
                  visit.risks.join(u'、'), visit.passedOnTo ? tr("passed on to %1").arg(*visit.passedOnTo) : QString(),
                  visit.nextDue ? tr("next by %1").arg(visit.nextDue->toString(Qt::ISODate)) : QString()});
    entry.tone = visit.met && visit.risks.isEmpty() ? TimelineEntry::Tone::Good : TimelineEntry::Tone::Soon;
}

void Timeline::tell(const VisitTier& tier, TimelineEntry& entry)
{
    const VisitTierPlan* plan = m_plans.visits.tier(tier.tier);
    entry.what = tr("How often visited");
    entry.content = joined({plan ? plan->title.text() : tier.tier,
                            tier.dueOn ? tr("first by %1").arg(tier.dueOn->toString(Qt::ISODate)) : QString(),
                            tier.note.value_or(QString())});
}

void Timeline::tell(const Incident& incident, TimelineEntry& entry)
{
    entry.what = tr("Incident");
    entry.content = joined({choiceText(incident.kind), Clock::timeOf(incident.at).toString(u"HH:mm"_s),
                            choiceText(incident.injury), incident.what.value_or(QString()),
                            incident.action.value_or(QString()), incident.followUp.value_or(QString())});
    entry.tone = TimelineEntry::Tone::Bad;
}

void Timeline::tell(const Measurement& one, TimelineEntry& entry)
{
    const HealthKind& kind = m_plans.health.kind(one.kind);
    const HealthBand* band = kind.bandOf(one.value);
    entry.what = kind.title.text();
    entry.content = joined(
        {one.value + u' ' + kind.unit.text(), band ? band->title.text() : QString(), one.note.value_or(QString())});
    if (band)
        entry.tone = band->tone == HealthTone::Bad ? TimelineEntry::Tone::Bad : TimelineEntry::Tone::Soon;
}

void Timeline::tell(const DeviceLoan& loan, TimelineEntry& entry)
{
    entry.what = tr("Device lent");
    entry.content = joined({deviceText(loan.device), daysText(loan.from, loan.to),
                            loan.rentClass ? choiceText(*loan.rentClass) : QString()});
    entry.amount = loan.rent;
}

void Timeline::tell(const Assessment& assessment, TimelineEntry& entry)
{
    entry.what = tr("Assessment");
    entry.content = joined({assessment.level ? factValueText(FactKind::DeclaredAbility, *assessment.level) : QString(),
                            choiceText(assessment.state), assessment.standard});
    entry.tone = assessment.isDraft() ? TimelineEntry::Tone::Soon : TimelineEntry::Tone::Plain;
}

QString Timeline::deviceText(Id<Device> id)
{
    const auto device = RecordTable<Device>(m_ledger).find(id);
    if (!device || !*device)
        return id.text();
    const DeviceKind* kind = m_plans.devices.kind((*device)->kind);
    return joined({kind ? kind->title.text() : (*device)->kind, (*device)->code});
}

} // namespace songhe
