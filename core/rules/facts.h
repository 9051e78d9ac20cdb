// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/fen.h"

#include <QtCore/QDate>
#include <QtCore/QString>

#include <optional>
#include <vector>

namespace songhe {

/// One dated fact as the rules see it: kind and value are the keys of the records ('economic_category', 'subsistence').
struct KnownFact {
    qint64 id = 0;
    QString kind;
    QString value;
    QDate from;
    std::optional<QDate> to; ///< the last day it holds
};

/// When somebody has reached an age; the policy's settings say which.
struct AgeRule {
    bool dayAfter = false;    ///< reached the day after the birthday instead of on it
    bool leapOnFeb28 = false; ///< born on 29 February: in a common year the birthday is 28 February, not 1 March
};

/// The day on which somebody born on `born` reaches `years`.
[[nodiscard]] QDate reachesAge(QDate born, int years, AgeRule rule = {});
/// Whole years on that day; never negative.
[[nodiscard]] int ageOn(QDate born, QDate day, AgeRule rule = {});

/// What is measured of a unit that is no meal.
struct Measures {
    qint64 areaDm2 = 0;
    Fen cost;                   ///< of the kinds of costs that the policy names
    std::optional<Fen> granted; ///< what the authority set on the record
    Fen rent;                   ///< that a borrower pays for a month
    int days = 0;               ///< of a month in a bed
    int daysOf = 0;             ///< that the month has
    int instalment = 0;         ///< from 0
};

/// What is true of one elder, facility or project on one day. Pure data: no store, no clock.
struct Facts {
    QDate on;
    std::optional<QDate> born;
    std::optional<QDate> died;
    std::vector<KnownFact> known; ///< those that hold on the day in the order of kind, first day, id; an ended
                                  ///< assessment last
    bool fileVoid = false;        ///< the file was made void: nothing is paid to it
    Measures measures {};
    bool bornDiffers = false; ///< the file's date of birth is not the resident number's, and no paper says why
    QString away {};          ///< the reason for which she is away from the centre that day; empty if she is not

    /// Those of one kind. 'ability_level' is the assessed level where there is one, else, unless an assessment of hers
    /// has expired, the declared one.
    [[nodiscard]] std::vector<const KnownFact*> ofKind(const QString& kind) const;
    /// The assessment that ended before this day, where no other one holds; else null.
    [[nodiscard]] const KnownFact* expiredAbility() const;
};

/// Kinds of facts: the levels that answer for 'ability_level', the assessed one before the declared.
inline constexpr QStringView abilityLevelKind = u"ability_level";
inline constexpr QStringView assessedAbilityKind = u"assessed_ability";
inline constexpr QStringView declaredAbilityKind = u"declared_ability";
/// Made by the timeline on days on which an assessment has ended and none holds: its value is the level that was, its
/// first day the one after the assessment's last. The declared level does not stand in for it.
inline constexpr QStringView expiredAbilityKind = u"expired_ability";
/// Told of services and of months in beds where a policy asks for it: 'yes' from the day on which she is recorded as
/// having come to day care, else 'no'.
inline constexpr QStringView attendedKind = u"attended";
/// The setting of a policy whose text leaves open whether attendance is asked for: 'required' or 'not_required'.
inline constexpr QStringView attendanceSetting = u"attendance";

} // namespace songhe
