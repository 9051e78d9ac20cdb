// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/catch.h"
#include "tests/support/stock_tool.h"

#include "core/exchange/sealing.h"

#include <QtCore/QBuffer>
#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>

using namespace songhe;
using namespace Qt::StringLiterals;

namespace sealing_test {

struct Folder {
    QTemporaryDir folder;
    QString path(const QString& name) const { return folder.filePath(name); }
    void put(const QString& name, QByteArrayView bytes) const
    {
        QFile file(path(name));
        REQUIRE(file.open(QIODevice::WriteOnly));
        REQUIRE(file.write(bytes.data(), bytes.size()) == bytes.size());
    }
    QByteArray get(const QString& name) const
    {
        QFile file(path(name));
        REQUIRE(file.open(QIODevice::ReadOnly));
        return file.readAll();
    }
    QStringList names() const { return QDir(folder.path()).entryList(QDir::Files | QDir::Hidden, QDir::Name); }
};

/// Takes so many bytes, then is full.
class FullDevice final : public StreamDevice {
public:
    explicit FullDevice(qint64 room)
        : m_room(room)
    {
        open(QIODevice::WriteOnly | QIODevice::Unbuffered);
    }

protected:
    qint64 readData(char*, qint64) override { return -1; }
    qint64 writeData(const char*, qint64 count) override
    {
        if (count > m_room)
            return failed({Error::Kind::DiskFull, u"full"_s, {}});
        m_room -= count;
        return count;
    }

private:
    qint64 m_room;
};

} // namespace sealing_test

using sealing_test::Folder;

TEST_CASE("a file is sealed and unsealed with a mix of keys", "[exchange][sealing]")
{
    Folder folder;
    Progress progress;
    const AgeIdentity identity = AgeIdentity::generate();
    folder.put(u"key"_s, ageIdentityFile(identity, QDateTime(QDate(2026, 1, 1), QTime(0, 0), Qt::UTC)).view());
    folder.put(u"other"_s, AgeIdentity::generate().text().view());
    folder.put(u"words"_s, "four plain words\r\nsecond line\n");
    folder.put(u"in"_s, "plain");
    const auto passphrase = readPasswordFile(folder.path(u"words"_s));
    REQUIRE(passphrase);
    REQUIRE(passphrase->view() == "four plain words");

    REQUIRE(sealFile(folder.path(u"in"_s), folder.path(u"a.age"_s),
                     {.recipients = {identity.recipient().text()}, .armor = true}, progress));
    REQUIRE(sealFile(folder.path(u"in"_s), folder.path(u"b.age"_s),
                     {.recipients = {}, .passphrase = passphrase->clone(), .scryptFactor = 4}, progress));
    for (const QString& name : {u"a.age"_s, u"b.age"_s}) {
        REQUIRE(unsealFile(
            folder.path(name), folder.path(u"out"_s),
            {.identityFiles = {folder.path(u"other"_s), folder.path(u"key"_s)}, .passphrase = passphrase->clone()},
            progress));
        REQUIRE(folder.get(u"out"_s) == "plain");
        REQUIRE(QFile::remove(folder.path(u"out"_s)));
        const auto none = unsealFile(folder.path(name), folder.path(u"out"_s), {}, progress);
        REQUIRE_FALSE(none);
        REQUIRE(none.error().kind == Error::Kind::WrongPassword);
        REQUIRE_FALSE(QFile::exists(folder.path(u"out"_s)));
    }
}

TEST_CASE("a sealed file that is cut leaves no trace of its plaintext", "[exchange][sealing]")
{
    Folder folder;
    Progress progress;
    const AgeIdentity identity = AgeIdentity::generate();
    folder.put(u"key"_s, identity.text().view());
    folder.put(u"in"_s, QByteArray(200000, 'x'));
    for (const bool armor : {false, true}) {
        REQUIRE(sealFile(folder.path(u"in"_s), folder.path(u"a.age"_s),
                         {.recipients = {identity.recipient().text()}, .armor = armor}, progress));
        folder.put(u"a.age"_s, folder.get(u"a.age"_s).chopped(40));
        folder.put(u"out"_s, "the old content");
        const QStringList before = folder.names();
        REQUIRE_FALSE(unsealFile(folder.path(u"a.age"_s), folder.path(u"out"_s),
                                 {.identityFiles = {folder.path(u"key"_s)}}, progress));
        REQUIRE(folder.names() == before);
        REQUIRE(folder.get(u"out"_s) == "the old content");
    }
}

TEST_CASE("a device that is full at any byte stops the sealing", "[exchange][sealing]")
{
    const AgeIdentity identity = AgeIdentity::generate();
    QByteArray plain(70000, 'x');
    Progress progress;
    QBuffer whole;
    whole.open(QIODevice::WriteOnly);
    QBuffer in(&plain);
    in.open(QIODevice::ReadOnly);
    REQUIRE(sealStream(in, whole, {.recipients = {identity.recipient().text()}}, progress));
    for (qint64 room = 0; room < whole.size(); room += room < 300 ? 1 : 1777) {
        sealing_test::FullDevice device(room);
        in.seek(0);
        const auto sealed = sealStream(in, device, {.recipients = {identity.recipient().text()}}, progress);
        REQUIRE_FALSE(sealed);
        REQUIRE(sealed.error().kind == Error::Kind::DiskFull);
    }
}

TEST_CASE("sealing stops when asked to and leaves nothing", "[exchange][sealing]")
{
    Folder folder;
    folder.put(u"in"_s, QByteArray(200000, 'x'));
    Progress progress;
    progress.stop();
    const auto stopped = sealFile(folder.path(u"in"_s), folder.path(u"out"_s),
                                  {.recipients = {AgeIdentity::generate().recipient().text()}}, progress);
    REQUIRE_FALSE(stopped);
    REQUIRE(stopped.error().kind == Error::Kind::Cancelled);
    REQUIRE(folder.names() == QStringList {u"in"_s});
}

TEST_CASE("a file is signed beside itself and verified by us and the stock command", "[exchange][sealing]")
{
    Folder folder;
    const FixedClock clock(QDate(2026, 5, 7));
    const auto key = MinisignSecretKey::generate();
    folder.put(u"k.sec"_s, key.file(SecureBytes("pw"), {.operations = 32768, .memory = 16777216})->view());
    folder.put(u"k.pub"_s, key.publicKey().file());
    folder.put(u"notes.txt"_s, "text");
    REQUIRE_FALSE(signFile(folder.path(u"notes.txt"_s), {.secretKeyFile = folder.path(u"k.sec"_s)}, clock));
    const auto signedAs = signFile(folder.path(u"notes.txt"_s),
                                   {.secretKeyFile = folder.path(u"k.sec"_s), .password = SecureBytes("pw")}, clock);
    REQUIRE(signedAs);
    REQUIRE(*signedAs == folder.path(u"notes.txt.minisig"_s));
    const auto verified = verifyFile(folder.path(u"notes.txt"_s), folder.get(u"k.pub"_s));
    REQUIRE(verified);
    REQUIRE(verified->trustedComment == u"timestamp:1778125200\tfile:notes.txt\thashed"_s);
    REQUIRE(runTool(u"minisign"_s, {u"-V"_s, u"-m"_s, folder.path(u"notes.txt"_s), u"-p"_s, folder.path(u"k.pub"_s)})
                .exitCode
            == 0);
    folder.put(u"notes.txt"_s, "test");
    REQUIRE_FALSE(verifyFile(folder.path(u"notes.txt"_s), key.publicKey().text().toLatin1()));
}
