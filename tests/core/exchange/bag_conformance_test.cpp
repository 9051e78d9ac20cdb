// SPDX-License-Identifier: GPL-3.0-or-later
// The cases of the Library of Congress's conformance suite for BagIt, by its names: bags that must hold, bags that must
// be refused, and bags that hold but deserve a word. Made anew here, for 0.97 and 1.0 where a rule is in both.
#include "tests/support/bag_fixture.h"

#include <QtCore/QStringEncoder>

using namespace songhe;
using namespace songhe::bagtest;
using namespace Qt::StringLiterals;

namespace bag_conformance_test {

QByteArray declaration(const QByteArray& version, const QByteArray& encoding = "UTF-8")
{
    return "BagIt-Version: " + version + "\nTag-File-Character-Encoding: " + encoding + '\n';
}

QString manifestName(BagAlgorithm algorithm, bool tags = false)
{
    return (tags ? u"tagmanifest-"_s : u"manifest-"_s) + bagAlgorithmName(algorithm) + u".txt"_s;
}

/// Lists what the bag holds: the payload's manifest, then the tag files'.
void seal(Bag& bag, BagAlgorithm algorithm)
{
    QByteArray payload, tags;
    for (const auto& [name, bytes] : bag.files)
        if (name.startsWith(u"data/"))
            payload += hexOf(algorithm, bytes) + "  " + bagPathText(name) + '\n';
    bag[manifestName(algorithm)] = payload;
    for (const auto& [name, bytes] : bag.files)
        if (!name.startsWith(u"data/") && !name.startsWith(u"tagmanifest"))
            tags += hexOf(algorithm, bytes) + "  " + bagPathText(name) + '\n';
    bag[manifestName(algorithm, true)] = tags;
}

/// The suite's basic bag.
Bag basic(const QByteArray& version, BagAlgorithm algorithm = BagAlgorithm::Sha512)
{
    Bag bag;
    bag[u"data/bare-filename"_s] = "bare\n";
    bag[u"data/text-file.txt"_s] = "text\n";
    bag[u"bagit.txt"_s] = declaration(version);
    bag[u"bag-info.txt"_s] = "Bagging-Date: 2016-02-26\nPayload-Oxum: 10.2\n";
    seal(bag, algorithm);
    return bag;
}

QByteArray line(QByteArrayView bytes, const QByteArray& path, BagAlgorithm algorithm = BagAlgorithm::Sha512)
{
    return hexOf(algorithm, bytes) + "  " + path + '\n';
}

constexpr BagAlgorithm suiteAlgorithm = BagAlgorithm::Sha512;

/// A manifest is changed and the tag manifest says so: nothing but the rule at hand is broken.
void setManifest(Bag& bag, const QByteArray& text)
{
    const QString tags = manifestName(suiteAlgorithm, true);
    bag[tags].replace(hexOf(suiteAlgorithm, bag[manifestName(suiteAlgorithm)]), hexOf(suiteAlgorithm, text));
    bag[manifestName(suiteAlgorithm)] = text;
}

void without(Bag& bag, const QString& path)
{
    std::erase_if(bag.files, [&](const auto& file) { return file.first == path; });
}

/// The codes of the warnings of a bag that holds; as a folder, since that is what the suite is made of.
QStringList warningsOf(const Bag& bag)
{
    QTemporaryDir folder;
    Progress progress;
    const auto report = verifyBagAt(bag.layOut(folder), progress);
    REQUIRE(report);
    CHECK(report->problems.empty());
    QStringList codes;
    for (const BagProblem& warning : report->warnings)
        codes << warning.code;
    codes.removeDuplicates();
    return codes;
}

const QByteArrayList versions {"0.97", "1.0"};

} // namespace bag_conformance_test

using namespace bag_conformance_test;

