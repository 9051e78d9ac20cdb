// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/records/schema.h"

#include "core/base/clock.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QJsonDocument>

namespace songhe {

namespace {

struct SchemaText {
    Q_DECLARE_TR_FUNCTIONS(songhe::Schema)
};

QString labelOf(const FieldInfo& field, const char* context)
{
    return *field.options.label ? QCoreApplication::translate(context, field.options.label) : field.key();
}

Result<Value> idFromJson(const FieldInfo& field, const QJsonValue& json)
{
    bool whole = false;
    if (json.isString()) {
        const qint64 id = json.toString().toLongLong(&whole);
        if (whole && id > 0)
            return Value(id);
    } else if (json.isDouble()) {
        const qint64 id = json.toInteger(-1);
        if (id > 0)
            return Value(id);
    }
    return badValue(field, json.toVariant().toString());
}

} // namespace

Result<void> checkField(const FieldInfo& field, const char* context, const Value& value)
{
    if (field.options.required && (value.isNull() || (value.isText() && value.text().trimmed().isEmpty())))
        return fail(Error::Kind::Invalid,
                    SchemaText::tr("%1 is missing. Please fill it in.").arg(labelOf(field, context)));
    const int most = field.options.maxLength > 0 ? field.options.maxLength : 10000;
    if (value.isText() && field.kind != FieldKind::Json && value.text().size() > most)
        return fail(Error::Kind::Invalid,
                    SchemaText::tr("%1 is too long: %2 characters, at most %3 are kept. Please shorten it.")
                        .arg(labelOf(field, context))
                        .arg(value.text().size())
                        .arg(most));
    return {};
}

Failure badValue(const FieldInfo& field, const QString& shown)
{
    const QString cut = shown.left(60);
    switch (field.kind) {
    case FieldKind::Day:
        return fail(Error::Kind::Invalid,
                    SchemaText::tr("%1: '%2' is not a day. Write it as 2021-09-03.").arg(field.key(), cut));
    case FieldKind::Moment:
        return fail(
            Error::Kind::Invalid,
            SchemaText::tr("%1: '%2' is not a moment. Write it as 2021-09-03T03:40:00Z.").arg(field.key(), cut));
    case FieldKind::Choice: {
        QStringList keys;
        for (const ChoiceName& name : field.choices())
            keys << QString::fromLatin1(name.key);
        return fail(Error::Kind::Invalid,
                    SchemaText::tr("%1: '%2' is not known. Use one of: %3.")
                        .arg(field.key(), cut, keys.join(QStringLiteral(", "))));
    }
    default:
        return fail(Error::Kind::Invalid, SchemaText::tr("%1: '%2' does not fit here.").arg(field.key(), cut));
    }
}

QJsonValue valueToJson(const FieldInfo& field, const Value& value)
{
    if (value.isNull())
        return QJsonValue::Null;
    switch (field.kind) {
    case FieldKind::Id:
    case FieldKind::Reference:
        return QString::number(value.integer());
    case FieldKind::Flag:
        return value.integer() != 0;
    case FieldKind::TextList:
    case FieldKind::Json: {
        const QJsonDocument document = QJsonDocument::fromJson(value.text().toUtf8());
        return document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
    }
    case FieldKind::Bytes:
        return QString::fromLatin1(value.bytes().toBase64());
    default:
        return value.isInteger() ? QJsonValue(value.integer()) : QJsonValue(value.text());
    }
}

Result<Value> valueFromJson(const FieldInfo& field, const QJsonValue& json)
{
    if (json.isNull() || json.isUndefined())
        return Value();
    switch (field.kind) {
    case FieldKind::Id:
    case FieldKind::Reference:
        return idFromJson(field, json);
    case FieldKind::Money:
    case FieldKind::Area:
    case FieldKind::Integer:
        if (json.isDouble() && double(json.toInteger()) == json.toDouble())
            return Value(json.toInteger());
        break;
    case FieldKind::Flag:
        if (json.isBool())
            return Value(json.toBool());
        break;
    case FieldKind::TextList:
        if (json.isArray()) {
            for (const QJsonValue& item : json.toArray())
                if (!item.isString())
                    return badValue(field, item.toVariant().toString());
            return Value(detail::jsonText(json.toArray()));
        }
        break;
    case FieldKind::Json:
        if (json.isObject())
            return Value(detail::jsonText(json.toObject()));
        if (json.isArray())
            return Value(detail::jsonText(json.toArray()));
        break;
    case FieldKind::Bytes:
        if (json.isString()) {
            const auto decoded
                = QByteArray::fromBase64Encoding(json.toString().toLatin1(), QByteArray::AbortOnBase64DecodingErrors);
            if (decoded)
                return Value(*decoded);
        }
        break;
    default:
        if (json.isString())
            return Value(json.toString());
        break;
    }
    return badValue(field, json.toVariant().toString());
}

namespace detail {

QString jsonText(const QJsonObject& object)
{
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

QString jsonText(const QJsonArray& array)
{
    return QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Compact));
}

QString jsonText(const QStringList& list)
{
    return jsonText(QJsonArray::fromStringList(list));
}

std::optional<QJsonObject> jsonObject(const QString& text)
{
    const QJsonDocument document = QJsonDocument::fromJson(text.toUtf8());
    return document.isObject() ? std::optional(document.object()) : std::nullopt;
}

std::optional<QJsonArray> jsonArray(const QString& text)
{
    const QJsonDocument document = QJsonDocument::fromJson(text.toUtf8());
    return document.isArray() ? std::optional(document.array()) : std::nullopt;
}

std::optional<QStringList> jsonList(const QString& text)
{
    const auto array = jsonArray(text);
    if (!array)
        return std::nullopt;
    QStringList list;
    for (const QJsonValue& item : *array) {
        if (!item.isString())
            return std::nullopt;
        list << item.toString();
    }
    return list;
}

QString shownValue(const Value& value)
{
    return value.isInteger() ? QString::number(value.integer()) : value.text();
}

} // namespace detail

} // namespace songhe
