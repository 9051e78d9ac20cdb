// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/record_table_model.h"
#include "ui/pages/district_page_base.h"
#include "ui/printing/district_report_paper.h"

namespace songhe::ui {

class ActionButton;
class TableView;

/// What the store holds (F9): a line for each centre, and beside it the records by kind of the chosen one or of all.
/// Ctrl+P prints the overview.
class DistrictReportPage : public DistrictPageBase {
    Q_OBJECT

public:
    /// `office` must outlive the page.
    DistrictReportPage(const Surroundings& around, const DistrictOffice& office, QWidget* parent = nullptr);

    void refresh() override;

private:
    struct Read {
        QJsonObject report;
        int findings = 0;
    };
    struct Count {
        QString label;
        qint64 records = 0;
    };

    void makeList(Card& card);
    void makeCounts(Card& card);
    void showRead(Read made);
    void showCounts();
    void print();

    Read m_read;
    ActionButton* m_print = nullptr;
    RecordTableModel<printing::DistrictReportLine>* m_lines = nullptr;
    TableView* m_table = nullptr;
    QLabel* m_chosen = nullptr;
    RecordTableModel<Count>* m_counts = nullptr;
    TableView* m_countTable = nullptr;
};

} // namespace songhe::ui
