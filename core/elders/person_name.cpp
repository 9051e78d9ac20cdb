// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/elders/person_name.h"

#include "core/base/text/digits.h"

#include <QtCore/QList>

namespace songhe {

using namespace Qt::StringLiterals;

namespace {

constexpr char32_t middleDot = 0x00B7;

bool isMiddleDot(char32_t character)
{
    switch (character) {
    case 0x00B7: // ·
    case 0x0387: // Greek ano teleia
    case 0x2022: // •
    case 0x2024: // one dot leader
    case 0x2027: // ‧
    case 0x2219: // bullet operator
    case 0x22C5: // dot operator
    case 0x25CF: // ●
    case 0x30FB: // ・
    case 0xFE52: // small full stop
    case 0xFF0E: // ．
    case 0xFF65: // half-width ・
        return true;
    default:
        return false;
    }
}

bool mayStandInName(char32_t character)
{
    return QChar::isLetter(character) || QChar::isMark(character) || isHan(character) || character == middleDot
        || character == U' ' || character == U'.' || character == U'-' || character == U'\'' || character == 0x2019
        || character == U'(' || character == U')' || character == 0xFF08 || character == 0xFF09;
}

/// Dots and blanks put right: a blank stays only between two characters that are not Chinese, no dot at an end.
QList<char32_t> tidied(const QList<uint>& written)
{
    QList<char32_t> name;
    for (const uint each : written) {
        char32_t character = each;
        if (character >= 0xFF21 && character <= 0xFF5A && QChar::isLetter(character))
            character -= 0xFEE0;
        if (isMiddleDot(character) || (character == U'.' && !name.isEmpty() && isHan(name.back())))
            character = middleDot;
        else if (isBlankOrInvisible(character))
            character = QChar::isSpace(character) ? U' ' : U'\0';
        if (character == U'\0')
            continue;
        const bool afterDot = name.isEmpty() || name.back() == middleDot;
        if ((character == U' ' || character == middleDot) && afterDot)
            continue;
        if (character == U' ' && name.back() == U' ')
            continue;
        if (!name.isEmpty() && name.back() == U' ' && (character == middleDot || isHan(character)))
            name.removeLast();
        if (character == U' ' && isHan(name.back()))
            continue;
        name.append(character);
    }
    while (!name.isEmpty() && (name.back() == U' ' || name.back() == middleDot))
        name.removeLast();
    return name;
}

} // namespace

Result<QString> normalisedName(const QString& written)
{
    const QList<char32_t> name = tidied(written.left(1000).toUcs4());
    if (name.isEmpty())
        return fail(Error::Kind::Invalid, PersonName::tr("The name is missing. Please fill it in."), u"name.missing"_s);
    for (const char32_t character : name)
        if (!mayStandInName(character))
            return fail(
                Error::Kind::Invalid,
                PersonName::tr("'%1' is not part of a name. Please write the name as it stands on the identity card.")
                    .arg(QString::fromUcs4(&character, 1)),
                u"name.characters"_s);
    if (name.size() < PersonName::fewest)
        return fail(Error::Kind::Invalid,
                    PersonName::tr("A name has at least two characters. Please write it in full."), u"name.short"_s);
    if (name.size() > PersonName::most)
        return fail(Error::Kind::Invalid,
                    PersonName::tr("A name has at most 50 characters, this one has %1.").arg(name.size()),
                    u"name.long"_s);
    return QString::fromUcs4(name.constData(), name.size());
}

} // namespace songhe
