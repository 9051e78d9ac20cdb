// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/catalogue_price.h"

namespace songhe {

Result<std::vector<CataloguePrice>> CataloguePriceRepository::list()
{
    return m_prices.list(QStringLiteral("WHERE voided_at IS NULL ORDER BY item, from_on, id"));
}

Result<std::optional<CataloguePrice>> CataloguePriceRepository::onDay(const QString& item, QDate day)
{
    ASSIGN_OR_RETURN(const std::vector<CataloguePrice> found,
                     m_prices.list(QStringLiteral("WHERE item = ? AND from_on <= ? AND voided_at IS NULL "
                                                  "ORDER BY from_on DESC LIMIT 1"),
                                   {item, day}));
    return found.empty() ? std::optional<CataloguePrice>() : std::optional(found.front());
}

} // namespace songhe
