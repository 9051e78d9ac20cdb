// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/age_header.h"

#include "core/exchange/exchange_text.h"
#include "core/exchange/key_derivation.h"
#include "core/exchange/strict_base64.h"

#include <sodium.h>

namespace songhe {

namespace age_header {

constexpr QByteArrayView versionLine = "age-encryption.org/v1\n";
constexpr qsizetype maxHeader = 1024 * 1024;
constexpr qsizetype bodyColumns = 64;

Failure malformed(const char* what)
{
    return fail(
        Error::Kind::Damaged,
        ExchangeText::tr("This file's age header is not in order, so nothing was opened. Fetch the file again."),
        QString::fromLatin1(what));
}

std::optional<QByteArray> fromBase64(QByteArrayView text)
{
    return strictBase64(text, Base64Padding::None);
}

QByteArray base64(QByteArrayView bytes)
{
    return bytes.toByteArray().toBase64(QByteArray::OmitTrailingEquals);
}

/// Takes lines and keeps every byte for the MAC.
class Lines {
public:
    explicit Lines(ByteSource& source)
        : m_source(source)
    { }
    Result<QByteArrayView> next()
    {
        ASSIGN_OR_RETURN(const QByteArray line, m_source.line(maxHeader - m_all.size()));
        if (!line.endsWith('\n'))
            return malformed("header ends early or is too long");
        m_all += line;
        return QByteArrayView(m_all).last(line.size()).chopped(1);
    }
    [[nodiscard]] const QByteArray& all() const { return m_all; }

private:
    ByteSource& m_source;
    QByteArray m_all;
};

Result<AgeStanza> readStanza(QByteArrayView first, Lines& lines)
{
    AgeStanza stanza;
    stanza.arguments = first.sliced(3).toByteArray().split(' ');
    for (const QByteArray& argument : stanza.arguments) {
        if (argument.isEmpty())
            return malformed("empty stanza argument");
        for (const char c : argument)
            if (c < 33 || c > 126)
                return malformed("character in stanza argument");
    }
    for (;;) {
        ASSIGN_OR_RETURN(const QByteArrayView line, lines.next());
        const auto part = fromBase64(line);
        if (!part || line.size() > bodyColumns)
            return malformed("stanza body");
        stanza.body += *part;
        if (line.size() < bodyColumns)
            return stanza;
    }
}

const unsigned char* bytesOf(QByteArrayView view)
{
    return reinterpret_cast<const unsigned char*>(view.data());
}

constexpr unsigned char zeroNonce[crypto_aead_chacha20poly1305_IETF_NPUBBYTES] = {};
constexpr std::size_t fileKeySize = 16;
constexpr qsizetype wrappedSize = 32;

QByteArray wrap(const SecureBytes& key, const SecureBytes& fileKey)
{
    QByteArray body(wrappedSize, Qt::Uninitialized);
    crypto_aead_chacha20poly1305_ietf_encrypt(reinterpret_cast<unsigned char*>(body.data()), nullptr, fileKey.data(),
                                              fileKey.size(), nullptr, 0, nullptr, zeroNonce, key.data());
    return body;
}

std::optional<SecureBytes> unwrap(const SecureBytes& key, const QByteArray& body)
{
    SecureBytes fileKey(fileKeySize);
    if (crypto_aead_chacha20poly1305_ietf_decrypt(fileKey.data(), nullptr, nullptr, bytesOf(body),
                                                  static_cast<unsigned long long>(body.size()), nullptr, 0, zeroNonce,
                                                  key.data())
        != 0)
        return std::nullopt;
    return fileKey;
}

constexpr QByteArrayView x25519Label = "age-encryption.org/v1/X25519";
constexpr QByteArrayView scryptLabel = "age-encryption.org/v1/scrypt";

using Opened = Result<std::optional<SecureBytes>>;

Opened openX25519(const AgeStanza& stanza, const AgeIdentity& identity)
{
    const auto share = stanza.arguments.size() == 2 ? fromBase64(stanza.arguments[1]) : std::nullopt;
    if (!share || share->size() != qsizetype(crypto_scalarmult_BYTES) || stanza.body.size() != wrappedSize)
        return malformed("X25519 stanza");
    SecureBytes shared(crypto_scalarmult_BYTES);
    // Refuses the points of low order, for which every reader would compute the same zero.
    if (crypto_scalarmult(shared.data(), identity.secret().data(), bytesOf(*share)) != 0)
        return malformed("X25519 share of low order");
    const AgeRecipient own = identity.recipient();
    const QByteArray salt = *share + QByteArray(reinterpret_cast<const char*>(own.point.data()), 32);
    return unwrap(hkdfSha256(shared.view(), salt, x25519Label), stanza.body);
}

Result<SecureBytes> scryptKey(const SecureBytes& passphrase, QByteArrayView salt, int factor)
{
    const QByteArray labelled = scryptLabel.toByteArray() + salt.toByteArray();
    SecureBytes key(32);
    if (crypto_pwhash_scryptsalsa208sha256_ll(passphrase.data(), passphrase.size(), bytesOf(labelled),
                                              std::size_t(labelled.size()), quint64(1) << factor, 8, 1, key.data(),
                                              key.size())
        != 0)
        return fail(Error::Kind::Refused,
                    ExchangeText::tr("There is not enough memory to try this passphrase. Close other programs and try "
                                     "again."));
    return key;
}

std::optional<int> scryptFactor(const QByteArray& text)
{
    if (text.isEmpty() || text.size() > 2 || text.startsWith('0'))
        return std::nullopt;
    for (const char c : text)
        if (c < '0' || c > '9')
            return std::nullopt;
    return text.toInt();
}

Opened openScrypt(const AgeStanza& stanza, const SecureBytes& passphrase)
{
    const bool shaped = stanza.arguments.size() == 3 && stanza.body.size() == wrappedSize;
    const auto salt = shaped ? fromBase64(stanza.arguments[1]) : std::nullopt;
    const auto factor = shaped ? scryptFactor(stanza.arguments[2]) : std::nullopt;
    if (!salt || salt->size() != 16 || !factor)
        return malformed("scrypt stanza");
    if (*factor > maxScryptFactor)
        return fail(
            Error::Kind::Damaged,
            ExchangeText::tr("Opening this file would take far too long: its passphrase work factor is above the "
                             "limit. Ask the sender for another copy."));
    ASSIGN_OR_RETURN(const SecureBytes key, scryptKey(passphrase, *salt, *factor));
    return unwrap(key, stanza.body);
}

/// A stanza of a kind that is known must be well-formed even where it is for somebody else.
Opened openStanzas(const AgeHeader& header, const AgeKeys& keys)
{
    for (const AgeStanza& stanza : header.stanzas)
        if (stanza.arguments.front() == "scrypt" && header.stanzas.size() != 1)
            return malformed("scrypt stanza beside others");
    std::optional<SecureBytes> found;
    for (const AgeStanza& stanza : header.stanzas) {
        if (stanza.arguments.front() == "scrypt" && !keys.passphrase.isEmpty()) {
            ASSIGN_OR_RETURN(found, openScrypt(stanza, keys.passphrase));
        } else if (stanza.arguments.front() == "X25519") {
            for (const AgeIdentity& identity : keys.identities) {
                if (found)
                    break;
                ASSIGN_OR_RETURN(found, openX25519(stanza, identity));
            }
        }
        if (found)
            break;
    }
    return found;
}

QByteArray stanzaText(const QByteArrayList& arguments, const QByteArray& body)
{
    const QByteArray text = base64(body);
    QByteArray stanza = "-> " + arguments.join(' ') + '\n';
    qsizetype at = 0;
    for (; text.size() - at >= bodyColumns; at += bodyColumns)
        stanza += text.sliced(at, bodyColumns) + '\n';
    return stanza + text.sliced(at) + '\n';
}

QByteArray closed(QByteArray header, const SecureBytes& fileKey)
{
    header += "---";
    const SecureBytes key = hkdfSha256(fileKey.view(), {}, "header");
    return header + ' ' + base64(hmacSha256(key.view(), header)) + '\n';
}

} // namespace age_header

Result<AgeHeader> readAgeHeader(ByteSource& source)
{
    using namespace age_header;
    ASSIGN_OR_RETURN(const QByteArrayView start, source.peek(versionLine.size()));
    if (start != versionLine)
        return fail(Error::Kind::Invalid,
                    ExchangeText::tr("This is no file sealed with age (version 1). Check that it is the right file."));
    Lines lines(source);
    RETURN_IF_ERROR(lines.next());
    AgeHeader header;
    for (;;) {
        ASSIGN_OR_RETURN(const QByteArrayView view, lines.next());
        const QByteArray line = view.toByteArray();
        if (line.startsWith("-> ")) {
            ASSIGN_OR_RETURN(AgeStanza stanza, readStanza(line, lines));
            header.stanzas.push_back(std::move(stanza));
            continue;
        }
        const auto mac = line.startsWith("--- ") ? fromBase64(QByteArrayView(line).sliced(4)) : std::nullopt;
        if (!mac || mac->size() != 32 || header.stanzas.empty())
            return malformed("closing line");
        header.mac = *mac;
        header.authenticated = lines.all().chopped(line.size() + 1 - 3);
        return header;
    }
}

Result<SecureBytes> openAgeHeader(const AgeHeader& header, const AgeKeys& keys)
{
    using namespace age_header;
    ASSIGN_OR_RETURN(std::optional<SecureBytes> fileKey, openStanzas(header, keys));
    if (!fileKey)
        return fail(
            Error::Kind::WrongPassword,
            ExchangeText::tr("None of the keys given opens this file. Give the identity it was sealed to, or its "
                             "passphrase."));
    const SecureBytes macKey = hkdfSha256(fileKey->view(), {}, "header");
    const QByteArray wanted = hmacSha256(macKey.view(), header.authenticated);
    if (sodium_memcmp(wanted.constData(), header.mac.constData(), 32) != 0)
        return malformed("header MAC");
    return *std::move(fileKey);
}

Result<QByteArray> makeAgeHeader(const SecureBytes& fileKey, std::span<const AgeRecipient> recipients)
{
    using namespace age_header;
    QByteArray header = versionLine.toByteArray();
    if (recipients.empty())
        return fail(Error::Kind::Invalid,
                    ExchangeText::tr("Nobody could open this file: name at least one recipient."));
    for (const AgeRecipient& recipient : recipients) {
        const AgeIdentity once = AgeIdentity::generate();
        const AgeRecipient share = once.recipient();
        SecureBytes shared(crypto_scalarmult_BYTES);
        if (crypto_scalarmult(shared.data(), once.secret().data(), recipient.point.data()) != 0)
            return fail(Error::Kind::Invalid,
                        ExchangeText::tr("This age recipient is not a usable key. Ask the receiver for theirs again."));
        const QByteArray point(reinterpret_cast<const char*>(share.point.data()), 32);
        const QByteArray salt = point + QByteArray(reinterpret_cast<const char*>(recipient.point.data()), 32);
        const SecureBytes key = hkdfSha256(shared.view(), salt, x25519Label);
        header += stanzaText({"X25519", base64(point)}, wrap(key, fileKey));
    }
    return closed(std::move(header), fileKey);
}

Result<QByteArray> makeAgeHeader(const SecureBytes& fileKey, const SecureBytes& passphrase, int scryptFactor)
{
    using namespace age_header;
    if (passphrase.isEmpty())
        return fail(Error::Kind::Invalid, ExchangeText::tr("The passphrase is empty. Choose one of several words."));
    QByteArray salt(16, Qt::Uninitialized);
    randombytes_buf(salt.data(), std::size_t(salt.size()));
    const int factor = qBound(1, scryptFactor, maxScryptFactor);
    ASSIGN_OR_RETURN(const SecureBytes key, scryptKey(passphrase, salt, factor));
    return closed(versionLine.toByteArray()
                      + stanzaText({"scrypt", base64(salt), QByteArray::number(factor)}, wrap(key, fileKey)),
                  fileKey);
}

} // namespace songhe
