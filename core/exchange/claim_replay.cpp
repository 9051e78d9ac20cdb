// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/claim_replay.h"

#include "core/exchange/exchange_text.h"
#include "core/exchange/package_verify.h"
#include "core/exchange/replay_books.h"
#include "core/subsidies/settlement_desk.h"

#include <QtCore/QFile>
#include <QtCore/QFileInfo>

#include <algorithm>

namespace songhe {

using namespace Qt::StringLiterals;

namespace claim_replay {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(songhe::ClaimReplay)
};

/// Sealed, zipped or laid open.
std::unique_ptr<BagTree> treeOf(const QString& path, const AgeKeys& keys)
{
    if (QFileInfo(path).isDir())
        return std::make_unique<FolderBag>(path);
    const bool sealedFile = path.endsWith(u".age");
    return std::make_unique<ZipBag>(
        [path, sealedFile, &keys]() -> Result<std::unique_ptr<QIODevice>> {
            if (sealedFile)
                return openSealedPackage(path, keys);
            auto file = std::make_unique<QFile>(path);
            if (!file->open(QIODevice::ReadOnly | QIODevice::Unbuffered))
                return fail(Error::Kind::NotFound,
                            ExchangeText::tr("%1 cannot be read. Check the name and the rights.").arg(path));
            return std::unique_ptr<QIODevice>(std::move(file));
        },
        ZipLimits());
}

/// Compares what a settlement gives with the lines that stand in the package, one after the other.
class Comparison {
public:
    explicit Comparison(std::vector<ClaimLine> lines)
        : m_lines(std::move(lines))
    { }

    void see(const SettledUnit& unit)
    {
        if (!m_difference.isEmpty())
            return;
        if (m_next == m_lines.size()) {
            m_difference = Words::tr("%1 %2 of %3 is missing among the lines")
                               .arg(unit.evidence)
                               .arg(unit.evidenceId())
                               .arg(unit.on.toString(Qt::ISODate));
            return;
        }
        const ClaimLine& line = m_lines[m_next++];
        if (sameAs(line, unit))
            return;
        m_line = line.id;
        m_difference = Words::tr("line %1 (%2 %3 of %4) says %5 yuan, %6; recomputed: %7 %8 of %9")
                           .arg(line.id.text(), line.evidence)
                           .arg(line.evidenceId())
                           .arg(line.servedOn.toString(Qt::ISODate), line.amount.yuanText(), line.code, unit.evidence)
                           .arg(unit.evidenceId())
                           .arg(unit.on.toString(Qt::ISODate))
            + u", %1, %2"_s.arg(unit.amount.yuanText(), unit.judged.verdict.reason.code);
    }

    void finish()
    {
        if (!m_difference.isEmpty() || m_next == m_lines.size())
            return;
        m_line = m_lines[m_next].id;
        m_difference = Words::tr("line %1 (%2 %3) has no record behind it")
                           .arg(m_line.text(), m_lines[m_next].evidence)
                           .arg(m_lines[m_next].evidenceId());
    }

    [[nodiscard]] const QString& difference() const { return m_difference; }
    [[nodiscard]] Id<ClaimLine> line() const { return m_line; }

private:
    static bool sameAs(const ClaimLine& line, const SettledUnit& unit)
    {
        QStringList facts;
        for (const qint64 id : unit.judged.verdict.facts)
            facts << QString::number(id);
        return line.evidence == unit.evidence && line.evidenceId() == unit.evidenceId() && line.elder == unit.elder
            && line.site == unit.site && line.servedOn == unit.on && line.kind == unit.kind
            && line.amount == unit.amount && line.corrects.value_or(Id<ClaimLine>()) == unit.corrects
            && line.outcome == unit.judged.verdict.outcome && line.reason() == unit.judged.verdict.reason
            && line.facts == facts;
    }

