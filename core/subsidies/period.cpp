// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/subsidies/period.h"

#include <QtCore/QRegularExpression>

namespace songhe {

using namespace Qt::StringLiterals;

Result<Period> Period::fromText(const QString& text)
{
    static const QRegularExpression shape(u"^((?:19|20)[0-9]{2})(?:-(0[1-9]|1[0-2])|Q([1-4]))?$"_s);
    const auto match = shape.match(text);
    if (!match.hasMatch())
        return fail(Error::Kind::Invalid,
                    tr("'%1' is no period. Write a month as 2021-09, a quarter as 2021Q3 or a year as 2021.")
                        .arg(text.left(40)));
    const int year = match.captured(1).toInt();
    if (!match.captured(2).isEmpty())
        return Period(QDate(year, match.captured(2).toInt(), 1), 1);
    if (!match.captured(3).isEmpty())
        return Period(QDate(year, match.captured(3).toInt() * 3 - 2, 1), 3);
    return Period(QDate(year, 1, 1), 12);
}

Period Period::monthOf(QDate day)
{
    return Period(QDate(day.year(), day.month(), 1), 1);
}

Period Period::quarterOf(QDate day)
{
    return Period(QDate(day.year(), (day.month() - 1) / 3 * 3 + 1, 1), 3);
}

QString Period::text() const
{
    if (m_months == 1)
        return m_first.toString(u"yyyy-MM"_s);
    if (m_months == 3)
        return u"%1Q%2"_s.arg(m_first.year()).arg((m_first.month() + 2) / 3);
    return QString::number(m_first.year());
}

} // namespace songhe
