// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/asked_days.h"

namespace songhe::cli {

using namespace Qt::StringLiterals;

namespace {

struct DaysWords {
    Q_DECLARE_TR_FUNCTIONS(songhe::cli)
};

} // namespace

Result<AskedDays> askedDays(Context& context, const Ledger& ledger, int daysFromToday)
{
    AskedDays days {ledger.today(), ledger.today().addDays(daysFromToday)};
    if (context.has(u"on"_s)) {
        ASSIGN_OR_RETURN(days.first, context.day(context.value(u"on"_s), u"--on"_s));
        days.last = days.first;
    }
    if (context.has(u"from"_s)) {
        ASSIGN_OR_RETURN(days.first, context.day(context.value(u"from"_s), u"--from"_s));
        days.last = std::max(days.first, days.last);
    }
    if (context.has(u"to"_s)) {
        ASSIGN_OR_RETURN(days.last, context.day(context.value(u"to"_s), u"--to"_s));
    }
    if (days.last < days.first)
        return usage(DaysWords::tr("--to lies before --from."));
    return days;
}

std::vector<OptionLine> dayOptions()
{
    return {{"on", "DATE"}, {"from", "DATE"}, {"to", "DATE"}};
}

std::vector<OptionLine> withMore(std::vector<OptionLine> options, std::initializer_list<OptionLine> more)
{
    options.insert(options.end(), more);
    return options;
}

} // namespace songhe::cli
