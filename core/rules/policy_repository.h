// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rules/policy_file.h"
#include "core/storage/record_table.h"

namespace songhe {

/// The policy files a centre imported.
class PolicyRepository {
public:
    explicit PolicyRepository(Ledger& ledger)
        : m_table(ledger)
    { }

    Result<PolicyFile> add(PolicyFile file) { return m_table.add(std::move(file)); }
    /// All that are not void, by policy and version.
    Result<std::vector<PolicyFile>> list();

private:
    RecordTable<PolicyFile> m_table;
};

} // namespace songhe
