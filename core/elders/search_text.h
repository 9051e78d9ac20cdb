// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Small ways of packing text that the two halves of ElderIndex share; nobody else needs them.

#include "core/base/text/digits.h"

#include <algorithm>
#include <string_view>

namespace songhe::search {

/// Numbers in front of a spoken name: how many characters follow.
constexpr quint32 spokenHeader = 1;

/// A bit of the gate for a character, above the 26 of initials.
inline quint64 characterBit(char32_t character)
{
    return quint64(1) << (26 + (quint32(character) * 2654435761U >> 8) % 38);
}

inline quint64 initialBit(char32_t letter)
{
    return letter >= U'a' && letter <= U'z' ? quint64(1) << (letter - U'a') : 0;
}

/// Letters that pinyin has inside a syllable too. Any other letter, wherever it was typed, begins a syllable (or stands
/// in a word of another script), so a name without it is not meant.
inline bool standsInside(char32_t letter)
{
    return std::u32string_view(U"aeiouvnghr").find(letter) != std::u32string_view::npos;
}

/// The last 16 characters of a number, four bits each, the last one lowest. X is 10.
inline quint64 tailOf(const QString& number)
{
    quint64 tail = 0;
    for (const QChar character : number)
        tail = tail << 4 | quint64(character == u'X' ? 10 : character.digitValue() & 15);
    return tail;
}

/// Digits, at the end perhaps an X.
inline bool isNumber(const QString& text)
{
    return !text.isEmpty() && isAsciiDigit(text.front()) && std::all_of(text.begin(), text.end() - 1, isAsciiDigit)
        && (isAsciiDigit(text.back()) || text.back() == u'X');
}

} // namespace songhe::search
