// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/fen.h"

#include <QtCore/QRegularExpression>

namespace songhe {

using namespace Qt::StringLiterals;

std::optional<Fen> Fen::plus(Fen other) const
{
    qint64 sum = 0;
    if (__builtin_add_overflow(value, other.value, &sum))
        return std::nullopt;
    return Fen {sum};
}

std::optional<Fen> Fen::times(qint64 count) const
{
    qint64 product = 0;
    if (__builtin_mul_overflow(value, count, &product))
        return std::nullopt;
    return Fen {product};
}

QString Fen::yuanText() const
{
    const auto magnitude = value < 0 ? quint64(0) - quint64(value) : quint64(value);
    QString yuan = QString::number(magnitude / 100);
    for (qsizetype at = yuan.size() - 3; at > 0; at -= 3)
        yuan.insert(at, u',');
    return (value < 0 ? u"-"_s : QString()) + yuan + u'.' + QString::number(magnitude % 100).rightJustified(2, u'0');
}

std::optional<Fen> Fen::fromYuanText(const QString& text)
{
    static const QRegularExpression shape(
        u"^[¥￥]?\\s*(-?)(\\d{1,3}(?:,\\d{3})+|\\d{1,15})(?:\\.(\\d{1,2}))?\\s*元?$"_s);
    const auto match = shape.match(text.trimmed());
    if (!match.hasMatch())
        return std::nullopt;
    bool fits = false;
    const qint64 yuan = match.captured(2).remove(u',').toLongLong(&fits);
    if (!fits)
        return std::nullopt;
    const qint64 cents = match.captured(3).leftJustified(2, u'0').toLongLong();
    const auto whole = Fen {yuan}.times(100);
    const auto sum = whole ? whole->plus(Fen {cents}) : std::nullopt;
    if (sum && !match.captured(1).isEmpty())
        return Fen {-sum->value};
    return sum;
}

} // namespace songhe
