// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/package_forgery.h"
#include "tests/support/stock_tool.h"

#include "core/exchange/bag_writer.h"
#include "songhe_source_dir.h"

#include <QtCore/QBuffer>
#include <QtCore/QFile>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>

using namespace songhe;
using namespace Qt::StringLiterals;

namespace package_test {

/// A stick that breaks: full after so many bytes, failing to flush, or giving back other bytes.
class BadStick final : public PackagePlace {
public:
    enum class Flaw { Full, Pulled, Worn, Unnamed };
    BadStick(QString folder, Flaw flaw, qint64 room = 1LL << 40)
        : m_good(folder)
        , m_flaw(flaw)
        , m_room(room)
    { }
    Result<QIODevice*> create(const QString& fileName) override
    {
        ASSIGN_OR_RETURN(QIODevice * device, m_good.create(fileName));
        m_device = std::make_unique<Device>(*device, m_room);
        return static_cast<QIODevice*>(m_device.get());
    }
    Result<void> sync() override
    {
        return m_flaw == Flaw::Pulled ? Result<void>(fail(Error::Kind::Io, u"pulled"_s)) : m_good.sync();
    }
    Result<std::unique_ptr<QIODevice>> readBack() override
    {
        ASSIGN_OR_RETURN(auto device, m_good.readBack());
        if (m_flaw == Flaw::Worn)
            device->seek(1);
        return device;
    }
    Result<QString> commit() override
    {
        return m_flaw == Flaw::Unnamed ? Result<QString>(fail(Error::Kind::Io, u"renamed"_s)) : m_good.commit();
    }
    void withdraw() override { m_good.withdraw(); }

private:
    class Device final : public StreamDevice {
    public:
        Device(QIODevice& target, qint64 room)
            : m_target(target)
            , m_room(room)
        {
            open(QIODevice::WriteOnly | QIODevice::Unbuffered);
        }

    protected:
        qint64 readData(char*, qint64) override { return -1; }
        qint64 writeData(const char* data, qint64 count) override
        {
            if (count > m_room)
                return failed({Error::Kind::DiskFull, u"full"_s, {}});
            m_room -= count;
            return m_target.write(data, count);
        }

    private:
        QIODevice& m_target;
        qint64 m_room;
    };

    FolderPlace m_good;
    Flaw m_flaw;
    qint64 m_room;
    std::unique_ptr<Device> m_device;
};

QJsonValue withoutTitles(const QJsonValue& value)
{
    if (value.isArray()) {
        QJsonArray array;
        for (const QJsonValue& item : value.toArray())
            array.append(withoutTitles(item));
        return array;
    }
    if (!value.isObject())
        return value;
    QJsonObject object;
    const QJsonObject whole = value.toObject();
    for (auto it = whole.begin(); it != whole.end(); ++it) {
        if (it.key() == u"titles") {
            REQUIRE_FALSE(it.value().toObject().value(u"zh"_s).toString().isEmpty());
            REQUIRE_FALSE(it.value().toObject().value(u"en"_s).toString().isEmpty());
        } else if (it.key() != u"title") {
            object.insert(it.key(), withoutTitles(it.value()));
        }
    }
    return object;
}

} // namespace package_test

using namespace package_test;
using namespace songhe::forgery;

TEST_CASE("a package opens with stock age, unzip, sha256sum and minisign", "[exchange][package]")
{
    PackageFixture fixture;
    const auto written = fixture.write();
    INFO((written ? QString() : written.error().message + written.error().detail).toStdString());
    REQUIRE(written);
    REQUIRE(written->path == fixture.folder.filePath(u"songhe-C1-2021Q3-0001.zip.age"_s));
    CHECK(fixture.filesInFolder() == QStringList {u"songhe-C1-2021Q3-0001.zip.age"_s});
    CHECK(written->package.sha256.toLatin1() == hexOf(get(written->path)));

    for (const SecureBytes& key : {fixture.district.text().clone(), fixture.ownIdentity.clone()}) {
        QTemporaryDir desk;
        put(desk.filePath(u"key"_s), key.view());
        REQUIRE(runTool(u"age"_s,
                        {u"-d"_s, u"-i"_s, desk.filePath(u"key"_s), u"-o"_s, desk.filePath(u"p.zip"_s), written->path})
                    .exitCode
                == 0);
        REQUIRE(runTool(u"unzip"_s, {u"-q"_s, desk.filePath(u"p.zip"_s)}, {}, desk.path()).exitCode == 0);
        const QString bag = desk.filePath(u"songhe-C1-2021Q3-0001"_s);
        for (const QString& manifest : {u"manifest-sha256.txt"_s, u"tagmanifest-sha256.txt"_s})
            REQUIRE(runTool(u"sha256sum"_s, {u"-c"_s, u"--strict"_s, manifest}, {}, bag).exitCode == 0);
        const auto signature = runTool(
            u"minisign"_s,
            {u"-V"_s, u"-m"_s, bag + u"/tagmanifest-sha256.txt"_s, u"-P"_s, fixture.identity.centre.minisignPublicKey});
        REQUIRE(signature.exitCode == 0);
        CHECK(signature.out.contains("place:东河日间照料中心\tquarter:2021Q3\tsequence:1"));
        for (const char* name : {"data/datapackage.json", "data/site.csv", "data/elder.csv", "data/fact.csv",
                                 "data/meal.csv", "data/audit.csv", "data/tables.xlsx", "data/summary.pdf",
                                 "data/README.txt", "data/policies/baotou-2020-meals-1.json"})
            CHECK(QFile::exists(bag + u'/' + QString::fromLatin1(name)));
        const QByteArray elders = get(bag + u"/data/elder.csv"_s);
        CHECK(elders.contains("\"欧阳·\"\"小\"\", 芳\""));
        CHECK(elders.contains("\"[\"\"13800000000\"\",\"\"0472-5550000\"\"]\""));
        CHECK(get(bag + u"/data/fact.csv"_s).contains("证号 5"));
        CHECK(get(bag + u"/data/meal.csv"_s).count("\r\n") == 21);
    }
}

