// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/district/finding_repository.h"
#include "core/exchange/receipt_reader.h"
#include "tests/core/district/office.h"
#include "tests/support/postgres.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>

#include <algorithm>

using namespace songhe;
using namespace songhe::tests;
using namespace Qt::StringLiterals;

namespace {

/// A city's first quarter, delivered to one office.
struct Delivered {
    QTemporaryDir folder;
    CentreKeys keys = ok(makeCentreKeys());
    Office office {folder.filePath(u"district.db"_s), keys.ageIdentity};
    Progress progress;
    std::unique_ptr<DemoCity> city
        = ok(DemoCity::found(folder.filePath(u"city"_s), {.centres = 2, .elders = 12, .seed = 9},
                             {office.info.ageRecipient, office.info.minisignKey}, {}, progress));
    QString stick = folder.filePath(u"stick"_s);

    Delivered()
    {
        office.trust(*city);
        ok(city->deliver(1, stick, progress));
    }
    /// What the first centre's receipt says now.
    ReceiptContent receipt()
    {
        const MergeReport report = office.merge(stick, folder.filePath(u"receipts"_s));
        const QStringList files = report.receipts.filter(u"songhe-SG001"_s);
        REQUIRE(files.size() == 1);
        return ok(readReceipt(files.front(), Office::keysOf(keys.ageIdentity),
                              ok(MinisignPublicKey::fromText(office.info.minisignKey.toLatin1())), progress));
    }
    ClaimOverview overview(qint64 claim)
    {
        for (ClaimOverview& each : ok(office.desk->claims()))
            if (each.id == claim)
                return each;
        return {};
    }
    Claim firstClaim(const QString& centre) { return ok(city->claims(centre)).front(); }
    qsizetype found(const QString& code)
    {
        const std::vector<Finding> findings = ok(office.desk->findings());
        return std::count_if(findings.begin(), findings.end(),
                             [&](const Finding& finding) { return finding.code == code; });
    }
};

} // namespace

TEST_CASE("why a claim goes back may name a person: no letter of it lies readable in the store", "[district][desk]")
{
    Delivered district;
    district.office.merge(district.stick);
    const QString reason = u"王秀英的签字表缺第三页"_s;
    ok(district.office.desk->decide(u"SG001"_s, district.firstClaim(u"SG001"_s).id.value, false, reason));
    int listed = 0;
    for (const ClaimOverview& claim : ok(district.office.desk->claims()))
        listed += claim.reason == reason ? 1 : 0;
    CHECK(listed == 1);
    for (const QString& name : QDir(district.folder.path()).entryList({u"district.db*"_s}, QDir::Files)) {
        QFile file(district.folder.filePath(name));
        REQUIRE(file.open(QIODevice::ReadOnly));
        CHECK_FALSE(file.readAll().contains(u"王秀英的签字"_s.toUtf8()));
    }
    CHECK_FALSE(district.office.desk->decide(u"SG001"_s, district.firstClaim(u"SG001"_s).id.value, false,
                                             QString(DistrictDesk::mostReason + 1, u'长')));
}

TEST_CASE("a store that is damaged is not told as a fault of the package", "[district][desk]")
{
    Delivered district;
    ok(district.office.store->define(u"DROP TABLE meal_history; DROP TABLE meal;"_s));
    Progress progress;
    CHECK_FALSE(district.office.desk->merge({district.stick}, {}, progress));
    CHECK(ok(district.office.desk->packages()).empty());
}

TEST_CASE("money that no version of a policy stands behind is found", "[district][desk]")
{
    Delivered district;
    district.office.merge(district.stick);
    REQUIRE(district.firstClaim(u"SG001"_s).paid.value > 0);
    CHECK(district.found(u"rule_out_of_force"_s) == 0);
    ok(district.office.store->execute(u"UPDATE claim SET versions = '[]'"_s));
    ok(FindingRepository(*district.office.store).expire());
    CHECK(district.found(u"rule_out_of_force"_s) == 2);
    ok(district.office.store->execute(u"UPDATE claim SET paid_fen = 0"_s));
    ok(FindingRepository(*district.office.store).expire());
    CHECK(district.found(u"rule_out_of_force"_s) == 0);
}

