// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QDate>
#include <QtCore/QDateTime>
#include <QtCore/QTime>

namespace songhe {

/// Tells the time. Handed to whoever needs it; nothing else asks the system what day it is.
class Clock {
public:
    Clock() = default;
    Clock(const Clock&) = delete;
    Clock& operator=(const Clock&) = delete;
    virtual ~Clock() = default;

    /// This moment, UTC, with milliseconds.
    [[nodiscard]] virtual QDateTime now() const = 0;

    /// The business day and the time of day at the centre (China Standard Time, UTC+8, no summer time).
    [[nodiscard]] QDate today() const { return dayOf(now()); }
    [[nodiscard]] static QDate dayOf(const QDateTime& moment);
    [[nodiscard]] static QTime timeOf(const QDateTime& moment);
    /// The moment (UTC) of a time of day at the centre.
    [[nodiscard]] static QDateTime momentOf(QDate day, QTime time);
};

class SystemClock final : public Clock {
public:
    [[nodiscard]] QDateTime now() const override;
};

/// A clock that stands where it was put; for tests and for reproducible demonstration data.
class FixedClock final : public Clock {
public:
    explicit FixedClock(QDateTime moment)
        : m_moment(std::move(moment))
    { }
    explicit FixedClock(QDate day, QTime time = QTime(11, 40))
        : m_moment(momentOf(day, time))
    { }

    [[nodiscard]] QDateTime now() const override { return m_moment; }
    void set(QDateTime moment) { m_moment = std::move(moment); }

private:
    QDateTime m_moment;
};

/// Moments as they stand in tables and files: `2021-09-03T03:40:00.000Z`.
[[nodiscard]] QString momentText(const QDateTime& moment);
/// Null if the text is no moment; accepts with and without milliseconds, `Z` or an offset.
[[nodiscard]] QDateTime momentFromText(const QString& text);

} // namespace songhe
