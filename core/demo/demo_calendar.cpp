// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/demo_calendar.h"

namespace songhe {

namespace {

/// The first day of the lunar year. Known for the years demonstrations run over; else about the middle of its range.
QDate springFestival(int year)
{
    static constexpr struct {
        int month, day;
    } known[] = {{2, 3}, {1, 23}, {2, 10}, {1, 31}, {2, 19}, {2, 8}, {1, 28}, {2, 16}, {2, 5}, {1, 25}, {2, 12},
                 {2, 1}, {1, 22}, {2, 10}, {1, 29}, {2, 17}, {2, 6}, {1, 26}, {2, 13}, {2, 3}, {1, 23}, {2, 11}};
    constexpr int firstKnown = 2011;
    const int index = year - firstKnown;
    if (index < 0 || index >= int(std::size(known)))
        return QDate(year, 2, 5);
    return QDate(year, known[index].month, known[index].day);
}

bool isPublicHoliday(QDate day)
{
    const int month = day.month();
    const int date = day.day();
    return (month == 1 && date == 1) || (month == 4 && date >= 4 && date <= 6) || (month == 5 && date <= 3)
        || (month == 10 && date <= 7);
}

} // namespace

int demoAttendance(QDate day)
{
    const auto sinceFestival = springFestival(day.year()).daysTo(day);
    if (sinceFestival >= -1 && sinceFestival <= 6)
        return 0;
    int percent = 100;
    if (isPublicHoliday(day))
        percent = 12;
    else if (day.dayOfWeek() >= 6)
        percent = 30;
    if (day.month() == 12 || day.month() <= 2)
        percent = percent * 88 / 100;
    return percent;
}

} // namespace songhe
