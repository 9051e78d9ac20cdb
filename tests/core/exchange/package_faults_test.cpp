// SPDX-License-Identifier: GPL-3.0-or-later
// What a stick, a stranger or a bad day does to a package: each is refused by name, and nothing is believed.
#include "tests/support/package_forgery.h"
#include "tests/support/stock_tool.h"

using namespace songhe;
using namespace songhe::forgery;
using namespace Qt::StringLiterals;

namespace package_faults_test {

/// A disk that is full after so many bytes: it takes what it can, then fails, as a real one does.
class FillingDevice final : public StreamDevice {
public:
    explicit FillingDevice(qint64 room)
        : m_room(room)
    {
        open(QIODevice::WriteOnly | QIODevice::Unbuffered);
    }

protected:
    qint64 readData(char*, qint64) override { return -1; }
    qint64 writeData(const char*, qint64 count) override
    {
        const qint64 taken = qMin(count, m_room);
        m_room -= taken;
        return taken > 0 ? taken : failed({Error::Kind::DiskFull, u"full"_s, {}});
    }

private:
    qint64 m_room;
};

/// A sealed bag as a package is one, of two small files.
Result<void> writeSmall(QIODevice& target, const AgeRecipient& recipient)
{
    ASSIGN_OR_RETURN(const auto sealed, AgeWriter::open(target, {.recipients = {recipient}}));
    ASSIGN_OR_RETURN(const auto zip, ZipWriter::open(*sealed, 1, QDateTime(QDate(2026, 5, 7), QTime(0, 0), Qt::UTC)));
    BagWriter bag(*zip, u"small"_s);
    RETURN_IF_ERROR(bag.add(u"data/meal.csv"_s, "id,price\r\n1,300\r\n"));
    RETURN_IF_ERROR(bag.add(u"data/datapackage.json"_s, "{}"));
    RETURN_IF_ERROR(bag.finish({}, {}));
    RETURN_IF_ERROR(zip->close());
    return sealed->finish();
}

} // namespace package_faults_test

using namespace package_faults_test;

TEST_CASE("a device that fails after any number of bytes is noticed, for every number", "[exchange][package][faults]")
{
    const AgeRecipient recipient = AgeIdentity::generate().recipient();
    QBuffer whole;
    whole.open(QIODevice::WriteOnly);
    REQUIRE(writeSmall(whole, recipient));
    REQUIRE(whole.size() > 1000);
    for (qint64 room = 0; room < whole.size(); ++room) {
        FillingDevice device(room);
        const auto written = writeSmall(device, recipient);
        INFO("room for " << room);
        REQUIRE_FALSE(written);
        REQUIRE(written.error().kind == Error::Kind::DiskFull);
    }
}

TEST_CASE("a flip of any byte and a cut at any place of a package are refused", "[exchange][package][faults]")
{
    PackageFixture fixture;
    const auto written = fixture.write();
    REQUIRE(written);
    const QByteArray whole = get(written->path);
    const qsizetype head = whole.indexOf("\n---") + 64 + 16;
    const auto refused = [&](const QByteArray& bytes) {
        put(written->path, bytes);
        const QStringList codes = fixture.problemCodes(written->path);
        return codes.contains(u"cannot_open"_s) || codes.contains(u"damaged"_s);
    };
    // The header and its nonce byte by byte; behind them one seal covers a whole chunk, whichever byte it is.
    for (qsizetype at = 0; at < whole.size(); at += at < head || at > whole.size() - 20 ? 1 : 211) {
        QByteArray changed = whole;
        changed[at] = char(changed[at] ^ (1 << (at % 8)));
        INFO("byte " << at);
        REQUIRE(refused(changed));
        REQUIRE(refused(whole.first(at)));
    }
    REQUIRE(refused(whole + '\0'));
    put(written->path, whole);
    CHECK(fixture.problemCodes(written->path) == QStringList());
}

TEST_CASE("members of the zip that are tricks are refused by name", "[exchange][package][faults]")
{
    PackageFixture fixture;
    const auto written = fixture.write();
    REQUIRE(written);
    Members members = membersOf(fixture, written->path);
    const QString base = members.front().first.section(u'/', 0, 0);
    const auto codes = [&](const QString& name, const QByteArray& bytes = "x") {
        Members more = members;
        more.emplace_back(name, bytes);
        packAnew(fixture, written->path, more);
        return fixture.problemCodes(written->path);
    };
    SECTION("in another order it is the same package")
    {
        std::reverse(members.begin(), members.end());
        packAnew(fixture, written->path, members);
        CHECK(fixture.problemCodes(written->path) == QStringList());
        CHECK(fixture.verify(written->path)->records == written->package.counts);
    }
    SECTION("the same name twice, the second with other rows")
    {
        CHECK(codes(base + u"/data/meal.csv"_s).contains(u"duplicate_name"_s));
        CHECK(codes(base + u"/bag-info.txt"_s).contains(u"duplicate_name"_s));
        CHECK(codes(base + u"/data/MEAL.csv"_s).contains(u"case_clash"_s));
    }
    SECTION("names that lead elsewhere")
    {
        for (const QString& name : {base + u"/../x"_s, base + u"/data/../../x"_s, u"/etc/x"_s, u"../x"_s, u"other/x"_s,
                                    base + u"/data\\x"_s, base + u"/C:/x"_s, base + u"/~/x"_s})
            CHECK(codes(name).contains(u"bad_path"_s));
    }
    SECTION("a tag file that nobody signed")
    {
        CHECK(codes(base + u"/notes.txt"_s) == QStringList {u"not_signed"_s});
        CHECK(codes(base + u"/meta/notes.txt"_s) == QStringList {u"not_signed"_s});
        // Another manifest might list what the signed one does not.
        CHECK(codes(base + u"/manifest-md5.txt"_s, "").contains(u"not_signed"_s));
        CHECK(codes(base + u"/tagmanifest-md5.txt"_s, "").contains(u"not_signed"_s));
    }
    SECTION("a payload file that nobody signed")
    {
        CHECK(codes(base + u"/data/more.csv"_s).contains(u"extra_file"_s));
    }
    SECTION("a bomb")
    {
        CHECK(codes(base + u"/data/zeros"_s, QByteArray(200 * 1024 * 1024, '\0')) == QStringList {u"damaged"_s});
    }
}

