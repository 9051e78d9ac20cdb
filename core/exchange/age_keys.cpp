// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/age_keys.h"

#include "core/exchange/bech32.h"
#include "core/exchange/exchange_text.h"

#include <sodium.h>

#include <algorithm>

namespace songhe {

Result<AgeRecipient> AgeRecipient::fromText(const QString& text)
{
    const auto decoded = bech32Decode(text.trimmed().toLatin1());
    AgeRecipient recipient;
    if (!decoded || decoded->prefix != "age" || decoded->data.size() != recipient.point.size())
        return fail(Error::Kind::Invalid,
                    ExchangeText::tr("This is no age recipient. It begins with age1 and is given out by the receiver; "
                                     "copy it whole."));
    std::copy_n(decoded->data.data(), recipient.point.size(), recipient.point.begin());
    return recipient;
}

QString AgeRecipient::text() const
{
    return QString::fromLatin1(
        bech32Encode("age", {reinterpret_cast<const char*>(point.data()), qsizetype(point.size())}));
}

AgeIdentity AgeIdentity::generate()
{
    return AgeIdentity(SecureBytes::random(crypto_scalarmult_SCALARBYTES));
}

Result<AgeIdentity> AgeIdentity::fromText(QByteArrayView text)
{
    auto decoded = bech32Decode(text.trimmed());
    if (!decoded || decoded->prefix != "AGE-SECRET-KEY-" || decoded->data.size() != crypto_scalarmult_SCALARBYTES)
        return fail(Error::Kind::Invalid,
                    ExchangeText::tr("This is no age identity. It begins with AGE-SECRET-KEY-1; copy it whole."));
    return AgeIdentity(std::move(decoded->data));
}

AgeRecipient AgeIdentity::recipient() const
{
    AgeRecipient recipient;
    crypto_scalarmult_base(recipient.point.data(), m_secret.data());
    return recipient;
}

SecureBytes AgeIdentity::text() const
{
    QByteArray text = bech32Encode("AGE-SECRET-KEY-", m_secret.view());
    std::transform(text.begin(), text.end(), text.begin(),
                   [](char c) { return c >= 'a' && c <= 'z' ? char(c - 32) : c; });
    SecureBytes kept {QByteArrayView(text)};
    sodium_memzero(text.data(), std::size_t(text.size()));
    return kept;
}

Result<std::vector<AgeIdentity>> readAgeIdentities(QByteArrayView file)
{
    std::vector<AgeIdentity> identities;
    int number = 0;
    while (!file.isEmpty()) {
        const qsizetype end = file.indexOf('\n');
        const QByteArrayView line = (end < 0 ? file : file.first(end)).trimmed();
        file = end < 0 ? QByteArrayView() : file.sliced(end + 1);
        ++number;
        if (line.isEmpty() || line.startsWith('#'))
            continue;
        auto identity = AgeIdentity::fromText(line);
        if (!identity)
            return fail(
                Error::Kind::Invalid,
                ExchangeText::tr("Line %1 of the identity file is no age identity. Use the file that age-keygen "
                                 "or this program wrote.")
                    .arg(number));
        identities.push_back(*std::move(identity));
    }
    if (identities.empty())
        return fail(
            Error::Kind::Invalid,
            ExchangeText::tr("The identity file holds no identity. Use the file that age-keygen or this program "
                             "wrote."));
    return identities;
}

SecureBytes ageIdentityFile(const AgeIdentity& identity, const QDateTime& created)
{
    const QByteArray comments = "# created: " + created.toUTC().toString(Qt::ISODate).toLatin1()
        + "\n# public key: " + identity.recipient().text().toLatin1() + '\n';
    const SecureBytes key = identity.text();
    SecureBytes file(std::size_t(comments.size()) + key.size() + 1);
    std::copy(comments.begin(), comments.end(), file.data());
    std::copy_n(key.data(), key.size(), file.data() + comments.size());
    file.data()[file.size() - 1] = '\n';
    return file;
}

} // namespace songhe
