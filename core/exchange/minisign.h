// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// minisign's own key and signature files (Ed25519), readable by the stock command and written as it writes them.

#include "core/base/result.h"
#include "core/base/secure_bytes.h"
#include "core/exchange/stream_device.h"

#include <QtCore/QByteArray>
#include <QtCore/QString>

#include <array>

namespace songhe {

/// Who signed: 8 bytes of key number and the Ed25519 point; `RWQ…` in text.
struct MinisignPublicKey {
    std::array<unsigned char, 8> number {};
    std::array<unsigned char, 32> point {};

    /// The 56 characters alone, or a public key file.
    [[nodiscard]] static Result<MinisignPublicKey> fromText(QByteArrayView text);
    [[nodiscard]] QString text() const;
    /// As the comment line of its file names it: hexadecimal digits.
    [[nodiscard]] QString numberText() const;
    /// 12 digits of a digest over the whole key, `7F3A 91C2 4B05`: two people compare it by telephone.
    [[nodiscard]] QString shortCode() const;
    [[nodiscard]] QByteArray file() const;
    friend bool operator==(const MinisignPublicKey&, const MinisignPublicKey&) = default;
};

/// How dear it is to try a password for a secret key file. The default is minisign's: some seconds and 1 GiB.
struct MinisignCost {
    quint64 operations = 33554432;
    quint64 memory = 1073741824;
};

/// A secret key that is open for signing.
class MinisignSecretKey {
public:
    [[nodiscard]] static MinisignSecretKey generate();
    /// Reads a secret key file or its second line alone; the password is used only where the file is encrypted.
    /// `WrongPassword` if it does not open it.
    [[nodiscard]] static Result<MinisignSecretKey> fromFile(QByteArrayView file, const SecureBytes& password = {});
    /// Whether the file asks for a password.
    [[nodiscard]] static Result<bool> isEncrypted(QByteArrayView file);

    [[nodiscard]] MinisignPublicKey publicKey() const;
    /// The file, encrypted under the password, or open where the password is empty.
    [[nodiscard]] Result<SecureBytes> file(const SecureBytes& password = {}, MinisignCost cost = {}) const;

    [[nodiscard]] QByteArray signDetached(QByteArrayView message) const; ///< plain Ed25519, 64 bytes
    [[nodiscard]] const std::array<unsigned char, 8>& number() const { return m_number; }

private:
    MinisignSecretKey()
        : m_key(64)
    { }

    std::array<unsigned char, 8> m_number {};
    SecureBytes m_key; ///< seed and point, as libsodium keeps it
};

/// What a signature file says, once read.
struct MinisignSignature {
    bool prehashed = true; ///< `ED`; the older `Ed` signs the message itself
    std::array<unsigned char, 8> number {};
    QByteArray signature; ///< 64 bytes
    QByteArray trustedComment;
    QByteArray global; ///< over signature and trusted comment

    [[nodiscard]] static Result<MinisignSignature> fromFile(QByteArrayView file);
    [[nodiscard]] QByteArray file(QByteArrayView untrustedComment) const;
};

/// BLAKE2b-512 of everything up to the end: what a prehashed signature signs.
Result<QByteArray> minisignDigest(QIODevice& message);
[[nodiscard]] QByteArray minisignDigest(QByteArrayView message);

/// A signature over a message of any size. A comment is one line of at most 8,000 bytes.
Result<MinisignSignature> minisignSign(const MinisignSecretKey& key, QByteArrayView digest,
                                       const QString& trustedComment);

/// Whether `key` signed this; the error says what does not fit. A legacy signature wants the message in memory (up to
/// 1 GiB).
Result<void> minisignVerify(const MinisignPublicKey& key, const MinisignSignature& signature, QIODevice& message);
Result<void> minisignVerify(const MinisignPublicKey& key, const MinisignSignature& signature, QByteArrayView message);

} // namespace songhe
