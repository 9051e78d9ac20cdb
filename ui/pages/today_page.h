// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/elders/elder_index.h"
#include "core/meals/meal_desk.h"
#include "core/subsidies/settlement_desk.h"
#include "ui/shell/page.h"

class QLabel;
class QVBoxLayout;

namespace songhe::ui {

class DayBars;

/// Ctrl+0: what happened so far today, what is to be done and by when, and how the last four weeks went.
class TodayPage : public Page {
    Q_OBJECT

public:
    struct DueCounts {
        int soon = 0;
        int expired = 0;
        QDate first; ///< the first one that ends, of those due soon
    };

    /// What of the care of elders waits today.
    struct CareCounts {
        int visitsDue = 0;
        int visitsOverdue = 0;
        int devicesOverdue = 0;
    };

    struct Desks {
        MealDesk& meals;
        SettlementDesk& settlements;
        const ElderIndex& elders;
        /// Quarters (2021Q3) whose package is written; empty function: not known.
        std::function<QStringList()> writtenQuarters;
        /// Re-assessments that are due soon or overdue; empty function: not known.
        std::function<DueCounts()> dueAssessments = {};
        /// Certificates of the staff that end soon or have ended; empty function: not known.
        std::function<DueCounts()> dueCertificates = {};
        std::function<CareCounts()> care = {};
        /// Open lines of the work-list that receipts brought; empty function: not known.
        std::function<int()> receiptItems = {};
    };

    TodayPage(const Surroundings& around, Desks desks, QWidget* parent = nullptr);

    void refresh() override;

private:
    /// One line of what is to be done, with the page on which it is done.
    struct ToDo {
        QString pill;
        Tone tone = Tone::Plain;
        QString text;
        QString act;
        QString page;
    };

    QLabel* addCounter(class QHBoxLayout& row, const QString& title, const char* name, QLabel*& below);
    void countToday();
    void drawWeeks();
    void listToDo();
    [[nodiscard]] std::vector<ToDo> toDo();
    void claimsToDo(std::vector<ToDo>& list);
    void packageToDo(std::vector<ToDo>& list);
    void certificatesToDo(std::vector<ToDo>& list);
    void assessmentsToDo(std::vector<ToDo>& list);
    void careToDo(std::vector<ToDo>& list);
    void receiptsToDo(std::vector<ToDo>& list);

    Desks m_desks;
    QLabel* m_eaten = nullptr;
    QLabel* m_eatenBelow = nullptr;
    QLabel* m_month = nullptr;
    QLabel* m_monthBelow = nullptr;
    QLabel* m_people = nullptr;
    QLabel* m_peopleBelow = nullptr;
    QWidget* m_list = nullptr;
    QVBoxLayout* m_lines = nullptr;
    DayBars* m_bars = nullptr;
};

} // namespace songhe::ui
