// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/policy_desk.h"
#include "core/subsidies/settlement_desk.h"
#include "tests/bench/centre.h"

#include <sys/resource.h>

namespace songhe::bench {

namespace {

constexpr int eldersServed = 2740; // every day of a year: a million meals
constexpr int turns = 3;
const QString settledPolicy = QStringLiteral("baotou-2020-meals");

/// The most memory this program has held so far, in MB.
double peakMegabytes()
{
    rusage own {};
    getrusage(RUSAGE_SELF, &own);
    return double(own.ru_maxrss) / 1024;
}

/// What a settlement cannot do without: each elder's days in order, and their first meal.
qint64 bareQuery(Store& store, const Period& year)
{
    Rows rows = must(store.run(QStringLiteral("SELECT elder_id, served_on, count(*), min(at) FROM meal WHERE "
                                              "voided_at IS NULL AND served_on BETWEEN ? AND ? GROUP BY 1, 2"),
                               {year.first(), year.last()}));
    qint64 days = 0;
    while (rows.next())
        days += rows.integer(2);
    mustDo(rows.failed());
    return days;
}

/// Settles within a transaction that leaves nothing behind, each line written.
void settleAndWrite(BenchCentre& centre, const PolicyShelf& shelf, const Claim& claim, const Period& year)
{
    Progress progress;
    static_cast<void>(centre.ledger().transact([&]() -> Result<void> {
        ASSIGN_OR_RETURN(const Claim kept, ClaimRepository(centre.ledger()).add(claim));
        ClaimRepository::LineWriter writer(centre.ledger(), kept.id);
        mustDo(songhe::settle(
            centre.ledger(), shelf, settledPolicy, year, {},
            [&](const SettledUnit& unit) { return writer.write(unit); }, progress));
        return fail(Error::Kind::Cancelled, {});
    }));
}

/// As many rows from one table into a copy of it.
Took copyLines(BenchCentre& centre)
{
    Store& store = centre.session().store();
    mustDo(store.execute(QStringLiteral("DROP TABLE IF EXISTS line_copy")));
    mustDo(store.execute(QStringLiteral("CREATE TABLE line_copy AS SELECT * FROM claim_line WHERE 0")));
    mustDo(store.execute(QStringLiteral("CREATE INDEX line_copy_claim ON line_copy (claim_id)")));
    return timed([&] { mustDo(store.execute(QStringLiteral("INSERT INTO line_copy SELECT * FROM claim_line"))); });
}

} // namespace

void benchSettle(Report& report)
{
    BenchCentre centre;
    const Period year = must(Period::fromText(QStringLiteral("2021")));
    const qint64 meals = centre.addPastMeals(centre.addElders(eldersServed), year.first(), year.last(), 1);
    const PolicyShelf shelf = must(PolicyDesk(centre.ledger()).shelf());
    SettlementDesk desk(centre.ledger(), shelf, {});
    Progress progress;
    std::vector<Took> ours, theirs;
    Claim claim;
    const double before = peakMegabytes();
    for (int turn = 0; turn < turns; ++turn) {
        theirs.push_back(timed([&] {
            if (bareQuery(centre.session().store(), year) != meals)
                giveUp(QStringLiteral("the yardstick saw other meals"));
        }));
        ours.push_back(timed([&] { claim = must(desk.settle(settledPolicy, year, {}, progress)); }));
    }
    if (claim.paidCount + claim.refusedCount + claim.heldCount != meals)
        giveUp(QStringLiteral("the settlement lacks meals"));
    const double settling = wallQuantile(ours, 0.5);
    report.ratio(QStringLiteral("settle a year of meals"), settling, QStringLiteral("the same rows grouped"),
                 wallQuantile(theirs, 0.5), 2);
    report.amount(QStringLiteral("memory that settling took beside"), peakMegabytes() - before, QStringLiteral("MB"),
                  100);

    const Took written = timed([&] { settleAndWrite(centre, shelf, claim, year); });
    must(desk.write(settledPolicy, year, progress));
    const double copied = copyLines(centre).wall;
    const double wrote = written.wall - settling; // measured apart; the goal is for settling alone
    report.note(QStringLiteral("writing the lines: %1 ms, INSERT … SELECT of as many rows: %2 ms, ratio %3")
                    .arg(QString::number(wrote, 'f', 0), QString::number(copied, 'f', 0),
                         QString::number(wrote / copied, 'f', 2)));
    report.note(QStringLiteral("%1 meals of %2 elders").arg(meals).arg(eldersServed));
}

} // namespace songhe::bench
