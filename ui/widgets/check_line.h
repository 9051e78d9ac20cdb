// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QtWidgets/QWidget>

class QCheckBox;

namespace songhe::ui {

/// A box to tick whose words break into lines where there is no room. A click on the words ticks it too.
class CheckLine : public QWidget {
    Q_OBJECT

public:
    CheckLine(const Theme& theme, const QString& words, const QString& name, QWidget* parent = nullptr);

    [[nodiscard]] bool isChecked() const;
    void setChecked(bool checked);

Q_SIGNALS:
    void toggled(bool checked);
    /// A person ticked it or took the tick away.
    void clicked();

protected:
    void mouseReleaseEvent(QMouseEvent* event) override;

private:
    QCheckBox* m_box;
};

} // namespace songhe::ui
