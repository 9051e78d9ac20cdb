// SPDX-License-Identifier: GPL-3.0-or-later
// Reads a service catalogue from top to bottom; see resources/catalogues/ for the format.
#include "core/rules/data_file.h"
#include "core/services/catalogue.h"

#include <QtCore/QJsonArray>
#include <QtCore/QRegularExpression>

#include <algorithm>

namespace songhe {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostMinutes = 24 * 60;
constexpr qint64 mostFen = 10'000'000;
constexpr int mostTimes = 31;

struct CatalogueFile {
    Q_DECLARE_TR_FUNCTIONS(songhe::Catalogue)
};

const QStringList& confidences()
{
    static const QStringList known {u"verified"_s, u"own_knowledge"_s, u"uncertain"_s};
    return known;
}

const QStringList& abilityLevels()
{
    static const QStringList known {u"intact"_s, u"mild"_s, u"moderate"_s, u"severe"_s, u"complete"_s};
    return known;
}

/// A list of texts that may be empty, each one of `known`.
QStringList knownTexts(DataObject& object, const QString& key, const QStringList& known)
{
    QStringList list;
    const QJsonValue given = object.raw(key);
    if (!given.isArray()) {
        object.report(key, CatalogueFile::tr("a list is wanted here; it may be empty."));
        return list;
    }
    for (const QJsonValue& each : given.toArray()) {
        if (!known.contains(each.toString()))
            object.report(key,
                          CatalogueFile::tr("'%1' is not known here. Use: %2.")
                              .arg(each.toString().left(40), known.join(u", "_s)));
        list << each.toString();
    }
    return list;
}

std::map<QString, Words> readNamedWords(DataObject& root, const QString& key)
{
    std::map<QString, Words> words;
    for (DataObject& object : root.objects(key)) {
        const QString name = object.text(u"key"_s);
        if (!words.emplace(name, Words::read(object.object(u"title"_s))).second)
            object.report(u"key"_s, CatalogueFile::tr("'%1' stands here twice.").arg(name.left(40)));
        object.nothingElse();
    }
    return words;
}

template <typename Map> QStringList namesOf(const Map& map)
{
    QStringList names;
    for (const auto& [name, value] : map)
        names << name;
    return names;
}

void readPrices(DataObject& object, CatalogueItem& item)
{
    for (DataObject& each : object.objects(u"prices"_s)) {
        CatalogueItem::Price price;
        price.from = each.day(u"from"_s);
        price.to = each.maybeDay(u"to"_s);
        price.price = Fen {each.integer(u"fen"_s, 0, mostFen)};
        if (price.to && *price.to < price.from)
            each.report(u"to"_s, CatalogueFile::tr("the last day lies before the first."));
        each.nothingElse();
        item.prices.push_back(price);
    }
    if (item.prices.empty())
        object.report(u"prices"_s, CatalogueFile::tr("at least one price is wanted here."));
    std::sort(item.prices.begin(), item.prices.end(),
              [](const auto& left, const auto& right) { return left.from < right.from; });
    for (std::size_t i = 1; i < item.prices.size(); ++i)
        if (!item.prices[i - 1].to || *item.prices[i - 1].to >= item.prices[i].from)
            object.report(u"prices"_s,
                          CatalogueFile::tr("two prices hold on %1. End the earlier one the day before.")
                              .arg(item.prices[i].from.toString(Qt::ISODate)));
}

void readPlan(DataObject& object, CatalogueItem& item)
{
    QStringList seen;
    for (DataObject& each : object.objects(u"plan"_s)) {
        CatalogueItem::PlanRule rule;
        rule.levels = knownTexts(each, u"levels"_s, abilityLevels());
        rule.times = int(each.integer(u"times"_s, 1, mostTimes));
        rule.per = each.oneOf(u"per"_s, {u"week"_s, u"month"_s}) == u"week" ? PlanPer::Week : PlanPer::Month;
        for (const QString& level : rule.levels) {
            if (seen.contains(level))
                each.report(u"levels"_s, CatalogueFile::tr("'%1' stands here twice.").arg(level));
            seen << level;
        }
        each.nothingElse();
        item.plan.push_back(rule);
    }
}

CatalogueItem readItem(DataObject object, const Catalogue& catalogue)
{
    static const QRegularExpression word(u"\\A[a-z][a-z0-9_]{0,39}\\z"_s);
    CatalogueItem item;
    item.key = object.text(u"key"_s);
    if (!word.match(item.key).hasMatch())
        object.report(u"key"_s, CatalogueFile::tr("a word of small letters such as cleaning is wanted here."));
    if (catalogue.find(item.key))
        object.report(u"key"_s, CatalogueFile::tr("'%1' stands here twice.").arg(item.key));
    item.title = Words::read(object.object(u"title"_s));
    if (object.has(u"from"_s))
        item.from = object.day(u"from"_s);
    item.to = object.maybeDay(u"to"_s);
    if (item.from && item.to && *item.to < *item.from)
        object.report(u"to"_s, CatalogueFile::tr("the last day lies before the first."));
    item.unit = object.oneOf(u"unit"_s, namesOf(catalogue.units));
    item.minutes = int(object.integer(u"minutes"_s, 1, mostMinutes));
    readPrices(object, item);
    for (const QString& payer : knownTexts(object, u"payers"_s, {u"government"_s, u"self"_s, u"volunteer"_s}))
        item.payers.push_back(choiceFromKey<Payer>(payer).value_or(Payer::Self));
    if (item.payers.empty())
        object.report(u"payers"_s, CatalogueFile::tr("at least one payer is wanted here."));
    item.proof = object.oneOf(u"proof"_s, {u"signature"_s, u"report"_s, u"list"_s});
    item.places = knownTexts(object, u"places"_s, {u"home"_s, u"centre"_s, u"elsewhere"_s});
    if (item.places.isEmpty())
        object.report(u"places"_s, CatalogueFile::tr("at least one place is wanted here."));
    item.certificates = knownTexts(object, u"certificates"_s, namesOf(catalogue.certificates));
    readPlan(object, item);
    object.nothingElse();
    return item;
}

/// What an example says is compared with what the file's own rules answer.
void runExample(DataObject object, const Catalogue& catalogue)
{
    const QString key = object.text(u"item"_s);
    const CatalogueItem* item = catalogue.find(key);
    const QDate day = object.day(u"on"_s);
    if (!item) {
        object.report(u"item"_s, CatalogueFile::tr("'%1' is no item of this file.").arg(key.left(40)));
        return;
    }
    if (object.has(u"offered"_s) && item->isOfferedOn(day) != object.flagOr(u"offered"_s, true))
        object.report(u"offered"_s, CatalogueFile::tr("the rules of this file answer otherwise."));
    if (object.has(u"fen"_s) && item->priceOn(day) != Fen {object.integer(u"fen"_s, 0, mostFen)})
        object.report(u"fen"_s, CatalogueFile::tr("the rules of this file answer otherwise."));
    if (object.has(u"certificates"_s)) {
        const QStringList given = knownTexts(object, u"certificates"_s, namesOf(catalogue.certificates));
        const bool fits = item->certificates.isEmpty()
            || std::any_of(given.begin(), given.end(),
                           [&](const QString& each) { return item->certificates.contains(each); });
        if (fits != object.flagOr(u"qualified"_s, true))
            object.report(u"qualified"_s, CatalogueFile::tr("the rules of this file answer otherwise."));
    }
    if (object.has(u"level"_s)) {
        const CatalogueItem::PlanRule* rule = item->planFor(object.oneOf(u"level"_s, abilityLevels()));
        const int times = object.has(u"times"_s) ? int(object.integer(u"times"_s, 1, mostTimes)) : 0;
        const QString per = times > 0 ? object.oneOf(u"per"_s, {u"week"_s, u"month"_s}) : QString();
        if ((rule ? rule->times : 0) != times || (rule && choiceKey(rule->per) != per))
            object.report(u"times"_s, CatalogueFile::tr("the rules of this file answer otherwise."));
    }
    object.nothingElse();
}

} // namespace

