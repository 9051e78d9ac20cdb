// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/catch.h"
#include "tests/support/stock_tool.h"

#include "core/exchange/age_stream.h"
#include "core/exchange/bech32.h"
#include "songhe_source_dir.h"

#include <QtCore/QBuffer>
#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>

#include <sodium.h>

using namespace songhe;
using namespace Qt::StringLiterals;

namespace age_test {

QByteArray noise(qsizetype size)
{
    QByteArray bytes(size, Qt::Uninitialized);
    for (qsizetype i = 0; i < size; ++i)
        bytes[i] = char((i * 131) ^ (i >> 9));
    return bytes;
}

QByteArray sealedBytes(QByteArrayView plain, const AgeSealing& how)
{
    QBuffer out;
    out.open(QIODevice::WriteOnly);
    auto writer = AgeWriter::open(out, how);
    REQUIRE(writer);
    REQUIRE(writeAll(**writer, plain));
    REQUIRE((*writer)->finish());
    return out.data();
}

struct Unsealed {
    bool opened = false; ///< the header held
    bool whole = false;  ///< and everything up to the end
    QByteArray plain;    ///< what was given out
};

Unsealed unsealed(QByteArray sealed, const AgeKeys& keys)
{
    QBuffer in(&sealed);
    in.open(QIODevice::ReadOnly);
    Unsealed result;
    auto reader = AgeReader::open(in, keys);
    if (!reader)
        return result;
    result.opened = true;
    QByteArray part(5000, '\0');
    for (;;) {
        const auto count = readSome(**reader, part.data(), part.size());
        if (!count)
            return result;
        if (*count == 0)
            break;
        result.plain += part.first(*count);
    }
    result.whole = true;
    return result;
}

AgeKeys keysOf(const AgeIdentity& identity)
{
    AgeKeys keys;
    keys.identities.push_back(*AgeIdentity::fromText(identity.text().view()));
    return keys;
}

/// One vector of the age project's test suite: its settings and the file that follows them.
struct Vector {
    QMultiHash<QByteArray, QByteArray> settings;
    QByteArray file;
};

Vector readVector(const QString& name)
{
    QFile file(QStringLiteral(SONGHE_SOURCE_DIR "/tests/data/exchange/age/") + name);
    REQUIRE(file.open(QIODevice::ReadOnly));
    Vector vector;
    for (QByteArray line = file.readLine(); line != "\n"; line = file.readLine()) {
        const qsizetype colon = line.indexOf(": ");
        vector.settings.insert(line.first(colon), line.sliced(colon + 2).chopped(1));
    }
    vector.file = file.readAll();
    if (vector.settings.contains("compressed")) {
        // zlib's own format; Qt wants the size in front of it, as a hint only.
        vector.file = qUncompress(QByteArray("\x01\x00\x00\x00", 4) + vector.file);
    }
    return vector;
}

/// What is outside, by name: post-quantum recipients are no part of what this program writes or is sent.
const QStringList postQuantum {
    u"armor_hybrid"_s,
    u"hybrid"_s,
    u"hybrid_and_x25519"_s,
    u"hybrid_bad_tag"_s,
    u"hybrid_currupted_enc_mlkem"_s,
    u"hybrid_currupted_enc_x25519"_s,
    u"hybrid_extra_argument"_s,
    u"hybrid_grease"_s,
    u"hybrid_identity"_s,
    u"hybrid_long_file_key"_s,
    u"hybrid_long_share"_s,
    u"hybrid_low_order"_s,
    u"hybrid_multiple_recipients"_s,
    u"hybrid_no_match"_s,
    u"hybrid_not_canonical_body"_s,
    u"hybrid_not_canonical_enc"_s,
    u"hybrid_short_share"_s,
    u"hybrid_uppercase"_s,
    u"hybrid_x25519_arg"_s,
};

} // namespace age_test

using namespace age_test;

TEST_CASE("bech32 refuses a changed letter, mixed case and bad padding", "[exchange][age]")
{
    const QByteArray text = bech32Encode("age", QByteArray(32, 'k'));
    const auto back = bech32Decode(text);
    REQUIRE(back);
    REQUIRE(back->prefix == "age");
    REQUIRE(back->data.view() == QByteArray(32, 'k'));
    for (qsizetype i = 0; i < text.size(); ++i) {
        QByteArray changed = text;
        changed[i] = changed[i] == 'q' ? 'p' : 'q';
        REQUIRE_FALSE(bech32Decode(changed));
    }
    QByteArray mixed = text;
    mixed[mixed.size() - 1] = char(std::toupper(mixed.back()));
    REQUIRE_FALSE((mixed != text && bech32Decode(mixed)));
    REQUIRE(bech32Decode(text.toUpper()));
    // BIP 173's own vectors
    REQUIRE(bech32Decode("A12UEL5L"));
    REQUIRE(bech32Decode("split1checkupstagehandshakeupstreamerranterredcaperred2y9e3w"));
    REQUIRE_FALSE(bech32Decode("split1cheo2y9e2w"));
    REQUIRE_FALSE(bech32Decode("1qzzfhee"));
}

