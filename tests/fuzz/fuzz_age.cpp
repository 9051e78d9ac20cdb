// SPDX-License-Identifier: GPL-3.0-or-later
// A sealed file from anywhere: header, armor, stanzas and chunks. Nothing opens that was not sealed to us.
#include "core/exchange/age_header.h"
#include "core/exchange/age_stream.h"
#include "tests/fuzz/fuzz.h"

#include <QtCore/QBuffer>

#include <sodium.h>

using namespace songhe;

namespace {

const AgeKeys& keys()
{
    static const AgeKeys made = [] {
        fuzz::mustHold(sodium_init() >= 0);
        AgeKeys keys;
        keys.identities.push_back(AgeIdentity::generate());
        return keys;
    }();
    return made;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size)
{
    QByteArray bytes = fuzz::bytesOf(data, size);
    QBuffer file(&bytes);
    file.open(QIODevice::ReadOnly);
    const auto reader = AgeReader::open(file, keys());
    // The identity was made a moment ago: a file that it opens was forged.
    fuzz::mustHold(!reader);

    QBuffer again(&bytes);
    again.open(QIODevice::ReadOnly);
    ByteSource source(again);
    if (const auto header = readAgeHeader(source); header)
        fuzz::mustHold(!openAgeHeader(*header, keys()));
    static_cast<void>(AgeRecipient::fromText(QString::fromUtf8(bytes)));
    static_cast<void>(readAgeIdentities(bytes));
    return 0;
}
