// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/zip_stream.h"

#include "core/exchange/exchange_text.h"

#include <archive.h>
#include <archive_entry.h>

#include <cerrno>
#include <cstdio>

namespace songhe {

/// libarchive speaks to our devices through these.
struct ZipCallbacks {
    // libarchive frees the compressor of an entry only when the entry ends well, so it never hears of a target that
    // fails: nothing more goes there, and the writer's next call says so (checked).
    static la_ssize_t write(archive*, void* writer, const void* bytes, size_t size)
    {
        auto* self = static_cast<ZipWriter*>(writer);
        if (!self->m_targetError && !self->m_abandoned) {
            auto written = writeAll(self->m_target, {static_cast<const char*>(bytes), qsizetype(size)});
            if (!written)
                self->m_targetError = std::move(written).error();
        }
        return la_ssize_t(size);
    }

    static la_ssize_t read(archive* handle, void* reader, const void** bytes)
    {
        auto* self = static_cast<ZipReader*>(reader);
        auto count = readSome(self->m_source, self->m_buffer.data(), self->m_buffer.size());
        if (!count) {
            self->m_sourceError = std::move(count).error();
            archive_set_error(handle, EIO, "source");
            return -1;
        }
        self->m_packed += *count;
        *bytes = self->m_buffer.constData();
        return la_ssize_t(*count);
    }

