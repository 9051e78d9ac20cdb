// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/secure_bytes.h"

#include <QtCore/QByteArray>

namespace songhe {

/// HKDF-SHA256 (RFC 5869), 32 bytes of output. libsodium 1.0.18 has HMAC but not yet HKDF.
[[nodiscard]] SecureBytes hkdfSha256(QByteArrayView secret, QByteArrayView salt, QByteArrayView info);
/// HMAC-SHA256 with a key of any length, 32 bytes.
[[nodiscard]] QByteArray hmacSha256(QByteArrayView key, QByteArrayView message);

} // namespace songhe
