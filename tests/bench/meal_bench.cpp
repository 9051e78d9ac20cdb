// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/meals/meal_desk.h"
#include "core/rules/policy_desk.h"
#include "tests/bench/centre.h"

#include <sqlite3.h>

namespace songhe::bench {

namespace {

constexpr int eldersHere = 5'000;
constexpr int everyDays = 10;
constexpr int mealsTimed = 1'000;

/// The yardstick: one row into one table, committed as durably as ours.
class BareInsert {
public:
    explicit BareInsert(const QString& path)
    {
        check(sqlite3_open(path.toUtf8().constData(), &m_handle));
        check(sqlite3_exec(
            m_handle,
            "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;"
            "CREATE TABLE meal (id INTEGER PRIMARY KEY, elder_id INTEGER, site_id INTEGER, served_on TEXT, "
            "sitting TEXT, at TEXT, price_fen INTEGER) STRICT",
            nullptr, nullptr, nullptr));
        check(sqlite3_prepare_v2(m_handle, "INSERT INTO meal VALUES (?, ?, 1, '2026-05-07', 'lunch', ?, 1000)", -1,
                                 &m_statement, nullptr));
    }
    BareInsert(const BareInsert&) = delete;
    BareInsert& operator=(const BareInsert&) = delete;
    ~BareInsert()
    {
        sqlite3_finalize(m_statement);
        sqlite3_close(m_handle);
    }

    void insert(qint64 id)
    {
        sqlite3_bind_int64(m_statement, 1, id);
        sqlite3_bind_int64(m_statement, 2, id * 7);
        sqlite3_bind_text(m_statement, 3, "2026-05-07T03:40:00.000Z", -1, SQLITE_STATIC);
        if (sqlite3_step(m_statement) != SQLITE_DONE)
            giveUp(QString::fromUtf8(sqlite3_errmsg(m_handle)));
        sqlite3_reset(m_statement);
    }

private:
    void check(int code)
    {
        if (code != SQLITE_OK)
            giveUp(QString::fromUtf8(sqlite3_errmsg(m_handle)));
    }

    sqlite3* m_handle = nullptr;
    sqlite3_stmt* m_statement = nullptr;
};

} // namespace

void benchMeals(Report& report)
{
    BenchCentre centre;
    const auto elders = centre.addElders(eldersHere);
    const qint64 past
        = centre.addPastMeals(elders, centre.today().addYears(-10), centre.today().addDays(-1), everyDays);

    PolicyDesk policies(centre.ledger());
    const Policy policy = must(policies.importDemonstration());
    const PolicyShelf shelf = must(policies.shelf());
    MealOutlook outlook(centre.ledger(), shelf, policy.id, {});
    MealDesk desk(centre.ledger(), outlook);
    mustDo(outlook.prepare(centre.site(), centre.today()));
    BareInsert bare(centre.path(QStringLiteral("bare.db")));

    std::vector<Took> ours;
    std::vector<Took> theirs;
    int judged = 0;
    const qint64 loggedBefore = must(centre.session().audit().head()).number;
    for (int i = 0; i < mealsTimed; ++i) {
        Meal meal;
        meal.elder = elders.at(std::size_t(i));
        meal.site = centre.site();
        meal.servedOn = centre.today();
        QString code;
        ours.push_back(timed([&] { code = must(desk.checkIn(meal)).outlook.verdict.reason.code; }));
        judged += code == QStringLiteral("PAYS") || code == QStringLiteral("CAP") ? 1 : 0;
        theirs.push_back(timed([&] { bare.insert(i + 1); }));
    }
    if (judged != mealsTimed)
        giveUp(QStringLiteral("an outlook that a condition decides counts nothing"));
    if (must(centre.session().audit().head()).number != loggedBefore + mealsTimed)
        giveUp(QStringLiteral("the audit log lacks meals"));
    report.ratio(QStringLiteral("record a meal, median"), wallQuantile(ours, 0.5),
                 QStringLiteral("bare durable insert"), wallQuantile(theirs, 0.5), 2);
    report.time(QStringLiteral("record a meal, p99"), wallQuantile(ours, 0.99), 10);
    report.note(QStringLiteral("%1 elders, %2 meals in ten years; bare insert p99 %3 ms; the processor's time: ours %4 "
                               "ms, bare %5 ms")
                    .arg(eldersHere)
                    .arg(past)
                    .arg(QString::number(wallQuantile(theirs, 0.99), 'f', 3),
                         QString::number(cpuQuantile(ours, 0.5), 'f', 3),
                         QString::number(cpuQuantile(theirs, 0.5), 'f', 3)));
}

} // namespace songhe::bench
