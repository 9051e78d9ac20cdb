// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QStringList>

namespace songhe {

/// Puts `values` in the places of %1 to %9. Unlike QString::arg it never looks into a value: a name may hold %1.
[[nodiscard]] QString filledText(const QString& words, const QStringList& values);

} // namespace songhe
