// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/divisions/divisions.h"
#include "core/security/session.h"
#include "ui/models/record_table_model.h"
#include "ui/pages/settled_month.h"
#include "ui/printing/sheets.h"
#include "ui/shell/page.h"

class QLabel;
class QStackedWidget;

namespace songhe::ui {

class ActionButton;
class ChoiceBox;
class ClaimCheckView;
class ClaimMonthView;
class MonthEdit;
class TableView;
class TaskCard;
class TaskBase;

/// Claims (F8): choose a policy and a period, settle it, see every line with its amount and the reason in words, open
/// what decided, keep the result as a draft, check it, sign it, write down what came back, print it. Says clearly where
/// the policy is a draft or invented.
class ClaimsPage : public Page {
    Q_OBJECT

public:
    /// `session` and `divisions` must outlive the page.
    ClaimsPage(const Surroundings& around, Session& session, const Divisions& divisions, QWidget* parent = nullptr);

    void refresh() override;
    /// A claim that is kept.
    void openRecord(qint64 claim) override;
    bool goBack() override;

    [[nodiscard]] bool busy() const { return m_task != nullptr; }

private:
    /// A draft as the list shows it.
    struct KeptClaim {
        Claim claim;
        QString month;
        QString policy;
        QString by;
    };

    void makeActions();
    QWidget* makeList();
    void fillPolicies(const PolicyShelf& shelf);
    void showList();
    void settleShown();
    void settle(const QString& policy, const Period& period);
    void showReturned(const Claim& claim);
    void settled(Result<SettledMonth> month);
    void write();
    void written(Result<Claim> claim);
    /// Shows what an auditor would ask.
    void check();
    void checked(Result<std::vector<NamedFinding>> findings);
    void openLine(Id<ClaimLine> line);
    void sign();
    void signedNow(Result<Claim> claim);
    /// What the district or the bank said.
    void answer();
    void openMonth();
    void print();
    void importMonth();
    Result<std::unique_ptr<printing::Paper>> claimPaper(const Claim& claim);
    void openFacts(const SettledLine& line);
    template <typename Act> Result<void> step(Act&& act);
    void follow(const QString& what, TaskBase* task);
    void unfollow();
    void back(const Error& error);
    [[nodiscard]] bool isShown() const;
    void say(const QString& text, Tone tone);
    void showState();

    Surroundings m_surroundings;
    Session& m_session;
    const Divisions& m_divisions;
    std::optional<SettledMonth> m_month;
    TaskBase* m_task = nullptr;

    ChoiceBox* m_policy = nullptr;
    MonthEdit* m_chooser = nullptr;
    ActionButton* m_import = nullptr;
    ActionButton* m_settle = nullptr;
    ActionButton* m_write = nullptr;
    ActionButton* m_check = nullptr;
    ActionButton* m_sign = nullptr;
    ActionButton* m_answer = nullptr;
    ActionButton* m_open = nullptr;
    ActionButton* m_print = nullptr;
    QLabel* m_message = nullptr;
    TaskCard* m_work = nullptr;
    QStackedWidget* m_stack = nullptr;
    ClaimMonthView* m_view = nullptr;
    ClaimCheckView* m_findings = nullptr;
    RecordTableModel<KeptClaim>* m_kept = nullptr;
    TableView* m_keptTable = nullptr;
};

} // namespace songhe::ui
