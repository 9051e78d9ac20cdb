// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_store.h"

#include "core/security/keys.h"

namespace songhe {

TestStore::TestStore()
{
    initCrypto();
    auto opened = Store::inMemory();
    if (!opened)
        throw std::runtime_error((opened.error().message + opened.error().detail).toStdString());
    m_store = *std::move(opened);
    m_sealer = std::make_unique<EnvelopeSealer>(*m_store, SecureBytes::random(dataKeySize),
                                                QStringLiteral("00000000-0000-4000-8000-000000000001"));
    m_audit = std::make_unique<AuditLog>(*m_store);
    m_ledger = std::make_unique<Ledger>(*m_store, *m_sealer, *m_audit, m_clock, Id<User> {clerk});
}

} // namespace songhe
