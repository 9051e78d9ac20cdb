// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/meal_grid_dialog.h"

#include "ui/widgets/labels.h"

#include <QtWidgets/QVBoxLayout>

namespace songhe::ui {

MealGridDialog::MealGridDialog(const Surroundings&, Session&, const QString&, QWidget* parent)
    : QDialog(parent)
{
    setWindowTitle(tr("Import a month of meals"));
    auto* column = new QVBoxLayout(this);
    column->addWidget(makeWrapped(tr("Choose the month's table: names down, days across."), TextRole::Muted, this));
}

} // namespace songhe::ui
