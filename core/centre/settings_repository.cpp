// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/centre/settings_repository.h"

namespace songhe {

Result<std::optional<QString>> SettingsRepository::find(const QString& key)
{
    ASSIGN_OR_RETURN(Rows rows, m_ledger.store.run(QStringLiteral("SELECT value FROM setting WHERE key = ?"), {key}));
    std::optional<QString> value;
    if (rows.next())
        value = rows.text(0);
    RETURN_IF_ERROR(rows.failed());
    return value;
}

Result<void> SettingsRepository::put(const QString& key, const QString& value)
{
    RETURN_IF_ERROR(m_ledger.store.execute(
        QStringLiteral(
            "INSERT INTO setting (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value"),
        {key, value}));
    return {};
}

} // namespace songhe
