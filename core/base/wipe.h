// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/secure_bytes.h"

#include <QtCore/QByteArray>

namespace songhe {

/// Overwrites what an ordinary buffer holds and empties it. A copy that shares the bytes keeps them.
void wipeBytes(QByteArray& bytes);

/// Takes a secret over that came in an ordinary buffer; the buffer is wiped.
[[nodiscard]] SecureBytes takeSecret(QByteArray&& bytes);

} // namespace songhe
