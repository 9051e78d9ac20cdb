// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/meals/meal.h"
#include "core/security/audit_log.h"

#include <memory>

namespace songhe {

/// Writes invented meals by the million: the same rows and the same audit entries as the meals' own repository writes,
/// without asking the file for the audit's head and for known ids at every meal. For a fresh centre within one
/// transaction; nothing else may write meanwhile, or `reload()` must be called after it.
class DemoRepository {
public:
    explicit DemoRepository(Ledger& ledger);
    ~DemoRepository();
    DemoRepository(const DemoRepository&) = delete;
    DemoRepository& operator=(const DemoRepository&) = delete;

    /// Marks the centre as a demonstration and makes more room for pages while millions of rows go in.
    Result<void> prepare();
    /// Takes up the audit's head again.
    Result<void> reload();
    /// A new meal without sealed fields, recorded at `at` by whoever is at work.
    Result<void> add(const Meal& meal, const QDateTime& at);

    /// Is there any elder or meal in the file?
    Result<bool> isFresh();

private:
    Result<void> mark();

    struct Statements;
    Ledger& m_ledger;
    std::unique_ptr<Statements> m_statements;
    AuditHead m_head;
};

} // namespace songhe