TEST_CASE("a claim is out of force only if other versions went before on each of its days, and the last one is named",
          "[district][desk]")
{
    Delivered district;
    district.office.merge(district.stick);
    DistrictStore& store = *district.office.store;
    const Claim claim = district.firstClaim(u"SG001"_s);
    const QDate gap = claim.from.addDays(10);
    const auto newer = [&](const QString& digest, QDate from, QDate to) {
        ok(store.execute(
            u"INSERT INTO policy_file (digest, policy, version, draft, valid_from, valid_to) "
            "VALUES (?, ?, 99, 0, ?, ?)"_s,
            {Value(digest), Value(claim.policy), Value(from.toString(Qt::ISODate)), Value(to.toString(Qt::ISODate))}));
        ok(FindingRepository(store).expire());
    };
    newer(u"a"_s, {2000, 1, 1}, gap.addDays(-1));
    newer(u"b"_s, gap.addDays(1), {9999, 12, 31});
    CHECK(district.found(u"rule_out_of_force"_s) == 0);
    newer(u"c"_s, gap, gap);
    CHECK(district.found(u"rule_out_of_force"_s) == 2);
    ok(store.execute(u"INSERT INTO policy_source (digest, centre) SELECT 'b', number FROM centre"_s));
    ok(store.execute(u"UPDATE claim SET from_on = '0001-01-01', to_on = '9999-12-31'"_s)); // as somebody may write it
    ok(FindingRepository(store).expire());
    for (const Finding& finding : ok(district.office.desk->findings()))
        if (finding.code == u"rule_out_of_force"_s)
            CHECK(finding.values.mid(2)
                  == QStringList {u"99"_s, gap.addDays(1).toString(Qt::ISODate), u"SG001, SG002"_s});
    CHECK(district.found(u"rule_out_of_force"_s) == 2);
}

TEST_CASE("centres, claims and findings stand in one order, whatever the database sorts text by",
          "[district][desk][postgres]")
{
    const Postgres server;
    INFO(server.reason().toStdString());
    REQUIRE(server.isRunning());
    const CentreKeys keys = ok(makeCentreKeys());
    Office office(server.address(), keys.ageIdentity);
    QStringList wanted {u"B"_s, u"a"_s, u"中"_s, u"安"_s}; // as the signs are numbered
    wanted.sort();
    for (const QString& code : {u"安"_s, u"a"_s, u"中"_s, u"B"_s}) {
        ok(office.desk->trust(code, ok(makeCentreKeys()).minisignPublicKey));
        ok(office.store->execute(u"INSERT INTO finding (code, place, body) VALUES ('restored', ?, ?)"_s,
                                 {Value(code), Value(u"{\"centres\":[\"%1\"]}"_s.arg(code))}));
    }
    ok(office.store->execute(u"DELETE FROM finding WHERE code = ''"_s));
    QStringList found, centres;
    for (const Finding& finding : ok(office.desk->findings()))
        found += finding.centres;
    for (const TrustedCentre& centre : ok(office.desk->centres()))
        centres << centre.code;
    CHECK(found == wanted);
    CHECK(centres == wanted);
}

TEST_CASE("packages that are missing one after the other are one finding", "[district][desk]")
{
    Delivered district;
    district.office.merge(district.stick);
    ok(district.office.store->execute(u"UPDATE package SET sequence = 2000000000 WHERE centre = 1"_s));
    ok(district.office.store->execute(u"UPDATE package SET sequence = 2 WHERE centre = 2"_s));
    ok(FindingRepository(*district.office.store).expire());
    QStringList gaps;
    for (const Finding& finding : ok(district.office.desk->findings()))
        if (finding.code == u"sequence_gap"_s)
            gaps << finding.values.front();
    gaps.sort();
    CHECK(gaps == QStringList {u"1"_s, u"1–1999999999"_s});
}

