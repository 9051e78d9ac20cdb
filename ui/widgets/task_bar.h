// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/tasks/task.h"
#include "ui/widgets/labels.h"

namespace songhe::ui {

class ThinBar;
class ActionButton;

/// Long work on a page: what is being done, how far it is, and Stop. Hidden while nothing runs.
class TaskBar : public QWidget {
    Q_OBJECT

public:
    explicit TaskBar(const Theme& theme, QWidget* parent = nullptr);
    void follow(const QString& what, TaskBase* task);

private:
    /// How much longer it may take, as words to go after the percent; empty where that cannot be told yet.
    static QString timeLeft(qint64 elapsed, int percent);

    QLabel* m_what;
    QLabel* m_percent;
    ThinBar* m_bar;
    ActionButton* m_stop;
};

/// The bar in a card of its own, which is there only while something runs.
class TaskCard : public Card {
    Q_OBJECT

public:
    explicit TaskCard(const Theme& theme, QWidget* parent = nullptr);
    void follow(const QString& what, TaskBase* task);

private:
    TaskBar* m_bar;
};

} // namespace songhe::ui
