// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/bag.h"

#include <sodium.h>

#include <QtCore/QCryptographicHash>

namespace songhe {

/// One running digest. md5 and sha1 are for reading old bags alone.
class BagDigest {
public:
    explicit BagDigest(BagAlgorithm algorithm);
    void add(QByteArrayView bytes);
    [[nodiscard]] QByteArray result();

private:
    BagAlgorithm m_algorithm;
    crypto_hash_sha256_state m_sha256;
    crypto_hash_sha512_state m_sha512;
    std::unique_ptr<QCryptographicHash> m_old;
};

} // namespace songhe
