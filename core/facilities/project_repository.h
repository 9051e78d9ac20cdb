// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/facilities/acceptance.h"
#include "core/facilities/cost_item.h"
#include "core/storage/record_table.h"

namespace songhe {

/// Projects with what they cost and how they were accepted.
class ProjectRepository {
public:
    explicit ProjectRepository(Ledger& ledger)
        : m_projects(ledger)
        , m_costs(ledger)
        , m_acceptances(ledger)
    { }

    Result<Project> add(const Project& project) { return m_projects.add(project); }
    Result<Project> change(const Project& project) { return m_projects.change(project); }
    Result<Project> voidProject(Id<Project> id, const QString& reason) { return m_projects.voidRecord(id, reason); }
    Result<std::optional<Project>> find(Id<Project> id) { return m_projects.find(id); }
    Result<std::optional<Project>> findByCode(const QString& code);
    /// Not void, by code.
    Result<std::vector<Project>> list();
    Result<std::vector<Project>> listOf(Id<Facility> facility);

    Result<CostItem> add(const CostItem& cost) { return m_costs.add(cost); }
    Result<CostItem> change(const CostItem& cost) { return m_costs.change(cost); }
    Result<CostItem> voidCost(Id<CostItem> id, const QString& reason) { return m_costs.voidRecord(id, reason); }
    Result<std::optional<CostItem>> findCost(Id<CostItem> id) { return m_costs.find(id); }
    Result<std::optional<CostItem>> findInvoice(const QString& invoice);
    /// Not void, by day of payment.
    Result<std::vector<CostItem>> costs();
    Result<std::vector<CostItem>> costsOf(Id<Project> project);
    Result<std::vector<CostItem>> costsOf(Id<Facility> facility, QDate first, QDate last);

    Result<Acceptance> add(const Acceptance& acceptance) { return m_acceptances.add(acceptance); }
    Result<Acceptance> change(const Acceptance& acceptance) { return m_acceptances.change(acceptance); }
    Result<Acceptance> voidAcceptance(Id<Acceptance> id, const QString& reason)
    {
        return m_acceptances.voidRecord(id, reason);
    }
    Result<std::optional<Acceptance>> findAcceptance(Id<Acceptance> id) { return m_acceptances.find(id); }
    Result<std::vector<Acceptance>> acceptances();
    /// The one that passed.
    Result<std::optional<Acceptance>> passedOf(Id<Project> project);

private:
    RecordTable<Project> m_projects;
    RecordTable<CostItem> m_costs;
    RecordTable<Acceptance> m_acceptances;
};

} // namespace songhe
