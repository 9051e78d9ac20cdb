// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/facilities_page.h"

using namespace Qt::StringLiterals;

namespace songhe::ui {

FacilitiesPage::FacilitiesPage(const Surroundings& around, Desks desks, QWidget* parent)
    : RecordSections(around, tr("Facilities and projects"), desks.index, parent)
    , m_desks(desks)
{
    makePlaces();
    makePapers();
    makeBeds();
    begin();
}

void FacilitiesPage::makePlaces()
{
    add<Facility>(
        {tr("Facilities"),
         "facilities",
         columns<Facility>({"code", "name", "kind", "locality", "division", "from_on", "operated_by"}),
         {"code", "name", "kind", "locality", "division", "district", "site_id", "from_on", "to_on", "operator_kind",
          "operated_by"},
         tr("No facility is recorded yet"),
         [this] { return m_desks.facilities.list(); },
         [this](const Facility& record) { return m_desks.facilities.add(record); },
         [this](const Facility& record) { return m_desks.facilities.edit(record); },
         [this](Id<Facility> id, const QString& reason) { return m_desks.facilities.voidFacility(id, reason); }});
    add<Premises>(
        {tr("Premises"),
         "premises",
         columns<Premises>({"facility_id", "location", "area_dm2", "beds", "use", "tenure", "from_on", "to_on"}),
         {"facility_id", "area_dm2", "location", "beds", "use", "tenure", "estate", "consent_on", "from_on", "to_on"},
         tr("No premises are recorded yet"),
         [this] { return m_desks.facilities.premises(); },
         [this](const Premises& record) { return m_desks.facilities.add(record); },
         [this](const Premises& record) { return m_desks.facilities.edit(record); },
         [this](Id<Premises> id, const QString& reason) { return m_desks.facilities.voidPremises(id, reason); }});
    add<Project>(
        {tr("Projects"),
         "projects",
         columns<Project>({"code", "name", "facility_id", "kind", "completed_on", "approved_fen", "bound_until"}),
         {"code", "name", "facility_id", "kind", "started_on", "completed_on", "area_dm2", "households",
          "investment_fen", "approved_fen", "approved_on", "document", "bound_until", "use_changed_on", "papers"},
         tr("No project is recorded yet"),
         [this] { return m_desks.projects.list(); },
         [this](const Project& record) { return m_desks.projects.add(record); },
         [this](const Project& record) { return m_desks.projects.edit(record); },
         [this](Id<Project> id, const QString& reason) { return m_desks.projects.voidProject(id, reason); }});
}

void FacilitiesPage::makePapers()
{
    add<CostItem>({tr("Costs"),
                   "costs",
                   columns<CostItem>({"paid_on", "kind", "amount_fen", "invoice", "project_id", "facility_id"}),
                   {"kind", "amount_fen", "paid_on", "invoice", "project_id", "facility_id", "payee", "note"},
                   tr("No cost is recorded yet"),
                   [this] { return m_desks.projects.costs(); },
                   [this](const CostItem& record) { return m_desks.projects.add(record); },
                   [this](const CostItem& record) { return m_desks.projects.edit(record); },
                   [this](Id<CostItem> id, const QString& reason) { return m_desks.projects.voidCost(id, reason); }});
    add<Acceptance>(
        {tr("Acceptances"),
         "acceptances",
         columns<Acceptance>({"project_id", "decided_on", "passed", "area_dm2", "beds", "accepted_by"}),
         {"project_id", "decided_on", "passed", "area_dm2", "beds", "accepted_by", "document", "note"},
         tr("No acceptance is recorded yet"),
         [this] { return m_desks.projects.acceptances(); },
         [this](const Acceptance& record) { return m_desks.projects.add(record); },
         [this](const Acceptance& record) { return m_desks.projects.edit(record); },
         [this](Id<Acceptance> id, const QString& reason) { return m_desks.projects.voidAcceptance(id, reason); }});
    add<Evaluation>(
        {tr("Evaluations"),
         "evaluations",
         columns<Evaluation>({"year", "facility_id", "site_id", "scheme", "grade", "evaluator", "agency"}),
         {"year", "scheme", "facility_id", "site_id", "grade", "evaluator", "agency", "evaluated_on", "to_on",
          "granted_fen", "note"},
         tr("No evaluation is recorded yet"),
         [this] { return m_desks.evaluations.evaluations(); },
         [this](const Evaluation& record) { return m_desks.evaluations.add(record); },
         [this](const Evaluation& record) { return m_desks.evaluations.edit(record); },
         [this](Id<Evaluation> id, const QString& reason) { return m_desks.evaluations.voidEvaluation(id, reason); }});
    add<Budget>(
        {tr("Budgets"),
         "budgets",
         columns<Budget>({"year", "purpose", "payer", "amount_fen", "facility_id", "project_id", "document"}),
         {"year", "purpose", "payer", "amount_fen", "decided_on", "document", "facility_id", "project_id", "note"},
         tr("No budget is recorded yet"),
         [this] { return m_desks.evaluations.budgets(); },
         [this](const Budget& record) { return m_desks.evaluations.add(record); },
         [this](const Budget& record) { return m_desks.evaluations.edit(record); },
         [this](Id<Budget> id, const QString& reason) { return m_desks.evaluations.voidBudget(id, reason); }});
}

void FacilitiesPage::makeBeds()
{
    // What ended more than a year ago is found in the elder's file and in the package.
    const auto recent = [this] { return DaySpan {today().addYears(-1), std::nullopt}; };
    add<BedStay>({tr("Bed stays"),
                  "bedStays",
                  columns<BedStay>({"elder_id", "facility_id", "bed", "kind", "from_on", "to_on"}),
                  {"elder_id", "facility_id", "bed", "kind", "from_on", "to_on", "note"},
                  tr("No bed stay is recorded for the last year"),
                  [this, recent] { return m_desks.beds.staysIn(recent()); },
                  [this](const BedStay& record) { return m_desks.beds.add(record); },
                  [this](const BedStay& record) { return m_desks.beds.edit(record); },
                  [this](Id<BedStay> id, const QString& reason) { return m_desks.beds.voidStay(id, reason); }});
    add<HomeCareBed>(
        {tr("Beds at home"),
         "homeBeds",
         columns<HomeCareBed>({"elder_id", "facility_id", "bed", "from_on", "to_on", "accepted_on"}),
         {"elder_id", "facility_id", "bed", "accepted_on", "from_on", "to_on", "note"},
         tr("No bed at home is recorded for the last year"),
         [this, recent] { return m_desks.beds.homeBedsIn(recent()); },
         [this](const HomeCareBed& record) { return m_desks.beds.add(record); },
         [this](const HomeCareBed& record) { return m_desks.beds.edit(record); },
         [this](Id<HomeCareBed> id, const QString& reason) { return m_desks.beds.voidHomeBed(id, reason); }});
    add<Absence>({tr("Absences"),
                  "absences",
                  columns<Absence>({"elder_id", "reason", "from_on", "to_on", "note"}),
                  {"elder_id", "reason", "from_on", "to_on", "note"},
                  tr("No absence is recorded for the last year"),
                  [this, recent] { return m_desks.absences.listIn(recent()); },
                  [this](const Absence& record) { return m_desks.absences.add(record); },
                  [this](const Absence& record) { return m_desks.absences.edit(record); },
                  [this](Id<Absence> id, const QString& reason) { return m_desks.absences.voidAbsence(id, reason); }});
}

std::vector<Found> FacilitiesPage::allOf(const QString& family) const
{
    std::vector<Found> all;
    const auto take = [&](const auto& records) {
        if (!records)
            return;
        for (const auto& each : *records)
            all.push_back({u"%1  %2"_s.arg(each.code, each.name), {}, {}, each.id.value});
    };
    if (family == u"facility")
        take(m_desks.facilities.list());
    else if (family == u"project")
        take(m_desks.projects.list());
    else
        take(m_desks.sites.list());
    return all;
}

} // namespace songhe::ui
