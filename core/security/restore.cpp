// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/security/restore.h"

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
    QString centreName;
};

Result<Newest> newestOf(Store& store)
{
    Newest newest;
    ASSIGN_OR_RETURN(newest.head, AuditLog(store).head());
    ASSIGN_OR_RETURN(Rows rows,
                     store.run(QStringLiteral("SELECT name, (SELECT at FROM audit ORDER BY number DESC LIMIT 1) "
                                              "FROM centre WHERE id = 1")));
    if (rows.next()) {
        newest.centreName = rows.text(0);
        newest.at = rows.moment(1);
    }
    RETURN_IF_ERROR(rows.failed());
    return newest;
}

/// The newest package number that the data to be replaced know; numbers go on after it.
qint64 newestSequence(Store& store)
{
    auto rows = store.run(QStringLiteral("SELECT max(sequence) FROM package"));
    return rows && rows->next() ? rows->integer(0) : 0;
}

Result<void> writeLineage(Session& session, const AuditHead& head, qint64 sequenceFloor)
{
    Ledger& ledger = session.ledger();
    const QString lineage = QUuid::createUuid().toString(QUuid::WithoutBraces);
    return ledger.transact([&]() -> Result<void> {
        RETURN_IF_ERROR(ledger.store.execute(QStringLiteral("UPDATE centre SET lineage = ? WHERE id = 1"), {lineage}));
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
    if (!QFile::exists(backup))
        return fail(Error::Kind::NotFound, tr("There is no backup at %1. Please check the place.").arg(backup));
    ASSIGN_OR_RETURN(const auto copy, Store::open(backup, Store::Mode::ReadOnly));
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
    RestorePlan plan {there.centreName, there.head, {}, there.at, {}};
    if (folder.hasCentre()) {
        ASSIGN_OR_RETURN(const auto present, Store::open(folder.storePath()));
        ASSIGN_OR_RETURN(const Newest here, newestOf(*present));
        plan.presentHead = here.head;
        plan.presentNewest = here.at;
    }
    return plan;
}

Result<void> Restore::run(DataFolder& folder, const QString& backup, const QString& userName,
                          const SecureBytes& password, const Clock& clock)
{
    const QString arriving = folder.storePath() + QStringLiteral(".restoring");
    qint64 sequenceFloor = 0;
    QFile::remove(arriving);
    {
        ASSIGN_OR_RETURN(const auto copy, Store::open(backup, Store::Mode::ReadOnly));
        RETURN_IF_ERROR(copy->backupTo(arriving));
        sequenceFloor = newestSequence(*copy);
    }
    // Signed in, and written as a new lineage, before it takes the place: a password that does not fit changes nothing.
    const auto prepared = [&]() -> Result<void> {
        ASSIGN_OR_RETURN(const auto store, Store::open(arriving));
        ASSIGN_OR_RETURN(const AuditHead head, AuditLog(*store).head());
        ASSIGN_OR_RETURN(const auto session, Session::signInFile(arriving, userName, password, clock));
        if (folder.hasCentre()) {
            ASSIGN_OR_RETURN(const auto present, Store::open(folder.storePath()));
            sequenceFloor = qMax(sequenceFloor, newestSequence(*present));
            const QString kept = QStringLiteral("%1/before-restore-%2.db")
                                     .arg(folder.path(), clock.now().toString(QStringLiteral("yyyyMMdd-HHmmss")));
            RETURN_IF_ERROR(present->backupTo(kept));
        }
        RETURN_IF_ERROR(writeLineage(*session, head, sequenceFloor));
        return session->store().foldJournal();
    }();
    const auto clean = [](const QString& path) {
        QFile::remove(path + QStringLiteral("-wal"));
        QFile::remove(path + QStringLiteral("-shm"));
    };
    if (!prepared) {
        QFile::remove(arriving);
        clean(arriving);
        return fail(prepared.error());
    }
    clean(arriving);
    clean(folder.storePath());
    if (::rename(QFile::encodeName(arriving).constData(), QFile::encodeName(folder.storePath()).constData()) != 0)
        return fail(Error::Kind::Io, tr("The backup could not be put in its place. Your data are unchanged."));
    return {};
}

} // namespace songhe
