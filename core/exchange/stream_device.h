// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QtCore/QByteArray>
#include <QtCore/QIODevice>

namespace songhe {

/// A sequential device that can say why it failed: a QIODevice's -1 means both 'end' and 'error'.
class StreamDevice : public QIODevice {
public:
    [[nodiscard]] bool isSequential() const override { return true; }
    /// The failure that stopped the stream, if one did. Ask after the last read or write.
    [[nodiscard]] const std::optional<Error>& failure() const { return m_failure; }

protected:
    /// Keeps the first failure and returns -1, what readData and writeData answer then.
    qint64 failed(Error error);

private:
    std::optional<Error> m_failure;
};

/// Reads up to `most` bytes; 0 is the end. Never confuses the end with an error.
Result<qint64> readSome(QIODevice& source, char* bytes, qint64 most);
/// Writes all of it or fails; a full disk is `DiskFull`.
Result<void> writeAll(QIODevice& target, QByteArrayView bytes);
/// Everything up to the end, refused when it is more than `most` bytes.
Result<QByteArray> readAllBounded(QIODevice& source, qint64 most);
/// Why `device` failed, in the clerk's words.
[[nodiscard]] Failure deviceFailure(const QIODevice& device, bool writing);

/// Reads a foreign stream through one buffer, so that a line can be taken without reading past it.
class ByteSource {
public:
    explicit ByteSource(QIODevice& source, qsizetype bufferSize = 64 * 1024)
        : m_source(source)
        , m_size(bufferSize)
    { }

    /// A line with its '\n' (the last one may lack it); empty at the end. Longer than `most`: what was read so far,
    /// without a '\n'.
    Result<QByteArray> line(qsizetype most);
    /// Exactly `count` bytes, fewer only at the end.
    Result<qsizetype> read(char* bytes, qsizetype count);
    Result<bool> atEnd();
    /// The next bytes without taking them, fewer only at the end. `count` is at most the buffer's size.
    Result<QByteArrayView> peek(qsizetype count);
    void skip(qsizetype count) { m_at += count; }

private:
    Result<void> fill();
    [[nodiscard]] qsizetype held() const { return m_buffer.size() - m_at; }

    QIODevice& m_source;
    QByteArray m_buffer;
    qsizetype m_size;
    qsizetype m_at = 0;
    bool m_ended = false;
};

} // namespace songhe
