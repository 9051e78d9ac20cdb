// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/package_recover.h"

#include "core/exchange/exchange_text.h"
#include "core/exchange/package_table.h"
#include "core/exchange/recover_repository.h"

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

/// Takes the rows over while they are verified, within one transaction: what does not hold in the end leaves nothing.
class RecoverTaker final : public PackageTaker {
public:
    RecoverTaker(Ledger& ledger, const CentreInfo& centre, RecoverReport& report)
        : m_ledger(ledger)
        , m_centre(centre)
        , m_report(report)
    { }

    Result<std::optional<MinisignPublicKey>> signer(const BagReport&, PackageVerdict&) override
    {
        ASSIGN_OR_RETURN(const MinisignPublicKey key,
                         MinisignPublicKey::fromText(m_centre.minisignPublicKey.toLatin1()));
        return std::optional(key);
    }
    Result<void> begin(const BagReport&, const PackageVerdict& verdict) override
    {
        RETURN_IF_ERROR(judge(verdict, m_centre));
        ASSIGN_OR_RETURN(const QStringList lineages, PackageRepository(m_ledger).lineages());
        m_books = std::make_unique<RecoverRepository>(m_ledger, boundaryOf(lineages, verdict.lineage), m_report);
        return m_books->begin();
    }
    Result<void> table(const QString& name, const std::vector<QByteArray>& columns) override
    {
        m_table = packageTable(name);
        if (!m_table)
            return {};
        const bool same = std::equal(
            columns.begin(), columns.end(), m_table->columns.begin(), m_table->columns.end(),
            [](const QByteArray& here, const FieldInfo& known) { return QLatin1String(here) == known.key(); });
        return same ? Result<void>()
                    : Result<void>(
                        fail(Error::Kind::NewerVersion,
                             ExchangeText::tr("The table %1 of this package has other columns than this program knows. "
                                              "Install the version of Songhe that wrote it; nothing was taken over.")
                                 .arg(name)));
    }
    Result<void> row(const std::vector<QByteArrayView>& cells) override
    {
        return m_table ? m_books->take(*m_table, cells) : Result<void>();
    }
    Result<void> endOfTable() override { return {}; }
    Result<void> link(qint64, const QByteArray&) override { return {}; }
    Result<void> file(const QString&, QByteArrayView) override { return {}; }
    /// After the verdict.
    RecoverRepository& books() { return *m_books; }

private:
    Ledger& m_ledger;
    const CentreInfo& m_centre;
    RecoverReport& m_report;
    std::unique_ptr<RecoverRepository> m_books;
    const PackageTable* m_table = nullptr;
};

/// The package's own record, so that its receipt is known when it comes: with its own lineage, and also where these
/// books gave its number to another since. It proves nothing about this audit chain.
Result<void> keepPackage(Ledger& ledger, const PackageVerdict& verdict, const QString& path, const QString& sha256)
{
    PackageRepository packages(ledger);
    ASSIGN_OR_RETURN(const std::vector<Package> known, packages.list());
    for (const Package& package : known)
        if (package.sha256 == sha256)
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
    return ledger.transact([&]() -> Result<RecoverReport> {
        RecoverReport report;
        package_recover::RecoverTaker taker(ledger, centre, report);
        ASSIGN_OR_RETURN(const PackageVerdict verdict, verifyPackage(path, trust, progress, &taker));
        RETURN_IF_ERROR(package_recover::judge(verdict, centre));
        report.package = verdict.name;
        const QString sha256 = QString::fromLatin1(verdict.sha256.toHex());
        if (report.added + report.updated > 0)
            RETURN_IF_ERROR(taker.books().note(verdict.name, sha256));
        RETURN_IF_ERROR(PackageRepository(ledger).raiseFloor(verdict.sequence));
        RETURN_IF_ERROR(package_recover::keepPackage(ledger, verdict, path, sha256));
        return report;
    });
}

} // namespace songhe
