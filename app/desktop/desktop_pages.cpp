// SPDX-License-Identifier: GPL-3.0-or-later
// The table of pages: which there are, by which keys, and which desk each is given.
#include "app/desktop/desktop.h"

#include "core/base/language.h"
#include "core/exchange/package_repository.h"
#include "ui/pages/claims_page.h"
#include "ui/pages/elders_page.h"
#include "ui/pages/facilities_page.h"
#include "ui/pages/meals_page.h"
#include "ui/pages/package_page.h"
#include "ui/pages/settings_page.h"
#include "ui/pages/today_page.h"

using namespace Qt::StringLiterals;

namespace songhe::desktop {

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
                                       }},
                                      parent);
         }},
        {u"meals"_s, tr("Meal desk"), tr("Meals"), QKeySequence(Qt::Key_F2),
         [&books, near](QWidget* parent) -> ui::Page* {
             return new ui::MealsPage(near,
                                      {books.meals, books.sites, books.settings, books.index, books.session->centre(),
                                       books.session->user().name},
                                      parent);
         }},
        {u"elders"_s, tr("Elders"), tr("Elders"), QKeySequence(Qt::Key_F3),
         [&books, near](QWidget* parent) -> ui::Page* {
             auto* page = new ui::EldersPage(near,
                                             {*books.session,
                                              books.index,
                                              {books.elders, books.meals, books.tables.divisions,
                                               books.session->centre().division.left(2) + u"0000"_s,
                                               [&books](Id<User> user) { return books.userName(user); }},
                                              [&books] { return books.reloadIndex(); }},
                                             parent);
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
             auto* page = new ui::SettingsPage(
                 near, {*books.session, books.settings, books.sites, languages(), books.shelf.ids(), {}}, parent);
             QObject::connect(page, &ui::Page::changed, page, [this, &books] {
                 if (const auto done = books.reloadPolicies(); !done)
                     m_asker->tell(done.error());
             });
             // Queued: the page that tells it goes away with the window's content.
             connect(page, &ui::SettingsPage::looksChanged, this, &Desktop::looksChanged, Qt::QueuedConnection);
             return page;
         }},
    };
}

} // namespace songhe::desktop
