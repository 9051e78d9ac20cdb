// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/record_table_model.h"
#include "ui/pages/district_page_base.h"

namespace songhe::ui {

class ChoiceBox;
class TableView;

/// What no centre can see alone (F3): a line in words for each finding, by kind and centre, and beside it the records
/// of both sides with what stands in them.
class DistrictFindingsPage : public DistrictPageBase {
    Q_OBJECT

public:
    /// `office` must outlive the page.
    DistrictFindingsPage(const Surroundings& around, const DistrictOffice& office, QWidget* parent = nullptr);

    void refresh() override;
    bool goBack() override;
    [[nodiscard]] bool busy() const override { return DistrictPageBase::busy() || m_evidenceTask != nullptr; }

private:
    /// A row of the evidence: the head of a record, or one of its fields.
    struct Row {
        QString side; ///< the centre, at the head of a record
        QString what;
        QString value;
        bool head = false;
    };

    QWidget* makeList();
    QWidget* makeEvidence();
    void showRead(std::vector<Finding> findings);
    void fillChoices();
    void filter();
    void readEvidence();
    void showEvidence(const Finding& about, Result<std::vector<EvidenceRecord>> records);
    [[nodiscard]] std::vector<Row> rowsOf(const EvidenceRecord& record) const;
    [[nodiscard]] static QString kindWords(const Finding& finding);
    [[nodiscard]] static QString kindKey(const Finding& finding);
    [[nodiscard]] static Tone kindTone(const Finding& finding);
    [[nodiscard]] static QString adviceFor(const Finding& finding);

    TaskBase* m_evidenceTask = nullptr;
    bool m_evidenceAgain = false;
    std::vector<Finding> m_all;
    ChoiceBox* m_kind = nullptr;
    ChoiceBox* m_centre = nullptr;
    RecordTableModel<Finding>* m_findings = nullptr;
    TableView* m_table = nullptr;
    QLabel* m_words = nullptr;
    QLabel* m_advice = nullptr;
    RecordTableModel<Row>* m_evidence = nullptr;
    TableView* m_evidenceTable = nullptr;
};

} // namespace songhe::ui
