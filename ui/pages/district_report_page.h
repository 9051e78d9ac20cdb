// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/district/district_office.h"
#include "ui/models/record_table_model.h"
#include "ui/printing/district_report_paper.h"
#include "ui/shell/page.h"

class QLabel;

namespace songhe::ui {

class ActionButton;
class TableView;
class TaskBase;

/// What the store holds (F9): a line for each centre, and beside it the records by kind of the chosen one or of all.
/// Ctrl+P prints the overview.
class DistrictReportPage : public Page {
    Q_OBJECT

public:
    /// `office` must outlive the page.
    DistrictReportPage(const Surroundings& around, const DistrictOffice& office, QWidget* parent = nullptr);

    void refresh() override;
    [[nodiscard]] bool busy() const { return m_task != nullptr; }

private:
    struct Read {
        QJsonObject report;
        int findings = 0;
    };
    struct Count {
        QString label;
        qint64 records = 0;
    };

    void read(Result<Read> read);
    void showCounts();
    void print();

    Surroundings m_surroundings;
    const DistrictOffice& m_office;
    TaskBase* m_task = nullptr;
    bool m_again = false;
    Read m_read;
    ActionButton* m_print = nullptr;
    QLabel* m_message = nullptr;
    RecordTableModel<printing::DistrictReportLine>* m_lines = nullptr;
    TableView* m_table = nullptr;
    QLabel* m_chosen = nullptr;
    RecordTableModel<Count>* m_counts = nullptr;
    TableView* m_countTable = nullptr;
};

} // namespace songhe::ui