    std::vector<ClaimLine> m_lines;
    std::size_t m_next = 0;
    QString m_difference;
    Id<ClaimLine> m_line;
};

/// The policy files of the package with what the claim chose.
Result<PolicyShelf> shelfFor(const ReplayBooks& books, const Claim& claim)
{
    PolicyShelf shelf = books.shelf();
    for (const QString& setting : claim.settings.keys())
        if (const QString choice = claim.settings.value(setting).toString(); !choice.isEmpty())
            RETURN_IF_ERROR(shelf.choose(claim.policy, setting, choice));
    return shelf;
}

SettleOptions optionsOf(const Claim& claim)
{
    SettleOptions options;
    options.takesCorrections = !claim.correctionsElsewhere.value_or(false);
    if (claim.caps.isEmpty())
        return options;
    options.capsBefore.emplace();
    for (const QJsonValue& cap : claim.caps)
        options.capsBefore->emplace(cap.toObject().value(u"site"_s).toString().toLongLong(),
                                    cap.toObject().value(u"before_fen"_s).toInteger());
    return options;
}

Result<ReplayedClaim> recompute(ReplayBooks& books, const Claim& claim, Progress& progress)
{
    ReplayedClaim result;
    result.claim = claim.id;
    result.policy = claim.policy;
    result.period = claim.period;
    result.state = claim.state;
    result.stated = claim.paid;
    result.digest = claim.digest;
    result.caps = claim.caps;
    Ledger& ledger = books.ledger();
    if (claim.signedAt) {
        ASSIGN_OR_RETURN(const QString differs,
                         books.frozenAgainstRecords(claim.id.value, momentText(*claim.signedAt)));
        if (!differs.isEmpty())
            result.difference = Words::tr("%1 is not what the claim was signed by").arg(differs);
    }
    ASSIGN_OR_RETURN(std::vector<ClaimLine> lines, ClaimRepository(ledger).linesOf(claim.id));
    Comparison comparison(std::move(lines));
    ASSIGN_OR_RETURN(const PolicyShelf shelf, shelfFor(books, claim));
    ASSIGN_OR_RETURN(const Period period, Period::fromText(claim.period));
    std::optional<Claim> now;
    // Rolled back at its end: the next claim is looked at as of its own moment.
    auto done = ledger.transact([&]() -> Result<void> {
        if (claim.signedAt)
            RETURN_IF_ERROR(books.asSigned(claim.id.value, momentText(*claim.signedAt)));
        const SettledUnitSink sink = [&](const SettledUnit& unit) -> Result<void> {
            comparison.see(unit);
            return {};
        };
        ASSIGN_OR_RETURN(now,
                         SettlementDesk(ledger, shelf, Wording())
                             .settleAnew(claim.policy, period, optionsOf(claim), sink, progress));
        return fail(Error::Kind::Refused, {});
    });
    if (!now)
        return fail(std::move(done).error());
    comparison.finish();
    result.replayed = now->paid;
    result.replayedDigest = now->digest;
    if (result.difference.isEmpty())
        result.difference = comparison.difference();
    result.line = comparison.line();
    if (result.difference.isEmpty() && now->paid != claim.paid)
        result.difference = Words::tr("the lines come to %1 yuan, the claim says %2")
                                .arg(now->paid.yuanText(), claim.paid.yuanText());
    if (result.difference.isEmpty() && now->digest != claim.digest)
        result.difference
            = Words::tr("the lines are the same, but the claim's digest is another: its head was changed");
    return result;
}

} // namespace claim_replay

bool ReplayReport::ok() const
{
    return problems.empty()
        && std::all_of(claims.begin(), claims.end(), [](const ReplayedClaim& claim) { return claim.same(); });
}

QJsonObject ReplayReport::toJson() const
{
    QJsonArray list;
    for (const ReplayedClaim& claim : claims)
        list << QJsonObject {{u"claim"_s, claim.claim.text()},
                             {u"policy"_s, claim.policy},
                             {u"period"_s, claim.period},
                             {u"state"_s, choiceKey(claim.state)},
                             {u"ok"_s, claim.same()},
                             {u"fen"_s, claim.stated.value},
                             {u"replayed_fen"_s, claim.replayed.value},
                             {u"digest"_s, claim.digest},
                             {u"replayed_digest"_s, claim.replayedDigest},
                             {u"line"_s, claim.line.isNull() ? QJsonValue() : QJsonValue(claim.line.text())},
                             {u"text"_s, claim.difference},
                             {u"caps_as_stated"_s, claim.caps}};
    return {{u"ok"_s, ok()}, {u"problems"_s, problemsToJson(problems)}, {u"claims"_s, list}};
}

Result<ReplayReport> replayClaims(const QString& path, const AgeKeys& keys, Progress& progress)
{
    ReplayReport report;
    const std::unique_ptr<BagTree> tree = claim_replay::treeOf(path, keys);
    ASSIGN_OR_RETURN(const BagReport bag, verifyBag(*tree, progress));
    report.problems = bag.problems;
    report.centreCode = bag.infoValue(u"Songhe-Centre-Code"_s);
    ASSIGN_OR_RETURN(const auto books, ReplayBooks::make());
    RETURN_IF_ERROR(books->load(*tree, progress));
    ASSIGN_OR_RETURN(std::vector<Claim> claims, ClaimRepository(books->ledger()).list());
    std::sort(claims.begin(), claims.end(), [](const Claim& left, const Claim& right) {
        const auto order = [](const Claim& claim) {
            return std::tuple(!claim.signedAt, claim.signedAt.value_or(QDateTime()), claim.from, claim.id.value);
        };
        return order(left) < order(right);
    });
    for (const Claim& claim : claims) {
        ASSIGN_OR_RETURN(ReplayedClaim replayed, claim_replay::recompute(*books, claim, progress));
        report.claims.push_back(std::move(replayed));
    }
    return report;
}

} // namespace songhe
