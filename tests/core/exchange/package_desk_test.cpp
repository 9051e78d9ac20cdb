// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/package_fixture.h"

#include "core/centre/settings.h"
#include "core/exchange/package_desk.h"

using namespace songhe;
using namespace Qt::StringLiterals;

namespace package_desk_test {

QStringList codes(const std::vector<PackageDoubt>& doubts)
{
    QStringList found;
    for (const PackageDoubt& doubt : doubts) {
        CHECK_FALSE(doubt.text.isEmpty());
        found << doubt.code;
    }
    return found;
}

PackageIdentity copyOf(const PackageIdentity& identity)
{
    return {identity.centre, identity.minisignSecret.clone()};
}

} // namespace package_desk_test

using namespace package_desk_test;

TEST_CASE("before a quarter is packed the desk says what is missing or doubtful", "[exchange][package]")
{
    PackageFixture fixture;
    PackageDesk desk(*fixture.store, copyOf(fixture.identity));
    auto doubts = desk.preflight({2021, 3});
    REQUIRE(doubts);
    CHECK(codes(*doubts)
          == QStringList {u"quarter_running"_s, u"no_recipient"_s, u"month_not_settled"_s, u"no_number"_s});
    CHECK(doubts->back().elders == std::vector<qint64> {1001, 1002});

    fixture.store.clock().set(Clock::momentOf(QDate(2021, 10, 8), QTime(9, 0)));
    REQUIRE(Settings(*fixture.store).set(u"district.recipient"_s, fixture.district.recipient().text()));
    fixture.elder(1003, u"赵六"_s);
    fixture.meal(60, 1003, QDate(2021, 9, 21));
    RecordTable<Elder> elders(*fixture.store);
    auto dead = elders.find({1002})->value();
    dead.died = QDate(2021, 9, 4);
    REQUIRE(elders.change(dead));
    doubts = desk.preflight({2021, 3});
    REQUIRE(doubts);
    CHECK(codes(*doubts)
          == QStringList {u"month_not_settled"_s, u"no_number"_s, u"no_division"_s, u"served_after_death"_s});
    CHECK((*doubts)[2].elders == std::vector<qint64> {1003});
    CHECK((*doubts)[3].elders == std::vector<qint64> {1002});
    CHECK(codes(*desk.preflight({2020, 1})) == QStringList {u"no_records"_s});
}

TEST_CASE("the desk seals to the district of the settings and takes the policies along", "[exchange][package]")
{
    PackageFixture fixture;
    PackageDesk desk(*fixture.store, copyOf(fixture.identity));
    Progress progress;
    {
        FolderPlace place(fixture.folder.path());
        const auto refused = desk.write({.quarter = {2021, 3}}, place, progress);
        REQUIRE_FALSE(refused);
        CHECK(refused.error().kind == Error::Kind::Refused);
        CHECK(fixture.filesInFolder().isEmpty());
    }
    REQUIRE(Settings(*fixture.store).set(u"district.recipient"_s, fixture.district.recipient().text()));
    FolderPlace place(fixture.folder.path());
    const auto written = desk.write({.quarter = {2021, 3}}, place, progress);
    REQUIRE(written);
    CHECK(fixture.problemCodes(written->path) == QStringList());
    const auto own = desk.verify(written->path, {}, fixture.ownIdentity, progress);
    REQUIRE(own);
    CHECK(own->ok());
    const auto list = desk.list();
    REQUIRE(list);
    CHECK(list->size() == 1);
}
