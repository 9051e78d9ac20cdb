// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/fen.h"
#include "core/records/choice.h"

#include <QtCore/QMap>
#include <QtCore/QString>

#include <vector>

namespace songhe {

/// Why something is paid or not: a code and its values. Words are made when it is shown (wording.h), so that a claim's
/// bytes do not depend on who settles it in which language.
struct Reason {
    QString code; ///< DAY_LIMIT, REGISTERED_ELSEWHERE …
    /// By name, sorted; days ISO, money in fen, divisions and kinds as codes. Never the day itself: the reason stays
    /// the same for as long as the facts do.
    QMap<QString, QString> values;

    friend bool operator==(const Reason&, const Reason&) = default;
};

/// Codes the engine gives itself; a policy file names all others.
namespace reason_code {
inline constexpr QStringView policyNotValid = u"POLICY_NOT_VALID"; ///< no version of the policy covers the day
inline constexpr QStringView afterDeath = u"AFTER_DEATH";
inline constexpr QStringView fileVoid = u"FILE_VOID";                   ///< the elder's file was made void
inline constexpr QStringView birthDiffers = u"BIRTH_DIFFERS";           ///< held: number and file disagree
inline constexpr QStringView noSignature = u"NO_SIGNATURE";             ///< held: the policy wants a signed slip
inline constexpr QStringView recordVoid = u"RECORD_VOID";               ///< what was claimed for was made void
inline constexpr QStringView claimedElsewhere = u"CLAIMED_ELSEWHERE";   ///< the record is evidence of another claim
inline constexpr QStringView away = u"AWAY";                            ///< held: recorded as away on that day
inline constexpr QStringView nothingCounted = u"NOTHING_COUNTED";       ///< no day, area or cost of it counts
inline constexpr QStringView assessmentExpired = u"ASSESSMENT_EXPIRED"; ///< held: her ability must be assessed anew
} // namespace reason_code

/// What a policy says to one unit (a meal) of one elder on one day.
struct Verdict {
    enum class Outcome {
        Pays,
        Refused, ///< not payable, and why
        Held,    ///< neither paid nor lost until somebody clears it up
    };

    Outcome outcome = Outcome::Refused;
    Fen fen; ///< 0 unless it pays
    Reason reason;
    std::vector<qint64> facts; ///< ids of the facts that decided

    [[nodiscard]] bool payable() const { return outcome == Outcome::Pays; }

    [[nodiscard]] static Verdict pays(Fen amount, Reason why, std::vector<qint64> by)
    {
        return {Outcome::Pays, amount, std::move(why), std::move(by)};
    }
    [[nodiscard]] static Verdict refused(Reason why, std::vector<qint64> by = {})
    {
        return {Outcome::Refused, {}, std::move(why), std::move(by)};
    }
    /// Payable once what the reason names is put right.
    [[nodiscard]] static Verdict held(Reason why, std::vector<qint64> by = {})
    {
        return {Outcome::Held, {}, std::move(why), std::move(by)};
    }
};

template <> std::span<const ChoiceName> choiceNames<Verdict::Outcome>();

} // namespace songhe
