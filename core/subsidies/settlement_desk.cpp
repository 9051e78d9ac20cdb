// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/subsidies/settlement_desk.h"

#include "core/subsidies/frozen_check_repository.h"

#include <QtCore/QCryptographicHash>
#include <QtCore/QJsonDocument>

#include <sodium.h>

#include <charconv>
#include <iterator>

namespace songhe {

using namespace Qt::StringLiterals;

namespace {

/// The digest of lines as they come: one line of text each, columns apart by tabs.
class LinesDigest {
public:
    LinesDigest() { crypto_hash_sha256_init(&m_hash); }
    void add(const SettledUnit& unit)
    {
        if (unit.on != m_day) {
            m_day = unit.on;
            m_dayText = unit.on.toString(Qt::ISODate).toLatin1();
        }
        const JudgedUnit::Texts& texts = unit.judged.texts();
        for (const qint64 number : {unit.evidenceId(), unit.elder.value, unit.site.value})
            append(number).append('\t');
        m_lines.append(m_dayText).append('\t');
        if (unit.amount == unit.judged.verdict.fen) {
            m_lines.append(texts.digested);
        } else {
            m_lines.append(texts.outcome).append('\t');
            append(unit.amount.value).append('\t').append(texts.code).append('\t');
            m_lines.append(texts.values).append('\t').append(texts.facts);
        }
        if (unit.meal.isNull())
            m_lines.append('\t').append(unit.evidence.toUtf8());
        if (unit.kind != LineKind::Regular)
            m_lines.append('\t')
                .append(QByteArray::number(int(unit.kind)))
                .append('\t')
                .append(QByteArray::number(unit.corrects.value));
        m_lines.append('\n');
        if (m_lines.size() >= chunk)
            takeIn();
    }
    /// Once, after the last line.
    [[nodiscard]] QString hex()
    {
        takeIn();
        QByteArray digest(crypto_hash_sha256_BYTES, Qt::Uninitialized);
        crypto_hash_sha256_final(&m_hash, reinterpret_cast<unsigned char*>(digest.data()));
        return QString::fromLatin1(digest.toHex());
    }

private:
    QByteArray& append(qint64 number)
    {
        char digits[24];
        const auto end = std::to_chars(std::begin(digits), std::end(digits), number).ptr;
        return m_lines.append(digits, end - digits);
    }
    void takeIn()
    {
        crypto_hash_sha256_update(&m_hash, reinterpret_cast<const unsigned char*>(m_lines.constData()),
                                  static_cast<unsigned long long>(m_lines.size()));
        m_lines.resize(0); // its room stays
    }

