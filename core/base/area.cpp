// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/area.h"

#include "core/base/fen.h"

namespace songhe {

QString Area::squareMetresText() const
{
    const QString whole = QString::number(dm2 / 100);
    return dm2 % 100 == 0 ? whole : QStringLiteral("%1.%2").arg(whole).arg(dm2 % 100, 2, 10, QLatin1Char('0'));
}

std::optional<Area> Area::fromSquareMetresText(const QString& text)
{
    QString plain = text.trimmed();
    for (const QString& unit :
         {QStringLiteral("㎡"), QStringLiteral("m²"), QStringLiteral("m2"), QStringLiteral("平方米")})
        if (plain.endsWith(unit, Qt::CaseInsensitive)) {
            plain = plain.chopped(unit.size()).trimmed();
            break;
        }
    if (plain.contains(u'¥') || plain.contains(u'￥') || plain.contains(u'元'))
        return std::nullopt;
    // A hundredth is a hundredth: yuan and fen are read by the same rules.
    const auto read = Fen::fromYuanText(plain);
    return read && read->value >= 0 ? std::optional(Area {read->value}) : std::nullopt;
}

} // namespace songhe
