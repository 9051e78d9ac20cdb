// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/receipt_decisions.h"

#include <algorithm>

namespace songhe {

using namespace Qt::StringLiterals;

namespace receipt_decisions {

constexpr int longestText = 4000;
constexpr int longestNote = 500;
const QString appliedCode = QStringLiteral("decision");
const QString notAppliedCode = QStringLiteral("not_applied");
const QString otherSigningCode = QStringLiteral("other_signing"); ///< beside one that was about this signing

QString wordOf(const ReceiptDecision& decision)
{
    return decision.accepted ? u"accepted"_s : u"returned"_s;
}

/// Whether the claim stands where the decision would put it.
bool standsThere(ClaimState state, bool accepted)
{
    return accepted ? state == ClaimState::Accepted || state == ClaimState::Paid : state == ClaimState::Returned;
}

/// An earlier program kept it without its moment.
bool isUndated(const ReceiptItem& item, const ReceiptDecision& decision)
{
    return !item.decidedAt && item.recordRevision == decision.revision && item.outcome == wordOf(decision)
        && item.text.value_or(QString()).endsWith(decision.reason.trimmed().left(longestText));
}

/// Whether it was the district's newest decision that put the claim where it stands, and not a clerk by hand.
bool byDecision(const std::vector<ReceiptItem>& known, ClaimState state)
{
    const auto last
        = std::find_if(known.rbegin(), known.rend(), [](const ReceiptItem& item) { return item.code == appliedCode; });
    return last != known.rend() && standsThere(state, last->outcome == u"accepted"_s);
}

} // namespace receipt_decisions

Result<void> ReceiptDecisions::take(std::vector<ReceiptDecision> decisions)
{
    std::stable_sort(decisions.begin(), decisions.end(), [](const auto& left, const auto& right) {
        return std::pair(left.claim, left.decidedAt) < std::pair(right.claim, right.decidedAt);
    });
    for (auto first = decisions.begin(); first != decisions.end();) {
        const qint64 claim = first->claim;
        const auto last
            = std::find_if(first, decisions.end(), [claim](const auto& other) { return other.claim != claim; });
        RETURN_IF_ERROR(takeAbout({claim}, Decisions(first, last)));
        first = last;
    }
    return {};
}

/// Lines of an earlier program get the moment of the decision they are about, so that later ones can be told from it.
Result<void> ReceiptDecisions::date(Known& known, const Decisions& decisions)
{
    bool changed = false;
    for (const ReceiptDecision& decision : decisions)
        for (ReceiptItem& item : known) {
            if (!receipt_decisions::isUndated(item, decision))
                continue;
            item.decidedAt = decision.decidedAt;
            ASSIGN_OR_RETURN(item, m_receipts.change(std::move(item)));
            changed = true;
            break;
        }
    if (changed)
        std::stable_sort(known.begin(), known.end(),
                         [](const auto& left, const auto& right) { return left.decidedAt < right.decidedAt; });
    return {};
}

Result<void> ReceiptDecisions::takeAbout(Id<Claim> id, Decisions decisions)
{
    ASSIGN_OR_RETURN(Known known, m_receipts.decisionsAbout(id.value));
    RETURN_IF_ERROR(date(known, decisions));
    // One that could not be applied is tried again: the claim may have been recovered since.
    const bool again = !known.empty() && known.back().code == receipt_decisions::notAppliedCode && !known.back().done;
    const QDateTime newest = known.empty() ? QDateTime() : known.back().decidedAt.value_or(QDateTime());
    if (newest.isValid())
        std::erase_if(decisions, [&](const ReceiptDecision& decision) {
            return again ? decision.decidedAt < newest : decision.decidedAt <= newest;
        });
    if (decisions.empty())
        return {};
    ASSIGN_OR_RETURN(std::optional<Claim> claim, ClaimRepository(m_ledger).find(id));
    if (claim && claim->recorded.voidedAt)
        claim.reset();
    // The newest about what was signed here counts; the others are history.
    std::size_t counts = decisions.size() - 1;
    for (std::size_t i = 0; claim && i < decisions.size(); ++i) {
        ASSIGN_OR_RETURN(const auto reason, strange(decisions[i], *claim));
        if (!reason)
            counts = i;
    }
    std::optional<QString> obstacle = tr("The district decided about a claim that is not in these books.");
    if (claim) {
        ASSIGN_OR_RETURN(obstacle, apply(decisions[counts], *claim, known));
    }
    if (!obstacle)
        RETURN_IF_ERROR(close(known));
    for (std::size_t i = 0; i < decisions.size(); ++i) {
        if (decisions[i].decidedAt == newest && (i != counts || obstacle))
            continue; // it is in the list
        ReceiptItem item;
        item.code = i > counts        ? receipt_decisions::otherSigningCode
            : i == counts && obstacle ? receipt_decisions::notAppliedCode
                                      : receipt_decisions::appliedCode;
        // A returned claim has to be mended: that is work, even where its state was moved.
        item.done = i != counts || (!obstacle && decisions[i].accepted);
        RETURN_IF_ERROR(keep(std::move(item), decisions[i], i == counts ? obstacle.value_or(QString()) : QString()));
    }
    return {};
}

Result<std::optional<QString>> ReceiptDecisions::strange(const ReceiptDecision& decision, const Claim& claim)
{
    if (decision.signedAt.isValid()) {
        // Both moments are of the computer that signed: the district only sends back what it was sent.
        if (claim.signedAt == decision.signedAt && claim.digest == decision.claimDigest)
            return std::optional<QString>();
        return std::optional(
            tr("The district decided about another signing of the claim for %1 than the one in these books, so its "
               "decision was not applied. It will decide anew when it has this one.")
                .arg(claim.period));
    }
    // An earlier program of the district. In books that were never restored a claim is signed once.
    ASSIGN_OR_RETURN(const QStringList lineages, PackageRepository(m_ledger).lineages());
    if (lineages.size() <= 1)
        return std::optional<QString>();
    return std::optional(
        tr("The receipt does not say which signing of the claim for %1 the district decided about, and these books "
           "were restored from a backup: the claim may have been signed twice. Ask the district, then enter its "
           "decision at the claim.")
            .arg(claim.period));
}

Result<std::optional<QString>> ReceiptDecisions::apply(const ReceiptDecision& decision, const Claim& claim,
                                                       const Known& known)
{
    const auto inState = [&claim] {
        return std::optional(tr("The claim for %1 is '%2' here, so the district's decision was not applied.")
                                 .arg(claim.period, choiceText(claim.state)));
    };
    if (isOpen(claim.state))
        return inState();
    ASSIGN_OR_RETURN(std::optional<QString> reason, strange(decision, claim));
    if (reason || receipt_decisions::standsThere(claim.state, decision.accepted))
        return reason;
    const QString who = tr("The district, receipt for %1").arg(m_receipt.package);
    const QString note = (decision.reason.trimmed().isEmpty() ? who : who + u": "_s + decision.reason)
                             .left(receipt_decisions::longestNote);
    if (claim.state == ClaimState::Signed || claim.state == ClaimState::Exported) {
        const QDate on = Clock::dayOf(decision.decidedAt);
        const auto moved
            = decision.accepted ? m_claims.accept(claim.id, on, note) : m_claims.giveBack(claim.id, {}, on, note);
        return moved ? Result<std::optional<QString>>(std::nullopt) : fail(moved.error());
    }
    if ((claim.state == ClaimState::Returned || claim.state == ClaimState::Accepted)
        && receipt_decisions::byDecision(known, claim.state))
        return correct(decision, claim, note);
    return inState();
}

Result<std::optional<QString>> ReceiptDecisions::correct(const ReceiptDecision& decision, const Claim& claim,
                                                         const QString& note)
{
    ASSIGN_OR_RETURN(const std::optional<Claim> successor, m_claims.successorOf(claim));
    if (decision.accepted && successor)
        return std::optional(
            tr("The district now accepts the claim for %1, which it had returned. %2 was settled since "
               "in its place (claim %3), so nothing was moved: ask the district which of the two it "
               "pays.")
                .arg(claim.period, successor->period, successor->id.text()));
    const auto moved = m_claims.correct(claim.id, decision.accepted, Clock::dayOf(decision.decidedAt), note);
    return moved ? Result<std::optional<QString>>(std::nullopt) : fail(moved.error());
}

Result<void> ReceiptDecisions::keep(ReceiptItem item, const ReceiptDecision& decision, const QString& obstacle)
{
    item.receipt = m_receipt.id;
    item.about = u"claim"_s;
    item.record = {decision.claim};
    item.recordRevision = decision.revision;
    item.outcome = receipt_decisions::wordOf(decision);
    item.decidedAt = decision.decidedAt;
    QStringList words {obstacle, decision.reason.trimmed()};
    words.removeAll(QString());
    if (!words.isEmpty())
        item.text = words.join(u'\n').left(receipt_decisions::longestText);
    ASSIGN_OR_RETURN(const ReceiptItem kept, m_receipts.add(std::move(item)));
    Q_UNUSED(kept);
    return {};
}

/// What is left to do follows from the newest decision alone.
Result<void> ReceiptDecisions::close(const Known& known)
{
    for (ReceiptItem item : known) {
        if (item.done)
            continue;
        item.done = true;
        item.note = tr("The district's decision was taken over since.");
        ASSIGN_OR_RETURN(const ReceiptItem closed, m_receipts.change(std::move(item)));
        Q_UNUSED(closed);
    }
    return {};
}

} // namespace songhe
