// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/roster_import_dialog.h"

#include "ui/widgets/labels.h"

#include <QtWidgets/QVBoxLayout>

namespace songhe::ui {

RosterImportDialog::RosterImportDialog(const Surroundings&, Session&, const Divisions&, const QString&, QWidget* parent)
    : QDialog(parent)
{
    setWindowTitle(tr("Import a roster"));
    auto* column = new QVBoxLayout(this);
    column->addWidget(makeWrapped(tr("Choose a table of elders: .xlsx, .xls, .ods or .csv."), TextRole::Muted, this));
}

} // namespace songhe::ui
