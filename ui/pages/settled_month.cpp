// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/settled_month.h"

#include "core/centre/site_desk.h"
#include "core/elders/elder_repository.h"
#include "core/rules/policy_desk.h"
#include "core/subsidies/evidence_repository.h"

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

void addUp(SettledMonth& month)
{
    SumsByLabel sites;
    SumsByLabel grounds;
    SumsByLabel refused;
    std::unordered_set<qint64> people;
    for (const SettledLine& line : month.lines) {
        if (line.outcome != Verdict::Outcome::Pays) {
            refused.add(line.reason, {});
            continue;
        }
        sites.add(line.site, line.amount);
        grounds.add(line.reason, line.amount);
        people.insert(line.elder.value);
    }
    month.bySite = sites.take();
    month.byGround = grounds.take();
    month.refused = refused.take();
    month.people = qint64(people.size());
}

/// Names of people and points stand sealed or elsewhere; each is looked up once.
Result<void> addNames(Session& books, std::vector<SettledLine>& lines)
{
    QHash<Id<Site>, QString> sites;
    ASSIGN_OR_RETURN(const std::vector<Site> known, SiteDesk(books.ledger()).list());
    for (const Site& site : known)
        sites.insert(site.id, site.name);
    QHash<Id<Elder>, QString> names;
    ElderRepository elders(books.ledger());
    for (SettledLine& line : lines) {
        auto name = names.constFind(line.elder);
        if (name == names.constEnd()) {
            ASSIGN_OR_RETURN(const std::optional<Elder> elder, elders.find(line.elder));
            name = names.insert(line.elder, elder ? elder->name : line.elder.text());
        }
        line.name = *name;
        line.site = sites.value(line.point, line.point.text());
    }
    return {};
}

} // namespace

Wording wordingFor(const Divisions& divisions, const QString& seenFrom)
{
    return Wording([&divisions, seenFrom](const QString& code) { return divisions.nameOf(code, seenFrom); },
                   evidenceWords);
}

Result<SettledMonth> settleMonth(Session& books, const Divisions& divisions, const QString& policy,
                                 const Period& period, Progress& progress)
{
    ASSIGN_OR_RETURN(const PolicyShelf shelf, PolicyDesk(books.ledger()).shelf());
    SettlementDesk desk(books.ledger(), shelf, wordingFor(divisions, books.centre().division));
    SettledMonth month;
    const auto keepLine = [&](const SettledUnit& meal) -> Result<void> {
        const Verdict& verdict = meal.judged.verdict;
        month.lines.push_back({meal.meal,
                               meal.elder,
                               meal.site,
                               meal.on,
                               {},
                               {},
                               verdict.outcome,
                               meal.amount,
                               desk.reasonText(policy, meal),
                               verdict.facts});
        return {};
    };
    ASSIGN_OR_RETURN(month.claim, desk.settle(policy, period, keepLine, progress));
    RETURN_IF_ERROR(addNames(books, month.lines));
    addUp(month);
    ASSIGN_OR_RETURN(const std::vector<Claim> claims, desk.list());
    for (const Claim& claim : claims)
        if (claim.policy == policy && claim.period == period.text() && claim.state != ClaimState::Returned)
            month.kept = claim;
    for (const QJsonValue& version : month.claim.versions)
        month.invented |= version.toObject().value(u"invented"_s).toBool();
    const Policy* judging = desk.policyOf(month.claim);
    if (!judging)
        judging = shelf.nearest(policy, period.last());
    if (judging) {
        month.policyTitle = judging->title.text();
        month.policySource
            = QStringList {judging->document.text(), judging->number, judging->clause}.join(u' ').simplified();
    }
    return month;
}

Result<Claim> writeMonth(Session& books, const Divisions& divisions, const QString& policy, const Period& period,
                         Progress& progress)
{
    ASSIGN_OR_RETURN(const PolicyShelf shelf, PolicyDesk(books.ledger()).shelf());
    return SettlementDesk(books.ledger(), shelf, wordingFor(divisions, books.centre().division))
        .write(policy, period, progress);
}

} // namespace songhe::ui
