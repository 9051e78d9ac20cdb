// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/attendance/absence_desk.h"
#include "core/rules/policy_shelf.h"
#include "tests/support/catch.h"
#include "tests/ui/support/built_index.h"
#include "tests/ui/support/keys.h"
#include "tests/ui/support/opened_centre.h"
#include "ui/pages/attendance_page.h"
#include "ui/pages/care_page.h"
#include "ui/pages/health_view.h"
#include "ui/pages/visits_page.h"
#include "ui/widgets/edits.h"
#include "ui/widgets/table_view.h"

#include <QtTest/QTest>
#include <QtWidgets/QLabel>
#include <QtWidgets/QListWidget>
#include <QtWidgets/QPushButton>

namespace songhe::ui {

using namespace Qt::StringLiterals;

/// The pages of a day over one centre; one is shown at a time.
struct CareFixture : OpenedCentre {
    explicit CareFixture(int percent = 100)
        : OpenedCentre(percent)
        , wang(elder(u"王秀英"_s, u"subsistence"_s))
        , li(elder(u"李桂芳"_s, u"low_income"_s))
    {
        REQUIRE(visitPlan);
        REQUIRE(healthPlan);
        REQUIRE(devicePlan);
        REQUIRE(shelf);
        index = builtIndex(session().ledger(), readings);
    }

    template <typename P> P& show(std::unique_ptr<P> made)
    {
        P& shown = *made;
        page = std::move(made);
        showLarge(shown);
        REQUIRE(QTest::qWaitForWindowActive(&shown));
        shown.refresh();
        return shown;
    }
    AttendancePage& attendancePage()
    {
        return show(std::make_unique<AttendancePage>(around, AttendancePage::Desks {attendance, absences, *index}));
    }
    VisitsPage& visitsPage()
    {
        return show(std::make_unique<VisitsPage>(
            around,
            VisitsPage::Desks {visits, staff, *index, [this](QWidget*, const std::vector<DueVisit>& due, QDate) {
                                   printed += int(due.size());
                               }}));
    }
    CarePage& carePage()
    {
        return show(std::make_unique<CarePage>(
            around, CarePage::Desks {incidents, measurements, devices, staff, sites, *shelf, *index}));
    }

    void press(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QWidget* at = page->focusWidget() ? page->focusWidget() : page.get();
        QTest::keyClick(at, Qt::Key(key), modifiers);
        ui::settle();
    }
    void tab(const char* name)
    {
        page->findChild<QPushButton*>(u"tab_"_s + QLatin1String(name))->click();
        ui::settle();
    }
    QLineEdit* line(const char* key)
    {
        for (auto* each : page->findChildren<QLineEdit*>(QString::fromLatin1(key)))
            if (each->isVisible())
                return each;
        return nullptr;
    }
    QComboBox* box(const char* key)
    {
        for (auto* each : page->findChildren<QComboBox*>(QString::fromLatin1(key)))
            if (each->isVisible())
                return each;
        return nullptr;
    }
    /// Types initials into a field that searches elders, and takes the first found.
    void find(const char* key, const QString& typed)
    {
        QTest::keyClicks(line(key), typed);
        QTest::keyClick(line(key), Qt::Key_Return);
        ui::settle();
    }
    QTableView* list(const char* name) { return page->findChild<QTableView*>(QString::fromLatin1(name)); }
    QString cell(const char* name, int row, int column)
    {
        return list(name)->model()->index(row, column).data().toString();
    }
    QString said(const char* name)
    {
        for (auto* each : page->findChildren<QLabel*>(QString::fromLatin1(name)))
            if (each->isVisible())
                return each->text();
        return {};
    }

    Id<Elder> wang, li;
    Result<Readings> readings = Readings::load();
    Result<VisitPlan> visitPlan = VisitPlan::builtIn();
    Result<HealthPlan> healthPlan = HealthPlan::builtIn();
    Result<DevicePlan> devicePlan = DevicePlan::builtIn();
    Result<PolicyShelf> shelf = PolicyShelf::builtIn();
    std::unique_ptr<ElderIndex> index;
    AttendanceDesk attendance {session().ledger()};
    AbsenceDesk absences {session().ledger()};
    VisitDesk visits {session().ledger(), *visitPlan};
    IncidentDesk incidents {session().ledger()};
    MeasurementDesk measurements {session().ledger(), *healthPlan};
    DeviceDesk devices {session().ledger(), *devicePlan};
    StaffDesk staff {session().ledger()};
    SiteDesk sites {session().ledger()};
    int printed = 0;
    std::unique_ptr<Page> page;
};

} // namespace songhe::ui
