// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/bag_digest.h"

namespace songhe {

using namespace Qt::StringLiterals;

namespace bag_digest {

struct Known {
    BagAlgorithm algorithm;
    const char* name;
    qsizetype size;
};
constexpr Known known[] = {
    {BagAlgorithm::Md5, "md5", 16},       {BagAlgorithm::Sha1, "sha1", 20},     {BagAlgorithm::Sha224, "sha224", 28},
    {BagAlgorithm::Sha256, "sha256", 32}, {BagAlgorithm::Sha384, "sha384", 48}, {BagAlgorithm::Sha512, "sha512", 64},
};

const Known& knownOf(BagAlgorithm algorithm)
{
    for (const Known& each : known)
        if (each.algorithm == algorithm)
            return each;
    return known[0]; // every one is listed
}

} // namespace bag_digest

QString bagAlgorithmName(BagAlgorithm algorithm)
{
    return QString::fromLatin1(bag_digest::knownOf(algorithm).name);
}

qsizetype bagDigestSize(BagAlgorithm algorithm)
{
    return bag_digest::knownOf(algorithm).size;
}

std::optional<BagAlgorithm> bagAlgorithmNamed(const QString& name)
{
    for (const bag_digest::Known& each : bag_digest::known)
        if (name == QLatin1String(each.name))
            return each.algorithm;
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
    else if (algorithm == BagAlgorithm::Sha224)
        m_old = std::make_unique<QCryptographicHash>(QCryptographicHash::Sha224);
    else if (algorithm == BagAlgorithm::Sha384)
        m_old = std::make_unique<QCryptographicHash>(QCryptographicHash::Sha384);
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
