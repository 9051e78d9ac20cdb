// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/importing/roster.h"
#include "ui/models/record_table_model.h"
#include "ui/shell/page.h"

#include <array>

class QLabel;

namespace songhe::ui {

class ActionButton;
class TableView;

/// Every row of a roster with what becomes of it and why; the reasons of the chosen row stand in full below.
class RosterPreviewView : public QWidget {
    Q_OBJECT

public:
    explicit RosterPreviewView(const Surroundings& around, QWidget* parent = nullptr);

    void showReport(const Sheet& sheet, const ColumnPlan& plan, const RosterReport& report, bool update);
    /// Shows the rows of one outcome, or all of them.
    void filter(std::optional<RosterOutcome> outcome);

private:
    struct Row {
        int sheetRow = 0; ///< from 1, as a spreadsheet program counts
        RosterOutcome outcome = RosterOutcome::Accept;
        bool updates = false;
        QString name;
        QString number; ///< masked
        QString person;
        QString reasons;
    };
    [[nodiscard]] Row rowOf(const Sheet& sheet, const ColumnPlan& plan, const JudgedRow& judged, bool update) const;
    void showReasons();

    Surroundings m_around;
    std::vector<Row> m_rows;
    std::array<ActionButton*, 5> m_tabs {};
    RecordTableModel<Row>* m_model = nullptr;
    TableView* m_table = nullptr;
    QLabel* m_reasons = nullptr;
};

} // namespace songhe::ui
