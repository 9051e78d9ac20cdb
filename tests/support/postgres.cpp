// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/postgres.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QStandardPaths>
#include <QtCore/QThread>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

namespace songhe::tests {

using namespace Qt::StringLiterals;

namespace {

constexpr int programTime = 60000;

/// A port that is free now.
int freePort()
{
    const int handle = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address {};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    int port = 0;
    if (::bind(handle, reinterpret_cast<sockaddr*>(&address), size) == 0
        && ::getsockname(handle, reinterpret_cast<sockaddr*>(&address), &size) == 0)
        port = ntohs(address.sin_port);
    ::close(handle);
    return port;
}

} // namespace

Postgres::Postgres()
{
    m_running = start();
}

Postgres::~Postgres()
{
    if (m_server.state() == QProcess::NotRunning)
        return;
    // The server's own way to end at once; the process at hand may be the one that changed the user.
    run(u"pg_ctl"_s, {u"stop"_s, u"-D"_s, m_folder.filePath(u"data"_s), u"-m"_s, u"immediate"_s});
    if (!m_server.waitForFinished(programTime)) {
        m_server.kill();
        m_server.waitForFinished(programTime);
    }
}

QString Postgres::address() const
{
    return u"postgresql://songhe:songhe@127.0.0.1:%1/postgres"_s.arg(m_port);
}

/// PostgreSQL refuses to run as root: its own user does it then.
bool Postgres::run(const QString& program, const QStringList& arguments)
{
    QProcess process;
    QStringList all {m_programs + u'/' + program};
    all += arguments;
    if (::geteuid() == 0)
        all = QStringList {u"runuser"_s, u"-u"_s, u"postgres"_s, u"--"_s} + all;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.setWorkingDirectory(u"/"_s);
    process.start(all.takeFirst(), all);
    if (!process.waitForFinished(programTime) || process.exitCode() != 0) {
        m_reason = program + u": "_s + QString::fromUtf8(process.readAll()).left(500);
        return false;
    }
    return true;
}

bool Postgres::start()
{
    const QStringList versions = QDir(u"/usr/lib/postgresql"_s).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    if (versions.isEmpty()) {
        m_reason = u"the package postgresql is not installed"_s;
        return false;
    }
    m_programs = u"/usr/lib/postgresql/%1/bin"_s.arg(versions.last());
    QFile password(m_folder.filePath(u"password"_s));
    if (!password.open(QIODevice::WriteOnly) || password.write("songhe\n") < 0)
        return false;
    password.close();
    const QString data = m_folder.filePath(u"data"_s);
    if (::geteuid() == 0 && QProcess::execute(u"chown"_s, {u"-R"_s, u"postgres"_s, m_folder.path()}) != 0)
        return false;
    if (!run(u"initdb"_s,
             {u"-D"_s, data, u"-U"_s, u"songhe"_s, u"-E"_s, u"UTF8"_s, u"--locale=C"_s, u"--locale-provider=icu"_s,
              u"--icu-locale=zh-CN"_s, // orders text as a server in China may: not byte by byte
              u"-A"_s, u"scram-sha-256"_s, u"--pwfile"_s, password.fileName(), u"--no-sync"_s}))
        return false;
    m_port = freePort();
    QStringList all {m_programs + u"/postgres"_s,
                     u"-D"_s,
                     data,
                     u"-p"_s,
                     QString::number(m_port),
                     u"-h"_s,
                     u"127.0.0.1"_s,
                     u"-k"_s,
                     QString(),
                     u"-c"_s,
                     u"fsync=off"_s};
    if (::geteuid() == 0)
        all = QStringList {u"runuser"_s, u"-u"_s, u"postgres"_s, u"--"_s} + all;
    m_server.setStandardOutputFile(QProcess::nullDevice());
    m_server.setStandardErrorFile(QProcess::nullDevice());
    m_server.setWorkingDirectory(u"/"_s);
    m_server.start(all.takeFirst(), all);
    for (int tries = 0; tries < 100 && m_server.state() != QProcess::NotRunning; ++tries) {
        if (run(u"pg_isready"_s, {u"-q"_s, u"-h"_s, u"127.0.0.1"_s, u"-p"_s, QString::number(m_port)}))
            return true;
        QThread::msleep(100);
    }
    return false;
}

} // namespace songhe::tests
