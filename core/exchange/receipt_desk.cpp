// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/receipt_desk.h"

#include "core/centre/settings.h"

#include <algorithm>

namespace songhe {

using namespace Qt::StringLiterals;

namespace receipt_desk {

constexpr int longestText = 4000;

std::optional<QString> cut(const QString& text)
{
    return text.isEmpty() ? std::optional<QString>() : text.left(longestText);
}

QString wordOf(const ReceiptDecision& decision)
{
    return decision.accepted ? u"accepted"_s : u"returned"_s;
}

/// Whether the claim stands where the decision would put it.
bool standsThere(ClaimState state, bool accepted)
{
    return accepted ? state == ClaimState::Accepted || state == ClaimState::Paid : state == ClaimState::Returned;
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

Result<Package> ReceiptDesk::packageOf(const ReceiptHead& head)
{
    if (head.centreUuid != m_centre.uuid)
        return fail(Error::Kind::Refused,
                    tr("This receipt is for another centre (%1). Give it to them; nothing was taken over.")
                        .arg(head.centreCode));
    ASSIGN_OR_RETURN(const std::vector<Package> packages, PackageRepository(m_ledger).list());
    for (const Package& package : packages)
        if (package.fileName == head.package + u".zip.age"_s && package.sha256 == head.packageSha256)
            return package;
    return fail(Error::Kind::Refused,
                tr("This receipt answers the package %1, which is not known here. If a backup was restored since, "
                   "recover that package first; otherwise ask the district.")
                    .arg(head.package));
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

Result<std::optional<QString>> ReceiptDesk::apply(const ReceiptDecision& decision, const QString& package)
{
    const Id<Claim> id {decision.claim};
    ASSIGN_OR_RETURN(const std::vector<Claim> claims, ClaimRepository(m_ledger).list());
    const auto found = std::find_if(claims.begin(), claims.end(), [&](const Claim& claim) { return claim.id == id; });
    if (found == claims.end())
        return std::optional(tr("The district decided about a claim that is not in these books."));
    if (receipt_desk::standsThere(found->state, decision.accepted))
        return std::optional<QString>();
    if (found->state != ClaimState::Signed && found->state != ClaimState::Exported)
        return std::optional(tr("The claim for %1 is '%2' here, so the district's decision was not applied.")
                                 .arg(found->period, choiceText(found->state)));
    if (found->signedAt && *found->signedAt > decision.decidedAt)
        return std::optional(
            tr("The claim for %1 was signed after the district decided, so the decision is about an earlier version.")
                .arg(found->period));
    ClaimDesk claimDesk(m_ledger, m_shelf, Wording());
    const QString who = tr("The district, receipt for %1").arg(package);
    const QString note = (decision.reason.trimmed().isEmpty() ? who : who + u": "_s + decision.reason).left(500);
    const QDate on = Clock::dayOf(decision.decidedAt);
    const auto moved = decision.accepted ? claimDesk.accept(id, on, note) : claimDesk.giveBack(id, {}, on, note);
    if (!moved)
        return fail(moved.error());
    return std::optional<QString>();
}

Result<void> ReceiptDesk::keepDecisions(const ReceiptContent& content, const PackageReceipt& receipt)
{
    std::vector<ReceiptDecision> fresh;
    for (const ReceiptDecision& decision : content.decisions) {
        ASSIGN_OR_RETURN(const bool known,
                         m_receipts.decisionKnown(decision.claim, decision.revision, receipt_desk::wordOf(decision)));
        if (!known)
            fresh.push_back(decision);
    }
    std::stable_sort(fresh.begin(), fresh.end(),
                     [](const auto& left, const auto& right) { return left.decidedAt < right.decidedAt; });
    for (std::size_t i = 0; i < fresh.size(); ++i) {
        const ReceiptDecision& decision = fresh[i];
        const bool overtaken = std::any_of(fresh.begin() + std::ptrdiff_t(i) + 1, fresh.end(),
                                           [&](const ReceiptDecision& later) { return later.claim == decision.claim; });
        std::optional<QString> obstacle;
        if (!overtaken) {
            ASSIGN_OR_RETURN(obstacle, apply(decision, content.head.package));
        }
        ReceiptItem item;
        item.receipt = receipt.id;
        item.about = u"claim"_s;
        item.record = {decision.claim};
        item.recordRevision = decision.revision;
        item.outcome = receipt_desk::wordOf(decision);
        item.code = obstacle ? u"not_applied"_s : u"decision"_s;
        // A returned claim has to be mended: that is work, even where its state was moved.
        item.done = !obstacle && (decision.accepted || overtaken);
        QStringList words;
        if (obstacle)
            words << *obstacle;
        if (!decision.reason.trimmed().isEmpty())
            words << decision.reason.trimmed();
        item.text = receipt_desk::cut(words.join(u'\n'));
        ASSIGN_OR_RETURN(const ReceiptItem kept, m_receipts.add(std::move(item)));
        Q_UNUSED(kept);
    }
    return {};
}

Result<ReceiptReport> ReceiptDesk::import(const QString& path, const SecureBytes& own, Progress& progress)
{
    ASSIGN_OR_RETURN(const MinisignPublicKey key, districtKey());
    ASSIGN_OR_RETURN(AgeIdentity identity, AgeIdentity::fromText(own.view()));
    AgeKeys keys;
    keys.identities.push_back(std::move(identity));
    ASSIGN_OR_RETURN(const ReceiptContent content, readReceipt(path, std::move(keys), key, progress));
    return m_ledger.transact([&]() -> Result<ReceiptReport> {
        ReceiptReport report;
        ASSIGN_OR_RETURN(Package package, packageOf(content.head));
        ASSIGN_OR_RETURN(const PackageReceipt receipt, keep(content, package, report.alreadyHere));
        if (!report.alreadyHere)
            RETURN_IF_ERROR(keepOutcomes(content, receipt));
        RETURN_IF_ERROR(keepDecisions(content, receipt));
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
