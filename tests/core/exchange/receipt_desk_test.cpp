// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/receipt_desk.h"

#include "core/centre/settings.h"
#include "core/exchange/package_recover.h"
#include "core/exchange/receipt_writer.h"
#include "tests/support/package_fixture.h"

#include <QtCore/QFile>

using namespace songhe;
using namespace Qt::StringLiterals;

namespace receipt_desk_test {

/// A centre that handed a package over, and a district that answers.
struct Exchange : PackageFixture {
    Exchange()
    {
        auto made = write();
        REQUIRE(made);
        written = *made;
        REQUIRE(Settings(*store).set(u"district.public_key"_s, signing.publicKey().text()));
    }

    [[nodiscard]] ReceiptContent content() const
    {
        ReceiptContent content;
        content.head = {.package = written.package.fileName.section(u'.', 0, 0),
                        .packageSha256 = written.package.sha256,
                        .centreCode = identity.centre.code,
                        .centreUuid = identity.centre.uuid,
                        .lineage = identity.centre.lineage,
                        .quarter = written.package.quarter,
                        .sequence = written.package.sequence,
                        .status = u"merged"_s,
                        .writtenAt = Clock::momentOf({2026, 10, 8}, {9, 0}),
                        .district = u"东河区民政局"_s,
                        .districtKey = signing.publicKey().text(),
                        .problems = {}};
        content.tables = {{u"meal"_s, {2, 1, 1, 1}}};
        content.outcomes = [](const CsvSink& sink) {
            return sink("meal,1,1,accepted,,\r\nmeal,2,1,accepted,,\r\nmeal,3,1,superseded,older,\r\n"
                        "meal,4,1,conflict,conflict,same revision\r\nmeal,5,1,refused,bad_value,no price\r\n");
        };
        return content;
    }
    QString writeReceiptFile(const ReceiptContent& content, const MinisignSecretKey& key)
    {
        const QString path = folder.filePath(receiptFileName(content.head.package));
        QFile file(path);
        REQUIRE(file.open(QIODevice::WriteOnly));
        Progress progress;
        REQUIRE(writeReceipt(content, {district.recipient().text(), identity.centre.ageRecipient}, *key.file(), file,
                             progress));
        return path;
    }
    Result<ReceiptReport> import(const ReceiptContent& content)
    {
        const QString path = writeReceiptFile(content, signing);
        Progress progress;
        return desk().import(path, ownIdentity, progress);
    }
    ReceiptDesk desk() { return ReceiptDesk(*store, identity.centre, shelf); }
    Claim claim(qint64 id, ClaimState state) { return claim(id, state, int(id)); }
    Claim claim(qint64 id, ClaimState state, int month)
    {
        Claim record;
        record.id = {id};
        record.policy = u"baotou-2020-meals"_s;
        record.policyVersion = 1;
        record.period = u"2021-0%1"_s.arg(month);
        record.from = QDate(2021, month, 1);
        record.to = record.from.addMonths(1).addDays(-1);
        record.state = state;
        record.policyDigest = record.linesDigest = record.digest = QString(64, u'a');
        auto added = RecordTable<Claim>(*store).add(record);
        INFO((added ? u""_s : added.error().message).toStdString());
        REQUIRE(added);
        return *added;
    }
    Claim signedClaim(qint64 id, const QDateTime& at)
    {
        Claim record = claim(id, ClaimState::Exported);
        record.signedAt = at;
        auto changed = RecordTable<Claim>(*store).change(record);
        REQUIRE(changed);
        return *changed;
    }
    /// The newest of the district's decisions about a claim, as it was kept.
    ReceiptItem newestAbout(qint64 claim)
    {
        const auto kept = ReceiptRepository(*store).decisionsAbout(claim);
        REQUIRE(kept);
        REQUIRE_FALSE(kept->empty());
        return kept->back();
    }
    ClaimState stateOf(qint64 id) { return (*RecordTable<Claim>(*store).find({id}))->state; }

    MinisignSecretKey signing = MinisignSecretKey::generate();
    PolicyShelf shelf;
    WrittenPackage written;
};

} // namespace receipt_desk_test

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

