// SPDX-License-Identifier: GPL-3.0-or-later
// The table of pages: which there are, by which keys, and which desk each is given.
#include "app/desktop/desktop.h"

#include "core/base/language.h"
#include "core/exchange/package_repository.h"
#include "core/exchange/receipt_repository.h"
#include "core/security/user_repository.h"
#include "ui/dialogs/preview_dialog.h"
#include "ui/pages/assessments_page.h"
#include "ui/pages/attendance_page.h"
#include "ui/pages/care_page.h"
#include "ui/pages/claims_page.h"
#include "ui/pages/elders_page.h"
#include "ui/pages/facilities_page.h"
#include "ui/pages/meals_page.h"
#include "ui/pages/package_page.h"
#include "ui/pages/services_page.h"
#include "ui/pages/settings_page.h"
#include "ui/pages/today_page.h"
#include "ui/pages/visits_page.h"
#include "ui/printing/assessment_paper.h"
#include "ui/printing/record_papers.h"
#include "ui/printing/visit_paper.h"

using namespace Qt::StringLiterals;

namespace songhe::desktop {

namespace {

using PaperMade = Result<std::unique_ptr<printing::Paper>>;

PaperMade assessmentPaper(Result<printing::AssessmentSheetData> data)
{
    if (!data)
        return fail(std::move(data).error());
    ASSIGN_OR_RETURN(std::unique_ptr<printing::Paper> paper, printing::AssessmentPaper::make(*std::move(data)));
    return paper;
}

ui::TodayPage::DueCounts dueAssessments(Books& books, QDate today)
{
    ui::TodayPage::DueCounts counts;
    const auto days = books.settings.value(u"assessment.warn_days"_s);
    const auto due = books.assessments.dueOn(today, days ? days->toInt() : 0);
    if (!due)
        return counts;
    for (const DueAssessment& one : *due) { // soonest first
        if (!one.expired && counts.soon == 0)
            counts.first = one.due.dueOn;
        ++(one.expired ? counts.expired : counts.soon);
    }
    return counts;
}

ui::TodayPage::DueCounts dueCertificates(Books& books, QDate today)
{
    constexpr int warnDays = 60;
    ui::TodayPage::DueCounts counts;
    const auto due = books.staff.expiring(today, warnDays);
    if (!due)
        return counts;
    for (const StaffDesk::Expiring& one : *due) { // soonest first
        const bool expired = one.until < today;
        if (!expired && counts.soon == 0)
            counts.first = one.until;
        ++(expired ? counts.expired : counts.soon);
    }
    return counts;
}

ui::TodayPage::CareCounts careOn(Books& books, QDate today)
{
    ui::TodayPage::CareCounts counts;
    if (const auto due = books.visits.dueOn(today))
        for (const DueVisit& visit : *due)
            ++(visit.due < today ? counts.visitsOverdue : counts.visitsDue);
    if (const auto overdue = books.devices.overdueOn(today))
        counts.devicesOverdue = int(overdue->size());
    return counts;
}

ui::AssessmentsPage::Desks assessmentDesks(Books& books, const ui::Surroundings& near)
{
    return {books.assessments,
            books.elders,
            books.index,
            books.settings,
            books.session->user().id,
            [&books, near](QWidget* over, Id<Assessment> id) {
                ui::preview(near, over,
                            assessmentPaper(printing::AssessmentPaper::gather(*books.session, books.assessments, id)),
                            u"%1 %2.pdf"_s.arg(books.session->centre().code, id.text()));
            },
            [&books, near](QWidget* over, const Scale& scale) {
                ui::preview(near, over, assessmentPaper(printing::AssessmentPaper::emptySheet(*books.session, scale)),
                            u"%1 %2.pdf"_s.arg(books.session->centre().code, scale.id));
            },
            [&books](const Scale& scale, Id<Elder> elder, QDate on) {
                return books.incidents.proposedEvents(scale, elder, on);
            }};
}

/// Everybody who may sign in, but for who is at work.
QStringList otherPeople(Books& books)
{
    QStringList names;
    if (const auto users = UserRepository(books.session->ledger()).list())
        for (const User& user : *users)
            if (user.id != books.session->user().id && !user.recorded.isVoided())
                names << user.name;
    return names;
}

/// A second person proves by her own password who she is; nothing of her stays signed in.
Result<Id<User>> confirmedBy(Books& books, const Clock& clock, const QString& name, const SecureBytes& password)
{
    ASSIGN_OR_RETURN(const std::unique_ptr<Session> second,
                     Session::signInFile(books.session->store().path(), name, password, clock));
    return second->user().id;
}

PaperMade visitPaper(Books& books, const std::vector<DueVisit>& due, QDate on)
{
    ASSIGN_OR_RETURN(printing::VisitSheetData data,
                     printing::VisitPaper::gather(*books.session, books.visitPlan, due, on));
    ASSIGN_OR_RETURN(std::unique_ptr<printing::Paper> paper, printing::VisitPaper::make(std::move(data)));
    return paper;
}

} // namespace

std::vector<ui::PageEntry> Desktop::pages()
{
    Books& books = *m_books;
    const ui::Surroundings near = around();
    return {
        {u"today"_s, tr("Today"), tr("Day"), QKeySequence(Qt::CTRL | Qt::Key_0),
         [&books, near](QWidget* parent) -> ui::Page* {
             return new ui::TodayPage(near,
                                      {books.meals, books.settlements, books.index,
                                       [&books] {
                                           QStringList quarters;
                                           if (const auto list = PackageRepository(books.session->ledger()).list())
                                               for (const Package& package : *list)
                                                   quarters.append(package.quarter);
                                           return quarters;
                                       },
                                       [&books, near] { return dueAssessments(books, near.clock.today()); },
                                       [&books, near] { return dueCertificates(books, near.clock.today()); },
                                       [&books, near] { return careOn(books, near.clock.today()); },
                                       [&books] {
                                           const auto open = ReceiptRepository(books.session->ledger()).openItems();
                                           return open ? int(*open) : 0;
                                       }},
                                      parent);
         }},
        {u"meals"_s, tr("Meal desk"), tr("Meals"), QKeySequence(Qt::Key_F2),
         [&books, near](QWidget* parent) -> ui::Page* {
             return new ui::MealsPage(
                 near,
                 {books.meals, books.sites, books.settings, books.index, books.session->centre(),
                  books.session->user().name,
                  [&books](QDate day) {
                      return printing::RecordPapers(*books.session, books.outlook, books.settlements).slipsOn(day);
                  },
                  [&books] { return otherPeople(books); },
                  [&books, near](const QString& name, const SecureBytes& password) {
                      return confirmedBy(books, near.clock, name, password);
                  }},
                 parent);
         }},
        {u"elders"_s, tr("Elders"), tr("Elders"), QKeySequence(Qt::Key_F3),
         [&books, near](QWidget* parent) -> ui::Page* {
             auto* page = new ui::EldersPage(
                 near,
                 {*books.session,
                  books.index,
                  {books.elders,
                   [&books](Id<Elder> elder, const QStringList& families, const std::optional<TimelinePlace>& before,
                            int most) { return books.timeline.page(elder, families, before, most); },
                   books.tables.divisions, books.session->centre().division.left(2) + u"0000"_s,
                   [&books](Id<User> user) { return books.userName(user); }, &books.assessments,
                   [&books](Id<Elder> elder) { return books.settlements.sharesOf(elder); },
                   [&books](Id<Elder> elder, std::optional<qint64> before, int most) {
                       return books.changes.of(elder.value, before, most);
                   },
                   &books.measurements},
                  [&books] { return books.reloadIndex(); }},
                 parent);
             QObject::connect(page, &ui::Page::changed, page, [&books] { books.outlook.forget(); });
             return page;
         }},
        {u"services"_s, tr("Services"), tr("Serve"), QKeySequence(Qt::Key_F4),
         [&books, near](QWidget* parent) -> ui::Page* {
             return new ui::ServicesPage(near,
                                         {*books.session, books.bookings, books.services, books.agreements,
                                          books.catalogue, books.staff, books.sites, books.settings, books.index},
                                         parent);
         }},
        {u"attendance"_s, tr("Day care"), tr("Came"), QKeySequence(Qt::Key_F5),
         [&books, near](QWidget* parent) -> ui::Page* {
             return new ui::AttendancePage(near, {books.attendance, books.absences, books.index}, parent);
         }},
        {u"visits"_s, tr("Visits"), tr("Visit"), QKeySequence(Qt::Key_F7),
         [&books, near](QWidget* parent) -> ui::Page* {
             return new ui::VisitsPage(
                 near,
                 {books.visits, books.staff, books.index,
                  [&books, near](QWidget* over, const std::vector<DueVisit>& due, QDate on) {
                      ui::preview(near, over, visitPaper(books, due, on),
                                  u"%1 visits %2.pdf"_s.arg(books.session->centre().code, on.toString(Qt::ISODate)));
                  }},
                 parent);
         }},
        {u"care"_s, tr("Incidents, health, aids"), tr("Care"), QKeySequence(),
         [&books, near](QWidget* parent) -> ui::Page* {
             return new ui::CarePage(near,
                                     {books.incidents, books.measurements, books.devices, books.staff, books.sites,
                                      books.shelf, books.index},
                                     parent);
         }},
        {u"assessments"_s, tr("Assessments"), tr("Assess"), QKeySequence(Qt::Key_F6),
         [&books, near](QWidget* parent) -> ui::Page* {
             auto* page = new ui::AssessmentsPage(near, assessmentDesks(books, near), parent);
             QObject::connect(page, &ui::Page::changed, page, [&books] { books.outlook.forget(); });
             return page;
         }},
        {u"claims"_s, tr("Claims"), tr("Claim"), QKeySequence(Qt::Key_F8),
         [&books, near](QWidget* parent) -> ui::Page* {
             auto* page = new ui::ClaimsPage(near, *books.session, books.tables.divisions, parent);
             QObject::connect(page, &ui::Page::changed, page, [&books] { books.outlook.forget(); });
             return page;
         }},
        {u"facilities"_s, tr("Facilities and projects"), tr("Places"), QKeySequence(),
         [&books, near](QWidget* parent) -> ui::Page* {
             return new ui::FacilitiesPage(near,
                                           {books.facilities, books.projects, books.evaluations, books.beds,
                                            books.absences, books.sites, books.index},
                                           parent);
         }},
        {u"package"_s, tr("Quarterly package"), tr("Package"), QKeySequence(Qt::Key_F10),
         [&books, near](QWidget* parent) -> ui::Page* { return new ui::PackagePage(near, *books.session, parent); }},
        {u"settings"_s, tr("Settings"), tr("Setup"), QKeySequence(),
         [this, &books, near](QWidget* parent) -> ui::Page* {
             auto* page = new ui::SettingsPage(near,
                                               {*books.session,
                                                books.settings,
                                                books.sites,
                                                languages(),
                                                ui::SettingsPage::mealPolicies(books.shelf),
                                                {},
                                                &books.assessments},
                                               parent);
             QObject::connect(page, &ui::Page::changed, page, [this, &books] {
                 if (const auto done = books.reloadPolicies(); !done)
                     m_asker->tell(done.error());
                 watchIdleness();
             });
             // Queued: the page that tells it goes away with the window's content.
             connect(page, &ui::SettingsPage::looksChanged, this, &Desktop::looksChanged, Qt::QueuedConnection);
             return page;
         }},
    };
}

} // namespace songhe::desktop
