// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/stream_device.h"

namespace songhe {

/// Reads age's ASCII armor and gives the bytes inside. The end is reported only once the closing line has been read and
/// nothing but blanks follow it. Lines of exactly 64 columns but the last; LF or CRLF; strict base64.
class ArmorReader final : public StreamDevice {
public:
    explicit ArmorReader(ByteSource& source)
        : m_source(source)
    {
        open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    }

    /// Whether the source looks like armor: the opening line after nothing but blanks. Takes nothing.
    static Result<bool> recognise(ByteSource& source);

protected:
    qint64 readData(char* data, qint64 most) override;
    qint64 writeData(const char*, qint64) override { return -1; }

private:
    Result<void> start();
    Result<void> nextLine();
    Result<QByteArray> takeLine();
    Result<void> finish();

    ByteSource& m_source;
    QByteArray m_ready;
    bool m_started = false;
    bool m_lastLine = false; ///< a short line was read: only the closing line may follow
    bool m_ended = false;
};

/// Writes armor around the bytes it is given. `finish()` writes the last line and the closing line.
class ArmorWriter final : public StreamDevice {
public:
    explicit ArmorWriter(QIODevice& target)
        : m_target(target)
    {
        open(QIODevice::WriteOnly | QIODevice::Unbuffered);
    }
    Result<void> finish();

protected:
    qint64 readData(char*, qint64) override { return -1; }
    qint64 writeData(const char* data, qint64 count) override;

private:
    Result<void> writeLines(bool last);

    QIODevice& m_target;
    QByteArray m_held;
    bool m_started = false;
};

} // namespace songhe
