// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/catalogue.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QDir>
#include <QtCore/QFile>

#include <algorithm>

// Resources of a static library are linked in only when somebody asks for them; the macro must stand outside of any
// namespace.
static void initCatalogueResources()
{
    Q_INIT_RESOURCE(data);
}

namespace songhe {

using namespace Qt::StringLiterals;

namespace {

struct CatalogueText {
    Q_DECLARE_TR_FUNCTIONS(songhe::Catalogue)
};

} // namespace

template <> std::span<const ChoiceName> choiceNames<Payer>()
{
    static constexpr ChoiceName names[] = {
        {int(Payer::Government), "government", "Service", QT_TRANSLATE_NOOP("Service", "bought by the government")},
        {int(Payer::Self), "self", "Service", QT_TRANSLATE_NOOP("Service", "the elder")},
        {int(Payer::Volunteer), "volunteer", "Service", QT_TRANSLATE_NOOP("Service", "nobody: volunteers")},
    };
    return names;
}

template <> std::span<const ChoiceName> choiceNames<PlanPer>()
{
    static constexpr ChoiceName names[] = {
        {int(PlanPer::Week), "week", "Service", QT_TRANSLATE_NOOP("Service", "a week")},
        {int(PlanPer::Month), "month", "Service", QT_TRANSLATE_NOOP("Service", "a month")},
    };
    return names;
}

std::optional<Fen> CatalogueItem::priceOn(QDate day) const
{
    for (const Price& price : prices)
        if (price.from <= day && (!price.to || *price.to >= day))
            return price.price;
    return std::nullopt;
}

const CatalogueItem::PlanRule* CatalogueItem::planFor(const QString& level) const
{
    const auto found
        = std::find_if(plan.begin(), plan.end(), [&](const PlanRule& rule) { return rule.levels.contains(level); });
    return found == plan.end() ? nullptr : &*found;
}

const CatalogueItem* Catalogue::find(const QString& key) const
{
    const auto found
        = std::find_if(items.begin(), items.end(), [&](const CatalogueItem& each) { return each.key == key; });
    return found == items.end() ? nullptr : &*found;
}

Result<const CatalogueItem*> Catalogue::item(const QString& key) const
{
    if (const CatalogueItem* found = find(key))
        return found;
    QStringList known;
    for (const CatalogueItem& each : items)
        known << each.key;
    return fail(Error::Kind::Invalid,
                CatalogueText::tr("'%1' is no item of the service catalogue. Use one of: %2.")
                    .arg(key.left(40), known.join(u", "_s)));
}

Result<const CatalogueItem*> Catalogue::itemOn(const QString& key, QDate day) const
{
    ASSIGN_OR_RETURN(const CatalogueItem* found, item(key));
    if (found->isOfferedOn(day))
        return found;
    const QString on = day.toString(Qt::ISODate);
    const bool early = found->from && day < *found->from;
    return fail(Error::Kind::Refused,
                early ? CatalogueText::tr("'%1' is offered from %2 on, not yet on %3. Please choose another day or "
                                          "another service.")
                            .arg(found->title.text(), found->from->toString(Qt::ISODate), on)
                      : CatalogueText::tr("'%1' was offered until %2, no longer on %3. Please choose another day or "
                                          "another service.")
                            .arg(found->title.text(), found->to->toString(Qt::ISODate), on));
}

QString Catalogue::itemText(const QString& key) const
{
    const CatalogueItem* found = find(key);
    return found ? found->title.text() : key;
}

QString Catalogue::certificateText(const QString& key) const
{
    const auto found = certificates.find(key);
    return found == certificates.end() ? key : found->second.text();
}

Result<const Catalogue*> Catalogue::builtIn()
{
    static const Result<Catalogue> read = []() -> Result<Catalogue> {
        initCatalogueResources();
        const QString name = u"community-services.json"_s;
        QFile file(u":/catalogues/"_s + name);
        if (!file.open(QIODevice::ReadOnly))
            return fail(Error::Kind::Io, CatalogueText::tr("The service catalogue %1 cannot be read.").arg(name), name);
        return Catalogue::read(file.readAll(), name);
    }();
    if (!read)
        return fail(Error(read.error()));
    return &*read;
}

} // namespace songhe
