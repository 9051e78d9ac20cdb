// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/importing/import_plan_repository.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>

namespace songhe {

Result<std::optional<std::vector<RosterColumn>>> ImportPlanRepository::find(const QByteArray& headingDigest)
{
    ASSIGN_OR_RETURN(Rows rows,
                     m_ledger.store.run(QStringLiteral("SELECT columns FROM import_plan WHERE heading_digest = ?"),
                                        {headingDigest}));
    std::optional<std::vector<RosterColumn>> found;
    if (rows.next()) {
        found.emplace();
        for (const QJsonValue& key : QJsonDocument::fromJson(rows.text(0).toUtf8()).array())
            found->push_back(choiceFromKey<RosterColumn>(key.toString()).value_or(RosterColumn::Ignored));
    }
    RETURN_IF_ERROR(rows.failed());
    return found;
}

Result<void> ImportPlanRepository::keep(const QByteArray& headingDigest, const std::vector<RosterColumn>& columns)
{
    QJsonArray keys;
    for (const RosterColumn column : columns)
        keys.append(choiceKey(column));
    RETURN_IF_ERROR(m_ledger.store.execute(
        QStringLiteral("INSERT INTO import_plan (heading_digest, columns, recorded_at) VALUES (?, ?, ?) "
                       "ON CONFLICT (heading_digest) DO UPDATE SET columns = excluded.columns, "
                       "recorded_at = excluded.recorded_at"),
        {headingDigest, QString::fromUtf8(QJsonDocument(keys).toJson(QJsonDocument::Compact)), m_ledger.clock.now()}));
    return {};
}

} // namespace songhe
