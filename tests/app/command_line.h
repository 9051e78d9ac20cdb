// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonObject>
#include <QtCore/QJsonValue>
#include <QtCore/QStringList>
#include <QtCore/QTemporaryDir>

namespace songhe::tests {

/// How a program ended and what it said.
struct Outcome {
    int code = -1; ///< -1: it did not start or did not end by itself
    QByteArray out;
    QByteArray err;

    /// The one JSON document of standard output; undefined if there is none.
    [[nodiscard]] QJsonValue json() const;
    [[nodiscard]] QJsonObject object() const { return json().toObject(); }
    [[nodiscard]] QJsonArray array() const { return json().toArray(); }
};

/// Runs any program to its end with an empty environment but PATH and a HOME in `folder`.
Outcome runProgram(const QString& program, const QStringList& arguments, const QString& folder,
                   const QByteArray& standardInput = {});

/// The built songhe-cli, called as another program would, on a data folder of its own that ends with the object.
class CommandLine {
public:
    CommandLine();

    /// With `--data-dir`, `--user`, `--password-file` and `--json`.
    Outcome run(const QStringList& arguments);
    /// As run(), and fails the test if it was refused.
    QJsonValue done(const QStringList& arguments);
    /// The arguments as run() gives them.
    [[nodiscard]] QStringList arguments(const QStringList& own) const;
    /// Nothing added to the arguments.
    Outcome bare(const QStringList& arguments, const QByteArray& standardInput = {});

    /// As run(), but killed after so many milliseconds; false if it had ended by then.
    bool killed(const QStringList& arguments, int milliseconds);

    /// Makes the centre; the answer of `init`.
    QJsonObject init();
    /// Brings in the roster of tests/data and the grid of its September.
    void importRoster();
    void importGrid();

    [[nodiscard]] QString dataFolder() const { return m_folder.filePath(QStringLiteral("data")); }
    /// A place outside the data folder, for what leaves the program.
    [[nodiscard]] QString outside(const QString& name) const { return m_folder.filePath(name); }
    /// Writes a small file outside and gives its path.
    QString write(const QString& name, const QByteArray& content) const;

private:
    QTemporaryDir m_folder;
};

/// A file of tests/data.
QString dataFile(const QString& name);
QByteArray contentOf(const QString& path);

} // namespace songhe::tests
