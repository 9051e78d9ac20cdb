// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/record_commands.h"

#include "core/facilities/facility_desk.h"
#include "core/facilities/project_desk.h"

#include "core/centre/site_desk.h"

#include <QtCore/QJsonDocument>

#include <deque>
#include <string>

namespace songhe::cli {

namespace {

using namespace Qt::StringLiterals;

QString optionOf(const FieldInfo& field)
{
    return shortKey(field.key()).replace(u'_', u'-');
}

/// Places are named by their codes, as people do; other records by their numbers.
Result<QJsonValue> reference(Context& context, const FieldInfo& field, const QString& text)
{
    const QByteArrayView family(field.options.refersTo);
    ASSIGN_OR_RETURN(Ledger * ledger, context.ledger());
    if (family == "facility") {
        ASSIGN_OR_RETURN(const Facility found, FacilityDesk(*ledger).resolve(text));
        return QJsonValue(found.id.text());
    }
    if (family == "project") {
        ASSIGN_OR_RETURN(const Project found, ProjectDesk(*ledger).resolve(text));
        return QJsonValue(found.id.text());
    }
    if (family == "site") {
        ASSIGN_OR_RETURN(const Site found, SiteDesk(*ledger).resolve(text));
        return QJsonValue(found.id.text());
    }
    return QJsonValue(text);
}

Result<QJsonValue> optionJson(Context& context, const FieldInfo& field, const QString& text)
{
    switch (field.kind) {
    case FieldKind::Reference:
        return reference(context, field, text);
    case FieldKind::Money:
    case FieldKind::Integer: {
        bool whole = false;
        const qint64 number = text.toLongLong(&whole);
        if (!whole)
            return usage(Context::tr("--%1: '%2' is no whole number.").arg(optionOf(field), text.left(40)));
        return QJsonValue(number);
    }
    case FieldKind::Flag:
        if (text != u"yes" && text != u"no")
            return usage(Context::tr("--%1: write yes or no.").arg(optionOf(field)));
        return QJsonValue(text == u"yes");
    case FieldKind::TextList:
        return QJsonValue(QJsonArray::fromStringList(text.split(u',', Qt::SkipEmptyParts)));
    case FieldKind::Json:
        return QJsonValue(QJsonDocument::fromJson(text.toUtf8()).array());
    default:
        return QJsonValue(text);
    }
}

} // namespace

std::vector<OptionLine> recordOptions(std::span<const FieldInfo> fields)
{
    static std::deque<std::string> names; // the command table keeps plain pointers
    std::vector<OptionLine> options;
    for (const FieldInfo& field : fields) {
        if (field.key() == u"origin")
            continue; // where a record came from is not the caller's to say
        names.push_back(optionOf(field).toStdString());
        const char* value = field.kind == FieldKind::Day ? "DATE" : field.kind == FieldKind::Flag ? "yes|no" : "V";
        options.push_back({names.back().c_str(), value});
    }
    return options;
}

Result<QJsonObject> recordJsonFromOptions(Context& context, std::span<const FieldInfo> fields)
{
    QJsonObject json;
    for (const FieldInfo& field : fields) {
        const QString option = optionOf(field);
        if (field.key() == u"origin" || !context.has(option))
            continue;
        ASSIGN_OR_RETURN(const QJsonValue value, optionJson(context, field, context.value(option)));
        json.insert(shortKey(field.key()), value);
    }
    return json;
}

QString recordLine(const QJsonObject& json)
{
    QStringList parts;
    for (auto each = json.begin(); each != json.end(); ++each) {
        if (each.key() == u"revision" || each.value().isNull() || each.key() == u"id")
            continue;
        const QJsonValue value = each.value();
        const QString text = value.isArray()
            ? QString::fromUtf8(QJsonDocument(value.toArray()).toJson(QJsonDocument::Compact))
            : value.toVariant().toString();
        if (text != u"[]")
            parts << each.key() + u'=' + text;
    }
    return u"[%1]  %2"_s.arg(json[u"id"].toString(), parts.join(u"  "_s));
}

} // namespace songhe::cli
