// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/bag_digest.h"

namespace songhe {

using namespace Qt::StringLiterals;

QString bagAlgorithmName(BagAlgorithm algorithm)
{
    switch (algorithm) {
    case BagAlgorithm::Md5:
        return u"md5"_s;
    case BagAlgorithm::Sha1:
        return u"sha1"_s;
    case BagAlgorithm::Sha256:
        return u"sha256"_s;
    case BagAlgorithm::Sha512:
        return u"sha512"_s;
    }
    return {};
}

std::optional<BagAlgorithm> bagAlgorithmNamed(const QString& name)
{
    for (const auto algorithm : {BagAlgorithm::Md5, BagAlgorithm::Sha1, BagAlgorithm::Sha256, BagAlgorithm::Sha512})
        if (bagAlgorithmName(algorithm) == name)
            return algorithm;
    return std::nullopt;
}

BagDigest::BagDigest(BagAlgorithm algorithm)
    : m_algorithm(algorithm)
{
    crypto_hash_sha256_init(&m_sha256);
    crypto_hash_sha512_init(&m_sha512);
    if (algorithm == BagAlgorithm::Md5)
        m_old = std::make_unique<QCryptographicHash>(QCryptographicHash::Md5);
    else if (algorithm == BagAlgorithm::Sha1)
        m_old = std::make_unique<QCryptographicHash>(QCryptographicHash::Sha1);
}

void BagDigest::add(QByteArrayView bytes)
{
    const auto* data = reinterpret_cast<const unsigned char*>(bytes.data());
    if (m_algorithm == BagAlgorithm::Sha256)
        crypto_hash_sha256_update(&m_sha256, data, static_cast<unsigned long long>(bytes.size()));
    else if (m_algorithm == BagAlgorithm::Sha512)
        crypto_hash_sha512_update(&m_sha512, data, static_cast<unsigned long long>(bytes.size()));
    else
        m_old->addData(bytes);
}

QByteArray BagDigest::result()
{
    if (m_old)
        return m_old->result();
    QByteArray digest(m_algorithm == BagAlgorithm::Sha256 ? 32 : 64, Qt::Uninitialized);
    auto* out = reinterpret_cast<unsigned char*>(digest.data());
    if (m_algorithm == BagAlgorithm::Sha256)
        crypto_hash_sha256_final(&m_sha256, out);
    else
        crypto_hash_sha512_final(&m_sha512, out);
    return digest;
}

} // namespace songhe
