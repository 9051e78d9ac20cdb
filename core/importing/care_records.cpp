// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/importing/care_records.h"

#include "core/importing/record_json.h"

namespace songhe {

namespace {

template <typename Desk, typename R>
concept AsksWhoBroughtIt = requires(Desk& desk, const R& record)
{
    desk.add(record, EntryWay::Records);
};

template <typename Desk, typename R> Result<void> addTo(Desk& desk, const R& record)
{
    if constexpr (AsksWhoBroughtIt<Desk, R>) {
        RETURN_IF_ERROR(desk.add(record, EntryWay::Records));
    } else {
        RETURN_IF_ERROR(desk.add(record));
    }
    return {};
}

} // namespace

const CareRecords::Kind CareRecords::kinds[] = {
    {Facility::family, &CareRecords::takeAs<Facility, &CareRecords::m_facilities>},
    {Premises::family, &CareRecords::takeAs<Premises, &CareRecords::m_facilities>},
    {Project::family, &CareRecords::takeAs<Project, &CareRecords::m_projects>},
    {CostItem::family, &CareRecords::takeAs<CostItem, &CareRecords::m_projects>},
    {Acceptance::family, &CareRecords::takeAs<Acceptance, &CareRecords::m_projects>},
    {Evaluation::family, &CareRecords::takeAs<Evaluation, &CareRecords::m_evaluations>},
    {Budget::family, &CareRecords::takeAs<Budget, &CareRecords::m_evaluations>},
    {Absence::family, &CareRecords::takeAs<Absence, &CareRecords::m_absences>},
    {BedStay::family, &CareRecords::takeAs<BedStay, &CareRecords::m_beds>},
    {HomeCareBed::family, &CareRecords::takeAs<HomeCareBed, &CareRecords::m_beds>},
    {Staff::family, &CareRecords::takeAs<Staff, &CareRecords::m_staff>},
    {Service::family, &CareRecords::takeAs<Service, &CareRecords::m_services>},
    {CataloguePrice::family, &CareRecords::takeAs<CataloguePrice, &CareRecords::m_prices>},
    {Agreement::family, &CareRecords::takeAs<Agreement, &CareRecords::m_agreements>},
    {PlanItem::family, &CareRecords::takeAs<PlanItem, &CareRecords::m_agreements>},
    {Booking::family, &CareRecords::takeAs<Booking, &CareRecords::m_bookings>},
    {Attendance::family, &CareRecords::takeAs<Attendance, &CareRecords::m_attendance>},
    {Incident::family, &CareRecords::takeAs<Incident, &CareRecords::m_incidents>},
    {Visit::family, &CareRecords::takeVisit<Visit>},
    {VisitTier::family, &CareRecords::takeVisit<VisitTier>},
    {Measurement::family, &CareRecords::takeMeasurement},
    {Device::family, &CareRecords::takeDevice<Device>},
    {DeviceLoan::family, &CareRecords::takeDevice<DeviceLoan>},
};

template <typename R, auto Desk> Result<void> CareRecords::takeAs(const QJsonObject& json)
{
    ASSIGN_OR_RETURN(const R record, recordFromJson<R>(json));
    return addTo(this->*Desk, record);
}

/// The catalogue is read when the first record of its families comes.
template <typename Plan> Result<const Plan*> needPlan(std::optional<Plan>& plan)
{
    if (!plan) {
        ASSIGN_OR_RETURN(plan, Plan::builtIn());
    }
    return &*plan;
}

template <typename R> Result<void> CareRecords::takeVisit(const QJsonObject& json)
{
    ASSIGN_OR_RETURN(const R record, recordFromJson<R>(json));
    ASSIGN_OR_RETURN(const VisitPlan* plan, needPlan(m_visitPlan));
    RETURN_IF_ERROR(VisitDesk(m_ledger, *plan).add(record, EntryWay::Records));
    return {};
}

Result<void> CareRecords::takeMeasurement(const QJsonObject& json)
{
    ASSIGN_OR_RETURN(const Measurement record, recordFromJson<Measurement>(json));
    ASSIGN_OR_RETURN(const HealthPlan* plan, needPlan(m_healthPlan));
    RETURN_IF_ERROR(MeasurementDesk(m_ledger, *plan).add(record, EntryWay::Records));
    return {};
}

template <typename R> Result<void> CareRecords::takeDevice(const QJsonObject& json)
{
    ASSIGN_OR_RETURN(const R record, recordFromJson<R>(json));
    ASSIGN_OR_RETURN(const DevicePlan* plan, needPlan(m_devicePlan));
    RETURN_IF_ERROR(DeviceDesk(m_ledger, *plan).add(record, EntryWay::Records));
    return {};
}

QStringList CareRecords::names()
{
    QStringList names;
    for (const Kind& kind : kinds)
        names << QString::fromLatin1(kind.name);
    return names;
}

Result<bool> CareRecords::take(const QString& name, const QJsonObject& json)
{
    for (const Kind& kind : kinds)
        if (name == QLatin1String(kind.name)) {
            RETURN_IF_ERROR((this->*kind.take)(json));
            return true;
        }
    return false;
}

} // namespace songhe
