// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/bag.h"

#include <sodium.h>

#include <QtCore/QCryptographicHash>

namespace songhe {

/// Bytes of a digest.
[[nodiscard]] qsizetype bagDigestSize(BagAlgorithm algorithm);

/// One running digest. All but sha256 and sha512 are for reading others' bags alone.
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
