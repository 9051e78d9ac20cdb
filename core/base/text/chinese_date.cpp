// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text/chinese_date.h"

#include "core/base/text/digits.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QLocale>
#include <QtCore/QRegularExpression>

namespace songhe {

using namespace Qt::StringLiterals;

namespace {

constexpr int earliestYear = 1800;
constexpr int latestYear = 2199;

int hanDigit(QChar character)
{
    if (character == u'○' || character == u'零' || character == u'Ｏ')
        return 0;
    return int(u"〇一二三四五六七八九"_s.indexOf(character));
}

/// 二〇二一 → 2021, 二十六 → 26, 十 → 10, 廿六 → 26
QString hanNumberInDigits(const QString& run)
{
    const qsizetype ten = run.indexOf(u'十');
    if (ten < 0) {
        QString digits;
        for (const QChar character : run)
            digits.append(QChar(u'0' + hanDigit(character)));
        return digits;
    }
    const QString tens = run.left(ten);
    const QString ones = run.mid(ten + 1);
    if (tens.size() > 1 || ones.size() > 1 || ones.contains(u'十'))
        return run; // left as it is, so that nothing matches
    const int number
        = (tens.isEmpty() ? 1 : hanDigit(tens.front())) * 10 + (ones.isEmpty() ? 0 : hanDigit(ones.front()));
    return QString::number(number);
}

QString hanNumbersInDigits(QString text)
{
    static const QRegularExpression anyHanNumber(u"[〇○零一二三四五六七八九十廿卅]"_s);
    if (!text.contains(anyHanNumber))
        return text;
    text.replace(u"廿"_s, u"二十"_s).replace(u"卅"_s, u"三十"_s);
    QString plain;
    QString run;
    for (const QChar character : text) {
        if (character == u'十' || hanDigit(character) >= 0) {
            run.append(character);
            continue;
        }
        plain += hanNumberInDigits(run);
        run.clear();
        plain += character;
    }
    return plain + hanNumberInDigits(run);
}

DateReading dateOf(const QString& year, const QString& month, const QString& day)
{
    const DatePrecision precision
        = month.isEmpty() ? DatePrecision::Year : (day.isEmpty() ? DatePrecision::Month : DatePrecision::Day);
    const QDate date(year.toInt(), month.isEmpty() ? 1 : month.toInt(), day.isEmpty() ? 1 : day.toInt());
    if (!date.isValid() || date.year() < earliestYear || date.year() > latestYear)
        return {DateReading::Kind::Impossible, {}};
    return {DateReading::Kind::Read, {date, precision}};
}

QString withoutTimeAndTail(QString text)
{
    static const QRegularExpression timeOfDay(
        u"[T\\s]+\\d{1,2}[:：时]\\d{1,2}(?:[:：分]\\d{1,2}(?:\\.\\d+)?)?[秒分]?Z?$"_s);
    static const QRegularExpression tail(u"(?:出生|生)$"_s);
    text.remove(timeOfDay);
    text.remove(tail);
    while (!text.isEmpty() && (text.back().isSpace() || u".。、-/"_s.contains(text.back())))
        text.chop(1);
    return text;
}

} // namespace

bool WrittenDate::agreesWith(QDate other) const
{
    if (day.year() != other.year() || precision == DatePrecision::Year)
        return day.year() == other.year();
    return day.month() == other.month() && (precision == DatePrecision::Month || day.day() == other.day());
}

DateReading readDate(const QString& written)
{
    QString text = plainWidth(written.left(200));
    text.remove(QChar(0xFEFF)).remove(QChar(0x200B));
    text = text.simplified();
    if (text.isEmpty())
        return {DateReading::Kind::Empty, {}};
    text = withoutTimeAndTail(hanNumbersInDigits(text));

    static const QRegularExpression dense(u"^(\\d{4})(\\d{2})?(\\d{2})?年?$"_s);
    static const QRegularExpression parted(
        u"^(\\d{4}) ?(?:年|[-/.。、,\\x{2013}\\x{2014}]| ) ?(?:(\\d{1,2}) ?(?:(?:月|[-/.。、,\\x{2013}\\x{2014}]| ) ?"
        "(?:(\\d{1,2}) ?[日号]?)?)?)?$"_s);
    for (const QRegularExpression& shape : {dense, parted})
        if (const auto match = shape.match(text); match.hasMatch())
            return dateOf(match.captured(1), match.captured(2), match.captured(3));
    return {};
}

QString shortDay(QDate day, QDate today)
{
    if (!day.isValid())
        return {};
    if (day.year() != today.year())
        return day.toString(Qt::ISODate);
    //: A day of this year, as a QLocale date format
    return QLocale::c().toString(day, QCoreApplication::translate("songhe::Day", "d MMM"));
}

QString paperDay(QDate day)
{
    return day.isValid() ? QLocale::c().toString(day, u"yyyy年M月d日"_s) : QString();
}

std::optional<int> ageInYears(QDate born, QDate day, LeapBirthday leap)
{
    if (!born.isValid() || !day.isValid() || day < born)
        return std::nullopt;
    QDate birthday(day.year(), born.month(), born.day());
    if (!birthday.isValid())
        birthday = leap == LeapBirthday::FirstOfMarch ? QDate(day.year(), 3, 1) : QDate(day.year(), 2, 28);
    return day.year() - born.year() - (day < birthday ? 1 : 0);
}

} // namespace songhe
