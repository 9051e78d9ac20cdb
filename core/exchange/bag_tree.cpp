// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/bag.h"

#include "core/exchange/exchange_text.h"

#include <QtCore/QDir>
#include <QtCore/QDirIterator>
#include <QtCore/QFile>

namespace songhe {

using namespace Qt::StringLiterals;

Result<void> FolderBag::walk(const Visitor& visit)
{
    const QDir root(m_path);
    if (!root.exists())
        return fail(Error::Kind::NotFound,
                    ExchangeText::tr("%1 cannot be read. Check the name and the rights.").arg(m_path));
    QDirIterator found(m_path, QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot,
                       QDirIterator::Subdirectories);
    while (found.hasNext()) {
        found.next();
        const QFileInfo info = found.fileInfo();
        BagItem item {root.relativeFilePath(info.absoluteFilePath()), ZipEntry::Kind::Other};
        if (info.isSymLink())
            item.kind = ZipEntry::Kind::Link;
        else if (info.isDir())
            item.kind = ZipEntry::Kind::Folder;
        else if (info.isFile())
            item.kind = ZipEntry::Kind::File;
        QFile file(info.absoluteFilePath());
        RETURN_IF_ERROR(visit(item, [&](char* bytes, qint64 most) -> Result<qint64> {
            if (!file.isOpen() && !file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
                return deviceFailure(file, false);
            return readSome(file, bytes, most);
        }));
    }
    return {};
}

Result<void> ZipBag::walk(const Visitor& visit)
{
    ASSIGN_OR_RETURN(const std::unique_ptr<QIODevice> device, m_open());
    ASSIGN_OR_RETURN(const std::unique_ptr<ZipReader> zip, ZipReader::open(*device, m_limits));
    bool first = true;
    for (;;) {
        ASSIGN_OR_RETURN(const std::optional<ZipEntry> entry, zip->next());
        if (!entry)
            break;
        if (first) {
            const qsizetype slash = entry->name.indexOf(u'/');
            m_base = slash > 0 ? entry->name.first(slash) : QString();
            first = false;
        }
        BagItem item {entry->name, entry->kind};
        if (!m_base.isEmpty() && item.path.startsWith(m_base + u'/'))
            item.path = item.path.sliced(m_base.size() + 1);
        else if (!m_base.isEmpty())
            item.path.prepend(u'/'); // outside the one folder: no safe path any more
        if (item.kind == ZipEntry::Kind::Folder && (item.path.isEmpty() || item.path.endsWith(u'/')))
            item.path.chop(item.path.isEmpty() ? 0 : 1);
        if (item.path.isEmpty())
            continue;
        RETURN_IF_ERROR(visit(item, [&](char* bytes, qint64 most) { return zip->read(bytes, most); }));
    }
    return zip->drain();
}

Result<BagReport> verifyBagAt(const QString& path, Progress& progress)
{
    const QFileInfo info(path);
    if (info.isDir()) {
        FolderBag folder(path);
        return verifyBag(folder, progress);
    }
    if (!info.isFile())
        return fail(Error::Kind::NotFound,
                    ExchangeText::tr("%1 cannot be read. Check the name and the rights.").arg(path));
    ZipBag zip(
        [&]() -> Result<std::unique_ptr<QIODevice>> {
            auto file = std::make_unique<QFile>(path);
            if (!file->open(QIODevice::ReadOnly | QIODevice::Unbuffered))
                return deviceFailure(*file, false);
            return std::unique_ptr<QIODevice>(std::move(file));
        },
        ZipLimits());
    return verifyBag(zip, progress);
}

} // namespace songhe
