// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/receipt_desk.h"

#include "core/exchange/package_recover.h"
#include "tests/core/exchange/receipt_exchange.h"

using namespace songhe;
using namespace Qt::StringLiterals;

TEST_CASE("a receipt marks its package as acknowledged and makes a work-list, once", "[exchange][receipt]")
{
    receipt_desk_test::Exchange exchange;
    const auto report = exchange.import(exchange.content());
    REQUIRE(report);
    CHECK(report->counts == ReceiptCounts {2, 1, 1, 1});
    CHECK(report->package == exchange.content().head.package);
    CHECK_FALSE(report->alreadyHere);
    CHECK(report->openItems == 2);
    const auto acknowledged = PackageRepository(*exchange.store).newestAcknowledged();
    REQUIRE(acknowledged);
    REQUIRE(*acknowledged);
    CHECK((*acknowledged)->sequence == exchange.written.package.sequence);

    const auto again = exchange.import(exchange.content());
    REQUIRE(again);
    CHECK(again->counts == report->counts);
    CHECK(again->alreadyHere);
    const auto items = exchange.desk().items(false);
    REQUIRE(items);
    REQUIRE(items->size() == 3);
    CHECK(exchange.desk().list()->size() == 1);
    CHECK((*items)[0].outcome == u"conflict");
    CHECK((*items)[1].text == u"no price");
    CHECK((*items)[2].done);

    CHECK_FALSE(exchange.desk().done((*items)[0].id, u" "_s));
    REQUIRE(exchange.desk().done((*items)[0].id, u"重新录入"_s));
    CHECK(*exchange.desk().openItems() == 1);
}

TEST_CASE("a receipt of another centre, of an unknown package or of a stranger changes nothing", "[exchange][receipt]")
{
    receipt_desk_test::Exchange exchange;
    ReceiptContent content = exchange.content();
    SECTION("another centre")
    {
        content.head.centreUuid = u"00000000-0000-4000-8000-000000000009"_s;
        CHECK(exchange.import(content).error().kind == Error::Kind::Refused);
    }
    SECTION("other bytes of the package")
    {
        content.head.packageSha256 = QString(64, u'b');
        CHECK(exchange.import(content).error().kind == Error::Kind::Refused);
    }
    SECTION("a stranger")
    {
        exchange.signing = MinisignSecretKey::generate();
        CHECK(exchange.import(content).error().kind == Error::Kind::Refused);
    }
    CHECK(exchange.desk().list()->empty());
    CHECK_FALSE(*PackageRepository(*exchange.store).newestAcknowledged());
}

TEST_CASE("a centre reads back its own later package and overwrites nothing younger", "[exchange][recover]")
{
    PackageFixture later;
    later.meal(21, 1001, {2021, 9, 21});
    auto elder = *RecordTable<Elder>(*later.store).find({1001});
    elder->name = u"王秀英（改）"_s;
    REQUIRE(RecordTable<Elder>(*later.store).change(*elder));
    const auto written = later.write();
    REQUIRE(written);

    PackageFixture books;
    Progress progress;
    const auto recover = [&] {
        return recoverPackage(*books.store, later.identity.centre, written->path, later.districtKeys(), {}, progress);
    };
    SECTION("what the books lack or hold in an older revision comes back, once")
    {
        const auto report = recover();
        INFO((report ? u""_s : report.error().message).toStdString());
        REQUIRE(report);
        CHECK(report->added == 1);
        CHECK(report->updated == 1);
        CHECK(report->conflicts == 0);
        CHECK((*RecordTable<Elder>(*books.store).find({1001}))->name == u"王秀英（改）");
        CHECK((*RecordTable<Meal>(*books.store).find({21}))->servedOn == QDate(2021, 9, 21));
        CHECK(*PackageRepository(*books.store).nextSequence() == written->package.sequence + 1);

        const auto again = recover();
        REQUIRE(again);
        CHECK(again->added == 0);
        CHECK(again->updated == 0);
        CHECK(again->unchanged == report->added + report->updated + report->unchanged);
    }
    SECTION("the same revision with other content is listed and left")
    {
        auto mine = *RecordTable<Elder>(*books.store).find({1001});
        mine->name = u"别的"_s;
        REQUIRE(RecordTable<Elder>(*books.store).change(*mine));
        const auto report = recover();
        REQUIRE(report);
        CHECK(report->conflicts == 1);
        REQUIRE(report->conflictList.size() == 1);
        CHECK(report->conflictList[0].table == u"elder");
        CHECK((*RecordTable<Elder>(*books.store).find({1001}))->name == u"别的");
    }
    SECTION("what was recorded since the restore is younger than anything of the package")
    {
        const auto known = *RecordTable<Elder>(*books.store).find({1001});
        REQUIRE(books.store->store.execute(u"INSERT INTO lineage (uuid, began) VALUES (?, 0), ('later', ?)"_s,
                                           {later.identity.centre.lineage, known->recorded.at.toMSecsSinceEpoch()}));
        const auto report = recover();
        REQUIRE(report);
        CHECK(report->added == 1);
        CHECK(report->updated == 0);
        CHECK(report->conflicts == 1);
    }
    SECTION("another centre's package is refused")
    {
        CentreInfo other = later.identity.centre;
        other.uuid = u"00000000-0000-4000-8000-000000000009"_s;
        const auto report = recoverPackage(*books.store, other, written->path, later.districtKeys(), {}, progress);
        REQUIRE_FALSE(report);
        CHECK(report.error().kind == Error::Kind::Refused);
    }
}

