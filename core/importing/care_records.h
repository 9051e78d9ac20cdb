// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/attendance/absence_desk.h"
#include "core/attendance/attendance_desk.h"
#include "core/beds/bed_desk.h"
#include "core/devices/device_desk.h"
#include "core/facilities/evaluation_desk.h"
#include "core/facilities/facility_desk.h"
#include "core/facilities/project_desk.h"
#include "core/health/measurement_desk.h"
#include "core/incidents/incident_desk.h"
#include "core/services/agreement_desk.h"
#include "core/services/booking_desk.h"
#include "core/staff/staff_desk.h"
#include "core/visits/visit_desk.h"

#include <QtCore/QJsonObject>

namespace songhe {

/// Lines of `import records` about attendance and absences, beds and the facilities behind them, staff, services,
/// bookings, agreements and plans, visits, incidents, measurements and devices. Each goes through the desk of its
/// family, as what another program recorded.
class CareRecords {
public:
    explicit CareRecords(Ledger& ledger)
        : m_ledger(ledger)
        , m_absences(ledger)
        , m_beds(ledger)
        , m_facilities(ledger)
        , m_projects(ledger)
        , m_evaluations(ledger)
        , m_staff(ledger)
        , m_services(ledger)
        , m_prices(ledger)
        , m_agreements(ledger)
        , m_bookings(ledger)
        , m_attendance(ledger)
        , m_incidents(ledger)
    { }

    [[nodiscard]] static QStringList names();
    /// False: the kind is none of these.
    Result<bool> take(const QString& name, const QJsonObject& json);

private:
    /// By the desk of the family.
    template <typename R, auto Desk> Result<void> takeAs(const QJsonObject& json);
    template <typename R> Result<void> takeVisit(const QJsonObject& json);
    template <typename R> Result<void> takeDevice(const QJsonObject& json);
    Result<void> takeMeasurement(const QJsonObject& json);

    struct Kind {
        const char* name;
        Result<void> (CareRecords::*take)(const QJsonObject&);
    };
    static const Kind kinds[];

    Ledger& m_ledger;
    AbsenceDesk m_absences;
    BedDesk m_beds;
    FacilityDesk m_facilities;
    ProjectDesk m_projects;
    EvaluationDesk m_evaluations;
    StaffDesk m_staff;
    ServiceDesk m_services;
    CatalogueDesk m_prices;
    AgreementDesk m_agreements;
    BookingDesk m_bookings;
    AttendanceDesk m_attendance;
    IncidentDesk m_incidents;
    std::optional<VisitPlan> m_visitPlan;
    std::optional<HealthPlan> m_healthPlan;
    std::optional<DevicePlan> m_devicePlan;
};

} // namespace songhe
