// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/incidents/incident_desk.h"

#include "core/centre/site_repository.h"

namespace songhe {

using namespace Qt::StringLiterals;

namespace {

/// The word for it in the tables of events.
QString eventOf(const Incident& incident)
{
    switch (incident.kind) {
    case IncidentKind::Fall:
    case IncidentKind::BedFall:
        return u"fall"_s;
    case IncidentKind::Choking:
        return u"choking"_s;
    case IncidentKind::Wandering:
        return u"wandering"_s;
    case IncidentKind::Harm:
        return incident.harm == HarmBy::Herself ? u"suicide"_s : u"other"_s;
    case IncidentKind::Ingestion:
    case IncidentKind::PressureSore:
    case IncidentKind::Scald:
    case IncidentKind::Activity:
        return u"other"_s;
    }
    return u"other"_s;
}

} // namespace

Result<void> IncidentDesk::check(Incident& incident, EntryWay way)
{
    if (incident.at.isValid() && !incident.on.isValid())
        incident.on = Clock::dayOf(incident.at);
    if (!incident.at.isValid())
        return fail(Error::Kind::Invalid, tr("The moment of the incident is missing. Please fill in when it was."));
    RETURN_IF_ERROR(m_days.check(incident.elder, {incident.on, incident.on}, way));
    if (Clock::dayOf(incident.at) != incident.on)
        return fail(Error::Kind::Invalid,
                    tr("The moment 'at' lies on %1 in China, but the incident is of %2. Give both for the same day.")
                        .arg(Clock::dayOf(incident.at).toString(Qt::ISODate), incident.on.toString(Qt::ISODate)));
    if (incident.at > m_ledger.clock.now())
        return fail(Error::Kind::Invalid, tr("That moment has not come yet. Please check the day and the time."));
    if (incident.harm && incident.kind != IncidentKind::Harm)
        return fail(Error::Kind::Invalid, tr("'Harmed by' goes with the kind 'harm' only. Please leave it empty."));
    QDateTime before;
    for (const auto& moment : {incident.calledAt, incident.answeredAt, incident.arrivedAt}) {
        if (moment && before.isValid() && *moment < before)
            return fail(Error::Kind::Invalid,
                        tr("A call comes first, then its answer, then the arrival. Please check the three times."));
        if (moment)
            before = *moment;
    }
    if (!incident.site)
        return {};
    ASSIGN_OR_RETURN(const std::optional<Site> site, SiteRepository(m_ledger).find(*incident.site));
    if (!site || site->recorded.isVoided())
        return fail(Error::Kind::NotFound, tr("There is no site %1. Please add it first.").arg(incident.site->text()));
    return {};
}

Result<Incident> IncidentDesk::add(Incident incident, EntryWay way)
{
    if (!incident.origin)
        incident.origin = originOf(way);
    return m_ledger.transact([&]() -> Result<Incident> {
        RETURN_IF_ERROR(check(incident, way));
        return m_incidents.add(incident);
    });
}

Result<Incident> IncidentDesk::edit(Incident incident)
{
    incident.on = incident.at.isValid() ? Clock::dayOf(incident.at) : QDate();
    return m_ledger.transact([&]() -> Result<Incident> {
        RETURN_IF_ERROR(check(incident, EntryWay::Desk));
        return m_incidents.change(incident);
    });
}

Result<Incident> IncidentDesk::voidIncident(Id<Incident> id, const QString& reason)
{
    return m_ledger.transact([&] { return m_incidents.voidIncident(id, reason); });
}

Result<QMap<QString, int>> IncidentDesk::proposedEvents(const Scale& scale, Id<Elder> elder, QDate on)
{
    QMap<QString, int> counts;
    ASSIGN_OR_RETURN(const std::vector<Incident> recent, m_incidents.listOf(elder, {on.addDays(1 - eventDays), on}));
    for (const Incident& incident : recent) {
        QString event = eventOf(incident);
        if (!scale.knowsEvent(event))
            event = u"other"_s;
        if (scale.knowsEvent(event) && counts[event] < AnswerSheet::mostEvents)
            ++counts[event];
    }
    return counts;
}

} // namespace songhe