TEST_CASE("valid: basic bags in every kind of checksum", "[exchange][bag][conformance]")
{
    for (const QByteArray& version : versions)
        for (const auto algorithm : {BagAlgorithm::Md5, BagAlgorithm::Sha1, BagAlgorithm::Sha224, BagAlgorithm::Sha256,
                                     BagAlgorithm::Sha384, BagAlgorithm::Sha512}) {
            INFO(version.toStdString() << ' ' << bagAlgorithmName(algorithm).toStdString());
            Bag bag = basic(version, algorithm);
            CHECK(codesOf(bag) == QStringList());
            bag[u"data/text-file.txt"_s] = "Text\n";
            CHECK(codesOf(bag) == QStringList {u"digest_differs"_s});
        }
}

TEST_CASE("valid: a bag with several manifests and tag manifests at once", "[exchange][bag][conformance]")
{
    for (const QByteArray& version : versions) {
        Bag bag = basic(version, BagAlgorithm::Sha256);
        for (const auto algorithm : {BagAlgorithm::Md5, BagAlgorithm::Sha512})
            seal(bag, algorithm);
        CHECK(codesOf(bag) == QStringList());
        // The damage shows in each of them.
        bag[u"data/text-file.txt"_s] = "Text\n";
        CHECK(codesOf(bag) == QStringList {u"digest_differs"_s, u"digest_differs"_s, u"digest_differs"_s});
    }
}

TEST_CASE("valid: a minimal bag, its payload an empty folder", "[exchange][bag][conformance]")
{
    Bag bag;
    bag[u"bagit.txt"_s] = declaration("0.97");
    bag[u"manifest-md5.txt"_s] = "";
    QTemporaryDir folder;
    const QString root = bag.layOut(folder);
    CHECK(codesOf(root) == QStringList {u"missing_payload"_s});
    REQUIRE(QDir(root).mkdir(u"data"_s));
    CHECK(codesOf(root) == QStringList());
}

TEST_CASE("valid: a bag in a bag", "[exchange][bag][conformance]")
{
    for (const QByteArray& version : versions) {
        Bag bag = basic(version);
        for (const auto& [name, bytes] : basic("0.97", BagAlgorithm::Md5).files)
            bag[u"data/bag/"_s + name] = bytes;
        bag[u"bag-info.txt"_s] = "Bagging-Date: 2016-02-26\n";
        seal(bag, suiteAlgorithm);
        CHECK(codesOf(bag) == QStringList());
    }
}

TEST_CASE("valid: hidden files, names with blanks, and of other scripts", "[exchange][bag][conformance]")
{
    for (const QByteArray& version : versions) {
        Bag bag;
        bag[u"bagit.txt"_s] = declaration(version);
        for (const QString& name : {u"data/.hidden"_s, u"data/.folder/.x"_s, u"data/a name with  blanks .txt"_s,
                                    u"data/*star"_s, u"data/-dash"_s, u"data/松鹤/何秀兰.csv"_s, u"data/N\u0303.txt"_s,
                                    u"data/\u00e9.txt"_s, u"data/~tilde"_s})
            bag[name] = name.toUtf8();
        seal(bag, suiteAlgorithm);
        CHECK(codesOf(bag) == QStringList());
    }
}

TEST_CASE("valid: escapable characters are written with percent signs, the sign itself from 1.0 on",
          "[exchange][bag][conformance]")
{
    for (const QByteArray& version : versions) {
        Bag bag = basic(version);
        bag[u"bag-info.txt"_s] = "Bagging-Date: 2016-02-26\n";
        const bool old = version == "0.97";
        bag[u"data/carriage\rreturn"_s] = "1";
        bag[u"data/line\nfeed"_s] = "2";
        bag[u"data/100%25"_s] = "3"; // so the file is called where the sign stands for itself
        seal(bag, suiteAlgorithm);
        QByteArray manifest = line("bare\n", "data/bare-filename") + line("text\n", "data/text-file.txt")
            + line("1", "data/carriage%0Dreturn") + line("2", "data/line%0afeed");
        manifest += line("3", old ? "data/100%25" : "data/100%2525");
        setManifest(bag, manifest);
        seal(bag, BagAlgorithm::Md5);
        without(bag, u"manifest-md5.txt"_s);
        without(bag, u"tagmanifest-md5.txt"_s);
        CHECK(codesOf(bag) == QStringList());
    }
}

