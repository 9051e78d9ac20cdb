// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/bag_fixture.h"
#include "tests/support/stock_tool.h"

#include "core/exchange/bag_writer.h"

#include <QtCore/QBuffer>
#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>

using namespace songhe;
using namespace Qt::StringLiterals;

using namespace songhe::bagtest;

TEST_CASE("a sound bag holds as folder and as zip, with old and new checksums", "[exchange][bag]")
{
    Bag bag = soundBag();
    CHECK(codesOf(bag) == QStringList());
    bag[u"manifest-md5.txt"_s] = hexOf(BagAlgorithm::Md5, "first") + " *data/a.txt\r\n"
        + hexOf(BagAlgorithm::Md5, "second") + "\tdata/中心/b.txt\r\n";
    bag[u"manifest-sha1.txt"_s] = hexOf(BagAlgorithm::Sha1, "first").toUpper() + " data/a.txt\n"
        + hexOf(BagAlgorithm::Sha1, "second") + " ./data/中心/b.txt";
    bag[u"tagmanifest-sha512.txt"_s] = hexOf(BagAlgorithm::Sha512, bag[u"bagit.txt"_s]) + "  bagit.txt\n";
    CHECK(codesOf(bag) == QStringList());
}

TEST_CASE("every flaw of a bag has its name", "[exchange][bag]")
{
    Bag bag = soundBag();
    SECTION("a file was changed")
    {
        bag[u"data/a.txt"_s] = "First";
        CHECK(codesOf(bag) == QStringList {u"digest_differs"_s});
    }
    SECTION("a file was slipped in")
    {
        bag[u"data/c.txt"_s] = "";
        CHECK(codesOf(bag) == QStringList {u"extra_file"_s, u"oxum_differs"_s});
    }
    SECTION("a file is missing")
    {
        bag.files.erase(bag.files.begin());
        CHECK(codesOf(bag) == QStringList {u"missing_file"_s, u"oxum_differs"_s});
    }
    SECTION("a tag file was changed")
    {
        bag[u"tagmanifest-sha256.txt"_s] = hexOf(BagAlgorithm::Sha256, "other") + "  bag-info.txt\n";
        CHECK(codesOf(bag) == QStringList {u"digest_differs"_s});
    }
    SECTION("one of two manifests is short")
    {
        bag[u"manifest-sha512.txt"_s] = hexOf(BagAlgorithm::Sha512, "first") + "  data/a.txt\n";
        CHECK(codesOf(bag) == QStringList {u"extra_file"_s});
        bag[u"bagit.txt"_s] = "BagIt-Version: 0.97\nTag-File-Character-Encoding: UTF-8\n";
        CHECK(codesOf(bag) == QStringList());
    }
    SECTION("a manifest lists a file twice")
    {
        bag[u"manifest-sha256.txt"_s] += hexOf(BagAlgorithm::Sha256, "first") + "  data/a.txt\n";
        CHECK(codesOf(bag) == QStringList {u"listed_twice"_s});
    }
    SECTION("a manifest leads out of the bag")
    {
        for (const QByteArray path : {"data/../../x", "/data/x", "C:/x", "data\\x", "~/x", "data//x"}) {
            Bag tricked = soundBag();
            tricked[u"manifest-sha256.txt"_s] += hexOf(BagAlgorithm::Sha256, "x") + "  " + path + "\n";
            CHECK(codesOf(tricked) == QStringList {u"bad_path"_s});
        }
    }
    SECTION("a payload is still on the network")
    {
        bag[u"fetch.txt"_s] = "http://127.0.0.1/x 5 data/x.txt\n";
        bag[u"manifest-sha256.txt"_s] += hexOf(BagAlgorithm::Sha256, "x") + "  data/x.txt\n";
        CHECK(codesOf(bag) == QStringList {u"not_fetched"_s, u"missing_file"_s});
    }
    SECTION("a fetch list leads out of the bag")
    {
        bag[u"fetch.txt"_s] = "http://127.0.0.1/x - ../../x.txt\n";
        CHECK(codesOf(bag) == QStringList {u"bad_path"_s});
    }
    SECTION("no manifest")
    {
        bag[u"manifest-sha256.txt"_s].clear();
        bag.files.pop_back();
        CHECK(codesOf(bag) == QStringList {u"missing_manifest"_s});
    }
    SECTION("a declaration that is none")
    {
        bag[u"bagit.txt"_s] = "\xef\xbb\xbf"
                              "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n";
        CHECK(codesOf(bag) == QStringList {u"bad_declaration"_s});
        bag[u"bagit.txt"_s] = "BagIt-Version: 2.0\nTag-File-Character-Encoding: UTF-8\n";
        CHECK(codesOf(bag) == QStringList {u"unsupported_version"_s});
    }
    SECTION("an unknown checksum")
    {
        bag[u"manifest-crc32.txt"_s] = "00000000  data/a.txt\n";
        CHECK(codesOf(bag) == QStringList {u"unknown_algorithm"_s});
    }
    SECTION("a manifest line that is none")
    {
        bag[u"manifest-sha256.txt"_s] += "no checksum\n";
        CHECK(codesOf(bag) == QStringList {u"bad_manifest_line"_s});
    }
    SECTION("no bag at all")
    {
        Bag other;
        other[u"data/a.txt"_s] = "first";
        CHECK(codesOf(other) == QStringList {u"not_a_bag"_s});
    }
}

