// SPDX-License-Identifier: GPL-3.0-or-later
// Sizes and counts that lie: each is named or refused, and none of them makes the program take the memory or the time
// it asks for.
#include "core/exchange/package_verify.h"
#include "tests/support/bag_fixture.h"
#include "tests/support/catch.h"
#include "tests/support/package_forgery.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QtEndian>

using namespace songhe;
using namespace Qt::StringLiterals;

namespace lying_sizes {

/// Every place of a little-endian number of four bytes that stands `offset` behind a mark.
QByteArray withNumberAt(QByteArray zip, const char* mark, qsizetype offset, quint32 number)
{
    int changed = 0;
    for (qsizetype at = zip.indexOf(mark); at >= 0; at = zip.indexOf(mark, at + 4)) {
        qToLittleEndian(number, zip.data() + at + offset);
        ++changed;
    }
    REQUIRE(changed > 0);
    return zip;
}

QStringList codes(const PackageVerdict& verdict)
{
    QStringList codes;
    for (const BagProblem& problem : verdict.problems)
        codes << problem.code;
    return codes;
}

/// What a package comes to whose files were altered and signed anew by its own centre.
QStringList codesOfSigned(const std::function<void(QMap<QString, QByteArray>&)>& change)
{
    PackageFixture fixture;
    const QString path = fixture.write()->path;
    const MinisignSecretKey key = *MinisignSecretKey::fromFile(fixture.identity.minisignSecret.view());
    forgery::forge(fixture, path, {.key = &key, .change = change});
    Progress progress;
    PackageTrust trust;
    trust.keys = fixture.districtKeys();
    const auto verdict = verifyPackage(path, trust, progress);
    REQUIRE(verdict);
    return codes(*verdict);
}

} // namespace lying_sizes

TEST_CASE("a zip whose entries say that they are huge is refused, or read for what it is", "[exchange][bag][faults]")
{
    QTemporaryDir folder;
    const QByteArray whole = forgery::get(bagtest::soundBag().pack(folder));
    const QString path = folder.filePath(u"lies.zip"_s);
    forgery::put(path, whole);
    CHECK(bagtest::codesOf(path) == QStringList());
    constexpr quint32 huge = 0xFFFFFFFE;
    // Central directory and local heads: the unpacked size, and the packed one. The file is read to its end whatever
    // the directory says of the unpacked one; any other lie makes it no zip file.
    struct Lie {
        const char* mark;
        qsizetype offset;
        bool matters;
    };
    for (const Lie& lie : {Lie {"PK\x01\x02", 24, false}, Lie {"PK\x03\x04", 22, true}, Lie {"PK\x01\x02", 20, true},
                           Lie {"PK\x03\x04", 18, true}}) {
        INFO(lie.mark << " at " << lie.offset);
        forgery::put(path, lying_sizes::withNumberAt(whole, lie.mark, lie.offset, huge));
        const QStringList found = bagtest::codesOf(path);
        CHECK(found.size() == (lie.matters ? 1 : 0));
        CHECK(found.join(u' ').startsWith(u"error:"_s) == lie.matters);
    }
}

TEST_CASE("a bag that says it has more than there is, or more than a number can be, is named",
          "[exchange][bag][faults]")
{
    for (const char* oxum :
         {"9223372036854775807.9223372036854775807", "99999999999999999999999.2", "11.99999999999"}) {
        INFO(oxum);
        bagtest::Bag bag = bagtest::soundBag();
        bag[u"bag-info.txt"_s] = "Payload-Oxum: " + QByteArray(oxum) + '\n';
        CHECK_FALSE(bagtest::codesOf(bag).isEmpty());
    }
}

