// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/age_keys.h"
#include "core/exchange/stream_device.h"

#include <span>

namespace songhe {

/// `-> X25519 …` and its body: the file's key, wrapped for one reader.
struct AgeStanza {
    QByteArrayList arguments; ///< the first is the kind
    QByteArray body;
};

/// The head of an age v1 file (C2SP age.md): who can open it, and a MAC over that.
struct AgeHeader {
    std::vector<AgeStanza> stanzas;
    QByteArray mac;
    QByteArray authenticated; ///< the bytes the MAC is over: up to and with `---`
};

/// What is offered to open a file. A passphrase that is not there is empty.
struct AgeKeys {
    std::vector<AgeIdentity> identities = {};
    SecureBytes passphrase = {};
};

/// The greatest scrypt work factor (log2 N) that is tried when reading, as the age command has it.
inline constexpr int maxScryptFactor = 22;
/// What is written: about a second on an office PC.
inline constexpr int defaultScryptFactor = 18;

/// Takes the header from the source, strictly: canonical base64, no spare spaces, lines of 64, at most 1 MiB.
Result<AgeHeader> readAgeHeader(ByteSource& source);
/// The file's key of 16 bytes, once one of the keys opens a stanza and the MAC holds. `WrongPassword`: none opens it.
Result<SecureBytes> openAgeHeader(const AgeHeader& header, const AgeKeys& keys);

/// A header for these readers, ready to be written.
Result<QByteArray> makeAgeHeader(const SecureBytes& fileKey, std::span<const AgeRecipient> recipients);
Result<QByteArray> makeAgeHeader(const SecureBytes& fileKey, const SecureBytes& passphrase, int scryptFactor);

} // namespace songhe
