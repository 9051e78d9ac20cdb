// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/page.h"

#include <QtWidgets/QDialog>

class QLabel;
class QStackedWidget;

namespace songhe::ui {

class ActionButton;
class Card;
class StepBar;
class TaskBar;
class TaskBase;

/// The frame of the import wizards: steps above, one green button that goes on (Ctrl+Enter), Esc that goes back a step
/// or stops what is running.
class ImportDialog : public QDialog {
    Q_OBJECT

public:
    ImportDialog(const Surroundings& around, const QString& title, const QStringList& steps, QWidget* parent);

    [[nodiscard]] bool busy() const { return m_task != nullptr; }
    [[nodiscard]] int step() const;
    /// Esc: stops, or goes back, or closes.
    void reject() override;

Q_SIGNALS:
    /// Records were added or changed.
    void imported();

protected:
    /// The green button of the step that is shown.
    virtual void next() = 0;
    /// Sets the words of the buttons; called whenever a step is shown or work ends.
    virtual void prepare(int step) = 0;

    void addStep(QWidget* widget);
    void showStep(int step);
    void setNext(const QString& act, bool possible = true);
    /// The steps give way to the progress until `ended()`.
    void follow(const QString& what, TaskBase* task);
    void ended();
    /// Says why work failed; a stop is no failure.
    void sayError(const Error& error, const QString& stopped);
    void say(const QString& text, Tone tone);
    [[nodiscard]] const Surroundings& around() const { return m_around; }
    [[nodiscard]] const Theme& theme() const { return m_around.theme; }
    /// The first step: what to choose, in large type, and a word below.
    QWidget* makeFileStep(const QString& what, const QString& below);

private:
    [[nodiscard]] bool isLast() const;

    Surroundings m_around;
    TaskBase* m_task = nullptr;
    StepBar* m_steps;
    QLabel* m_message;
    QStackedWidget* m_stack;
    Card* m_work;
    TaskBar* m_taskBar;
    ActionButton* m_back;
    ActionButton* m_next;
};

} // namespace songhe::ui
