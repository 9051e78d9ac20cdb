// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/records/value.h"

#include "core/base/clock.h"

namespace songhe {

Value::Value(QDate day)
{
    if (day.isValid())
        m_value = day.toString(Qt::ISODate);
}

Value::Value(const QDateTime& moment)
{
    if (moment.isValid())
        m_value = momentText(moment);
}

qint64 Value::integer() const
{
    const auto* number = std::get_if<qint64>(&m_value);
    return number ? *number : 0;
}

QString Value::text() const
{
    const auto* text = std::get_if<QString>(&m_value);
    return text ? *text : QString();
}

QByteArray Value::bytes() const
{
    const auto* bytes = std::get_if<QByteArray>(&m_value);
    return bytes ? *bytes : QByteArray();
}

QDate Value::day() const
{
    return QDate::fromString(text(), Qt::ISODate);
}

QDateTime Value::moment() const
{
    return momentFromText(text());
}

} // namespace songhe
