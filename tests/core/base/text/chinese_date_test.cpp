// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text/chinese_date.h"

#include "tests/support/catch.h"

using namespace songhe;
using namespace Qt::StringLiterals;

TEST_CASE("a date is read in any usual way of writing it", "[base][text]")
{
    const std::pair<QString, WrittenDate> cases[] = {
        {u"19370626"_s, {{1937, 6, 26}, DatePrecision::Day}},
        {u"1958/7/17"_s, {{1958, 7, 17}, DatePrecision::Day}},
        {u"1934年7月21日"_s, {{1934, 7, 21}, DatePrecision::Day}},
        {u" 1934 年 7 月 21 日 "_s, {{1934, 7, 21}, DatePrecision::Day}},
        {u"1939.12.8"_s, {{1939, 12, 8}, DatePrecision::Day}},
        {u"1939-03-13"_s, {{1939, 3, 13}, DatePrecision::Day}},
        {u"1939-03-13 00:00:00"_s, {{1939, 3, 13}, DatePrecision::Day}},
        {u"1939-03-13T00:00:00"_s, {{1939, 3, 13}, DatePrecision::Day}},
        {u"１９３９．３．１３"_s, {{1939, 3, 13}, DatePrecision::Day}},
        {u"1939．03．13"_s, {{1939, 3, 13}, DatePrecision::Day}},
        {u"2021.9.30"_s, {{2021, 9, 30}, DatePrecision::Day}},
        {u"二〇二一年九月三日"_s, {{2021, 9, 3}, DatePrecision::Day}},
        {u"一九三七年十二月二十六日"_s, {{1937, 12, 26}, DatePrecision::Day}},
        {u"一九三七年十月廿日"_s, {{1937, 10, 20}, DatePrecision::Day}},
        {u"二○○○年二月二十九日"_s, {{2000, 2, 29}, DatePrecision::Day}},
        {u"1943年8月26日生"_s, {{1943, 8, 26}, DatePrecision::Day}},
        {u"1932年6月"_s, {{1932, 6, 1}, DatePrecision::Month}},
        {u"1936.06"_s, {{1936, 6, 1}, DatePrecision::Month}},
        {u"1943.1"_s, {{1943, 1, 1}, DatePrecision::Month}},
        {u"193606"_s, {{1936, 6, 1}, DatePrecision::Month}},
        {u"1936-06"_s, {{1936, 6, 1}, DatePrecision::Month}},
        {u"1936年"_s, {{1936, 1, 1}, DatePrecision::Year}},
        {u"1936"_s, {{1936, 1, 1}, DatePrecision::Year}},
        {u"1899-12-31"_s, {{1899, 12, 31}, DatePrecision::Day}},
    };
    for (const auto& [written, date] : cases) {
        INFO(written.toStdString());
        const DateReading reading = readDate(written);
        REQUIRE(reading.kind == DateReading::Kind::Read);
        CHECK(reading.date.day == date.day);
        CHECK(reading.date.precision == date.precision);
    }
}

TEST_CASE("a day that never was is told apart from a text that is no date", "[base][text]")
{
    for (const auto& impossible : {u"1948-02-30"_s, u"1949年2月29日"_s, u"19481301"_s, u"1948.13"_s, u"1948-00-10"_s,
                                   u"0948-01-10"_s, u"9999-01-10"_s})
        CHECK(readDate(impossible).kind == DateReading::Kind::Impossible);
    for (const auto& none : {u"不详"_s, u"37.6.26"_s, u"370626a"_s, u"农历1937年6月26日"_s, u"1937年闰六月"_s,
                             u"1937年六月初三"_s, u"19370626123"_s, u"1937-6-26-1"_s, u"1937年十十月"_s, u"80岁"_s})
        CHECK(readDate(none).kind == DateReading::Kind::NotADate);
    CHECK(readDate(u" 　"_s).kind == DateReading::Kind::Empty);
    CHECK(readDate(QString(100000, u'1')).kind == DateReading::Kind::NotADate);
}

TEST_CASE("every day of two centuries is read back from five ways of writing it", "[base][text]")
{
    int wrong = 0;
    for (QDate day(1890, 1, 1); day.year() < 2030; day = day.addDays(7))
        for (const auto& format : {u"yyyyMMdd"_s, u"yyyy-MM-dd"_s, u"yyyy/M/d"_s, u"yyyy.M.d"_s, u"yyyy年M月d日"_s}) {
            const DateReading reading = readDate(day.toString(format));
            wrong += reading.kind != DateReading::Kind::Read || reading.date.day != day;
        }
    CHECK(wrong == 0);
}

TEST_CASE("a month agrees with every day in it and with no other", "[base][text]")
{
    const WrittenDate june = readDate(u"1937.06"_s).date;
    CHECK(june.agreesWith({1937, 6, 26}));
    CHECK_FALSE(june.agreesWith({1937, 7, 1}));
    CHECK_FALSE(june.agreesWith({1938, 6, 26}));
    CHECK(readDate(u"1937"_s).date.agreesWith({1937, 12, 31}));
    CHECK_FALSE(readDate(u"1937-06-26"_s).date.agreesWith({1937, 6, 25}));
}

TEST_CASE("age counts full years and 29 February is decided", "[base][text]")
{
    const QDate born(1937, 6, 26);
    CHECK(ageInYears(born, {2021, 6, 25}) == 83);
    CHECK(ageInYears(born, {2021, 6, 26}) == 84);
    CHECK(ageInYears(born, born) == 0);
    CHECK_FALSE(ageInYears(born, {1937, 6, 25}));
    CHECK_FALSE(ageInYears({}, {2021, 1, 1}));

    const QDate leapling(1940, 2, 29);
    CHECK(ageInYears(leapling, {2000, 2, 29}) == 60);
    CHECK(ageInYears(leapling, {2001, 2, 28}) == 60);
    CHECK(ageInYears(leapling, {2001, 3, 1}) == 61);
    CHECK(ageInYears(leapling, {2001, 2, 28}, LeapBirthday::LastOfFebruary) == 61);
    CHECK(ageInYears(leapling, {2001, 2, 27}, LeapBirthday::LastOfFebruary) == 60);
}

TEST_CASE("a day is short on screen within the year and long on paper", "[base][text]")
{
    CHECK(shortDay({2021, 9, 3}, {2021, 12, 1}) == u"3 Sep"_s);
    CHECK(shortDay({2021, 9, 3}, {2022, 1, 1}) == u"2021-09-03"_s);
    CHECK(shortDay({}, {2022, 1, 1}).isEmpty());
    CHECK(paperDay({2021, 9, 3}) == u"2021年9月3日"_s);
}
