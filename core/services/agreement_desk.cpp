// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/agreement_desk.h"

#include <algorithm>
#include <map>

namespace songhe {

namespace {

/// How often a plan wants something in these days: weeks by their share of the days, to the nearest whole time; months
/// as often as one is touched.
int plannedTimes(const PlanItem& line, QDate first, QDate last)
{
    const QDate from = std::max(first, line.from);
    const QDate to = line.to ? std::min(last, *line.to) : last;
    if (from > to)
        return 0;
    if (line.per == PlanPer::Week) {
        constexpr qint64 week = 7;
        return int((qint64(line.times) * (from.daysTo(to) + 1) + week / 2) / week);
    }
    int months = 0;
    for (QDate day(from.year(), from.month(), 1); day <= to; day = day.addMonths(1))
        ++months;
    return line.times * months;
}

} // namespace

Result<void> AgreementDesk::check(const Agreement& agreement, EntryWay way)
{
    RETURN_IF_ERROR(m_days.check(agreement.elder, {agreement.from, agreement.from}, way));
    RETURN_IF_ERROR(checkSpan({agreement.from, agreement.to}));
    ASSIGN_OR_RETURN(const Catalogue* catalogue, Catalogue::builtIn());
    for (const QString& item : agreement.items)
        RETURN_IF_ERROR(catalogue->item(item));
    if (way == EntryWay::Records)
        return {};
    for (const QString& item : agreement.items) {
        RETURN_IF_ERROR(catalogue->itemOn(item, agreement.from));
        if (agreement.to)
            RETURN_IF_ERROR(catalogue->itemOn(item, *agreement.to));
    }
    ASSIGN_OR_RETURN(const std::vector<Agreement> others, m_agreements.listOf(agreement.elder));
    for (const Agreement& other : others) {
        const bool apart = (other.to && *other.to < agreement.from) || (agreement.to && *agreement.to < other.from);
        const bool shared = other.items.isEmpty() || agreement.items.isEmpty()
            || std::any_of(agreement.items.begin(), agreement.items.end(),
                           [&](const QString& item) { return other.items.contains(item); });
        if (other.id != agreement.id && !apart && shared)
            return fail(Error::Kind::Conflict,
                        tr("Agreement %1 of this elder covers some of these services from %2 on. Please end that one "
                           "first, or choose other services.")
                            .arg(other.id.text(), other.from.toString(Qt::ISODate)));
    }
    return {};
}

Result<Agreement> AgreementDesk::add(Agreement agreement, EntryWay way)
{
    if (!agreement.origin)
        agreement.origin = originOf(way);
    return m_ledger.transact([&]() -> Result<Agreement> {
        RETURN_IF_ERROR(check(agreement, way));
        return m_agreements.add(agreement);
    });
}

Result<Agreement> AgreementDesk::edit(const Agreement& agreement)
{
    return m_ledger.transact([&]() -> Result<Agreement> {
        RETURN_IF_ERROR(check(agreement, EntryWay::Desk));
        return m_agreements.change(agreement);
    });
}

Result<Agreement> AgreementDesk::voidAgreement(Id<Agreement> id, const QString& reason)
{
    return m_ledger.transact([&] { return m_agreements.voidAgreement(id, reason); });
}

Result<void> AgreementDesk::check(const PlanItem& line, EntryWay way)
{
    constexpr int mostPlanned = 31;
    RETURN_IF_ERROR(m_days.check(line.elder, {line.from, line.from}, way));
    RETURN_IF_ERROR(checkSpan({line.from, line.to}));
    ASSIGN_OR_RETURN(const Catalogue* catalogue, Catalogue::builtIn());
    RETURN_IF_ERROR(way == EntryWay::Desk ? catalogue->itemOn(line.item, line.from) : catalogue->item(line.item));
    if (line.times < 1 || line.times > mostPlanned)
        return fail(Error::Kind::Invalid,
                    tr("A plan asks for 1 to %1 times, not %2.").arg(mostPlanned).arg(line.times));
    if (!line.assessment)
        return {};
    ASSIGN_OR_RETURN(const std::optional<Assessment> sheet, m_assessments.find(*line.assessment));
    if (!sheet || sheet->elder != line.elder)
        return fail(
            Error::Kind::NotFound,
            tr("There is no assessment %1 of this elder. Please check the number.").arg(line.assessment->text()));
    return {};
}

Result<PlanItem> AgreementDesk::add(PlanItem line, EntryWay way)
{
    if (!line.origin)
        line.origin = originOf(way);
    return m_ledger.transact([&]() -> Result<PlanItem> {
        RETURN_IF_ERROR(check(line, way));
        return m_agreements.add(line);
    });
}

Result<PlanItem> AgreementDesk::edit(const PlanItem& line)
{
    return m_ledger.transact([&]() -> Result<PlanItem> {
        RETURN_IF_ERROR(check(line, EntryWay::Desk));
        return m_agreements.change(line);
    });
}

Result<PlanItem> AgreementDesk::voidPlan(Id<PlanItem> id, const QString& reason)
{
    return m_ledger.transact([&] { return m_agreements.voidPlan(id, reason); });
}

Result<std::vector<PlanItem>> AgreementDesk::propose(Id<Elder> elder, QDate from)
{
    RETURN_IF_ERROR(m_days.check(elder, {from, from}, EntryWay::Desk));
    ASSIGN_OR_RETURN(const Catalogue* catalogue, Catalogue::builtIn());
    ASSIGN_OR_RETURN(const std::vector<Assessment> sheets, m_assessments.listOf(elder)); // newest first
    const auto newest = std::find_if(sheets.begin(), sheets.end(), [&](const Assessment& sheet) {
        return sheet.level && sheet.assessedOn <= from && sheet.state == AssessmentState::Confirmed;
    });
    if (newest == sheets.end())
        return fail(Error::Kind::NotFound,
                    tr("Elder %1 has no confirmed assessment up to %2, so no plan can be proposed. Please assess her "
                       "first, or write the plan by hand.")
                        .arg(elder.text(), from.toString(Qt::ISODate)));
    std::vector<PlanItem> lines;
    for (const CatalogueItem& item : catalogue->items) {
        const CatalogueItem::PlanRule* rule = item.planFor(*newest->level);
        if (!rule || !item.isOfferedOn(from))
            continue;
        PlanItem line;
        line.elder = elder;
        line.item = item.key;
        line.times = rule->times;
        line.per = rule->per;
        line.from = from;
        line.assessment = newest->id;
        lines.push_back(std::move(line));
    }
    return lines;
}

Result<std::vector<PlanItem>> AgreementDesk::makePlan(Id<Elder> elder, QDate from)
{
    return m_ledger.transact([&]() -> Result<std::vector<PlanItem>> {
        ASSIGN_OR_RETURN(const std::vector<PlanItem> proposed, propose(elder, from));
        ASSIGN_OR_RETURN(const std::vector<PlanItem> known, m_agreements.planOf(elder));
        std::vector<PlanItem> written;
        for (const PlanItem& line : proposed) {
            const bool there = std::any_of(known.begin(), known.end(), [&](const PlanItem& other) {
                return other.item == line.item && (!other.to || *other.to >= from);
            });
            if (there)
                continue;
            ASSIGN_OR_RETURN(PlanItem added, add(line));
            written.push_back(std::move(added));
        }
        return written;
    });
}

Result<std::vector<PlanProgress>> AgreementDesk::progressOf(Id<Elder> elder, QDate first, QDate last)
{
    ASSIGN_OR_RETURN(const std::vector<PlanItem> plan, m_agreements.planOf(elder));
    ASSIGN_OR_RETURN(const std::vector<Service> services, m_services.listOf(elder, first, last));
    std::map<QString, PlanProgress> byItem;
    for (const PlanItem& line : plan)
        if (const int times = plannedTimes(line, first, last); times > 0)
            byItem[line.item].planned += times;
    for (const Service& service : services) {
        PlanProgress& progress = byItem[service.item];
        ++progress.done;
        progress.minutes += service.minutes.value_or(0);
    }
    std::vector<PlanProgress> all;
    for (auto& [item, progress] : byItem) {
        progress.elder = elder;
        progress.item = item;
        all.push_back(progress);
    }
    return all;
}

} // namespace songhe
