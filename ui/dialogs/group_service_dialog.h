// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/elders/elder_index.h"
#include "core/services/service.h"
#include "ui/forms/record_form.h"
#include "ui/shell/page.h"

#include <QtWidgets/QDialog>

class QLabel;
class QLineEdit;
class QListWidget;

namespace songhe::ui {

/// One service for many: what, when and by whom once, and those who took part ticked. Typing finds somebody, Enter adds
/// her, Space takes one out, Ctrl+P prints the sheet they sign, Ctrl+Enter records all in one step. Opens over `parent`
/// and deletes itself.
class GroupServiceDialog : public QDialog {
    Q_OBJECT

public:
    struct Desks {
        const ElderIndex& index;
        const References& references;
        /// Those of the last group with that item; empty: there was none.
        std::function<std::vector<Id<Elder>>(const QString& item)> lastGroup;
        /// Records it, or tells what stood in the way; the dialog stays open then.
        std::function<Result<void>(const Service& pattern, const std::vector<Id<Elder>>& elders)> record;
        /// Shows the sheet that they sign, over the widget given; nothing need be recorded yet.
        std::function<void(QWidget*, const Service& pattern, const std::vector<Id<Elder>>& elders)> print;
    };

    GroupServiceDialog(const Surroundings& around, Desks desks, const Service& start, QWidget* parent);

private:
    void layOut(const Theme& theme, const Service& start);
    void look();
    void addFirst();
    void addElder(const ElderHit& hit);
    void takeLast();
    void count();
    void print();
    void record();
    [[nodiscard]] std::vector<Id<Elder>> chosen() const;

    Surroundings m_around;
    Desks m_desks;
    RecordForm<Service>* m_form;
    QLineEdit* m_search;
    QLabel* m_found;
    QListWidget* m_people;
    QLabel* m_counts;
    QLabel* m_message;
};

} // namespace songhe::ui
