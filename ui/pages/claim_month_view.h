// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/elders/fact.h"
#include "core/meals/meal.h"
#include "ui/models/record_table_model.h"
#include "ui/pages/settled_month.h"
#include "ui/shell/page.h"

#include <array>

class QLabel;
class QStackedWidget;
class QVBoxLayout;

namespace songhe::ui {

class ActionButton;
class Pill;
class TableView;

/// Why one meal is paid or not: the elder and the facts that held on that day, the meal and who recorded it.
struct LineFacts {
    struct Told {
        Fact fact;
        QString value; ///< in words
        bool decided = false;
    };
    SettledLine line;
    Elder elder;
    Meal meal;
    QString recordedBy;
    std::vector<Told> facts;
};

/// A settled month: what it comes to, every meal with its reason, and beside them the sums or the facts of one line.
class ClaimMonthView : public QWidget {
    Q_OBJECT

public:
    explicit ClaimMonthView(const Surroundings& around, QWidget* parent = nullptr);

    void showMonth(const SettledMonth& month);
    /// Kept, not kept, or kept with other lines.
    void showState(const SettledMonth& month);
    void showFacts(const LineFacts& facts);
    /// False where none were open.
    bool closeFacts();
    void focusLines();

Q_SIGNALS:
    void opened(const songhe::ui::SettledLine& line);

private:
    enum class Shown { All, Paid, NotPaid, Held };

    QWidget* makeFigures();
    QWidget* makeLines();
    QWidget* makeSide();
    void filter(Shown shown);
    void showSums(const SettledMonth& month);
    void addSums(const QString& title, const std::vector<SettledSum>& sums, bool money);
    void addFact(const LineFacts::Told& told);
    void clearSide();
    [[nodiscard]] QVBoxLayout* sideColumn() const { return m_side; }

    Surroundings m_around;
    std::vector<SettledLine> m_lines;
    std::optional<SettledMonth> m_month; ///< without lines, for going back to the sums
    bool m_factsOpen = false;

    QLabel* m_total = nullptr;
    QLabel* m_capitals = nullptr;
    QLabel* m_paid = nullptr;
    QLabel* m_people = nullptr;
    QLabel* m_refused = nullptr;
    QLabel* m_held = nullptr;
    Pill* m_state = nullptr;
    QLabel* m_stateWhen = nullptr;
    std::array<ActionButton*, 4> m_filters {};
    RecordTableModel<SettledLine>* m_model = nullptr;
    TableView* m_table = nullptr;
    QLabel* m_sideTitle = nullptr;
    ActionButton* m_back = nullptr;
    QWidget* m_sideContent = nullptr;
    QVBoxLayout* m_side = nullptr;
};

} // namespace songhe::ui
