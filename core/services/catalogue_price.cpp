// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/catalogue_price.h"

namespace songhe {

template <> const Schema<CataloguePrice>& schemaOf<CataloguePrice>()
{
    static constexpr Field<CataloguePrice> fields[] = {
        field<&CataloguePrice::id>({.key = "id", .required = true}),
        field<&CataloguePrice::item>({.key = "item",
                                      .label = QT_TRANSLATE_NOOP("Service", "Service"),
                                      .required = true,
                                      .maxLength = 40,
                                      .refersTo = "catalogue_item"}),
        field<&CataloguePrice::from>(
            {.key = "from_on", .label = QT_TRANSLATE_NOOP("Service", "From"), .required = true}),
        field<&CataloguePrice::price>(
            {.key = "price_fen", .label = QT_TRANSLATE_NOOP("Service", "Price"), .required = true}),
        field<&CataloguePrice::document>(
            {.key = "document", .label = QT_TRANSLATE_NOOP("Service", "By which paper"), .maxLength = 100}),
    };
    static constexpr Schema<CataloguePrice> schema {{CataloguePrice::family, "Service", ""}, fields};
    return schema;
}

Result<CataloguePrice> CatalogueDesk::add(const CataloguePrice& price)
{
    constexpr qint64 mostFen = 10'000'000;
    ASSIGN_OR_RETURN(const Catalogue* known, catalogue());
    RETURN_IF_ERROR(known->item(price.item));
    if (!price.from.isValid())
        return fail(Error::Kind::Invalid, tr("The first day is missing. From which day on does this price hold?"));
    if (price.price.value < 0 || price.price.value > mostFen)
        return fail(
            Error::Kind::Invalid,
            tr("A price lies between 0 and %1 yuan, not %2.").arg(Fen {mostFen}.yuanText(), price.price.yuanText()));
    return m_ledger.transact([&]() -> Result<CataloguePrice> {
        ASSIGN_OR_RETURN(const std::optional<CataloguePrice> other, m_prices.onDay(price.item, price.from));
        if (other && other->from == price.from && other->id != price.id)
            return fail(Error::Kind::Conflict,
                        tr("From %1 on a price of %2 yuan stands already (number %3). Make that one void first.")
                            .arg(price.from.toString(Qt::ISODate), other->price.yuanText(), other->id.text()));
        return m_prices.add(price);
    });
}

Result<CataloguePrice> CatalogueDesk::voidPrice(Id<CataloguePrice> id, const QString& reason)
{
    return m_ledger.transact([&] { return m_prices.voidPrice(id, reason); });
}

Result<std::optional<Fen>> CatalogueDesk::priceOn(const QString& item, QDate day)
{
    ASSIGN_OR_RETURN(const Catalogue* known, catalogue());
    ASSIGN_OR_RETURN(const CatalogueItem* found, known->item(item));
    ASSIGN_OR_RETURN(const std::optional<CataloguePrice> own, m_prices.onDay(item, day));
    return own ? std::optional(own->price) : found->priceOn(day);
}

} // namespace songhe