TEST_CASE("the district's decisions move claims, and what does not fit becomes work", "[exchange][receipt]")
{
    receipt_desk_test::Exchange exchange;
    exchange.claim(7, ClaimState::Exported);
    exchange.claim(8, ClaimState::Signed);
    exchange.claim(9, ClaimState::Draft);
    REQUIRE(exchange.import(exchange.content()));

    ReceiptContent anew = exchange.content();
    anew.head.writtenAt = anew.head.writtenAt.addDays(1);
    const QDateTime decided = Clock::momentOf({2026, 10, 9}, {9, 0});
    anew.decisions = {{7, 1, true, {}, decided},
                      {8, 1, false, u"缺签字"_s, decided},
                      {9, 1, true, {}, decided},
                      {99, 1, true, {}, decided}};
    const auto report = exchange.import(anew);
    INFO((report ? u""_s : report.error().message).toStdString());
    REQUIRE(report);
    CHECK(report->alreadyHere);
    CHECK(report->counts == ReceiptCounts {2, 1, 1, 1});
    CHECK(exchange.stateOf(7) == ClaimState::Accepted);
    CHECK(exchange.stateOf(8) == ClaimState::Returned);
    CHECK(exchange.stateOf(9) == ClaimState::Draft);
    CHECK(report->openItems == 2 + 3); // the returned claim, the draft, the unknown one

    const auto again = exchange.import(anew);
    REQUIRE(again);
    CHECK(again->openItems == report->openItems);
}

TEST_CASE("a decision moves the signing it was made about and no other, whatever the two clocks say",
          "[exchange][receipt]")
{
    receipt_desk_test::Exchange exchange;
    const QDateTime here = Clock::momentOf({2026, 10, 9}, {9, 0});
    exchange.signedClaim(7, here);
    ReceiptContent content = exchange.content();
    ReceiptDecision decision {7, 2, true, {}, here.addYears(1), QString(64, u'a'), here};
    SECTION("the same claim, decided by a clock that is behind")
    {
        decision.decidedAt = here.addYears(-1);
        content.decisions = {decision};
        REQUIRE(exchange.import(content));
        CHECK(exchange.stateOf(7) == ClaimState::Accepted);
    }
    SECTION("signed anew since, with the same content")
    {
        decision.signedAt = here.addMSecs(-1);
        content.decisions = {decision};
    }
    SECTION("signed at that moment with other content")
    {
        decision.claimDigest = QString(64, u'b');
        content.decisions = {decision};
    }
    if (decision.decidedAt > here) {
        const auto report = exchange.import(content);
        REQUIRE(report);
        CHECK(exchange.stateOf(7) == ClaimState::Exported);
        CHECK(report->openItems == 3);
        CHECK(exchange.import(content)->openItems == 3);
        // The district has the new signing, too: of all its decisions only the one about that counts.
        ReceiptContent anew = content;
        anew.decisions.push_back({7, 3, false, u"缺签字"_s, here.addYears(2), QString(64, u'a'), here});
        anew.decisions.push_back({7, 4, true, {}, here.addYears(3), QString(64, u'c'), here});
        REQUIRE(exchange.import(anew));
        CHECK(exchange.stateOf(7) == ClaimState::Returned);
    }
}

TEST_CASE("a decision of a program that names no signing is taken over where a claim can be signed only once",
          "[exchange][receipt]")
{
    receipt_desk_test::Exchange exchange;
    exchange.signedClaim(7, Clock::momentOf({2026, 10, 9}, {9, 0}));
    ReceiptContent content = exchange.content();
    content.decisions = {{7, 1, true, {}, Clock::momentOf({2026, 10, 1}, {9, 0})}};
    SECTION("books that were never restored")
    {
        REQUIRE(exchange.import(content));
        CHECK(exchange.stateOf(7) == ClaimState::Accepted);
    }
    SECTION("books that were")
    {
        REQUIRE(exchange.store->store.execute(u"INSERT INTO lineage (uuid, began) VALUES ('a', 0), ('b', 1)"_s));
        const auto report = exchange.import(content);
        REQUIRE(report);
        CHECK(exchange.stateOf(7) == ClaimState::Exported);
        CHECK(report->openItems == 3);
    }
}

