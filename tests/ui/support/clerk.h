// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/catch.h"
#include "tests/ui/support/keys.h"

#include <QtCore/QTimer>

namespace songhe::ui {

/// Somebody at the keyboard of the window: whatever is done, keys do it, and they go where the focus is.
class Clerk {
public:
    explicit Clerk(QWidget& window)
        : m_window(window)
    { }

    [[nodiscard]] QWidget* at() const;
    void press(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    void type(const QString& latin) { QTest::keyClicks(at(), latin); }
    void enter() { QTest::keyClick(at(), Qt::Key_Return); }
    /// As an input method brings Chinese.
    void write(const QString& words);
    void tabTo(const char* name);
    /// Walks down a choice until it says so.
    void choose(const char* box, const QString& key);
    /// No window manager gives the window back what a dialog took.
    void comeBack();
    void save() { press(Qt::Key_Return, Qt::ControlModifier); }
    /// Waits until a dialog is in front, or gone.
    void waitForDialog();
    void waitForNoDialog();
    /// Does something that asks, and answers by keys.
    template <typename Act> void answering(const QString& text, Act act)
    {
        const QWidget* before = QApplication::activeModalWidget();
        QTimer asked;
        asked.setInterval(50);
        QObject::connect(&asked, &QTimer::timeout, &asked, [&] {
            const QWidget* modal = QApplication::activeModalWidget();
            QWidget* field = QApplication::focusWidget();
            if (!modal || modal == before || !field || field->window() != modal)
                return;
            asked.stop();
            QTest::keyClick(field, Qt::Key_A, Qt::ControlModifier);
            QTest::keyClicks(field, text);
            QTest::keyClick(field, Qt::Key_Return);
        });
        asked.start();
        act();
        REQUIRE(QTest::qWaitFor([&] { return !asked.isActive(); }, 10'000));
        comeBack();
    }
    /// From a preview into a file.
    void saveAsPdf(const QString& file);

private:
    QWidget& m_window;
};

/// Rows of the visible list of that name; -1 where none is visible.
[[nodiscard]] int rowsOf(QWidget& window, const char* list);

} // namespace songhe::ui
