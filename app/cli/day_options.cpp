// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/day_options.h"

#include "core/elders/elder_desk.h"
#include "core/elders/elder_index.h"

namespace songhe::cli {

using namespace Qt::StringLiterals;

Result<QDate> dayGiven(Context& context)
{
    ASSIGN_OR_RETURN(Ledger * ledger, context.ledger());
    if (context.has(u"on"_s))
        return context.day(context.value(u"on"_s), u"--on"_s);
    return ledger->today();
}

Result<std::optional<Id<Elder>>> elderGiven(const Context& context)
{
    if (!context.has(u"elder"_s))
        return std::optional<Id<Elder>>();
    ASSIGN_OR_RETURN(const qint64 id, context.needId(context.value(u"elder"_s), u"--elder"_s));
    return std::optional(Id<Elder> {id});
}

Result<Id<Elder>> elderCalled(Context& context, const QString& text)
{
    constexpr int mostShown = 9;
    ASSIGN_OR_RETURN(Ledger * ledger, context.ledger());
    ElderDesk desk(*ledger);
    bool whole = false;
    const qint64 id = text.toLongLong(&whole);
    if (whole && id > 0)
        if (const auto known = desk.show({id}))
            return known->id;
    ASSIGN_OR_RETURN(const Readings readings, Readings::load());
    ASSIGN_OR_RETURN(const std::vector<Elder> elders, desk.list());
    std::vector<ElderIndex::Entry> entries;
    entries.reserve(elders.size());
    for (const Elder& elder : elders)
        entries.push_back(ElderIndex::entryOf(elder));
    ElderIndex index(readings);
    index.build(entries);
    const std::vector<ElderHit> hits = index.find(text, mostShown + 1);
    if (hits.empty())
        return fail(Error::Kind::NotFound, DayText::tr("Nobody is found by '%1'.").arg(text.left(40)));
    const bool sure = hits.size() == 1 || hits.front().foundBy == FoundBy::Card
        || (hits.front().foundBy <= FoundBy::ExactName && hits[1].foundBy > hits.front().foundBy);
    if (sure)
        return hits.front().id;
    QStringList names;
    for (const ElderHit& hit : hits)
        names << u"%1 %2"_s.arg(hit.id.text(), hit.name);
    return fail(
        Error::Kind::Refused,
        DayText::tr("'%1' may be one of several: %2. Please give the number.").arg(text.left(40), names.join(u", "_s)));
}

} // namespace songhe::cli
