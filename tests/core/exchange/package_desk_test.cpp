// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/package_fixture.h"

#include "core/centre/settings.h"
#include "core/exchange/age_stream.h"
#include "core/exchange/package_desk.h"

#include <QtCore/QBuffer>
#include <QtCore/QFile>

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

/// A centre whose stick holds files that its books do not know.
struct StrangeStick : PackageFixture {
    StrangeStick() { REQUIRE(Settings(*store).set(u"district.recipient"_s, district.recipient().text())); }

    Result<WrittenPackage> writeBeside(Progress& progress)
    {
        FolderPlace place(folder.path());
        PackageIdentity own = copyOf(identity);
        own.ageIdentity = ownIdentity.clone();
        return PackageDesk(*store, std::move(own)).write({.quarter = {2021, 3}}, place, progress);
    }
    WrittenPackage writeBeside()
    {
        Progress progress;
        auto written = writeBeside(progress);
        INFO((written ? QString() : written.error().message).toStdString());
        REQUIRE(written);
        return *std::move(written);
    }
    void lay(const QString& name, const QByteArray& bytes)
    {
        QFile file(folder.filePath(name));
        REQUIRE(file.open(QIODevice::WriteOnly));
        REQUIRE(file.write(bytes) == bytes.size());
    }
    static QByteArray sealed(const AgeSealing& sealing)
    {
        QBuffer buffer;
        REQUIRE(buffer.open(QIODevice::WriteOnly));
        const auto writer = AgeWriter::open(buffer, sealing);
        REQUIRE(writer);
        REQUIRE((*writer)->finish());
        return buffer.data();
    }
    static QByteArray sealedTo(const QString& recipient)
    {
        AgeSealing sealing;
        sealing.recipients.push_back(*AgeRecipient::fromText(recipient));
        return sealed(sealing);
    }
};

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

TEST_CASE("a number that lies on the stick is not given again, and no file there stops the next package",
          "[exchange][package]")
{
    StrangeStick stick;
    SECTION("one of this centre that its books lost is named, and only its head was read")
    {
        // Torn behind the head: whoever looked into it would fail.
        stick.lay(u"songhe-C1-2021Q2-0004.zip.age"_s,
                  StrangeStick::sealedTo(stick.identity.centre.ageRecipient).chopped(3));
        const WrittenPackage written = stick.writeBeside();
        CHECK(written.package.sequence == 5);
        REQUIRE(written.notices.size() == 1);
        CHECK(written.notices.front().contains(u"songhe-C1-2021Q2-0004.zip.age"));
        CHECK(written.notices.front().contains(u"package recover"));
        CHECK(stick.writeBeside().package.sequence == 6);
    }
    SECTION("one that cannot be read counts by its name")
    {
        stick.lay(u"songhe-C1-2021Q2-0007.zip.age"_s, "torn");
        const WrittenPackage written = stick.writeBeside();
        CHECK(written.package.sequence == 8);
        CHECK(written.notices.size() == 1);
    }
    SECTION("one that cannot be read and has a number nobody comes to uses up no numbers")
    {
        stick.lay(u"songhe-C1-2021Q2-999999.zip.age"_s, "torn");
        const WrittenPackage written = stick.writeBeside();
        CHECK(written.package.sequence == 1);
        CHECK(written.notices.size() == 1);
    }
    SECTION("one that was sealed to a passphrase may be this centre's")
    {
        AgeSealing sealing;
        sealing.passphrase = SecureBytes(QByteArrayView("four words of it"));
        sealing.scryptFactor = 4;
        stick.lay(u"songhe-C1-2021Q2-0003.zip.age"_s, StrangeStick::sealed(sealing));
        CHECK(stick.writeBeside().package.sequence == 4);
    }
    SECTION("another centre's under the same name is left alone, and its number does not count")
    {
        const QString stranger = AgeIdentity::generate().recipient().text();
        stick.lay(u"songhe-C1-2021Q2-0040.zip.age"_s, StrangeStick::sealedTo(stranger));
        stick.lay(u"songhe-C1-2021Q3-0001.zip.age"_s, StrangeStick::sealedTo(stranger));
        const WrittenPackage written = stick.writeBeside();
        CHECK(written.package.sequence == 2); // the name of 1 is taken
        CHECK(written.notices.size() == 2);
    }
    SECTION("what is named otherwise is nobody's business")
    {
        for (const QString& name : {u"songhe-C2-2021Q3-0009.zip.age"_s, u"songhe-C1-x-2021Q3-0009.zip.age"_s,
                                    u"songhe-C1-2021Q3-9999999.zip.age"_s, u"songhe-C1-2021Q3-9.zip.age"_s})
            stick.lay(name, "torn");
        const WrittenPackage written = stick.writeBeside();
        CHECK(written.package.sequence == 1);
        CHECK(written.notices.isEmpty());
    }
}

TEST_CASE("looking at a full stick is part of the work: it can be stopped, and the bar never goes back",
          "[exchange][package]")
{
    StrangeStick stick;
    for (int number = 1; number <= 60; ++number)
        stick.lay(u"songhe-C1-2021Q2-%1.zip.age"_s.arg(number, 4, 10, QLatin1Char('0')), "torn");
    const QStringList before = stick.filesInFolder();
    Progress stopped;
    stopped.stop();
    const auto none = stick.writeBeside(stopped);
    REQUIRE_FALSE(none);
    CHECK(none.error().kind == Error::Kind::Cancelled);
    CHECK(stick.filesInFolder() == before);

    std::vector<int> percents;
    Progress progress([&](int percent) { percents.push_back(percent); });
    REQUIRE(stick.writeBeside(progress));
    REQUIRE(percents.size() > 2);
    CHECK(std::is_sorted(percents.begin(), percents.end()));
    CHECK(percents.back() >= 99);
}
