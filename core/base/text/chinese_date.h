// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QDate>
#include <QtCore/QString>

#include <optional>

namespace songhe {

enum class DatePrecision { Day, Month, Year };

/// A date as somebody wrote it. Where only a month or a year is given, `day` is its first day.
struct WrittenDate {
    QDate day;
    DatePrecision precision = DatePrecision::Day;

    /// Does `other` agree as far as this one goes? June 1937 agrees with 26 June 1937.
    [[nodiscard]] bool agreesWith(QDate other) const;
    friend bool operator==(const WrittenDate&, const WrittenDate&) = default;
};

/// What became of a text that should be a date.
struct DateReading {
    enum class Kind {
        Read,       ///< `date` holds it
        Empty,      ///< nothing but blanks
        Impossible, ///< it has the form of a date, but there is no such day: 1948-02-30
        NotADate,   ///< anything else, two-digit years and lunar dates included: they are not guessed
    };
    Kind kind = Kind::NotADate;
    WrittenDate date;
};

/// Reads the usual ways of writing a date: 19370626, 1958/7/17, 1934年7月21日, 1939.12.8, 1939-03-13, 1932年6月,
/// 1936.06, 193606, 1936年, 二〇二一年九月三日; a time of day behind it is passed over, so is 生 or 出生.
[[nodiscard]] DateReading readDate(const QString& written);

/// On screen: the short form (9月3日) within the year of `today`, else 2021-09-03.
[[nodiscard]] QString shortDay(QDate day, QDate today);

/// On paper: 2021年9月3日 whatever the language of the screen.
[[nodiscard]] QString paperDay(QDate day);

/// When someone born on 29 February has her birthday in a common year.
enum class LeapBirthday { FirstOfMarch, LastOfFebruary };

/// Age in full years on a day; nothing before birth or for an invalid day.
[[nodiscard]] std::optional<int> ageInYears(QDate born, QDate day, LeapBirthday leap = LeapBirthday::FirstOfMarch);

} // namespace songhe
