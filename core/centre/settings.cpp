// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/centre/settings.h"

#include "core/centre/settings_repository.h"

#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>

namespace songhe {

std::span<const SettingLine> settingLines()
{
    static constexpr SettingLine lines[] = {
        {"language", "zh_CN", QT_TRANSLATE_NOOP("Setting", "Language")},
        {"text_scale", "100", QT_TRANSLATE_NOOP("Setting", "Text size in percent")},
        {"contrast", "normal", QT_TRANSLATE_NOOP("Setting", "Contrast")},
        {"meal.price_fen", "1200", QT_TRANSLATE_NOOP("Setting", "Price of a meal in fen")},
        {"meal.policy", "baotou-2020-meals", QT_TRANSLATE_NOOP("Setting", "Policy for meals")},
        {"district.name", "", QT_TRANSLATE_NOOP("Setting", "District office")},
        {"district.recipient", "", QT_TRANSLATE_NOOP("Setting", "District key (age)")},
        {"district.public_key", "", QT_TRANSLATE_NOOP("Setting", "District key (minisign)")},
        {"slip.paper", "a5", QT_TRANSLATE_NOOP("Setting", "Paper of service slips")},
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
    if (!settingLine(key))
        return fail(Error::Kind::Invalid, tr("There is no setting '%1'.").arg(key));
    return m_ledger.transact([&]() -> Result<void> {
        RETURN_IF_ERROR(SettingsRepository(m_ledger).put(key, value));
        const QByteArray content = QJsonDocument(QJsonObject {{key, value}}).toJson(QJsonDocument::Compact);
        return m_ledger.audit.append(
            {QStringLiteral("setting"), 0, 0, ChangeKind::Changed, m_ledger.clock.now(), m_ledger.user, content});
    });
}

} // namespace songhe
