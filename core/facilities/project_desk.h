// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/facilities/facility_repository.h"
#include "core/facilities/project_repository.h"

#include <QtCore/QCoreApplication>

namespace songhe {

/// Projects, their costs and acceptances. Each call is one transaction.
class ProjectDesk {
    Q_DECLARE_TR_FUNCTIONS(songhe::ProjectDesk)

public:
    explicit ProjectDesk(Ledger& ledger)
        : m_ledger(ledger)
        , m_facilities(ledger)
        , m_projects(ledger)
    { }

    Result<Project> add(Project project);
    Result<Project> edit(Project project);
    Result<Project> voidProject(Id<Project> id, const QString& reason);
    Result<std::vector<Project>> list() { return m_projects.list(); }
    /// By code or by id as text; empty: the centre's only one.
    Result<Project> resolve(const QString& codeOrId);

    /// An invoice is used once: the second is `Conflict` and names the first.
    Result<CostItem> add(CostItem cost);
    Result<CostItem> edit(CostItem cost);
    Result<CostItem> voidCost(Id<CostItem> id, const QString& reason);
    Result<std::vector<CostItem>> costs() { return m_projects.costs(); }

    /// A project is accepted once; what did not pass before may stand beside it.
    Result<Acceptance> add(Acceptance acceptance);
    Result<Acceptance> edit(Acceptance acceptance);
    Result<Acceptance> voidAcceptance(Id<Acceptance> id, const QString& reason);
    Result<std::vector<Acceptance>> acceptances() { return m_projects.acceptances(); }

private:
    Result<void> check(Project& project);
    Result<void> check(CostItem& cost);
    Result<void> check(const Acceptance& acceptance);
    Result<void> needFacility(const std::optional<Id<Facility>>& facility);
    Result<Project> needProject(Id<Project> project);
    Result<void> notToCome(QDate day);

    Ledger& m_ledger;
    FacilityRepository m_facilities;
    ProjectRepository m_projects;
};

} // namespace songhe
