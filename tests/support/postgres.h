// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QProcess>
#include <QtCore/QTemporaryDir>

namespace songhe::tests {

/// A PostgreSQL server of the test's own on a free port of this computer, in a folder that ends with the object.
class Postgres {
public:
    Postgres();
    ~Postgres();
    Postgres(const Postgres&) = delete;
    Postgres& operator=(const Postgres&) = delete;

    [[nodiscard]] bool isRunning() const { return m_running; }
    /// Why not.
    [[nodiscard]] QString reason() const { return m_reason; }
    /// postgresql://…
    [[nodiscard]] QString address() const;

private:
    bool run(const QString& program, const QStringList& arguments);
    bool start();

    QTemporaryDir m_folder;
    QProcess m_server;
    QString m_programs; ///< folder of initdb and postgres
    QString m_reason;
    int m_port = 0;
    bool m_running = false;
};

} // namespace songhe::tests
