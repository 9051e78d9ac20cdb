// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/centre/site_repository.h"

namespace songhe {

Result<std::vector<Site>> SiteRepository::list()
{
    return m_sites.list(QStringLiteral("WHERE voided_at IS NULL ORDER BY recorded_at, id"));
}

Result<std::optional<Site>> SiteRepository::findByCode(const QString& code)
{
    ASSIGN_OR_RETURN(std::vector<Site> found,
                     m_sites.list(QStringLiteral("WHERE code = ? AND voided_at IS NULL"), {code}));
    if (found.empty())
        return std::optional<Site>();
    return std::optional<Site>(std::move(found.front()));
}

} // namespace songhe
