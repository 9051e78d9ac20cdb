// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/command_line.h"

#include "songhe_source_dir.h"
#include "tests/support/catch.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QJsonDocument>
#include <QtCore/QProcess>

namespace songhe::tests {

using namespace Qt::StringLiterals;

QJsonValue Outcome::json() const
{
    const QJsonDocument document = QJsonDocument::fromJson(out);
    if (document.isObject())
        return document.object();
    if (document.isArray())
        return document.array();
    return QJsonValue(QJsonValue::Undefined);
}

Outcome runProgram(const QString& program, const QStringList& arguments, const QString& folder,
                   const QByteArray& standardInput)
{
    QProcessEnvironment environment;
    environment.insert(u"PATH"_s, qEnvironmentVariable("PATH"));
    environment.insert(u"HOME"_s, folder);
    QProcess process;
    process.setProcessEnvironment(environment);
    process.setWorkingDirectory(folder);
    process.start(program, arguments);
    if (!process.waitForStarted())
        return {};
    process.write(standardInput);
    process.closeWriteChannel();
    if (!process.waitForFinished(600'000)) {
        process.kill();
        process.waitForFinished();
        return {};
    }
    Outcome outcome;
    outcome.code = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
    outcome.out = process.readAllStandardOutput();
    outcome.err = process.readAllStandardError();
    return outcome;
}

CommandLine::CommandLine()
{
    write(u"password.txt"_s, "a long enough password\n");
}

Outcome CommandLine::run(const QStringList& arguments)
{
    return bare(this->arguments(arguments));
}

QStringList CommandLine::arguments(const QStringList& own) const
{
    return QStringList {u"--data-dir"_s, dataFolder(),         u"--user"_s,
                        u"admin"_s,      u"--password-file"_s, outside(u"password.txt"_s),
                        u"--json"_s}
    + own;
}

QJsonValue CommandLine::done(const QStringList& arguments)
{
    const Outcome outcome = run(arguments);
    INFO(arguments.join(u' ').toStdString() << "\n"
                                            << outcome.err.toStdString() << outcome.out.left(2000).toStdString());
    REQUIRE(outcome.code == 0);
    REQUIRE_FALSE(outcome.json().isUndefined());
    return outcome.json();
}

Outcome CommandLine::bare(const QStringList& arguments, const QByteArray& standardInput)
{
    return runProgram(QStringLiteral(SONGHE_CLI), arguments, m_folder.path(), standardInput);
}

bool CommandLine::killed(const QStringList& arguments, int milliseconds)
{
    QProcess process;
    process.start(QStringLiteral(SONGHE_CLI), this->arguments(arguments));
    REQUIRE(process.waitForStarted());
    if (process.waitForFinished(milliseconds))
        return false;
    process.kill();
    process.waitForFinished();
    return true;
}

QJsonObject CommandLine::init()
{
    return done({u"init"_s, u"--name"_s, u"石拐区松鹤中心"_s, u"--code"_s, u"SG01"_s, u"--division"_s, u"150205"_s})
        .toObject();
}

void CommandLine::importRoster()
{
    done({u"import"_s, u"roster"_s, dataFile(u"roster/roster.xlsx"_s)});
}

void CommandLine::importGrid()
{
    done({u"import"_s, u"meals"_s, dataFile(u"roster/meals-2021-09.xlsx"_s)});
}

QString CommandLine::write(const QString& name, const QByteArray& content) const
{
    QFile file(outside(name));
    REQUIRE(file.open(QIODevice::WriteOnly));
    REQUIRE(file.write(content) == content.size());
    return file.fileName();
}

QString dataFile(const QString& name)
{
    return QStringLiteral(SONGHE_SOURCE_DIR) + u"/tests/data/"_s + name;
}

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    INFO(path.toStdString());
    REQUIRE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

} // namespace songhe::tests
