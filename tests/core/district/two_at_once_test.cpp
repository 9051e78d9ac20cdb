// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/district/office.h"
#include "tests/support/postgres.h"

#include <QtCore/QTemporaryDir>

#include <thread>

using namespace songhe;
using namespace songhe::tests;
using namespace Qt::StringLiterals;

namespace {

/// What a program of its own would do. Catch2's checks belong to the test's thread: the report comes back.
Result<MergeReport> mergeAs(const QString& place, const SecureBytes& identity, const QString& stick)
{
    FixedClock clock {QDate(2021, 4, 12)};
    AgeKeys keys;
    ASSIGN_OR_RETURN(AgeIdentity own, AgeIdentity::fromText(identity.view()));
    keys.identities.push_back(std::move(own));
    ASSIGN_OR_RETURN(const auto store, DistrictStore::open(place, false));
    ASSIGN_OR_RETURN(DistrictKeys opened, openDistrict(*store, std::move(keys)));
    DistrictDesk desk(*store, std::move(opened), clock);
    Progress progress;
    return desk.merge({stick}, {}, progress);
}

void mergesOnce(Office& office, const QString& place, const CentreKeys& keys, const QString& stick, Office& alone)
{
    std::optional<Result<MergeReport>> first;
    std::optional<Result<MergeReport>> second;
    std::thread one([&] { first.emplace(mergeAs(place, keys.ageIdentity, stick)); });
    std::thread two([&] { second.emplace(mergeAs(place, keys.ageIdentity, stick)); });
    one.join();
    two.join();
    REQUIRE(*first);
    REQUIRE(*second);
    int merged = 0;
    int known = 0;
    for (const auto* report : {&**first, &**second})
        for (const FileOutcome& file : report->packages) {
            merged += file.status == u"merged"_s ? 1 : 0;
            known += file.status == u"already_here"_s ? 1 : 0;
        }
    CHECK(merged == 4);
    CHECK(known == 4);
    const MergeReport wanted = alone.merge(stick);
    CHECK(office.digest() == alone.digest());
    CHECK(ok(office.desk->findings()).size() == wanted.findings.size());
}

} // namespace

TEST_CASE("two programs that merge the same stick at the same moment take each package in once", "[district][two]")
{
    QTemporaryDir folder;
    const Postgres server;
    INFO(server.reason().toStdString());
    REQUIRE(server.isRunning());
    const CentreKeys keys = ok(makeCentreKeys());
    const QString path = folder.filePath(u"district.db"_s);
    Office file(path, keys.ageIdentity);
    Office database(server.address(), keys.ageIdentity);
    Office alone(folder.filePath(u"alone.db"_s), keys.ageIdentity);
    Progress progress;
    const CityPlan plan {.centres = 4, .elders = 5, .seed = 5};
    const auto city = ok(DemoCity::found(folder.filePath(u"city"_s), plan,
                                         {file.info.ageRecipient, file.info.minisignKey}, {}, progress));
    const QString stick = folder.filePath(u"stick"_s);
    ok(city->deliver(1, stick, progress));
    for (Office* office : {&file, &database, &alone})
        office->trust(*city);
    SECTION("into a file")
    {
        mergesOnce(file, path, keys, stick, alone);
    }
    SECTION("into a database server")
    {
        mergesOnce(database, server.address(), keys, stick, alone);
    }
}

TEST_CASE("while rows stream into the store it takes no other statement, whichever database it is", "[district][two]")
{
    QTemporaryDir folder;
    const Postgres server;
    INFO(server.reason().toStdString());
    REQUIRE(server.isRunning());
    const CentreKeys keys = ok(makeCentreKeys());
    for (const QString& place : {folder.filePath(u"district.db"_s), server.address()}) {
        Office office(place, keys.ageIdentity);
        {
            const auto writer = ok(office.store->bulk(u"person_key"_s, {u"centre"_s, u"family"_s, u"id"_s, u"wrap"_s}));
            CHECK_FALSE(office.store->run(u"SELECT 1"_s));
            CHECK_FALSE(office.store->execute(u"DELETE FROM finding"_s));
        }
        CHECK(office.store->run(u"SELECT 1"_s));
    }
}

TEST_CASE("an address that says of TLS what is not known is refused; a server elsewhere is not spoken to in clear",
          "[district]")
{
    for (const QString& address : {u"postgresql://a@localhost/b?sslmod=verify-full"_s,
                                   u"postgresql://a@localhost/b?sslrootcert=/x;sslmode=disable"_s}) {
        const auto opened = DistrictStore::open(address, false);
        REQUIRE_FALSE(opened);
        CHECK(opened.error().kind == Error::Kind::Invalid);
    }
    // The test's server has no TLS: who insists on it is not let down to clear text.
    const Postgres server;
    INFO(server.reason().toStdString());
    REQUIRE(server.isRunning());
    CHECK_FALSE(DistrictStore::open(server.address() + u"?sslmode=require"_s, true));
    CHECK(DistrictStore::open(server.address() + u"?sslmode=disable"_s, true));
}