    static la_int64_t seek(archive*, void* reader, la_int64_t offset, int whence)
    {
        auto* self = static_cast<ZipReader*>(reader);
        qint64 target = offset;
        if (whence == SEEK_CUR)
            target += self->m_source.pos();
        else if (whence == SEEK_END)
            target += self->m_source.size();
        return self->m_source.seek(target) ? target : -1;
    }
};

ZipWriter::ZipWriter(QIODevice& target)
    : m_target(target)
    , m_archive(archive_write_new())
{ }

ZipWriter::~ZipWriter()
{
    m_abandoned = true; // what was not closed is not finished behind the caller's back
    archive_write_finish_entry(m_archive);
    archive_write_free(m_archive);
}

Result<void> ZipWriter::checked(int code)
{
    if (m_targetError)
        return fail(*m_targetError);
    if (code >= ARCHIVE_WARN)
        return {};
    return fail(Error::Kind::Io, ExchangeText::tr("The package could not be put together. Please try again."),
                QString::fromUtf8(archive_error_string(m_archive)));
}

Result<std::unique_ptr<ZipWriter>> ZipWriter::open(QIODevice& target, int level, const QDateTime& stamp)
{
    std::unique_ptr<ZipWriter> writer(new ZipWriter(target));
    archive* const handle = writer->m_archive;
    writer->m_stamp = stamp;
    RETURN_IF_ERROR(writer->checked(archive_write_set_format_zip(handle)));
    RETURN_IF_ERROR(writer->checked(
        archive_write_set_format_option(handle, "zip", "compression-level", QByteArray::number(level).constData())));
    RETURN_IF_ERROR(writer->checked(archive_write_set_format_option(handle, "zip", "hdrcharset", "UTF-8")));
    archive_write_set_bytes_per_block(handle, 64 * 1024);
    archive_write_set_bytes_in_last_block(handle, 1);
    RETURN_IF_ERROR(writer->checked(archive_write_open(handle, writer.get(), nullptr, &ZipCallbacks::write, nullptr)));
    return writer;
}

Result<void> ZipWriter::begin(const QString& name, std::optional<qint64> size, bool stored)
{
    archive_entry* entry = archive_entry_new();
    archive_entry_set_pathname_utf8(entry, name.toUtf8().constData());
    archive_entry_set_filetype(entry, AE_IFREG);
    archive_entry_set_perm(entry, 0644);
    archive_entry_set_mtime(entry, m_stamp.toSecsSinceEpoch(), 0);
    if (size)
        archive_entry_set_size(entry, *size);
    if (stored && size)
        archive_write_zip_set_compression_store(m_archive);
    else
        archive_write_zip_set_compression_deflate(m_archive);
    const int code = archive_write_header(m_archive, entry);
    archive_entry_free(entry);
    return checked(code);
}

Result<void> ZipWriter::write(QByteArrayView bytes)
{
    while (!bytes.isEmpty()) {
        const la_ssize_t count = archive_write_data(m_archive, bytes.data(), size_t(bytes.size()));
        RETURN_IF_ERROR(checked(count > 0 ? ARCHIVE_OK : ARCHIVE_FATAL));
        bytes = bytes.sliced(qsizetype(count));
    }
    return {};
}

Result<void> ZipWriter::end()
{
    return checked(archive_write_finish_entry(m_archive));
}

Result<void> ZipWriter::close()
{
    return checked(archive_write_close(m_archive));
}

ZipReader::ZipReader(QIODevice& source, const ZipLimits& limits)
    : m_source(source)
    , m_limits(limits)
    , m_buffer(64 * 1024, Qt::Uninitialized)
    , m_archive(archive_read_new())
{ }

ZipReader::~ZipReader()
{
    archive_read_free(m_archive);
}

Failure ZipReader::damaged() const
{
    if (m_sourceError)
        return fail(*m_sourceError);
    return fail(Error::Kind::Damaged,
                ExchangeText::tr("This zip file is damaged or no zip file. Fetch it again or choose another one."),
                QString::fromUtf8(archive_error_string(m_archive)));
}

Result<std::unique_ptr<ZipReader>> ZipReader::open(QIODevice& source, const ZipLimits& limits)
{
    std::unique_ptr<ZipReader> reader(new ZipReader(source, limits));
    archive* const handle = reader->m_archive;
    archive_read_set_callback_data(handle, reader.get());
    archive_read_set_read_callback(handle, &ZipCallbacks::read);
    if (source.isSequential()) {
        archive_read_support_format_zip_streamable(handle);
    } else {
        archive_read_support_format_zip_seekable(handle);
        archive_read_set_seek_callback(handle, &ZipCallbacks::seek);
    }
    archive_read_set_format_option(handle, nullptr, "hdrcharset", "UTF-8");
    if (archive_read_open1(handle) < ARCHIVE_WARN)
        return reader->damaged();
    return reader;
}

Result<std::optional<ZipEntry>> ZipReader::next()
{
    const int code = archive_read_next_header(m_archive, &m_entry);
    if (code == ARCHIVE_EOF)
        return std::optional<ZipEntry>();
    if (code < ARCHIVE_WARN)
        return damaged();
    if (++m_entries > m_limits.entries)
        return fail(Error::Kind::Damaged,
                    ExchangeText::tr("This zip file holds more files than a package may. It was not opened."));
    ZipEntry entry;
    if (const char* name = archive_entry_pathname_utf8(m_entry))
        entry.name = QString::fromUtf8(name);
    else if (const char* raw = archive_entry_pathname(m_entry))
        entry.name = QString::fromUtf8(raw);
    const auto type = archive_entry_filetype(m_entry);
    if (archive_entry_symlink(m_entry) || archive_entry_hardlink(m_entry) || type == AE_IFLNK)
        entry.kind = ZipEntry::Kind::Link;
    else if (type == AE_IFDIR)
        entry.kind = ZipEntry::Kind::Folder;
    else
        entry.kind = type == AE_IFREG ? ZipEntry::Kind::File : ZipEntry::Kind::Other;
    return std::optional(entry);
}

Result<qint64> ZipReader::read(char* bytes, qint64 most)
{
    const la_ssize_t count = archive_read_data(m_archive, bytes, size_t(most));
    if (count < 0)
        return damaged();
    m_unpacked += count;
    const bool bomb = m_unpacked > 64LL * 1024 * 1024 && m_unpacked / m_limits.ratio > m_packed;
    if (bomb || m_unpacked > m_limits.bytes)
        return fail(Error::Kind::Damaged,
                    ExchangeText::tr("This zip file unpacks to far more than a package may (a zip bomb). It was not "
                                     "opened."));
    return qint64(count);
}

Result<void> ZipReader::drain()
{
    if (m_sourceError)
        return fail(*m_sourceError);
    for (;;) {
        ASSIGN_OR_RETURN(const qint64 count, readSome(m_source, m_buffer.data(), m_buffer.size()));
        if (count == 0)
            return {};
    }
}

} // namespace songhe