TEST_CASE("what was written verifies, and says what it holds", "[exchange][package]")
{
    PackageFixture fixture;
    const auto written = fixture.write();
    REQUIRE(written);
    const auto verdict = fixture.verify(written->path);
    REQUIRE(verdict);
    CHECK(fixture.problemCodes(written->path) == QStringList());
    CHECK(verdict->sequence == 1);
    CHECK(verdict->quarter == u"2021Q3"_s);
    CHECK(verdict->records == written->package.counts);
    CHECK(verdict->records.value(u"meal"_s).toInt() == 20);
    CHECK(verdict->records.value(u"elder"_s).toInt() == 2);
    const QJsonObject json = verdict->toJson();
    CHECK(json.value(u"ok"_s).toBool());

    Progress progress;
    const auto closed = verifyPackage(written->path, {}, progress);
    REQUIRE(closed);
    REQUIRE(closed->problems.size() == 1);
    CHECK(closed->problems.front().code == u"cannot_open"_s);
    PackageTrust other {fixture.districtKeys(), MinisignSecretKey::generate().publicKey()};
    const auto stranger = verifyPackage(written->path, other, progress);
    REQUIRE(stranger);
    REQUIRE(stranger->problems.size() == 1);
    CHECK(stranger->problems.front().code == u"bad_signature"_s);
}

TEST_CASE("the description of the tables is as reviewed", "[exchange][package][golden]")
{
    const DataPackageHead head {.name = u"songhe-C1-2021Q3-0001"_s,
                                .centre = {.uuid = u"00000000-0000-4000-8000-000000000001"_s,
                                           .lineage = u"00000000-0000-4000-8000-000000000002"_s,
                                           .code = u"C1"_s,
                                           .name = u"东河日间照料中心"_s,
                                           .division = u"150204"_s,
                                           .ageRecipient = {},
                                           .minisignPublicKey = {}},
                                .quarter = {2021, 3},
                                .sequence = 1,
                                .created = QDateTime(QDate(2021, 10, 8), QTime(1, 0), Qt::UTC)};
    // Translations are reviewed where they stand; here every title must be there in both languages.
    const QJsonDocument described = QJsonDocument::fromJson(dataPackageJson(head, {{u"meal"_s, 20}, {u"elder"_s, 2}}));
    const QByteArray json = QJsonDocument(withoutTitles(described.object()).toObject()).toJson();
    const QString path = QStringLiteral(SONGHE_SOURCE_DIR "/tests/golden/datapackage.json");
    if (qEnvironmentVariableIsSet("SONGHE_APPROVE"))
        put(path, json);
    REQUIRE(get(path) == json);
}

TEST_CASE("a package is sealed to somebody or not written at all", "[exchange][package]")
{
    PackageFixture fixture;
    PackageRequest request = fixture.request();
    request.recipients.clear();
    const auto refused = fixture.write(request);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().kind == Error::Kind::Refused);
    CHECK(refused.error().message.contains(u"--recipient"_s));
    CHECK(fixture.filesInFolder().isEmpty());

    request = fixture.request();
    request.recipients.clear();
    request.passphrase = SecureBytes("four plain words");
    const auto written = fixture.write(request);
    REQUIRE(written);
    AgeKeys keys;
    keys.passphrase = SecureBytes("four plain words");
    PackageTrust trust {std::move(keys), {}};
    Progress progress;
    const auto verdict = verifyPackage(written->path, trust, progress);
    REQUIRE(verdict);
    CHECK(verdict->ok());
    PackageRepository packages(*fixture.store);
    CHECK(packages.newest()->value().passphrase == u"four plain words"_s);
}

