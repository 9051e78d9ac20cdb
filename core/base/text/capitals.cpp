// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text/capitals.h"

namespace songhe {

using namespace Qt::StringLiterals;

namespace {

QString capitalDigit(quint64 digit)
{
    return u"零壹贰叁肆伍陆柒捌玖"_s.mid(qsizetype(digit), 1);
}

/// Splits at the largest unit that fits; a 零 stands where the next lower place is empty but something follows.
QString capitalNumber(quint64 number)
{
    struct Unit {
        quint64 size;
        const char16_t* name;
    };
    static constexpr Unit units[] = {{100'000'000, u"亿"}, {10'000, u"万"}, {1'000, u"仟"}, {100, u"佰"}, {10, u"拾"}};
    for (const Unit& unit : units) {
        if (number < unit.size)
            continue;
        const quint64 rest = number % unit.size;
        QString text = capitalNumber(number / unit.size) + QString::fromUtf16(unit.name);
        if (rest == 0)
            return text;
        if (rest < unit.size / 10)
            text += u'零';
        return text + capitalNumber(rest);
    }
    return capitalDigit(number);
}

} // namespace

QString capitals(Fen amount)
{
    if (amount.value == 0)
        return u"零元整"_s;
    const quint64 magnitude = amount.value < 0 ? quint64(0) - quint64(amount.value) : quint64(amount.value);
    const quint64 yuan = magnitude / 100;
    const quint64 jiao = magnitude / 10 % 10;
    const quint64 fen = magnitude % 10;

    QString text = amount.value < 0 ? u"负"_s : QString();
    if (yuan > 0)
        text += capitalNumber(yuan) + u'元';
    if (jiao > 0)
        text += capitalDigit(jiao) + u'角';
    else if (yuan > 0 && fen > 0)
        text += u'零';
    return text + (fen > 0 ? capitalDigit(fen) + u'分' : u"整"_s);
}

} // namespace songhe
