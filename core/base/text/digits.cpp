// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text/digits.h"

namespace songhe {

QString plainWidth(const QString& text)
{
    QString plain = text;
    for (QChar& character : plain) {
        if (character >= QChar(0xFF01) && character <= QChar(0xFF5E))
            character = QChar(character.unicode() - 0xFEE0);
        else if (character == QChar(0x3000))
            character = u' ';
    }
    return plain;
}

bool isBlankOrInvisible(char32_t character)
{
    if (QChar::isSpace(character))
        return true;
    const QChar::Category category = QChar::category(character);
    return category == QChar::Other_Control || category == QChar::Other_Format;
}

QString withoutBlanks(const QString& text)
{
    QString dense;
    dense.reserve(text.size());
    for (const QChar character : text)
        if (!isBlankOrInvisible(character.unicode()))
            dense.append(character);
    return dense;
}

bool isHan(char32_t character)
{
    return (character >= 0x3400 && character <= 0x4DBF) || (character >= 0x4E00 && character <= 0x9FFF)
        || (character >= 0xF900 && character <= 0xFAFF) || (character >= 0xE000 && character <= 0xF8FF)
        || (character >= 0x20000 && character <= 0x3FFFD) || (character >= 0xF0000 && character <= 0x10FFFD)
        || (character >= 0x2E80 && character <= 0x2FDF) || character == 0x3007 || character == 0x3005;
}

} // namespace songhe
