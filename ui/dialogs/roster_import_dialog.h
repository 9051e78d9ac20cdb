// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/divisions/divisions.h"
#include "core/security/session.h"
#include "ui/shell/page.h"

#include <QtWidgets/QDialog>

namespace songhe::ui {

/// Brings elders in from the table a centre has: file, columns (proposed, changeable, remembered), preview of every row
/// with what becomes of it and why, import in one transaction, result with the refused rows as a workbook.
class RosterImportDialog : public QDialog {
    Q_OBJECT

public:
    /// `session` and `divisions` must outlive the dialog. `file` may be empty: the dialog asks for it.
    RosterImportDialog(const Surroundings& around, Session& session, const Divisions& divisions,
                       const QString& file = {}, QWidget* parent = nullptr);

Q_SIGNALS:
    /// Elders were added or changed.
    void imported();
};

} // namespace songhe::ui
