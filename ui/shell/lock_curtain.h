// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QPointer>
#include <QtWidgets/QDialog>

#include <vector>

namespace songhe::ui {

/// What is shown while the books are locked and something half typed waits: covers every window of the program, takes
/// all keys, and shows `signIn` alone. Nothing under it is touched; when it goes away all is as it was.
class LockCurtain : public QDialog {
    Q_OBJECT

public:
    /// Over `window` and all that is open above it. Takes `signIn`.
    LockCurtain(QWidget* window, QWidget* signIn);
    ~LockCurtain() override;

    /// Shows it in front of everything.
    void draw();
    /// Esc and the window's cross are no way in.
    void reject() override { }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void closeEvent(QCloseEvent* event) override;

private:
    std::vector<QPointer<QWidget>> m_covers;
    QPointer<QWidget> m_window;
    QPointer<QWidget> m_focus; ///< who had it before
};

} // namespace songhe::ui
