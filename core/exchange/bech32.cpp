// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/bech32.h"

#include <sodium.h>

#include <array>
#include <cstring>

namespace songhe {

namespace bech32 {

constexpr char alphabet[] = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
constexpr int checksumLength = 6;

/// Runs the checksum's polynomial over the prefix and the 5-bit groups handed in one by one.
class Checksum {
public:
    explicit Checksum(QByteArrayView prefix)
    {
        for (const char c : prefix)
            add(quint32(uchar(c)) >> 5);
        add(0);
        for (const char c : prefix)
            add(uchar(c) & 31U);
    }
    void add(quint32 group)
    {
        static constexpr std::array<quint32, 5> generator
            = {0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3};
        const quint32 top = m_value >> 25;
        m_value = ((m_value & 0x1ffffff) << 5) ^ group;
        for (std::size_t i = 0; i < generator.size(); ++i)
            if ((top >> i) & 1)
                m_value ^= generator[i];
    }
    [[nodiscard]] quint32 value() const { return m_value; }

private:
    quint32 m_value = 1;
};

} // namespace bech32

QByteArray bech32Encode(QByteArrayView prefix, QByteArrayView data)
{
    QByteArray text = prefix.toByteArray().toLower();
    bech32::Checksum checksum(text);
    text += '1';
    const auto put = [&](quint32 group) {
        checksum.add(group);
        text += bech32::alphabet[group];
    };
    quint32 bits = 0;
    int held = 0;
    for (const char c : data) {
        bits = (bits << 8) | uchar(c);
        held += 8;
        while (held >= 5)
            put((bits >> (held -= 5)) & 31);
        bits &= 0xff;
    }
    if (held > 0)
        put((bits << (5 - held)) & 31);
    for (int i = 0; i < bech32::checksumLength; ++i)
        checksum.add(0);
    const quint32 closing = checksum.value() ^ 1;
    for (int i = 0; i < bech32::checksumLength; ++i)
        text += bech32::alphabet[(closing >> (5 * (5 - i))) & 31];
    return text;
}

std::optional<Bech32> bech32Decode(QByteArrayView text)
{
    const qsizetype separator = text.lastIndexOf('1');
    if (separator < 1 || text.size() - separator - 1 < bech32::checksumLength || text.size() > 1000)
        return std::nullopt;
    bool lower = false;
    bool upper = false;
    for (const char c : text) {
        if (c < 33 || c > 126)
            return std::nullopt;
        lower = lower || (c >= 'a' && c <= 'z');
        upper = upper || (c >= 'A' && c <= 'Z');
    }
    if (lower && upper)
        return std::nullopt;
    const QByteArray prefix = text.first(separator).toByteArray();
    bech32::Checksum checksum(prefix.toLower());
    const qsizetype groups = text.size() - separator - 1 - bech32::checksumLength;
    SecureBytes data {std::size_t(groups * 5 / 8)};
    quint32 bits = 0;
    int held = 0;
    std::size_t at = 0;
    for (qsizetype i = 0; i < groups + bech32::checksumLength; ++i) {
        const char c = text[separator + 1 + i];
        const char small = c >= 'A' && c <= 'Z' ? char(c + 32) : c;
        const char* found = std::strchr(bech32::alphabet, small);
        if (!found)
            return std::nullopt;
        const auto group = quint32(found - bech32::alphabet);
        checksum.add(group);
        if (i >= groups)
            continue;
        bits = ((bits << 5) | group) & 0xfff;
        held += 5;
        if (held >= 8)
            data.data()[at++] = uchar(bits >> (held -= 8));
    }
    const bool padded = held < 5 && (bits & ((1U << held) - 1)) == 0;
    sodium_memzero(&bits, sizeof bits);
    if (checksum.value() != 1 || !padded)
        return std::nullopt;
    return Bech32 {prefix, std::move(data)};
}

} // namespace songhe
