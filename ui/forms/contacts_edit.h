// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QtCore/QJsonArray>
#include <QtWidgets/QWidget>

class QLineEdit;

namespace songhe::ui {

/// The first two contacts of an elder: name, relation, phone.
class ContactsEdit : public QWidget {
    Q_OBJECT

public:
    explicit ContactsEdit(const Theme& theme, QWidget* parent = nullptr);
    void setContacts(const QJsonArray& contacts);
    /// Further keys of a contact, and contacts beyond the second, are kept.
    [[nodiscard]] QJsonArray contacts() const;

Q_SIGNALS:
    void edited();

private:
    struct Line {
        QLineEdit* name;
        QLineEdit* relation;
        QLineEdit* phone;
    };
    std::vector<Line> m_lines;
    QJsonArray m_shown;
};

} // namespace songhe::ui