TEST_CASE("names with percent signs and line breaks are read as they are written", "[exchange][bag]")
{
    CHECK(bagPathText(u"data/100%\nsure\r"_s) == "data/100%25%0Asure%0D");
    Bag bag = soundBag();
    bag[u"data/100%\n.txt"_s] = "x";
    bag[u"bag-info.txt"_s] = "Payload-Oxum: 12.3\n";
    bag[u"manifest-sha256.txt"_s] += hexOf(BagAlgorithm::Sha256, "x") + "  data/100%25%0a.txt\n";
    CHECK(codesOf(bag) == QStringList());
}

TEST_CASE("a zip with path tricks is refused without unpacking anything", "[exchange][bag]")
{
    QTemporaryDir folder;
    const auto codes = [&](const QString& name) {
        Bag bag = soundBag();
        bag.files.emplace_back(name, "x");
        return codesOf(bag.pack(folder));
    };
    CHECK(codes(u"data/../../x"_s).contains(u"bad_path"_s));
    CHECK(codes(u"!/etc/x"_s).contains(u"bad_path"_s));
    CHECK(codes(u"!other/x"_s).contains(u"bad_path"_s));
    CHECK(codes(u"data\\x"_s).contains(u"bad_path"_s));
    CHECK(codes(u"data/a.txt"_s).contains(u"duplicate_name"_s));
    CHECK(codes(u"data/A.txt"_s).contains(u"case_clash"_s));
    CHECK(QDir(folder.path()).entryList(QDir::Files) == QStringList {u"bag.zip"_s});
}

TEST_CASE("links in a bag are named and never followed", "[exchange][bag]")
{
    QTemporaryDir folder;
    Bag bag = soundBag();
    const QString root = bag.layOut(folder);
    REQUIRE(QFile::link(u"/etc/hostname"_s, root + u"/data/link"_s));
    CHECK(codesOf(root) == QStringList {u"link"_s});
    REQUIRE(runTool(u"zip"_s, {u"-q"_s, u"-r"_s, u"-y"_s, u"linked.zip"_s, u"bag"_s}, {}, folder.path()).exitCode == 0);
    CHECK(codesOf(folder.filePath(u"linked.zip"_s)) == QStringList {u"link"_s});
}

TEST_CASE("a zip bomb and a torn zip are errors, not crashes", "[exchange][bag]")
{
    QTemporaryDir folder;
    Bag bag = soundBag();
    bag[u"data/zeros"_s] = QByteArray(200 * 1024 * 1024, '\0');
    CHECK(codesOf(bag.pack(folder)).first().contains(u"zip bomb"_s));
    const QString path = soundBag().pack(folder);
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadWrite));
    const QByteArray whole = file.readAll();
    for (qsizetype cut = 0; cut < whole.size(); cut += 7) {
        REQUIRE(file.resize(0));
        file.seek(0);
        file.write(whole.first(cut));
        file.flush();
        INFO("cut at " << cut);
        REQUIRE_FALSE(codesOf(path).isEmpty());
    }
}

TEST_CASE("a written bag is sound to us and to sha256sum", "[exchange][bag]")
{
    QTemporaryDir folder;
    QFile file(folder.filePath(u"written.zip"_s));
    REQUIRE(file.open(QIODevice::WriteOnly));
    auto zip = ZipWriter::open(file, 6, QDateTime(QDate(2026, 5, 7), QTime(0, 0), Qt::UTC));
    REQUIRE(zip);
    BagWriter bag(**zip, u"songhe-C1-2026Q2-0001"_s);
    REQUIRE(bag.add(u"data/a.csv"_s, QByteArray(100000, 'a')));
    REQUIRE(bag.begin(u"data/streamed.csv"_s));
    for (int i = 0; i < 100; ++i)
        REQUIRE(bag.write("row\r\n"));
    REQUIRE(bag.end());
    REQUIRE(bag.add(u"data/packed.xlsx"_s, QByteArray(5000, 'x'), true));
    REQUIRE(bag.finish({{u"Source-Organization"_s, u"东河\n中心"_s}}, {}));
    REQUIRE((*zip)->close());
    file.close();
    Progress progress;
    const auto report = verifyBagAt(file.fileName(), progress);
    REQUIRE(report);
    CHECK(report->problems.empty());
    CHECK(report->infoValue(u"source-organization"_s) == u"东河 中心"_s);
    CHECK(report->infoValue(u"Payload-Oxum"_s) == u"105500.3"_s);

    REQUIRE(runTool(u"unzip"_s, {u"-q"_s, file.fileName()}, {}, folder.path()).exitCode == 0);
    const QString root = folder.filePath(u"songhe-C1-2026Q2-0001"_s);
    for (const QString& manifest : {u"manifest-sha256.txt"_s, u"tagmanifest-sha256.txt"_s})
        CHECK(runTool(u"sha256sum"_s, {u"-c"_s, u"--strict"_s, manifest}, {}, root).exitCode == 0);
    CHECK(codesOf(root) == QStringList());
}
