// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/subsidies/settlement_desk.h"

#include <QtCore/QCryptographicHash>
#include <QtCore/QJsonDocument>

namespace songhe {

using namespace Qt::StringLiterals;

namespace {

/// The digest of lines as they come: one line of text each, columns apart by tabs.
class LinesDigest {
public:
    void add(const SettledMeal& meal)
    {
        if (meal.on != m_day) {
            m_day = meal.on;
            m_dayText = meal.on.toString(Qt::ISODate).toLatin1();
        }
        const JudgedMeal::Texts& texts = meal.judged.texts();
        m_line.clear();
        for (const qint64 number : {meal.meal.value, meal.elder.value, meal.site.value})
            m_line.append(QByteArray::number(number)).append('\t');
        m_line.append(m_dayText).append('\t').append(texts.outcome).append('\t');
        m_line.append(QByteArray::number(meal.judged.verdict.fen.value)).append('\t').append(texts.code).append('\t');
        m_line.append(texts.values).append('\t').append(texts.facts).append('\n');
        m_hash.addData(m_line);
    }
    [[nodiscard]] QString hex() const { return QString::fromLatin1(m_hash.result().toHex()); }

private:
    QCryptographicHash m_hash {QCryptographicHash::Sha256};
    QByteArray m_line;
    QByteArray m_dayText;
    QDate m_day;
};

/// All fields but which draft it is, in what state, and the digest itself.
QString digestOfClaim(const Claim& claim)
{
    QJsonObject content;
    for (const Field<Claim>& field : schemaOf<Claim>().fields)
        if (const QString key = field.key(); key != u"id" && key != u"state" && key != u"digest")
            content.insert(key, valueToJson(field, field.read(claim)));
    const QByteArray canonical = QJsonDocument(content).toJson(QJsonDocument::Compact); // keys are sorted
    return QString::fromLatin1(QCryptographicHash::hash(canonical, QCryptographicHash::Sha256).toHex());
}

} // namespace

Result<Claim> SettlementDesk::settleWithDigest(const QString& policy, const Period& period, const SettledMealSink& each,
                                               Progress& progress)
{
    LinesDigest digest;
    ASSIGN_OR_RETURN(Settlement settled,
                     songhe::settle(
                         m_ledger, m_shelf, policy, period,
                         [&](const SettledMeal& meal) -> Result<void> {
                             digest.add(meal);
                             return each ? each(meal) : Result<void>();
                         },
                         progress));
    settled.claim.linesDigest = digest.hex();
    settled.claim.digest = digestOfClaim(settled.claim);
    return std::move(settled.claim);
}

Result<Claim> SettlementDesk::settle(const QString& policy, const Period& period, const SettledMealSink& each,
                                     Progress& progress)
{
    ASSIGN_OR_RETURN(Claim claim, settleWithDigest(policy, period, each, progress));
    ASSIGN_OR_RETURN(const std::optional<Claim> draft, m_claims.findDraft(policy, claim.period));
    if (draft && draft->digest == claim.digest)
        return *draft;
    return claim;
}

Result<Claim> SettlementDesk::write(const QString& policy, const Period& period, Progress& progress)
{
    return m_ledger.transact([&]() -> Result<Claim> {
        // Judged twice, so that nothing is written for an unchanged draft and no list of lines is held in memory.
        ASSIGN_OR_RETURN(Claim claim, settleWithDigest(policy, period, {}, progress));
        ASSIGN_OR_RETURN(const std::optional<Claim> draft, m_claims.findDraft(policy, claim.period));
        if (draft && draft->digest == claim.digest)
            return *draft;
        // A meal may be claimed once: a month and its quarter cannot both be drafts.
        ASSIGN_OR_RETURN(const std::vector<Claim> kept, m_claims.list());
        for (const Claim& other : kept)
            if (other.policy == claim.policy && other.period != claim.period && other.from <= claim.to
                && other.to >= claim.from)
                return fail(Error::Kind::Refused,
                            tr("Nothing was written: claim %1 for %2 is kept under the same policy and covers days of "
                               "%3 as well, so these meals would be claimed twice. Please settle %2 instead.")
                                .arg(other.id.text(), other.period, claim.period));
        if (draft) {
            claim.id = draft->id;
            claim.recorded = draft->recorded;
            RETURN_IF_ERROR(m_claims.voidLines(claim.id));
            ASSIGN_OR_RETURN(claim, m_claims.change(std::move(claim)));
        } else {
            ASSIGN_OR_RETURN(claim, m_claims.add(std::move(claim)));
        }
        ClaimRepository::LineWriter writer(m_ledger, claim.id);
        RETURN_IF_ERROR(songhe::settle(
            m_ledger, m_shelf, policy, period, [&](const SettledMeal& meal) { return writer.write(meal); }, progress));
        return claim;
    });
}

Result<Claim> SettlementDesk::show(Id<Claim> id)
{
    ASSIGN_OR_RETURN(std::optional<Claim> claim, m_claims.find(id));
    if (!claim)
        return fail(Error::Kind::NotFound, tr("There is no claim with number %1.").arg(id.text()));
    return *std::move(claim);
}

QString SettlementDesk::reasonText(const QString& policy, QDate on, const Reason& reason) const
{
    const Policy* judging = m_shelf.onDay(policy, on);
    return m_wording.text(judging ? judging : m_shelf.nearest(policy, on), reason);
}

QString SettlementDesk::reasonText(const QString& policy, const SettledMeal& meal) const
{
    return reasonText(policy, meal.on, meal.judged.verdict.reason);
}

QString SettlementDesk::reasonText(const Claim& claim, const ClaimLine& line) const
{
    return reasonText(claim.policy, line.servedOn, line.reason());
}

const Policy* SettlementDesk::policyOf(const Claim& claim) const
{
    return m_shelf.version(claim.policy, claim.policyVersion);
}

} // namespace songhe
