// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/assessments/answer_sheet.h"
#include "ui/theme/theme.h"

#include <QtWidgets/QWidget>

class QLabel;
class QLayout;
class QLineEdit;
class QVBoxLayout;

namespace songhe::ui {

class ActionButton;
class CheckLine;

/// What a sheet asks beside its items and what the change clauses look at: events of the last 30 days, each a number,
/// and diagnoses. Enter goes to the next field.
class RiskForm : public QWidget {
    Q_OBJECT

public:
    explicit RiskForm(const Theme& theme, QWidget* parent = nullptr);

    void setScale(const Scale& scale, bool readOnly);
    void show(const AnswerSheet& sheet);
    /// How often what the sheet asks for was recorded: shown as a proposal, taken over by a press.
    void propose(const QMap<QString, int>& recorded);
    void focusFirst();

Q_SIGNALS:
    void eventsTyped(const QString& kind, int times);
    void diagnosisTicked(const QString& diagnosis, bool yes);
    void goOn();

private:
    void addEvents(const Scale& scale, bool readOnly);
    void addDiagnoses(const Scale& scale, bool readOnly);

    const Theme& m_theme;
    QVBoxLayout* m_column;
    std::vector<std::pair<QString, QLineEdit*>> m_events;
    std::vector<std::pair<QString, CheckLine*>> m_diagnoses;
    QMap<QString, int> m_proposed;
    QLabel* m_proposal = nullptr;
    ActionButton* m_take = nullptr;
    bool m_showing = false;
};

/// Deletes everything in a layout, layouts in it included.
void clearLayout(QLayout& layout);

} // namespace songhe::ui
