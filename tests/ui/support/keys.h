// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

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

} // namespace songhe::ui
