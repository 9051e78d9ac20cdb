// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/package_fixture.h"

#include "core/storage/record_table.h"

namespace songhe {

using namespace Qt::StringLiterals;

PackageFixture::PackageFixture()
{
    auto keys = makeCentreKeys();
    REQUIRE(keys);
    identity.centre = {.uuid = u"00000000-0000-4000-8000-000000000001"_s,
                       .lineage = u"00000000-0000-4000-8000-000000000002"_s,
                       .code = u"C1"_s,
                       .name = u"东河日间照料中心"_s,
                       .division = u"150204"_s,
                       .ageRecipient = keys->ageRecipient,
                       .minisignPublicKey = keys->minisignPublicKey};
    identity.minisignSecret = std::move(keys->minisignSecret);
    ownIdentity = std::move(keys->ageIdentity);
    site(1, u"P1"_s);
    elder(1001, u"王秀英"_s);
    elder(1002, u"欧阳·\"小\", 芳"_s);
    fact(1, 1001, u"证号 5"_s);
    fact(2, 1002);
    for (int day = 1; day <= 20; ++day)
        meal(day, 1001 + day % 2, QDate(2021, 9, day));
}

Site PackageFixture::site(qint64 id, const QString& code)
{
    Site record;
    record.id = {id};
    record.code = code;
    record.name = u"友谊食堂"_s;
    auto added = RecordTable<Site>(*store).add(record);
    REQUIRE(added);
    return *added;
}

Elder PackageFixture::elder(qint64 id, const QString& name)
{
    Elder record;
    record.id = {id};
    record.name = name;
    record.sex = Sex::Female;
    record.born = QDate(1950, 3, 5);
    record.residentNumber = u"150204195003050021"_s;
    record.phones = {u"13800000000"_s, u"0472-5550000"_s};
    record.remarks = u"第一行\n=2+3"_s;
    auto added = RecordTable<Elder>(*store).add(record);
    REQUIRE(added);
    return *added;
}

Fact PackageFixture::fact(qint64 id, qint64 elderId, const QString& evidence)
{
    Fact record;
    record.id = {id};
    record.elder = {elderId};
    record.kind = FactKind::RegisteredDivision;
    record.value = u"150204"_s;
    record.from = QDate(2020, 1, 1);
    record.learnedOn = QDate(2020, 1, 1);
    if (!evidence.isEmpty())
        record.evidence = evidence;
    auto added = RecordTable<Fact>(*store).add(record);
    REQUIRE(added);
    return *added;
}

Meal PackageFixture::meal(qint64 id, qint64 elderId, QDate on)
{
    Meal record;
    record.id = {id};
    record.elder = {elderId};
    record.site = {1};
    record.servedOn = on;
    record.at = Clock::momentOf(on, QTime(11, 40));
    record.price = Fen {1200};
    auto added = RecordTable<Meal>(*store).add(record);
    REQUIRE(added);
    return *added;
}

PackageRequest PackageFixture::request() const
{
    return {.quarter = {2021, 3},
            .recipients = {district.recipient().text()},
            .passphrase = {},
            .scryptFactor = 4,
            .policies = {{u"baotou-2020-meals-1.json"_s, "{}"}},
            .summary = [](const PackageSummary&) -> Result<QByteArray> { return QByteArray("%PDF-1.4\n"); }};
}

Result<WrittenPackage> PackageFixture::write(const PackageRequest& request)
{
    Progress progress;
    FolderPlace place(folder.path());
    return PackageWriter(*store, identity).write(request, place, progress);
}

AgeKeys PackageFixture::districtKeys() const
{
    AgeKeys keys;
    keys.identities.push_back(*AgeIdentity::fromText(district.text().view()));
    return keys;
}

Result<PackageVerdict> PackageFixture::verify(const QString& path)
{
    Progress progress;
    PackageTrust trust {districtKeys(), *MinisignPublicKey::fromText(identity.centre.minisignPublicKey.toLatin1())};
    return verifyPackage(path, trust, progress);
}

QStringList PackageFixture::problemCodes(const QString& path)
{
    const auto verdict = verify(path);
    REQUIRE(verdict);
    QStringList codes;
    for (const BagProblem& problem : verdict->problems) {
        REQUIRE_FALSE(problem.text.isEmpty());
        codes << problem.code;
    }
    return codes;
}

QStringList PackageFixture::filesInFolder() const
{
    return QDir(folder.path()).entryList(QDir::Files | QDir::Hidden | QDir::NoDotAndDotDot, QDir::Name);
}

} // namespace songhe
