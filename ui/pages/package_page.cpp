// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/package_page.h"

#include "ui/widgets/labels.h"

#include <QtWidgets/QVBoxLayout>

namespace songhe::ui {

PackagePage::PackagePage(const Surroundings& around, Session&, QWidget* parent)
    : Page(around, tr("Quarterly package"), parent)
{
    body()->addWidget(makeWrapped(tr("No package has been written for this quarter yet."), TextRole::Muted, this));
    body()->addStretch();
}

} // namespace songhe::ui
