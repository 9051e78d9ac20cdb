// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QProcess>
#include <QtCore/QStringList>

#include <stdexcept>

namespace songhe {

/// What a command of the system answered. Tests prove our formats with the stock tools; a missing tool is an error,
/// never a skipped test.
struct ToolAnswer {
    int exitCode = -1;
    QByteArray out;
    QByteArray err;
};

inline ToolAnswer runTool(const QString& program, const QStringList& arguments, const QByteArray& input = {},
                          const QString& folder = {})
{
    QProcess process;
    if (!folder.isEmpty())
        process.setWorkingDirectory(folder);
    process.start(program, arguments);
    if (!process.waitForStarted(10000))
        throw std::runtime_error("not installed: " + program.toStdString());
    process.write(input);
    process.closeWriteChannel();
    process.waitForFinished(120000);
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1, process.readAllStandardOutput(),
            process.readAllStandardError()};
}

/// A command line run on a terminal of its own, for tools that ask a person; `typed` is what the person types.
inline ToolAnswer runOnTerminal(const QString& commandLine, const QByteArray& typed)
{
    return runTool(QStringLiteral("script"), {QStringLiteral("-qec"), commandLine, QStringLiteral("/dev/null")}, typed);
}

} // namespace songhe
