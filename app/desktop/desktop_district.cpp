// SPDX-License-Identifier: GPL-3.0-or-later
// The window as a district office: opened by its identity file, with the pages of a district.
#include "app/desktop/desktop.h"

#include "app/desktop/last_district.h"
#include "core/base/language.h"
#include "ui/dialogs/district_start_view.h"
#include "ui/pages/district_centres_page.h"
#include "ui/pages/district_claims_page.h"
#include "ui/pages/district_findings_page.h"
#include "ui/pages/district_merge_page.h"
#include "ui/pages/district_office_page.h"
#include "ui/pages/district_report_page.h"
#include "ui/tasks/task.h"
#include "ui/widgets/task_bar.h"

#include <QtCore/QFileInfo>
#include <QtWidgets/QApplication>

using namespace Qt::StringLiterals;

namespace songhe::desktop {

namespace {

/// Nobody reads persons' files on a desk that was left.
constexpr int districtIdleMinutes = 10;

} // namespace

QString Desktop::districtFile() const
{
    return m_dataDir + u"/district.ini"_s;
}

void Desktop::showDistrictStart()
{
    m_shell = nullptr;
    std::function<void()> toCentre;
    if (m_folder && !m_folder->hasCentre()) // Later: the view goes away, and with it the button that was pressed.
        toCentre = [this] { QMetaObject::invokeMethod(this, &Desktop::showFirstRun, Qt::QueuedConnection); };
    place(new ui::DistrictStartView(
        around(),
        {readLastDistrict(districtFile()), m_dataDir + u"/district/district.db"_s, std::move(toCentre),
         [this](const DistrictPlaces& places) { writeLastDistrict(districtFile(), places); }},
        [this](std::unique_ptr<DistrictOffice> office) {
            // Queued: the view goes away, and with it the task that is just telling.
            auto opened = std::make_shared<std::unique_ptr<DistrictOffice>>(std::move(office));
            QMetaObject::invokeMethod(
                this, [this, opened] { enterDistrict(std::move(*opened)); }, Qt::QueuedConnection);
        },
        this));
}

void Desktop::enterDistrict(std::unique_ptr<DistrictOffice> office)
{
    m_office = std::move(office);
    showDistrict({});
}

void Desktop::showDistrict(const QString& page)
{
    const QString store = m_office->places().store;
    ui::ShellWords words;
    words.centre = m_office->info().name;
    words.person = tr("District office");
    words.note
        = DistrictStore::isServer(store) ? tr("Store: PostgreSQL") : tr("Store: %1").arg(QFileInfo(store).fileName());
    words.find = tr("Find a page");
    showFrame(new ui::Shell(around(), districtPages(), {}, words, this), page);
    m_idle->setMinutes(districtIdleMinutes);
}

/// Keys leave the memory. Long work is not cut off, and a dialog that is open is work half done.
void Desktop::lockDistrict()
{
    for (const ui::TaskBase* task : findChildren<ui::TaskBase*>())
        if (task->running()) {
            m_idle->touch();
            return;
        }
    for (const QWidget* top : QApplication::topLevelWidgets())
        if (top->isVisible() && top != this && top != m_help && top->windowType() == Qt::Dialog) {
            m_idle->touch();
            return;
        }
    delete m_help;
    delete takeCentralWidget();
    m_shell = nullptr;
    m_office.reset();
    m_idle->setMinutes(0);
    showDistrictStart();
}

/// What shows how far it is may take long; whatever else runs is a moment's reading.
bool Desktop::mayCloseDistrict() const
{
    const auto bars = findChildren<ui::TaskBar*>();
    return !m_office || std::none_of(bars.begin(), bars.end(), [](const ui::TaskBar* bar) { return !bar->isHidden(); })
        || m_asker->confirm({tr("Packages are being judged. Stop that and close?"),
                             tr("What was merged stays merged; merging the same folder again goes on from there."),
                             tr("Stop and close"), tr("Go on judging")});
}

void Desktop::districtLooks(const ui::DistrictOfficePage::Looks& looks)
{
    m_looks = {looks.language, looks.textPercent, looks.highContrast};
    m_looks.write(m_dataDir + u"/looks.ini"_s);
    const QString page = m_shell ? m_shell->currentPage() : QString();
    applyLooks();
    showDistrict(page);
}

std::vector<ui::PageEntry> Desktop::districtPages()
{
    const ui::Surroundings near = around();
    const DistrictOffice& office = *m_office;
    return {
        {u"merge"_s, tr("Merge packages"), tr("Merge"), QKeySequence(Qt::Key_F2),
         [&office, near](QWidget* parent) -> ui::Page* { return new ui::DistrictMergePage(near, office, parent); }},
        {u"findings"_s, tr("Findings"), tr("Finds"), QKeySequence(Qt::Key_F3),
         [&office, near](QWidget* parent) -> ui::Page* { return new ui::DistrictFindingsPage(near, office, parent); }},
        {u"centres"_s, tr("Centres"), tr("List"), QKeySequence(Qt::Key_F4),
         [&office, near](QWidget* parent) -> ui::Page* { return new ui::DistrictCentresPage(near, office, parent); }},
        {u"districtclaims"_s, tr("Decide claims"), tr("Decide"), QKeySequence(Qt::Key_F8),
         [&office, near](QWidget* parent) -> ui::Page* { return new ui::DistrictClaimsPage(near, office, parent); }},
        {u"districtreport"_s, tr("Report"), tr("Report"), QKeySequence(Qt::Key_F9),
         [&office, near](QWidget* parent) -> ui::Page* { return new ui::DistrictReportPage(near, office, parent); }},
        {u"office"_s, tr("This office"), tr("Office"), QKeySequence(),
         [this, &office, near](QWidget* parent) -> ui::Page* {
             auto* page = new ui::DistrictOfficePage(
                 near, office, languages(), {m_looks.language, m_looks.textPercent, m_looks.highContrast}, parent);
             // Queued: the page that tells it goes away with the window's content.
             connect(page, &ui::DistrictOfficePage::looksChosen, this, &Desktop::districtLooks, Qt::QueuedConnection);
             return page;
         }},
    };
}

} // namespace songhe::desktop
