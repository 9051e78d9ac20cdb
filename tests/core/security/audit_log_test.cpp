// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/security/audit_log.h"

#include "core/centre/site.h"
#include "core/storage/record_table.h"
#include "tests/support/catch.h"
#include "tests/support/test_store.h"

using namespace songhe;
using namespace Qt::StringLiterals;

namespace {

Result<Site> addSite(TestStore& store, const QString& code)
{
    Site site;
    site.code = code;
    site.name = u"友谊食堂"_s;
    return RecordTable<Site>(*store).add(site);
}

} // namespace

TEST_CASE("the audit chain of untouched history holds", "[security][audit]")
{
    TestStore store;
    for (int i = 0; i < 10; ++i)
        REQUIRE(addSite(store, QString::number(i)));
    Progress progress;
    const auto report = store.audit().verify(progress);
    REQUIRE(report);
    CHECK(report->entries == 10);
    CHECK(report->problems.isEmpty());
    CHECK(report->head == *store.audit().head());
}

TEST_CASE("an altered, a missing and a re-made audit entry are each named", "[security][audit]")
{
    const QString change = GENERATE(
        u"UPDATE audit SET content = CAST(replace(CAST(content AS TEXT), '食堂', '饭堂') AS BLOB) WHERE number = 4"_s,
        u"DELETE FROM audit WHERE number = 4"_s, u"UPDATE audit SET by = 7 WHERE number = 4"_s,
        u"UPDATE audit SET content_digest = zeroblob(32) WHERE number = 4"_s);
    TestStore store;
    for (int i = 0; i < 10; ++i)
        REQUIRE(addSite(store, QString::number(i)));
    REQUIRE(store->store.execute(change));
    Progress progress;
    const auto report = store.audit().verify(progress);
    REQUIRE(report);
    REQUIRE_FALSE(report->problems.isEmpty());
    CHECK(report->problems.first().contains(u"4"_s));
}

TEST_CASE("verifying the audit can be stopped", "[security][audit]")
{
    TestStore store;
    REQUIRE(addSite(store, u"P1"_s));
    Progress progress;
    progress.stop();
    const auto report = store.audit().verify(progress);
    REQUIRE_FALSE(report);
    CHECK(report.error().kind == Error::Kind::Cancelled);
}