TEST_CASE("a file that was only renamed is merged and named, and stops no other", "[district][desk]")
{
    Delivered district;
    const QStringList files = packageFiles({district.stick});
    REQUIRE(files.size() == 2);
    REQUIRE(QFile::rename(files.front(), QFileInfo(files.front()).path() + u"/copy of SG001.zip.age"_s));
    const MergeReport report = district.office.merge(district.stick, district.folder.filePath(u"receipts"_s));
    REQUIRE(report.packages.size() == 2);
    for (const FileOutcome& file : report.packages) {
        CHECK(file.status == u"merged"_s);
        CHECK(file.counts.added > 0);
        CHECK(file.problems.size() == (file.file.startsWith(u"copy") ? 1 : 0));
    }
    CHECK(report.receipts.size() == 2);
}

TEST_CASE("what was not merged is not recomputed as if somebody had signed it", "[district][desk]")
{
    Delivered district;
    const QString file = packageFiles({district.stick}).front();
    const ReplayReport before = ok(district.office.desk->replay(file, district.progress));
    CHECK(before.claims.empty());
    REQUIRE(before.problems.size() == 1);
    CHECK(before.problems.front().code == u"not_merged"_s);
    district.office.merge(district.stick);
    const ReplayReport after = ok(district.office.desk->replay(file, district.progress));
    CHECK(after.ok());
    CHECK(after.claims.size() == 1);
}

TEST_CASE("a claim that was made void is not decided", "[district][desk]")
{
    Delivered district;
    district.office.merge(district.stick);
    const qint64 claim = district.firstClaim(u"SG001"_s).id.value;
    ok(district.office.store->execute(u"UPDATE claim SET voided_at = '2021-04-11T01:00:00.000Z'"_s));
    const auto decided = district.office.desk->decide(u"SG001"_s, claim, true, {});
    REQUIRE_FALSE(decided);
    CHECK(decided.error().kind == Error::Kind::NotFound);
}

TEST_CASE("a decision says which signing it is about, and stands for no other", "[district][desk]")
{
    Delivered district;
    district.office.merge(district.stick);
    const Claim claim = district.firstClaim(u"SG001"_s);
    REQUIRE(claim.signedAt);
    const auto decide = [&](bool accepted) {
        return ok(district.office.desk->decide(u"SG001"_s, claim.id.value, accepted, u"缺签字"_s));
    };
    const ClaimDecision first = decide(false);
    district.office.clock.set(first.decidedAt.addDays(-3));
    const ClaimDecision second = decide(true);
    CHECK(second.decidedAt > first.decidedAt); // in their order, whatever the clock says
    const std::vector<ReceiptDecision> sent = district.receipt().decisions;
    REQUIRE(sent.size() == 1);
    CHECK(sent.front().accepted);
    CHECK(sent.front().claimDigest == claim.digest);
    CHECK(sent.front().signedAt == claim.signedAt);

    CHECK(district.overview(claim.id.value).accepted == true);
    // The claim comes again as it was sent on: the same signing.
    ok(district.office.store->execute(u"UPDATE claim SET revision = revision + 1"_s));
    CHECK(district.overview(claim.id.value).accepted == true);
    decide(false);
    CHECK(district.overview(claim.id.value).accepted == false);
    CHECK(district.receipt().decisions.size() == 2);
    // Of books that were restored it comes signed anew under the same number and revision.
    ok(district.office.store->execute(u"UPDATE claim SET signed_at = '2021-04-09T01:00:00.000Z'"_s));
    CHECK_FALSE(district.overview(claim.id.value).accepted);
}

TEST_CASE("a receipt says when it was issued, and again what became of the package", "[district][desk]")
{
    Delivered district;
    district.office.merge(district.stick);
    const auto rows = [](const ReceiptContent& content) {
        QByteArray all;
        ok(content.outcomes([&](const QByteArray& records) -> Result<void> {
            all += records;
            return {};
        }));
        return all;
    };
    const ReceiptContent before = district.receipt();
    const QByteArray outcomes = rows(before);
    CHECK(before.head.writtenAt == district.office.clock.now());
    district.office.clock.set(district.office.clock.now().addDays(5));
    const ReceiptContent after = district.receipt();
    CHECK(after.head.writtenAt == before.head.writtenAt.addDays(5));
    CHECK(after.tables == before.tables);
    CHECK(rows(after) == outcomes);
}

