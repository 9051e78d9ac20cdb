// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/district/office.h"
#include "tests/support/postgres.h"

#include <QtCore/QDir>
#include <QtCore/QTemporaryDir>

#include <algorithm>

using namespace songhe;
using namespace songhe::tests;
using namespace Qt::StringLiterals;

namespace {

// Under the sanitizers everything takes several times as long: there a village does.
#ifdef __SANITIZE_ADDRESS__
constexpr int cityCentres = 12;
constexpr int cityElders = 5;
#else
constexpr int cityCentres = 60;
constexpr int cityElders = 20;
#endif

std::vector<PlantedFinding> found(const MergeReport& report)
{
    std::vector<PlantedFinding> all;
    for (const Finding& finding : report.findings) {
        QStringList centres = finding.centres;
        centres.sort();
        const bool hasValue = finding.code != u"same_person"_s && !finding.values.isEmpty();
        all.push_back({finding.code, centres, hasValue ? finding.values.front() : QString()});
    }
    std::sort(all.begin(), all.end());
    return all;
}

/// What one has and the other has not, a line each.
std::string beyond(const std::vector<PlantedFinding>& all, const std::vector<PlantedFinding>& known)
{
    std::vector<PlantedFinding> rest;
    std::set_difference(all.begin(), all.end(), known.begin(), known.end(), std::back_inserter(rest));
    QStringList lines;
    for (const PlantedFinding& each : rest)
        lines << each.code + u' ' + each.centres.join(u'+') + u' ' + each.value;
    return lines.join(u'\n').toStdString();
}

void findsWhatWasPlanted(const DemoCity& city, int round, const MergeReport& report)
{
    const std::vector<PlantedFinding> seen = found(report);
    const std::vector<PlantedFinding> planted = city.expected(round);
    CHECK(beyond(planted, seen) == "");
    CHECK(beyond(seen, planted) == "");
}

void judgesPackages(const DemoCity& city, int round, const MergeReport& report)
{
    QStringList refused;
    QStringList again;
    for (const FileOutcome& file : report.packages) {
        INFO(file.file.toStdString());
        CHECK(file.counts.conflict == 0);
        CHECK(file.problems.empty() == (file.status != u"refused"_s));
        if (file.status == u"refused"_s)
            refused << QFileInfo(file.file).fileName().section(u'-', 1, 1);
        if (file.status == u"already_here"_s)
            again << file.centre;
    }
    refused.sort();
    CHECK(refused == city.altered(round));
    CHECK(again.isEmpty() == (round != 2));
}

/// What the centre took over is what the district counted, package by package.
void countsAgree(const MergeReport& merged, const std::vector<CityReceipt>& taken)
{
    qint64 compared = 0;
    for (const FileOutcome& file : merged.packages) {
        if (file.status == u"refused"_s)
            continue;
        const auto receipt = std::find_if(taken.begin(), taken.end(),
                                          [&](const CityReceipt& each) { return each.report.package == file.package; });
        REQUIRE(receipt != taken.end());
        INFO(file.package.toStdString());
        CHECK(receipt->centre == file.centre);
        CHECK(receipt->report.counts.accepted == file.counts.added + file.counts.updated + file.counts.unchanged);
        CHECK(receipt->report.counts.superseded == file.counts.older);
        CHECK(receipt->report.counts.conflict == 0);
        CHECK(receipt->report.counts.refused == 0);
        ++compared;
    }
    CHECK(compared > 0);
}

/// The first quarter's claims of two centres: one is accepted, one goes back.
void decideClaims(DemoCity& city, DistrictDesk& desk)
{
    for (const QString& code : {u"SG006"_s, u"SG007"_s}) {
        const std::vector<Claim> claims = ok(city.claims(code));
        const auto first = std::find_if(claims.begin(), claims.end(),
                                        [](const Claim& claim) { return claim.period == u"2021Q1"_s; });
        REQUIRE(first != claims.end());
        const bool accepted = code == u"SG006"_s;
        ok(desk.decide(code, first->id.value, accepted, accepted ? QString() : u"请附签字表"_s));
    }
}

void decisionsArrived(DemoCity& city)
{
    for (const QString& code : {u"SG006"_s, u"SG007"_s})
        for (const Claim& claim : ok(city.claims(code)))
            if (claim.period == u"2021Q1"_s)
                CHECK(claim.state == (code == u"SG006"_s ? ClaimState::Accepted : ClaimState::Returned));
}

} // namespace

TEST_CASE("a city's four quarters with lost, repeated, altered and late sticks come to the same in SQLite and in "
          "PostgreSQL, every planted fault is named and nothing else, and receipts close the loop",
          "[city]")
{
    QTemporaryDir folder;
    const Postgres server;
    INFO(server.reason().toStdString());
    REQUIRE(server.isRunning());
    const CentreKeys keys = ok(makeCentreKeys());
    Office small(folder.filePath(u"district.db"_s), keys.ageIdentity);
    Office large(server.address(), keys.ageIdentity);
    REQUIRE(small.info.ageRecipient == large.info.ageRecipient);

    Progress progress;
    const CityPlan plan {.centres = cityCentres, .elders = cityElders, .seed = 7};
    const auto city = ok(DemoCity::found(folder.filePath(u"city"_s), plan,
                                         {small.info.ageRecipient, small.info.minisignKey}, {}, progress));
    small.trust(*city);
    large.trust(*city);
    for (int round = 1; round <= DemoCity::rounds; ++round) {
        INFO("round " << round);
        const QString stick = folder.filePath(u"stick%1"_s.arg(round));
        const QString receipts = folder.filePath(u"receipts%1"_s.arg(round));
        ok(city->deliver(round, stick, progress));
        small.clock.set(Clock::momentOf(city->officeDay(round), QTime(14, 0)));
        large.clock.set(small.clock.now());
        if (round == 2)
            decideClaims(*city, *small.desk);
        const MergeReport merged = small.merge(stick, receipts);
        const MergeReport same = large.merge(stick, {});
        judgesPackages(*city, round, merged);
        judgesPackages(*city, round, same);
        findsWhatWasPlanted(*city, round, merged);
        findsWhatWasPlanted(*city, round, same);
        CHECK(small.digest() == large.digest());
        countsAgree(merged, ok(city->takeReceipts(receipts, progress)));
        if (round == 2)
            decisionsArrived(*city);
    }
}
