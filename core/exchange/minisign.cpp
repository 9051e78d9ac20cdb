// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/minisign.h"

#include "core/exchange/exchange_text.h"
#include "core/exchange/strict_base64.h"

#include <sodium.h>

#include <algorithm>

namespace songhe {

namespace minisign {

constexpr qsizetype maxCommentBytes = 8000;
constexpr qint64 maxLegacyMessage = 1024LL * 1024 * 1024;
constexpr QByteArrayView untrustedLabel = "untrusted comment: ";
constexpr QByteArrayView trustedLabel = "trusted comment: ";

Failure noSignature()
{
    return fail(Error::Kind::Damaged,
                ExchangeText::tr("This is no minisign signature file, or it was changed. Fetch the file ending in "
                                 ".minisig again."));
}

Failure doesNotFit()
{
    return fail(
        Error::Kind::Damaged,
        ExchangeText::tr("The signature does not fit this file: the file or its signature was changed. Do not use "
                         "it; fetch both again."));
}

const unsigned char* bytesOf(QByteArrayView view)
{
    return reinterpret_cast<const unsigned char*>(view.data());
}

bool holds(const MinisignPublicKey& key, QByteArrayView signature, QByteArrayView message)
{
    return crypto_sign_verify_detached(bytesOf(signature), bytesOf(message),
                                       static_cast<unsigned long long>(message.size()), key.point.data())
        == 0;
}

Result<void> checkedGlobal(const MinisignPublicKey& key, const MinisignSignature& signature)
{
    if (signature.number != key.number)
        return fail(Error::Kind::Damaged,
                    ExchangeText::tr("This was signed with another key than the one given. Check whose file it is."));
    if (!holds(key, signature.global, signature.signature + signature.trustedComment))
        return doesNotFit();
    return {};
}

std::optional<QByteArray> decoded(QByteArrayView line, qsizetype size)
{
    auto bytes = strictBase64(line, Base64Padding::Full);
    if (!bytes || bytes->size() != size)
        return std::nullopt;
    return bytes;
}

class Digest {
public:
    Digest() { crypto_generichash_init(&m_state, nullptr, 0, 64); }
    void add(QByteArrayView bytes)
    {
        crypto_generichash_update(&m_state, bytesOf(bytes), static_cast<unsigned long long>(bytes.size()));
    }
    QByteArray result()
    {
        QByteArray digest(64, Qt::Uninitialized);
        crypto_generichash_final(&m_state, reinterpret_cast<unsigned char*>(digest.data()), 64);
        return digest;
    }

private:
    crypto_generichash_state m_state;
};

} // namespace minisign

Result<MinisignSignature> MinisignSignature::fromFile(QByteArrayView file)
{
    using namespace minisign;
    if (file.size() > 4 * maxCommentBytes)
        return noSignature();
    QByteArrayList lines = file.toByteArray().split('\n');
    for (QByteArray& line : lines)
        if (line.endsWith('\r'))
            line.chop(1);
    while (lines.size() > 4 && lines.back().isEmpty())
        lines.removeLast();
    if (lines.size() != 4 || !lines[0].startsWith(untrustedLabel.toByteArray())
        || !lines[2].startsWith(trustedLabel.toByteArray()))
        return noSignature();
    const auto own = decoded(lines[1], 74);
    const auto global = decoded(lines[3], 64);
    if (!own || !global || (!own->startsWith("ED") && !own->startsWith("Ed")))
        return noSignature();
    MinisignSignature signature;
    signature.prehashed = own->at(1) == 'D';
    std::copy_n(bytesOf(*own) + 2, 8, signature.number.begin());
    signature.signature = own->sliced(10);
    signature.trustedComment = lines[2].sliced(trustedLabel.size());
    signature.global = *global;
    return signature;
}

QByteArray MinisignSignature::file(QByteArrayView untrustedComment) const
{
    QByteArray own(prehashed ? "ED" : "Ed");
    own.append(reinterpret_cast<const char*>(number.data()), qsizetype(number.size()));
    own += signature;
    return minisign::untrustedLabel.toByteArray() + untrustedComment.toByteArray() + '\n' + own.toBase64() + '\n'
        + minisign::trustedLabel.toByteArray() + trustedComment + '\n' + global.toBase64() + '\n';
}

Result<QByteArray> minisignDigest(QIODevice& message)
{
    minisign::Digest digest;
    QByteArray part(256 * 1024, Qt::Uninitialized);
    for (;;) {
        ASSIGN_OR_RETURN(const qint64 count, readSome(message, part.data(), part.size()));
        if (count == 0)
            return digest.result();
        digest.add(QByteArrayView(part).first(qsizetype(count)));
    }
}

QByteArray minisignDigest(QByteArrayView message)
{
    minisign::Digest digest;
    digest.add(message);
    return digest.result();
}

Result<MinisignSignature> minisignSign(const MinisignSecretKey& key, QByteArrayView digest,
                                       const QString& trustedComment)
{
    MinisignSignature signature;
    signature.trustedComment = trustedComment.toUtf8();
    const bool oneLine = std::none_of(signature.trustedComment.begin(), signature.trustedComment.end(),
                                      [](char c) { return uchar(c) < 32 && c != '\t'; });
    if (!oneLine || signature.trustedComment.size() > minisign::maxCommentBytes)
        return fail(Error::Kind::Invalid,
                    ExchangeText::tr("A signature's comment is one line of at most 8,000 bytes. Shorten it."));
    signature.number = key.number();
    signature.signature = key.signDetached(digest);
    signature.global = key.signDetached(signature.signature + signature.trustedComment);
    return signature;
}

Result<void> minisignVerify(const MinisignPublicKey& key, const MinisignSignature& signature, QIODevice& message)
{
    RETURN_IF_ERROR(minisign::checkedGlobal(key, signature));
    if (!signature.prehashed) {
        ASSIGN_OR_RETURN(const QByteArray all, readAllBounded(message, minisign::maxLegacyMessage));
        return minisign::holds(key, signature.signature, all) ? Result<void>() : minisign::doesNotFit();
    }
    ASSIGN_OR_RETURN(const QByteArray digest, minisignDigest(message));
    return minisign::holds(key, signature.signature, digest) ? Result<void>() : minisign::doesNotFit();
}

Result<void> minisignVerify(const MinisignPublicKey& key, const MinisignSignature& signature, QByteArrayView message)
{
    RETURN_IF_ERROR(minisign::checkedGlobal(key, signature));
    const bool fits = signature.prehashed ? minisign::holds(key, signature.signature, minisignDigest(message))
                                          : minisign::holds(key, signature.signature, message);
    return fits ? Result<void>() : minisign::doesNotFit();
}

} // namespace songhe
