// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/catch.h"
#include "tests/support/stock_tool.h"

#include "core/exchange/minisign.h"
#include "songhe_source_dir.h"

#include <QtCore/QBuffer>
#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>

using namespace songhe;
using namespace Qt::StringLiterals;

namespace minisign_test {

void put(const QString& path, QByteArrayView bytes)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    REQUIRE(file.write(bytes.data(), bytes.size()) == bytes.size());
}

QByteArray get(const QString& path)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

constexpr MinisignCost cheap {.operations = 32768, .memory = 16777216};

} // namespace minisign_test

using namespace minisign_test;

TEST_CASE("a signature holds for its message, key and comment alone", "[exchange][minisign]")
{
    const auto key = MinisignSecretKey::generate();
    const QByteArray message = "manifest of the quarter";
    const auto signature = minisignSign(key, minisignDigest(message), u"songhe 2026Q3 4 东河日间照料中心"_s);
    REQUIRE(signature);
    const QByteArray file = signature->file("signature");
    REQUIRE(minisignVerify(key.publicKey(), *MinisignSignature::fromFile(file), message));
    REQUIRE_FALSE(minisignVerify(MinisignSecretKey::generate().publicKey(), *signature, message));

    for (qsizetype i = 0; i < message.size(); ++i) {
        QByteArray changed = message;
        changed[i] = char(changed[i] ^ 1);
        REQUIRE_FALSE(minisignVerify(key.publicKey(), *signature, changed));
    }
    const qsizetype secured = file.indexOf('\n') + 1; // the untrusted comment is not signed, as its name says
    for (qsizetype i = secured; i < file.size() - 1; ++i) {
        QByteArray changed = file;
        changed[i] = char(changed[i] ^ 1);
        INFO("byte " << i);
        const auto read = MinisignSignature::fromFile(changed);
        REQUIRE_FALSE((read && minisignVerify(key.publicKey(), *read, message).ok()));
    }
    REQUIRE_FALSE(minisignSign(key, minisignDigest(message), u"two\nlines"_s));
}

TEST_CASE("a secret key file opens with its password only", "[exchange][minisign]")
{
    const auto key = MinisignSecretKey::generate();
    const SecureBytes password("p\xc3\xa4ssword");
    const auto file = key.file(password, cheap);
    REQUIRE(file);
    REQUIRE(*MinisignSecretKey::isEncrypted(file->view()));
    const auto opened = MinisignSecretKey::fromFile(file->view(), password);
    REQUIRE(opened);
    REQUIRE(opened->publicKey() == key.publicKey());
    const auto wrong = MinisignSecretKey::fromFile(file->view(), SecureBytes("other"));
    REQUIRE_FALSE(wrong);
    REQUIRE(wrong.error().kind == Error::Kind::WrongPassword);

    const auto open = key.file();
    REQUIRE(open);
    REQUIRE_FALSE(*MinisignSecretKey::isEncrypted(open->view()));
    REQUIRE(MinisignSecretKey::fromFile(open->view())->publicKey() == key.publicKey());
    REQUIRE_FALSE(MinisignSecretKey::fromFile("untrusted comment: x\nRWRTY\n"));
}

TEST_CASE("a secret key file that wants unreasonable memory is refused unread", "[exchange][minisign]")
{
    const auto made = MinisignSecretKey::generate().file(SecureBytes("p"), cheap);
    QByteArray file = made->view().toByteArray();
    const qsizetype line = file.indexOf('\n') + 1;
    QByteArray bytes = QByteArray::fromBase64(file.sliced(line).trimmed());
    bytes[46 + 5] = 1; // 2^40 bytes of memory
    REQUIRE_FALSE(MinisignSecretKey::fromFile("untrusted comment: x\n" + bytes.toBase64() + "\n", SecureBytes("p")));
}

