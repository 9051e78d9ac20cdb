// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/divisions/divisions.h"
#include "core/elders/elder_desk.h"
#include "ui/shell/page.h"

#include <QtWidgets/QDialog>

class QLabel;
class QLineEdit;

namespace songhe::ui {

class ActionButton;
class ChoiceBox;
class DayEdit;

/// A new dated fact of one elder. Of a kind of which only one holds, the older one ends the day before.
class FactDialog : public QDialog {
    Q_OBJECT

public:
    FactDialog(const Surroundings& around, ElderDesk& desk, const Divisions& divisions, Id<Elder> elder,
               QWidget* parent);

Q_SIGNALS:
    void saved();

private:
    void kindChosen();
    void placeTyped();
    void save();
    [[nodiscard]] FactKind kind() const;
    [[nodiscard]] QString value() const;

    Surroundings m_around;
    ElderDesk& m_desk;
    const Divisions& m_divisions;
    Id<Elder> m_elder;
    ChoiceBox* m_kind;
    ChoiceBox* m_choice;
    ChoiceBox* m_grade;
    QLineEdit* m_text;
    QLabel* m_place;
    DayEdit* m_from;
    DayEdit* m_to;
    QLineEdit* m_evidence;
    QLabel* m_message;
    ActionButton* m_save;
};

} // namespace songhe::ui
