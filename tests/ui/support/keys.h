// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/tasks/task.h"

#include <QtTest/QTest>
#include <QtWidgets/QAbstractButton>
#include <QtWidgets/QApplication>

namespace songhe::ui {

/// A button's shortcut clicks it with a short press: waits until every button is up again, however slow the machine.
inline void settle()
{
    QTest::qWait(150);
    const auto allUp = [] {
        for (const QWidget* widget : QApplication::allWidgets())
            if (const auto* button = qobject_cast<const QAbstractButton*>(widget); button && button->isDown())
                return false;
        return true;
    };
    static_cast<void>(QTest::qWaitFor(allUp, 10'000));
    QTest::qWait(20);
}

/// Until no worker below `top` is at work and what it found is shown; false where that takes minutes.
inline bool workersDone(const QWidget& top)
{
    const bool done = QTest::qWaitFor(
        [&top] {
            for (const auto* task : top.findChildren<TaskBase*>())
                if (task->running())
                    return false;
            return true;
        },
        120'000);
    QTest::qWait(50);
    return done;
}

} // namespace songhe::ui
