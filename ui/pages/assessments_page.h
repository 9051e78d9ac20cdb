// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/assessments/assessment_desk.h"
#include "core/centre/settings.h"
#include "core/elders/elder_desk.h"
#include "ui/models/assessment_rows.h"
#include "ui/models/record_table_model.h"
#include "ui/shell/page.h"

class QLabel;
class QStackedWidget;

namespace songhe::ui {

class ActionButton;
class AssessmentHistory;
class AssessmentSheet;
class AssessmentTablesForm;
class TableView;
enum class SheetPart;

/// F6: ability assessments. What is due, begun or waits for a second keying; the sheet, one key an item and saved with
/// each; its confirmation; the blind second keying and where the two differ; the history of an elder.
class AssessmentsPage : public Page {
    Q_OBJECT

public:
    struct Desks {
        AssessmentDesk& assessments;
        ElderDesk& elders;
        const ElderIndex& index;
        Settings& settings;
        Id<User> user; ///< who is at work: a second keying is for somebody else
        std::function<void(QWidget* over, Id<Assessment>)> print;
        std::function<void(QWidget* over, const Scale&)> printEmpty;
        /// How often what the scale asks for was recorded in the 30 days before; empty: nothing is proposed.
        std::function<Result<QMap<QString, int>>(const Scale&, Id<Elder>, QDate)> events = {};
    };

    AssessmentsPage(const Surroundings& around, Desks desks, QWidget* parent = nullptr);

    void refresh() override;
    /// An assessment, or the history of an elder.
    void openRecord(qint64 id) override;
    [[nodiscard]] int unsaved() const override;
    bool goBack() override;

private:
    enum View { List = 1, Sheet = 2, Keying = 4, Differences = 8, History = 16 };

    void makeActions();
    QWidget* makeList();
    QWidget* makeDifferences();
    void showView(View view);
    void showWhere();
    void say(const QString& text, Tone tone);

    // The list.
    void fillList();
    void filterList();
    void openRow(const AssessmentRow& row);
    void begin(std::optional<Id<Elder>> elder, const QString& standard, AssessmentReason reason);
    void beginNew();
    void chooseEmptySheet();
    [[nodiscard]] QString lastStandard() const;

    // The sheet.
    void openSheet(Id<Assessment> id);
    void showSheet(const Assessment& assessment);
    void fillTables();
    void saveAnswers();
    void saveTables();
    void tickTables(const QString& diagnosis, bool yes);
    void taken(const Assessment& saved);
    void chooseDrawing();
    void confirm();
    void voidSheet();
    void printSheet();
    void showHistory(Id<Elder> elder);
    [[nodiscard]] ScaleChoices choicesFor(const Assessment& assessment);

    // The second keying.
    void openKeying(Id<Assessment> id);
    void compareKeyings();
    void correctSheet();
    void correctKeying();

    Surroundings m_surroundings;
    Desks m_desks;
    View m_view = List;
    std::optional<AssessmentRow::Kind> m_filter;
    std::vector<AssessmentRow> m_rows;
    Assessment m_assessment;
    AssessmentKeying m_keying;

    QLabel* m_message = nullptr;
    QStackedWidget* m_stack = nullptr;
    RecordTableModel<AssessmentRow>* m_model = nullptr;
    TableView* m_table = nullptr;
    std::vector<std::pair<std::optional<AssessmentRow::Kind>, ActionButton*>> m_tabs;
    AssessmentSheet* m_sheet = nullptr;
    AssessmentTablesForm* m_tables = nullptr;
    AssessmentHistory* m_history = nullptr;
    RecordTableModel<SheetDifference>* m_differences = nullptr;
    TableView* m_differenceTable = nullptr;
    ActionButton* m_confirm = nullptr;
    ActionButton* m_void = nullptr;
    ActionButton* m_empty = nullptr;
    std::vector<std::pair<ActionButton*, int>> m_actions; ///< and in which views each is shown
};

} // namespace songhe::ui