TEST_CASE("valid: encoded names that need no decoding stay what they are", "[exchange][bag][conformance]")
{
    Bag bag = basic("0.97");
    bag[u"bag-info.txt"_s] = "Bagging-Date: 2016-02-26\n";
    bag[u"data/hello%20world%2F.txt"_s] = "x";
    seal(bag, suiteAlgorithm);
    setManifest(bag,
                line("bare\n", "data/bare-filename") + line("text\n", "data/text-file.txt")
                    + line("x", "data/hello%20world%2F.txt"));
    CHECK(codesOf(bag) == QStringList());
}

TEST_CASE("valid: a holey bag that was filled; an unfilled one is refused, and nothing is fetched",
          "[exchange][bag][conformance]")
{
    for (const QByteArray& version : versions) {
        Bag bag = basic(version);
        // Nobody listens there: whoever fetched would hang or fail with another word.
        bag[u"fetch.txt"_s] = "http://127.0.0.1:9/bare-filename 5 data/bare-filename\n"
                              "http://127.0.0.1:9/text - data/text-file.txt\n";
        seal(bag, suiteAlgorithm);
        CHECK(codesOf(bag) == QStringList());
        without(bag, u"data/text-file.txt"_s);
        CHECK(codesOf(bag) == QStringList {u"not_fetched"_s, u"missing_file"_s, u"oxum_differs"_s});
    }
}

TEST_CASE("valid: uncommon separators, folds and line ends of bag-info", "[exchange][bag][conformance]")
{
    for (const QByteArray& version : versions) {
        Bag bag = basic(version);
        bag[u"bag-info.txt"_s]
            = "Source-Organization:no blank\r\nContact-Name \t:\t tabs\rExternal-Description: folded\n"
              "    over\n\tthree lines\nTwo: colons: here\nEmpty:\nContact-Email: a@example\n"
              "Contact-Email: b@example\npayload-oxum: 10.2";
        seal(bag, suiteAlgorithm);
        CHECK(codesOf(bag) == QStringList());
        QTemporaryDir folder;
        Progress progress;
        const auto report = verifyBagAt(bag.layOut(folder), progress);
        REQUIRE(report);
        CHECK(report->infoValue(u"Source-Organization"_s) == u"no blank"_s);
        CHECK(report->infoValue(u"Contact-Name"_s) == u"tabs"_s);
        CHECK(report->infoValue(u"External-Description"_s) == u"folded over three lines"_s);
        CHECK(report->infoValue(u"Two"_s) == u"colons: here"_s);
        CHECK(report->infoValue(u"Contact-Email"_s) == u"a@example"_s);
        CHECK(report->info.size() == 8);
    }
}

TEST_CASE("valid: tag files in UTF-16 and ISO-8859-1, as bagit.txt says", "[exchange][bag][conformance]")
{
    struct Case {
        QByteArray name;
        QStringConverter::Encoding encoding;
        QStringConverter::Flags flags;
    };
    const QStringConverter::Flags bom = QStringConverter::Flag::WriteBom;
    for (const Case& each :
         {Case {"UTF-16", QStringConverter::Utf16BE, bom}, Case {"UTF-16", QStringConverter::Utf16LE, bom},
          Case {"UTF-16BE", QStringConverter::Utf16BE, QStringConverter::Flag::Default},
          Case {"UTF-16LE", QStringConverter::Utf16LE, QStringConverter::Flag::Default},
          Case {"ISO-8859-1", QStringConverter::Latin1, QStringConverter::Flag::Default}}) {
        Bag bag;
        const auto encoded = [&](const QByteArray& text) {
            QStringEncoder encoder(each.encoding, each.flags);
            return QByteArray(encoder(QString::fromUtf8(text)));
        };
        INFO(each.name.toStdString());
        bag[u"data/\u00e9t\u00e9.txt"_s] = "x";
        bag[u"bagit.txt"_s] = declaration("0.97", each.name);
        bag[u"bag-info.txt"_s] = encoded("Source-Organization: \u00e9t\u00e9\nPayload-Oxum: 1.1\n");
        bag[u"manifest-md5.txt"_s] = encoded(line("x", "data/\u00e9t\u00e9.txt", BagAlgorithm::Md5));
        CHECK(codesOf(bag) == QStringList());
    }
    Bag bag = basic("1.0");
    bag[u"bag-info.txt"_s] = "Source-Organization: \xe9t\xe9\n"; // no UTF-8
    seal(bag, suiteAlgorithm);
    CHECK(codesOf(bag) == QStringList {u"bad_encoding"_s});
    bag[u"bagit.txt"_s] = declaration("1.0", "EBCDIC");
    seal(bag, suiteAlgorithm);
    CHECK(codesOf(bag).contains(u"bad_declaration"_s));
}

