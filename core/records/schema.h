// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The field table of a record: one declaration from which insert, read, list, form, CSV, XLSX, the package's schema and
// the audit entry follow. The SQL table is written by hand in a migration; a test compares the two.
//
//     template <> const Schema<Meal>& schemaOf<Meal>()
//     {
//         static constexpr Field<Meal> fields[] = {
//             field<&Meal::id>({.key = "id", .required = true}),
//             field<&Meal::elder>({.key = "elder_id", .label = QT_TRANSLATE_NOOP("Meal", "Elder"), .required = true}),
//             field<&Meal::note>({.key = "note", .label = QT_TRANSLATE_NOOP("Meal", "Note"), .maxLength = 200,
//                                 .sealed = true}),
//         };
//         static constexpr Schema<Meal> schema{{"meal", QT_TRANSLATE_NOOP("Meal", "Meal"), "elder_id"}, fields};
//         return schema;
//     }

#include "core/base/result.h"
#include "core/records/choice.h"
#include "core/records/recorded.h"
#include "core/records/value.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonObject>
#include <QtCore/QStringList>

#include <span>
#include <type_traits>

namespace songhe {

enum class FieldKind { Id, Reference, Text, TextList, Day, Moment, Money, Area, Integer, Choice, Flag, Json, Bytes };

/// What is written beside a member in a field table.
struct FieldOptions {
    const char* key;        ///< column, JSON and CSV name; `_on` day, `_at` moment, `_fen` money, `_dm2` area
    const char* label = ""; ///< QT_TRANSLATE_NOOP in the record's context
    bool required = false;
    int maxLength = 0;         ///< characters; 0: 10,000
    bool sealed = false;       ///< stands in the record's sealed envelope, never in a column of its own
    const char* refersTo = ""; ///< family a reference points at; of a text: the list of a data file its key stands in
};

/// A field without its record type: what lists, CSV and the package's schema need.
struct FieldInfo {
    FieldOptions options;
    FieldKind kind = FieldKind::Text;
    bool optional = false; ///< the member is a std::optional
    std::span<const ChoiceName> (*choices)() = nullptr;

