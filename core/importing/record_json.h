// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/records/schema.h"

#include <QtCore/QCoreApplication>

namespace songhe {

/// A key of a field table under the shorter name that other programs use: elder for elder_id. Itself where it has none.
[[nodiscard]] QString shortKey(const QString& key);
/// Does `given` name the field, by its key or one of its shorter names? An area may be given in m² as area_m2.
[[nodiscard]] bool namesField(const FieldInfo& field, const QString& given);
/// The value of a field as it was given under that name.
Result<Value> givenValue(const FieldInfo& field, const QString& given, const QJsonValue& json);
[[nodiscard]] Failure unknownKey(const QString& given, const QStringList& known);

/// A record from one JSON object. A key that is not known is an error naming those that are; null is as if it were not
/// given: the default stands.
template <typename R> Result<R> recordFromJson(const QJsonObject& json)
{
    R record;
    for (auto each = json.begin(); each != json.end(); ++each) {
        if (each.key() == u"record")
            continue;
        const Field<R>* found = nullptr;
        QStringList known;
        for (const Field<R>& field : schemaOf<R>().fields) {
            known << shortKey(field.key());
            if (!found && namesField(field, each.key()))
                found = &field;
        }
        if (!found)
            return unknownKey(each.key(), known);
        ASSIGN_OR_RETURN(const Value value, givenValue(*found, each.key(), each.value()));
        if (!value.isNull() && !found->write(record, value))
            return badValue(*found, each.value().toVariant().toString());
    }
    return record;
}

} // namespace songhe
