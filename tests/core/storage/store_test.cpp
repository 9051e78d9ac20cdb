// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/store.h"

#include "tests/support/catch.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>

#include <sqlite3.h>
#include <sys/stat.h>

using namespace songhe;
using namespace Qt::StringLiterals;

TEST_CASE("a file of a newer program is refused and left as it is", "[storage]")
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"songhe.db"_s);
    {
        const auto store = Store::open(path);
        REQUIRE(store);
        REQUIRE((*store)->execute(u"PRAGMA user_version = 9999"_s));
    }
    const auto again = Store::open(path);
    REQUIRE_FALSE(again);
    CHECK(again.error().kind == Error::Kind::NewerVersion);
}

TEST_CASE("a store is durable and guarded: WAL, full sync, foreign keys", "[storage]")
{
    QTemporaryDir folder;
    const auto store = Store::open(folder.filePath(u"songhe.db"_s));
    REQUIRE(store);
    const auto pragma = [&](const QString& name) {
        auto rows = (*store)->run(u"PRAGMA "_s + name);
        REQUIRE(rows);
        REQUIRE(rows->next());
        return rows->text(0);
    };
    CHECK(pragma(u"journal_mode"_s) == u"wal"_s);
    CHECK(pragma(u"synchronous"_s) == u"2"_s);
    CHECK(pragma(u"foreign_keys"_s) == u"1"_s);
    CHECK(pragma(u"secure_delete"_s) == u"1"_s);
}

TEST_CASE("a query inside the loop over the same query gets its own rows", "[storage]")
{
    const auto store = Store::inMemory();
    REQUIRE(store);
    const QString sql = u"SELECT value FROM (SELECT 1 AS value UNION SELECT 2 UNION SELECT 3) ORDER BY value"_s;
    auto outer = (*store)->run(sql);
    REQUIRE(outer);
    qint64 sum = 0;
    while (outer->next()) {
        auto inner = (*store)->run(sql);
        REQUIRE(inner);
        while (inner->next())
            sum += outer->integer(0) * inner->integer(0);
    }
    CHECK(sum == 36);
}

TEST_CASE("a failed part within a joined transaction undoes the whole", "[storage]")
{
    const auto store = Store::inMemory();
    REQUIRE(store);
    const auto put = [&](const QString& key) {
        return (*store)->execute(u"INSERT INTO setting (key, value) VALUES (?, '1')"_s, {key});
    };
    const auto done = (*store)->transact([&]() -> Result<void> {
        RETURN_IF_ERROR(put(u"a"_s));
        const auto inner = (*store)->transact([&]() -> Result<void> {
            RETURN_IF_ERROR(put(u"b"_s));
            return fail(Error::Kind::Invalid, u"inner"_s);
        });
        CHECK_FALSE(inner);
        return {}; // an outer that overlooks the failure must not save half of it
    });
    CHECK_FALSE(done);
    auto rows = (*store)->run(u"SELECT count(*) FROM setting"_s);
    REQUIRE(rows);
    REQUIRE(rows->next());
    CHECK(rows->integer(0) == 0);
}

TEST_CASE("a backup is a whole, checked file and replaces an older one only when it is good", "[storage]")
{
    QTemporaryDir folder;
    const auto store = Store::open(folder.filePath(u"songhe.db"_s));
    REQUIRE(store);
    REQUIRE((*store)->execute(u"INSERT INTO setting (key, value) VALUES ('a', '1')"_s));
    const QString copy = folder.filePath(u"copy.db"_s);
    REQUIRE((*store)->backupTo(copy));
    const auto opened = Store::open(copy, Store::Mode::ReadOnly);
    REQUIRE(opened);
    auto rows = (*opened)->run(u"SELECT value FROM setting WHERE key = 'a'"_s);
    REQUIRE(rows);
    CHECK(rows->next());
    CHECK(QDir(folder.path()).entryList({u"*.part"_s}).isEmpty());

    const auto nowhere = (*store)->backupTo(folder.filePath(u"no/such/folder/copy.db"_s));
    CHECK_FALSE(nowhere);
}

TEST_CASE("a file that is no data file is refused in words", "[storage]")
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"songhe.db"_s);
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write(QByteArray(5000, 'x'));
    file.close();
    const auto store = Store::open(path);
    REQUIRE_FALSE(store);
    CHECK(store.error().kind == Error::Kind::Damaged);
}

