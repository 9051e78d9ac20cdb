// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/assessments/assessment_desk.h"
#include "core/attendance/absence_desk.h"
#include "core/attendance/attendance_desk.h"
#include "core/beds/bed_desk.h"
#include "core/care/timeline.h"
#include "core/centre/settings.h"
#include "core/centre/site_desk.h"
#include "core/devices/device_desk.h"
#include "core/elders/elder_desk.h"
#include "core/elders/elder_index.h"
#include "core/elders/elder_wording.h"
#include "core/facilities/evaluation_desk.h"
#include "core/facilities/facility_desk.h"
#include "core/facilities/project_desk.h"
#include "core/health/measurement_desk.h"
#include "core/incidents/incident_desk.h"
#include "core/meals/meal_desk.h"
#include "core/rules/policy_desk.h"
#include "core/security/record_history.h"
#include "core/security/session.h"
#include "core/services/agreement_desk.h"
#include "core/services/booking_desk.h"
#include "core/staff/staff_desk.h"
#include "core/subsidies/settlement_desk.h"
#include "core/visits/visit_desk.h"

#include <QtCore/QHash>

namespace songhe::desktop {

/// What never changes while the program runs: places and the readings of characters.
struct Tables {
    Divisions divisions;
    Readings readings;

    static Result<std::unique_ptr<Tables>> load();
};

/// A signed-in centre with all its desks, wired once. On lock it is destroyed: names and keys leave the memory.
class Books {
public:
    /// Reads the policies and builds the index of names. `tables` outlives the books.
    static Result<std::unique_ptr<Books>> open(std::unique_ptr<Session> session, const Tables& tables);
    ~Books();
    Books(const Books&) = delete;
    Books& operator=(const Books&) = delete;

    Result<void> reloadIndex();
    /// After a setting changed: the policies and the one that the desk follows are read again.
    Result<void> reloadPolicies();
    [[nodiscard]] QString userName(Id<User> user);
    /// Facilities and projects by a part of their code or name.
    struct Place {
        QString name;
        QString kind;
        qint64 id = 0;
    };
    [[nodiscard]] std::vector<Place> places(const QString& text);
    /// Devices by a part of their code.
    [[nodiscard]] std::vector<Place> lendable(const QString& text);

    std::unique_ptr<Session> session;
    const Tables& tables;
    PolicyShelf shelf;
    Wording wording;
    Settings settings;
    SiteDesk sites;
    ElderDesk elders;
    MealOutlook outlook;
    MealDesk meals;
    SettlementDesk settlements;
    FacilityDesk facilities;
    ProjectDesk projects;
    EvaluationDesk evaluations;
    BedDesk beds;
    AbsenceDesk absences;
    AttendanceDesk attendance;
    StaffDesk staff;
    CatalogueDesk catalogue;
    ServiceDesk services;
    BookingDesk bookings;
    AgreementDesk agreements;
    IncidentDesk incidents;
    VisitPlan visitPlan;
    VisitDesk visits;
    HealthPlan healthPlan;
    MeasurementDesk measurements;
    DevicePlan devicePlan;
    DeviceDesk devices;
    Timeline timeline; ///< of one elder
    ScaleShelf scales;
    AssessmentDesk assessments;
    ElderIndex index;
    RecordHistory changes; ///< of one elder's file

private:
    /// What the program's own data files say.
    struct Plans {
        ScaleShelf standards;
        VisitPlan visits;
        HealthPlan health;
        DevicePlan devices;
    };
    Books(std::unique_ptr<Session> opened, const Tables& known, PolicyShelf policies, const QString& policy,
          Plans plans);

    QHash<qint64, QString> m_users;
};

} // namespace songhe::desktop
