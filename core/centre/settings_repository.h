// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/ledger.h"

namespace songhe {

class SettingsRepository {
public:
    explicit SettingsRepository(Ledger& ledger)
        : m_ledger(ledger)
    { }

    Result<std::optional<QString>> find(const QString& key);
    Result<void> put(const QString& key, const QString& value);

private:
    Ledger& m_ledger;
};

} // namespace songhe
