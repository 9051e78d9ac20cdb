// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// age v1 as devices that stream: 64 KiB of memory whatever the file's size.
//
//     ASSIGN_OR_RETURN(auto sealed, AgeWriter::open(file, {.recipients = {district, own}}));
//     RETURN_IF_ERROR(writeAll(*sealed, bytes));
//     RETURN_IF_ERROR(sealed->finish());

#include "core/exchange/age_armor.h"
#include "core/exchange/age_header.h"

#include <memory>

namespace songhe {

/// To whom a file is sealed: recipients, or a passphrase alone (age allows nobody beside it).
struct AgeSealing {
    std::vector<AgeRecipient> recipients = {};
    SecureBytes passphrase = {};
    bool armor = false;
    int scryptFactor = defaultScryptFactor;
};

/// Write-only: what is written to it leaves sealed for `target`. Without `finish()` the file stays unreadable.
class AgeWriter final : public StreamDevice {
public:
    static Result<std::unique_ptr<AgeWriter>> open(QIODevice& target, const AgeSealing& sealing);
    ~AgeWriter() override;

    /// Seals the last chunk. Nothing can be written after it.
    Result<void> finish();

protected:
    qint64 readData(char*, qint64) override { return -1; }
    qint64 writeData(const char* data, qint64 count) override;

private:
    explicit AgeWriter(QIODevice& target);
    Result<void> begin(const AgeSealing& sealing);
    Result<void> sealChunk(QByteArrayView plain, bool last);

    std::unique_ptr<ArmorWriter> m_armor;
    QIODevice* m_target;
    SecureBytes m_key;
    quint64 m_chunk = 0;
    QByteArray m_plain;
    QByteArray m_sealed;
    bool m_finished = false;
};

/// Read-only: gives the plaintext of a sealed source, armored or not. Only authenticated bytes come out, and the last
/// chunk only after the source has ended as it should. A read of -1 with `failure()` set is damage, not the end.
class AgeReader final : public StreamDevice {
public:
    /// Reads and checks the header; nothing of the payload is given before it holds.
    static Result<std::unique_ptr<AgeReader>> open(QIODevice& source, const AgeKeys& keys);
    ~AgeReader() override;

protected:
    qint64 readData(char* data, qint64 most) override;
    qint64 writeData(const char*, qint64) override { return -1; }

private:
    explicit AgeReader(QIODevice& source);
    Result<void> begin(const AgeKeys& keys);
    Result<void> openChunk();
    bool decrypt(qsizetype count, bool last);
    Result<void> drain();

    std::unique_ptr<ByteSource> m_outer; ///< the source as it stands
    std::unique_ptr<ArmorReader> m_armor;
    std::unique_ptr<ByteSource> m_inner; ///< out of its armor
    ByteSource* m_bytes = nullptr;
    SecureBytes m_key;
    quint64 m_chunk = 0;
    QByteArray m_sealed;
    QByteArray m_plain;
    qsizetype m_at = 0;
    enum class State { More, Ended, Damaged } m_state = State::More; ///< of what follows the chunk at hand
};

} // namespace songhe
