// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/security/audit_check.h"

#include "core/centre/site.h"
#include "core/elders/elder.h"
#include "core/exchange/package.h"
#include "core/meals/meal.h"
#include "core/subsidies/claim.h"
#include "tests/support/catch.h"
#include "tests/support/test_store.h"

using namespace songhe;
using namespace Qt::StringLiterals;

namespace audit_check_test {

QStringList problemsOf(TestStore& store)
{
    RecordsCheck check(store->store);
    Progress progress;
    REQUIRE(check.users());
    REQUIRE(check.records<Site>(progress));
    REQUIRE(check.records<Elder>(progress));
    REQUIRE(check.records<Meal>(progress));
    REQUIRE(check.records<Package>(progress));
    REQUIRE(check.packages());
    return check.problems();
}

/// A centre with a meal, an elder who was changed and one who is void, and a written package.
void fill(TestStore& store)
{
    Site site;
    site.id = {1};
    site.code = u"P1"_s;
    site.name = u"友谊食堂"_s;
    REQUIRE(RecordTable<Site>(*store).add(site));
    RecordTable<Elder> elders(*store);
    Elder elder;
    elder.id = {1001};
    elder.name = u"王秀英"_s;
    elder.born = QDate(1950, 3, 5);
    auto added = elders.add(elder);
    REQUIRE(added);
    added->name = u"王秀荣"_s;
    REQUIRE(elders.change(*added));
    elder.id = {1002};
    REQUIRE(elders.add(elder));
    REQUIRE(elders.voidRecord({1002}, u"entered twice"_s));
    Meal meal;
    meal.id = {51};
    meal.elder = {1001};
    meal.site = {1};
    meal.servedOn = QDate(2021, 9, 3);
    meal.at = store.clock().now();
    meal.price = Fen {1200};
    REQUIRE(RecordTable<Meal>(*store).add(meal));
    const auto head = store.audit().head();
    REQUIRE(head);
    Package package;
    package.quarter = u"2021Q3"_s;
    package.sequence = 1;
    package.fileName = u"songhe-C1-2021Q3-0001.zip.age"_s;
    package.sha256 = QString(64, u'0');
    package.size = 1;
    package.lineage = u"lineage"_s;
    package.auditNumber = head->number;
    package.auditDigest = QString::fromLatin1(head->digest.toHex());
    package.writtenAt = store.clock().now();
    REQUIRE(RecordTable<Package>(*store).add(package));
}

} // namespace audit_check_test

using namespace audit_check_test;

TEST_CASE("tables that say what the log says hold no problem", "[security][audit]")
{
    TestStore store;
    fill(store);
    CHECK(problemsOf(store) == QStringList());
}

TEST_CASE("a row that was altered, added or removed beside the log is named", "[security][audit]")
{
    const auto [change, named] = GENERATE(table<QString, QString>(
        {{u"UPDATE elder SET born = '1940-03-05' WHERE id = 1001"_s, u"1001"_s},
         {u"UPDATE elder SET sealed = zeroblob(80) WHERE id = 1001"_s, u"1001"_s},
         {u"UPDATE elder SET voided_at = NULL WHERE id = 1002"_s, u"1002"_s},
         {u"UPDATE meal SET price_fen = 1201 WHERE id = 51"_s, u"51"_s},
         {u"UPDATE site SET revision = 2 WHERE id = 1"_s, u"1"_s},
         {u"DELETE FROM meal WHERE id = 51"_s, u"51"_s},
         {u"INSERT INTO site SELECT 77, 'P7', name, NULL, 1, recorded_at, recorded_by, NULL FROM site"_s, u"77"_s}}));
    INFO(change.toStdString());
    TestStore store;
    fill(store);
    REQUIRE(store->store.execute(change));
    const QStringList problems = problemsOf(store);
    REQUIRE(problems.size() == 1);
    CHECK(problems.front().contains(u' ' + named + u' '));
}

TEST_CASE("a log whose last entries were cut off is told by the packages", "[security][audit]")
{
    TestStore store;
    fill(store);
    REQUIRE(store->store.execute(u"DELETE FROM audit WHERE number > 3"_s));
    Progress progress;
    CHECK(store.audit().verify(progress)->problems.isEmpty()); // the chain alone cannot tell
    RecordsCheck check(store->store);
    REQUIRE(check.packages());
    REQUIRE(check.problems().size() == 1);
    CHECK(check.problems().front().contains(u" 3,"_s));
}

TEST_CASE("a log that was written anew is told by the packages", "[security][audit]")
{
    TestStore store;
    fill(store);
    REQUIRE(store->store.execute(
        u"UPDATE audit SET chain_digest = zeroblob(32) WHERE number = (SELECT audit_number FROM package)"_s));
    RecordsCheck check(store->store);
    REQUIRE(check.packages());
    CHECK(check.problems().size() == 1);
}
