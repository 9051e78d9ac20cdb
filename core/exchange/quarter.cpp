// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/quarter.h"

#include "core/exchange/exchange_text.h"

#include <QtCore/QRegularExpression>

namespace songhe {

using namespace Qt::StringLiterals;

Result<Quarter> Quarter::fromText(const QString& text)
{
    static const QRegularExpression shape(u"^(20\\d\\d)[Qq]([1-4])$"_s);
    const auto match = shape.match(text.trimmed());
    if (!match.hasMatch())
        return fail(Error::Kind::Invalid,
                    ExchangeText::tr("'%1' is no quarter. Write it as 2026Q3.").arg(text.left(20)));
    return Quarter {match.captured(1).toInt(), match.captured(2).toInt()};
}

QString Quarter::text() const
{
    return u"%1Q%2"_s.arg(year).arg(number);
}

QString packageName(const QString& centreCode, Quarter quarter, int sequence)
{
    static const QRegularExpression odd(u"[^A-Za-z0-9_-]"_s);
    QString code = centreCode;
    code.replace(odd, u"_"_s);
    return u"songhe-%1-%2-%3"_s.arg(code, quarter.text()).arg(sequence, 4, 10, QLatin1Char('0'));
}

} // namespace songhe
