// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/secure_bytes.h"

#include <QtCore/QByteArray>

namespace songhe {

/// What one guess at a password costs: passes and bytes of memory (Argon2id).
struct KdfCost {
    quint64 ops = 3;
    std::size_t memory = 64U << 20;

    /// The least libsodium allows; for tests only.
    static KdfCost least();
};

/// The data key as it lies in the file: locked by a secret somebody knows.
struct WrappedKey {
    QByteArray salt;
    KdfCost cost;
    QByteArray wrap; ///< nonce, then the key encrypted with XChaCha20-Poly1305
};

constexpr std::size_t dataKeySize = 32;

Result<WrappedKey> wrapDataKey(const SecureBytes& dataKey, const SecureBytes& secret, KdfCost cost);
/// `WrongPassword` if the secret is not the one it was wrapped with.
Result<SecureBytes> unwrapDataKey(const WrappedKey& wrapped, const SecureBytes& secret);

/// Keys derived from the data key, one for each purpose, so that no key serves two.
enum class KeyPurpose : quint64 {
    PersonKeys = 1,
    NumberDigests = 2,
    CentreEnvelopes = 3,
    CentreSecrets = 4,
    RecordDigests = 5,
    PersonDigests = 6
};
SecureBytes derivedKey(const SecureBytes& dataKey, KeyPurpose purpose);

/// XChaCha20-Poly1305 with a random nonce in front; `bound` is authenticated, not hidden.
QByteArray sealBytes(const SecureBytes& key, QByteArrayView plain, const QByteArray& bound);
/// `Damaged` if the bytes, the key or what they are bound to do not fit.
Result<SecureBytes> openBytes(const SecureBytes& key, QByteArrayView sealed, const QByteArray& bound);

/// The sign-in name as the file keeps it: Argon2id, salted by the centre, so that a thief cannot read who works here.
Result<QByteArray> loginDigest(const QString& name, const QString& centreUuid);

/// 160 random bits as eight groups of four letters and digits, to be printed and typed: `7K3M-…`.
QString newRecoveryKey();
/// Takes what a person typed: small letters, blanks, O for 0, I and L for 1.
SecureBytes recoverySecret(const QString& typed);

} // namespace songhe