TEST_CASE("valid: tag files in folders of their own, listed or not", "[exchange][bag][conformance]")
{
    for (const QByteArray& version : versions) {
        Bag bag = basic(version);
        bag[u"metadata/mods.xml"_s] = "<mods/>";
        seal(bag, suiteAlgorithm);
        bag[u"metadata/note.txt"_s] = "not listed";
        CHECK(codesOf(bag) == QStringList());
        bag[u"metadata/mods.xml"_s] = "<Mods/>";
        CHECK(codesOf(bag) == QStringList {u"digest_differs"_s});
    }
}

TEST_CASE("warning: a bag that holds and yet deserves a word", "[exchange][bag][conformance]")
{
    const QByteArray both = line("bare\n", "data/bare-filename") + line("text\n", "data/text-file.txt");
    Bag bag = basic("0.97");
    CHECK(warningsOf(bag) == QStringList());
    SECTION("relative path, leading dot and slash")
    {
        setManifest(bag, line("bare\n", "./data/bare-filename") + line("text\n", "data/text-file.txt"));
        CHECK(warningsOf(bag) == QStringList {u"leading_dot"_s});
    }
    SECTION("made with md5sum's tools")
    {
        setManifest(bag,
                    line("bare\n", "*data/bare-filename").replace("  *", " *") + line("text\n", "data/text-file.txt"));
        CHECK(warningsOf(bag) == QStringList {u"marked_binary"_s});
    }
    SECTION("the same name listed twice with the same checksum, in 0.97")
    {
        setManifest(bag, both + line("text\n", "data/text-file.txt"));
        CHECK(warningsOf(bag) == QStringList {u"listed_twice"_s});
    }
    SECTION("names that differ in case")
    {
        bag[u"data/TEXT-file.txt"_s] = "TEXT\n";
        bag[u"bag-info.txt"_s] = "Payload-Oxum: 15.3\n";
        seal(bag, suiteAlgorithm);
        CHECK(warningsOf(bag) == QStringList {u"case_clash"_s});
        QTemporaryDir folder; // out of a zip, one would be lost
        CHECK(codesOf(bag.pack(folder)) == QStringList {u"case_clash"_s});
    }
    SECTION("files that a system leaves about")
    {
        bag[u"bag-info.txt"_s] = "Bagging-Date: 2016-02-26\n";
        bag[u"data/.DS_Store"_s] = "x";
        bag[u"data/sub/Thumbs.db"_s] = "x";
        seal(bag, suiteAlgorithm);
        CHECK(warningsOf(bag) == QStringList {u"system_file"_s});
    }
    SECTION("a name composed on disk and decomposed in the manifest")
    {
        bag[u"bag-info.txt"_s] = "Bagging-Date: 2016-02-26\n";
        bag[u"data/\u00e9.txt"_s] = "x";
        seal(bag, suiteAlgorithm);
        setManifest(bag, both + line("x", "data/e\u0301.txt"));
        CHECK(warningsOf(bag) == QStringList {u"normalisation"_s});
        setManifest(bag, both + line("x", "data/e\u0301.txt") + line("x", "data/\u00e9.txt"));
        CHECK(warningsOf(bag) == QStringList {u"normalisation"_s});
        // The two spellings must not contradict each other.
        setManifest(bag, both + line("x", "data/e\u0301.txt") + line("y", "data/\u00e9.txt"));
        CHECK(codesOf(bag).contains(u"listed_twice"_s));
    }
}

