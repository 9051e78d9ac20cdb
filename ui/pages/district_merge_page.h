// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/record_table_model.h"
#include "ui/pages/district_page_base.h"
#include "ui/pages/sticks.h"

class QLineEdit;

namespace songhe::ui {

class ActionButton;
class TableView;

/// The district's daily work (F2): a stick or folder of packages is judged package by package in a worker; each line
/// says what became of one and, under the table, what to do about it. Receipts are written when all are judged.
class DistrictMergePage : public DistrictPageBase {
    Q_OBJECT

public:
    /// `office` must outlive the page. `sticks` finds where packages may lie; tests hand in their own.
    DistrictMergePage(const Surroundings& around, const DistrictOffice& office, QWidget* parent = nullptr,
                      StickFinder sticks = mountedSticks);

    void refresh() override;
    [[nodiscard]] bool busy() const override { return m_task != nullptr; }

private:
    /// What the worker has judged so far; it puts in, the page takes out.
    struct Judged;

    QWidget* makePlaces();
    QWidget* makeOutcomes();
    QLineEdit* folderLine(QWidget* card, const QString& label, const char* name, const QKeySequence& keys);
    void proposeReceipts();
    void merge();
    void takeJudged();
    void merged(Result<MergeReport> report);
    void showDetail();
    [[nodiscard]] static QString problemWords(const FileOutcome& outcome, const BagProblem& problem);
    [[nodiscard]] static QString statusWords(const FileOutcome& outcome);
    [[nodiscard]] static Tone statusTone(const FileOutcome& outcome);
    [[nodiscard]] static QString adviceFor(const FileOutcome& outcome);
    [[nodiscard]] QString summary(const MergeReport& report) const;

    StickFinder m_findSticks;
    TaskBase* m_task = nullptr;
    std::shared_ptr<Judged> m_judged;
    QString m_proposedReceipts;
    QLineEdit* m_from = nullptr;
    QLineEdit* m_receipts = nullptr;
    ActionButton* m_merge = nullptr;
    RecordTableModel<FileOutcome>* m_outcomes = nullptr;
    TableView* m_table = nullptr;
    QLabel* m_detail = nullptr;
};

} // namespace songhe::ui
