// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/claims_page.h"

#include "ui/widgets/labels.h"

#include <QtWidgets/QVBoxLayout>

namespace songhe::ui {

ClaimsPage::ClaimsPage(const Surroundings& around, Session&, const Divisions&, QWidget* parent)
    : Page(around, tr("Subsidy claims"), parent)
{
    body()->addWidget(makeWrapped(tr("No month has been settled yet."), TextRole::Muted, this));
    body()->addStretch();
}

} // namespace songhe::ui
