// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/catalogue.h"
#include "core/storage/record_table.h"

namespace songhe {

/// What this centre charges for an item from a day on, instead of the catalogue's price; until the next one.
struct CataloguePrice {
    static constexpr const char* family = "catalogue_price";

    Id<CataloguePrice> id;
    QString item;
    QDate from;
    Fen price;
    std::optional<QString> document; ///< by which paper it was set
    Recorded recorded;
};

template <> const Schema<CataloguePrice>& schemaOf<CataloguePrice>();

class CataloguePriceRepository {
public:
    explicit CataloguePriceRepository(Ledger& ledger)
        : m_prices(ledger)
    { }

    Result<CataloguePrice> add(const CataloguePrice& price) { return m_prices.add(price); }
    Result<CataloguePrice> voidPrice(Id<CataloguePrice> id, const QString& reason)
    {
        return m_prices.voidRecord(id, reason);
    }
    /// Not void, by item and first day.
    Result<std::vector<CataloguePrice>> list();
    /// The one in force on that day.
    Result<std::optional<CataloguePrice>> onDay(const QString& item, QDate day);

private:
    RecordTable<CataloguePrice> m_prices;
};

/// The catalogue with what this centre charges. Each call is one transaction.
class CatalogueDesk {
    Q_DECLARE_TR_FUNCTIONS(songhe::CatalogueDesk)

public:
    explicit CatalogueDesk(Ledger& ledger)
        : m_ledger(ledger)
        , m_prices(ledger)
    { }

    static Result<const Catalogue*> catalogue() { return Catalogue::builtIn(); }

    /// A second price of the same item from the same day is `Conflict`.
    Result<CataloguePrice> add(const CataloguePrice& price);
    Result<CataloguePrice> voidPrice(Id<CataloguePrice> id, const QString& reason);
    Result<std::vector<CataloguePrice>> prices() { return m_prices.list(); }
    /// The centre's own, else the catalogue's; nothing where neither has one.
    Result<std::optional<Fen>> priceOn(const QString& item, QDate day);

private:
    Ledger& m_ledger;
    CataloguePriceRepository m_prices;
};

} // namespace songhe
