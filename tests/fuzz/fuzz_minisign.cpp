// SPDX-License-Identifier: GPL-3.0-or-later
// Keys and signatures as files from anywhere. What was not signed by the key does not verify.
#include "core/exchange/minisign.h"
#include "tests/fuzz/fuzz.h"

#include <sodium.h>

using namespace songhe;

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size)
{
    static const MinisignPublicKey key = [] {
        fuzz::mustHold(sodium_init() >= 0);
        return MinisignSecretKey::generate().publicKey();
    }();
    const QByteArray bytes = fuzz::bytesOf(data, size);
    if (const auto read = MinisignPublicKey::fromText(bytes); read) {
        const auto again = MinisignPublicKey::fromText(read->text().toLatin1());
        fuzz::mustHold(again.ok() && *again == *read);
    }
    if (const auto signature = MinisignSignature::fromFile(bytes); signature) {
        MinisignPublicKey same = key;
        same.number = signature->number;
        fuzz::mustHold(!minisignVerify(same, *signature, QByteArrayView("data")));
        const auto again = MinisignSignature::fromFile(signature->file("again"));
        fuzz::mustHold(again.ok() && again->signature == signature->signature && again->global == signature->global
                       && again->trustedComment == signature->trustedComment);
    }
    // Only files that are not encrypted: a password wants a second and a gigabyte.
    if (const auto encrypted = MinisignSecretKey::isEncrypted(bytes); encrypted && !*encrypted)
        static_cast<void>(MinisignSecretKey::fromFile(bytes));
    return 0;
}
