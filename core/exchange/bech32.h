// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/secure_bytes.h"

#include <QtCore/QByteArray>

#include <optional>

namespace songhe {

/// Bech32 (BIP 173) without its length limit, as age writes keys: `age1…`, `AGE-SECRET-KEY-1…`.
struct Bech32 {
    QByteArray prefix; ///< as written; the two cases are never mixed
    SecureBytes data;
};

/// Lower case; the caller makes upper case of it where the format wants that.
[[nodiscard]] QByteArray bech32Encode(QByteArrayView prefix, QByteArrayView data);
/// Nothing if a character, the checksum or the padding is wrong, or upper and lower case are mixed.
[[nodiscard]] std::optional<Bech32> bech32Decode(QByteArrayView text);

} // namespace songhe
