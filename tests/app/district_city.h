// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/app/command_line.h"

namespace songhe::tests {

/// A district with its identity and store; every command is run as its officer would.
struct District {
    CommandLine cli;
    QString key;
    QString store;
    QString recipient;
    QString publicKey;

    /// A store in a file of its own, or at `place`. `identity` empty: a new one is made.
    explicit District(const QString& place = {}, const QString& identity = {});
    District(const District&) = delete;
    District& operator=(const District&) = delete;

    void trust(const QString& code, const QString& centreKey);
    [[nodiscard]] QStringList mergeArguments(const QString& folder) const;
    QJsonObject merge(const QString& folder);
    [[nodiscard]] QString receipts() const { return cli.outside(QStringLiteral("receipts")); }
    QJsonObject report();
    QString digest();
    /// What was found, of one code where it is given, in the language asked for.
    QJsonArray findings(const QString& code = {}, const QString& language = QStringLiteral("zh_CN"));
};

/// A centre that delivers its third quarter of 2021. Persons are invented.
struct DeliveringCentre {
    CommandLine cli;
    QString code;
    QString publicKey;

    DeliveringCentre(const QString& centreCode, const District& district);
    DeliveringCentre(const DeliveringCentre&) = delete;
    DeliveringCentre& operator=(const DeliveringCentre&) = delete;

    void records(const QByteArray& lines);
    void elder(qint64 id, const QByteArray& number);
    void meal(qint64 id, qint64 elder, const QByteArray& day);
    /// Settles and signs; the claim's id.
    QString sign(const QString& policy, const QString& period = QStringLiteral("2021-09"));
    /// The file.
    QString deliver(const QString& folder);
};

/// Lines of a person who is on subsistence and registered in the city.
QByteArray elderLines(qint64 id, const QByteArray& number);
/// A resident number that is well formed, of somebody born on 5 March 1950; another one for each `serial`.
QByteArray numberOf(int serial);

/// The data folder of `to` becomes a copy of that of `from` as it is now, as on another computer.
void copyBooks(const CommandLine& from, const CommandLine& to);

/// The codes of problems or findings, in order.
QStringList codes(const QJsonValue& list);
QJsonObject packageOf(const QJsonObject& merged, const QString& centre);
/// `SG01 meal 51`, of a finding's records.
QStringList recordsOf(const QJsonValue& finding);

/// One finding as it must be, to the letter.
struct ExpectedFinding {
    QString code;
    QStringList centres;
    QStringList records;
    QString chinese;
    QString english;
};
/// Exactly these are reported of their codes, and nothing of a code that is not expected but the ones left out.
void checkFindings(District& district, const std::vector<ExpectedFinding>& expected,
                   const QStringList& leftOut = {QStringLiteral("same_person")});

inline constexpr const char* sharedNumber = "150204195003050022";

/// Two centres with one person in common who ate at both on one day.
struct City {
    District district;
    DeliveringCentre east {QStringLiteral("SG01"), district};
    DeliveringCentre west {QStringLiteral("SG02"), district};
    QString stick = district.cli.outside(QStringLiteral("stick"));

    explicit City(const QString& store = {});
};

/// Two centres that are trusted and have no person yet.
struct EmptyCity {
    District district;
    DeliveringCentre east {QStringLiteral("SG01"), district};
    DeliveringCentre west {QStringLiteral("SG02"), district};
    QString stick = district.cli.outside(QStringLiteral("stick"));

    EmptyCity();
    /// The same centres at a district of the same identity with another store.
    void trustAt(District& other);
};

/// A district of the same identity on a PostgreSQL server says the same of the city's stick and of those after it.
void sameOnServer(EmptyCity& city, QStringList sticks = {});

} // namespace songhe::tests
