// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rules/data_file.h"
#include "core/rules/facts.h"

#include <QtCore/QMap>

#include <memory>

namespace songhe {

/// What a policy wants to be true on the day:
///
///     { "fact": "registered_division", "operator": "within", "value": "150200", "reason": "REGISTERED_ELSEWHERE" }
///     { "fact": "age", "operator": "atLeast", "value": 60, "reason": "TOO_YOUNG", "missing": "BIRTH_UNKNOWN" }
///     { "any": [ { "fact": "economic_category", "operator": "in", "value": ["subsistence"] } ], "reason":
///     "NO_CATEGORY" }
///
/// A new operator is a function in condition.cpp with its test; data never holds a script.
struct Condition {
    enum class Operator { Within, In, AtLeast, AtMost, AtLeastPerHousehold, Any };

    Operator what = Operator::Any;
    QString fact;               ///< kind of a fact, 'ability_level' or 'age'; empty for Any
    QStringList values;         ///< Within and In: one of these
    int number = 0;             ///< AtLeast and AtMost
    std::vector<Condition> any; ///< Any: one of these
    QString reason;             ///< code when it does not hold
    QString missing;            ///< code when nothing is on file; the same as `reason` where the file names none
    QString as;                 ///< the name under which a paying reason tells the value; may be empty

    /// How one condition came out.
    struct Finding {
        bool holds = false;
        bool held = false;             ///< does not hold, but may once `code` is put right
        QString code;                  ///< when it does not hold
        QMap<QString, QString> values; ///< for the words of `code`, or of the paying reason
        std::vector<qint64> facts;     ///< ids of the facts that decided
        QString ground;                ///< when it holds: 'economic_category:subsistence', 'age:100'
    };
    [[nodiscard]] Finding test(const Facts& facts, AgeRule ages) const;

    /// The names that the words of a reason code of this condition may use.
    [[nodiscard]] QStringList namesForReason(const QString& code) const;
    /// The kinds of facts that are looked at, 'ability_level' resolved.
    void gatherKinds(QStringList& kinds) const;

    static Condition read(DataObject object, bool nested = false);

private:
    [[nodiscard]] Finding testAge(const Facts& facts, AgeRule ages) const;
    [[nodiscard]] Finding testFact(const Facts& facts) const;
    [[nodiscard]] Finding testPerHousehold(const Facts& facts) const;
    [[nodiscard]] Finding testAny(const Facts& facts, AgeRule ages) const;
    [[nodiscard]] bool accepts(const QString& value, const QString& wanted) const;
};

} // namespace songhe
