// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/age_stream.h"

#include "core/exchange/exchange_text.h"
#include "core/exchange/key_derivation.h"

#include <sodium.h>

#include <array>
#include <cstring>

namespace songhe {

namespace age_stream {

constexpr qsizetype chunkSize = 64 * 1024;
constexpr qsizetype tagSize = crypto_aead_chacha20poly1305_IETF_ABYTES;
constexpr qsizetype nonceSize = 16;

using Nonce = std::array<unsigned char, crypto_aead_chacha20poly1305_IETF_NPUBBYTES>;

/// 11 bytes of counter, big-endian, and one that marks the last chunk.
Nonce nonceOf(quint64 chunk, bool last)
{
    Nonce nonce {};
    for (std::size_t i = 0; i < 8; ++i)
        nonce[10 - i] = static_cast<unsigned char>(chunk >> (8 * i));
    nonce[11] = last ? 1 : 0;
    return nonce;
}

Failure damaged(const char* what)
{
    return fail(Error::Kind::Damaged,
                ExchangeText::tr("This sealed file is damaged or incomplete, so it was not opened. Fetch it again."),
                QString::fromLatin1(what));
}

} // namespace age_stream

AgeWriter::AgeWriter(QIODevice& target)
    : m_target(&target)
{ }

AgeWriter::~AgeWriter()
{
    m_plain.resize(m_plain.capacity()); // a sealed chunk's text still lies there
    sodium_memzero(m_plain.data(), std::size_t(m_plain.size()));
}

Result<std::unique_ptr<AgeWriter>> AgeWriter::open(QIODevice& target, const AgeSealing& sealing)
{
    std::unique_ptr<AgeWriter> writer(new AgeWriter(target));
    RETURN_IF_ERROR(writer->begin(sealing));
    static_cast<QIODevice&>(*writer).open(QIODevice::WriteOnly | QIODevice::Unbuffered);
    return writer;
}

Result<void> AgeWriter::begin(const AgeSealing& sealing)
{
    if (!sealing.passphrase.isEmpty() && !sealing.recipients.empty())
        return fail(Error::Kind::Invalid,
                    ExchangeText::tr("A file is sealed to recipients or to a passphrase, not to both. Choose one."));
    const SecureBytes fileKey = SecureBytes::random(16);
    ASSIGN_OR_RETURN(QByteArray head,
                     sealing.passphrase.isEmpty() ? makeAgeHeader(fileKey, sealing.recipients)
                                                  : makeAgeHeader(fileKey, sealing.passphrase, sealing.scryptFactor));
    QByteArray nonce(age_stream::nonceSize, Qt::Uninitialized);
    randombytes_buf(nonce.data(), std::size_t(nonce.size()));
    m_key = hkdfSha256(fileKey.view(), nonce, "payload");
    m_plain.reserve(age_stream::chunkSize);
    if (sealing.armor) {
        m_armor = std::make_unique<ArmorWriter>(*m_target);
        m_target = m_armor.get();
    }
    return writeAll(*m_target, head + nonce);
}

Result<void> AgeWriter::sealChunk(QByteArrayView plain, bool last)
{
    const age_stream::Nonce nonce = age_stream::nonceOf(m_chunk++, last);
    m_sealed.resize(plain.size() + age_stream::tagSize);
    crypto_aead_chacha20poly1305_ietf_encrypt(reinterpret_cast<unsigned char*>(m_sealed.data()), nullptr,
                                              reinterpret_cast<const unsigned char*>(plain.data()),
                                              static_cast<unsigned long long>(plain.size()), nullptr, 0, nullptr,
                                              nonce.data(), m_key.data());
    return writeAll(*m_target, m_sealed);
}

qint64 AgeWriter::writeData(const char* data, qint64 count)
{
    if (failure() || m_finished)
        return -1;
    QByteArrayView rest(data, count);
    // A full chunk waits for its next byte: only then is it known not to be the last.
    while (m_plain.size() + rest.size() > age_stream::chunkSize) {
        QByteArrayView chunk = rest.first(age_stream::chunkSize - m_plain.size());
        rest = rest.sliced(chunk.size());
        if (!m_plain.isEmpty())
            chunk = m_plain.append(chunk); // else straight from the caller's bytes
        auto sealed = sealChunk(chunk, false);
        m_plain.resize(0);
        if (!sealed)
            return failed(std::move(sealed).error());
    }
    m_plain.append(rest);
    return count;
}

Result<void> AgeWriter::finish()
{
    if (failure())
        return fail(*failure());
    if (m_finished)
        return {};
    m_finished = true;
    RETURN_IF_ERROR(sealChunk(m_plain, true));
    return m_armor ? m_armor->finish() : Result<void>();
}

AgeReader::AgeReader(QIODevice& source)
    : m_outer(std::make_unique<ByteSource>(source))
{ }

AgeReader::~AgeReader()
{
    sodium_memzero(m_plain.data(), std::size_t(m_plain.size()));
}

Result<std::unique_ptr<AgeReader>> AgeReader::open(QIODevice& source, const AgeKeys& keys)
{
    std::unique_ptr<AgeReader> reader(new AgeReader(source));
    RETURN_IF_ERROR(reader->begin(keys));
    static_cast<QIODevice&>(*reader).open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    return reader;
}

Result<void> AgeReader::begin(const AgeKeys& keys)
{
    m_bytes = m_outer.get();
    ASSIGN_OR_RETURN(const bool armored, ArmorReader::recognise(*m_outer));
    if (armored) {
        m_armor = std::make_unique<ArmorReader>(*m_outer);
        m_inner = std::make_unique<ByteSource>(*m_armor);
        m_bytes = m_inner.get();
    }
    ASSIGN_OR_RETURN(const AgeHeader header, readAgeHeader(*m_bytes));
    ASSIGN_OR_RETURN(const SecureBytes fileKey, openAgeHeader(header, keys));
    QByteArray nonce(age_stream::nonceSize, Qt::Uninitialized);
    ASSIGN_OR_RETURN(const qsizetype count, m_bytes->read(nonce.data(), nonce.size()));
    if (count != nonce.size())
        return age_stream::damaged("no payload");
    m_key = hkdfSha256(fileKey.view(), nonce, "payload");
    return {};
}

Result<void> AgeReader::openChunk()
{
    m_sealed.resize(age_stream::chunkSize + age_stream::tagSize);
    ASSIGN_OR_RETURN(const qsizetype count, m_bytes->read(m_sealed.data(), m_sealed.size()));
    ASSIGN_OR_RETURN(const bool last, m_bytes->atEnd());
    if (count < age_stream::tagSize)
        return age_stream::damaged("chunk cut short");
    if (count == age_stream::tagSize && m_chunk > 0)
        return age_stream::damaged("empty last chunk");
    // A file cut at a chunk's edge, or with bytes behind its last chunk: the chunk itself is authentic and is given
    // out, the damage is told at the next read.
    if (decrypt(count, last)) {
        m_state = last ? State::Ended : State::More;
    } else if (count == m_sealed.size() && decrypt(count, !last)) {
        m_state = State::Damaged;
        RETURN_IF_ERROR(drain());
    } else {
        return age_stream::damaged(last ? "last chunk" : "chunk");
    }
    ++m_chunk;
    return {};
}

bool AgeReader::decrypt(qsizetype count, bool last)
{
    const age_stream::Nonce nonce = age_stream::nonceOf(m_chunk, last);
    m_plain.resize(count - age_stream::tagSize);
    m_at = 0;
    const bool authentic = crypto_aead_chacha20poly1305_ietf_decrypt(
                               reinterpret_cast<unsigned char*>(m_plain.data()), nullptr, nullptr,
                               reinterpret_cast<const unsigned char*>(m_sealed.constData()),
                               static_cast<unsigned long long>(count), nullptr, 0, nonce.data(), m_key.data())
        == 0;
    if (!authentic)
        m_plain.clear();
    return authentic;
}

/// To the source's end, so that torn armor is known before this chunk leaves.
Result<void> AgeReader::drain()
{
    QByteArray rest(age_stream::chunkSize, Qt::Uninitialized);
    for (;;) {
        auto count = m_bytes->read(rest.data(), rest.size());
        if (!count) {
            m_plain.clear();
            return fail(std::move(count).error());
        }
        if (*count == 0)
            return {};
    }
}

qint64 AgeReader::readData(char* data, qint64 most)
{
    if (failure())
        return -1;
    if (most == 0)
        return 0;
    while (m_at == m_plain.size()) {
        if (m_state == State::Ended)
            return -1;
        if (m_state == State::Damaged)
            return failed(age_stream::damaged("cut, or bytes behind the last chunk").error);
        if (auto opened = openChunk(); !opened)
            return failed(std::move(opened).error());
    }
    const qint64 count = qMin(most, qint64(m_plain.size() - m_at));
    std::memcpy(data, m_plain.constData() + m_at, std::size_t(count));
    m_at += count;
    return count;
}

} // namespace songhe
