// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/policy_repository.h"

namespace songhe {

Result<std::vector<PolicyFile>> PolicyRepository::list()
{
    return m_table.list(QStringLiteral("WHERE voided_at IS NULL ORDER BY policy, version"));
}

} // namespace songhe
