// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/assessments/assessment_desk.h"
#include "core/elders/elder_index.h"
#include "ui/shell/page.h"

#include <QtWidgets/QDialog>

class QLabel;

namespace songhe::ui {

class ActionButton;
class ChoiceBox;
class DayEdit;
class SearchField;

/// Begins an assessment: who, by which standard, on which day and why.
class NewAssessmentDialog : public QDialog {
    Q_OBJECT

public:
    /// What stands there when it opens.
    struct Start {
        std::optional<Id<Elder>> elder;
        QString standard;
        AssessmentReason reason = AssessmentReason::First;
    };

    NewAssessmentDialog(const Surroundings& around, AssessmentDesk& desk, const ElderIndex& index, const Start& start,
                        QWidget* parent);

Q_SIGNALS:
    void started(const songhe::Assessment& draft);

private:
    void chooseElder(Id<Elder> elder);
    void begin();

    Surroundings m_around;
    AssessmentDesk& m_desk;
    const ElderIndex& m_index;
    std::optional<Id<Elder>> m_elder;
    SearchField* m_search;
    QLabel* m_person;
    ChoiceBox* m_standard;
    DayEdit* m_day;
    ChoiceBox* m_reason;
    QLabel* m_message;
};

} // namespace songhe::ui
