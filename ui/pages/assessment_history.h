// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/assessments/assessment_desk.h"
#include "ui/models/record_table_model.h"
#include "ui/shell/page.h"

class QLabel;

namespace songhe::ui {

class Card;
class ChoiceBox;
class LineChart;
class TableView;

/// These columns share what the others leave. Call it after `fitColumns`.
void shareWidth(TableView& table, std::initializer_list<int> columns);

/// All assessments of one elder: the levels over time, one chart a standard since levels are never converted, the list
/// of sheets, and two of them side by side, item by item.
class AssessmentHistory : public QWidget {
    Q_OBJECT

public:
    AssessmentHistory(const Surroundings& around, AssessmentDesk& desk, QWidget* parent = nullptr);

    void show(Id<Elder> elder);
    [[nodiscard]] Id<Elder> elder() const { return m_elder; }
    void focusList();

Q_SIGNALS:
    void opened(qint64 assessment);

private:
    QWidget* makeSheets();
    QWidget* makeComparison();
    void drawCharts();
    void fillChoices();
    void compare();
    [[nodiscard]] const Assessment* chosen(const ChoiceBox& box) const;

    Surroundings m_around;
    AssessmentDesk& m_desk;
    Id<Elder> m_elder;
    std::vector<Assessment> m_list;
    std::vector<std::pair<const Scale*, LineChart*>> m_charts;
    std::vector<QLabel*> m_chartTitles;
    RecordTableModel<Assessment>* m_sheets = nullptr;
    TableView* m_sheetTable = nullptr;
    ChoiceBox* m_left = nullptr;
    ChoiceBox* m_right = nullptr;
    QLabel* m_message = nullptr;
    RecordTableModel<SheetDifference>* m_lines = nullptr;
    TableView* m_lineTable = nullptr;
};

} // namespace songhe::ui
