// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/age_header.h"

#include <QtCore/QIODevice>

#include <memory>

namespace songhe {

/// The zip inside a sealed package or receipt, as it is read. Errors: `NotFound`, `WrongPassword` (sealed to somebody
/// else), `Damaged`.
Result<std::unique_ptr<QIODevice>> openSealedPackage(const QString& path, const AgeKeys& keys);

} // namespace songhe