TEST_CASE("a package whose description counts more rows than there are is refused", "[exchange][package][faults]")
{
    const auto counted = [](const char* rows) {
        return lying_sizes::codesOfSigned([rows](QMap<QString, QByteArray>& files) {
            QByteArray& description = files[u"data/datapackage.json"_s];
            const qsizetype at = description.indexOf("\"rows\":");
            REQUIRE(at > 0);
            const qsizetype end = description.indexOf('\n', at);
            description.replace(at, end - at, QByteArray("\"rows\": ") + rows + ',');
        });
    };
    for (const char* rows : {"9000000000000000000", "1e300", "-1"}) {
        INFO(rows);
        CHECK_FALSE(counted(rows).isEmpty());
    }
}

TEST_CASE("a package whose number or chain is greater than can be is refused", "[exchange][package][faults]")
{
    const auto said = [](const char* label, const char* value) {
        return lying_sizes::codesOfSigned([&](QMap<QString, QByteArray>& files) {
            QByteArray& info = files[u"bag-info.txt"_s];
            const qsizetype at = info.indexOf(label);
            REQUIRE(at >= 0);
            info.replace(at, info.indexOf('\n', at) - at, QByteArray(label) + ": " + value);
        });
    };
    CHECK(said("Songhe-Sequence", "99999999999999999999").contains(u"bad_info"_s));
    CHECK_FALSE(said("Songhe-Audit-Head", ("9223372036854775807:" + QByteArray(64, 'a')).constData()).isEmpty());
}

TEST_CASE("a package whose bag-info holds what no database takes for text is refused before anything is asked",
          "[exchange][package][faults]")
{
    for (const char* label : {"Songhe-Centre-Code", "Source-Organization", "Songhe-Lineages", "Contact-Name"}) {
        INFO(label);
        const QStringList found = lying_sizes::codesOfSigned([&](QMap<QString, QByteArray>& files) {
            QByteArray& info = files[u"bag-info.txt"_s];
            if (const qsizetype at = info.indexOf(QByteArray(label) + ':'); at >= 0)
                info.insert(info.indexOf('\n', at), '\0');
            else
                info += QByteArray(label) + ": x" + QByteArray(1, '\0') + '\n';
        });
        CHECK(found.contains(u"bad_info"_s));
    }
}

TEST_CASE("a package that describes a table twice, or two tables in one file, is refused",
          "[exchange][package][faults]")
{
    for (const char* key : {"name", "path"}) {
        INFO(key);
        const QStringList found = lying_sizes::codesOfSigned([&](QMap<QString, QByteArray>& files) {
            QByteArray& description = files[u"data/datapackage.json"_s];
            QJsonObject json = QJsonDocument::fromJson(description).object();
            QJsonArray resources = json[u"resources"_s].toArray();
            QJsonObject again = resources[0].toObject();
            again.insert(QLatin1String(key == QByteArray("name") ? "path" : "name"), u"again"_s);
            again.remove(u"rows"_s);
            resources.append(again);
            json.insert(u"resources"_s, resources);
            description = QJsonDocument(json).toJson();
        });
        CHECK(found.contains(u"bad_schema"_s));
    }
}

TEST_CASE("a sealed file that wants a passphrase's work beyond all time is not tried", "[exchange][age][faults]")
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"songhe-C1-2021Q3-0001.zip.age"_s);
    const QByteArray salt = QByteArray(16, 's').toBase64(QByteArray::OmitTrailingEquals);
    const QByteArray key = QByteArray(32, 'k').toBase64(QByteArray::OmitTrailingEquals);
    for (const char* factor : {"30", "63", "64", "999999999"}) {
        INFO(factor);
        forgery::put(path,
                     "age-encryption.org/v1\n-> scrypt " + salt + ' ' + factor + '\n' + key + "\n--- " + key + '\n'
                         + QByteArray(64, 'x'));
        PackageTrust trust;
        trust.keys.passphrase = SecureBytes(QByteArrayView("four plain words"));
        Progress progress;
        const auto verdict = verifyPackage(path, trust, progress);
        REQUIRE(verdict);
        CHECK(lying_sizes::codes(*verdict) == QStringList {u"cannot_open"_s});
    }
}