TEST_CASE("every vector of the age test suite ends as it says", "[exchange][age]")
{
    const QDir folder(QStringLiteral(SONGHE_SOURCE_DIR "/tests/data/exchange/age"));
    const QStringList names = folder.entryList(QDir::Files, QDir::Name);
    int judged = 0;
    QStringList outside;
    for (const QString& name : names) {
        const Vector vector = readVector(name);
        const bool foreign = postQuantum.contains(name);
        AgeKeys keys;
        for (const QByteArray& identity : vector.settings.values("identity"))
            if (auto known = AgeIdentity::fromText(identity))
                keys.identities.push_back(std::move(*known));
            else
                REQUIRE(foreign);
        if (vector.settings.contains("passphrase"))
            keys.passphrase = SecureBytes(QByteArrayView(vector.settings.value("passphrase")));
        if (foreign) { // left alone: it does not open, and it gives nothing out
            INFO(name.toStdString());
            const Unsealed closed = unsealed(vector.file, keys);
            REQUIRE_FALSE(closed.opened);
            REQUIRE(closed.plain.isEmpty());
            outside << name;
            continue;
        }
        const QByteArray expect = vector.settings.value("expect");
        INFO(name.toStdString() << ": " << expect.toStdString());
        const Unsealed got = unsealed(vector.file, keys);
        if (expect == "success")
            REQUIRE(got.whole);
        else
            REQUIRE_FALSE(got.whole);
        if (expect == "payload failure" || expect == "success") {
            QByteArray digest(32, '\0');
            crypto_hash_sha256(reinterpret_cast<unsigned char*>(digest.data()),
                               reinterpret_cast<const unsigned char*>(got.plain.constData()),
                               static_cast<unsigned long long>(got.plain.size()));
            REQUIRE(digest.toHex() == vector.settings.value("payload"));
        } else {
            REQUIRE(got.plain.isEmpty());
        }
        ++judged;
    }
    REQUIRE(outside == postQuantum);
    REQUIRE(judged == names.size() - outside.size());
    REQUIRE(judged == 124);
}

TEST_CASE("what is sealed opens again at every size around a chunk's edge", "[exchange][age]")
{
    const AgeIdentity identity = AgeIdentity::generate();
    const AgeIdentity other = AgeIdentity::generate();
    for (const bool armor : {false, true}) {
        for (const qsizetype size : {0, 1, 47, 48, 65535, 65536, 65537, 131072, 200000}) {
            const QByteArray plain = noise(size);
            const QByteArray sealed
                = sealedBytes(plain, {.recipients = {other.recipient(), identity.recipient()}, .armor = armor});
            INFO(size << (armor ? " armored" : ""));
            const Unsealed got = unsealed(sealed, keysOf(identity));
            REQUIRE(got.whole);
            REQUIRE((got.plain == plain));
            REQUIRE_FALSE(unsealed(sealed, keysOf(AgeIdentity::generate())).opened);
        }
    }
}

TEST_CASE("a flip of any byte of a sealed file is refused", "[exchange][age]")
{
    const AgeIdentity identity = AgeIdentity::generate();
    const QByteArray sealed = sealedBytes("何秀兰 3.00", {.recipients = {identity.recipient()}});
    const AgeKeys keys = keysOf(identity);
    for (qsizetype i = 0; i < sealed.size(); ++i) {
        QByteArray changed = sealed;
        changed[i] = char(changed[i] ^ 1);
        INFO("byte " << i);
        const Unsealed got = unsealed(changed, keys);
        REQUIRE_FALSE(got.whole);
        REQUIRE(got.plain.isEmpty());
    }
    for (qsizetype i = 0; i < sealed.size(); ++i)
        REQUIRE_FALSE(unsealed(sealed.first(i), keys).whole);
}

TEST_CASE("a passphrase stands alone and a wrong one opens nothing", "[exchange][age]")
{
    const AgeIdentity identity = AgeIdentity::generate();
    QBuffer out;
    out.open(QIODevice::WriteOnly);
    REQUIRE_FALSE(
        AgeWriter::open(out, {.recipients = {identity.recipient()}, .passphrase = SecureBytes("four words")}));
    REQUIRE_FALSE(AgeWriter::open(out, {.recipients = {}}));
    REQUIRE(out.data().isEmpty());
    const QByteArray sealed
        = sealedBytes("text", {.recipients = {}, .passphrase = SecureBytes("four words"), .scryptFactor = 4});
    AgeKeys keys;
    keys.passphrase = SecureBytes("four words");
    REQUIRE(unsealed(sealed, keys).plain == "text");
    keys.passphrase = SecureBytes("five words");
    REQUIRE_FALSE(unsealed(sealed, keys).opened);
    REQUIRE_FALSE(unsealed(sealed, keysOf(identity)).opened);
}

