// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/settled_month.h"

#include "core/rules/policy_desk.h"
#include "core/subsidies/claimed_records.h"
#include "core/subsidies/evidence_repository.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QMap>

#include <algorithm>
#include <unordered_set>

using namespace Qt::StringLiterals;

namespace songhe::ui {

namespace {

/// Adds up by label and gives the largest first.
class SumsByLabel {
public:
    void add(const QString& label, Fen amount)
    {
        SettledSum& sum = m_sums[label];
        sum.label = label;
        sum.count += 1;
        sum.amount.value += amount.value;
    }
    [[nodiscard]] std::vector<SettledSum> take() const
    {
        std::vector<SettledSum> list(m_sums.begin(), m_sums.end());
        std::stable_sort(list.begin(), list.end(),
                         [](const SettledSum& left, const SettledSum& right) { return left.count > right.count; });
        return list;
    }

private:
    QMap<QString, SettledSum> m_sums;
};

struct MonthWords {
    Q_DECLARE_TR_FUNCTIONS(songhe::ui::SettledMonth)
};

void addUp(SettledMonth& month)
{
    SumsByLabel sites;
    SumsByLabel grounds;
    SumsByLabel refused;
    std::unordered_set<qint64> people;
    for (const SettledLine& line : month.lines) {
        if (line.isAdjustment())
            continue;
        if (line.outcome != Verdict::Outcome::Pays) {
            refused.add(line.reason, {});
            continue;
        }
        if (!line.site.isEmpty())
            sites.add(line.site, line.amount);
        grounds.add(line.reason, line.amount);
        people.insert(line.elder.isNull() ? line.record : line.elder.value);
    }
    month.bySite = sites.take();
    month.byGround = grounds.take();
    month.refused = refused.take();
    month.people = qint64(people.size());
}

/// Names of people, points and facilities; each is looked up once.
Result<void> addNames(Session& books, std::vector<SettledLine>& lines)
{
    ClaimedRecords records(books.ledger());
    for (SettledLine& line : lines) {
        const bool ofElder = !line.elder.isNull();
        ASSIGN_OR_RETURN(line.name,
                         ofElder ? records.titleOf(QString::fromLatin1(Elder::family), line.elder.value)
                                 : records.titleOf(line.evidence, line.record));
        if (line.evidence != QLatin1String(Meal::family)) {
            ASSIGN_OR_RETURN(line.site, records.placeOf(line.evidence, line.record));
        }
        if (line.site.isEmpty() && !line.point.isNull()) {
            ASSIGN_OR_RETURN(line.site, records.titleOf(QString::fromLatin1(Site::family), line.point.value));
        }
    }
    return {};
}

/// The numbers of the lines that are kept, and what the lines say that are corrected.
Result<void> addKeptLines(SettlementDesk& desk, ClaimRepository& claims, SettledMonth& month)
{
    if (month.isKept()) {
        std::size_t next = 0;
        RETURN_IF_ERROR(desk.walkLines(month.claim.id, [&](const ClaimLine& line) -> Result<void> {
            if (next < month.lines.size())
                month.lines[next++].line = line.id;
            return {};
        }));
    }
    for (SettledLine& line : month.lines) {
        if (!line.isAdjustment() || line.corrects.isNull())
            continue;
        ASSIGN_OR_RETURN(const std::optional<ClaimLine> corrected, claims.findLine(line.corrects));
        if (!corrected)
            continue;
        ASSIGN_OR_RETURN(const std::optional<Claim> claim, claims.find(corrected->claim));
        line.corrected
            = MonthWords::tr("corrects %1, %2 yuan (line %3)")
                  .arg(claim ? claim->period : QString(), corrected->amount.yuanText(), corrected->id.text());
    }
    return {};
}

QString noteOf(const ClaimStep& step)
{
    QStringList parts;
    if (step.on)
        parts << MonthWords::tr("paper of %1").arg(step.on->toString(Qt::ISODate));
    if (step.paid)
        parts << MonthWords::tr("%1 yuan").arg(step.paid->yuanText());
    if (!step.lines.isEmpty())
        parts << MonthWords::tr("%n line(s) returned", nullptr, int(step.lines.size()));
    if (step.note)
        parts << *step.note;
    return parts.join(u" · "_s);
}

Result<std::vector<ClaimEvent>> historyOf(Session& books, ClaimDesk& desk, const Claim& claim)
{
    ASSIGN_OR_RETURN(const std::vector<User> users, books.users());
    const auto nameOf = [&](Id<User> id) {
        const auto found = std::find_if(users.begin(), users.end(), [id](const User& user) { return user.id == id; });
        return found == users.end() ? QString() : found->name;
    };
    ASSIGN_OR_RETURN(const ClaimFile file, desk.show(claim.id));
    std::vector<ClaimEvent> events;
    for (const ClaimStep& step : file.steps)
        events.push_back({choiceText(step.step), step.recorded.at, nameOf(step.recorded.by), noteOf(step)});
    for (const ClaimOpening& opening : file.openings)
        events.push_back({MonthWords::tr("opened until %1").arg(opening.until.toString(Qt::ISODate)),
                          opening.recorded.at, nameOf(opening.recorded.by), opening.reason});
    std::stable_sort(events.begin(), events.end(),
                     [](const ClaimEvent& left, const ClaimEvent& right) { return left.at < right.at; });
    return events;
}

} // namespace

Wording wordingFor(const Divisions& divisions, const QString& seenFrom)
{
    return Wording([&divisions, seenFrom](const QString& code) { return divisions.nameOf(code, seenFrom); },
                   evidenceWords);
}

namespace {

/// Names, sums, the numbers of kept lines, the steps, and the policy's words.
Result<void> finishMonth(Session& books, const Divisions& divisions, const PolicyShelf& shelf, SettlementDesk& desk,
                         SettledMonth& month)
{
    RETURN_IF_ERROR(addNames(books, month.lines));
    addUp(month);
    ClaimRepository kept(books.ledger());
    RETURN_IF_ERROR(addKeptLines(desk, kept, month));
    if (month.kept) {
        ClaimDesk steps(books.ledger(), shelf, wordingFor(divisions, books.centre().division));
        ASSIGN_OR_RETURN(month.history, historyOf(books, steps, *month.kept));
    }
    for (const QJsonValue& version : month.claim.versions)
        month.invented |= version.toObject().value(u"invented"_s).toBool();
    const Policy* judging = desk.policyOf(month.claim);
    if (!judging)
        judging = shelf.nearest(month.claim.policy, month.claim.to);
    if (!judging)
        return {};
    month.ofMeals = judging->pays.unit == Pays::Unit::Meal;
    month.policyTitle = judging->title.text();
    month.policySource = sourceText(*judging);
    return {};
}

Result<void> addDifference(Session& books, SettlementDesk& desk, SettledMonth& month, Progress& progress)
{
    ASSIGN_OR_RETURN(month.difference, differenceOf(desk, month.claim, progress));
    if (!month.difference)
        return {};
    ClaimedRecords records(books.ledger());
    for (const ChangedLine& line : month.difference->lines) {
        ASSIGN_OR_RETURN(QString name,
                         line.elder.isNull() ? records.titleOf(line.evidence, line.record)
                                             : records.titleOf(QString::fromLatin1(Elder::family), line.elder.value));
        month.changes.push_back({line, std::move(name)});
    }
    return {};
}

} // namespace

QString sourceText(const Policy& policy)
{
    return QStringList {policy.document.text(), policy.number, policy.clause}.join(u' ').simplified();
}

Result<SettledMonth> settleMonth(Session& books, const Divisions& divisions, const QString& policy,
                                 const Period& period, Progress& progress)
{
    ASSIGN_OR_RETURN(const PolicyShelf shelf, PolicyDesk(books.ledger()).shelf());
    SettlementDesk desk(books.ledger(), shelf, wordingFor(divisions, books.centre().division));
    SettledMonth month;
    const auto keepLine = [&](const SettledUnit& unit) -> Result<void> {
        const Verdict& verdict = unit.judged.verdict;
        SettledLine line;
        line.evidence = unit.evidence;
        line.record = unit.evidenceId();
        line.elder = unit.elder;
        line.point = unit.site;
        line.on = unit.on;
        line.outcome = verdict.outcome;
        line.amount = unit.amount;
        line.reason = desk.reasonText(policy, unit);
        line.facts = verdict.facts;
        line.kind = unit.kind;
        line.corrects = unit.corrects;
        month.lines.push_back(std::move(line));
        return {};
    };
    ASSIGN_OR_RETURN(month.claim, desk.settle(policy, period, keepLine, progress));
    ASSIGN_OR_RETURN(const std::vector<Claim> claims, desk.list());
    for (const Claim& claim : claims)
        if (claim.policy == policy && claim.period == period.text() && claim.state != ClaimState::Returned)
            month.kept = claim;
    RETURN_IF_ERROR(finishMonth(books, divisions, shelf, desk, month));
    return month;
}

Result<SettledMonth> keptMonth(Session& books, const Divisions& divisions, Id<Claim> claim, Progress& progress)
{
    ASSIGN_OR_RETURN(const PolicyShelf shelf, PolicyDesk(books.ledger()).shelf());
    SettlementDesk desk(books.ledger(), shelf, wordingFor(divisions, books.centre().division));
    SettledMonth month;
    ASSIGN_OR_RETURN(month.claim, desk.show(claim));
    RETURN_IF_ERROR(desk.walkLines(claim, [&](const ClaimLine& kept) -> Result<void> {
        SettledLine line;
        line.evidence = kept.evidence;
        line.record = kept.evidenceId();
        line.elder = kept.elder;
        line.point = kept.site;
        line.on = kept.servedOn;
        line.outcome = kept.outcome;
        line.amount = kept.amount;
        line.reason = desk.reasonText(month.claim, kept);
        for (const QString& fact : kept.facts)
            line.facts.push_back(fact.toLongLong());
        line.kind = kept.kind;
        line.corrects = kept.corrects.value_or(Id<ClaimLine>());
        month.lines.push_back(std::move(line));
        return {};
    }));
    month.kept = month.claim;
    RETURN_IF_ERROR(finishMonth(books, divisions, shelf, desk, month));
    RETURN_IF_ERROR(addDifference(books, desk, month, progress));
    return month;
}

Result<Claim> writeMonth(Session& books, const Divisions& divisions, const QString& policy, const Period& period,
                         Progress& progress)
{
    ASSIGN_OR_RETURN(const PolicyShelf shelf, PolicyDesk(books.ledger()).shelf());
    return SettlementDesk(books.ledger(), shelf, wordingFor(divisions, books.centre().division))
        .write(policy, period, progress);
}

Result<std::vector<NamedFinding>> checkMonth(Session& books, const Divisions& divisions, Id<Claim> claim)
{
    ASSIGN_OR_RETURN(const PolicyShelf shelf, PolicyDesk(books.ledger()).shelf());
    ClaimDesk desk(books.ledger(), shelf, wordingFor(divisions, books.centre().division));
    ASSIGN_OR_RETURN(const ClaimFindings found, desk.check(claim));
    ClaimedRecords records(books.ledger());
    std::vector<NamedFinding> named;
    for (const ClaimFinding& finding : found.items) {
        NamedFinding one {finding, {}};
        if (!finding.elder.isNull()) {
            ASSIGN_OR_RETURN(one.name, records.titleOf(QString::fromLatin1(Elder::family), finding.elder.value));
        } else if (finding.family != QLatin1String(Claim::family)) {
            ASSIGN_OR_RETURN(one.name, records.titleOf(finding.family, finding.record));
        }
        named.push_back(std::move(one));
    }
    return named;
}

Result<Claim> signMonth(Session& books, const Divisions& divisions, Id<Claim> claim, Progress& progress)
{
    ASSIGN_OR_RETURN(const PolicyShelf shelf, PolicyDesk(books.ledger()).shelf());
    return ClaimDesk(books.ledger(), shelf, wordingFor(divisions, books.centre().division)).sign(claim, progress);
}

} // namespace songhe::ui
