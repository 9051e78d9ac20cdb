// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/secure_bytes.h"

#include <QtCore/QByteArray>
#include <QtCore/QDateTime>
#include <QtCore/QString>

#include <array>
#include <vector>

namespace songhe {

/// Whom a file is sealed to: an X25519 point, `age1…` in text.
struct AgeRecipient {
    std::array<unsigned char, 32> point {};

    [[nodiscard]] static Result<AgeRecipient> fromText(const QString& text);
    [[nodiscard]] QString text() const;
    friend bool operator==(const AgeRecipient&, const AgeRecipient&) = default;
};

/// The secret that opens what was sealed to its recipient: `AGE-SECRET-KEY-1…` in text.
class AgeIdentity {
public:
    [[nodiscard]] static AgeIdentity generate();
    [[nodiscard]] static Result<AgeIdentity> fromText(QByteArrayView text);

    [[nodiscard]] AgeRecipient recipient() const;
    [[nodiscard]] const SecureBytes& secret() const { return m_secret; }
    [[nodiscard]] SecureBytes text() const;

private:
    explicit AgeIdentity(SecureBytes secret)
        : m_secret(std::move(secret))
    { }

    SecureBytes m_secret;
};

/// Reads an identity file as age-keygen writes it: comments, blank lines, one identity a line. A line that is no
/// identity is refused by its number; a file without any is refused too.
Result<std::vector<AgeIdentity>> readAgeIdentities(QByteArrayView file);
/// What age-keygen would write: two comment lines and the identity.
[[nodiscard]] SecureBytes ageIdentityFile(const AgeIdentity& identity, const QDateTime& created);

} // namespace songhe
