// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/district/office.h"
#include "tests/support/postgres.h"

#include <QtCore/QTemporaryDir>

using namespace songhe;
using namespace songhe::tests;
using namespace Qt::StringLiterals;

TEST_CASE("packages of many thousand rows, new ones and known ones, merge into PostgreSQL as into a file",
          "[district][large]")
{
    QTemporaryDir folder;
    const Postgres server;
    INFO(server.reason().toStdString());
    REQUIRE(server.isRunning());
    const CentreKeys keys = ok(makeCentreKeys());
    Office file(folder.filePath(u"district.db"_s), keys.ageIdentity);
    Office database(server.address(), keys.ageIdentity);

    Progress progress;
    const CityPlan plan {.centres = 2, .elders = 300, .seed = 11};
    const auto city = ok(DemoCity::found(folder.filePath(u"city"_s), plan,
                                         {file.info.ageRecipient, file.info.minisignKey}, {}, progress));
    file.trust(*city);
    database.trust(*city);
    // Nobody takes receipts: each package brings all rows since the beginning, so most of the later ones are known.
    for (int round = 1; round <= 3; ++round) {
        INFO("round " << round);
        const QString stick = folder.filePath(u"stick%1"_s.arg(round));
        ok(city->deliver(round, stick, progress));
        const QString first = folder.filePath(u"receipts-file-%1"_s.arg(round));
        const MergeReport ours = file.merge(stick, first);
        const MergeReport theirs = database.merge(stick, folder.filePath(u"receipts-database-%1"_s.arg(round)));
        REQUIRE(ours.packages.size() == theirs.packages.size());
        for (std::size_t i = 0; i < ours.packages.size(); ++i) {
            CHECK(ours.packages[i].toJson() == theirs.packages[i].toJson());
            // Far more than one piece of outcomes holds.
            CHECK(ours.packages[i].counts.rows() > 12'000);
            CHECK((ours.packages[i].counts.unchanged > 12'000) == (round == 3));
        }
        CHECK(file.digest() == database.digest());
        // Only whole outcomes agree with the counts at the centre.
        if (round == 3)
            for (const CityReceipt& receipt : ok(city->takeReceipts(first, progress)))
                CHECK(receipt.report.counts.accepted > 30'000);
    }
}
