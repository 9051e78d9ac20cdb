// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/demo_places.h"

#include "core/attendance/absence_desk.h"
#include "core/beds/bed_desk.h"
#include "core/demo/demo_random.h"
#include "core/facilities/evaluation_desk.h"
#include "core/facilities/facility_desk.h"
#include "core/facilities/project_desk.h"
#include "core/staff/staff_desk.h"

namespace songhe {

using namespace Qt::StringLiterals;

namespace {

class DemoPlaces {
public:
    DemoPlaces(Ledger& ledger, quint64 seed)
        : m_random(seed)
        , m_today(ledger.today())
        , m_facilities(ledger)
        , m_projects(ledger)
        , m_evaluations(ledger)
        , m_beds(ledger)
        , m_absences(ledger)
        , m_staff(ledger)
    { }

    Result<void> places(const std::vector<Id<Site>>& sites);
    Result<void> papers(const std::vector<Id<Site>>& sites);
    Result<void> staff();
    Result<void> guests(const std::vector<DemoGuest>& guests);

private:
    /// The same for the same seed, unlike those of the ledger; unique within the family.
    template <typename R> Id<R> id() { return {(qint64(++m_made) << 20) | qint64(m_random.next() & 0xFFFFF)}; }
    Result<Id<Facility>> facility(const QString& code, const QString& name, FacilityKind kind, qint64 squareMetres,
                                  int beds, std::optional<Id<Site>> site);
    Result<void> cost(CostKind kind, qint64 fen, const QString& invoice, bool ofProject);

