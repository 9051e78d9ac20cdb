// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/security/session.h"

#include "core/centre/site.h"
#include "core/elders/elder.h"
#include "core/security/restore.h"
#include "core/storage/record_table.h"
#include "tests/support/catch.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>

using namespace songhe;
using namespace Qt::StringLiterals;

namespace {

SecureBytes secret(const char* text)
{
    return SecureBytes(QByteArrayView(text));
}

CentreSetup someSetup()
{
    CentreSetup setup;
    setup.name = u"友谊社区日间照料中心"_s;
    setup.code = u"YY001"_s;
    setup.division = u"150204"_s;
    setup.userName = u"李敏"_s;
    setup.password = secret("correct horse");
    setup.keys = {u"age1example"_s, secret("AGE-SECRET-KEY-1EXAMPLE"), u"RWexample"_s, secret("minisign secret")};
    setup.cost = KdfCost::least();
    return setup;
}

struct Centre {
    QTemporaryDir temporary;
    FixedClock clock {QDate(2021, 9, 3)};
    std::unique_ptr<DataFolder> folder;
    QString recoveryKey;

    Centre()
    {
        auto opened = DataFolder::open(temporary.filePath(u"data"_s));
        REQUIRE(opened);
        folder = *std::move(opened);
        auto made = Session::create(*folder, someSetup(), clock);
        REQUIRE(made);
        recoveryKey = *made;
    }
    std::unique_ptr<Session> signIn()
    {
        auto session = Session::signIn(*folder, u"李敏"_s, secret("correct horse"), clock);
        REQUIRE(session);
        return *std::move(session);
    }
};

} // namespace

TEST_CASE("a set-up centre is opened by its password and by its recovery key, and by nothing else", "[security]")
{
    Centre centre;
    {
        const auto session = centre.signIn();
        CHECK(session->centre().code == u"YY001"_s);
        CHECK(session->user().name == u"李敏"_s);
        CHECK(session->ageIdentity()->view() == "AGE-SECRET-KEY-1EXAMPLE");
        CHECK(session->minisignSecret()->view() == "minisign secret");
        CHECK(RecordTable<Site>(session->ledger()).list(u""_s)->front().code == u"YY001"_s);
    }
    CHECK(Session::signIn(*centre.folder, {}, secret("correct horse"), centre.clock)); // one user: no name needed
    CHECK(Session::recover(*centre.folder, centre.recoveryKey.toLower().remove(u'-'), centre.clock));

    const auto wrong = Session::signIn(*centre.folder, u"李敏"_s, secret("wrong horse"), centre.clock);
    REQUIRE_FALSE(wrong);
    CHECK(wrong.error().kind == Error::Kind::WrongPassword);
    CHECK_FALSE(Session::signIn(*centre.folder, u"王芳"_s, secret("correct horse"), centre.clock));
    CHECK_FALSE(Session::recover(*centre.folder, newRecoveryKey(), centre.clock));
}

TEST_CASE("a second program on the same data is turned away in words", "[security]")
{
    Centre centre;
    const auto second = DataFolder::open(centre.temporary.filePath(u"data"_s));
    REQUIRE_FALSE(second);
    CHECK(second.error().kind == Error::Kind::Busy);
}

TEST_CASE("a centre is never made over another", "[security]")
{
    Centre centre;
    const auto again = Session::create(*centre.folder, someSetup(), centre.clock);
    REQUIRE_FALSE(again);
    CHECK(again.error().kind == Error::Kind::Conflict);
    centre.signIn();
}