TEST_CASE("invalid: a declaration that is missing, marked, short or spaced", "[exchange][bag][conformance]")
{
    for (const QByteArray& version : versions) {
        Bag bag = basic(version);
        without(bag, manifestName(suiteAlgorithm, true));
        for (const QByteArray& text : {QByteArray("\xef\xbb\xbf") + declaration(version),
                                       QByteArray("BagIt-Version: " + version + '\n'), // baginfo-missing-encoding
                                       declaration(version).replace("Version:", "Version :"),
                                       declaration(version).replace("Version: ", "Version:  "),
                                       declaration(version).replace("Version: ", " Version: "),
                                       declaration(version).replace("Encoding: ", "Encoding:\t"),
                                       declaration(version) + "Third: line\n", QByteArray(" ") + declaration(version),
                                       declaration(".97"), declaration("1"), declaration("1.0.0"), QByteArray()}) {
            bag[u"bagit.txt"_s] = text;
            INFO(text.toStdString());
            CHECK(codesOf(bag) == QStringList {u"bad_declaration"_s});
        }
        without(bag, u"bagit.txt"_s);
        CHECK(codesOf(bag) == QStringList {u"not_a_bag"_s});
    }
}

TEST_CASE("invalid: corrupt data, corrupt tags, and what is missing or extra", "[exchange][bag][conformance]")
{
    for (const QByteArray& version : versions) {
        Bag bag = basic(version);
        SECTION("corrupt-data-file " + version.toStdString())
        {
            bag[u"data/bare-filename"_s] = "Bare\n";
            CHECK(codesOf(bag) == QStringList {u"digest_differs"_s});
        }
        SECTION("corrupt-tag-file " + version.toStdString())
        {
            bag[u"bag-info.txt"_s] += "Slipped-In: yes\n";
            CHECK(codesOf(bag) == QStringList {u"digest_differs"_s});
        }
        SECTION("a corrupt manifest " + version.toStdString())
        {
            bag[manifestName(suiteAlgorithm)] += '\n';
            CHECK(codesOf(bag) == QStringList {u"digest_differs"_s});
        }
        SECTION("extra-file-in-bag, missing-from-manifest " + version.toStdString())
        {
            bag[u"data/sub/bar"_s] = "";
            CHECK(codesOf(bag) == QStringList {u"extra_file"_s, u"oxum_differs"_s});
        }
        SECTION("a missing payload file " + version.toStdString())
        {
            without(bag, u"data/bare-filename"_s);
            CHECK(codesOf(bag) == QStringList {u"missing_file"_s, u"oxum_differs"_s});
        }
        SECTION("missing-baginfo: a tag file that the tag manifest lists " + version.toStdString())
        {
            without(bag, u"bag-info.txt"_s);
            CHECK(codesOf(bag) == QStringList {u"missing_file"_s});
        }
        SECTION("no payload manifest " + version.toStdString())
        {
            without(bag, manifestName(suiteAlgorithm));
            CHECK(codesOf(bag) == QStringList {u"missing_manifest"_s, u"missing_file"_s});
        }
        SECTION("an unknown algorithm alone " + version.toStdString())
        {
            Bag strange = basic(version);
            strange[u"manifest-whirlpool.txt"_s] = strange[manifestName(suiteAlgorithm)];
            without(strange, manifestName(suiteAlgorithm));
            without(strange, manifestName(suiteAlgorithm, true));
            CHECK(codesOf(strange) == QStringList {u"unknown_algorithm"_s});
        }
        SECTION("the payload's size and count are not as stated " + version.toStdString())
        {
            for (const char* oxum : {"10.3", "11.2", "10", "10.2.1", "-10.2", "ten.2"}) {
                bag[u"bag-info.txt"_s] = "Payload-Oxum: " + QByteArray(oxum) + '\n';
                seal(bag, suiteAlgorithm);
                CHECK_FALSE(codesOf(bag).isEmpty());
            }
        }
    }
}

