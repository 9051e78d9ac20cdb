// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/attendance/absence_desk.h"
#include "core/beds/bed_desk.h"
#include "core/centre/site_desk.h"
#include "core/elders/elder_index.h"
#include "core/facilities/evaluation_desk.h"
#include "core/facilities/facility_desk.h"
#include "core/facilities/project_desk.h"
#include "ui/forms/reference_edit.h"
#include "ui/pages/record_section.h"

#include <QtCore/QHash>

class QHBoxLayout;

namespace songhe::ui {

class ActionButton;

/// Facilities and projects: what a centre keeps besides meals so that its other subsidies can be claimed. A section for
/// each family of records, all alike: a list, a form from the field table, void with a reason.
class FacilitiesPage : public Page {
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

    void refresh() override;
    /// A facility, a project or another record of the lists; the first list that has it is shown.
    void openRecord(qint64 id) override;
    [[nodiscard]] int unsaved() const override;
    bool goBack() override;

private:
    void makeActions();
    void makePlaces();
    void makePapers();
    void makeBeds();
    template <typename R> void add(SectionPlan<R> plan);
    template <typename R> Column<R> column(const char* key) const;
    template <typename R> std::vector<Column<R>> columns(std::initializer_list<const char*> keys) const;
    [[nodiscard]] References references() const;
    [[nodiscard]] std::optional<std::vector<Found>> allOf(const QString& family) const;
    [[nodiscard]] QString nameOf(const QString& family, qint64 id) const;
    [[nodiscard]] RecordSectionBase* section() const;
    void showSection(int index);
    void step(int by);
    void showActions();

    Desks m_desks;
    References m_references;
    mutable QHash<QString, std::vector<Found>> m_few; ///< read once until something changes: lists ask for each cell
    QHBoxLayout* m_tabRow;
    QStackedWidget* m_stack;
    std::vector<RecordSectionBase*> m_sections;
    std::vector<ActionButton*> m_tabs;
    ActionButton* m_new = nullptr;
    ActionButton* m_edit = nullptr;
    ActionButton* m_void = nullptr;
    ActionButton* m_save = nullptr;
    ActionButton* m_back = nullptr;
};

} // namespace songhe::ui
