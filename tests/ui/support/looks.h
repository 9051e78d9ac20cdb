// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QtCore/QStringList>
#include <QtWidgets/QWidget>

namespace songhe::ui {

/// Controls a screen reader could not name.
[[nodiscard]] QStringList namelessControls(const QWidget& root);
/// Labels and buttons whose words do not fit into what the layout gives them, when it has come to rest.
[[nodiscard]] QStringList cutWords(const QWidget& root);

/// How wide a page may be at most beside the navigation on a screen of 1366 dots.
[[nodiscard]] int roomForPage(const Theme& theme);

} // namespace songhe::ui
