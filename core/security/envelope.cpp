// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/security/envelope.h"

#include "core/security/keys.h"

#include <QtCore/QCoreApplication>

#include <sodium.h>

namespace songhe {

namespace {

QByteArray joined(const QString& uuid, const QString& family, qint64 id, const QByteArray& last)
{
    // None of the parts can hold a line break, so the parts cannot slide into each other.
    return uuid.toUtf8() + '\n' + family.toUtf8() + '\n' + QByteArray::number(id) + '\n' + last;
}

} // namespace

EnvelopeSealer::EnvelopeSealer(Store& store, const SecureBytes& dataKey, QString centreUuid)
    : m_store(store)
    , m_uuid(std::move(centreUuid))
    , m_wrapping(derivedKey(dataKey, KeyPurpose::PersonKeys))
    , m_digesting(derivedKey(dataKey, KeyPurpose::NumberDigests))
    , m_centre(derivedKey(dataKey, KeyPurpose::CentreEnvelopes))
{ }

void EnvelopeSealer::lock()
{
    m_wrapping.clear();
    m_digesting.clear();
    m_centre.clear();
}

void EnvelopeSealer::unlock(const SecureBytes& dataKey)
{
    m_wrapping = derivedKey(dataKey, KeyPurpose::PersonKeys);
    m_digesting = derivedKey(dataKey, KeyPurpose::NumberDigests);
    m_centre = derivedKey(dataKey, KeyPurpose::CentreEnvelopes);
}

Result<void> EnvelopeSealer::checkOpen() const
{
    if (m_wrapping.isEmpty())
        return fail(Error::Kind::Refused,
                    QCoreApplication::translate("EnvelopeSealer", "The books are locked. Please sign in again."));
    return {};
}

QByteArray EnvelopeSealer::binding(const SealContext& context) const
{
    return joined(m_uuid, context.family, context.id, QByteArray::number(context.revision));
}

Result<SecureBytes> EnvelopeSealer::personKey(const PersonRef& person, bool makeOne)
{
    const QByteArray bound = joined(m_uuid, person.family, person.id, QByteArrayLiteral("person key"));
    {
        ASSIGN_OR_RETURN(Rows rows,
                         m_store.run(QStringLiteral("SELECT wrap FROM person_key WHERE family = ? AND id = ?"),
                                     {person.family, person.id}));
        if (rows.next())
            return openBytes(m_wrapping, rows.blob(0), bound);
        RETURN_IF_ERROR(rows.failed());
    }
    if (!makeOne)
        return fail(Error::Kind::NotFound,
                    QCoreApplication::translate("EnvelopeSealer",
                                                "The key of this person was destroyed: what was sealed "
                                                "with it cannot be read any more."),
                    person.family);
    SecureBytes key = SecureBytes::random(dataKeySize);
    RETURN_IF_ERROR(m_store.execute(QStringLiteral("INSERT INTO person_key (family, id, wrap) VALUES (?, ?, ?)"),
                                    {person.family, person.id, sealBytes(m_wrapping, key.view(), bound)}));
    return key;
}

Result<QByteArray> EnvelopeSealer::seal(const SealContext& context, const QByteArray& plain)
{
    RETURN_IF_ERROR(checkOpen());
    if (context.person.id == 0)
        return sealBytes(m_centre, plain, binding(context));
    ASSIGN_OR_RETURN(const SecureBytes key, personKey(context.person, true));
    return sealBytes(key, plain, binding(context));
}

Result<QByteArray> EnvelopeSealer::open(const SealContext& context, const QByteArray& sealed)
{
    RETURN_IF_ERROR(checkOpen());
    SecureBytes own;
    if (context.person.id != 0) {
        ASSIGN_OR_RETURN(own, personKey(context.person, false));
    }
    ASSIGN_OR_RETURN(const SecureBytes plain, openBytes(own.isEmpty() ? m_centre : own, sealed, binding(context)));
    return plain.view().toByteArray();
}

QByteArray EnvelopeSealer::numberDigest(const QString& number) const
{
    if (m_digesting.isEmpty())
        return {}; // locked: nobody is found by a number
    QByteArray digest(32, Qt::Uninitialized);
    const QByteArray text = number.toUtf8();
    crypto_generichash(reinterpret_cast<unsigned char*>(digest.data()), std::size_t(digest.size()),
                       reinterpret_cast<const unsigned char*>(text.constData()), quint64(text.size()),
                       m_digesting.data(), m_digesting.size());
    return digest;
}

} // namespace songhe
