// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/centre/site.h"
#include "core/storage/record_table.h"

namespace songhe {

class SiteRepository {
public:
    explicit SiteRepository(Ledger& ledger)
        : m_sites(ledger)
    { }

    Result<Site> add(const Site& site) { return m_sites.add(site); }
    /// Not void, oldest first.
    Result<std::vector<Site>> list();
    Result<std::optional<Site>> find(Id<Site> id) { return m_sites.find(id); }
    Result<std::optional<Site>> findByCode(const QString& code);

private:
    RecordTable<Site> m_sites;
};

} // namespace songhe
