// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/command_line.h"
#include "tests/support/catch.h"
#include "tests/support/skipped.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <QtCore/QProcess>
#include <QtCore/QRandomGenerator>
#include <QtCore/QStandardPaths>

#include <spawn.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/wait.h>

using namespace songhe::tests;
using namespace Qt::StringLiterals;

namespace {

QStringList writeTo(const QString& folder, const QString& phrase)
{
    return {u"package"_s, u"write"_s, u"--quarter"_s, u"2021Q3"_s, u"--to"_s, folder, u"--passphrase-file"_s, phrase};
}

/// The most memory songhe-cli held, in KiB; -1 if it did not end well.
long peakOf(const QStringList& arguments)
{
    std::vector<QByteArray> words {QByteArray(SONGHE_CLI)};
    for (const QString& argument : arguments)
        words.push_back(argument.toUtf8());
    std::vector<char*> argv;
    for (QByteArray& word : words)
        argv.push_back(word.data());
    argv.push_back(nullptr);
    // A sanitizer keeps what was freed for a while; that is no memory of ours.
    QByteArray locale("LC_ALL=C.UTF-8"), sanitizer("ASAN_OPTIONS=quarantine_size_mb=1");
    char* environment[] = {locale.data(), sanitizer.data(), nullptr};
    pid_t child = 0;
    if (posix_spawn(&child, argv[0], nullptr, nullptr, argv.data(), environment) != 0)
        return -1;
    int status = 0;
    rusage used {};
    if (wait4(child, &status, 0, &used) != child || !WIFEXITED(status) || WEXITSTATUS(status) != 0)
        return -1;
    return used.ru_maxrss;
}

void hollowFile(const QString& path, qint64 size)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    REQUIRE(file.resize(size));
}

} // namespace

TEST_CASE("a package write that is killed at any point harms nothing, and is simply done again", "[app][faults]")
{
    CommandLine cli;
    cli.init();
    cli.importRoster();
    const QString stick = cli.outside(u"stick"_s);
    REQUIRE(QDir().mkpath(stick));
    const QString phrase = cli.write(u"phrase"_s, "four plain words\n");
    QRandomGenerator random(20'210'930);
    for (int round = 0; round < 8; ++round) {
        QProcess process;
        process.start(QStringLiteral(SONGHE_CLI), cli.arguments(writeTo(stick, phrase)));
        REQUIRE(process.waitForStarted());
        process.waitForFinished(int(20 + random.bounded(600)));
        process.kill();
        process.waitForFinished();
        // Under a package's name there is a whole package or none, and the books know it.
        const QStringList found = QDir(stick).entryList({u"*.age"_s}, QDir::Files);
        CHECK(cli.done({u"package"_s, u"list"_s}).toArray().size() == found.size());
        for (const QString& name : found)
            CHECK(cli.done({u"package"_s, u"verify"_s, stick + u'/' + name}).toObject().value("ok"_L1).toBool());
    }
    const qsizetype before = QDir(stick).entryList({u"*.age"_s}, QDir::Files).size();
    const QJsonObject last = cli.done(writeTo(stick, phrase)).toObject();
    CHECK(last.value("sequence"_L1).toInt() == before + 1);
    CHECK(cli.done({u"package"_s, u"verify"_s, last.value("file"_L1).toString()}).toObject().value("ok"_L1).toBool());
    // What the killed ones began is gone, too.
    CHECK(QDir(stick).entryList({u".*.part"_s}, QDir::Files | QDir::Hidden) == QStringList());
}

TEST_CASE("a stick that is full is told, keeps nothing, and the number is not used up", "[app][faults]")
{
    CommandLine cli;
    cli.init();
    cli.importRoster();
    const QString stick = cli.outside(u"stick"_s);
    REQUIRE(QDir().mkpath(stick));
    const QString phrase = cli.write(u"phrase"_s, "four plain words\n");
    if (mount("tmpfs", QFile::encodeName(stick).constData(), "tmpfs", 0, "size=16k") != 0) {
        skipped("this user may not mount a small file system");
        return;
    }
    const Outcome full = cli.run(writeTo(stick, phrase));
    const QStringList left = QDir(stick).entryList(QDir::Files | QDir::Hidden);
    REQUIRE(umount(QFile::encodeName(stick).constData()) == 0);
    CHECK(full.code == 1);
    CHECK(full.err.size() + full.out.size() > 0);
    CHECK(left == QStringList());
    CHECK(cli.done(writeTo(stick, phrase)).toObject().value("sequence"_L1).toInt() == 1);
}

TEST_CASE("sealing and opening 200 MiB takes no more memory than 4 MiB", "[app][exchange]")
{
    CommandLine cli;
    const QString phrase = cli.write(u"phrase"_s, "four plain words\n");
    const QString keyFile = cli.outside(u"key"_s);
    const QString keygen = QStandardPaths::findExecutable(u"age-keygen"_s);
    REQUIRE_FALSE(keygen.isEmpty());
    REQUIRE(runProgram(keygen, {u"-o"_s, keyFile}, cli.outside(u"."_s)).code == 0);
    const QString key = QString::fromUtf8(contentOf(keyFile));
    const QString recipient = key.mid(key.indexOf(u"age1"_s), 62);
    for (const bool armor : {false, true}) {
        long small = 0;
        for (const qint64 size : {4LL << 20, (armor ? 64LL : 200LL) << 20}) {
            const QString in = cli.outside(u"in"_s), sealed = cli.outside(u"in.age"_s), out = cli.outside(u"out"_s);
            hollowFile(in, size);
            QStringList arguments {u"seal"_s, u"-r"_s, recipient, in, sealed};
            if (armor)
                arguments << u"--armor"_s;
            const long sealing = peakOf(arguments);
            const long opening = peakOf({u"unseal"_s, u"-i"_s, keyFile, sealed, out});
            REQUIRE(sealing > 0);
            REQUIRE(opening > 0);
            CHECK(QFileInfo(out).size() == size);
            const long most = qMax(sealing, opening);
            INFO(size << " bytes: " << sealing << " and " << opening << " KiB");
            if (small == 0)
                small = most;
            else
                CHECK(double(most) <= 1.25 * double(small));
        }
    }
}