TEST_CASE(
    "where a package names no key for its receipt, that is its problem, and no receipt that nobody can open is written",
    "[district][desk]")
{
    Delivered district;
    district.office.merge(district.stick);
    ok(district.office.store->execute(u"UPDATE centre SET age_recipient = '' WHERE code = 'SG001'"_s));
    const QString receipts = district.folder.filePath(u"receipts"_s);
    const MergeReport report = district.office.merge(district.stick, receipts);
    REQUIRE(report.packages.size() == 2);
    for (const FileOutcome& file : report.packages) {
        CHECK(file.status == u"already_here"_s);
        REQUIRE(file.problems.size() == (file.centre == u"SG001"_s ? 1 : 0));
        if (!file.problems.empty()) {
            CHECK(file.problems.front().code == u"no_receipt"_s);
            CHECK(file.problems.front().text.contains(u"SG001"_s));
        }
    }
    CHECK(report.receipts.size() == 1);
    CHECK(QDir(receipts).entryList(QDir::Files).size() == 1);
}

TEST_CASE("packages of one name from two centres have a receipt each", "[district][desk]")
{
    Delivered district;
    district.office.merge(district.stick);
    ok(district.office.store->execute(u"UPDATE package SET name = 'songhe-__-2021Q1-0001'"_s));
    const MergeReport report = district.office.merge(district.stick, district.folder.filePath(u"receipts"_s));
    REQUIRE(report.receipts.size() == 2);
    CHECK(report.receipts.front() != report.receipts.back());
    CHECK(QDir(district.folder.filePath(u"receipts"_s)).entryList(QDir::Files).size() == 2);
}

TEST_CASE("a decision waits until a receipt has brought it, and one receipt of a centre brings all", "[district][desk]")
{
    Delivered district;
    const QString receipts = district.folder.filePath(u"receipts"_s);
    district.office.merge(district.stick, receipts);
    DistrictDesk& desk = *district.office.desk;
    CHECK(ok(desk.untold()).empty());
    const qint64 claim = district.firstClaim(u"SG001"_s).id.value;
    ok(desk.decide(u"SG001"_s, claim, false, u"缺签字表"_s));
    std::vector<UntoldDecisions> waiting = ok(desk.untold());
    REQUIRE(waiting.size() == 1);
    CHECK(waiting.front().centre == u"SG001"_s);
    CHECK(waiting.front().decisions == 1);
    Progress progress;
    const QString back = district.folder.filePath(u"back"_s);
    const WrittenReceipts written = ok(desk.writeReceipts(back, progress));
    CHECK(written.decisions == 1);
    CHECK(QDir(back).entryList(QDir::Files).size() == 1);
    CHECK(ok(desk.untold()).empty());
    CHECK(ok(desk.writeReceipts(back, progress)).receipts.isEmpty());
    // A centre that none can be sealed to keeps the others from nothing, and waits on.
    Office& office = district.office;
    ok(desk.decide(u"SG002"_s, district.firstClaim(u"SG002"_s).id.value, true, {}));
    office.clock.set(office.clock.now().addSecs(60));
    ok(desk.decide(u"SG001"_s, claim, false, u"仍缺签字表"_s));
    ok(office.store->execute(u"UPDATE centre SET age_recipient = '' WHERE code = 'SG001'"_s));
    const WrittenReceipts some = ok(desk.writeReceipts(back, progress));
    CHECK(some.receipts.size() == 1);
    REQUIRE(some.problems.size() == 1);
    CHECK(some.problems.front().contains(u"SG001"));
    REQUIRE(ok(desk.untold()).size() == 1);
    CHECK(ok(desk.untold()).front().centre == u"SG001"_s);
    ok(office.store->execute(
        u"UPDATE centre SET age_recipient = (SELECT age_recipient FROM centre WHERE code = 'SG002') WHERE code = 'SG001'"_s));
    // Decided anew, it waits anew; the receipts of a merge bring it, too.
    district.office.clock.set(district.office.clock.now().addSecs(60));
    ok(desk.decide(u"SG001"_s, claim, true, {}));
    CHECK(ok(desk.untold()).size() == 1);
    district.office.merge(district.stick);
    CHECK(ok(desk.untold()).size() == 1);
    district.office.merge(district.stick, receipts);
    CHECK(ok(desk.untold()).empty());
}
