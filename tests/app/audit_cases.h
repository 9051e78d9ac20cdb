// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/app/command_line.h"

namespace songhe::tests {

/// A centre in 包头 whose records are written as lines and settled through the command line. Persons are invented.
class AuditBooks {
public:
    AuditBooks();

    /// Records as JSON lines; fails the test where one is refused.
    void records(const QByteArray& lines);
    /// An elder registered in 青山区, on subsistence unless told otherwise.
    void elder(int id, const QByteArray& born = "1950-03-05", const QByteArray& category = "subsistence");
    /// A lunch at `time` (UTC), unless told otherwise at site 1.
    void meal(int id, int elder, const QByteArray& on, const QByteArray& more = {});

    /// A sheet by MZ/T 039-2013, confirmed: severe, good for half a year from `on`.
    void assessment(const QByteArray& on, int elder = 1001);

    QJsonObject settle(const QString& period, const QString& policy = QStringLiteral("baotou-2020-meals"));
    QJsonObject write(const QString& period, const QString& policy = QStringLiteral("baotou-2020-meals"));
    /// Writes and signs; the claim's id.
    QString sign(const QString& period, const QString& policy = QStringLiteral("baotou-2020-meals"));
    QStringList findings(const QString& claim);

    /// 'fen CODE' of the line of a record, the last one where several are about it; empty if there is none.
    static QString lineOf(const QJsonObject& settled, int record);
    static QJsonObject lineObject(const QJsonObject& settled, int record);

    CommandLine cli;

private:
    int m_files = 0;
};

} // namespace songhe::tests
