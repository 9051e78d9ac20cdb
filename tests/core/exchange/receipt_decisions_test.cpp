// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/exchange/receipt_exchange.h"

using namespace songhe;
using namespace Qt::StringLiterals;

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
