// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/security/audit_log.h"
#include "core/security/envelope.h"
#include "core/storage/ledger.h"

#include <memory>

namespace songhe {

/// A signed-in centre in memory: every migration, real seals and audit, a clock that stands at 2021-09-03 11:40.
///
///     TestStore store;
///     MealDesk desk(*store, …);
class TestStore {
public:
    TestStore();

    Ledger& operator*() { return *m_ledger; }
    Ledger* operator->() { return m_ledger.get(); }
    FixedClock& clock() { return m_clock; }
    AuditLog& audit() { return *m_audit; }

    static constexpr qint64 clerk = 900; ///< the id of who is at work

private:
    FixedClock m_clock {QDate(2021, 9, 3)};
    std::unique_ptr<Store> m_store;
    std::unique_ptr<EnvelopeSealer> m_sealer;
    std::unique_ptr<AuditLog> m_audit;
    std::unique_ptr<Ledger> m_ledger;
};

} // namespace songhe
