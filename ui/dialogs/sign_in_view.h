// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/security/session.h"
#include "ui/shell/page.h"

#include <functional>

class QLabel;
class QLineEdit;
class QStackedWidget;

namespace songhe::ui {

class ActionButton;

/// Name and password, or the printed recovery key. Deriving the key takes about a second, in a worker.
class SignInView : public QWidget {
    Q_OBJECT

public:
    using Done = std::function<void(std::unique_ptr<Session>)>;

    /// `folder` outlives the view. `name`: who was here before the lock.
    SignInView(const Surroundings& around, const DataFolder& folder, const QString& name, Done done,
               QWidget* parent = nullptr);

protected:
    void showEvent(QShowEvent* event) override;

private:
    QWidget* makePasswordPart();
    QWidget* makeRecoveryPart();
    void signIn();
    void recover();
    void busy(bool working);
    void arrived(Result<std::unique_ptr<Session>> session);

    Surroundings m_around;
    const DataFolder& m_folder;
    Done m_done;
    QStackedWidget* m_parts;
    QLineEdit* m_name = nullptr;
    QLineEdit* m_password = nullptr;
    QLineEdit* m_key = nullptr;
    QLineEdit* m_newPassword = nullptr;
    QLabel* m_message;
    ActionButton* m_go = nullptr;
    ActionButton* m_recover = nullptr;
};

/// Takes a typed secret out of a field and empties it.
[[nodiscard]] SecureBytes takeSecret(QLineEdit& field);

} // namespace songhe::ui
