// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/printing/record_papers.h"

#include "core/centre/site_repository.h"
#include "core/elders/elder_repository.h"
#include "core/meals/meal_repository.h"
#include "core/rules/setting_words.h"
#include "core/security/user_repository.h"
#include "core/subsidies/claim_difference.h"

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

Result<void> RecordPapers::addSteps(Id<Claim> id, ClaimSheetData& sheet)
{
    ClaimRepository claims(m_session.ledger());
    ASSIGN_OR_RETURN(const std::vector<ClaimStep> steps, claims.stepsOf(id));
    for (const ClaimStep& step : steps) {
        ASSIGN_OR_RETURN(QString who, userName(step.recorded.by));
        QStringList note;
        if (step.on)
            note << QStringLiteral("文件日期 %1").arg(step.on->toString(Qt::ISODate));
        if (step.paid)
            note << QStringLiteral("到账 %1 元").arg(step.paid->yuanText());
        if (!step.lines.isEmpty())
            note << QStringLiteral("退回 %1 条").arg(step.lines.size());
        if (step.note)
            note << *step.note;
        sheet.steps.push_back(
            {choiceText(step.step), step.recorded.at, std::move(who), note.join(QStringLiteral("；"))});
    }
    ASSIGN_OR_RETURN(const std::vector<ClaimOpening> openings, claims.openingsOf(id));
    for (const ClaimOpening& opening : openings) {
        ASSIGN_OR_RETURN(QString who, userName(opening.recorded.by));
        sheet.steps.push_back({QStringLiteral("开放补登"), opening.recorded.at, std::move(who),
                               QStringLiteral("至 %1；%2").arg(opening.until.toString(Qt::ISODate), opening.reason)});
    }
    return {};
}

Result<QString> RecordPapers::correctedText(const ClaimLine& line)
{
    ClaimRepository claims(m_session.ledger());
    ASSIGN_OR_RETURN(const std::optional<ClaimLine> corrected,
                     claims.findLine(line.corrects.value_or(Id<ClaimLine>())));
    if (!corrected)
        return QString();
    ASSIGN_OR_RETURN(const std::optional<Claim> claim, claims.find(corrected->claim));
    return QStringLiteral("%1 申领单，原列 %2 元（明细 %3）")
        .arg(claim ? claim->period : QString(), corrected->amount.yuanText(), corrected->id.text());
}

Result<void> RecordPapers::addLine(const Claim& claim, const ClaimLine& line, ClaimSheetData& sheet)
{
    QString name, site;
    if (line.elder.isNull()) {
        ASSIGN_OR_RETURN(name, m_claimed.titleOf(line.evidence, line.record.value));
    } else {
        ASSIGN_OR_RETURN(name, elderName(line.elder));
    }
    if (line.meal.isNull()) {
        ASSIGN_OR_RETURN(site, m_claimed.placeOf(line.evidence, line.record.value));
    }
    if (site.isEmpty() && !line.site.isNull()) {
        ASSIGN_OR_RETURN(site, siteName(line.site));
    }
    QString reason = m_settlement.reasonText(claim, line);
    if (line.kind == LineKind::Adjustment) {
        ASSIGN_OR_RETURN(QString corrects, correctedText(line));
        sheet.adjustments.push_back(
            {line.servedOn, std::move(name), std::move(corrects), line.amount, std::move(reason)});
        return {};
    }
    sheet.lines.push_back({line.servedOn, std::move(name), std::move(site), line.amount,
                           line.outcome == Verdict::Outcome::Pays, std::move(reason),
                           line.outcome == Verdict::Outcome::Held, line.kind == LineKind::Late});
    return {};
}

Result<void> RecordPapers::addChanges(SettlementDesk& desk, const Claim& claim, ClaimSheetData& sheet)
{
    Progress progress;
    ASSIGN_OR_RETURN(const std::optional<ClaimDifference> difference, differenceOf(desk, claim, progress));
    if (!difference)
        return {};
    static const QString hows[] = {QStringLiteral("新增"), QStringLiteral("取消"), QStringLiteral("变更")};
    sheet.changes.emplace();
    for (const ChangedLine& line : difference->lines) {
        QString name;
        if (line.elder.isNull()) {
            ASSIGN_OR_RETURN(name, m_claimed.titleOf(line.evidence, line.record));
        } else {
            ASSIGN_OR_RETURN(name, elderName(line.elder));
        }
        const bool gone = line.how == ChangedLine::How::Gone;
        sheet.changes->push_back({line.on, std::move(name), hows[int(line.how)], line.sent, line.now,
                                  gone ? QStringLiteral("记录已作废或不在本期；原：%1").arg(line.text) : line.text});
    }
    return {};
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
    sheet.provisional = claim.provisional.value_or(false);
    for (const QJsonValue& version : claim.versions)
        sheet.inventedPolicy |= version.toObject().value(QStringLiteral("invented")).toBool();
    if (const Policy* policy = desk.policyOf(claim)) {
        sheet.policyTitle = policy->title.text();
        sheet.policyNumber
            = QStringList {policy->document.text(), policy->number, policy->clause}.join(u' ').simplified();
        sheet.ofMeals = policy->pays.unit == Pays::Unit::Meal;
        for (const PolicySetting& setting : policy->settings) {
            const QString chosen = claim.settings.value(setting.key).toString();
            if (!setting.number || !chosen.isEmpty()) // an amount may stand on the record instead
                sheet.choices.emplace_back(setting.title.text(), settingWords(setting, chosen));
        }
    }
    for (const QJsonValue& value : claim.caps) {
        const QJsonObject cap = value.toObject();
        ASSIGN_OR_RETURN(QString site, siteName(Id<Site> {cap.value(QStringLiteral("site")).toString().toLongLong()}));
        sheet.caps.push_back({std::move(site), Fen {cap.value(QStringLiteral("before_fen")).toInteger()},
                              Fen {cap.value(QStringLiteral("after_fen")).toInteger()}});
    }
    ASSIGN_OR_RETURN(sheet.preparedBy, userName(claim.recorded.by));
    sheet.preparedOn = Clock::dayOf(claim.recorded.at);
    RETURN_IF_ERROR(addSteps(id, sheet));
    RETURN_IF_ERROR(desk.walkLines(id, [&](const ClaimLine& line) { return addLine(claim, line, sheet); }));
    RETURN_IF_ERROR(addChanges(desk, claim, sheet));
    return sheet;
}

} // namespace songhe::printing
