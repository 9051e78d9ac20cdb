// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/elders/elder_index.h"
#include "core/security/session.h"
#include "ui/forms/record_form.h"
#include "ui/pages/elder_file.h"

class QLabel;
class QLineEdit;
class QStackedWidget;

namespace songhe::ui {

class ActionButton;
class TableView;

/// Elders: the list with its search, one elder's file, and the form to add or mend one.
class EldersPage : public Page {
    Q_OBJECT

public:
    struct Desks {
        Session& session;
        ElderIndex& index;
        ElderFile::Desks file;
        std::function<Result<void>()> reloadIndex; ///< after an import
    };

    EldersPage(const Surroundings& around, Desks desks, QWidget* parent = nullptr);

    void refresh() override;
    void openRecord(qint64 id) override;
    [[nodiscard]] int unsaved() const override;
    bool goBack() override;

private:
    enum View { List, File, Form, AnyButList };

    void makeActions();
    QWidget* makeList();
    QWidget* makeForm();
    void showView(View view);
    void fillList();
    void openIndex(const QModelIndex& index);
    void newElder();
    void editElder();
    void save();
    void newFact();
    void newAssessment();
    void voidElder();
    void mergeFiles();
    void importRoster();

    Desks m_desks;
    View m_view = List;
    bool m_adding = false;
    QStackedWidget* m_stack;
    QLineEdit* m_search = nullptr;
    RecordTableModel<ElderHit>* m_model = nullptr;
    TableView* m_table = nullptr;
    ElderFile* m_file = nullptr;
    RecordForm<Elder>* m_form = nullptr;
    QLabel* m_message = nullptr;
    std::vector<std::pair<ActionButton*, View>> m_actions;
};

} // namespace songhe::ui
