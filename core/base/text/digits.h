// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>

namespace songhe {

/// Full-width letters, digits and signs (U+FF01 to U+FF5E) as plain ASCII; the ideographic blank as a blank.
[[nodiscard]] QString plainWidth(const QString& text);

/// Without blanks of any kind, tabs, line breaks, zero-width characters and byte order marks, wherever they stand.
[[nodiscard]] QString withoutBlanks(const QString& text);

/// A blank, a control or an invisible format character: nothing a reader sees.
[[nodiscard]] bool isBlankOrInvisible(char32_t character);

/// A Chinese character, including the extensions beyond the BMP, compatibility and private-use ones, and 〇.
[[nodiscard]] bool isHan(char32_t character);

/// '0' to '9' only; QChar::isDigit also takes other scripts' digits.
[[nodiscard]] constexpr bool isAsciiDigit(QChar character)
{
    return character >= u'0' && character <= u'9';
}

} // namespace songhe
