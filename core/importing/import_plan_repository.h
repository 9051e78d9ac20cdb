// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/importing/column_plan.h"
#include "core/storage/ledger.h"

namespace songhe {

/// The columns a clerk chose, by the digest of the headings. A convenience, no record: it leaves no trace in the audit.
class ImportPlanRepository {
public:
    explicit ImportPlanRepository(Ledger& ledger)
        : m_ledger(ledger)
    { }

    Result<std::optional<std::vector<RosterColumn>>> find(const QByteArray& headingDigest);
    Result<void> keep(const QByteArray& headingDigest, const std::vector<RosterColumn>& columns);

private:
    Ledger& m_ledger;
};

} // namespace songhe
