// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/assessments/assessment_desk.h"
#include "ui/shell/page.h"

#include <QtWidgets/QDialog>

class QLabel;
class QLineEdit;
class QVBoxLayout;

namespace songhe::ui {

class ChoiceBox;

/// The last look before a sheet is frozen: the level and why, who assessed, the reason where the standard's text gives
/// two answers, and which earlier sheet it replaces.
class ConfirmAssessmentDialog : public QDialog {
    Q_OBJECT

public:
    /// The sheet is full: its score has a final level.
    ConfirmAssessmentDialog(const Surroundings& around, AssessmentDesk& desk, const Scale& scale,
                            const Assessment& sheet, const SheetScore& score, const QString& elder, QWidget* parent);

Q_SIGNALS:
    void confirmed(const songhe::Assessment& sheet);

protected:
    void showEvent(QShowEvent* event) override;

private:
    void grow();
    void addResult(QVBoxLayout& column, const Scale& scale, const SheetScore& score);
    void fillReplaced(const Scale& scale);
    void confirm();

    Surroundings m_around;
    AssessmentDesk& m_desk;
    Assessment m_sheet;
    QLineEdit* m_first;
    QLineEdit* m_second;
    QLineEdit* m_reason = nullptr;
    ChoiceBox* m_replaced;
    QLabel* m_message;
};

} // namespace songhe::ui
