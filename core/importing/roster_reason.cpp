// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/importing/roster_reason.h"

#include "core/importing/reason_text.h"

#include <QtCore/QCoreApplication>

#include <algorithm>
#include <iterator>

namespace songhe {

namespace roster_reason {

struct Line {
    RosterCode code;
    RosterOutcome outcome;
    const char* key;
    const char* text;
};

constexpr const char* context = "RosterReason";
constexpr auto accept = RosterOutcome::Accept;
constexpr auto warn = RosterOutcome::Warn;
constexpr auto duplicate = RosterOutcome::Duplicate;
constexpr auto reject = RosterOutcome::Reject;

constexpr Line lines[] = {
    {RosterCode::FullWidth, accept, "full-width", QT_TRANSLATE_NOOP("RosterReason", "Full-width digits made plain.")},
    {RosterCode::Blanks, accept, "blanks",
     QT_TRANSLATE_NOOP("RosterReason", "Blanks taken out of the resident number.")},
    {RosterCode::PlainX, accept, "plain-x", QT_TRANSLATE_NOOP("RosterReason", "The last x of the number made X.")},
    {RosterCode::Widened, accept, "widened",
     QT_TRANSLATE_NOOP("RosterReason", "15-digit resident number widened to 18 digits.")},
    {RosterCode::ResidencePermit, accept, "residence-permit",
     QT_TRANSLATE_NOOP("RosterReason", "Number of a residence permit.")},
    {RosterCode::NameTidied, accept, "name-tidied",
     QT_TRANSLATE_NOOP("RosterReason", "Blanks and dots of the name put right.")},
    {RosterCode::SeveralPhones, accept, "several-phones",
     QT_TRANSLATE_NOOP("RosterReason", "Several phones in one cell were taken apart.")},
    {RosterCode::SexFromNumber, accept, "sex-from-number",
     QT_TRANSLATE_NOOP("RosterReason", "The sex is taken from the resident number.")},

    {RosterCode::SexDiffers, warn, "sex-differs",
     QT_TRANSLATE_NOOP("RosterReason", "The roster says %1, the resident number %2; the number's is taken. Check it.")},
    {RosterCode::SexNotTold, warn, "sex-not-told",
     QT_TRANSLATE_NOOP("RosterReason", "'%1' is no sex. Write 男 or 女.")},
    {RosterCode::BornDiffers, warn, "born-differs",
     QT_TRANSLATE_NOOP("RosterReason",
                       "The roster says born %1, the resident number %2; the number's is taken. Check it.")},
    {RosterCode::BornImpossible, warn, "born-impossible",
     QT_TRANSLATE_NOOP("RosterReason", "There is no such day as %1; the date of birth in the number counts.")},
    {RosterCode::BornUnreadable, warn, "born-unreadable",
     QT_TRANSLATE_NOOP("RosterReason", "'%1' is no date of birth that can be read. Write it as 1937-06-26.")},
    {RosterCode::BornMonthOnly, warn, "born-month-only",
     QT_TRANSLATE_NOOP("RosterReason",
                       "Only the month of birth is known (%1); its first day is entered until the "
                       "papers are here.")},
    {RosterCode::BornYearOnly, warn, "born-year-only",
     QT_TRANSLATE_NOOP("RosterReason", "Only the year of birth is known (%1); the date of birth stays open.")},
    {RosterCode::YoungerThan60, warn, "younger-than-60",
     QT_TRANSLATE_NOOP("RosterReason", "Younger than 60 (born %1).")},
    {RosterCode::NoNumber, warn, "no-number",
     QT_TRANSLATE_NOOP("RosterReason", "No resident number yet. Add it when the card is here.")},
    {RosterCode::NumberEndsInZeros, warn, "number-ends-in-zeros",
     QT_TRANSLATE_NOOP("RosterReason",
                       "The number ends in 000, as numbers do that a spreadsheet has cut. Compare it "
                       "with the card.")},
    {RosterCode::DivisionAbolished, warn, "division-abolished",
     QT_TRANSLATE_NOOP("RosterReason", "The resident number begins with a former division (%1).")},
    {RosterCode::DivisionUnknown, warn, "division-unknown",
     QT_TRANSLATE_NOOP("RosterReason", "The resident number begins with %1, which is no division known here.")},
    {RosterCode::PlaceNotTold, warn, "place-not-told",
     QT_TRANSLATE_NOOP("RosterReason",
                       "It cannot be told which place '%1' is; it is kept as written and opens no "
                       "subsidy that asks for it.")},
    {RosterCode::ValueNotTold, warn, "value-not-told",
     QT_TRANSLATE_NOOP("RosterReason", "'%2' in column '%1' is not known; it is kept in the remarks.")},
    {RosterCode::SeveralEconomic, warn, "several-economic",
     QT_TRANSLATE_NOOP("RosterReason", "Several economic categories; '%1' is taken, '%2' is kept in the remarks.")},
    {RosterCode::PhoneOdd, warn, "phone-odd",
     QT_TRANSLATE_NOOP("RosterReason", "'%1' does not look like a phone number; it is kept as written.")},
    {RosterCode::Deceased, warn, "deceased",
     QT_TRANSLATE_NOOP("RosterReason", "The remark says deceased: '%1'. Enter the date of death in the file.")},
    {RosterCode::DiedUnreadable, warn, "died-unreadable",
     QT_TRANSLATE_NOOP("RosterReason", "'%1' is no full date of death. Enter it in the file.")},
    {RosterCode::CutShort, warn, "cut-short",
     QT_TRANSLATE_NOOP("RosterReason", "'%1' was longer than %2 characters and has been cut.")},

    {RosterCode::DuplicateRow, duplicate, "duplicate-row",
     QT_TRANSLATE_NOOP("RosterReason", "The same person as in row %1.")},
    {RosterCode::AlreadyHere, duplicate, "already-here", QT_TRANSLATE_NOOP("RosterReason", "Here already (%1).")},
    {RosterCode::Differs, duplicate, "differs",
     QT_TRANSLATE_NOOP("RosterReason", "%1: here '%2', in the roster '%3'.")},

    {RosterCode::NoName, reject, "no-name", QT_TRANSLATE_NOOP("RosterReason", "There is no name. Fill it in.")},
    {RosterCode::NameBad, reject, "name-bad", QT_TRANSLATE_NOOP("RosterReason", "The name cannot be right: %1")},
    {RosterCode::NumberAsNumber, reject, "number-as-number",
     QT_TRANSLATE_NOOP("RosterReason",
                       "The resident number was kept as a number and has lost its last digits. Make the "
                       "cell a text cell and type it again from the card.")},
    {RosterCode::NumberCheckDigit, reject, "number-check-digit",
     QT_TRANSLATE_NOOP("RosterReason",
                       "The resident number has a slip: its check digit is wrong. Compare it with the "
                       "card.")},
    {RosterCode::NumberLength, reject, "number-length",
     QT_TRANSLATE_NOOP("RosterReason",
                       "The resident number has %1 characters instead of 18. Compare it with the card.")},
    {RosterCode::NumberCharacters, reject, "number-characters",
     QT_TRANSLATE_NOOP("RosterReason",
                       "The resident number holds something other than digits. Compare it with the "
                       "card.")},
    {RosterCode::NumberDate, reject, "number-date",
     QT_TRANSLATE_NOOP("RosterReason",
                       "The resident number holds no possible date of birth. Compare it with the card.")},
    {RosterCode::NumberOfRow, reject, "number-of-row",
     QT_TRANSLATE_NOOP("RosterReason",
                       "Row %1 (%2) has the same resident number under another name. Find out whose it "
                       "is.")},
    {RosterCode::NumberOfElder, reject, "number-of-elder",
     QT_TRANSLATE_NOOP("RosterReason", "%1 (%2) is here with the same resident number. Find out whose it is.")},
    {RosterCode::SeveralMatch, reject, "several-match",
     QT_TRANSLATE_NOOP("RosterReason",
                       "Several people here have this name and date of birth. Add the resident number.")},
};

const Line& lineOf(RosterCode code)
{
    return *std::find_if(std::begin(lines), std::end(lines), [code](const Line& line) { return line.code == code; });
}

} // namespace roster_reason

QString outcomeKey(RosterOutcome outcome)
{
    switch (outcome) {
    case RosterOutcome::Accept:
        return QStringLiteral("accept");
    case RosterOutcome::Warn:
        return QStringLiteral("warn");
    case RosterOutcome::Duplicate:
        return QStringLiteral("duplicate");
    case RosterOutcome::Reject:
        break;
    }
    return QStringLiteral("reject");
}

QString RosterReason::key() const
{
    return QLatin1String(roster_reason::lineOf(code).key);
}

RosterOutcome RosterReason::outcome() const
{
    return roster_reason::lineOf(code).outcome;
}

QString RosterReason::text() const
{
    return filledText(QCoreApplication::translate(roster_reason::context, roster_reason::lineOf(code).text), values);
}

} // namespace songhe
