// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/wipe.h"

#include <sodium.h>

namespace songhe {

void wipeBytes(QByteArray& bytes)
{
    sodium_memzero(bytes.data(), std::size_t(bytes.size()));
    bytes.clear();
}

SecureBytes takeSecret(QByteArray&& bytes)
{
    SecureBytes secret {QByteArrayView(bytes)};
    wipeBytes(bytes);
    return secret;
}

} // namespace songhe
