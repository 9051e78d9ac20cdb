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
