// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/importing/record_json.h"

#include <QtCore/QLocale>

#include <algorithm>
#include <iterator>

namespace songhe {

namespace {

struct RecordJsonWords {
    Q_DECLARE_TR_FUNCTIONS(songhe::RecordsDesk)
};

/// Shorter names that other programs use for keys of the field tables.
struct Alias {
    const char* given;
    const char* key;
};
constexpr Alias keyAliases[] = {
    {"elder", "elder_id"},     {"site", "site_id"},   {"facility", "facility_id"},
    {"project", "project_id"}, {"staff", "staff_id"}, {"from", "from_on"},
    {"to", "to_on"},           {"on", "served_on"},   {"on", "assessed_on"},
    {"on", "paid_on"},         {"on", "decided_on"},  {"on", "evaluated_on"},
    {"by", "accepted_by"},     {"by", "evaluator"},   {"price", "price_fen"},
    {"area_m2", "area_dm2"},   {"where", "place"},    {"on", "booked_on"},
    {"service", "service_id"}, {"group", "group_id"}, {"assessment", "assessment_id"},
    {"area_m2", "area_dm2"},   {"where", "place"},    {"on", "attended_on"},
    {"in", "came_in"},         {"out", "went_out"},   {"on", "visited_on"},
    {"on", "happened_on"},     {"on", "measured_on"}, {"visitor", "visitor_id"},
    {"device", "device_id"},
};

} // namespace

QString shortKey(const QString& key)
{
    const auto* found = std::find_if(std::begin(keyAliases), std::end(keyAliases),
                                     [&](const Alias& alias) { return key == QLatin1String(alias.key); });
    return found == std::end(keyAliases) ? key : QString::fromLatin1(found->given);
}

bool namesField(const FieldInfo& field, const QString& given)
{
    const QString key = field.key();
    return given == key || std::any_of(std::begin(keyAliases), std::end(keyAliases), [&](const Alias& alias) {
               return given == QLatin1String(alias.given) && key == QLatin1String(alias.key);
           });
}

Result<Value> givenValue(const FieldInfo& field, const QString& given, const QJsonValue& json)
{
    if (given != u"area_m2" || json.isNull())
        return valueFromJson(field, json);
    // A JSON number is read by its shortest decimals, as it was written: 1280.55 is no more and no less.
    const QString text
        = json.isDouble() ? QString::number(json.toDouble(), 'f', QLocale::FloatingPointShortest) : json.toString();
    const auto area = Area::fromSquareMetresText(text);
    if (!area)
        return fail(Error::Kind::Invalid,
                    RecordJsonWords::tr("area_m2: '%1' is no floor area. Write it in m² with at most two decimals.")
                        .arg(text.left(40)));
    return Value(*area);
}

Failure unknownKey(const QString& given, const QStringList& known)
{
    return fail(Error::Kind::Invalid,
                RecordJsonWords::tr("The key '%1' is not known. Use: %2.")
                    .arg(given.left(40), known.join(QStringLiteral(", "))));
}

} // namespace songhe
