// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/setting_words.h"

#include <QtCore/QCoreApplication>

namespace songhe {

QString settingWords(const PolicySetting& setting, const QString& chosen)
{
    static constexpr char gathered[] = "PolicySetting";
    struct Choice {
        const char* key;
        const char* words;
    };
    static constexpr Choice choices[] = {
        {"on_the_day", QT_TRANSLATE_NOOP("PolicySetting", "on the birthday")},
        {"day_after", QT_TRANSLATE_NOOP("PolicySetting", "the day after the birthday")},
        {"mar_1", QT_TRANSLATE_NOOP("PolicySetting", "1 March")},
        {"feb_28", QT_TRANSLATE_NOOP("PolicySetting", "28 February")},
        {"calendar", QT_TRANSLATE_NOOP("PolicySetting", "calendar year")},
        {"from-04", QT_TRANSLATE_NOOP("PolicySetting", "from April on")},
        {"from-07", QT_TRANSLATE_NOOP("PolicySetting", "from July on")},
        {"from-10", QT_TRANSLATE_NOOP("PolicySetting", "from October on")},
        {"stop", QT_TRANSLATE_NOOP("PolicySetting", "not paid")},
        {"partial", QT_TRANSLATE_NOOP("PolicySetting", "the rest is paid")},
        {"by_day", QT_TRANSLATE_NOOP("PolicySetting", "by the day, rounded down to the fen")},
        {"from_15_days", QT_TRANSLATE_NOOP("PolicySetting", "a whole month from 15 days on")},
        {"full_months", QT_TRANSLATE_NOOP("PolicySetting", "whole months only")},
        {"not_counted", QT_TRANSLATE_NOOP("PolicySetting", "not counted")},
        {"counted", QT_TRANSLATE_NOOP("PolicySetting", "counted")},
        {"not_required", QT_TRANSLATE_NOOP("PolicySetting", "attendance is not asked for")},
        {"required", QT_TRANSLATE_NOOP("PolicySetting", "only days of attendance count")},
        {"first_day", QT_TRANSLATE_NOOP("PolicySetting", "as on the first day")},
        {"last", QT_TRANSLATE_NOOP("PolicySetting", "with the last part")},
    };
    if (chosen.isEmpty())
        return QCoreApplication::translate(gathered, QT_TRANSLATE_NOOP("PolicySetting", "not chosen yet"));
    if (setting.number)
        return QCoreApplication::translate(gathered, QT_TRANSLATE_NOOP("PolicySetting", "%1 yuan"))
            .arg(Fen {chosen.toLongLong()}.yuanText());
    for (const Choice& choice : choices)
        if (chosen == QLatin1String(choice.key))
            return QCoreApplication::translate(gathered, choice.words);
    return chosen;
}

} // namespace songhe
