// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rules/policy_file.h"
#include "core/storage/record_table.h"

namespace songhe {

/// The policy files a centre imported.
class PolicyRepository {
public:
    /// What a centre chose where a policy leaves a point open.
    struct Choice {
        QString policy;
        QString setting;
        QString choice;
    };

    explicit PolicyRepository(Ledger& ledger)
        : m_ledger(ledger)
        , m_table(ledger)
    { }

    Result<PolicyFile> add(PolicyFile file) { return m_table.add(std::move(file)); }
    /// All that are not void, by policy and version.
    Result<std::vector<PolicyFile>> list();

    Result<std::vector<Choice>> choices();
    Result<void> putChoice(const Choice& choice);

private:
    Ledger& m_ledger;
    RecordTable<PolicyFile> m_table;
};

} // namespace songhe
