// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/stream_device.h"

#include "core/exchange/exchange_text.h"

#include <QtCore/QFileDevice>

#include <cerrno>
#include <cstring>

namespace songhe {

qint64 StreamDevice::failed(Error error)
{
    if (!m_failure) {
        setErrorString(error.message);
        m_failure = std::move(error);
    }
    return -1;
}

Failure deviceFailure(const QIODevice& device, bool writing)
{
    if (const auto* stream = dynamic_cast<const StreamDevice*>(&device); stream && stream->failure())
        return fail(*stream->failure());
    if (writing) {
        if (const auto* file = dynamic_cast<const QFileDevice*>(&device);
            (file && file->error() == QFileDevice::ResourceError) || errno == ENOSPC)
            return fail(
                Error::Kind::DiskFull,
                ExchangeText::tr("There is no room left. Free some space or take another stick, then try again."));
        return fail(Error::Kind::Io, ExchangeText::tr("Writing failed. Check the stick or disk and try again."),
                    device.errorString());
    }
    return fail(Error::Kind::Io, ExchangeText::tr("Reading failed. Check the stick or disk and try again."),
                device.errorString());
}

Result<qint64> readSome(QIODevice& source, char* bytes, qint64 most)
{
    errno = 0;
    const qint64 count = source.read(bytes, most);
    if (count > 0)
        return count;
    if (const auto* stream = dynamic_cast<const StreamDevice*>(&source)) {
        if (stream->failure())
            return deviceFailure(source, false);
    } else if (const auto* file = dynamic_cast<const QFileDevice*>(&source)) {
        if (file->error() != QFileDevice::NoError)
            return deviceFailure(source, false);
    } else if (count < 0 && !source.isReadable()) {
        return deviceFailure(source, false);
    }
    return qint64(0);
}

Result<void> writeAll(QIODevice& target, QByteArrayView bytes)
{
    while (!bytes.isEmpty()) {
        errno = 0;
        const qint64 count = target.write(bytes.data(), bytes.size());
        if (count <= 0)
            return deviceFailure(target, true);
        bytes = bytes.sliced(count);
    }
    return {};
}

Result<QByteArray> readAllBounded(QIODevice& source, qint64 most)
{
    QByteArray all;
    QByteArray part(64 * 1024, Qt::Uninitialized);
    for (;;) {
        ASSIGN_OR_RETURN(const qint64 count, readSome(source, part.data(), part.size()));
        if (count == 0)
            return all;
        if (all.size() + count > most)
            return fail(
                Error::Kind::Invalid,
                ExchangeText::tr("This file is larger than such a file may be. Check that it is the right one."));
        all.append(part.constData(), count);
    }
}

Result<void> ByteSource::fill()
{
    if (m_at > 0) {
        m_buffer.remove(0, m_at);
        m_at = 0;
    }
    const qsizetype before = m_buffer.size();
    m_buffer.resize(m_size);
    auto count = readSome(m_source, m_buffer.data() + before, m_size - before);
    m_buffer.resize(before + (count ? qsizetype(*count) : 0));
    if (!count)
        return fail(std::move(count).error());
    m_ended = *count == 0;
    return {};
}

Result<QByteArray> ByteSource::line(qsizetype most)
{
    QByteArray line;
    while (line.size() < most) {
        if (held() == 0) {
            if (m_ended)
                break;
            RETURN_IF_ERROR(fill());
            continue;
        }
        const char* from = m_buffer.constData() + m_at;
        const qsizetype window = qMin(held(), most - line.size());
        const void* end = std::memchr(from, '\n', std::size_t(window));
        const qsizetype taken = end ? static_cast<const char*>(end) - from + 1 : window;
        line.append(from, taken);
        m_at += taken;
        if (end)
            break;
    }
    return line;
}

Result<qsizetype> ByteSource::read(char* bytes, qsizetype count)
{
    qsizetype done = 0;
    while (done < count) {
        if (held() == 0) {
            if (m_ended)
                break;
            RETURN_IF_ERROR(fill());
            continue;
        }
        const qsizetype taken = qMin(held(), count - done);
        std::memcpy(bytes + done, m_buffer.constData() + m_at, std::size_t(taken));
        m_at += taken;
        done += taken;
    }
    return done;
}

Result<QByteArrayView> ByteSource::peek(qsizetype count)
{
    while (held() < count && !m_ended)
        RETURN_IF_ERROR(fill());
    return QByteArrayView(m_buffer).sliced(m_at, qMin(held(), count));
}

Result<bool> ByteSource::atEnd()
{
    ASSIGN_OR_RETURN(const QByteArrayView next, peek(1));
    return next.isEmpty();
}

} // namespace songhe