TEST_CASE("invalid: the same name listed twice with different checksums", "[exchange][bag][conformance]")
{
    for (const QByteArray& version : versions) {
        Bag bag = basic(version);
        setManifest(bag, bag[manifestName(suiteAlgorithm)] + line("other\n", "data/text-file.txt"));
        CHECK(codesOf(bag) == QStringList {u"listed_twice"_s});
    }
    Bag bag = basic("1.0"); // and from 1.0 on with the same checksum too
    setManifest(bag, bag[manifestName(suiteAlgorithm)] + line("text\n", "data/text-file.txt"));
    CHECK(codesOf(bag) == QStringList {u"listed_twice"_s});
}

TEST_CASE("invalid: in 1.0 every file stands in every manifest", "[exchange][bag][conformance]")
{
    for (const QByteArray& version : versions) {
        Bag bag = basic(version);
        bag[u"manifest-sha256.txt"_s] = line("bare\n", "data/bare-filename", BagAlgorithm::Sha256);
        CHECK(codesOf(bag) == (version == "1.0" ? QStringList {u"extra_file"_s} : QStringList()));
        // Together they must list everything in 0.97 too.
        setManifest(bag, line("bare\n", "data/bare-filename"));
        CHECK(codesOf(bag) == QStringList {u"extra_file"_s});
    }
}

TEST_CASE("invalid: paths out of scope, in manifests, tag manifests and fetch.txt", "[exchange][bag][conformance]")
{
    const QByteArrayList tricks {
        "../../../README.md",
        "data/../../x",
        "data/..",
        "/tmp/foo",
        "//server/share/x",
        "~/foo",
        "~root/foo",
        "C:\\Windows\\setx.exe",
        "C:/Windows/setx.exe",
        "data\\..\\..\\x",
        "%HomeDrive%\\setx.exe",
        "\\\\?\\UNC\\server\\setx.exe",
        "\\\\server\\x",
        "data/./x",
        "data//x",
        "data/x/",
        "data/%0A/../../../x",
        "file:///etc/passwd",
    };
    for (const QByteArray& version : versions)
        for (const QByteArray& trick : tricks) {
            INFO(version.toStdString() << ' ' << trick.toStdString());
            Bag bag = basic(version);
            setManifest(bag, bag[manifestName(suiteAlgorithm)] + line("x", trick));
            CHECK(codesOf(bag) == QStringList {u"bad_path"_s});

            bag = basic(version);
            bag[manifestName(suiteAlgorithm, true)] += line("x", trick);
            CHECK_FALSE(codesOf(bag).isEmpty());

            bag = basic(version);
            bag[u"fetch.txt"_s] = "http://127.0.0.1:9/x 1 " + trick + '\n';
            CHECK_FALSE(codesOf(bag).isEmpty());
        }
    Bag bag = basic("1.0"); // what is no payload has no place in a payload manifest
    setManifest(bag, bag[manifestName(suiteAlgorithm)] + line(bag[u"bagit.txt"_s], "bagit.txt"));
    CHECK(codesOf(bag) == QStringList {u"bad_path"_s});
}

TEST_CASE("invalid: lines of fetch.txt that are none", "[exchange][bag][conformance]")
{
    for (const char* text : {"http://127.0.0.1:9/x data/x\n", "http://127.0.0.1:9/x five data/x\n", "nothing\n"}) {
        Bag bag = basic("1.0");
        bag[u"fetch.txt"_s] = text;
        CHECK(codesOf(bag) == QStringList {u"bad_fetch_line"_s});
    }
}

TEST_CASE("a bag whose tag files together would fill the memory is refused", "[exchange][bag][conformance]")
{
    QTemporaryDir folder;
    Bag bag = basic("1.0");
    for (int i = 0; i < 8; ++i)
        bag[u"manifest-x%1.txt"_s.arg(i)] = QByteArray(1000, 'x');
    FolderBag tree(bag.layOut(folder));
    BagCheck check;
    check.limits.tagFileBytes = 2000;
    check.limits.allTagFiles = 4000;
    Progress progress;
    const auto report = verifyBag(tree, progress, check);
    REQUIRE(report);
    qint64 kept = 0;
    for (const QByteArray& bytes : report->kept)
        kept += bytes.size();
    CHECK(kept <= 4000);
    CHECK(std::any_of(report->problems.begin(), report->problems.end(),
                      [](const BagProblem& problem) { return problem.code == u"too_large"; }));
}
