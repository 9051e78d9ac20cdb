// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/printing/record_papers.h"

#include "core/centre/site_repository.h"
#include "core/elders/elder_repository.h"
#include "core/meals/meal_repository.h"
#include "core/security/user_repository.h"

#include <unordered_map>

namespace songhe::printing {

Result<QString> RecordPapers::siteName(Id<Site> site)
{
    if (const auto known = m_siteNames.find(site.value); known != m_siteNames.end())
        return known->second;
    ASSIGN_OR_RETURN(const std::optional<Site> found, SiteRepository(m_session.ledger()).find(site));
    return m_siteNames[site.value] = found ? found->name : QString();
}

Result<QString> RecordPapers::userName(Id<User> user)
{
    if (const auto known = m_userNames.find(user.value); known != m_userNames.end())
        return known->second;
    ASSIGN_OR_RETURN(const std::optional<User> found, UserRepository(m_session.ledger()).find(user));
    return m_userNames[user.value] = found ? found->name : QString();
}

Result<QString> RecordPapers::elderName(Id<Elder> elder)
{
    if (const auto known = m_elderNames.find(elder.value); known != m_elderNames.end())
        return known->second;
    ASSIGN_OR_RETURN(const std::optional<Elder> found, ElderRepository(m_session.ledger()).find(elder));
    return m_elderNames[elder.value] = found ? found->name : QString();
}

Result<SlipLine> RecordPapers::lineOf(const Meal& meal)
{
    ASSIGN_OR_RETURN(QString site, siteName(meal.site));
    ASSIGN_OR_RETURN(const Outlook outlook, m_outlook.of(meal));
    SlipLine line {meal.servedOn, choiceText(meal.sitting), choiceText(meal.way), std::move(site), meal.price, {}};
    if (outlook.policy)
        line.subsidy = outlook.verdict.fen;
    return line;
}

Result<Slip> RecordPapers::slipFor(const std::vector<Meal>& meals)
{
    const Meal& first = meals.front();
    Slip slip;
    slip.centre = m_session.centre().name;
    slip.number = first.id.text();
    ASSIGN_OR_RETURN(slip.elderName, elderName(first.elder));
    ASSIGN_OR_RETURN(slip.recordedBy, userName(first.recorded.by));
    slip.recordedAt = first.recorded.at;
    slip.demonstration = m_session.centre().demonstration;
    for (const Meal& meal : meals) {
        if (meal.fetchedBy)
            slip.fetchedBy = *meal.fetchedBy;
        ASSIGN_OR_RETURN(SlipLine line, lineOf(meal));
        slip.lines.push_back(std::move(line));
    }
    return slip;
}

Result<Slip> RecordPapers::slipOf(Id<Meal> id, bool wholeDay)
{
    MealRepository meals(m_session.ledger());
    ASSIGN_OR_RETURN(const std::optional<Meal> meal, meals.find(id));
    if (!meal)
        return fail(Error::Kind::NotFound,
                    tr("There is no meal with number %1. Its number stands on the list of the day.").arg(id.value));
    if (meal->recorded.isVoided())
        return fail(Error::Kind::Refused, tr("Meal %1 was made void; there is no slip for it.").arg(id.value));
    if (!wholeDay)
        return slipFor({*meal});
    ASSIGN_OR_RETURN(const std::vector<Meal> day, meals.listOf(meal->elder, meal->servedOn));
    return slipFor(day);
}

Result<std::vector<Slip>> RecordPapers::slipsOn(QDate day)
{
    ASSIGN_OR_RETURN(const std::vector<Meal> meals, MealRepository(m_session.ledger()).listOn(day));
    std::vector<std::vector<Meal>> byElder;
    std::unordered_map<qint64, std::size_t> places;
    for (const Meal& meal : meals) {
        const auto [place, isNew] = places.try_emplace(meal.elder.value, byElder.size());
        if (isNew)
            byElder.emplace_back();
        byElder[place->second].push_back(meal);
    }
    std::vector<Slip> slips;
    for (const std::vector<Meal>& served : byElder) {
        ASSIGN_OR_RETURN(Slip slip, slipFor(served));
        slips.push_back(std::move(slip));
    }
    return slips;
}

Result<ClaimSheetData> RecordPapers::claimOf(Id<Claim> id)
{
    SettlementDesk desk = m_settlement;
    ASSIGN_OR_RETURN(const Claim claim, desk.show(id));
    ClaimSheetData sheet;
    sheet.centre = m_session.centre().name;
    sheet.centreCode = m_session.centre().code;
    sheet.period = claim.period;
    sheet.policyId = claim.policy;
    sheet.digest = claim.digest;
    sheet.draftPolicy = claim.draftPolicy;
    for (const QJsonValue& version : claim.versions)
        sheet.inventedPolicy |= version.toObject().value(QStringLiteral("invented")).toBool();
    if (const Policy* policy = desk.policyOf(claim)) {
        sheet.policyTitle = policy->title.text();
        sheet.policyNumber
            = QStringList {policy->document.text(), policy->number, policy->clause}.join(u' ').simplified();
    }
    ASSIGN_OR_RETURN(sheet.preparedBy, userName(claim.recorded.by));
    sheet.preparedOn = Clock::dayOf(claim.recorded.at);
    RETURN_IF_ERROR(desk.walkLines(id, [&](const ClaimLine& line) -> Result<void> {
        ASSIGN_OR_RETURN(QString site, siteName(line.site));
        ASSIGN_OR_RETURN(QString elder, elderName(line.elder));
        sheet.lines.push_back({line.servedOn, std::move(elder), std::move(site), line.amount,
                               line.outcome == Verdict::Outcome::Pays, desk.reasonText(claim, line),
                               line.outcome == Verdict::Outcome::Held});
        return {};
    }));
    return sheet;
}

} // namespace songhe::printing
