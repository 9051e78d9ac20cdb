// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/security/restore.h"

#include "core/storage/data_file.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QUuid>

#include <cstdio>

namespace songhe {

namespace {

struct Newest {
    AuditHead head;
    QDateTime at;
    QString centreUuid; ///< empty: there is no centre in the file
    QString centreName;
    qint64 sequence = 0; ///< the newest package number; numbers go on after it
};

/// The data that a restore would replace.
struct Present {
    std::unique_ptr<Store> store; ///< null: none there, or not to be read
    Newest newest;
    bool readable = true;
};

qint64 newestSequence(Store& store)
{
    auto rows = store.run(QStringLiteral("SELECT max(sequence) FROM package"));
    return rows && rows->next() ? rows->integer(0) : 0;
}

Result<Newest> newestOf(Store& store)
{
    Newest newest;
    ASSIGN_OR_RETURN(newest.head, AuditLog(store).head());
    ASSIGN_OR_RETURN(Rows rows,
                     store.run(QStringLiteral("SELECT name, (SELECT at FROM audit ORDER BY number DESC LIMIT 1), uuid "
                                              "FROM centre WHERE id = 1")));
    if (rows.next()) {
        newest.centreName = rows.text(0);
        newest.at = rows.moment(1);
        newest.centreUuid = rows.text(2);
    }
    RETURN_IF_ERROR(rows.failed());
    newest.sequence = newestSequence(store);
    return newest;
}

Result<QByteArray> digestAt(Store& store, qint64 number)
{
    ASSIGN_OR_RETURN(Rows rows, store.run(QStringLiteral("SELECT chain_digest FROM audit WHERE number = ?"), {number}));
    QByteArray digest = rows.next() ? rows.blob(0) : QByteArray();
    RETURN_IF_ERROR(rows.failed());
    return digest;
}

/// The last number at which both chains are the same: where two chain digests agree, all before them agree.
Result<qint64> commonNumberOf(Store& backup, Store& present, qint64 highest)
{
    qint64 same = 0;
    qint64 other = highest + 1;
    while (other - same > 1) {
        const qint64 middle = same + (other - same) / 2;
        ASSIGN_OR_RETURN(const QByteArray there, digestAt(backup, middle));
        ASSIGN_OR_RETURN(const QByteArray here, digestAt(present, middle));
        (!there.isEmpty() && there == here ? same : other) = middle;
    }
    return same;
}

/// Only read, never migrated: a restore is asked for just when these data are not in order.
Result<Present> presentOf(const DataFolder& folder)
{
    Present present;
    if (!folder.hasCentre())
        return present;
    auto store = Store::open(folder.storePath(), Store::Mode::ReadOnly);
    auto newest = store ? newestOf(**store) : Result<Newest>(fail(store.error()));
    if (newest) {
        present.store = *std::move(store);
        present.newest = *std::move(newest);
        return present;
    }
    if (newest.error().kind == Error::Kind::Busy)
        return fail(newest.error());
    present.readable = false;
    return present;
}

Result<std::unique_ptr<Store>> openBackup(const QString& backup)
{
    if (!QFile::exists(backup))
        return fail(Error::Kind::NotFound,
                    Restore::tr("There is no backup at %1. Please check the place.").arg(backup));
    auto copy = Store::open(backup, Store::Mode::ReadOnly);
    if (!copy && copy.error().kind != Error::Kind::Invalid && copy.error().kind != Error::Kind::Damaged)
        return fail(copy.error());
    const auto newest = copy ? newestOf(**copy) : Result<Newest>(fail(copy.error()));
    if (!newest || newest->centreUuid.isEmpty())
        return fail(Error::Kind::Damaged,
                    Restore::tr("%1 is no backup of Songhe, or it is damaged. Nothing was changed; please choose "
                                "another file.")
                        .arg(backup),
                    newest ? QStringLiteral("no centre") : newest.error().detail);
    ASSIGN_OR_RETURN(Rows rows, (*copy)->run(QStringLiteral("PRAGMA user_version")));
    if (rows.next() && rows.integer(0) > Store::newestSchema())
        return fail(Error::Kind::NewerVersion,
                    Restore::tr("This backup was written by a newer Songhe. Please install the newest program on this "
                                "computer; nothing was changed."));
    return *std::move(copy);
}

Result<void> checkSameCentre(const Newest& backup, const Newest& present)
{
    if (present.centreUuid.isEmpty() || present.centreUuid == backup.centreUuid)
        return {};
    return fail(Error::Kind::Refused,
                Restore::tr("This is a backup of another centre ('%1'); the data here belong to '%2'. Nothing was "
                            "changed. To open that backup, restore it into an empty data folder.")
                    .arg(backup.centreName, present.centreName));
}

void removeJournal(const QString& path)
{
    QFile::remove(path + QStringLiteral("-wal"));
    QFile::remove(path + QStringLiteral("-shm"));
}

/// Where the replaced data are kept; never a name that is taken.
QString keptPath(const DataFolder& folder, const Clock& clock)
{
    const QString stem = QStringLiteral("%1/before-restore-%2")
                             .arg(folder.path(), clock.now().toString(QStringLiteral("yyyyMMdd-HHmmss")));
    QString path = stem + QStringLiteral(".db");
    for (int next = 2; QFile::exists(path); ++next)
        path = QStringLiteral("%1-%2.db").arg(stem).arg(next);
    return path;
}

/// The file with its journal under another name; the database itself last, so that a failure moves nothing.
Result<void> moveData(const QString& from, const QString& to)
{
    QStringList moved;
    for (const char* tail : {"-wal", "-shm", ""}) {
        const QString part = from + QLatin1String(tail);
        if (!QFile::exists(part))
            continue;
        if (QFile::rename(part, to + QLatin1String(tail))) {
            moved << QLatin1String(tail);
            continue;
        }
        for (const QString& back : std::as_const(moved))
            QFile::rename(to + back, from + back);
        return fail(Error::Kind::Io,
                    Restore::tr("The present data could not be moved aside. Nothing was changed; please check the "
                                "permissions of the data folder."));
    }
    for (const QString& part : dataFileParts(to))
        keepToOwner(part);
    return {};
}

/// Keeps a checked copy of the present data; false where they do not read well and must be moved aside instead.
Result<bool> keepCopy(Present& present, const QString& path)
{
    if (!present.store)
        return false;
    const auto kept = present.store->backupTo(path);
    present.store.reset();
    if (kept)
        return true;
    if (kept.error().kind == Error::Kind::Damaged)
        return false;
    return fail(kept.error());
}

Result<void> writeLineage(Session& session, const AuditHead& head, qint64 sequenceFloor)
{
    Ledger& ledger = session.ledger();
    const QString lineage = QUuid::createUuid().toString(QUuid::WithoutBraces);
    return ledger.transact([&]() -> Result<void> {
        RETURN_IF_ERROR(ledger.store.execute(QStringLiteral("UPDATE centre SET lineage = ? WHERE id = 1"), {lineage}));
        RETURN_IF_ERROR(
            ledger.store.execute(QStringLiteral("INSERT INTO lineage (uuid, began) "
                                                "SELECT ?1, max(?2, coalesce(max(began) + 1, 0)) FROM lineage"),
                                 {lineage, ledger.clock.now().toMSecsSinceEpoch()}));
        RETURN_IF_ERROR(ledger.store.execute(
            QStringLiteral("INSERT INTO setting (key, value) VALUES ('package.sequence_floor', ?1) "
                           "ON CONFLICT (key) DO UPDATE SET value = max(CAST(value AS INTEGER), CAST(?1 AS INTEGER))"),
            {QString::number(sequenceFloor)}));
        const QByteArray content
            = QJsonDocument(
                  QJsonObject {{QStringLiteral("restored_from_head"), QString::number(head.number)},
                               {QStringLiteral("restored_from_digest"), QString::fromLatin1(head.digest.toHex())},
                               {QStringLiteral("lineage"), lineage}})
                  .toJson(QJsonDocument::Compact);
        return ledger.audit.append(
            {QStringLiteral("centre"), 1, 1, ChangeKind::Changed, ledger.clock.now(), ledger.user, content});
    });
}

} // namespace

Result<RestorePlan> Restore::plan(const DataFolder& folder, const QString& backup, Progress& progress)
{
    ASSIGN_OR_RETURN(const auto copy, openBackup(backup));
    ASSIGN_OR_RETURN(const QStringList problems, copy->integrityProblems());
    if (!problems.isEmpty())
        return fail(Error::Kind::Damaged, tr("This backup is damaged and was not used. Please take an older one."),
                    problems.first());
    ASSIGN_OR_RETURN(const AuditReport chain, AuditLog(*copy).verify(progress));
    if (!chain.problems.isEmpty())
        return fail(
            Error::Kind::Damaged,
            tr("The history in this backup does not hold together, it was not used: %1").arg(chain.problems.first()));
    ASSIGN_OR_RETURN(const Newest there, newestOf(*copy));
    ASSIGN_OR_RETURN(const Present present, presentOf(folder));
    RETURN_IF_ERROR(checkSameCentre(there, present.newest));
    RestorePlan plan {there.centreName, there.head, present.newest.head, there.at, present.newest.at,
                      present.readable, 0};
    if (present.store) {
        const auto common
            = commonNumberOf(*copy, *present.store, qMin(plan.backupHead.number, plan.presentHead.number));
        plan.presentReadable = bool(common);
        plan.commonNumber = common ? *common : 0;
    }
    return plan;
}

Result<void> Restore::run(DataFolder& folder, const QString& backup, const QString& userName,
                          const SecureBytes& password, const Clock& clock)
{
    const QString arriving = folder.storePath() + QStringLiteral(".restoring");
    const QString kept = keptPath(folder, clock);
    bool moveAside = false;
    QFile::remove(arriving);
    removeJournal(arriving);
    // Signed in, and written as a new lineage, before it takes the place: a password that does not fit changes nothing.
    const auto prepared = [&]() -> Result<void> {
        ASSIGN_OR_RETURN(const auto copy, openBackup(backup));
        ASSIGN_OR_RETURN(const Newest there, newestOf(*copy));
        ASSIGN_OR_RETURN(Present present, presentOf(folder));
        RETURN_IF_ERROR(checkSameCentre(there, present.newest));
        RETURN_IF_ERROR(copy->backupTo(arriving));
        ASSIGN_OR_RETURN(const auto session, Session::signInFile(arriving, userName, password, clock));
        if (folder.hasCentre()) {
            ASSIGN_OR_RETURN(const bool copied, keepCopy(present, kept));
            moveAside = !copied;
        }
        RETURN_IF_ERROR(writeLineage(*session, there.head, qMax(there.sequence, present.newest.sequence)));
        return session->store().foldJournal();
    }();
    removeJournal(arriving);
    if (!prepared) {
        QFile::remove(arriving);
        return fail(prepared.error());
    }
    if (moveAside)
        RETURN_IF_ERROR(moveData(folder.storePath(), kept));
    removeJournal(folder.storePath());
    if (::rename(QFile::encodeName(arriving).constData(), QFile::encodeName(folder.storePath()).constData()) != 0) {
        if (moveAside)
            RETURN_IF_ERROR(moveData(kept, folder.storePath()));
        return fail(Error::Kind::Io, tr("The backup could not be put in its place. Your data are unchanged."));
    }
    return {};
}

} // namespace songhe