TEST_CASE("a link, a cut and a flip inside a sealed zip are refused", "[exchange][package][faults]")
{
    PackageFixture fixture;
    const auto written = fixture.write();
    REQUIRE(written);
    const auto sealAnew = [&](const QByteArray& zip) {
        QFile file(written->path);
        REQUIRE(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        auto writer = AgeWriter::open(file, {.recipients = {fixture.district.recipient()}});
        REQUIRE(writeAll(**writer, zip));
        REQUIRE((*writer)->finish());
    };
    const QByteArray zip = plainZip(fixture, written->path);
    SECTION("a symbolic link")
    {
        QTemporaryDir desk;
        put(desk.filePath(u"p.zip"_s), zip);
        REQUIRE(runTool(u"unzip"_s, {u"-q"_s, u"p.zip"_s}, {}, desk.path()).exitCode == 0);
        const QString base = u"songhe-C1-2021Q3-0001"_s;
        REQUIRE(QFile::link(u"/etc/hostname"_s, desk.filePath(base + u"/data/link"_s)));
        REQUIRE(runTool(u"zip"_s, {u"-q"_s, u"-r"_s, u"-y"_s, u"linked.zip"_s, base}, {}, desk.path()).exitCode == 0);
        sealAnew(get(desk.filePath(u"linked.zip"_s)));
        CHECK_FALSE(fixture.problemCodes(written->path).isEmpty());
    }
    SECTION("the zip is cut inside, under a whole seal")
    {
        for (qsizetype cut = 0; cut < zip.size() * 3 / 4; cut += zip.size() / 40) {
            sealAnew(zip.first(cut));
            INFO("cut at " << cut);
            REQUIRE_FALSE(fixture.problemCodes(written->path).isEmpty());
        }
    }
    SECTION("a flip within is refused or changes no record")
    {
        for (qsizetype at = 0; at < zip.size(); at += at < 120 ? 1 : zip.size() / 150) {
            QByteArray changed = zip;
            changed[at] = char(changed[at] ^ 0x10);
            sealAnew(changed);
            INFO("byte " << at);
            const auto verdict = fixture.verify(written->path);
            REQUIRE(verdict);
            if (verdict->ok())
                REQUIRE(verdict->records == written->package.counts);
        }
    }
}

TEST_CASE("a name that a spreadsheet would take for a formula stays text", "[exchange][package][faults]")
{
    PackageFixture fixture;
    const QStringList names {u"=HYPERLINK(1)"_s, u"+1+2"_s, u"-2+3"_s, u"@SUM(A1)"_s};
    for (qsizetype i = 0; i < names.size(); ++i)
        fixture.elder(1010 + i, names.at(i));
    const auto written = fixture.write();
    REQUIRE(written);
    CHECK(fixture.problemCodes(written->path) == QStringList());
    QTemporaryDir desk;
    put(desk.filePath(u"p.zip"_s), plainZip(fixture, written->path));
    REQUIRE(runTool(u"unzip"_s, {u"-q"_s, u"-j"_s, u"p.zip"_s, u"*/data/*"_s}, {}, desk.path()).exitCode == 0);
    REQUIRE(runTool(u"unzip"_s, {u"-q"_s, u"tables.xlsx"_s, u"-d"_s, u"x"_s}, {}, desk.path()).exitCode == 0);
    const QByteArray texts = get(desk.filePath(u"x/xl/sharedStrings.xml"_s));
    const QByteArray elders = get(desk.filePath(u"x/xl/worksheets/sheet2.xml"_s));
    for (const QString& name : names) {
        CHECK(get(desk.filePath(u"elder.csv"_s)).contains(name.toUtf8())); // data are data: nothing is put before them
        CHECK((texts + elders).contains("<t>" + name.toUtf8() + "</t>"));
    }
    CHECK_FALSE(elders.contains("<f>"));
    CHECK(elders.count("<v>") == elders.count(" t=\"s\"><v>"));
}

TEST_CASE("what a killed write left on the stick goes with the next one", "[exchange][package][faults]")
{
    QTemporaryDir folder;
    const QString left = folder.filePath(u".p.age.ab12cd.part"_s);
    const QString foreign = folder.filePath(u".p.age.notes.part"_s);
    const QString other = folder.filePath(u".q.age.ab12cd.part"_s);
    for (const QString& path : {left, foreign, other})
        put(path, "torn");
    SafeFile writing(folder.filePath(u"p.age"_s));
    REQUIRE(writing.open());
    CHECK_FALSE(QFile::exists(left));
    CHECK(QFile::exists(foreign));
    CHECK(QFile::exists(other));
    // One that is still being written is left alone.
    SafeFile second(folder.filePath(u"p.age"_s));
    REQUIRE(second.open());
    CHECK(QFile::exists(writing.temporaryPath()));
    REQUIRE(writing.commit());
    CHECK(get(folder.filePath(u"p.age"_s)).isEmpty());
}