    static constexpr qsizetype chunk = 16 * 1024;
    crypto_hash_sha256_state m_hash; // twice as fast as Qt's, and there may be a million lines
    QByteArray m_lines;
    QByteArray m_dayText;
    QDate m_day;
};

/// All fields but which draft it is, how far it came, and the digest itself.
QString digestOfClaim(const Claim& claim)
{
    static const QStringList outside {
        u"id"_s, u"state"_s, u"digest"_s, u"signed_at"_s, u"corrections_elsewhere"_s, u"provisional"_s};
    QJsonObject content;
    for (const Field<Claim>& field : schemaOf<Claim>().fields)
        if (const QString key = field.key(); !outside.contains(key))
            content.insert(key, valueToJson(field, field.read(claim)));
    const QByteArray canonical = QJsonDocument(content).toJson(QJsonDocument::Compact); // keys are sorted
    return QString::fromLatin1(QCryptographicHash::hash(canonical, QCryptographicHash::Sha256).toHex());
}

} // namespace

Result<Claim> SettlementDesk::settleWithDigest(const QString& policy, const Period& period,
                                               const SettleOptions& options, const SettledUnitSink& each,
                                               Progress& progress)
{
    LinesDigest digest;
    ASSIGN_OR_RETURN(Settlement settled,
                     songhe::settle(
                         m_ledger, m_shelf, policy, period, options,
                         [&](const SettledUnit& unit) -> Result<void> {
                             digest.add(unit);
                             return each ? each(unit) : Result<void>();
                         },
                         progress));
    settled.claim.linesDigest = digest.hex();
    settled.claim.digest = digestOfClaim(settled.claim);
    return std::move(settled.claim);
}

/// What changed about signed claims goes into the first claim that is still open.
Result<SettleOptions> SettlementDesk::optionsFor(const QString& policy, const Period& period)
{
    ASSIGN_OR_RETURN(const std::vector<Claim> kept, m_claims.list());
    SettleOptions options;
    for (const Claim& claim : kept)
        if (claim.policy == policy && isOpen(claim.state) && claim.from < period.first())
            options.takesCorrections = false;
    return options;
}

/// The lines as they were signed.
Result<void> SettlementDesk::walkSigned(const Claim& claim, const SettledUnitSink& each)
{
    return m_claims.walkLines(claim.id, [&](const ClaimLine& line) -> Result<void> {
        JudgedUnit judged;
        judged.policy = m_shelf.onDay(claim.policy, line.servedOn);
        judged.verdict.outcome = line.outcome;
        judged.verdict.fen = line.kind == LineKind::Adjustment ? Fen {} : line.amount;
        judged.verdict.reason = line.reason();
        for (const QString& id : line.facts)
            judged.verdict.facts.push_back(id.toLongLong());
        return each({line.evidence, line.meal, line.record, line.elder, line.site, line.servedOn, judged, line.kind,
                     line.amount, line.corrects.value_or(Id<ClaimLine>())});
    });
}

Result<QStringList> SettlementDesk::alteredLines()
{
    ASSIGN_OR_RETURN(const std::vector<Claim> kept, m_claims.list());
    QStringList altered;
    for (const Claim& claim : kept) {
        LinesDigest digest;
        Fen paid;
        RETURN_IF_ERROR(walkSigned(claim, [&](const SettledUnit& unit) -> Result<void> {
            digest.add(unit);
            paid.value += unit.amount.value;
            return {};
        }));
        if (digest.hex() != claim.linesDigest || paid != claim.paid)
            altered
                << tr("Claim %1 (%2, %3): its lines are not the ones it was written with; they come to %4 yuan, the "
                      "claim says %5. Restore the newest backup from before this.")
                       .arg(claim.id.text(), claim.policy, claim.period, paid.yuanText(), claim.paid.yuanText());
    }
    ASSIGN_OR_RETURN(const QStringList frozen, FrozenCheckRepository(m_ledger).alteredRows(kept));
    return altered + frozen;
}

Result<Claim> SettlementDesk::settle(const QString& policy, const Period& period, const SettledUnitSink& each,
                                     Progress& progress)
{
    ASSIGN_OR_RETURN(const std::optional<Claim> frozen, m_claims.findBinding(policy, period.text()));
    if (frozen) {
        if (each)
            RETURN_IF_ERROR(walkSigned(*frozen, each));
        return *frozen;
    }
    ASSIGN_OR_RETURN(const SettleOptions options, optionsFor(policy, period));
    ASSIGN_OR_RETURN(Claim claim, settleWithDigest(policy, period, options, each, progress));
    ASSIGN_OR_RETURN(const std::optional<Claim> draft, m_claims.findOpen(policy, claim.period));
    if (draft && draft->digest == claim.digest)
        return *draft;
    return claim;
}

/// A record may be claimed once: a month and its quarter cannot both be kept.
Result<void> SettlementDesk::refuseOverlap(const Claim& claim)
{
    ASSIGN_OR_RETURN(const std::vector<Claim> kept, m_claims.list());
    for (const Claim& other : kept)
        if (other.policy == claim.policy && other.period != claim.period && other.state != ClaimState::Returned
            && other.from <= claim.to && other.to >= claim.from)
            return fail(Error::Kind::Refused,
                        tr("Nothing was written: claim %1 for %2 is kept under the same policy and covers days of "
                           "%3 as well, so these meals would be claimed twice. Please settle %2 instead.")
                            .arg(other.id.text(), other.period, claim.period));
    return {};
}

Result<Claim> SettlementDesk::write(const QString& policy, const Period& period, Progress& progress)
{
    return m_ledger.transact([&]() -> Result<Claim> {
        ASSIGN_OR_RETURN(const std::optional<Claim> frozen, m_claims.findBinding(policy, period.text()));
        if (frozen)
            return *frozen;
        // Judged twice, so that nothing is written for an unchanged draft and no list of lines is held in memory.
        ASSIGN_OR_RETURN(const SettleOptions options, optionsFor(policy, period));
        ASSIGN_OR_RETURN(Claim claim, settleWithDigest(policy, period, options, {}, progress));
        ASSIGN_OR_RETURN(const std::optional<Claim> draft, m_claims.findOpen(policy, claim.period));
        if (draft && draft->digest == claim.digest)
            return *draft;
        RETURN_IF_ERROR(refuseOverlap(claim));
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
            m_ledger, m_shelf, policy, period, options, [&](const SettledUnit& unit) { return writer.write(unit); },
            progress));
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

QString SettlementDesk::reasonText(const QString& policy, const SettledUnit& meal) const
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
