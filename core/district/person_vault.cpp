// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/district/person_vault.h"

#include "core/district/person_key_repository.h"
#include "core/security/keys.h"

#include <sodium.h>

namespace songhe {

namespace person_vault {

constexpr qsizetype digestSize = 16;

/// Each part with its length before it, so that the parts cannot slide into each other.
QByteArray digestOf(const SecureBytes& key, std::initializer_list<QByteArrayView> parts)
{
    crypto_generichash_state state;
    crypto_generichash_init(&state, key.data(), key.size(), std::size_t(digestSize));
    for (const QByteArrayView part : parts) {
        const quint64 size = quint64(part.size());
        crypto_generichash_update(&state, reinterpret_cast<const unsigned char*>(&size), sizeof size);
        crypto_generichash_update(&state, reinterpret_cast<const unsigned char*>(part.data()), size);
    }
    QByteArray digest(digestSize, Qt::Uninitialized);
    crypto_generichash_final(&state, reinterpret_cast<unsigned char*>(digest.data()), std::size_t(digestSize));
    return digest;
}

SecureBytes recordKeyOf(const SecureBytes& dataKey)
{
    return dataKey.size() < 2 * dataKeySize ? derivedKey(dataKey, KeyPurpose::RecordDigests)
                                            : SecureBytes(dataKey.view().sliced(qsizetype(dataKeySize)));
}

} // namespace person_vault

PersonVault::PersonVault(DistrictStore& store, const SecureBytes& dataKey, qint64 centre, const QString& centreUuid)
    : m_store(store)
    , m_centre(centre)
    , m_uuid(centreUuid.toUtf8())
    , m_wrapping(derivedKey(dataKey, KeyPurpose::PersonKeys))
    , m_district(derivedKey(dataKey, KeyPurpose::CentreEnvelopes))
    , m_numbers(derivedKey(dataKey, KeyPurpose::NumberDigests))
    , m_persons(derivedKey(dataKey, KeyPurpose::PersonDigests))
    , m_records(person_vault::recordKeyOf(dataKey))
{ }

QByteArray PersonVault::binding(const QString& family, qint64 id, const QByteArray& last) const
{
    return m_uuid + '\n' + family.toUtf8() + '\n' + QByteArray::number(id) + '\n' + last;
}

Result<void> PersonVault::load()
{
    return PersonKeyRepository(m_store).each(m_centre, [this](const QString& family, qint64 id, QByteArray wrap) {
        m_wraps.insert({family, id}, std::move(wrap));
    });
}

Result<SecureBytes> PersonVault::keyOf(const PersonName& person, bool makeOne)
{
    const QByteArray bound = binding(person.first, person.second, QByteArrayLiteral("person key"));
    const auto known = m_wraps.constFind(person);
    if (known != m_wraps.constEnd() || !makeOne)
        return openBytes(m_wrapping, known == m_wraps.constEnd() ? QByteArray() : *known, bound);
    SecureBytes key = SecureBytes::random(dataKeySize);
    m_wraps.insert(person, sealBytes(m_wrapping, key.view(), bound));
    m_made.push_back(person);
    return key;
}

Result<QByteArray> PersonVault::seal(const QString& personFamily, qint64 person, const QString& family, qint64 id,
                                     qint64 revision, QByteArrayView plain)
{
    const QByteArray bound = binding(family, id, QByteArray::number(revision));
    if (person == 0)
        return sealBytes(m_district, plain, bound);
    ASSIGN_OR_RETURN(const SecureBytes key, keyOf({personFamily, person}, true));
    return sealBytes(key, plain, bound);
}

Result<SecureBytes> PersonVault::open(const QString& personFamily, qint64 person, const QString& family, qint64 id,
                                      qint64 revision, const QByteArray& sealed)
{
    const QByteArray bound = binding(family, id, QByteArray::number(revision));
    if (person == 0)
        return openBytes(m_district, sealed, bound);
    ASSIGN_OR_RETURN(const SecureBytes key, keyOf({personFamily, person}, false));
    return openBytes(key, sealed, bound);
}

Result<void> PersonVault::save()
{
    PersonKeyRepository keys(m_store);
    ASSIGN_OR_RETURN(const auto bulk, keys.writer());
    for (const PersonName& person : m_made)
        RETURN_IF_ERROR(keys.add(*bulk, m_centre, person.first, person.second, m_wraps.value(person)));
    RETURN_IF_ERROR(bulk->finish());
    m_made.clear();
    return {};
}

QByteArray PersonVault::numberDigest(QByteArrayView residentNumber) const
{
    return person_vault::digestOf(m_numbers, {residentNumber});
}

QByteArray PersonVault::personDigest(QByteArrayView name, QByteArrayView born) const
{
    return person_vault::digestOf(m_persons, {name, born});
}

} // namespace songhe
