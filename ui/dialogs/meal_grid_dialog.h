// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/security/session.h"
#include "ui/shell/page.h"

#include <QtWidgets/QDialog>

namespace songhe::ui {

/// Brings the meals of a month in from the grid a centre keeps (names down, days across): what it would write, who is
/// not known, what is doubtful; then writes all of it or nothing.
class MealGridDialog : public QDialog {
    Q_OBJECT

public:
    /// `session` must outlive the dialog. `file` may be empty: the dialog asks for it.
    MealGridDialog(const Surroundings& around, Session& session, const QString& file = {}, QWidget* parent = nullptr);

Q_SIGNALS:
    /// Meals were written.
    void imported();
};

} // namespace songhe::ui
