// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/clock.h"

#include <QtCore/QTimeZone>

namespace songhe {

namespace {
constexpr int chinaOffsetSeconds = 8 * 3600;

void putDigits(QString& text, qsizetype at, qsizetype count, int number)
{
    for (qsizetype i = at + count - 1; i >= at; --i, number /= 10)
        text[i] = QChar(char16_t(u'0' + number % 10));
}

/// Year, month and day at the beginning of a text.
void putDay(QString& text, QDate day)
{
    int year = 0;
    int month = 0;
    int dayOfMonth = 0;
    day.getDate(&year, &month, &dayOfMonth);
    putDigits(text, 0, 4, year);
    putDigits(text, 5, 2, month);
    putDigits(text, 8, 2, dayOfMonth);
}

} // namespace

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
    constexpr qint64 day = 24 * 3600 * 1000;
    constexpr qint64 epoch = 2'440'588; // Julian day of 1970-01-01
    const qint64 milliseconds = moment.toMSecsSinceEpoch();
    const qint64 inDay = (milliseconds % day + day) % day;
    const QDate date = QDate::fromJulianDay((milliseconds - inDay) / day + epoch);
    if (!moment.isValid() || date.year() < 1 || date.year() > 9999)
        return moment.toUTC().toString(Qt::ISODateWithMs);
    // Qt's own takes ten times as long, and every record has three of them.
    QString text = QStringLiteral("0000-00-00T00:00:00.000Z");
    putDay(text, date);
    putDigits(text, 11, 2, int(inDay / 3'600'000));
    putDigits(text, 14, 2, int(inDay / 60'000 % 60));
    putDigits(text, 17, 2, int(inDay / 1000 % 60));
    putDigits(text, 20, 3, int(inDay % 1000));
    return text;
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
