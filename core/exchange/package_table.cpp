// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/package_table.h"

#include "core/assessments/assessment.h"
#include "core/attendance/absence.h"
#include "core/attendance/attendance.h"
#include "core/beds/bed_stay.h"
#include "core/beds/home_care_bed.h"
#include "core/centre/site.h"
#include "core/devices/device.h"
#include "core/elders/fact.h"
#include "core/facilities/acceptance.h"
#include "core/facilities/budget.h"
#include "core/facilities/cost_item.h"
#include "core/facilities/evaluation.h"
#include "core/facilities/premises.h"
#include "core/health/measurement.h"
#include "core/incidents/incident.h"
#include "core/meals/meal.h"
#include "core/services/agreement.h"
#include "core/services/booking.h"
#include "core/services/catalogue_price.h"
#include "core/services/slip_print.h"
#include "core/subsidies/claim_step.h"
#include "core/visits/visit.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QTranslator>

namespace songhe {

using namespace Qt::StringLiterals;

namespace package_table {

FieldInfo extra(FieldKind kind, FieldOptions options)
{
    FieldInfo info;
    info.kind = kind;
    info.options = options;
    return info;
}

template <typename R> PackageTable tableOf()
{
    const Schema<R>& schema = schemaOf<R>();
    PackageTable table;
    table.shape = detail::shapeOf(schema.info, {schema.fields.begin(), schema.fields.end()});
    table.columns = table.shape.fields;
    table.columns.push_back(extra(FieldKind::Integer, {.key = "revision", .required = true}));
    table.columns.push_back(extra(FieldKind::Moment, {.key = "recorded_at", .required = true}));
    table.columns.push_back(extra(FieldKind::Reference, {.key = "recorded_by", .required = true}));
    table.columns.push_back(extra(FieldKind::Moment, {.key = "voided_at"}));
    table.columns.push_back(extra(FieldKind::Text, {.key = "void_reason", .sealed = true}));
    return table;
}

/// Titles in both languages whatever the user's is. Labels are written in English.
class Titles {
public:
    Titles() { m_loaded = m_chinese.load(u":/i18n/songhe_zh_CN.qm"_s); }

