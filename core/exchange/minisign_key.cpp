// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/minisign.h"

#include "core/exchange/exchange_text.h"
#include "core/exchange/strict_base64.h"

#include <QtCore/QtEndian>

#include <QtCore/QCryptographicHash>

#include <sodium.h>

#include <algorithm>
#include <cstring>

namespace songhe {

namespace minisign_key {

// signature algorithm 2, KDF 2, checksum 2, salt 32, operations 8, memory 8; then, encrypted together: number 8, key
// 64, checksum 32
constexpr qsizetype headSize = 54;
constexpr qsizetype sealedSize = 104;
constexpr qsizetype fileSize = headSize + sealedSize;
constexpr quint64 maxMemory = 1073741824;
constexpr quint64 maxOperations = 33554432;

Failure noSecretKey()
{
    return fail(Error::Kind::Invalid,
                ExchangeText::tr("This is no minisign secret key file. Choose the file that minisign or this program "
                                 "wrote."));
}

const unsigned char* bytesOf(QByteArrayView view)
{
    return reinterpret_cast<const unsigned char*>(view.data());
}

/// The line that holds the key: the second of a file, or the only one.
QByteArrayView keyLine(QByteArrayView text)
{
    text = text.trimmed();
    const qsizetype end = text.indexOf('\n');
    if (end < 0)
        return text;
    QByteArrayView rest = text.sliced(end + 1);
    const qsizetype second = rest.indexOf('\n');
    return (second < 0 ? rest : rest.first(second)).trimmed();
}

std::optional<QByteArray> decoded(QByteArrayView line, qsizetype size)
{
    auto bytes = strictBase64(line, Base64Padding::Full);
    if (!bytes || bytes->size() != size)
        return std::nullopt;
    return bytes;
}

Result<QByteArray> secretBytes(QByteArrayView file)
{
    const auto bytes = decoded(keyLine(file), fileSize);
    if (!bytes || !bytes->startsWith("Ed") || QByteArrayView(*bytes).sliced(4, 2) != QByteArrayView("B2"))
        return noSecretKey();
    const QByteArrayView kdf = QByteArrayView(*bytes).sliced(2, 2);
    if (kdf != QByteArrayView("Sc") && kdf != QByteArrayView("\0\0", 2))
        return noSecretKey();
    return *bytes;
}

/// Encrypts or decrypts in place: the key stream is scrypt's output.
Result<void> applyPassword(unsigned char* sealed, const QByteArray& head, const SecureBytes& password)
{
    const quint64 operations = qFromLittleEndian<quint64>(head.constData() + 38);
    const quint64 memory = qFromLittleEndian<quint64>(head.constData() + 46);
    if (operations > maxOperations || memory > maxMemory)
        return noSecretKey();
    SecureBytes stream(sealedSize);
    if (crypto_pwhash_scryptsalsa208sha256(stream.data(), sealedSize, reinterpret_cast<const char*>(password.data()),
                                           password.size(), bytesOf(head) + 6, operations, std::size_t(memory))
        != 0)
        return fail(Error::Kind::Refused,
                    ExchangeText::tr("There is not enough memory to open the secret key. Close other programs and try "
                                     "again."));
    for (qsizetype i = 0; i < sealedSize; ++i)
        sealed[i] ^= stream.data()[i];
    return {};
}

void checksum(unsigned char* out, const unsigned char* numberAndKey)
{
    crypto_generichash_state state;
    crypto_generichash_init(&state, nullptr, 0, 32);
    crypto_generichash_update(&state, reinterpret_cast<const unsigned char*>("Ed"), 2);
    crypto_generichash_update(&state, numberAndKey, 72);
    crypto_generichash_final(&state, out, 32);
}

} // namespace minisign_key

Result<MinisignPublicKey> MinisignPublicKey::fromText(QByteArrayView text)
{
    const auto bytes = minisign_key::decoded(minisign_key::keyLine(text), 42);
    if (!bytes || !bytes->startsWith("Ed"))
        return fail(Error::Kind::Invalid,
                    ExchangeText::tr("This is no minisign public key. It is 56 characters beginning with RW; copy it "
                                     "whole."));
    MinisignPublicKey key;
    std::copy_n(minisign_key::bytesOf(*bytes) + 2, 8, key.number.begin());
    std::copy_n(minisign_key::bytesOf(*bytes) + 10, 32, key.point.begin());
    return key;
}

QString MinisignPublicKey::text() const
{
    QByteArray bytes("Ed");
    bytes.append(reinterpret_cast<const char*>(number.data()), qsizetype(number.size()));
    bytes.append(reinterpret_cast<const char*>(point.data()), qsizetype(point.size()));
    return QString::fromLatin1(bytes.toBase64());
}

QString MinisignPublicKey::shortCode() const
{
    const QByteArray digest = QCryptographicHash::hash(text().toLatin1(), QCryptographicHash::Sha256);
    const QString digits = QString::fromLatin1(digest.first(6).toHex().toUpper());
    return digits.left(4) + QLatin1Char(' ') + digits.mid(4, 4) + QLatin1Char(' ') + digits.right(4);
}

QString MinisignPublicKey::numberText() const
{
    const auto value = qFromLittleEndian<quint64>(number.data());
    return QString::number(value, 16).toUpper(); // without leading zeros, as minisign writes it
}

QByteArray MinisignPublicKey::file() const
{
    return "untrusted comment: minisign public key " + numberText().toLatin1() + '\n' + text().toLatin1() + '\n';
}

MinisignSecretKey MinisignSecretKey::generate()
{
    MinisignSecretKey key;
    randombytes_buf(key.m_number.data(), key.m_number.size());
    std::array<unsigned char, 32> point {};
    crypto_sign_keypair(point.data(), key.m_key.data());
    return key;
}

Result<bool> MinisignSecretKey::isEncrypted(QByteArrayView file)
{
    ASSIGN_OR_RETURN(const QByteArray bytes, minisign_key::secretBytes(file));
    return bytes.at(2) == 'S';
}

Result<MinisignSecretKey> MinisignSecretKey::fromFile(QByteArrayView file, const SecureBytes& password)
{
    using namespace minisign_key;
    ASSIGN_OR_RETURN(QByteArray bytes, secretBytes(file));
    const bool encrypted = bytes.at(2) == 'S';
    SecureBytes open(QByteArrayView(bytes).sliced(headSize));
    sodium_memzero(bytes.data() + headSize, std::size_t(sealedSize));
    if (encrypted)
        RETURN_IF_ERROR(applyPassword(open.data(), bytes, password));
    SecureBytes wanted(32);
    checksum(wanted.data(), open.data());
    // minisign -W has left the checksum of an open key empty in some versions.
    const bool unchecked = !encrypted && sodium_is_zero(open.data() + 72, 32);
    if (!unchecked && sodium_memcmp(wanted.data(), open.data() + 72, 32) != 0) {
        if (encrypted)
            return fail(Error::Kind::WrongPassword,
                        ExchangeText::tr("The password does not open this secret key. Type it again."));
        return noSecretKey();
    }
    MinisignSecretKey key;
    std::copy_n(open.data(), 8, key.m_number.begin());
    std::copy_n(open.data() + 8, 64, key.m_key.data());
    return key;
}

MinisignPublicKey MinisignSecretKey::publicKey() const
{
    MinisignPublicKey key;
    key.number = m_number;
    std::copy_n(m_key.data() + 32, 32, key.point.begin());
    return key;
}

Result<SecureBytes> MinisignSecretKey::file(const SecureBytes& password, MinisignCost cost) const
{
    using namespace minisign_key;
    QByteArray head(headSize, '\0');
    std::memcpy(head.data(), "Ed", 2);
    std::memcpy(head.data() + 4, "B2", 2);
    if (!password.isEmpty()) {
        std::memcpy(head.data() + 2, "Sc", 2);
        randombytes_buf(head.data() + 6, 32);
        qToLittleEndian(cost.operations, head.data() + 38);
        qToLittleEndian(cost.memory, head.data() + 46);
    }
    SecureBytes bytes {std::size_t(fileSize)};
    unsigned char* sealed = bytes.data() + headSize;
    std::copy(m_number.begin(), m_number.end(), sealed);
    std::copy_n(m_key.data(), 64, sealed + 8);
    checksum(sealed + 72, sealed);
    std::memcpy(bytes.data(), head.constData(), std::size_t(headSize));
    if (!password.isEmpty())
        RETURN_IF_ERROR(applyPassword(sealed, head, password));
    static constexpr QByteArrayView openComment = "untrusted comment: minisign secret key\n";
    static constexpr QByteArrayView sealedComment = "untrusted comment: minisign encrypted secret key\n";
    const QByteArrayView comment = password.isEmpty() ? openComment : sealedComment;
    const std::size_t encodedSize = sodium_base64_ENCODED_LEN(std::size_t(fileSize), sodium_base64_VARIANT_ORIGINAL);
    SecureBytes file(std::size_t(comment.size()) + encodedSize); // the terminating zero's place takes the line break
    std::copy(comment.begin(), comment.end(), file.data());
    sodium_bin2base64(reinterpret_cast<char*>(file.data()) + comment.size(), encodedSize, bytes.data(), bytes.size(),
                      sodium_base64_VARIANT_ORIGINAL);
    file.data()[file.size() - 1] = '\n';
    return file;
}

QByteArray MinisignSecretKey::signDetached(QByteArrayView message) const
{
    QByteArray signature(crypto_sign_BYTES, Qt::Uninitialized);
    crypto_sign_detached(reinterpret_cast<unsigned char*>(signature.data()), nullptr, minisign_key::bytesOf(message),
                         static_cast<unsigned long long>(message.size()), m_key.data());
    return signature;
}

} // namespace songhe
