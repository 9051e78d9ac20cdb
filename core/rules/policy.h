// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/fen.h"
#include "core/rules/condition.h"
#include "core/rules/pays.h"

#include <QtCore/QByteArray>
#include <QtCore/QMap>

namespace songhe {

/// A text of a data file in both languages.
struct Words {
    QString zh;
    QString en;

    /// In the user's language: the one the program's own strings are shown in.
    [[nodiscard]] QString text() const;
    static Words read(DataObject object);
};

/// How much is paid at most: so many units or so much money, per elder, site, facility or project, in a day, month or
/// year, or ever.
struct Limit {
    enum class Count {
        Served, ///< every unit in order of moment and id, whether it was paid or not: the first of a day is judged
        Paid,   ///< units that were paid
        Fen,    ///< money that was paid
    };
    enum class Scope { Elder, Site, Facility, Project };
    enum class Per { Day, Month, Year, Once };

    Count count = Count::Served;
    Scope scope = Scope::Elder;
    Per per = Per::Day;
    qint64 most = 0;
    QString reason;
};

/// A point the policy's text leaves open: what the centre chose, else the default. Printed on the claim.
struct PolicySetting {
    QString key;
    Words title;
    QStringList choices;
    QString chosen;
    bool number = false; ///< a whole number from `least` to `most` is chosen; empty: not yet
    qint64 least = 0;
    qint64 most = 0;

    [[nodiscard]] bool takes(const QString& choice) const;
};

/// One version of one subsidy policy, read from a data file and proved by its own examples.
struct Policy {
    enum class Status { Draft, InForce };

    QString id; ///< baotou-2020-meals
    int version = 0;
    Words title;
    Words document; ///< the source document
    QString number; ///< its number, where it has one
    QString clause;
    Status status = Status::Draft;
    bool invented = false;          ///< made up for the demonstration centre
    bool requiresSignature = false; ///< a missing signature holds the line
    QDate validFrom;
    std::optional<QDate> validTo; ///< the last day; open where nothing is said

    Pays pays;
    QStringList stackableWith;    ///< policies under which the same record may be paid as well
    int boundYears = 0;           ///< so long its use must not change, from the acceptance on
    bool wantsEvaluation = false; ///< what a point is paid stays provisional until its year's evaluation is on file
    std::vector<Condition> conditions;
    std::vector<Limit> limits;
    std::vector<PolicySetting> settings;
    QMap<QString, Words> reasons; ///< words by code

    int exampleCount = 0; ///< of the file, all of which came out as written
    QByteArray bytes;     ///< the file as it was read
    QString digest;       ///< SHA-256 (hex) of the canonical JSON of the rule parts; words are outside

    [[nodiscard]] bool isDraft() const { return status == Status::Draft; }
    /// What one unit comes to where all are alike; for the desk's outlook.
    [[nodiscard]] Fen amount() const { return pays.tiers.front().fen; }
    [[nodiscard]] bool covers(QDate day) const { return validFrom <= day && (!validTo || *validTo >= day); }
    /// What was chosen for a setting; empty for one this policy does not have.
    [[nodiscard]] QString setting(QStringView key) const;
    [[nodiscard]] AgeRule ageRule() const;
    /// Does a condition look at the age?
    [[nodiscard]] bool asksAge() const;
    /// Does what it pays hang on days of attendance? The setting 'attendance' decides where the policy has one, else
    /// whether a condition or an amount looks at the fact 'attended'.
    [[nodiscard]] bool asksAttendance() const;
    /// Could it, by some choice of its settings?
    [[nodiscard]] bool mayAskAttendance() const;
    /// Is the last unit before a money limit paid in part ('last_unit': 'partial')?
    [[nodiscard]] bool paysPart() const;
    /// The day, month or year of a limit as a number that differs from period to period.
    [[nodiscard]] qint64 periodOf(Limit::Per per, QDate day) const;
    /// The first day of the limit's period that `day` lies in.
    [[nodiscard]] QDate periodStart(Limit::Per per, QDate day) const;
    /// The kinds of facts its conditions look at.
    [[nodiscard]] QStringList factKinds() const;

    /// Reads and checks a policy file: unknown keys, operators, placeholders and failing examples are errors that name
    /// file and place. `name` is the file's name as shown.
    static Result<Policy> read(const QByteArray& bytes, const QString& name);
};

} // namespace songhe