TEST_CASE("a header without end is refused before it fills the memory", "[exchange][age]")
{
    QByteArray endless = "age-encryption.org/v1\n-> X25519 " + QByteArray(3 * 1024 * 1024, 'A');
    REQUIRE_FALSE(unsealed(endless, keysOf(AgeIdentity::generate())).opened);
    QByteArray manyStanzas = "age-encryption.org/v1\n";
    for (int i = 0; i < 200000; ++i)
        manyStanzas += "-> grease\n\n";
    REQUIRE_FALSE(unsealed(manyStanzas, keysOf(AgeIdentity::generate())).opened);
}

TEST_CASE("identity files of age-keygen are read, and a foreign line is named", "[exchange][age]")
{
    const auto keygen = runTool(u"age-keygen"_s, {});
    REQUIRE(keygen.exitCode == 0);
    const auto identities = readAgeIdentities(keygen.out);
    REQUIRE(identities);
    REQUIRE(identities->size() == 1);
    REQUIRE(keygen.out.contains(identities->front().recipient().text().toLatin1()));

    const auto damaged = readAgeIdentities("# a comment\n\nAGE-SECRET-KEY-1QQQ\n");
    REQUIRE_FALSE(damaged);
    REQUIRE(damaged.error().message.contains(u'3'));
    REQUIRE_FALSE(readAgeIdentities("# nothing but a comment\n"));

    const AgeIdentity own = AgeIdentity::generate();
    const SecureBytes file = ageIdentityFile(own, QDateTime(QDate(2026, 5, 7), QTime(8, 0), Qt::UTC));
    const auto recipient = runTool(u"age-keygen"_s, {u"-y"_s}, file.view().toByteArray());
    REQUIRE(recipient.exitCode == 0);
    REQUIRE(recipient.out.trimmed() == own.recipient().text().toLatin1());
}

TEST_CASE("the stock age command opens what we seal, and we open what it seals", "[exchange][age]")
{
    QTemporaryDir folder;
    const AgeIdentity identity = AgeIdentity::generate();
    QFile keyFile(folder.filePath(u"key.txt"_s));
    REQUIRE(keyFile.open(QIODevice::WriteOnly));
    keyFile.write(ageIdentityFile(identity, QDateTime(QDate(2026, 5, 7), QTime(8, 0), Qt::UTC)).view().toByteArray());
    keyFile.close();
    const QByteArray plain = noise(300000);
    for (const bool armor : {false, true}) {
        const QByteArray ours = sealedBytes(plain, {.recipients = {identity.recipient()}, .armor = armor});
        const auto opened = runTool(u"age"_s, {u"-d"_s, u"-i"_s, keyFile.fileName()}, ours);
        REQUIRE(opened.exitCode == 0);
        REQUIRE((opened.out == plain));

        QStringList arguments {u"-r"_s, identity.recipient().text()};
        if (armor)
            arguments << u"-a"_s;
        const auto theirs = runTool(u"age"_s, arguments, plain);
        REQUIRE(theirs.exitCode == 0);
        const Unsealed back = unsealed(theirs.out, keysOf(identity));
        REQUIRE(back.whole);
        REQUIRE((back.plain == plain));
    }
}

TEST_CASE("the stock age command opens a passphrase of ours, and we open its", "[exchange][age]")
{
    QTemporaryDir folder;
    QFile sealed(folder.filePath(u"ours.age"_s));
    REQUIRE(sealed.open(QIODevice::WriteOnly));
    sealed.write(
        sealedBytes("松鹤\n", {.recipients = {}, .passphrase = SecureBytes("four plain words"), .scryptFactor = 10}));
    sealed.close();
    const QString out = folder.filePath(u"out.txt"_s);
    runOnTerminal(u"age -d -o '%1' '%2'"_s.arg(out, sealed.fileName()), "four plain words\n");
    QFile opened(out);
    REQUIRE(opened.open(QIODevice::ReadOnly));
    REQUIRE(opened.readAll() == "松鹤\n");

    QFile stock(QStringLiteral(SONGHE_SOURCE_DIR "/tests/data/exchange/stock_passphrase.age"));
    REQUIRE(stock.open(QIODevice::ReadOnly));
    AgeKeys keys;
    keys.passphrase = SecureBytes("secret words");
    REQUIRE(unsealed(stock.readAll(), keys).plain == "hello\n");
}
