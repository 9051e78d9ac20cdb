// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/record_table_model.h"
#include "ui/pages/settled_month.h"
#include "ui/shell/page.h"

class QLabel;

namespace songhe::ui {

class TableView;

/// What an auditor would ask about a claim, before it is signed. Enter opens what a finding is about: the line of the
/// claim with its record, the elder's file, or the facility's record.
class ClaimCheckView : public QWidget {
    Q_OBJECT

public:
    explicit ClaimCheckView(const Surroundings& around, QWidget* parent = nullptr);

    void showFindings(const Claim& claim, std::vector<NamedFinding> findings);
    void focusList();

Q_SIGNALS:
    void lineAsked(songhe::Id<songhe::ClaimLine> line);
    void recordAsked(const QString& page, qint64 record);

private:
    void open(const NamedFinding& finding);

    Surroundings m_around;
    QLabel* m_head;
    RecordTableModel<NamedFinding>* m_model;
    TableView* m_table;
};

} // namespace songhe::ui
