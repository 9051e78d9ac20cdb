// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/key_derivation.h"

#include <sodium.h>

#include <initializer_list>

namespace songhe {

namespace key_derivation {

/// libsodium wants no null pointer, not even for no bytes.
const unsigned char* bytesOf(QByteArrayView view)
{
    return reinterpret_cast<const unsigned char*>(view.isEmpty() ? "" : view.data());
}

void mac(unsigned char* out, QByteArrayView key, std::initializer_list<QByteArrayView> parts)
{
    crypto_auth_hmacsha256_state state;
    crypto_auth_hmacsha256_init(&state, bytesOf(key), std::size_t(key.size()));
    for (const QByteArrayView part : parts)
        crypto_auth_hmacsha256_update(&state, bytesOf(part), static_cast<unsigned long long>(part.size()));
    crypto_auth_hmacsha256_final(&state, out);
    sodium_memzero(&state, sizeof state);
}

} // namespace key_derivation

SecureBytes hkdfSha256(QByteArrayView secret, QByteArrayView salt, QByteArrayView info)
{
    SecureBytes extracted(crypto_auth_hmacsha256_BYTES);
    key_derivation::mac(extracted.data(), salt, {secret});
    SecureBytes key(crypto_auth_hmacsha256_BYTES);
    key_derivation::mac(key.data(), extracted.view(), {info, QByteArrayView("\x01", 1)});
    return key;
}

QByteArray hmacSha256(QByteArrayView key, QByteArrayView message)
{
    QByteArray out(crypto_auth_hmacsha256_BYTES, Qt::Uninitialized);
    key_derivation::mac(reinterpret_cast<unsigned char*>(out.data()), key, {message});
    return out;
}

} // namespace songhe
