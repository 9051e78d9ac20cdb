// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QCoreApplication>

namespace songhe {

/// The words of core/exchange's free functions: `ExchangeText::tr("…")`.
struct ExchangeText {
    Q_DECLARE_TR_FUNCTIONS(songhe::Exchange)
};

} // namespace songhe
