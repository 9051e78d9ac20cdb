// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/demo.h"

#include "core/demo/demo_story.h"

namespace songhe {

Result<void> checkDemoPlan(const DemoPlan& plan)
{
    if (plan.elders < 1 || plan.elders > Demo::mostElders)
        return fail(Error::Kind::Invalid, Demo::tr("A demonstration has 1 to %1 elders.").arg(Demo::mostElders));
    if (plan.years < 1 || plan.years > Demo::mostYears)
        return fail(Error::Kind::Invalid, Demo::tr("A demonstration covers 1 to %1 years.").arg(Demo::mostYears));
    return {};
}

Result<DemoReport> makeDemo(Ledger& ledger, const DemoPlan& plan, Progress& progress)
{
    RETURN_IF_ERROR(checkDemoPlan(plan));
    ASSIGN_OR_RETURN(const bool fresh, DemoRepository(ledger).isFresh());
    if (!fresh)
        return fail(
            Error::Kind::Refused,
            Demo::tr("This centre holds records already. Invented ones go into a fresh centre only: please choose "
                     "an empty data folder."));
    const QDate last = ledger.today().addDays(-1);
    const QDate first = ledger.today().addYears(-plan.years);
    return ledger.transact([&]() -> Result<DemoReport> {
        DemoStory story(ledger, plan.elders, plan.seed, first, last);
        RETURN_IF_ERROR(story.open());
        RETURN_IF_ERROR(story.live(first, last, progress));
        RETURN_IF_ERROR(story.close());
        return story.report();
    });
}

} // namespace songhe
