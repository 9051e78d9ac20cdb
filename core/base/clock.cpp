// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/clock.h"

#include <QtCore/QTimeZone>

namespace songhe {

namespace {
constexpr int chinaOffsetSeconds = 8 * 3600;
}

QDate Clock::dayOf(const QDateTime& moment)
{
    return moment.toOffsetFromUtc(chinaOffsetSeconds).date();
}

QTime Clock::timeOf(const QDateTime& moment)
{
    return moment.toOffsetFromUtc(chinaOffsetSeconds).time();
}

QDateTime Clock::momentOf(QDate day, QTime time)
{
    return QDateTime(day, time, Qt::OffsetFromUTC, chinaOffsetSeconds).toUTC();
}

QDateTime SystemClock::now() const
{
    return QDateTime::currentDateTimeUtc();
}

QString momentText(const QDateTime& moment)
{
    return moment.toUTC().toString(Qt::ISODateWithMs);
}

QDateTime momentFromText(const QString& text)
{
    const QDateTime moment = QDateTime::fromString(text, Qt::ISODateWithMs);
    // A moment without a zone would be read as this machine's local time: refuse it instead of guessing.
    if (!moment.isValid() || moment.timeSpec() == Qt::LocalTime)
        return {};
    return moment.toUTC();
}

} // namespace songhe
