// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/package_recover.h"

#include "core/exchange/csv_text.h"
#include "core/exchange/exchange_text.h"
#include "core/exchange/package_place.h"
#include "core/exchange/recover_repository.h"

#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <QtCore/QJsonArray>

namespace songhe {

using namespace Qt::StringLiterals;

namespace package_recover {

Result<AgeKeys> openedBy(AgeKeys keys, const SecureBytes& own)
{
    if (keys.identities.empty() && keys.passphrase.isEmpty()) {
        ASSIGN_OR_RETURN(AgeIdentity identity, AgeIdentity::fromText(own.view()));
        keys.identities.push_back(std::move(identity));
    }
    return keys;
}

Result<QString> digestOf(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return deviceFailure(file, false);
    ASSIGN_OR_RETURN(const QByteArray digest, sha256Of(file));
    return QString::fromLatin1(digest.toHex());
}

Result<void> judge(const PackageVerdict& verdict, const CentreInfo& centre)
{
    if (!verdict.ok()) {
        const bool stranger
            = verdict.problems.front().code == u"bad_signature" || verdict.problems.front().code == u"not_signed";
        return fail(stranger ? Error::Kind::Refused : Error::Kind::Damaged,
                    ExchangeText::tr("The package does not hold, nothing was taken over: %1")
                        .arg(verdict.problems.front().text));
    }
    if (verdict.centreUuid != centre.uuid)
        return fail(
            Error::Kind::Refused,
            ExchangeText::tr("This is a package of another centre (%1). Only this centre's own can be read back.")
                .arg(verdict.centreCode));
    return {};
}

/// From when on the books went another way than those the package was written from: the moment the first lineage began
/// that the package does not know. Empty: they did not part.
QString boundaryOf(const QStringList& books, const QString& packageLineage)
{
    for (qsizetype i = 0; i < books.size(); ++i)
        if (books[i].section(u'@', 0, 0) == packageLineage)
            return i + 1 < books.size()
                ? momentText(QDateTime::fromMSecsSinceEpoch(books[i + 1].section(u'@', 1).toLongLong(), Qt::UTC))
                : QString();
    // Of a lineage that a second restore dropped: what these books recorded since their own newest began is younger.
    const QString last = books.isEmpty() ? QString() : books.last().section(u'@', 1);
    return last.toLongLong() > 0 ? momentText(QDateTime::fromMSecsSinceEpoch(last.toLongLong(), Qt::UTC)) : QString();
}

/// One table as its bytes pass.
Result<void> takeTable(RecoverRepository& books, const PackageTable& table, const BagContent& read, Progress& progress)
{
    CsvScanner scanner;
    bool heading = true;
    Result<void> told;
    const auto row = [&](const std::vector<QByteArrayView>& cells) {
        if (std::exchange(heading, false))
            return true;
        told = books.take(table, cells);
        return told.ok();
    };
    const Failure unreadable = fail(
        Error::Kind::Damaged,
        ExchangeText::tr("A row of %1 in the package cannot be read. Nothing was taken over.").arg(table.name()));
    QByteArray part(64 * 1024, '\0');
    for (;;) {
        if (progress.stopped())
            return progress.step(0, 1);
        ASSIGN_OR_RETURN(const qint64 count, read(part.data(), part.size()));
        if (!told.ok())
            return told;
        const bool whole = count > 0 ? scanner.feed(QByteArrayView(part).first(count), row) : scanner.finish(row);
        if (!told.ok())
            return told;
        if (!whole)
            return unreadable;
        if (count == 0)
            return {};
    }
}

Result<void> takeTables(RecoverRepository& books, const QString& path, const AgeKeys& keys, Progress& progress)
{
    ZipBag tree([&] { return openSealedPackage(path, keys); }, ZipLimits());
    const auto visit = [&](const BagItem& item, const BagContent& read) -> Result<void> {
        for (const PackageTable& table : packageTables())
            if (item.path == u"data/%1.csv"_s.arg(table.name()))
                return takeTable(books, table, read, progress);
        return {};
    };
    return tree.walk(visit);
}

/// The package's own record, so that its receipt is known when it comes. It proves nothing about this audit chain.
Result<void> keepPackage(Ledger& ledger, const PackageVerdict& verdict, const QString& path, const QString& sha256)
{
    PackageRepository packages(ledger);
    ASSIGN_OR_RETURN(const std::vector<Package> known, packages.list());
    for (const Package& package : known)
        if (package.sequence == verdict.sequence)
            return {};
    Package package;
    package.quarter = verdict.quarter;
    package.sequence = verdict.sequence;
    package.fileName = verdict.name + u".zip.age"_s;
    package.sha256 = sha256;
    package.size = QFileInfo(path).size();
    package.lineage = verdict.lineage;
    package.auditDigest = QString(64, u'0');
    package.writtenAt = ledger.clock.now();
    package.counts = verdict.records;
    ASSIGN_OR_RETURN(const Package kept, packages.add(std::move(package)));
    Q_UNUSED(kept);
    return {};
}

} // namespace package_recover

QJsonObject RecoverReport::toJson() const
{
    QJsonArray list;
    for (const Conflict& conflict : conflictList)
        list << QJsonObject {
            {u"table"_s, conflict.table}, {u"id"_s, QString::number(conflict.record)}, {u"text"_s, conflict.text}};
    return {{u"package"_s, package},     {u"new"_s, added},          {u"updated"_s, updated},
            {u"unchanged"_s, unchanged}, {u"conflict"_s, conflicts}, {u"conflicts"_s, list}};
}

Result<RecoverReport> recoverPackage(Ledger& ledger, const CentreInfo& centre, const QString& path, AgeKeys keys,
                                     const SecureBytes& own, Progress& progress)
{
    PackageTrust trust;
    ASSIGN_OR_RETURN(trust.keys, package_recover::openedBy(std::move(keys), own));
    ASSIGN_OR_RETURN(trust.publicKey, MinisignPublicKey::fromText(centre.minisignPublicKey.toLatin1()));
    ASSIGN_OR_RETURN(const QString before, package_recover::digestOf(path));
    ASSIGN_OR_RETURN(const PackageVerdict verdict, verifyPackage(path, trust, progress));
    RETURN_IF_ERROR(package_recover::judge(verdict, centre));
    return ledger.transact([&]() -> Result<RecoverReport> {
        RecoverReport report;
        report.package = verdict.name;
        ASSIGN_OR_RETURN(const QStringList lineages, PackageRepository(ledger).lineages());
        RecoverRepository books(ledger, package_recover::boundaryOf(lineages, verdict.lineage), report);
        RETURN_IF_ERROR(books.begin());
        RETURN_IF_ERROR(package_recover::takeTables(books, path, trust.keys, progress));
        ASSIGN_OR_RETURN(const QString after, package_recover::digestOf(path));
        if (after != before)
            return fail(Error::Kind::Damaged,
                        ExchangeText::tr("The file changed while it was read. Nothing was taken over."));
        if (report.added + report.updated > 0)
            RETURN_IF_ERROR(books.note(verdict.name, before));
        RETURN_IF_ERROR(books.raiseFloor(verdict.sequence));
        RETURN_IF_ERROR(package_recover::keepPackage(ledger, verdict, path, before));
        return report;
    });
}

Result<bool> adoptPackage(Ledger& ledger, const CentreInfo& centre, const QString& path, AgeKeys keys)
{
    PackageTrust trust;
    trust.keys = std::move(keys);
    ASSIGN_OR_RETURN(trust.publicKey, MinisignPublicKey::fromText(centre.minisignPublicKey.toLatin1()));
    Progress progress;
    ASSIGN_OR_RETURN(const PackageVerdict verdict, verifyPackage(path, trust, progress));
    if (!package_recover::judge(verdict, centre))
        return false;
    RETURN_IF_ERROR(ledger.transact([&] {
        return package_recover::keepPackage(ledger, verdict, path, QString::fromLatin1(verdict.sha256.toHex()));
    }));
    return true;
}

} // namespace songhe
