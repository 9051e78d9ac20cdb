// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/data_file.h"
#include "core/storage/migrations.h"
#include "core/storage/store.h"

#include <QtCore/QFile>
#include <QtCore/QFileInfo>

#include <sqlite3.h>

#include <cstdio>
#include <fcntl.h>
#include <unistd.h>

namespace songhe {

namespace {

constexpr int pagesPerStep = 4096;

struct Closer {
    void operator()(sqlite3* handle) const { sqlite3_close(handle); }
};

Result<void> syncFile(const QString& path)
{
    const int descriptor = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC);
    const bool synced = descriptor >= 0 && ::fsync(descriptor) == 0;
    if (descriptor >= 0)
        ::close(descriptor);
    if (!synced)
        return fail(Error::Kind::Io, Store::tr("The backup could not be written to the end. Please try another place."),
                    QStringLiteral("fsync"));
    return {};
}

Result<void> copyPages(sqlite3* from, const QString& path)
{
    sqlite3* opened = nullptr;
    const int code = sqlite3_open_v2(QFile::encodeName(path).constData(), &opened,
                                     SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_EXRESCODE, nullptr);
    const std::unique_ptr<sqlite3, Closer> to(opened);
    if (code != SQLITE_OK)
        return storeFailure(opened, code, QStringLiteral("backup open"));
    sqlite3_backup* backup = sqlite3_backup_init(opened, "main", from, "main");
    if (!backup)
        return storeFailure(opened, sqlite3_errcode(opened), QStringLiteral("backup init"));
    // On the writer's own handle: a copy through a second one would start anew at each write.
    int step = SQLITE_OK;
    while (step == SQLITE_OK)
        step = sqlite3_backup_step(backup, pagesPerStep);
    const int finished = sqlite3_backup_finish(backup);
    if (step != SQLITE_DONE || finished != SQLITE_OK)
        return storeFailure(opened, step != SQLITE_DONE ? step : finished, QStringLiteral("backup step"));
    // One file to carry: no journal beside it.
    const int plain = sqlite3_exec(opened, "PRAGMA journal_mode = DELETE", nullptr, nullptr, nullptr);
    return plain == SQLITE_OK ? Result<void>() : storeFailure(opened, plain, QStringLiteral("backup journal"));
}

/// A backup goes neither over the data themselves nor over anything else that is no backup.
Result<void> checkBackupPlace(const QString& from, const QString& path)
{
    for (const char* tail : {"", "-wal", "-shm", "-journal"})
        if (isSameFile(path, from + QLatin1String(tail)))
            return fail(Error::Kind::Refused,
                        Store::tr("These are the data themselves. Please choose another place for the backup."));
    if (QFileInfo::exists(path) && !hasDataFileHeader(path))
        return fail(Error::Kind::Refused,
                    Store::tr("There is something else at %1, and it was left alone. Please choose another name for "
                              "the backup.")
                        .arg(path));
    return {};
}

} // namespace

Result<void> Store::backupTo(const QString& path)
{
    RETURN_IF_ERROR(checkBackupPlace(m_path, path));
    ASSIGN_OR_RETURN(const QString temporary, makeFileBeside(path));
    const auto done = [&]() -> Result<void> {
        RETURN_IF_ERROR(copyPages(m_handle, temporary));
        ASSIGN_OR_RETURN(const auto copy, Store::open(temporary, Mode::ReadOnly));
        ASSIGN_OR_RETURN(const QStringList problems, copy->integrityProblems());
        if (!problems.isEmpty())
            return fail(Error::Kind::Damaged,
                        tr("The backup was written but does not read back well: it was thrown away. "
                           "Please try another place."),
                        problems.first());
        return syncFile(temporary);
    }();
    if (done && ::rename(QFile::encodeName(temporary).constData(), QFile::encodeName(path).constData()) == 0)
        return syncFile(QFileInfo(path).absolutePath());
    QFile::remove(temporary);
    if (!done)
        return done;
    return fail(Error::Kind::Io, tr("The backup could not be put in its place. Please try another place."),
                QStringLiteral("rename"));
}

Result<void> Store::foldJournal()
{
    ASSIGN_OR_RETURN(Rows rows, run(QStringLiteral("PRAGMA wal_checkpoint(TRUNCATE)")));
    const bool busy = rows.next() && rows.integer(0) != 0;
    RETURN_IF_ERROR(rows.failed());
    if (busy)
        return fail(Error::Kind::Busy, tr("Another program is using these data. Please close it and try again."),
                    QStringLiteral("checkpoint"));
    return {};
}

Result<QStringList> Store::integrityProblems()
{
    QStringList problems;
    {
        ASSIGN_OR_RETURN(Rows rows, run(QStringLiteral("PRAGMA integrity_check(20)")));
        while (rows.next())
            if (rows.text(0) != QStringLiteral("ok"))
                problems << rows.text(0);
        if (const auto read = rows.failed(); !read)
            problems << read.error().detail;
    }
    ASSIGN_OR_RETURN(Rows rows, run(QStringLiteral("PRAGMA foreign_key_check")));
    while (rows.next() && problems.size() < 20)
        problems << tr("A record of table %1 (row %2) refers to one of table %3 that is not here.")
                        .arg(rows.text(0))
                        .arg(rows.integer(1))
                        .arg(rows.text(2));
    return problems;
}

} // namespace songhe
