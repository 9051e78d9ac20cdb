// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/page.h"

#include <QtWidgets/QDialog>

class QLabel;
class QLineEdit;

namespace songhe::ui {

class ActionButton;

/// Takes a centre into the list of those whose packages are merged: its code, and its signature key from a file or
/// pasted. A short code of the key stands there in large type, to be compared with the centre by telephone.
/// Opens over `parent` and deletes itself.
class TrustDialog : public QDialog {
    Q_OBJECT

public:
    TrustDialog(const Surroundings& around, QWidget* parent);

Q_SIGNALS:
    /// Both are right as far as can be seen here.
    void trusted(const QString& code, const QString& key);

private:
    void readFile();
    void look();
    void trust();

    Surroundings m_around;
    QLineEdit* m_code;
    QLineEdit* m_key;
    QLabel* m_short;
    QLabel* m_message;
};

} // namespace songhe::ui
