// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>
#include <QtCore/QStringList>

namespace songhe {

/// What became of a row, the graver the later.
enum class RosterOutcome { Accept, Warn, Duplicate, Reject };
[[nodiscard]] QString outcomeKey(RosterOutcome outcome); ///< accept, warn, duplicate, reject

/// Why a row was judged as it was. Stable codes for other programs, words for people.
enum class RosterCode {
    // Repaired or filled in safely: the row stays accepted.
    FullWidth,
    Blanks,
    PlainX,
    Widened,
    ResidencePermit,
    NameTidied,
    SeveralPhones,
    SexFromNumber,
    // Goes in, but somebody should look.
    SexDiffers,
    SexNotTold,
    BornDiffers,
    BornImpossible,
    BornUnreadable,
    BornMonthOnly,
    BornYearOnly,
    YoungerThan60,
    NoNumber,
    NumberEndsInZeros,
    DivisionAbolished,
    DivisionUnknown,
    PlaceNotTold,
    ValueNotTold,
    SeveralEconomic,
    PhoneOdd,
    Deceased,
    DiedUnreadable,
    CutShort,
    // Here already.
    DuplicateRow,
    AlreadyHere,
    Differs,
    // Stays out.
    NoName,
    NameBad,
    NumberAsNumber,
    NumberCheckDigit,
    NumberLength,
    NumberCharacters,
    NumberDate,
    NumberOfRow,
    NumberOfElder,
    SeveralMatch,
};

struct RosterReason {
    RosterCode code = RosterCode::AlreadyHere;
    QStringList values; ///< fill %1, %2 … of the words

    [[nodiscard]] QString key() const;  ///< `sex-differs`
    [[nodiscard]] QString text() const; ///< in the user's language
    [[nodiscard]] RosterOutcome outcome() const;
};

} // namespace songhe
