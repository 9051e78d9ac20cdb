// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/divisions/divisions.h"
#include "core/importing/roster_desk.h"
#include "core/security/session.h"
#include "ui/dialogs/import_dialog.h"

namespace songhe::ui {

class RosterColumnsView;
class RosterPreviewView;

/// Brings elders in from the table a centre has: file, columns (proposed, changeable, remembered), preview of every row
/// with what becomes of it and why, import in one transaction, result with the refused rows as a workbook.
class RosterImportDialog : public ImportDialog {
    Q_OBJECT

public:
    /// `session` and `divisions` must outlive the dialog. `file` may be empty: the dialog asks for it.
    RosterImportDialog(const Surroundings& around, Session& session, const Divisions& divisions,
                       const QString& file = {}, QWidget* parent = nullptr);

    /// Reads that file and shows its columns.
    void read(const QString& file);

protected:
    void next() override;
    void prepare(int step) override;

private:
    struct Opened {
        std::shared_ptr<const Workbook> workbook;
        ColumnPlan plan;
    };

    QWidget* makeResult();
    void choose();
    void check();
    void carryOut();
    void showResult(const RosterReport& done);
    void saveRefused();
    [[nodiscard]] int goingIn() const;
    [[nodiscard]] RosterOptions options() const;

    Session& m_session;
    const Divisions& m_divisions;
    std::shared_ptr<const Workbook> m_workbook;
    ColumnPlan m_proposed;
    ColumnPlan m_plan;
    std::optional<RosterReport> m_report;
    QString m_fileName;

    RosterColumnsView* m_columns = nullptr;
    RosterPreviewView* m_preview = nullptr;
    QLabel* m_answer = nullptr;
    QLabel* m_counts = nullptr;
    QLabel* m_refused = nullptr;
    ActionButton* m_save = nullptr;
};

} // namespace songhe::ui
