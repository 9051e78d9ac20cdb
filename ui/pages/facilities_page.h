// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/attendance/absence_desk.h"
#include "core/beds/bed_desk.h"
#include "core/centre/site_desk.h"
#include "core/facilities/evaluation_desk.h"
#include "core/facilities/facility_desk.h"
#include "core/facilities/project_desk.h"
#include "ui/pages/record_sections.h"

namespace songhe::ui {

/// Facilities and projects: what a centre keeps besides meals so that its other subsidies can be claimed. A section for
/// each family of records, all alike: a list, a form from the field table, void with a reason.
class FacilitiesPage : public RecordSections {
    Q_OBJECT

public:
    struct Desks {
        FacilityDesk& facilities;
        ProjectDesk& projects;
        EvaluationDesk& evaluations;
        BedDesk& beds;
        AbsenceDesk& absences;
        SiteDesk& sites;
        const ElderIndex& index;
    };

    FacilitiesPage(const Surroundings& around, Desks desks, QWidget* parent = nullptr);

private:
    void makePlaces();
    void makePapers();
    void makeBeds();
    [[nodiscard]] std::vector<Found> allOf(const QString& family) const override;

    Desks m_desks;
};

} // namespace songhe::ui
