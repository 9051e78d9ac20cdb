// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/package_desk.h"
#include "core/security/session.h"
#include "ui/models/record_table_model.h"
#include "ui/pages/sticks.h"
#include "ui/printing/sheets.h"
#include "ui/shell/page.h"

class QLabel;
class QStackedWidget;

namespace songhe::ui {

class ActionButton;
class Card;
class ChoiceBox;
class PackageFactsCard;
class PackageSealForm;
class ReceiptsCard;
class StepBar;
class TableView;
class TaskBar;
class TaskBase;

/// The quarter's package (F10) in four steps: check what is missing or doubtful, choose the stick, write and read back,
/// print the hand-over sheet. Asks for the district's key, or a passphrase, where none is set.
class PackagePage : public Page {
    Q_OBJECT

public:
    /// `session` must outlive the page. `sticks` finds the places to write to; tests hand in their own.
    PackagePage(const Surroundings& around, Session& session, QWidget* parent = nullptr,
                StickFinder sticks = mountedSticks);

    void refresh() override;
    [[nodiscard]] int unsaved() const override;
    bool goBack() override;

    [[nodiscard]] bool busy() const;
    [[nodiscard]] int step() const;

private:
    /// Rows of a table: records by kind, in the written package.
    struct Count {
        QString label;
        qint64 records = 0;
    };

    enum Step { CheckStep, PlaceStep, WrittenStep, HandOverStep };

    [[nodiscard]] static QString quarterWords(Quarter quarter);
    QWidget* makeCheck();
    QWidget* makePlace();
    QWidget* makeWritten();
    QWidget* makeHandOver();
    void makeActions();

    void next();
    void showStep(int step);
    void prepare();
    void check();
    void checked(Result<std::vector<PackageDoubt>> doubts);
    void findSticks();
    void chooseFolder();
    void beginWriting();
    qint64 expectedSize();
    void written(Result<WrittenPackage> result);
    void verify();
    void verified(Result<PackageVerdict> verdict);
    void showHandOver();
    void print();
    void openDoubt(const PackageDoubt& doubt);
    void follow(const QString& what, TaskBase* task);
    void ended();
    void say(const QString& text, Tone tone);
    void showFacts();
    Result<std::unique_ptr<printing::Paper>> handOverPaper();
    [[nodiscard]] Quarter quarter() const;
    [[nodiscard]] QString quarterText() const;

    Surroundings m_surroundings;
    Session& m_session;
    StickFinder m_findSticks;
    TaskBase* m_task = nullptr;
    bool m_checkAgain = false;
    std::vector<Stick> m_chosenFolders;
    Stick m_stick;
    std::shared_ptr<const SecureBytes> m_passphrase;
    std::optional<WrittenPackage> m_written;

    ChoiceBox* m_quarter = nullptr;
    ActionButton* m_next = nullptr;
    ActionButton* m_print = nullptr;
    StepBar* m_steps = nullptr;
    QLabel* m_message = nullptr;
    Card* m_work = nullptr;
    TaskBar* m_taskBar = nullptr;
    QStackedWidget* m_stack = nullptr;
    QLabel* m_checkTitle = nullptr;
    RecordTableModel<PackageDoubt>* m_doubts = nullptr;
    TableView* m_doubtTable = nullptr;
    RecordTableModel<Stick>* m_sticks = nullptr;
    TableView* m_stickTable = nullptr;
    PackageSealForm* m_seal = nullptr;
    QLabel* m_answer = nullptr;
    QLabel* m_where = nullptr;
    RecordTableModel<Count>* m_counts = nullptr;
    TableView* m_countTable = nullptr;
    QLabel* m_sheet = nullptr;
    PackageFactsCard* m_facts = nullptr;
    ReceiptsCard* m_receipts = nullptr;
};

} // namespace songhe::ui
