// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/receipt_desk.h"

#include "core/centre/settings.h"
#include "core/exchange/receipt_decisions.h"

#include <algorithm>

namespace songhe {

using namespace Qt::StringLiterals;

namespace receipt_desk {

constexpr int longestText = 4000;

std::optional<QString> cut(const QString& text)
{
    return text.isEmpty() ? std::optional<QString>() : text.left(longestText);
}

} // namespace receipt_desk

QJsonObject ReceiptReport::toJson() const
{
    return {{u"package"_s, package},
            {u"accepted"_s, counts.accepted},
            {u"superseded"_s, counts.superseded},
            {u"conflict"_s, counts.conflict},
            {u"refused"_s, counts.refused}};
}

Result<MinisignPublicKey> ReceiptDesk::districtKey()
{
    ASSIGN_OR_RETURN(const QString key, Settings(m_ledger).value(u"district.public_key"_s));
    if (key.isEmpty())
        return fail(Error::Kind::Refused,
                    tr("No receipt can be checked before the district's signature key (RW…) is set. Enter it in the "
                       "settings; the district gives it together with its key for packages."));
    return MinisignPublicKey::fromText(key.toLatin1());
}

/// The program ended in the moment between giving the package its name and noting it. Nothing is known of the audit
/// head that it proves, so the next one takes all along.
Result<Package> ReceiptDesk::noteUnnoted(const ReceiptContent& content)
{
    Package package;
    package.quarter = content.head.quarter;
    package.sequence = content.head.sequence;
    package.fileName = content.head.package + u".zip.age"_s;
    package.sha256 = content.head.packageSha256;
    package.lineage = content.head.lineage;
    package.auditDigest = QString(64, u'0');
    package.writtenAt = m_ledger.clock.now();
    for (auto it = content.tables.constBegin(); it != content.tables.constEnd(); ++it)
        package.counts.insert(it.key(), it->rows());
    return PackageRepository(m_ledger).add(std::move(package));
}

Result<Package> ReceiptDesk::packageOf(const ReceiptContent& content)
{
    const ReceiptHead& head = content.head;
    if (head.centreUuid != m_centre.uuid)
        return fail(Error::Kind::Refused,
                    tr("This receipt is for another centre (%1). Give it to them; nothing was taken over.")
                        .arg(head.centreCode));
    ASSIGN_OR_RETURN(const std::vector<Package> packages, PackageRepository(m_ledger).list());
    for (const Package& package : packages)
        if (package.fileName == head.package + u".zip.age"_s && package.sha256 == head.packageSha256)
            return package;
    const bool numberIsFree = std::none_of(packages.begin(), packages.end(), [&head](const Package& package) {
        return package.sequence == head.sequence;
    });
    // The district checked that this centre signed it. Of books that were restored since, records may be missing here,
    // and the package is to be read back.
    if (numberIsFree && head.lineage == m_centre.lineage)
        return noteUnnoted(content);
    return fail(Error::Kind::Refused,
                tr("This receipt answers the package %1, which is not known here. If a backup was restored since, "
                   "recover that package first; otherwise ask the district.")
                    .arg(head.package));
}

Result<void> ReceiptDesk::passNumber(const ReceiptHead& head)
{
    if (head.centreUuid != m_centre.uuid || head.sequence > Quarter::mostPackages)
        return {};
    return m_ledger.transact([&]() -> Result<void> {
        PackageRepository packages(m_ledger);
        ASSIGN_OR_RETURN(const int next, packages.nextSequence());
        return head.sequence < next ? Result<void>() : packages.raiseFloor(head.sequence);
    });
}

Result<PackageReceipt> ReceiptDesk::keep(const ReceiptContent& content, const Package& package, bool& alreadyHere)
{
    ASSIGN_OR_RETURN(const std::optional<PackageReceipt> known, m_receipts.of(package.id));
    alreadyHere = known.has_value();
    PackageReceipt receipt = known.value_or(PackageReceipt());
    if (known && known->writtenAt >= content.head.writtenAt)
        return receipt;
    receipt.packageId = package.id;
    receipt.package = content.head.package;
    receipt.status = content.head.status;
    receipt.district = content.head.district.left(200);
    receipt.districtKey = content.head.districtKey;
    receipt.writtenAt = content.head.writtenAt;
    receipt.decisionsSeen = qint64(content.decisions.size());
    if (known)
        return m_receipts.change(std::move(receipt));
    receipt.importedAt = m_ledger.clock.now();
    const ReceiptCounts counts = content.counts();
    receipt.accepted = counts.accepted;
    receipt.superseded = counts.superseded;
    receipt.conflict = counts.conflict;
    receipt.refused = counts.refused;
    return m_receipts.add(std::move(receipt));
}

Result<void> ReceiptDesk::keepOutcomes(const ReceiptContent& content, const PackageReceipt& receipt)
{
    return eachOutcome(content, [&](const ReceiptOutcome& outcome) -> Result<void> {
        if (outcome.outcome == u"accepted")
            return {};
        ReceiptItem item;
        item.receipt = receipt.id;
        item.about = outcome.table;
        item.record = {outcome.record};
        item.recordRevision = outcome.revision;
        item.outcome = outcome.outcome;
        if (!outcome.code.isEmpty())
            item.code = outcome.code.left(60);
        item.text = receipt_desk::cut(outcome.text);
        // Superseded: the district has a newer revision from here already, nobody has to do anything.
        item.done = outcome.outcome == u"superseded";
        const auto kept = m_receipts.add(std::move(item));
        return kept ? Result<void>() : Result<void>(fail(kept.error()));
    });
}

Result<ReceiptReport> ReceiptDesk::import(const QString& path, const SecureBytes& own, Progress& progress)
{
    ASSIGN_OR_RETURN(const MinisignPublicKey key, districtKey());
    ASSIGN_OR_RETURN(AgeIdentity identity, AgeIdentity::fromText(own.view()));
    AgeKeys keys;
    keys.identities.push_back(std::move(identity));
    ASSIGN_OR_RETURN(const ReceiptContent content, readReceipt(path, std::move(keys), key, progress));
    RETURN_IF_ERROR(passNumber(content.head)); // stays, even where the receipt is refused
    return m_ledger.transact([&]() -> Result<ReceiptReport> {
        ReceiptReport report;
        ASSIGN_OR_RETURN(Package package, packageOf(content));
        ASSIGN_OR_RETURN(const PackageReceipt receipt, keep(content, package, report.alreadyHere));
        if (!report.alreadyHere)
            RETURN_IF_ERROR(keepOutcomes(content, receipt));
        RETURN_IF_ERROR(ReceiptDecisions(m_ledger, m_shelf, receipt).take(content.decisions));
        if (!package.acknowledgedAt) {
            package.acknowledgedAt = m_ledger.clock.now();
            ASSIGN_OR_RETURN(package, PackageRepository(m_ledger).change(std::move(package)));
        }
        report.package = receipt.package;
        report.counts = {receipt.accepted, receipt.superseded, receipt.conflict, receipt.refused};
        ASSIGN_OR_RETURN(report.openItems, m_receipts.openItems());
        return report;
    });
}

Result<ReceiptItem> ReceiptDesk::done(Id<ReceiptItem> id, const QString& note)
{
    return m_ledger.transact([&]() -> Result<ReceiptItem> {
        ASSIGN_OR_RETURN(std::optional<ReceiptItem> item, m_receipts.findItem(id));
        if (!item)
            return fail(Error::Kind::NotFound,
                        tr("There is no line %1 in the work-list. 'receipt items' lists them.").arg(id.text()));
        if (item->done)
            return *item;
        if (note.trimmed().isEmpty())
            return fail(Error::Kind::Invalid, tr("Please write down what was done about it."));
        item->done = true;
        item->note = note.trimmed();
        return m_receipts.change(*std::move(item));
    });
}

} // namespace songhe
