// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/district/district_office.h"

#include "core/exchange/minisign.h"
#include "tests/support/catch.h"

#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <QtCore/QTemporaryDir>

using namespace songhe;
using namespace Qt::StringLiterals;

namespace {

struct OfficePlace {
    QTemporaryDir folder;
    FixedClock clock {QDate(2021, 10, 8)};
    [[nodiscard]] DistrictPlaces places(const QString& identity = u"district.key"_s) const
    {
        return {folder.filePath(u"store/district.db"_s), folder.filePath(identity)};
    }
    /// Both in a folder that is not there yet.
    [[nodiscard]] DistrictPlaces together() const
    {
        return {folder.filePath(u"both/district.db"_s), folder.filePath(u"both/district.key"_s)};
    }
};

} // namespace

TEST_CASE("an office is set up with a new identity that only its owner can read, and opened by it",
          "[district][office]")
{
    const OfficePlace at;
    const auto made = DistrictOffice::make(at.places(), u" 青山区民政局 "_s, true, at.clock);
    REQUIRE(made);
    CHECK((*made)->info().name == u"青山区民政局"_s);
    const QFile::Permissions others = QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther;
    CHECK((QFileInfo(at.places().identity).permissions() & others) == QFile::Permissions());
    const auto opened = DistrictOffice::open(at.places(), at.clock);
    REQUIRE(opened);
    CHECK((*opened)->info().ageRecipient == (*made)->info().ageRecipient);
    CHECK((*opened)->info().minisignKey == (*made)->info().minisignKey);
}

TEST_CASE("store and identity may lie in one folder that is made for them", "[district][office]")
{
    const OfficePlace at;
    REQUIRE(DistrictOffice::make(at.together(), u"青山区民政局"_s, true, at.clock));
    CHECK(DistrictOffice::open(at.together(), at.clock));
}

TEST_CASE("another identity opens no office, and a second set-up changes nothing and leaves no identity behind",
          "[district][office]")
{
    const OfficePlace at;
    REQUIRE(DistrictOffice::make(at.places(), u"青山区民政局"_s, true, at.clock));
    REQUIRE(makeIdentityFile(at.places(u"other.key"_s).identity, at.clock));
    const auto other = DistrictOffice::open(at.places(u"other.key"_s), at.clock);
    REQUIRE_FALSE(other);
    CHECK(other.error().kind == Error::Kind::WrongPassword);
    CHECK(other.error().message.contains(u"青山区民政局"_s));
    const auto again = DistrictOffice::make(at.places(u"second.key"_s), u"石拐区民政局"_s, true, at.clock);
    REQUIRE_FALSE(again);
    CHECK(again.error().kind == Error::Kind::Conflict);
    CHECK_FALSE(QFileInfo::exists(at.places(u"second.key"_s).identity));
    CHECK(DistrictOffice::open(at.places(), at.clock));
}

TEST_CASE("a new identity never overwrites a file, and a copy is the same file", "[district][office]")
{
    const OfficePlace at;
    const QString path = at.places().identity;
    REQUIRE(makeIdentityFile(path, at.clock));
    const auto again = makeIdentityFile(path, at.clock);
    REQUIRE_FALSE(again);
    CHECK(again.error().kind == Error::Kind::Conflict);
    const QString copy = at.folder.filePath(u"copy.key"_s);
    REQUIRE(copyIdentityFile(path, copy));
    QFile left(path);
    QFile right(copy);
    REQUIRE(left.open(QIODevice::ReadOnly));
    REQUIRE(right.open(QIODevice::ReadOnly));
    CHECK(left.readAll() == right.readAll());
    CHECK_FALSE(copyIdentityFile(path, at.folder.filePath(u"nowhere/copy.key"_s)));
}

TEST_CASE("the code of a key depends on every letter of it", "[district][minisign]")
{
    const MinisignPublicKey key = MinisignSecretKey::generate().publicKey();
    CHECK(key.shortCode().size() == 14);
    MinisignPublicKey forged = key;
    forged.point[31] ^= 1;
    CHECK(forged.numberText() == key.numberText());
    CHECK(forged.shortCode() != key.shortCode());
}