    [[nodiscard]] QString key() const { return QString::fromLatin1(options.key); }
};

template <typename R> struct Field : FieldInfo {
    Value (*read)(const R&) = nullptr;
    /// Takes the stored value; fails with a message naming the field if it cannot be one.
    Result<void> (*write)(R&, const Value&) = nullptr;
};

/// A family without its record type.
struct FamilyInfo {
    const char* family;    ///< `meal`: table, package file and audit name
    const char* context;   ///< translation context of the labels
    const char* personKey; ///< key of the field that holds whose key seals it: "id", "elder_id"; "" the centre's
};

template <typename R> struct Schema {
    FamilyInfo info;
    std::span<const Field<R>> fields;
};

/// Specialised once per record, in the record's .cpp.
template <typename R> const Schema<R>& schemaOf();

/// Checks required fields and lengths; the message names the field by its label.
Result<void> checkField(const FieldInfo& field, const char* context, const Value& value);

template <typename R> Result<void> checkFields(const R& record)
{
    const Schema<R>& schema = schemaOf<R>();
    for (const Field<R>& field : schema.fields)
        RETURN_IF_ERROR(checkField(field, schema.info.context, field.read(record)));
    return {};
}

/// Fails naming the field: 'Date: "2021-13-01" is not a day. Write it as 2021-09-03.'
Failure badValue(const FieldInfo& field, const QString& shown);

/// A value as JSON, CSV and the package show it: ids and numbers of money as text where `idsAsText` asks for it.
QJsonValue valueToJson(const FieldInfo& field, const Value& value);
/// Ids may be given as numbers or text.
Result<Value> valueFromJson(const FieldInfo& field, const QJsonValue& json);

namespace detail {

template <typename T> struct IsId : std::false_type { };
template <typename T> struct IsId<Id<T>> : std::true_type {
    using Of = T;
};
template <typename T> struct IsOptional : std::false_type {
    using Inner = T;
};
template <typename T> struct IsOptional<std::optional<T>> : std::true_type {
    using Inner = T;
};

template <typename R, typename T> consteval FieldKind kindOf()
{
    if constexpr (IsId<T>::value)
        return std::is_same_v<typename IsId<T>::Of, R> ? FieldKind::Id : FieldKind::Reference;
    else if constexpr (std::is_same_v<T, QDate>)
        return FieldKind::Day;
    else if constexpr (std::is_same_v<T, QDateTime>)
        return FieldKind::Moment;
    else if constexpr (std::is_same_v<T, Fen>)
        return FieldKind::Money;
    else if constexpr (std::is_same_v<T, Area>)
        return FieldKind::Area;
    else if constexpr (std::is_same_v<T, bool>)
        return FieldKind::Flag;
    else if constexpr (std::is_enum_v<T>)
        return FieldKind::Choice;
    else if constexpr (std::is_integral_v<T>)
        return FieldKind::Integer;
    else if constexpr (std::is_same_v<T, QStringList>)
        return FieldKind::TextList;
    else if constexpr (std::is_same_v<T, QJsonObject> || std::is_same_v<T, QJsonArray>)
        return FieldKind::Json;
    else if constexpr (std::is_same_v<T, QByteArray>)
        return FieldKind::Bytes;
    else {
        static_assert(std::is_same_v<T, QString>, "a member of this type cannot stand in a field table");
        return FieldKind::Text;
    }
}

QString jsonText(const QJsonObject& object);
QString jsonText(const QJsonArray& array);
QString jsonText(const QStringList& list);
std::optional<QJsonObject> jsonObject(const QString& text);
std::optional<QJsonArray> jsonArray(const QString& text);
std::optional<QStringList> jsonList(const QString& text);

template <typename T> Value toValue(const T& member)
{
    if constexpr (IsOptional<T>::value)
        return member ? toValue(*member) : Value();
    else if constexpr (std::is_same_v<T,
                                      QJsonObject> || std::is_same_v<T, QJsonArray> || std::is_same_v<T, QStringList>)
        return member.isEmpty() ? Value() : Value(jsonText(member));
    else if constexpr (std::is_enum_v<T>)
        return Value(choiceKey(member));
    else if constexpr (IsId<T>::value)
        return member.isNull() ? Value() : Value(member.value);
    else if constexpr (std::is_integral_v<T> && !std::is_same_v<T, bool>)
        return Value(qint64(member));
    else if constexpr (std::is_same_v<T, QString> || std::is_same_v<T, QByteArray>)
        return member.isNull() ? Value() : Value(member);
    else
        return Value(member);
}

template <typename T> std::optional<T> fromValue(const Value& value)
{
    if constexpr (std::is_same_v<T, QDate>) {
        const QDate day = value.day();
        return day.isValid() ? std::optional(day) : std::nullopt;
    } else if constexpr (std::is_same_v<T, QDateTime>) {
        const QDateTime moment = value.moment();
        return moment.isValid() ? std::optional(moment) : std::nullopt;
    } else if constexpr (std::is_same_v<T, QString>) {
        return value.isText() ? std::optional(value.text()) : std::nullopt;
    } else if constexpr (std::is_same_v<T, QByteArray>) {
        return value.isBytes() ? std::optional(value.bytes()) : std::nullopt;
    } else if constexpr (std::is_same_v<T, QJsonObject>) {
        return value.isText() ? jsonObject(value.text()) : std::nullopt;
    } else if constexpr (std::is_same_v<T, QJsonArray>) {
        return value.isText() ? jsonArray(value.text()) : std::nullopt;
    } else if constexpr (std::is_same_v<T, QStringList>) {
        return value.isText() ? jsonList(value.text()) : std::nullopt;
    } else if constexpr (std::is_enum_v<T>) {
        return value.isText() ? choiceFromKey<T>(value.text()) : std::nullopt;
    } else if constexpr (IsId<T>::value || std::is_same_v<T, Fen> || std::is_same_v<T, Area>) {
        return value.isInteger() ? std::optional(T {value.integer()}) : std::nullopt;
    } else if constexpr (std::is_same_v<T, bool>) {
        return value.isInteger() ? std::optional(value.integer() != 0) : std::nullopt;
    } else {
        if (!value.isInteger() || !std::in_range<T>(value.integer()))
            return std::nullopt;
        return T(value.integer());
    }
}

template <auto Member> struct MemberOf;
template <typename R, typename T, T R::*Member> struct MemberOf<Member> {
    using Record = R;
    using Type = T;
};

template <typename T> std::span<const ChoiceName> choicesOf()
{
    if constexpr (std::is_enum_v<T>)
        return choiceNames<T>();
    else
        return {};
}

template <typename T> consteval auto choicesFunction() -> std::span<const ChoiceName> (*)()
{
    if constexpr (std::is_enum_v<T>)
        return &choicesOf<T>;
    else
        return nullptr;
}

QString shownValue(const Value& value);

} // namespace detail

/// One line of a field table; kind and conversions follow from the member's type.
template <auto Member> consteval auto field(FieldOptions options)
{
    using R = typename detail::MemberOf<Member>::Record;
    using T = typename detail::MemberOf<Member>::Type;
    using Inner = typename detail::IsOptional<T>::Inner;
    Field<R> made;
    made.options = options;
    made.kind = detail::kindOf<R, Inner>();
    made.optional = detail::IsOptional<T>::value;
    if (made.optional && made.kind == FieldKind::Id) // another record of the same family
        made.kind = FieldKind::Reference;
    made.choices = detail::choicesFunction<Inner>();
    made.read = [](const R& record) { return detail::toValue(record.*Member); };
    made.write = [](R& record, const Value& value) -> Result<void> {
        if (value.isNull()) {
            record.*Member = T {};
            return {};
        }
        auto given = detail::fromValue<Inner>(value);
        if (!given)
            return fail(Error::Kind::Invalid, detail::shownValue(value));
        record.*Member = *std::move(given);
        return {};
    };
    return made;
}

} // namespace songhe