TEST_CASE("each user opens the same data with her own password and changes it alone", "[security]")
{
    Centre centre;
    Id<User> fang;
    {
        const auto session = centre.signIn();
        const auto added = session->addUser(u"王芳"_s, u"clerk"_s, secret("second secret"), KdfCost::least());
        REQUIRE(added);
        fang = added->id;
        const auto twice = session->addUser(u"王芳"_s, u"clerk"_s, secret("second secret"), KdfCost::least());
        REQUIRE_FALSE(twice);
        CHECK(twice.error().kind == Error::Kind::Conflict);
        CHECK(session->users()->size() == 2);
    }
    {
        const auto session = Session::signIn(*centre.folder, u"王芳"_s, secret("second secret"), centre.clock);
        REQUIRE(session);
        CHECK((*session)->user().id == fang);
        REQUIRE((*session)->changePassword(fang, secret("third secret"), KdfCost::least()));
    }
    CHECK_FALSE(Session::signIn(*centre.folder, u"王芳"_s, secret("second secret"), centre.clock));
    CHECK(Session::signIn(*centre.folder, u"王芳"_s, secret("third secret"), centre.clock));
    centre.signIn();
    CHECK_FALSE(Session::signIn(*centre.folder, {}, secret("third secret"), centre.clock));
}