    [[nodiscard]] QJsonObject of(const char* context, const char* english) const
    {
        const QString en = QString::fromUtf8(english);
        const QString zh = m_loaded ? m_chinese.translate(context, english) : QString();
        return {{u"zh"_s, zh.isEmpty() ? en : zh}, {u"en"_s, en}};
    }
    void put(QJsonObject& object, const char* context, const char* english, const QString& fallback) const
    {
        const QJsonObject both
            = *english ? of(context, english) : QJsonObject {{u"zh"_s, fallback}, {u"en"_s, fallback}};
        object.insert(u"title"_s, both.value(u"zh"_s));
        object.insert(u"titles"_s, both);
    }

private:
    QTranslator m_chinese;
    bool m_loaded = false;
};

const char* extraLabel(const QString& key)
{
    static constexpr std::pair<const char*, const char*> labels[] = {
        {"id", QT_TRANSLATE_NOOP("PackageColumn", "Number")},
        {"revision", QT_TRANSLATE_NOOP("PackageColumn", "Revision")},
        {"recorded_at", QT_TRANSLATE_NOOP("PackageColumn", "Recorded at")},
        {"recorded_by", QT_TRANSLATE_NOOP("PackageColumn", "Recorded by")},
        {"voided_at", QT_TRANSLATE_NOOP("PackageColumn", "Made void at")},
        {"void_reason", QT_TRANSLATE_NOOP("PackageColumn", "Reason for making void")},
        {"number", QT_TRANSLATE_NOOP("PackageColumn", "Entry")},
        {"content_digest", QT_TRANSLATE_NOOP("PackageColumn", "Digest of the entry")},
        {"chain_digest", QT_TRANSLATE_NOOP("PackageColumn", "Digest of the chain")},
    };
    for (const auto& [name, label] : labels)
        if (key == QLatin1String(name))
            return label;
    return "";
}

const char* tableLabel(const QString& name)
{
    static constexpr std::pair<const char*, const char*> labels[] = {
        {"site", QT_TRANSLATE_NOOP("PackageTable", "Sites")},
        {"elder", QT_TRANSLATE_NOOP("PackageTable", "Elders")},
        {"fact", QT_TRANSLATE_NOOP("PackageTable", "Facts")},
        {"assessment", QT_TRANSLATE_NOOP("PackageTable", "Assessments")},
        {"assessment_keying", QT_TRANSLATE_NOOP("PackageTable", "Second keyings of assessments")},
        {"facility", QT_TRANSLATE_NOOP("PackageTable", "Facilities")},
        {"premises", QT_TRANSLATE_NOOP("PackageTable", "Premises")},
        {"project", QT_TRANSLATE_NOOP("PackageTable", "Projects")},
        {"cost_item", QT_TRANSLATE_NOOP("PackageTable", "Costs")},
        {"acceptance", QT_TRANSLATE_NOOP("PackageTable", "Acceptances")},
        {"evaluation", QT_TRANSLATE_NOOP("PackageTable", "Evaluations")},
        {"budget", QT_TRANSLATE_NOOP("PackageTable", "Budgets")},
        {"staff", QT_TRANSLATE_NOOP("PackageTable", "Staff")},
        {"catalogue_price", QT_TRANSLATE_NOOP("PackageTable", "Prices of services")},
        {"agreement", QT_TRANSLATE_NOOP("PackageTable", "Service agreements")},
        {"plan_item", QT_TRANSLATE_NOOP("PackageTable", "Service plans")},
        {"service", QT_TRANSLATE_NOOP("PackageTable", "Services")},
        {"booking", QT_TRANSLATE_NOOP("PackageTable", "Bookings")},
        {"slip_print", QT_TRANSLATE_NOOP("PackageTable", "Slips of services")},
        {"attendance", QT_TRANSLATE_NOOP("PackageTable", "Attendance")},
        {"visit", QT_TRANSLATE_NOOP("PackageTable", "Visits")},
        {"visit_tier", QT_TRANSLATE_NOOP("PackageTable", "How often elders are visited")},
        {"incident", QT_TRANSLATE_NOOP("PackageTable", "Incidents")},
        {"measurement", QT_TRANSLATE_NOOP("PackageTable", "Measurements")},
        {"device", QT_TRANSLATE_NOOP("PackageTable", "Devices")},
        {"device_loan", QT_TRANSLATE_NOOP("PackageTable", "Loans of devices")},
        {"absence", QT_TRANSLATE_NOOP("PackageTable", "Absences")},
        {"bed_stay", QT_TRANSLATE_NOOP("PackageTable", "Bed stays")},
        {"home_care_bed", QT_TRANSLATE_NOOP("PackageTable", "Beds at home")},
        {"meal", QT_TRANSLATE_NOOP("PackageTable", "Meals")},
        {"claim", QT_TRANSLATE_NOOP("PackageTable", "Claims")},
        {"claim_line", QT_TRANSLATE_NOOP("PackageTable", "Claim lines")},
        {"claim_step", QT_TRANSLATE_NOOP("PackageTable", "Steps of claims")},
        {"claim_fact", QT_TRANSLATE_NOOP("PackageTable", "Facts of signed claims")},
        {"claim_record", QT_TRANSLATE_NOOP("PackageTable", "Records of signed claims")},
        {"claim_opening", QT_TRANSLATE_NOOP("PackageTable", "Closed months opened again")},
        {auditTableName, QT_TRANSLATE_NOOP("PackageTable", "Audit chain")},
    };
    for (const auto& [key, label] : labels)
        if (name == QLatin1String(key))
            return label;
    return "";
}

constexpr const char* momentFormat = "%Y-%m-%dT%H:%M:%S.%fZ";
constexpr const char* idPattern = "[0-9]{1,19}";

/// Type, format and constraints of a field.
QJsonObject fieldJson(const FieldInfo& field, const char* context, const Titles& titles)
{
    QJsonObject json {{u"name"_s, field.key()}};
    QJsonObject constraints;
    QString type = u"string"_s;
    switch (field.kind) {
    case FieldKind::Id:
    case FieldKind::Reference:
        constraints.insert(u"pattern"_s, QLatin1String(idPattern));
        break;
    case FieldKind::Day:
        type = u"date"_s;
        break;
    case FieldKind::Moment:
        type = u"datetime"_s;
        json.insert(u"format"_s, QLatin1String(momentFormat));
        break;
    case FieldKind::Money:
    case FieldKind::Area:
    case FieldKind::Integer:
        type = u"integer"_s;
        break;
    case FieldKind::Flag:
        type = u"boolean"_s;
        break;
    case FieldKind::TextList:
        type = u"array"_s;
        break;
    case FieldKind::Choice: {
        QJsonArray keys;
        for (const ChoiceName& name : field.choices())
            keys.append(QString::fromLatin1(name.key));
        constraints.insert(u"enum"_s, keys);
        break;
    }
    case FieldKind::Text:
        if (field.options.maxLength > 0)
            constraints.insert(u"maxLength"_s, field.options.maxLength);
        break;
    case FieldKind::Json:  // an object or an array, as text
    case FieldKind::Bytes: // base64
        break;
    }
    json.insert(u"type"_s, type);
    const bool own = *field.options.label;
    titles.put(json, own ? context : "PackageColumn", own ? field.options.label : extraLabel(field.key()), field.key());
    if (field.kind == FieldKind::Area) // whole numbers of 0.01 m², as the name of the column says
        json.insert(u"title"_s, json.value(u"title"_s).toString() + u" (dm²)"_s);
    if (field.options.required)
        constraints.insert(u"required"_s, true);
    if (!constraints.isEmpty())
        json.insert(u"constraints"_s, constraints);
    return json;
}

QJsonObject resourceJson(const QString& name, const QJsonObject& schema, qint64 rows, const Titles& titles)
{
    QJsonObject json {{u"profile"_s, u"tabular-data-resource"_s},
                      {u"name"_s, name},
                      {u"path"_s, name + u".csv"_s},
                      {u"format"_s, u"csv"_s},
                      {u"mediatype"_s, u"text/csv"_s},
                      {u"encoding"_s, u"utf-8"_s},
                      {u"dialect"_s,
                       QJsonObject {{u"delimiter"_s, u","_s},
                                    {u"lineTerminator"_s, u"\r\n"_s},
                                    {u"quoteChar"_s, u"\""_s},
                                    {u"doubleQuote"_s, true},
                                    {u"header"_s, true}}},
                      {u"rows"_s, rows},
                      {u"schema"_s, schema}};
    titles.put(json, "PackageTable", tableLabel(name), name);
    return json;
}

/// A reference within the table itself is written as an empty name (Frictionless, Table Schema, foreign keys).
QString referredTable(const PackageTable& table, const FieldInfo& field)
{
    const QString name = QString::fromLatin1(field.options.refersTo);
    return name == table.name() ? QString() : name;
}

QJsonObject tableJson(const PackageTable& table, qint64 rows, const Titles& titles)
{
    QJsonArray fields;
    QJsonArray foreignKeys;
    for (const FieldInfo& field : table.columns) {
        fields.append(fieldJson(field, table.shape.info.context, titles));
        if (field.kind == FieldKind::Reference && *field.options.refersTo)
            foreignKeys.append(QJsonObject {
                {u"fields"_s, field.key()},
                {u"reference"_s, QJsonObject {{u"resource"_s, referredTable(table, field)}, {u"fields"_s, u"id"_s}}}});
    }
    QJsonObject schema {
        {u"fields"_s, fields}, {u"primaryKey"_s, u"id"_s}, {u"missingValues"_s, QJsonArray {QString()}}};
    if (!foreignKeys.isEmpty())
        schema.insert(u"foreignKeys"_s, foreignKeys);
    return resourceJson(table.name(), schema, rows, titles);
}

QJsonObject auditJson(qint64 rows, const Titles& titles)
{
    QJsonArray fields;
    const auto add = [&](const char* key, FieldKind kind) {
        QJsonObject json = fieldJson(extra(kind, {.key = key, .required = true}), "PackageColumn", titles);
        if (kind == FieldKind::Text) {
            QJsonObject constraints = json.value(u"constraints"_s).toObject();
            constraints.insert(u"pattern"_s, u"[0-9a-f]{64}"_s);
            json.insert(u"constraints"_s, constraints);
        }
        fields.append(json);
    };
    add("number", FieldKind::Integer);
    add("content_digest", FieldKind::Text);
    add("chain_digest", FieldKind::Text);
    const QJsonObject schema {
        {u"fields"_s, fields}, {u"primaryKey"_s, u"number"_s}, {u"missingValues"_s, QJsonArray {QString()}}};
    return resourceJson(QString::fromLatin1(auditTableName), schema, rows, titles);
}

} // namespace package_table

QString packageTableText(const QString& name)
{
    static constexpr char gathered[] = "PackageTable";
    const char* const label = package_table::tableLabel(name);
    return *label ? QCoreApplication::translate(gathered, label) : name;
}

const std::vector<PackageTable>& packageTables()
{
    static const std::vector<PackageTable> tables = [] {
        using package_table::tableOf;
        std::vector<PackageTable> made;
        made.push_back(tableOf<Site>());
        made.push_back(tableOf<Elder>());
        made.push_back(tableOf<Fact>());
        made.push_back(tableOf<Assessment>());
        made.push_back(tableOf<AssessmentKeying>());
        made.push_back(tableOf<Facility>());
        made.push_back(tableOf<Premises>());
        made.push_back(tableOf<Project>());
        made.push_back(tableOf<CostItem>());
        made.push_back(tableOf<Acceptance>());
        made.push_back(tableOf<Evaluation>());
        made.push_back(tableOf<Budget>());
        made.push_back(tableOf<Staff>());
        made.push_back(tableOf<Absence>());
        made.push_back(tableOf<BedStay>());
        made.push_back(tableOf<HomeCareBed>());
        made.push_back(tableOf<Meal>());
        made.push_back(tableOf<CataloguePrice>());
        made.push_back(tableOf<Agreement>());
        made.push_back(tableOf<PlanItem>());
        made.push_back(tableOf<Service>());
        made.push_back(tableOf<Booking>());
        made.push_back(tableOf<SlipPrint>());
        made.push_back(tableOf<Attendance>());
        made.push_back(tableOf<Visit>());
        made.push_back(tableOf<VisitTier>());
        made.push_back(tableOf<Incident>());
        made.push_back(tableOf<Measurement>());
        made.push_back(tableOf<Device>());
        made.push_back(tableOf<DeviceLoan>());
        made.push_back(tableOf<Claim>());
        made.push_back(tableOf<ClaimLine>());
        made.push_back(tableOf<ClaimStep>());
        made.push_back(tableOf<ClaimFact>());
        made.push_back(tableOf<ClaimRecord>());
        made.push_back(tableOf<ClaimOpening>());
        return made;
    }();
    return tables;
}

const PackageTable* packageTable(const QString& name)
{
    for (const PackageTable& table : packageTables())
        if (table.name() == name)
            return &table;
    return nullptr;
}

QByteArray dataPackageJson(const DataPackageHead& head, const QJsonObject& counts)
{
    const package_table::Titles titles;
    QJsonArray resources;
    for (const PackageTable& table : packageTables())
        resources.append(package_table::tableJson(table, counts.value(table.name()).toInteger(), titles));
    const QString audit = QString::fromLatin1(auditTableName);
    resources.append(package_table::auditJson(counts.value(audit).toInteger(), titles));
    const QJsonObject json {{u"profile"_s, u"tabular-data-package"_s},
                            {u"name"_s, head.name.toLower()},
                            {u"title"_s, u"%1 %2"_s.arg(head.centre.name, head.quarter.text())},
                            {u"created"_s, momentText(head.created)},
                            {u"centre"_s,
                             QJsonObject {{u"uuid"_s, head.centre.uuid},
                                          {u"code"_s, head.centre.code},
                                          {u"name"_s, head.centre.name},
                                          {u"division"_s, head.centre.division},
                                          {u"lineage"_s, head.centre.lineage}}},
                            {u"quarter"_s, head.quarter.text()},
                            {u"sequence"_s, head.sequence},
                            {u"resources"_s, resources}};
    return QJsonDocument(json).toJson(QJsonDocument::Indented);
}

QByteArray packageReadme(const DataPackageHead& head)
{
    return QStringLiteral(
               "%1\n%2 %3\n\n"
               "summary.pdf       封面报表，供阅读和签字。\n"
               "tables.xlsx       全部业务数据表。用表格软件请打开此文件：编号和证件号码均为文本，不会丢失末位数字。\n"
               "*.csv             同样的数据表，供程序读取；请勿直接用表格软件打开，长编号会被改坏。\n"
               "datapackage.json  各表的字段说明（Frictionless Tabular Data Package）。\n"
               "audit.csv         审计链摘要，用于证明历史记录未被改写。\n"
               "policies/         结算所依据的政策文件。\n\n"
               "summary.pdf       The cover report, to be read and signed.\n"
               "tables.xlsx       All records. Open this one with a spreadsheet: ids and resident numbers are text.\n"
               "*.csv             The same tables for programs; a spreadsheet harms their long numbers.\n"
               "datapackage.json  What each column means (Frictionless Tabular Data Package).\n"
               "audit.csv         Digests that prove that history was not rewritten.\n"
               "policies/         The policy files that claims were settled by.\n")
        .arg(head.centre.name, head.name, head.quarter.text())
        .toUtf8();
}

} // namespace songhe
