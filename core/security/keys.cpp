// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/security/keys.h"

#include <QtCore/QCoreApplication>

#include <sodium.h>

#include <array>

namespace songhe {

namespace {

struct KeysText {
    Q_DECLARE_TR_FUNCTIONS(songhe::Keys)
};

constexpr std::size_t nonceSize = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t tagSize = crypto_aead_xchacha20poly1305_ietf_ABYTES;
constexpr std::size_t mostMemory = 1U << 30; // a forged file must not make us take all memory
constexpr quint64 mostOps = 20;
constexpr char crockford[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr quint64 loginOps = 1;
constexpr std::size_t loginMemory = 8U << 20;

const unsigned char* bytesOf(QByteArrayView view)
{
    return reinterpret_cast<const unsigned char*>(view.data());
}

unsigned char* bytesOf(QByteArray& bytes)
{
    return reinterpret_cast<unsigned char*>(bytes.data());
}

Result<SecureBytes> stretched(const SecureBytes& secret, const QByteArray& salt, KdfCost cost)
{
    if (cost.memory > mostMemory || cost.ops > mostOps || salt.size() != crypto_pwhash_SALTBYTES)
        return fail(Error::Kind::Damaged,
                    KeysText::tr("The key data in this file are damaged. Please restore the newest backup."),
                    QStringLiteral("kdf parameters"));
    SecureBytes key(dataKeySize);
    if (crypto_pwhash(key.data(), key.size(), reinterpret_cast<const char*>(secret.data()), secret.size(),
                      bytesOf(salt), cost.ops, cost.memory, crypto_pwhash_ALG_ARGON2ID13)
        != 0)
        return fail(Error::Kind::Io,
                    KeysText::tr("This computer has too little free memory to check the password. Please close "
                                 "other programs and try again."),
                    QStringLiteral("argon2id"));
    return key;
}

} // namespace

KdfCost KdfCost::least()
{
    return {crypto_pwhash_OPSLIMIT_MIN, crypto_pwhash_MEMLIMIT_MIN};
}

Result<WrappedKey> wrapDataKey(const SecureBytes& dataKey, const SecureBytes& secret, KdfCost cost)
{
    QByteArray salt(crypto_pwhash_SALTBYTES, '\0');
    randombytes_buf(salt.data(), std::size_t(salt.size()));
    ASSIGN_OR_RETURN(const SecureBytes key, stretched(secret, salt, cost));
    return WrappedKey {salt, cost, sealBytes(key, dataKey.view(), QByteArrayLiteral("songhe data key"))};
}

Result<SecureBytes> unwrapDataKey(const WrappedKey& wrapped, const SecureBytes& secret)
{
    ASSIGN_OR_RETURN(const SecureBytes key, stretched(secret, wrapped.salt, wrapped.cost));
    auto opened = openBytes(key, wrapped.wrap, QByteArrayLiteral("songhe data key"));
    if (!opened || opened->size() != dataKeySize)
        return fail(Error::Kind::WrongPassword,
                    KeysText::tr("User name and password do not fit. Please type them again."));
    return opened;
}

SecureBytes derivedKey(const SecureBytes& dataKey, KeyPurpose purpose)
{
    static_assert(dataKeySize == crypto_kdf_KEYBYTES);
    SecureBytes key(dataKeySize);
    crypto_kdf_derive_from_key(key.data(), key.size(), quint64(purpose), "songhe_1", dataKey.data());
    return key;
}

QByteArray sealBytes(const SecureBytes& key, QByteArrayView plain, const QByteArray& bound)
{
    QByteArray sealed(qsizetype(nonceSize) + plain.size() + qsizetype(tagSize), Qt::Uninitialized);
    randombytes_buf(sealed.data(), nonceSize);
    crypto_aead_xchacha20poly1305_ietf_encrypt(bytesOf(sealed) + nonceSize, nullptr, bytesOf(plain),
                                               quint64(plain.size()), bytesOf(bound), quint64(bound.size()), nullptr,
                                               bytesOf(QByteArrayView(sealed)), key.data());
    return sealed;
}

Result<SecureBytes> openBytes(const SecureBytes& key, QByteArrayView sealed, const QByteArray& bound)
{
    const auto damaged = [] {
        return fail(Error::Kind::Damaged,
                    KeysText::tr("Sealed data do not open: they were changed or belong elsewhere. Please run 'check'."),
                    QStringLiteral("aead"));
    };
    if (sealed.size() < qsizetype(nonceSize + tagSize))
        return damaged();
    SecureBytes plain(std::size_t(sealed.size()) - nonceSize - tagSize);
    if (crypto_aead_xchacha20poly1305_ietf_decrypt(plain.data(), nullptr, nullptr, bytesOf(sealed) + nonceSize,
                                                   quint64(sealed.size()) - nonceSize, bytesOf(bound),
                                                   quint64(bound.size()), bytesOf(sealed), key.data())
        != 0)
        return damaged();
    return plain;
}

Result<QByteArray> loginDigest(const QString& name, const QString& centreUuid)
{
    std::array<unsigned char, crypto_pwhash_SALTBYTES> salt {};
    const QByteArray uuid = centreUuid.toUtf8();
    crypto_generichash(salt.data(), salt.size(), bytesOf(uuid), quint64(uuid.size()), nullptr, 0);
    const QByteArray text = name.normalized(QString::NormalizationForm_KC).trimmed().toCaseFolded().toUtf8();
    QByteArray digest(32, Qt::Uninitialized);
    if (crypto_pwhash(bytesOf(digest), quint64(digest.size()), text.constData(), quint64(text.size()), salt.data(),
                      loginOps, loginMemory, crypto_pwhash_ALG_ARGON2ID13)
        != 0)
        return fail(Error::Kind::Io,
                    KeysText::tr("This computer has too little free memory to check the password. Please close "
                                 "other programs and try again."),
                    QStringLiteral("argon2id"));
    return digest;
}

QString newRecoveryKey()
{
    QString key;
    for (int i = 0; i < 32; ++i) {
        if (i > 0 && i % 4 == 0)
            key += u'-';
        key += QLatin1Char(crockford[randombytes_uniform(32)]);
    }
    return key;
}

SecureBytes recoverySecret(const QString& typed)
{
    QByteArray plain;
    for (const QChar letter : typed.normalized(QString::NormalizationForm_KC).toUpper()) {
        if (letter == u'O')
            plain += '0';
        else if (letter == u'I' || letter == u'L')
            plain += '1';
        else if (letter.isLetterOrNumber())
            plain += letter.toLatin1();
    }
    SecureBytes secret {QByteArrayView(plain)};
    sodium_memzero(plain.data(), std::size_t(plain.size()));
    return secret;
}

} // namespace songhe
