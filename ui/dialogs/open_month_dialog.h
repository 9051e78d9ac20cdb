// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "ui/shell/page.h"

#include <QtWidgets/QDialog>

class QLabel;
class QLineEdit;
class QSpinBox;

namespace songhe::ui {

/// For which reason, and for how many days, a signed period is opened for new entries. Opens over `parent` and deletes
/// itself.
class OpenMonthDialog : public QDialog {
    Q_OBJECT

public:
    /// Opens it and tells what stood in the way; the dialog stays open then.
    using Open = std::function<Result<void>(const QString& reason, int days)>;

    OpenMonthDialog(const Surroundings& around, const QString& period, Open open, QWidget* parent);

private:
    void openNow();

    Open m_open;
    QLineEdit* m_reason;
    QSpinBox* m_days;
    QLabel* m_message;
};

} // namespace songhe::ui
