// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/line_facts.h"

#include "core/elders/elder_desk.h"
#include "core/rules/policy_desk.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace songhe::ui {

namespace {

struct LineFactsWords {
    Q_DECLARE_TR_FUNCTIONS(songhe::ui::LineFacts)
};

Result<void> addElder(Session& session, const Divisions& divisions, const std::vector<User>& users, LineFacts& facts)
{
    if (facts.line.elder.isNull())
        return {};
    ElderDesk elders(session.ledger());
    ASSIGN_OR_RETURN(facts.elder, elders.show(facts.line.elder));
    ASSIGN_OR_RETURN(std::vector<Fact> known, elders.factsOf(facts.line.elder));
    const SettledLine& line = facts.line;
    for (Fact& fact : known) {
        if (!fact.holdsOn(line.on))
            continue;
        LineFacts::Told told;
        told.value = fact.kind == FactKind::RegisteredDivision && fact.value != fact_value::unknown
            ? divisions.nameOf(fact.value, session.centre().division)
            : factValueText(fact);
        told.decided = std::find(line.facts.begin(), line.facts.end(), fact.id.value) != line.facts.end();
        for (const User& user : users)
            if (user.id == fact.recorded.by)
                told.recordedBy = user.name;
        told.fact = std::move(fact);
        facts.facts.push_back(std::move(told));
    }
    std::stable_sort(facts.facts.begin(), facts.facts.end(),
                     [](const auto& left, const auto& right) { return left.decided && !right.decided; });
    return {};
}

} // namespace

Result<LineFacts> lineFacts(Session& session, const Divisions& divisions, const QString& policy,
                            const SettledLine& line)
{
    LineFacts facts;
    facts.line = line;
    ASSIGN_OR_RETURN(std::optional<ClaimedRecord> record,
                     ClaimedRecords(session.ledger()).find(line.evidence, line.record));
    if (!record)
        return fail(Error::Kind::NotFound,
                    LineFactsWords::tr("The record behind this line is not here any more. Settle the period again."));
    facts.record = *std::move(record);
    ASSIGN_OR_RETURN(const std::vector<User> users, session.users());
    for (const User& user : users)
        if (user.id == facts.record.recorded.by)
            facts.recordedBy = user.name;
    RETURN_IF_ERROR(addElder(session, divisions, users, facts));
    ASSIGN_OR_RETURN(const PolicyShelf shelf, PolicyDesk(session.ledger()).shelf());
    const Policy* judging = shelf.onDay(policy, line.on);
    if (!judging)
        judging = shelf.nearest(policy, line.on);
    if (judging) {
        facts.policyTitle = judging->title.text();
        facts.clause = sourceText(*judging);
        facts.policyVersion = judging->version;
    }
    return facts;
}

} // namespace songhe::ui