TEST_CASE("the district's newer decision about a claim takes the place of its older one", "[exchange][receipt]")
{
    receipt_desk_test::Exchange exchange;
    const QDateTime here = Clock::momentOf({2026, 10, 1}, {9, 0});
    const QDateTime first = here.addDays(8);
    exchange.signedClaim(7, here);
    const auto receipt = [&](int day, bool accepted, const QString& reason) {
        ReceiptContent content = exchange.content();
        content.head.writtenAt = first.addDays(day);
        content.decisions = {{7, 2, accepted, reason, first.addDays(day), QString(64, u'a'), here}};
        return content;
    };
    const ReceiptContent returned = receipt(0, false, u"缺签字"_s);
    REQUIRE(exchange.import(returned)->openItems == 3);
    CHECK(exchange.stateOf(7) == ClaimState::Returned);

    SECTION("a reason that was corrected is shown")
    {
        const auto again = exchange.import(receipt(1, false, u"缺第三页"_s));
        REQUIRE(again);
        CHECK(again->openItems == 3); // the older line is closed
        CHECK(exchange.newestAbout(7).text == u"缺第三页");
        CHECK(exchange.stateOf(7) == ClaimState::Returned);
    }
    SECTION("accepted after all, and an older receipt comes once more")
    {
        const auto accepted = exchange.import(receipt(1, true, {}));
        REQUIRE(accepted);
        CHECK(exchange.stateOf(7) == ClaimState::Accepted);
        CHECK(accepted->openItems == 2); // nothing is left to mend
        CHECK(exchange.import(returned)->openItems == 2);
        CHECK(exchange.import(receipt(1, true, {}))->openItems == 2);
        CHECK(exchange.stateOf(7) == ClaimState::Accepted);
        CHECK(exchange.import(receipt(2, false, u"缺签字"_s))->openItems == 3);
        CHECK(exchange.stateOf(7) == ClaimState::Returned);
    }
    SECTION("accepted after all, but the month was settled anew")
    {
        const Claim other = exchange.claim(17, ClaimState::Draft, 7);
        const auto report = exchange.import(receipt(1, true, {}));
        REQUIRE(report);
        CHECK(exchange.stateOf(7) == ClaimState::Returned);
        CHECK(exchange.newestAbout(7).code == u"not_applied");
        CHECK(exchange.newestAbout(7).text->contains(other.id.text()));
        CHECK_FALSE(exchange.newestAbout(7).done);
    }
    SECTION("returned after it was accepted and paid")
    {
        REQUIRE(exchange.import(receipt(1, true, {})));
        Claim paid = RecordTable<Claim>(*exchange.store).find({7})->value();
        paid.state = ClaimState::Paid;
        REQUIRE(RecordTable<Claim>(*exchange.store).change(paid));
        REQUIRE(exchange.import(receipt(2, false, u"重复"_s)));
        CHECK(exchange.stateOf(7) == ClaimState::Paid);
        CHECK(exchange.newestAbout(7).code == u"not_applied");
        CHECK_FALSE(exchange.newestAbout(7).done);
    }
    SECTION("what a clerk entered by hand is not turned around")
    {
        exchange.signedClaim(8, here);
        REQUIRE(ClaimDesk(*exchange.store, exchange.shelf, Wording()).giveBack({8}, {}, {}, u"来函退回"_s));
        ReceiptContent content = exchange.content();
        content.decisions = {{8, 2, true, {}, first, QString(64, u'a'), here}};
        REQUIRE(exchange.import(content));
        CHECK(exchange.stateOf(8) == ClaimState::Returned);
        CHECK(exchange.newestAbout(8).code == u"not_applied");
    }
}

TEST_CASE("lines about decisions that an earlier program kept are known again", "[exchange][receipt]")
{
    receipt_desk_test::Exchange exchange;
    const QDateTime decided = Clock::momentOf({2026, 10, 9}, {9, 0});
    exchange.claim(7, ClaimState::Exported);
    ReceiptContent content = exchange.content();
    content.decisions = {{7, 1, false, u"缺签字"_s, decided}};
    REQUIRE(exchange.import(content));
    ReceiptItem kept = exchange.newestAbout(7);
    kept.decidedAt.reset();
    REQUIRE(RecordTable<ReceiptItem>(*exchange.store).change(kept));
    REQUIRE(exchange.import(content));
    CHECK(exchange.newestAbout(7).id == kept.id);
    CHECK(exchange.newestAbout(7).decidedAt == decided);
    content.decisions = {{7, 1, true, {}, decided.addDays(1)}};
    REQUIRE(exchange.import(content));
    CHECK(exchange.stateOf(7) == ClaimState::Accepted);
}

TEST_CASE("a decision about a claim that was recovered since is applied by the same receipt", "[exchange][receipt]")
{
    receipt_desk_test::Exchange exchange;
    const QDateTime here = Clock::momentOf({2026, 10, 1}, {9, 0});
    ReceiptContent content = exchange.content();
    content.decisions = {{7, 2, true, {}, here.addDays(8), QString(64, u'a'), here}};
    REQUIRE(exchange.import(content)->openItems == 3);
    REQUIRE(exchange.import(content)->openItems == 3);
    exchange.signedClaim(7, here);
    CHECK(exchange.import(content)->openItems == 2);
    CHECK(exchange.stateOf(7) == ClaimState::Accepted);
    CHECK(exchange.import(content)->openItems == 2);
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
