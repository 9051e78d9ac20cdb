// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/centre/site.h"
#include "core/importing/meal_grid_desk.h"
#include "core/security/session.h"
#include "ui/dialogs/import_dialog.h"
#include "ui/models/record_table_model.h"

class QComboBox;

namespace songhe::ui {

class ChoiceBox;
class TableView;

/// Brings the meals of a month in from the grid a centre keeps (names down, days across): what it would write, who is
/// not known, what is doubtful; then writes all of it or nothing.
class MealGridDialog : public ImportDialog {
    Q_OBJECT

public:
    /// `session` must outlive the dialog. `file` may be empty: the dialog asks for it.
    MealGridDialog(const Surroundings& around, Session& session, const QString& file = {}, QWidget* parent = nullptr);

    /// Reads that file and shows what it would write.
    void read(const QString& file);

protected:
    void next() override;
    void prepare(int step) override;

private:
    /// One line of the table, or the table as a whole, with what a person should look at.
    struct Remark {
        QString row;
        QString name;
        QString text;
    };
    struct Judged {
        std::shared_ptr<const Workbook> workbook;
        MealGridReport report;
        std::vector<Remark> remarks;
    };

    static Result<Judged> judge(const QString& file, Id<Site> site, Session& books, Progress& progress);
    QWidget* makeStart();
    QWidget* makePreview();
    QWidget* makeResult();
    void showReport();
    void carryOut();
    [[nodiscard]] Id<Site> site() const;

    Session& m_session;
    QString m_fileName;
    std::optional<Judged> m_judged;

    ChoiceBox* m_site = nullptr;
    QLabel* m_what = nullptr;
    QLabel* m_counts = nullptr;
    RecordTableModel<Remark>* m_model = nullptr;
    TableView* m_table = nullptr;
    QLabel* m_answer = nullptr;
    QLabel* m_after = nullptr;
};

} // namespace songhe::ui