TEST_CASE("the same quarter again is a new sequence that says what it supersedes", "[exchange][package]")
{
    PackageFixture fixture;
    const auto first = fixture.write();
    REQUIRE(first);
    const auto second = fixture.write();
    REQUIRE(second);
    CHECK(second->package.sequence == 2);
    CHECK(second->package.supersedes == 1);
    CHECK(second->package.previousSha256 == first->package.sha256);
    PackageRequest other = fixture.request();
    other.quarter = {2021, 4};
    const auto third = fixture.write(other);
    REQUIRE(third);
    CHECK(third->package.sequence == 3);
    CHECK_FALSE(third->package.supersedes);
    for (const auto* written : {&first, &second, &third})
        CHECK(fixture.problemCodes((*written)->path) == QStringList());
}

TEST_CASE("after a restore of older data the numbers go on after the highest known", "[exchange][package]")
{
    PackageFixture fixture;
    // What a restore leaves: the replaced data had written up to number 7.
    REQUIRE(fixture.store->store.execute(u"INSERT INTO setting (key, value) VALUES ('package.sequence_floor', '7')"_s));
    const auto next = fixture.write();
    REQUIRE(next);
    CHECK(next->package.sequence == 8);
    CHECK(fixture.write()->package.sequence == 9);
}

TEST_CASE("after a receipt only the quarter, what changed, and what these refer to travel", "[exchange][package]")
{
    PackageFixture fixture;
    auto first = fixture.write();
    REQUIRE(first);
    first->package.acknowledgedAt = fixture.store->clock.now();
    REQUIRE(PackageRepository(*fixture.store).change(first->package));
    fixture.elder(1003, u"赵六"_s);
    fixture.meal(50, 1001, QDate(2021, 10, 5));
    RecordTable<Meal> meals(*fixture.store);
    REQUIRE(meals.voidRecord({3}, u"slip of the hand"_s));

    PackageRequest request = fixture.request();
    request.quarter = {2021, 4};
    const auto next = fixture.write(request);
    REQUIRE(next);
    CHECK(fixture.problemCodes(next->path) == QStringList());
    // the new meal and the voided one; their elders and the new one; the facts of these
    CHECK(next->package.counts.value(u"meal"_s).toInt() == 2);
    CHECK(next->package.counts.value(u"elder"_s).toInt() == 3);
    CHECK(next->package.counts.value(u"fact"_s).toInt() == 2);
}

TEST_CASE("a stick that fails at any byte keeps nothing and the books stay as they were", "[exchange][package][faults]")
{
    PackageFixture fixture;
    const auto size = [&] {
        const auto written = fixture.write();
        REQUIRE(written);
        QFile::remove(written->path);
        return written->package.size;
    }();
    const AuditHead before = *fixture.store.audit().head();
    Progress progress;
    const auto attempt = [&](BadStick::Flaw flaw, qint64 room = 1LL << 40) {
        BadStick stick(fixture.folder.path(), flaw, room);
        const auto written = PackageWriter(*fixture.store, fixture.identity).write(fixture.request(), stick, progress);
        REQUIRE_FALSE(written);
        REQUIRE(fixture.filesInFolder().isEmpty());
        REQUIRE(fixture.store.audit().head()->number == before.number);
        return written.error();
    };
    for (qint64 room = 0; room < size; room += size / 12)
        CHECK(attempt(BadStick::Flaw::Full, room).kind == Error::Kind::DiskFull);
    attempt(BadStick::Flaw::Pulled);
    attempt(BadStick::Flaw::Unnamed);
    CHECK(attempt(BadStick::Flaw::Worn).kind == Error::Kind::Damaged);
    progress.stop();
    CHECK(attempt(BadStick::Flaw::Pulled).kind == Error::Kind::Cancelled);
}