TEST_CASE("the data file holds no name, neither of a person nor of a user", "[security]")
{
    Centre centre;
    {
        const auto session = centre.signIn();
        Elder elder;
        elder.name = u"王秀英"_s;
        elder.residentNumber = u"150204195003050024"_s;
        elder.phones = {u"13800000001"_s};
        REQUIRE(RecordTable<Elder>(session->ledger()).add(elder));
    }
    const QDir folder(centre.folder->path());
    REQUIRE_FALSE(folder.entryList({u"*.db"_s}, QDir::Files).isEmpty());
    for (const QString& name : folder.entryList(QDir::Files)) {
        QFile file(folder.filePath(name));
        REQUIRE(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        for (const QString& hidden : {u"李敏"_s, u"王秀英"_s, u"150204195003050024"_s, u"13800000001"_s})
            CHECK_FALSE(bytes.contains(hidden.toUtf8()));
    }
}

TEST_CASE("a restore brings the backup back as a new lineage and names its head", "[security][backup]")
{
    Centre centre;
    const QString backup = centre.temporary.filePath(u"copy.db"_s);
    QString lineage;
    {
        const auto session = centre.signIn();
        lineage = session->centre().lineage;
        REQUIRE(session->store().backupTo(backup));
        Site site;
        site.code = u"P2"_s;
        site.name = u"later"_s;
        REQUIRE(RecordTable<Site>(session->ledger()).add(site));
    }
    Progress progress;
    const auto plan = Restore::plan(*centre.folder, backup, progress);
    REQUIRE(plan);
    CHECK(plan->entriesLost() == 1);

    CHECK_FALSE(Restore::run(*centre.folder, backup, u"李敏"_s, secret("wrong"), centre.clock));
    CHECK(RecordTable<Site>(centre.signIn()->ledger()).list(u""_s)->size() == 2);

    REQUIRE(Restore::run(*centre.folder, backup, u"李敏"_s, secret("correct horse"), centre.clock));
    const auto session = centre.signIn();
    CHECK(session->centre().lineage != lineage);
    CHECK(RecordTable<Site>(session->ledger()).list(u""_s)->size() == 1);
    const auto report = session->audit().verify(progress);
    REQUIRE(report);
    CHECK(report->problems.isEmpty());
    CHECK(report->head.number == plan->backupHead.number + 1);
    CHECK(QDir(centre.folder->path()).entryList({u"before-restore-*.db"_s}).size() == 1);
}

TEST_CASE("a torn backup is refused and the data stay", "[security][backup]")
{
    Centre centre;
    const QString backup = centre.temporary.filePath(u"torn.db"_s);
    REQUIRE(centre.signIn()->store().backupTo(backup));
    QFile file(backup);
    REQUIRE(file.resize(file.size() / 2));
    Progress progress;
    CHECK_FALSE(Restore::plan(*centre.folder, backup, progress));
    centre.signIn();
}

TEST_CASE("a restore works where the present data are damaged, and keeps them as they are", "[security][backup]")
{
    Centre centre;
    const QString backup = centre.temporary.filePath(u"copy.db"_s);
    REQUIRE(centre.signIn()->store().backupTo(backup));
    QFile present(centre.folder->storePath());
    REQUIRE(present.open(QIODevice::ReadWrite));
    const QByteArray damage(int(present.size()), 'x');
    REQUIRE(present.write(damage) == damage.size());
    present.close();
    REQUIRE_FALSE(Session::signIn(*centre.folder, {}, secret("correct horse"), centre.clock));

    Progress progress;
    const auto plan = Restore::plan(*centre.folder, backup, progress);
    REQUIRE(plan);
    CHECK_FALSE(plan->presentReadable);
    REQUIRE(Restore::run(*centre.folder, backup, {}, secret("correct horse"), centre.clock));
    centre.signIn();
    const QStringList kept = QDir(centre.folder->path()).entryList({u"before-restore-*.db"_s});
    REQUIRE(kept.size() == 1);
    QFile aside(centre.folder->path() + u'/' + kept.front());
    REQUIRE(aside.open(QIODevice::ReadOnly));
    CHECK(aside.readAll() == damage);
}

TEST_CASE("a restore works where a newer program wrote the present data, and keeps them", "[security][backup]")
{
    Centre centre;
    const QString backup = centre.temporary.filePath(u"copy.db"_s);
    REQUIRE(centre.signIn()->store().backupTo(backup));
    REQUIRE(centre.signIn()->store().execute(u"PRAGMA user_version = 9999"_s));
    Progress progress;
    REQUIRE(Restore::plan(*centre.folder, backup, progress));
    REQUIRE(Restore::run(*centre.folder, backup, {}, secret("correct horse"), centre.clock));
    REQUIRE(Restore::run(*centre.folder, backup, {}, secret("correct horse"), centre.clock));
    centre.signIn();
    CHECK(QDir(centre.folder->path()).entryList({u"before-restore-*.db"_s}).size() == 2); // in the same second
}

TEST_CASE("a backup of another centre is refused, an empty folder takes it", "[security][backup]")
{
    Centre ours;
    Centre theirs;
    const QString backup = theirs.temporary.filePath(u"copy.db"_s);
    REQUIRE(theirs.signIn()->store().backupTo(backup));
    Progress progress;
    const auto plan = Restore::plan(*ours.folder, backup, progress);
    REQUIRE_FALSE(plan);
    CHECK(plan.error().kind == Error::Kind::Refused);
    CHECK_FALSE(Restore::run(*ours.folder, backup, {}, secret("correct horse"), ours.clock));
    ours.signIn();

    const auto empty = DataFolder::open(ours.temporary.filePath(u"empty"_s));
    REQUIRE(empty);
    REQUIRE(Restore::plan(**empty, backup, progress));
    REQUIRE(Restore::run(**empty, backup, {}, secret("correct horse"), ours.clock));
    CHECK(Session::signIn(**empty, {}, secret("correct horse"), ours.clock));
}

TEST_CASE("what a restore would lose is counted from where the histories part", "[security][backup]")
{
    Centre centre;
    const QString older = centre.temporary.filePath(u"older.db"_s);
    const QString longer = centre.temporary.filePath(u"longer.db"_s);
    const auto addSite = [&](const QString& code) {
        Site site;
        site.code = code;
        site.name = code;
        REQUIRE(RecordTable<Site>(centre.signIn()->ledger()).add(site));
    };
    REQUIRE(centre.signIn()->store().backupTo(older));
    for (const QString& code : {u"P2"_s, u"P3"_s, u"P4"_s, u"P5"_s})
        addSite(code);
    REQUIRE(centre.signIn()->store().backupTo(longer));
    REQUIRE(Restore::run(*centre.folder, older, {}, secret("correct horse"), centre.clock));
    addSite(u"P6"_s);
    Progress progress;
    // The longer history holds neither the restore itself nor what was entered after it.
    const auto plan = Restore::plan(*centre.folder, longer, progress);
    REQUIRE(plan);
    CHECK(plan->backupHead.number > plan->presentHead.number);
    CHECK(plan->entriesLost() == 2);
}

TEST_CASE("a file that is no backup is refused in words", "[security][backup]")
{
    Centre centre;
    const QString path = centre.temporary.filePath(u"other.db"_s);
    SECTION("text")
    {
        QFile file(path);
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(5000, 'x'));
    }
    SECTION("a data file without a centre")
    {
        REQUIRE(Store::open(path));
    }
    Progress progress;
    const auto plan = Restore::plan(*centre.folder, path, progress);
    REQUIRE_FALSE(plan);
    CHECK(plan.error().message.contains(path));
    CHECK_FALSE(Restore::run(*centre.folder, path, {}, secret("correct horse"), centre.clock));
    centre.signIn();
}

