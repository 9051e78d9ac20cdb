// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/importing/column_plan.h"
#include "ui/shell/page.h"

class QGridLayout;
class QLabel;

namespace songhe::ui {

class ChoiceBox;
class DayEdit;

/// What each column of a roster holds: as proposed, changeable, with the first values beside it; from which day its
/// facts hold, and whether files that are here already follow it.
class RosterColumnsView : public QWidget {
    Q_OBJECT

public:
    explicit RosterColumnsView(const Surroundings& around, QWidget* parent = nullptr);

    void showPlan(const Workbook& workbook, const ColumnPlan& plan);
    /// The plan with the columns as chosen here.
    [[nodiscard]] ColumnPlan plan() const;
    /// Null where what is typed is no day.
    [[nodiscard]] std::optional<QDate> factsFrom() const;
    [[nodiscard]] bool update() const;

private:
    void addColumn(const Sheet& sheet, int column);

    Surroundings m_around;
    ColumnPlan m_plan;
    QLabel* m_where;
    DayEdit* m_from;
    ChoiceBox* m_update;
    QWidget* m_content;
    QGridLayout* m_grid;
    std::vector<ChoiceBox*> m_choices;
};

} // namespace songhe::ui