TEST_CASE("a number that a receipt shows is not given again, even where its package is not known any more",
          "[exchange][receipt]")
{
    receipt_desk_test::Exchange exchange;
    ReceiptContent content = exchange.content();
    content.head.sequence = 9;
    content.head.package = packageName(u"C1"_s, {2021, 3}, 9);
    content.head.packageSha256 = QString(64, u'9');
    SECTION("of this centre, before a restore")
    {
        content.head.lineage = u"00000000-0000-4000-8000-000000000008"_s;
        CHECK(exchange.import(content).error().kind == Error::Kind::Refused);
        CHECK(*PackageRepository(*exchange.store).nextSequence() == 10);
        CHECK(exchange.write()->package.sequence == 10);
    }
    SECTION("another centre's number means nothing here")
    {
        content.head.centreUuid = u"00000000-0000-4000-8000-000000000009"_s;
        CHECK(exchange.import(content).error().kind == Error::Kind::Refused);
        CHECK(*PackageRepository(*exchange.store).nextSequence() == 2);
    }
    SECTION("nor does a stranger's receipt")
    {
        exchange.signing = MinisignSecretKey::generate();
        CHECK_FALSE(exchange.import(content));
        CHECK(*PackageRepository(*exchange.store).nextSequence() == 2);
    }
}

TEST_CASE("a package whose writing ended before it was noted is noted by its receipt", "[exchange][receipt]")
{
    receipt_desk_test::Exchange exchange;
    REQUIRE(exchange.store->store.execute(u"DELETE FROM package"_s));
    for (int time = 0; time < 2; ++time) {
        const auto report = exchange.import(exchange.content());
        REQUIRE(report);
        CHECK(report->counts == ReceiptCounts {2, 1, 1, 1});
    }
    const auto known = PackageRepository(*exchange.store).list();
    REQUIRE(known->size() == 1);
    CHECK(known->front().sha256 == exchange.written.package.sha256);
    CHECK(known->front().sequence == exchange.written.package.sequence);
    CHECK(known->front().acknowledgedAt);
    CHECK_FALSE(*PackageRepository(*exchange.store).newestAcknowledged()); // the next one takes all along
}

TEST_CASE("a package that was read back is known beside the one that got its number since, and so is its receipt",
          "[exchange][receipt][recover]")
{
    receipt_desk_test::Exchange before; // what was written before the restore, on a stick
    PackageFixture books;
    books.identity.centre.lineage = u"00000000-0000-4000-8000-000000000009"_s;
    const auto since = books.write();
    REQUIRE(since);
    REQUIRE(since->package.sequence == before.written.package.sequence);
    Progress progress;
    const auto recover = [&] {
        return recoverPackage(*books.store, before.identity.centre, before.written.path, before.districtKeys(), {},
                              progress);
    };
    REQUIRE(recover());
    REQUIRE(recover());
    const auto known = PackageRepository(*books.store).list();
    REQUIRE(known);
    REQUIRE(known->size() == 2);
    const auto recovered = std::find_if(known->begin(), known->end(), [&](const Package& package) {
        return package.sha256 == before.written.package.sha256;
    });
    REQUIRE(recovered != known->end());
    CHECK(recovered->lineage == before.identity.centre.lineage);

    REQUIRE(Settings(*books.store).set(u"district.public_key"_s, before.signing.publicKey().text()));
    const QString receipt = before.writeReceiptFile(before.content(), before.signing);
    const PolicyShelf shelf;
    for (int time = 0; time < 2; ++time) {
        const auto report
            = ReceiptDesk(*books.store, before.identity.centre, shelf).import(receipt, before.ownIdentity, progress);
        INFO((report ? u""_s : report.error().message).toStdString());
        REQUIRE(report);
        CHECK(report->counts == ReceiptCounts {2, 1, 1, 1});
    }
    // It proves nothing about these books' own chain: the next package takes along all that these have.
    CHECK_FALSE(*PackageRepository(*books.store).newestAcknowledged());
    CHECK(books.write()->package.sequence == since->package.sequence + 1);
}