TEST_CASE("a full disk is told in words and leaves nothing half-written", "[storage]")
{
    QTemporaryDir folder;
    const auto store = Store::open(folder.filePath(u"songhe.db"_s));
    REQUIRE(store);
    // SQLite's own limit answers just as a full disk does.
    REQUIRE((*store)->run(u"PRAGMA max_page_count = 60"_s)->next());
    const auto done = (*store)->transact([&]() -> Result<void> {
        for (int i = 0; i < 1000; ++i)
            RETURN_IF_ERROR((*store)->execute(u"INSERT INTO setting (key, value) VALUES (?, ?)"_s,
                                              {QString::number(i), QString(1000, u'x')}));
        return {};
    });
    REQUIRE_FALSE(done);
    CHECK(done.error().kind == Error::Kind::DiskFull);
    auto rows = (*store)->run(u"SELECT count(*) FROM setting"_s);
    REQUIRE(rows);
    REQUIRE(rows->next());
    CHECK(rows->integer(0) == 0);
    CHECK((*store)->execute(u"INSERT INTO setting (key, value) VALUES ('after', '1')"_s));
}

TEST_CASE("a wrong number of values is refused before anything runs", "[storage]")
{
    const auto store = Store::inMemory();
    REQUIRE(store);
    CHECK_FALSE((*store)->execute(u"INSERT INTO setting (key, value) VALUES (?, ?)"_s, {u"a"_s}));
    CHECK_FALSE((*store)->run(u"SELECT * FROM no_such_table"_s));
}

namespace {

int modeOf(const QString& path)
{
    struct stat known { };
    return ::stat(QFile::encodeName(path).constData(), &known) == 0 ? int(known.st_mode & 0777) : -1;
}

} // namespace

TEST_CASE("another program's database is refused in words and left as it is", "[storage]")
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"other.db"_s);
    sqlite3* other = nullptr;
    REQUIRE(sqlite3_open(QFile::encodeName(path).constData(), &other) == SQLITE_OK);
    REQUIRE(sqlite3_exec(other, "CREATE TABLE notes (text TEXT)", nullptr, nullptr, nullptr) == SQLITE_OK);
    sqlite3_close(other);
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    const QByteArray before = file.readAll();

    for (const Store::Mode mode : {Store::Mode::ReadWrite, Store::Mode::ReadOnly}) {
        const auto store = Store::open(path, mode);
        REQUIRE_FALSE(store);
        CHECK(store.error().kind == Error::Kind::Invalid);
        CHECK(store.error().message.contains(path));
    }
    REQUIRE(file.seek(0));
    CHECK(file.readAll() == before);
}

TEST_CASE("a backup goes neither over the data nor over anything that is no backup", "[storage][backup]")
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"songhe.db"_s);
    const auto store = Store::open(path);
    REQUIRE(store);
    const QString link = folder.filePath(u"link.db"_s);
    REQUIRE(QFile::link(path, link));
    const QString letter = folder.filePath(u"letter.txt"_s);
    QFile file(letter);
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write(QByteArray(5000, 'x'));
    file.close();
    const QStringList before = QDir(folder.path()).entryList(QDir::Files, QDir::Name);
    for (const QString& to : {path, path + u"-wal"_s, path + u"-shm"_s, link, letter, folder.path()}) {
        INFO(to.toStdString());
        const auto refused = (*store)->backupTo(to);
        REQUIRE_FALSE(refused);
        CHECK(refused.error().kind == Error::Kind::Refused);
    }
    CHECK(QDir(folder.path()).entryList(QDir::Files, QDir::Name) == before);
    CHECK(QFileInfo(letter).size() == 5000);
    CHECK((*store)->execute(u"INSERT INTO setting (key, value) VALUES ('after', '1')"_s));

    const QString copy = folder.filePath(u"copy.db"_s);
    REQUIRE((*store)->backupTo(copy));
    CHECK((*store)->backupTo(copy)); // a backup may replace an older one
}

TEST_CASE("data files and backups are their owner's alone", "[storage][backup]")
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"songhe.db"_s);
    const QString copy = folder.filePath(u"copy.db"_s);
    {
        const auto store = Store::open(path);
        REQUIRE(store);
        REQUIRE((*store)->execute(u"INSERT INTO setting (key, value) VALUES ('a', '1')"_s));
        CHECK(modeOf(path) == 0600);
        CHECK(modeOf(path + u"-wal"_s) == 0600);
        CHECK(modeOf(path + u"-shm"_s) == 0600);
        REQUIRE((*store)->backupTo(copy));
        CHECK(modeOf(copy) == 0600);
    }
    REQUIRE(::chmod(QFile::encodeName(path).constData(), 0644) == 0);
    REQUIRE(Store::open(path));
    CHECK(modeOf(path) == 0600);
}
