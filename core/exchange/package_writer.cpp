// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/package_writer.h"

#include "core/exchange/bag_writer.h"
#include "core/exchange/exchange_text.h"
#include "core/exchange/minisign.h"
#include "core/exchange/tables_workbook.h"

namespace songhe {

using namespace Qt::StringLiterals;

namespace package_writer {

constexpr int deflateLevel = 1;  ///< digests do not shrink anyway, and rows little more at a higher one
constexpr int writingShare = 80; ///< percent of the work; the rest is reading back

QString headText(qint64 number, const QByteArray& digest)
{
    return u"%1:%2"_s.arg(number).arg(QString::fromLatin1(digest.toHex()));
}

} // namespace package_writer

/// What a package is to be, before a byte of it is written.
struct PackageWriter::Plan {
    PackageSummary summary;
    PackageScope scope;
    QByteArray sinceDigest;
    std::optional<QString> previousSha256;
    QStringList lineages;

    [[nodiscard]] DataPackageHead head() const
    {
        return {summary.name, summary.centre, summary.quarter, summary.sequence, summary.created};
    }
};

Result<int> PackageWriter::nextSequence(const PackageRequest& request)
{
    ASSIGN_OR_RETURN(const int next, m_packages.nextSequence());
    return qMax(next, request.above + 1);
}

Result<PackageWriter::Plan> PackageWriter::plan(const PackageRequest& request)
{
    Plan plan;
    ASSIGN_OR_RETURN(const std::optional<Package> newest, m_packages.newest());
    ASSIGN_OR_RETURN(const std::optional<Package> sameQuarter, m_packages.newestOf(request.quarter));
    ASSIGN_OR_RETURN(const std::optional<Package> acknowledged, m_packages.newestAcknowledged());
    plan.summary.centre = m_identity.centre;
    plan.summary.quarter = request.quarter;
    ASSIGN_OR_RETURN(plan.summary.sequence, nextSequence(request));
    if (sameQuarter)
        plan.summary.supersedes = sameQuarter->sequence;
    plan.summary.created = m_ledger.clock.now();
    plan.summary.name = packageName(m_identity.centre.code, request.quarter, plan.summary.sequence);
    ASSIGN_OR_RETURN(plan.summary.auditHead, m_packages.auditHead());
    plan.scope
        = {request.quarter, acknowledged ? acknowledged->auditNumber : 0, newest ? newest->writtenAt : QDateTime()};
    ASSIGN_OR_RETURN(plan.sinceDigest, m_packages.auditDigestAt(plan.scope.sinceAudit));
    if (newest)
        plan.previousSha256 = newest->sha256;
    ASSIGN_OR_RETURN(plan.lineages, m_packages.lineages());
    return plan;
}

Result<AgeSealing> PackageWriter::sealing(const PackageRequest& request) const
{
    AgeSealing sealing;
    if (request.recipients.isEmpty()) {
        if (request.passphrase.isEmpty())
            return fail(
                Error::Kind::Refused,
                ExchangeText::tr("No package was written: it is not set to whom it is sealed. Enter the district's "
                                 "key (age1…) in the settings or with --recipient, or give a passphrase with "
                                 "--passphrase-file."));
        sealing.passphrase = request.passphrase.clone();
        sealing.scryptFactor = request.scryptFactor;
        return sealing;
    }
    QStringList all = request.recipients;
    if (!all.contains(m_identity.centre.ageRecipient))
        all << m_identity.centre.ageRecipient;
    for (const QString& text : std::as_const(all)) {
        ASSIGN_OR_RETURN(const AgeRecipient recipient, AgeRecipient::fromText(text));
        sealing.recipients.push_back(recipient);
    }
    return sealing;
}

Result<WrittenPackage> PackageWriter::write(const PackageRequest& request, PackagePlace& place, Progress& progress)
{
    auto written = [&]() -> Result<WrittenPackage> {
        ASSIGN_OR_RETURN(Package package, writeFile(request, place, progress));
        // Short: nobody waits for a slow stick.
        return m_ledger.transact([&]() -> Result<WrittenPackage> {
            ASSIGN_OR_RETURN(const int sequence, nextSequence(request));
            if (sequence != package.sequence)
                return fail(Error::Kind::Conflict,
                            ExchangeText::tr("Another package was written meanwhile, so this one has a number that is "
                                             "taken and was withdrawn. Please write it again."));
            ASSIGN_OR_RETURN(package, m_packages.add(std::move(package)));
            ASSIGN_OR_RETURN(const QString path, place.commit());
            return WrittenPackage {std::move(package), path, {}};
        });
    }();
    if (!written)
        place.withdraw();
    return written;
}

Result<Package> PackageWriter::writeFile(const PackageRequest& request, PackagePlace& place, Progress& progress)
{
    // One snapshot: the tables and the audit's head belong together.
    ASSIGN_OR_RETURN(auto snapshot, ReadSnapshot::begin(m_ledger.store));
    ASSIGN_OR_RETURN(Plan plan, this->plan(request));
    const QString fileName = plan.summary.name + u".zip.age"_s;
    ASSIGN_OR_RETURN(QIODevice* const device, place.create(fileName));
    DigestingDevice target(*device);
    RETURN_IF_ERROR(writeSealed(request, plan, target, progress));
    snapshot.reset();
    RETURN_IF_ERROR(place.sync());
    const QByteArray digest = target.sha256();
    RETURN_IF_ERROR(progress.step(package_writer::writingShare, 100));

    ASSIGN_OR_RETURN(const std::unique_ptr<QIODevice> back, place.readBack());
    ASSIGN_OR_RETURN(const QByteArray readDigest, sha256Of(*back));
    if (readDigest != digest)
        return fail(Error::Kind::Damaged,
                    ExchangeText::tr("What the stick holds is not what was written to it. It may be worn out: take "
                                     "another one and write the package again."));
    RETURN_IF_ERROR(progress.step(99, 100));

    Package package;
    package.quarter = request.quarter.text();
    package.sequence = plan.summary.sequence;
    package.supersedes = plan.summary.supersedes;
    package.fileName = fileName;
    package.sha256 = QString::fromLatin1(digest.toHex());
    package.size = target.written();
    package.lineage = m_identity.centre.lineage;
    package.auditNumber = plan.summary.auditHead.number;
    package.auditDigest = QString::fromLatin1(plan.summary.auditHead.digest.toHex());
    package.previousSha256 = plan.previousSha256;
    package.writtenAt = plan.summary.created;
    package.counts = plan.summary.counts;
    if (request.recipients.isEmpty())
        package.passphrase = QString::fromUtf8(request.passphrase.view());
    return package;
}

Result<void> PackageWriter::writeSealed(const PackageRequest& request, Plan& plan, QIODevice& target,
                                        Progress& progress)
{
    ASSIGN_OR_RETURN(const AgeSealing how, sealing(request));
    ASSIGN_OR_RETURN(const auto sealed, AgeWriter::open(target, how));
    ASSIGN_OR_RETURN(const auto zip, ZipWriter::open(*sealed, package_writer::deflateLevel, plan.summary.created));
    RETURN_IF_ERROR(writeBag(request, plan, *zip, progress));
    RETURN_IF_ERROR(zip->close());
    return sealed->finish();
}

Result<void> PackageWriter::writeBag(const PackageRequest& request, Plan& plan, ZipWriter& zip, Progress& progress)
{
    BagWriter bag(zip, plan.summary.name);
    RETURN_IF_ERROR(writeTables(bag, plan, progress));
    RETURN_IF_ERROR(writeDocuments(bag, request, plan));
    return bag.finish(info(plan), [&](QByteArrayView tagManifest) -> Result<QByteArray> {
        ASSIGN_OR_RETURN(const MinisignSecretKey key, MinisignSecretKey::fromFile(m_identity.minisignSecret.view()));
        const QString comment = u"songhe\tplace:%1\tquarter:%2\tsequence:%3\ttimestamp:%4"_s.arg(
            m_identity.centre.name.simplified(), request.quarter.text(), QString::number(plan.summary.sequence),
            QString::number(plan.summary.created.toSecsSinceEpoch()));
        ASSIGN_OR_RETURN(const MinisignSignature signature, minisignSign(key, minisignDigest(tagManifest), comment));
        return signature.file("signature of a Songhe package");
    });
}

Result<void> PackageWriter::writeTables(BagWriter& bag, Plan& plan, Progress& progress)
{
    WorkbookWorker workbook(plan.summary.created);
    const auto write = [&](const QString& name, bool inWorkbook, const auto& rows) -> Result<void> {
        RETURN_IF_ERROR(bag.begin(u"data/%1.csv"_s.arg(name)));
        if (inWorkbook)
            workbook.beginTable(name);
        ASSIGN_OR_RETURN(const qint64 count, rows([&](const QByteArray& records) -> Result<void> {
                             if (inWorkbook)
                                 workbook.addCsv(records);
                             return bag.write(records);
                         }));
        plan.summary.counts.insert(name, count);
        return bag.end();
    };
    const auto& tables = packageTables();
    for (std::size_t i = 0; i < tables.size(); ++i) {
        RETURN_IF_ERROR(progress.step(qint64(i) * package_writer::writingShare, qint64(tables.size() + 1) * 100));
        RETURN_IF_ERROR(write(tables[i].name(), true, [&](const CsvSink& sink) {
            return m_packages.writeRows(tables[i], plan.scope, sink, progress);
        }));
    }
    // The chain is for programs: as a sheet nobody would read it, and it would double the package.
    RETURN_IF_ERROR(write(QString::fromLatin1(auditTableName), false, [&](const CsvSink& sink) {
        return m_packages.writeAudit(plan.scope.sinceAudit, sink, progress);
    }));
    ASSIGN_OR_RETURN(const QByteArray packed, workbook.finish());
    return bag.add(u"data/tables.xlsx"_s, packed, true);
}

Result<void> PackageWriter::writeDocuments(BagWriter& bag, const PackageRequest& request, const Plan& plan)
{
    for (const PackageFile& policy : request.policies)
        RETURN_IF_ERROR(bag.add(u"data/policies/"_s + policy.name, policy.bytes));
    if (request.summary) {
        ASSIGN_OR_RETURN(const QByteArray pdf, request.summary(plan.summary));
        RETURN_IF_ERROR(bag.add(u"data/summary.pdf"_s, pdf));
    }
    RETURN_IF_ERROR(bag.add(u"data/README.txt"_s, packageReadme(plan.head())));
    return bag.add(u"data/datapackage.json"_s, dataPackageJson(plan.head(), plan.summary.counts));
}

std::vector<std::pair<QString, QString>> PackageWriter::info(const Plan& plan) const
{
    const PackageSummary& summary = plan.summary;
    std::vector<std::pair<QString, QString>> lines {
        {u"Source-Organization"_s, summary.centre.name},
        {u"External-Identifier"_s, summary.name},
        {u"Bagging-Date"_s, Clock::dayOf(summary.created).toString(Qt::ISODate)},
        {u"Bag-Software-Agent"_s, u"Songhe"_s},
        {u"Songhe-Format"_s, u"1"_s},
        {u"Songhe-Centre-UUID"_s, summary.centre.uuid},
        {u"Songhe-Centre-Code"_s, summary.centre.code},
        {u"Songhe-Division"_s, summary.centre.division},
        {u"Songhe-Lineage"_s, summary.centre.lineage},
        {u"Songhe-Lineages"_s, plan.lineages.isEmpty() ? summary.centre.lineage + u"@0"_s : plan.lineages.join(u' ')},
        {u"Songhe-Quarter"_s, summary.quarter.text()},
        {u"Songhe-Sequence"_s, QString::number(summary.sequence)},
        {u"Songhe-Age-Recipient"_s, summary.centre.ageRecipient},
        {u"Songhe-Minisign-Key"_s, summary.centre.minisignPublicKey},
        {u"Songhe-Audit-From"_s, package_writer::headText(plan.scope.sinceAudit, plan.sinceDigest)},
        {u"Songhe-Audit-Head"_s, package_writer::headText(summary.auditHead.number, summary.auditHead.digest)},
    };
    if (summary.supersedes)
        lines.emplace_back(u"Songhe-Supersedes"_s, QString::number(*summary.supersedes));
    if (plan.previousSha256)
        lines.emplace_back(u"Songhe-Previous-Package"_s, *plan.previousSha256);
    return lines;
}

} // namespace songhe
