// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/page.h"

class QHBoxLayout;
class QLabel;
class QLineEdit;
class QStackedWidget;
class QVBoxLayout;

namespace songhe::ui {

class ActionButton;
class StepBar;

/// A few steps that fill the window before there is a shell: a title, how far one is, the step in a card, what is
/// wrong, and the way on. The keyboard begins in the first field of each step and goes through the fields to the
/// buttons.
class StepsView : public QWidget {
    Q_OBJECT

protected:
    StepsView(const Surroundings& around, const QString& title, const QStringList& steps, QWidget* parent);

    virtual void next() = 0;
    virtual void back() = 0;
    void showEvent(QShowEvent* event) override;

    [[nodiscard]] const Surroundings& around() const { return m_around; }
    /// An empty step with a column; steps are shown by their number, in the order in which they were made.
    QWidget* addPart(int spacing);
    [[nodiscard]] static QVBoxLayout* columnOf(QWidget* part);
    /// A line with its label and hint; Enter goes on.
    QLineEdit* field(QWidget* part, const QString& label, const QString& hint, const char* name);
    ActionButton* headButton(const QString& text, const char* name);
    ActionButton* sideButton(const QString& text, const char* name);
    [[nodiscard]] int part() const;
    void showPart(int part, QWidget* first);
    void setTitle(const QString& title);
    void setWords(ActionButton* button, const QString& text);
    void say(const QString& text, Tone tone);

    [[nodiscard]] StepBar* steps() const { return m_steps; }
    [[nodiscard]] ActionButton* nextButton() const { return m_next; }
    [[nodiscard]] ActionButton* backButton() const { return m_back; }

private:
    Surroundings m_around;
    QLabel* m_title;
    StepBar* m_steps;
    QStackedWidget* m_parts;
    QLabel* m_message;
    ActionButton* m_back;
    ActionButton* m_next;
    QHBoxLayout* m_head;
    QHBoxLayout* m_buttons;
};

} // namespace songhe::ui