TEST_CASE("a forged package is refused by the name of its flaw", "[exchange][package]")
{
    PackageFixture fixture;
    const auto written = fixture.write();
    REQUIRE(written);
    const QString path = written->path;
    const auto own = MinisignSecretKey::fromFile(fixture.identity.minisignSecret.view());
    REQUIRE(own);
    SECTION("a row was changed")
    {
        forge(fixture, path, {.keepManifests = true, .change = [](auto& files) {
                                  files[u"data/meal.csv"_s].replace("1200", "1300");
                              }});
        CHECK(fixture.problemCodes(path).contains(u"digest_differs"_s));
    }
    SECTION("a row and the manifests were changed")
    {
        forge(fixture, path, {.change = [](auto& files) { files[u"data/meal.csv"_s].replace("1200", "1300"); }});
        CHECK(fixture.problemCodes(path) == QStringList {u"bad_signature"_s});
    }
    SECTION("signed by a stranger")
    {
        const auto stranger = MinisignSecretKey::generate();
        forge(fixture, path, {.key = &stranger, .change = [](auto&) {}});
        CHECK(fixture.problemCodes(path) == QStringList {u"bad_signature"_s});
    }
    SECTION("not signed")
    {
        forge(fixture, path, {.change = [](auto& files) { files.remove(u"tagmanifest-sha256.txt.minisig"_s); }});
        CHECK(fixture.problemCodes(path) == QStringList {u"not_signed"_s});
    }
    SECTION("an elder is missing")
    {
        forge(fixture, path, {.key = &*own, .change = [](auto& files) {
                                  QByteArray& csv = files[u"data/elder.csv"_s];
                                  csv.truncate(csv.indexOf("1002,"));
                              }});
        CHECK(fixture.problemCodes(path)
              == QStringList {u"oxum_differs"_s, u"lost_reference"_s, u"lost_reference"_s, u"rows_differ"_s});
    }
    SECTION("history was rewritten")
    {
        forge(fixture, path, {.key = &*own, .change = [](auto& files) {
                                  QByteArray& csv = files[u"data/audit.csv"_s];
                                  const qsizetype at = csv.indexOf("\r\n3,") + 5;
                                  csv[at] = csv[at] == '0' ? '1' : '0';
                              }});
        CHECK(fixture.problemCodes(path) == QStringList {u"chain_broken"_s});
    }
    SECTION("values that do not fit")
    {
        forge(fixture, path,
              {.key = &*own, .change = [](auto& files) {
                   files[u"data/meal.csv"_s].replace("2021-09-05,", "2021-09-35,").replace("lunch", "brunch");
               }});
        const QStringList codes = fixture.problemCodes(path);
        CHECK(codes.count(u"bad_value"_s) == 20); // the first twenty of a table are listed
    }
    SECTION("no table at all")
    {
        forge(fixture, path, {.key = &*own, .change = [](auto& files) { files[u"data/site.csv"_s] = "\"torn"; }});
        CHECK(fixture.problemCodes(path).contains(u"bad_csv"_s));
    }
    SECTION("a table is missing")
    {
        forge(fixture, path, {.key = &*own, .change = [](auto& files) { files.remove(u"data/site.csv"_s); }});
        CHECK(fixture.problemCodes(path).contains(u"missing_file"_s));
    }
    SECTION("renamed")
    {
        const QString other = fixture.folder.filePath(u"songhe-C2-2021Q3-0001.zip.age"_s);
        REQUIRE(QFile::rename(path, other));
        CHECK(fixture.problemCodes(other) == QStringList {u"name_differs"_s});
    }
    SECTION("cut short")
    {
        put(path, get(path).chopped(100));
        CHECK(fixture.problemCodes(path).contains(u"damaged"_s));
    }
}

TEST_CASE("the workbook holds the same cells as the tables, as text", "[exchange][package]")
{
    PackageFixture fixture;
    const auto written = fixture.write();
    REQUIRE(written);
    QTemporaryDir desk;
    put(desk.filePath(u"p.zip"_s), plainZip(fixture, written->path));
    REQUIRE(runTool(u"unzip"_s, {u"-q"_s, desk.filePath(u"p.zip"_s)}, {}, desk.path()).exitCode == 0);
    const QString data = desk.filePath(u"songhe-C1-2021Q3-0001/data"_s);
    REQUIRE(runTool(u"unzip"_s, {u"-q"_s, u"tables.xlsx"_s, u"-d"_s, u"x"_s}, {}, data).exitCode == 0);
    const QByteArray workbook = get(data + u"/x/xl/workbook.xml"_s);
    for (const char* name : {"site", "elder", "fact", "meal", "claim", "claim_line"})
        CHECK(workbook.contains("sheet name=\"" + QByteArray(name) + '"'));
    const QByteArray elders = get(data + u"/x/xl/worksheets/sheet2.xml"_s);
    const QByteArray texts = get(data + u"/x/xl/sharedStrings.xml"_s);
    CHECK(texts.contains("<si><t>150204195003050021</t></si>"));
    CHECK((texts + elders).contains("<t xml:space=\"preserve\">第一行\n=2+3</t>"));
    CHECK(elders.count("<v>") == elders.count(" t=\"s\"><v>")); // numbers of texts, never numbers
    CHECK_FALSE(elders.contains("<f>"));
}