Result<Catalogue> Catalogue::read(const QByteArray& bytes, const QString& name)
{
    DataFile file(bytes, name);
    RETURN_IF_ERROR(file.result());
    DataObject root = file.root();
    Catalogue catalogue;
    root.oneOf(u"format"_s, {u"songhe-catalogue/1"_s});
    catalogue.id = root.text(u"id"_s);
    catalogue.version = int(root.integer(u"version"_s, 1, 10'000));
    catalogue.title = Words::read(root.object(u"title"_s));
    DataObject source = root.object(u"source"_s);
    catalogue.document = Words::read(source.object(u"document"_s));
    source.text(u"number"_s);
    source.text(u"clause"_s);
    source.nothingElse();
    catalogue.validFrom = root.day(u"validFrom"_s);
    root.oneOf(u"confidence"_s, confidences());
    catalogue.units = readNamedWords(root, u"units"_s);
    catalogue.certificates = readNamedWords(root, u"certificates"_s);
    for (const DataObject& object : root.objects(u"items"_s))
        catalogue.items.push_back(readItem(object, catalogue));
    for (const DataObject& object : root.objects(u"examples"_s))
        runExample(object, catalogue);
    root.nothingElse();
    RETURN_IF_ERROR(file.result());
    return catalogue;
}

} // namespace songhe
