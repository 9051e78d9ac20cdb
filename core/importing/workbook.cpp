// SPDX-License-Identifier: GPL-3.0-or-later
// Tells by its bytes what a file is and hands it to its reader.
#include "core/importing/sheet_readers.h"
#include "core/importing/zip_parts.h"

#include <QtCore/QFile>
#include <QtCore/QFileInfo>

namespace songhe {

namespace workbook {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(songhe::Workbook)
};

Failure notATable()
{
    return fail(Error::Kind::Invalid,
                Words::tr("This file is no table. Choose the roster as .xlsx, .xls, .ods or .csv."));
}

/// Kinds that are often taken for a table, or renamed to one.
bool isSomethingElse(const QByteArray& head)
{
    static const QByteArray known[] = {
        QByteArrayLiteral("\x89PNG"),  QByteArrayLiteral("\xFF\xD8\xFF"),
        QByteArrayLiteral("GIF8"),     QByteArrayLiteral("%PDF"),
        QByteArrayLiteral("Rar!"),     QByteArrayLiteral("7z\xBC\xAF"),
        QByteArrayLiteral("\x1F\x8B"), QByteArrayLiteral("SQLite format 3"),
        QByteArrayLiteral("{\\rtf"),
    };
    for (const QByteArray& magic : known)
        if (head.startsWith(magic))
            return true;
    return false;
}

bool isWebPage(const QByteArray& head)
{
    const QByteArray text = head.left(1024).trimmed().toLower();
    return text.startsWith('<') || text.startsWith("\xEF\xBB\xBF<");
}

Result<Workbook> readPacked(const QString& path, Progress& progress, const SheetLimits& limits)
{
    ASSIGN_OR_RETURN(ZipParts parts, ZipParts::open(path, limits));
    if (parts.has(QStringLiteral("content.xml")))
        return readOds(parts, progress, limits);
    if (parts.has(QStringLiteral("[Content_Types].xml")))
        return readXlsx(parts, progress, limits);
    return notATable();
}

/// A workbook with a password is kept as a stream of this name inside the old kind of container.
bool isLockedPackage(const QByteArray& bytes)
{
    static const QString name = QStringLiteral("EncryptedPackage");
    const QByteArray utf16(reinterpret_cast<const char*>(name.utf16()), name.size() * 2);
    return bytes.contains(utf16);
}

Result<Workbook> readContainer(const QString& path, const QByteArray& bytes, Progress& progress,
                               const SheetLimits& limits)
{
    if (isLockedPackage(bytes))
        return fail(Error::Kind::Refused,
                    Words::tr("The workbook is protected by a password. Open it in your spreadsheet program, save it "
                              "without a password and import that file."));
    return readXls(path, progress, limits);
}

Result<Workbook> readKind(const QString& path, const QByteArray& bytes, Progress& progress, const SheetLimits& limits)
{
    if (bytes.startsWith("PK\x03\x04"))
        return readPacked(path, progress, limits);
    if (bytes.startsWith("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"))
        return readContainer(path, bytes, progress, limits);
    if (isSomethingElse(bytes))
        return notATable();
    if (isWebPage(bytes))
        return fail(Error::Kind::Invalid,
                    Words::tr("This is a web page under the name of a table. Open it in your spreadsheet program, save "
                              "it as .xlsx and import that file."));
    return readCsv(bytes, progress, limits);
}

} // namespace workbook

Result<Workbook> readWorkbook(const QString& path, Progress& progress, const SheetLimits& limits)
{
    using workbook::Words;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(file.exists() ? Error::Kind::Io : Error::Kind::NotFound,
                    Words::tr("The file '%1' cannot be opened. Check its name, and that no other program locks it.")
                        .arg(QFileInfo(path).fileName()),
                    file.errorString());
    if (file.size() == 0)
        return fail(Error::Kind::Invalid, Words::tr("The file is empty. Save the table again and choose that file."));
    if (file.size() > limits.fileBytes)
        return fail(
            Error::Kind::Refused,
            Words::tr("The file is larger than %1 MB, far more than a roster needs. Split it into several files.")
                .arg(limits.fileBytes >> 20));
    const QByteArray bytes = file.readAll();
    if (bytes.size() != file.size())
        return fail(Error::Kind::Io,
                    Words::tr("The file could not be read to its end. Copy it to this computer first."),
                    file.errorString());
    file.close();
    ASSIGN_OR_RETURN(Workbook read, workbook::readKind(path, bytes, progress, limits));
    for (const Sheet& sheet : read.sheets)
        for (int row = 0; row < sheet.rowCount(); ++row)
            if (!sheet.isBlankRow(row))
                return read;
    return fail(Error::Kind::Invalid, Words::tr("The table is empty. Choose the file that holds the roster."));
}

} // namespace songhe
