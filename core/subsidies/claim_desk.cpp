// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/subsidies/claim_desk.h"

#include "core/security/user_repository.h"
#include "core/subsidies/frozen_records_repository.h"

#include <algorithm>

namespace songhe {

using namespace Qt::StringLiterals;

namespace {

std::optional<QString> noteOf(const QString& text)
{
    return text.trimmed().isEmpty() ? std::nullopt : std::optional(text.trimmed());
}

ClaimStep stepTo(ClaimState state, std::optional<QDate> on = {}, const QString& note = {})
{
    ClaimStep step;
    step.step = state;
    step.on = on;
    step.note = noteOf(note);
    return step;
}

} // namespace

Result<ClaimFile> ClaimDesk::show(Id<Claim> id)
{
    ClaimFile file;
    ASSIGN_OR_RETURN(file.claim, m_settlement.show(id));
    ASSIGN_OR_RETURN(file.steps, m_claims.stepsOf(id));
    ASSIGN_OR_RETURN(file.openings, m_claims.openingsOf(id));
    return file;
}

Result<void> ClaimDesk::mustBeManager(const QString& what)
{
    static const QStringList roles {u"manager"_s, u"admin"_s};
    ASSIGN_OR_RETURN(const std::optional<User> user, UserRepository(m_ledger).find(m_ledger.user));
    if (user && roles.contains(user->role))
        return {};
    return fail(Error::Kind::Refused, tr("%1 is the manager's to do. Please sign in as the manager.").arg(what));
}

QString ClaimDesk::wayText(std::initializer_list<ClaimState> states)
{
    QStringList words;
    for (const ClaimState state : states)
        words << choiceText(state);
    return words.join(tr(", "));
}

Result<Claim> ClaimDesk::step(Id<Claim> id, std::initializer_list<ClaimState> from, ClaimStep step)
{
    return m_ledger.transact([&]() -> Result<Claim> {
        ASSIGN_OR_RETURN(Claim claim, m_settlement.show(id));
        if (std::find(from.begin(), from.end(), claim.state) == from.end())
            return fail(
                Error::Kind::Refused,
                tr("Claim %1 for %2 is %3. It becomes '%4' only from: %5.")
                    .arg(id.text(), claim.period, choiceText(claim.state), choiceText(step.step), wayText(from)));
        claim.state = step.step;
        ASSIGN_OR_RETURN(claim, m_claims.change(std::move(claim)));
        step.claim = id;
        RETURN_IF_ERROR(m_claims.addStep(std::move(step)));
        return claim;
    });
}

Result<ClaimFindings> ClaimDesk::findings(Id<Claim> id)
{
    ASSIGN_OR_RETURN(const Claim claim, m_settlement.show(id));
    return checkClaim(m_ledger, m_shelf, claim);
}

Result<ClaimFindings> ClaimDesk::check(Id<Claim> id)
{
    ASSIGN_OR_RETURN(const Claim claim, m_settlement.show(id));
    if (claim.state == ClaimState::Draft)
        RETURN_IF_ERROR(step(id, {ClaimState::Draft}, stepTo(ClaimState::Checked)));
    return findings(id);
}

Result<Claim> ClaimDesk::sign(Id<Claim> id, Progress& progress)
{
    RETURN_IF_ERROR(mustBeManager(tr("Signing a claim")));
    return m_ledger.transact([&]() -> Result<Claim> {
        ASSIGN_OR_RETURN(Claim claim, m_settlement.show(id));
        if (isOpen(claim.state)) {
            ASSIGN_OR_RETURN(const Period period, Period::fromText(claim.period));
            ASSIGN_OR_RETURN(const Claim now, m_settlement.settle(claim.policy, period, {}, progress));
            if (now.digest != claim.digest)
                return fail(Error::Kind::Conflict,
                            tr("Nothing was signed: records changed since the draft for %1 was written. Settle it "
                               "again, look at what changed, then sign.")
                                .arg(claim.period));
        }
        ASSIGN_OR_RETURN(claim, step(id, {ClaimState::Draft, ClaimState::Checked}, stepTo(ClaimState::Signed)));
        QStringList kinds;
        bool mayAskAttendance = false;
        for (const Policy* policy : m_shelf.versions(claim.policy)) {
            kinds += policy->factKinds();
            mayAskAttendance = mayAskAttendance || policy->mayAskAttendance();
        }
        kinds.removeDuplicates();
        RETURN_IF_ERROR(m_claims.freezeFacts(id, kinds));
        if (const Policy* policy = m_shelf.version(claim.policy, claim.policyVersion))
            RETURN_IF_ERROR(m_claims.freezeRecords(id, frozenFamiliesOf(*policy, mayAskAttendance)));
        claim.signedAt = m_ledger.clock.now();
        return m_claims.change(std::move(claim));
    });
}

Result<int> ClaimDesk::exported(QDate first, QDate last, const QString& package)
{
    ASSIGN_OR_RETURN(const std::vector<Claim> claims, m_claims.list());
    int count = 0;
    for (const Claim& claim : claims) {
        if (claim.state != ClaimState::Signed || claim.to < first || claim.from > last)
            continue;
        RETURN_IF_ERROR(step(claim.id, {ClaimState::Signed}, stepTo(ClaimState::Exported, {}, package)));
        ++count;
    }
    return count;
}

Result<Claim> ClaimDesk::accept(Id<Claim> id, std::optional<QDate> on, const QString& note)
{
    return step(id, {ClaimState::Signed, ClaimState::Exported}, stepTo(ClaimState::Accepted, on, note));
}

Result<Claim> ClaimDesk::giveBack(Id<Claim> id, const QStringList& lines, std::optional<QDate> on,
                                  const QString& reason)
{
    if (reason.trimmed().isEmpty())
        return fail(Error::Kind::Invalid, tr("Please write down why the district returned it."));
    for (const QString& text : lines) {
        ASSIGN_OR_RETURN(const std::optional<ClaimLine> line, m_claims.findLine(Id<ClaimLine> {text.toLongLong()}));
        if (!line || line->claim != id)
            return fail(Error::Kind::NotFound,
                        tr("Line %1 is none of claim %2. 'claim show' lists its lines.").arg(text, id.text()));
    }
    ClaimStep back = stepTo(lines.isEmpty() ? ClaimState::Returned : ClaimState::PartlyReturned, on, reason);
    back.lines = lines;
    return step(id, {ClaimState::Signed, ClaimState::Exported}, std::move(back));
}

Result<std::optional<Claim>> ClaimDesk::successorOf(const Claim& claim)
{
    ASSIGN_OR_RETURN(const std::vector<Claim> claims, m_claims.list());
    for (const Claim& other : claims)
        if (other.id != claim.id && other.policy == claim.policy && other.state != ClaimState::Returned
            && other.from <= claim.to && other.to >= claim.from)
            return std::optional(other);
    return std::optional<Claim>();
}

Result<Claim> ClaimDesk::correct(Id<Claim> id, bool accepted, std::optional<QDate> on, const QString& note)
{
    if (!accepted)
        return step(id, {ClaimState::Accepted}, stepTo(ClaimState::Returned, on, note));
    return m_ledger.transact([&]() -> Result<Claim> {
        ASSIGN_OR_RETURN(const Claim claim, m_settlement.show(id));
        ASSIGN_OR_RETURN(const std::optional<Claim> successor, successorOf(claim));
        if (successor)
            return fail(Error::Kind::Refused,
                        tr("Claim %1 for %2 cannot be accepted any more: claim %3 took its place.")
                            .arg(id.text(), claim.period, successor->id.text()));
        return step(id, {ClaimState::Returned}, stepTo(ClaimState::Accepted, on, note));
    });
}

Result<Claim> ClaimDesk::paid(Id<Claim> id, std::optional<Fen> fen, std::optional<QDate> on, const QString& note)
{
    ASSIGN_OR_RETURN(const Claim claim, m_settlement.show(id));
    ClaimStep arrived = stepTo(ClaimState::Paid, on, note);
    arrived.paid = fen.value_or(claim.paid);
    return step(id, {ClaimState::Accepted, ClaimState::PartlyReturned}, std::move(arrived));
}

Result<ClaimOpening> ClaimDesk::open(Id<Claim> id, const QString& reason, int days)
{
    RETURN_IF_ERROR(mustBeManager(tr("Opening a closed month")));
    if (reason.trimmed().isEmpty())
        return fail(Error::Kind::Invalid, tr("Please name the reason for which the month is opened."));
    if (days < 1 || days > mostOpenDays)
        return fail(Error::Kind::Invalid, tr("A month is opened for 1 to %1 days.").arg(mostOpenDays));
    return m_ledger.transact([&]() -> Result<ClaimOpening> {
        ASSIGN_OR_RETURN(const Claim claim, m_settlement.show(id));
        if (!isBinding(claim.state))
            return fail(Error::Kind::Refused, tr("%1 is not closed: its claim is not signed.").arg(claim.period));
        ClaimOpening opening;
        opening.claim = id;
        opening.reason = reason.trimmed();
        opening.until = m_ledger.today().addDays(days - 1);
        return m_claims.addOpening(std::move(opening));
    });
}

} // namespace songhe
