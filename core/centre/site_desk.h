// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/centre/site_repository.h"

namespace songhe {

/// Meal points and branches of the centre. Set-up makes the first one, with the centre's code.
class SiteDesk {
    Q_DECLARE_TR_FUNCTIONS(songhe::SiteDesk)

public:
    explicit SiteDesk(Ledger& ledger)
        : m_ledger(ledger)
        , m_sites(ledger)
    { }

    Result<Site> add(Site site);
    Result<std::vector<Site>> list() { return m_sites.list(); }
    /// By code or by id as text; empty: the first site of the centre.
    Result<Site> resolve(const QString& codeOrId);

private:
    Ledger& m_ledger;
    SiteRepository m_sites;
};

} // namespace songhe
