// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/care/day_summary.h"

#include "core/care/day_summary_repository.h"

namespace songhe {

using namespace Qt::StringLiterals;

Result<DaySummary> daySummary(Ledger& ledger, const VisitPlan& plan, QDate day)
{
    DaySummary summary;
    summary.on = day;
    DaySummaryRepository repository(ledger);
    RETURN_IF_ERROR(repository.count(summary));
    RETURN_IF_ERROR(repository.sumServices(summary));
    RETURN_IF_ERROR(repository.countIncidents(summary));
    ASSIGN_OR_RETURN(const std::vector<DueVisit> due, VisitDesk(ledger, plan).dueOn(day));
    for (const DueVisit& visit : due)
        ++(visit.due == day ? summary.due : summary.overdue);
    return summary;
}

QJsonObject DaySummary::toJson() const
{
    QJsonObject byItem, byKind;
    for (auto sum = services.begin(); sum != services.end(); ++sum)
        byItem.insert(sum.key(),
                      QJsonObject {{u"persons"_s, sum->persons},
                                   {u"times"_s, sum->times},
                                   {u"minutes"_s, sum->minutes},
                                   {u"fen"_s, sum->price.value}});
    for (auto count = incidents.begin(); count != incidents.end(); ++count)
        byKind.insert(count.key(), count.value());
    return {
        {u"people"_s, people},
        {u"meals"_s, meals},
        {u"services"_s, byItem},
        {u"attendance"_s, QJsonObject {{u"in"_s, in}, {u"absent"_s, absent}}},
        {u"visits"_s, QJsonObject {{u"done"_s, visited}, {u"due"_s, due}, {u"overdue"_s, overdue}}},
        {u"incidents"_s, byKind},
        {u"fen"_s,
         QJsonObject {{u"price"_s, price.value}, {u"subsidy"_s, subsidy.value}, {u"self_paid"_s, selfPaid().value}}}};
}

} // namespace songhe