TEST_CASE("the data folder is its owner's alone, also one that was there before", "[security]")
{
    const auto modeOf = [](const QString& path) { return QFile::permissions(path) & QFile::Permissions(0x0077); };
    QTemporaryDir temporary;
    const QString path = temporary.filePath(u"data"_s);
    REQUIRE(QDir().mkpath(path));
    const auto all = QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner | QFile::ReadGroup | QFile::ExeGroup
        | QFile::ReadOther | QFile::ExeOther;
    REQUIRE(QFile::setPermissions(path, all));
    const FixedClock clock(QDate(2021, 9, 3));
    {
        const auto folder = DataFolder::open(path);
        REQUIRE(folder);
        CHECK(modeOf(path) == QFile::Permissions());
        REQUIRE(Session::create(**folder, someSetup(), clock));
        CHECK(modeOf((*folder)->storePath()) == QFile::Permissions());
    }
    REQUIRE(QFile::setPermissions(path, all));
    REQUIRE(DataFolder::open(path));
    CHECK(modeOf(path) == QFile::Permissions());
}

TEST_CASE("a session for a worker thread sees the same data", "[security]")
{
    Centre centre;
    const auto session = centre.signIn();
    const auto clone = session->cloneForThread();
    REQUIRE(clone);
    CHECK((*clone)->user().id == session->user().id);
    CHECK(RecordTable<Site>((*clone)->ledger()).list(u""_s)->size() == 1);
}

TEST_CASE("a data folder that cannot be made or written is refused in words", "[security]")
{
    // /proc takes no new folder from anybody, root included.
    const auto folder = DataFolder::open(u"/proc/songhe-data"_s);
    REQUIRE_FALSE(folder);
    CHECK(folder.error().kind == Error::Kind::ReadOnly);
    CHECK(folder.error().message.contains(u"/proc/songhe-data"_s));
}

TEST_CASE("a password is at least six characters", "[security]")
{
    QTemporaryDir temporary;
    const FixedClock clock(QDate(2021, 9, 3));
    const auto folder = DataFolder::open(temporary.filePath(u"data"_s));
    REQUIRE(folder);
    CentreSetup setup = someSetup();
    setup.password = secret("short");
    CHECK_FALSE(Session::create(**folder, setup, clock));
    CHECK_FALSE((*folder)->hasCentre());
}

TEST_CASE("a locked session reads and writes nothing sealed until the same user comes back", "[security][session]")
{
    Centre centre;
    const auto session = centre.signIn();
    RecordTable<Elder> elders(session->ledger());
    Elder elder;
    elder.name = u"王秀英"_s;
    const auto added = elders.add(elder);
    REQUIRE(added);
    REQUIRE(session->addUser(u"赵海山"_s, u"clerk"_s, secret("another one"), KdfCost::least()));

    session->lock();
    CHECK(session->isLocked());
    const auto read = elders.find(added->id);
    REQUIRE_FALSE(read);
    CHECK(read.error().kind == Error::Kind::Refused);
    CHECK_FALSE(elders.add(elder));
    CHECK_FALSE(session->cloneForThread());

    const auto other = Session::signIn(*centre.folder, u"赵海山"_s, secret("another one"), centre.clock);
    REQUIRE(other);
    CHECK_FALSE(session->resume(**other));
    CHECK(session->isLocked());
    REQUIRE(session->resume(*centre.signIn()));
    CHECK((*elders.find(added->id))->name == u"王秀英"_s);
    REQUIRE(elders.add(elder));
}
