// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/policy.h"

#include <QtCore/QCoreApplication>

#include <algorithm>

namespace songhe {

using namespace Qt::StringLiterals;

QString Words::text() const
{
    //: Which of the texts of a data file is shown: "zh" or "en".
    return QCoreApplication::translate("songhe::Words", "en") == u"zh" ? zh : en;
}

Words Words::read(DataObject object)
{
    Words words {object.text(u"zh"_s), object.text(u"en"_s)};
    object.nothingElse();
    return words;
}

bool PolicySetting::takes(const QString& choice) const
{
    bool whole = false;
    const qint64 value = choice.toLongLong(&whole);
    return number ? whole && value >= least && value <= most : choices.contains(choice);
}

QString Policy::setting(QStringView key) const
{
    for (const PolicySetting& one : settings)
        if (one.key == key)
            return one.chosen;
    return {};
}

AgeRule Policy::ageRule() const
{
    return {setting(u"birthday") == u"day_after", setting(u"leap_birthday") == u"feb_28"};
}

bool Policy::asksAge() const
{
    return std::any_of(conditions.begin(), conditions.end(), [](const Condition& condition) {
        return condition.fact == u"age"
            || std::any_of(condition.any.begin(), condition.any.end(),
                           [](const Condition& alternative) { return alternative.fact == u"age"; });
    });
}

bool Policy::asksAttendance() const
{
    const QString chosen = setting(attendanceSetting);
    return chosen.isEmpty() ? factKinds().contains(attendedKind.toString()) : chosen == u"required";
}

bool Policy::mayAskAttendance() const
{
    return factKinds().contains(attendedKind.toString())
        || std::any_of(settings.begin(), settings.end(),
                       [](const PolicySetting& one) { return one.key == attendanceSetting; });
}

bool Policy::paysPart() const
{
    return setting(u"last_unit") == u"partial";
}

QDate Policy::periodStart(Limit::Per per, QDate day) const
{
    if (per == Limit::Per::Day)
        return day;
    if (per == Limit::Per::Month)
        return QDate(day.year(), day.month(), 1);
    if (per == Limit::Per::Once)
        return QDate(1, 1, 1);
    const QString year = setting(u"year"); // 'calendar' or 'from-04'
    const int month = year.startsWith(u"from-") ? year.right(2).toInt() : 1;
    return QDate(day.month() < month ? day.year() - 1 : day.year(), month, 1);
}

qint64 Policy::periodOf(Limit::Per per, QDate day) const
{
    return periodStart(per, day).toJulianDay();
}

QStringList Policy::factKinds() const
{
    QStringList kinds;
    for (const Condition& condition : conditions)
        condition.gatherKinds(kinds);
    kinds += pays.factKinds();
    kinds.removeDuplicates();
    return kinds;
}

} // namespace songhe