    DemoRandom m_random;
    QDate m_today;
    FacilityDesk m_facilities;
    ProjectDesk m_projects;
    EvaluationDesk m_evaluations;
    BedDesk m_beds;
    AbsenceDesk m_absences;
    StaffDesk m_staff;
    Id<Facility> m_centre;
    Id<Project> m_project;
    int m_made = 0;
};

Result<Id<Facility>> DemoPlaces::facility(const QString& code, const QString& name, FacilityKind kind,
                                          qint64 squareMetres, int beds, std::optional<Id<Site>> site)
{
    Facility facility;
    facility.id = id<Facility>();
    facility.code = code;
    facility.name = name;
    facility.kind = kind;
    facility.division = u"150204"_s; // 包头市青山区
    facility.site = site;
    facility.from = m_today.addYears(-1).addMonths(-2);
    facility.operatedBy = u"包头市安康养老服务有限公司"_s;
    facility.operatorKind = OperatorKind::Enterprise;
    ASSIGN_OR_RETURN(const Facility added, m_facilities.add(facility));
    Premises rooms;
    rooms.id = id<Premises>();
    rooms.facility = added.id;
    rooms.location = u"友谊大街 %1 号"_s.arg(m_random.between(2, 80));
    rooms.area = {squareMetres * 100 + m_random.roll(100)};
    rooms.beds = beds;
    rooms.tenure = Tenure::Rented;
    rooms.estate = Estate::Existing;
    rooms.from = facility.from;
    RETURN_IF_ERROR(m_facilities.add(rooms));
    return added.id;
}

Result<void> DemoPlaces::places(const std::vector<Id<Site>>& sites)
{
    const auto site
        = [&](std::size_t index) { return index < sites.size() ? std::optional(sites[index]) : std::nullopt; };
    ASSIGN_OR_RETURN(m_centre,
                     facility(u"F1"_s, u"友谊社区综合服务中心"_s, FacilityKind::ServiceCentre, 860, 20, site(0)));
    RETURN_IF_ERROR(facility(u"F2"_s, u"幸福路日间照料中心"_s, FacilityKind::DayCareCentre, 420, 10, site(1)));
    RETURN_IF_ERROR(facility(u"F3"_s, u"青山路养老服务站"_s, FacilityKind::ServiceStation, 360, 0, {}));
    return {};
}

Result<void> DemoPlaces::cost(CostKind kind, qint64 fen, const QString& invoice, bool ofProject)
{
    CostItem cost;
    cost.id = id<CostItem>();
    if (ofProject)
        cost.project = m_project;
    else
        cost.facility = m_centre;
    cost.kind = kind;
    cost.amount = {fen};
    cost.paidOn = m_today.addMonths(ofProject ? -13 : -2);
    cost.invoice = invoice;
    RETURN_IF_ERROR(m_projects.add(cost));
    return {};
}

Result<void> DemoPlaces::papers(const std::vector<Id<Site>>& sites)
{
    Project project;
    project.id = id<Project>();
    project.code = u"X1"_s;
    project.name = u"友谊社区综合服务中心改造"_s;
    project.facility = m_centre;
    project.startedOn = m_today.addMonths(-18);
    project.completedOn = m_today.addMonths(-14);
    project.area = Area {86000};
    project.investment = Fen {42000000};
    project.approved = Fen {25000000};
    project.approvedOn = m_today.addMonths(-19);
    project.papers = {u"申请报告"_s, u"投资预算"_s, u"完工验收印证"_s};
    ASSIGN_OR_RETURN(const Project added, m_projects.add(project));
    m_project = added.id;
    RETURN_IF_ERROR(cost(CostKind::Renovation, 28000000, u"015002000111-00412001"_s, true));
    RETURN_IF_ERROR(cost(CostKind::Equipment, 11500000, u"015002000111-00412002"_s, true));
    RETURN_IF_ERROR(cost(CostKind::Utilities, 1860000, u"015002000111-00519377"_s, false));
    Acceptance acceptance;
    acceptance.id = id<Acceptance>();
    acceptance.project = m_project;
    acceptance.on = m_today.addMonths(-14);
    acceptance.area = Area {86000};
    acceptance.beds = 20;
    acceptance.by = u"青山区民政局"_s;
    RETURN_IF_ERROR(m_projects.add(acceptance));
    const int year = m_today.year() - 1;
    for (const Id<Site> site : sites) {
        Evaluation evaluation;
        evaluation.id = id<Evaluation>();
        evaluation.site = site;
        evaluation.year = year;
        evaluation.grade = m_random.chance(60) ? EvaluationGrade::Excellent : EvaluationGrade::Good;
        evaluation.agency = u"内蒙古信诚评估事务所"_s;
        RETURN_IF_ERROR(m_evaluations.add(evaluation));
    }
    Budget budget;
    budget.id = id<Budget>();
    budget.year = m_today.year();
    budget.purpose = BudgetPurpose::Operating;
    budget.amount = {5000000};
    budget.facility = m_centre;
    RETURN_IF_ERROR(m_evaluations.add(budget));
    return {};
}

Result<void> DemoPlaces::staff()
{
    static constexpr struct {
        const char16_t* name;
        StaffRole role;
        const char* certificate;
    } people[] = {{u"李敏", StaffRole::Manager, nullptr},
                  {u"赵海山", StaffRole::CareWorker, "care_worker"},
                  {u"乌云其木格", StaffRole::CareWorker, "care_worker"},
                  {u"刘桂芳", StaffRole::Cook, "health"}};
    for (const auto& each : people) {
        Staff person;
        person.id = id<Staff>();
        person.name = QString::fromUtf16(each.name);
        person.role = each.role;
        person.from = m_today.addYears(-1);
        person.trainedOn = m_today.addYears(-1).addDays(-7);
        if (each.certificate)
            person.certificates
                = {QJsonObject {{u"kind"_s, QString::fromLatin1(each.certificate)},
                                {u"until"_s, m_today.addMonths(m_random.between(1, 30)).toString(Qt::ISODate)}}};
        RETURN_IF_ERROR(m_staff.add(person));
    }
    return {};
}

/// The frail take the beds: some in the centre, some at home; who is away now has an absence without an end.
Result<void> DemoPlaces::guests(const std::vector<DemoGuest>& guests)
{
    constexpr int mostBeds = 8;
    int stays = 0, homeBeds = 0;
    for (const DemoGuest& guest : guests) {
        if (guest.awayFrom) {
            Absence absence;
            absence.id = id<Absence>();
            absence.elder = guest.id;
            absence.from = *guest.awayFrom;
            absence.reason = guest.frail ? AbsenceReason::Hospital : AbsenceReason::Away;
            RETURN_IF_ERROR(m_absences.add(absence));
        }
        const QDate since = qMax(guest.joined, m_today.addDays(-m_random.between(20, 200)));
        if (!guest.frail)
            continue;
        if (stays < mostBeds && m_random.chance(50)) {
            BedStay stay;
            stay.id = id<BedStay>();
            stay.elder = guest.id;
            stay.facility = m_centre;
            stay.bed = u"%1-%2"_s.arg(201 + stays / 2).arg(1 + stays % 2);
            stay.from = since;
            ++stays;
            RETURN_IF_ERROR(m_beds.add(stay));
        } else if (homeBeds < mostBeds) {
            HomeCareBed bed;
            bed.id = id<HomeCareBed>();
            bed.elder = guest.id;
            bed.facility = m_centre;
            bed.bed = u"JC-%1"_s.arg(++homeBeds, 3, 10, QLatin1Char('0'));
            bed.from = since;
            RETURN_IF_ERROR(m_beds.add(bed));
        }
    }
    return {};
}

} // namespace

Result<void> writeDemoPlaces(Ledger& ledger, quint64 seed, const std::vector<Id<Site>>& sites,
                             const std::vector<DemoGuest>& guests)
{
    DemoPlaces places(ledger, seed);
    RETURN_IF_ERROR(places.places(sites));
    RETURN_IF_ERROR(places.papers(sites));
    RETURN_IF_ERROR(places.staff());
    return places.guests(guests);
}

} // namespace songhe
