// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/facilities/project.h"

namespace songhe {

template <> std::span<const ChoiceName> choiceNames<ProjectKind>()
{
    static constexpr ChoiceName names[] = {
        {int(ProjectKind::NewBuild), "new_build", "Project", QT_TRANSLATE_NOOP("Project", "new building")},
        {int(ProjectKind::Conversion), "conversion", "Project", QT_TRANSLATE_NOOP("Project", "conversion")},
        {int(ProjectKind::Purchase), "purchase", "Project", QT_TRANSLATE_NOOP("Project", "purchase")},
        {int(ProjectKind::Lease), "lease", "Project", QT_TRANSLATE_NOOP("Project", "lease")},
        {int(ProjectKind::Equipment), "equipment", "Project", QT_TRANSLATE_NOOP("Project", "equipment only")},
    };
    return names;
}

template <> const Schema<Project>& schemaOf<Project>()
{
    static constexpr Field<Project> fields[] = {
        field<&Project::id>({.key = "id", .required = true}),
        field<&Project::code>(
            {.key = "code", .label = QT_TRANSLATE_NOOP("Project", "Code"), .required = true, .maxLength = 20}),
        field<&Project::name>(
            {.key = "name", .label = QT_TRANSLATE_NOOP("Project", "Name"), .required = true, .maxLength = 100}),
        field<&Project::facility>(
            {.key = "facility_id", .label = QT_TRANSLATE_NOOP("Project", "Facility"), .refersTo = "facility"}),
        field<&Project::kind>({.key = "kind", .label = QT_TRANSLATE_NOOP("Project", "Kind"), .required = true}),
        field<&Project::startedOn>({.key = "started_on", .label = QT_TRANSLATE_NOOP("Project", "Begun on")}),
        field<&Project::completedOn>({.key = "completed_on", .label = QT_TRANSLATE_NOOP("Project", "Completed on")}),
        field<&Project::area>({.key = "area_dm2", .label = QT_TRANSLATE_NOOP("Project", "Floor area by plan")}),
        field<&Project::households>(
            {.key = "households", .label = QT_TRANSLATE_NOOP("Project", "Households of the estate")}),
        field<&Project::investment>(
            {.key = "investment_fen", .label = QT_TRANSLATE_NOOP("Project", "Investment budget")}),
        field<&Project::approvedOn>({.key = "approved_on", .label = QT_TRANSLATE_NOOP("Project", "Approved on")}),
        field<&Project::approved>({.key = "approved_fen", .label = QT_TRANSLATE_NOOP("Project", "Subsidy approved")}),
        field<&Project::document>(
            {.key = "document", .label = QT_TRANSLATE_NOOP("Project", "Approval document"), .maxLength = 100}),
        field<&Project::papers>({.key = "papers", .label = QT_TRANSLATE_NOOP("Project", "Papers at hand")}),
        field<&Project::boundUntil>({.key = "bound_until", .label = QT_TRANSLATE_NOOP("Project", "Use bound until")}),
        field<&Project::useChangedOn>(
            {.key = "use_changed_on", .label = QT_TRANSLATE_NOOP("Project", "Use changed on")}),
    };
    static constexpr Schema<Project> schema {{Project::family, "Project", ""}, fields};
    return schema;
}

} // namespace songhe