TEST_CASE("the stock minisign command verifies ours, and we verify its, prehashed and legacy", "[exchange][minisign]")
{
    QTemporaryDir folder;
    const QString message = folder.filePath(u"message"_s);
    put(message, QByteArray(100000, 'm'));

    const auto key = MinisignSecretKey::generate();
    const auto signature = minisignSign(key, minisignDigest(get(message)), u"by us"_s);
    put(message + u".minisig"_s, signature->file("ours"));
    put(folder.filePath(u"our.pub"_s), key.publicKey().file());
    auto stock = runTool(u"minisign"_s, {u"-V"_s, u"-m"_s, message, u"-p"_s, folder.filePath(u"our.pub"_s)});
    REQUIRE(stock.exitCode == 0);
    REQUIRE(stock.out.contains("by us"));
    stock = runTool(u"minisign"_s, {u"-V"_s, u"-m"_s, message, u"-P"_s, key.publicKey().text()});
    REQUIRE(stock.exitCode == 0);
    put(message, QByteArray(100000, 'n'));
    REQUIRE(runTool(u"minisign"_s, {u"-V"_s, u"-m"_s, message, u"-P"_s, key.publicKey().text()}).exitCode != 0);

    for (const bool legacy : {false, true}) {
        REQUIRE(runTool(u"minisign"_s,
                        {u"-G"_s, u"-f"_s, u"-W"_s, u"-p"_s, folder.filePath(u"k.pub"_s), u"-s"_s,
                         folder.filePath(u"k.sec"_s)})
                    .exitCode
                == 0);
        QStringList arguments {u"-S"_s, u"-s"_s, folder.filePath(u"k.sec"_s), u"-m"_s,
                               message, u"-t"_s, u"by the stock command"_s};
        if (legacy)
            arguments << u"-l"_s;
        REQUIRE(runTool(u"minisign"_s, arguments).exitCode == 0);
        const auto theirs = MinisignSignature::fromFile(get(message + u".minisig"_s));
        REQUIRE(theirs);
        REQUIRE(theirs->prehashed == !legacy);
        const auto publicKey = MinisignPublicKey::fromText(get(folder.filePath(u"k.pub"_s)));
        REQUIRE(publicKey);
        QFile signedFile(message);
        REQUIRE(signedFile.open(QIODevice::ReadOnly));
        REQUIRE(minisignVerify(*publicKey, *theirs, signedFile));
        REQUIRE_FALSE(minisignVerify(*publicKey, *theirs, QByteArrayView("another message")));
        const auto opened = MinisignSecretKey::fromFile(get(folder.filePath(u"k.sec"_s)));
        REQUIRE(opened);
        REQUIRE(opened->publicKey() == *publicKey);
        REQUIRE(opened->publicKey().file() == get(folder.filePath(u"k.pub"_s)));
    }
}

TEST_CASE("the stock minisign command signs with a key file of ours, encrypted or not", "[exchange][minisign]")
{
    QTemporaryDir folder;
    const QString message = folder.filePath(u"message"_s);
    put(message, "text");
    const auto key = MinisignSecretKey::generate();
    for (const bool encrypted : {false, true}) {
        const SecureBytes password = encrypted ? SecureBytes("pw") : SecureBytes();
        put(folder.filePath(u"k.sec"_s), key.file(password, cheap)->view());
        const auto stock = runTool(u"minisign"_s, {u"-S"_s, u"-s"_s, folder.filePath(u"k.sec"_s), u"-m"_s, message},
                                   encrypted ? "pw\n" : "");
        INFO(stock.err.toStdString());
        REQUIRE(stock.exitCode == 0);
        const auto signature = MinisignSignature::fromFile(get(message + u".minisig"_s));
        REQUIRE(minisignVerify(key.publicKey(), *signature, QByteArrayView("text")));
    }
}

TEST_CASE("an encrypted key file of the stock minisign command opens", "[exchange][minisign][slow]")
{
    // Made by minisign 0.11 -G with the password 'pw'.
    const QString folder = QStringLiteral(SONGHE_SOURCE_DIR "/tests/data/exchange/");
    const auto key = MinisignSecretKey::fromFile(get(folder + u"stock_minisign.key"_s), SecureBytes("pw"));
    REQUIRE(key);
    REQUIRE(key->publicKey().file() == get(folder + u"stock_minisign.pub"_s));
}
