// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/importing/zip_parts.h"

#include "core/importing/sheet.h"

#include <QtCore/QFile>
#include <QtCore/QFileInfo>

#include <archive.h>
#include <archive_entry.h>

namespace songhe {

namespace zip_parts {

struct CloseArchive {
    void operator()(archive* reader) const { archive_read_free(reader); }
};
using Reader = std::unique_ptr<archive, CloseArchive>;

Failure torn(const char* text)
{
    return fail(Error::Kind::Damaged,
                QCoreApplication::translate("songhe::ZipParts",
                                            "The workbook is torn: its end is missing or bytes have "
                                            "changed. Copy it again from where it came from."),
                QString::fromUtf8(text));
}

Result<Reader> openArchive(const QString& path)
{
    Reader reader(archive_read_new());
    archive_read_support_format_zip_seekable(reader.get());
    if (archive_read_open_filename(reader.get(), QFile::encodeName(path).constData(), 65536) != ARCHIVE_OK)
        return torn("open");
    return reader;
}

QString nameOf(archive_entry* entry)
{
    if (const char* name = archive_entry_pathname_utf8(entry))
        return QString::fromUtf8(name);
    if (const char* name = archive_entry_pathname(entry))
        return QString::fromUtf8(name);
    return {};
}

} // namespace zip_parts

ZipPart::~ZipPart()
{
    archive_read_free(m_reader);
}

Result<void> ZipPart::failed() const
{
    if (m_error)
        return fail(*m_error);
    return {};
}

qint64 ZipPart::readData(char* data, qint64 most)
{
    if (most <= 0) // Qt asks for nothing now and then; that is no end of file
        return 0;
    if (m_ended || m_error)
        return -1;
    const la_ssize_t got = archive_read_data(m_reader, data, size_t(most));
    if (got < 0) {
        m_error = zip_parts::torn("data").error;
        return -1;
    }
    if (got == 0) {
        m_ended = true;
        return -1;
    }
    m_budget -= got;
    if (m_budget < 0) {
        m_error = Error {Error::Kind::Refused,
                         tr("The workbook unpacks to far more than its size allows and is not read. Open it in a "
                            "spreadsheet program, copy the table into a new file and save that."),
                         {}};
        return -1;
    }
    return got;
}

Result<ZipParts> ZipParts::open(const QString& path, const SheetLimits& limits)
{
    ZipParts parts;
    parts.m_path = path;
    const qint64 size = QFileInfo(path).size();
    const qint64 byRatio = std::max<qint64>(16LL << 20, size * limits.unpackedRatio);
    parts.m_budget = std::make_unique<qint64>(std::min(limits.unpackedBytes, byRatio));

    ASSIGN_OR_RETURN(zip_parts::Reader reader, zip_parts::openArchive(path));
    archive_entry* entry = nullptr;
    for (int place = 0;; ++place) {
        const int state = archive_read_next_header(reader.get(), &entry);
        if (state == ARCHIVE_EOF)
            break;
        if (state != ARCHIVE_OK && state != ARCHIVE_WARN)
            return zip_parts::torn("header");
        if (place >= 10'000)
            return fail(Error::Kind::Refused,
                        tr("The workbook holds too many parts and is not read. Save the table as "
                           ".xlsx again."));
        if (archive_entry_is_data_encrypted(entry))
            return fail(Error::Kind::Refused,
                        tr("The workbook is protected by a password. Open it in your spreadsheet program, save it "
                           "without a password and import that file."));
        const QString name = zip_parts::nameOf(entry).toLower();
        if (parts.m_names.contains(name))
            return fail(Error::Kind::Damaged,
                        tr("The workbook holds the same part twice, so it is not clear which one "
                           "is meant. Save the table as .xlsx again."));
        parts.m_names.insert(name, place);
    }
    return parts;
}

Result<std::unique_ptr<ZipPart>> ZipParts::part(const QString& name)
{
    const auto known = m_names.constFind(name.toLower());
    if (known == m_names.constEnd())
        return fail(
            Error::Kind::Damaged,
            tr("A part of the workbook is missing. Open it in your spreadsheet program, save it and try again."), name);
    ASSIGN_OR_RETURN(zip_parts::Reader reader, zip_parts::openArchive(m_path));
    archive_entry* entry = nullptr;
    for (int place = 0; place <= *known; ++place) {
        const int state = archive_read_next_header(reader.get(), &entry);
        if (state != ARCHIVE_OK && state != ARCHIVE_WARN)
            return zip_parts::torn("header");
    }
    auto part = std::unique_ptr<ZipPart>(new ZipPart(reader.release(), *m_budget));
    part->open(QIODevice::ReadOnly);
    return part;
}

} // namespace songhe
