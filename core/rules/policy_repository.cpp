// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/policy_repository.h"

namespace songhe {

namespace {

/// Settings of policies stand among the centre's as 'policy.<id>.<setting>'.
const QString choicePrefix = QStringLiteral("policy.");

} // namespace

Result<std::vector<PolicyFile>> PolicyRepository::list()
{
    return m_table.list(QStringLiteral("WHERE voided_at IS NULL ORDER BY policy, version"));
}

Result<std::vector<PolicyRepository::Choice>> PolicyRepository::choices()
{
    std::vector<Choice> choices;
    ASSIGN_OR_RETURN(
        Rows rows,
        m_ledger.store.run(QStringLiteral("SELECT key, value FROM setting WHERE key LIKE 'policy.%' ORDER BY key")));
    while (rows.next()) {
        const QString key = rows.text(0).sliced(choicePrefix.size());
        choices.push_back({key.section(u'.', 0, -2), key.section(u'.', -1), rows.text(1)});
    }
    RETURN_IF_ERROR(rows.failed());
    return choices;
}

Result<void> PolicyRepository::putChoice(const Choice& choice)
{
    RETURN_IF_ERROR(m_ledger.store.execute(
        QStringLiteral(
            "INSERT INTO setting (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value"),
        {choicePrefix + choice.policy + u'.' + choice.setting, choice.choice}));
    return {};
}

} // namespace songhe
