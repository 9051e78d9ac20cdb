// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/centre/settings.h"

#include "core/centre/settings_repository.h"

#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QRegularExpression>

namespace songhe {

namespace setting_values {

bool matches(const QString& value, const char* pattern)
{
    return QRegularExpression(QRegularExpression::anchoredPattern(QLatin1String(pattern))).match(value).hasMatch();
}

bool inRange(const QString& value, int least, int most)
{
    return matches(value, "0|[1-9][0-9]{0,6}") && value.toInt() >= least && value.toInt() <= most;
}

bool isLanguage(const QString& value)
{
    return matches(value, "zh_CN|en");
}
bool isTextScale(const QString& value)
{
    return inRange(value, 100, 175);
}
bool isContrast(const QString& value)
{
    return matches(value, "normal|high");
}
bool isPrice(const QString& value)
{
    return inRange(value, 0, 100'000);
}
bool isPolicy(const QString& value)
{
    return value.size() <= 100 && matches(value, "[a-z0-9]+(-[a-z0-9]+)*");
}
bool isName(const QString& value)
{
    return value.size() <= 200;
}
bool isPercent(const QString& value)
{
    return inRange(value, 0, 100);
}
bool isDays(const QString& value)
{
    return inRange(value, 0, 365);
}
bool isWeeks(const QString& value)
{
    return inRange(value, 1, 52);
}
bool isMinutes(const QString& value)
{
    return inRange(value, 0, 240);
}
bool isYesNo(const QString& value)
{
    return matches(value, "yes|no");
}
bool isPaper(const QString& value)
{
    return matches(value, "a5|roll80");
}
/// Their checksums are looked at where they are used.
bool isRecipient(const QString& value)
{
    return matches(value, "|age1[ac-hj-np-z02-9]{58}");
}
bool isPublicKey(const QString& value)
{
    return matches(value, "|RW[A-Za-z0-9+/]{54}");
}

} // namespace setting_values

std::span<const SettingLine> settingLines()
{
    namespace is = setting_values;
    static constexpr SettingLine lines[] = {
        {"language", "zh_CN", QT_TRANSLATE_NOOP("Setting", "Language"), is::isLanguage, "zh_CN, en"},
        {"text_scale", "100", QT_TRANSLATE_NOOP("Setting", "Text size in percent"), is::isTextScale,
         QT_TRANSLATE_NOOP("Setting", "a whole number from 100 to 175")},
        {"contrast", "normal", QT_TRANSLATE_NOOP("Setting", "Contrast"), is::isContrast, "normal, high"},
        {"meal.price_fen", "1200", QT_TRANSLATE_NOOP("Setting", "Price of a meal in fen"), is::isPrice,
         QT_TRANSLATE_NOOP("Setting", "a whole number of fen from 0 to 100000")},
        {"meal.late_days", "3", QT_TRANSLATE_NOOP("Setting", "Days after which entering a meal wants a second person"),
         is::isDays, QT_TRANSLATE_NOOP("Setting", "a whole number of days from 0 to 365")},
        {"meal.policy", "baotou-2020-meals", QT_TRANSLATE_NOOP("Setting", "Policy for meals"), is::isPolicy,
         QT_TRANSLATE_NOOP("Setting", "the name of a policy, as baotou-2020-meals")},
        {"district.name", "", QT_TRANSLATE_NOOP("Setting", "District office"), is::isName,
         QT_TRANSLATE_NOOP("Setting", "at most 200 letters")},
        {"district.recipient", "", QT_TRANSLATE_NOOP("Setting", "District key (age)"), is::isRecipient,
         QT_TRANSLATE_NOOP("Setting", "empty, or age1 and 58 letters and digits")},
        {"district.public_key", "", QT_TRANSLATE_NOOP("Setting", "District key (minisign)"), is::isPublicKey,
         QT_TRANSLATE_NOOP("Setting", "empty, or RW and 54 letters and digits")},
        {"assessment.second_keying_percent", "0",
         QT_TRANSLATE_NOOP("Setting", "Assessments that a second person keys again, in percent"), is::isPercent,
         QT_TRANSLATE_NOOP("Setting", "a whole number from 0 to 100")},
        {"assessment.warn_days", "30", QT_TRANSLATE_NOOP("Setting", "Days before an assessment ends to remind"),
         is::isDays, QT_TRANSLATE_NOOP("Setting", "a whole number of days from 0 to 365")},
        {"assessment.religion", "no", QT_TRANSLATE_NOOP("Setting", "Ask for religion in assessments"), is::isYesNo,
         "yes, no"},
        {"attendance.regular_weeks", "4",
         QT_TRANSLATE_NOOP("Setting", "Weeks of day care after which one is no regular any more"), is::isWeeks,
         QT_TRANSLATE_NOOP("Setting", "a whole number of weeks from 1 to 52")},
        {"device.policy", "nm-aid", QT_TRANSLATE_NOOP("Setting", "Policy for renting devices"), is::isPolicy,
         QT_TRANSLATE_NOOP("Setting", "the name of a policy, as nm-aid")},
        {"lock.minutes", "10", QT_TRANSLATE_NOOP("Setting", "Minutes without a key or mouse until it locks"),
         is::isMinutes, QT_TRANSLATE_NOOP("Setting", "a whole number of minutes from 0 (never) to 240")},
        {"slip.paper", "a5", QT_TRANSLATE_NOOP("Setting", "Paper of service slips"), is::isPaper, "a5, roll80"},
    };
    return lines;
}

namespace {

const SettingLine* settingLine(const QString& key)
{
    for (const SettingLine& line : settingLines())
        if (key == QLatin1String(line.key))
            return &line;
    return nullptr;
}

} // namespace

Result<QString> Settings::value(const QString& key)
{
    ASSIGN_OR_RETURN(const std::optional<QString> stored, SettingsRepository(m_ledger).find(key));
    if (stored)
        return *stored;
    const SettingLine* line = settingLine(key);
    return line ? QString::fromUtf8(line->fallback) : QString();
}

Result<void> Settings::set(const QString& key, const QString& value)
{
    const SettingLine* line = settingLine(key);
    if (!line)
        return fail(Error::Kind::Invalid, tr("There is no setting '%1'.").arg(key));
    static constexpr char gathered[] = "Setting"; // by QT_TRANSLATE_NOOP, where the lines stand
    if (!line->allows(value))
        return fail(Error::Kind::Invalid,
                    tr("The setting '%1' cannot take this value. Allowed: %2.")
                        .arg(key, QCoreApplication::translate(gathered, line->allowed)));
    return m_ledger.transact([&]() -> Result<void> {
        RETURN_IF_ERROR(SettingsRepository(m_ledger).put(key, value));
        const QByteArray content = QJsonDocument(QJsonObject {{key, value}}).toJson(QJsonDocument::Compact);
        return m_ledger.audit.append(
            {QStringLiteral("setting"), 0, 0, ChangeKind::Changed, m_ledger.clock.now(), m_ledger.user, content});
    });
}

} // namespace songhe
