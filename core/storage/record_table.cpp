// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/record_table.h"

#include "core/storage/audit_content.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QJsonDocument>

#include <algorithm>
#include <numeric>

namespace songhe::detail {

namespace {

struct RecordTableText {
    Q_DECLARE_TR_FUNCTIONS(songhe::RecordTable)
};

const QString voidReasonKey = QStringLiteral("void_reason");

/// Whose key seals: the record's own person's, or the one its person field points at.
QString personFamilyOf(const RowShape& shape)
{
    return shape.personField <= 0 ? QString::fromLatin1(shape.info.family)
                                  : QString::fromLatin1(shape.fields[std::size_t(shape.personField)].options.refersTo);
}

/// The sealed fields that hold anything, as one JSON object; empty where there is nothing to hide.
Result<Value> sealedPart(Ledger& ledger, const RowShape& shape, std::span<const Value> values, const Recorded& recorded)
{
    QJsonObject hidden;
    for (std::size_t i = 0; i < shape.fields.size(); ++i) {
        const FieldInfo& field = shape.fields[i];
        if (!field.options.sealed || values[i].isNull())
            continue;
        hidden.insert(field.key(),
                      values[i].isBytes() ? QJsonValue(QString::fromLatin1(values[i].bytes().toBase64()))
                                          : QJsonValue(values[i].text()));
    }
    if (recorded.voidReason)
        hidden.insert(voidReasonKey, *recorded.voidReason);
    if (hidden.isEmpty())
        return Value();
    const qint64 person = shape.personField >= 0 ? values[std::size_t(shape.personField)].integer() : 0;
    const QString family = QString::fromLatin1(shape.info.family);
    const QString personFamily = personFamilyOf(shape);
    ASSIGN_OR_RETURN(const QByteArray sealed,
                     ledger.sealer.seal({{personFamily, person}, family, values[0].integer(), recorded.revision},
                                        QJsonDocument(hidden).toJson(QJsonDocument::Compact)));
    return Value(sealed);
}

/// A JSON string just as QJsonDocument writes it, which takes several times as long for a whole record.
void appendJsonText(QByteArray& json, const QByteArray& utf8)
{
    static constexpr char hex[] = "0123456789abcdef";
    json.append('"');
    for (const char c : utf8) {
        static constexpr std::pair<char, char> named[]
            = {{'"', '"'}, {'\\', '\\'}, {'\b', 'b'}, {'\f', 'f'}, {'\n', 'n'}, {'\r', 'r'}, {'\t', 't'}};
        if (quint8(c) >= 0x20 && c != '"' && c != '\\') {
            json.append(c);
            continue;
        }
        const auto* const escape
            = std::find_if(std::begin(named), std::end(named), [c](const auto& each) { return each.first == c; });
        if (escape != std::end(named))
            json.append('\\').append(escape->second);
        else
            json.append("\\u00").append(hex[quint8(c) >> 4]).append(hex[quint8(c) & 15]);
    }
    json.append('"');
}

/// The row in the order of `insertSql`: id first, clear columns, envelope, who and when.
Result<std::vector<Value>> rowOf(Ledger& ledger, const RowShape& shape, std::span<const Value> values,
                                 const Recorded& recorded)
{
    std::vector<Value> row;
    row.reserve(shape.columns.size());
    for (std::size_t i = 0; i < shape.fields.size(); ++i)
        if (!shape.fields[i].options.sealed)
            row.push_back(values[i]);
    ASSIGN_OR_RETURN(Value sealed, sealedPart(ledger, shape, values, recorded));
    row.push_back(std::move(sealed));
    row.push_back(Value(recorded.revision));
    row.push_back(Value(recorded.at));
    row.push_back(Value(recorded.by));
    row.push_back(Value(recorded.voidedAt));
    return row;
}

/// Opens the envelope of a revision and puts what is in it into its places.
Result<void> openSealed(Ledger& ledger, const RowShape& shape, const QByteArray& sealed, std::vector<Value>& values,
                        Recorded& recorded)
{
    const qint64 person = shape.personField >= 0 ? values[std::size_t(shape.personField)].integer() : 0;
    const QString family = QString::fromLatin1(shape.info.family);
    const QString personFamily = personFamilyOf(shape);
    ASSIGN_OR_RETURN(
        const QByteArray plain,
        ledger.sealer.open({{personFamily, person}, family, values[0].integer(), recorded.revision}, sealed));
    const QJsonObject hidden = QJsonDocument::fromJson(plain).object();
    for (std::size_t i = 0; i < shape.fields.size(); ++i) {
        const FieldInfo& field = shape.fields[i];
        const QJsonValue given = field.options.sealed ? hidden.value(field.key()) : QJsonValue();
        if (!given.isString())
            continue;
        values[i] = field.kind == FieldKind::Bytes ? Value(QByteArray::fromBase64(given.toString().toLatin1()))
                                                   : Value(given.toString());
    }
    if (const QJsonValue reason = hidden.value(voidReasonKey); reason.isString())
        recorded.voidReason = reason.toString();
    return {};
}

/// As `auditContent` wrote it: ids, days and moments as text, numbers as numbers, bytes in base 64.
Value valueFromContent(const FieldInfo& field, const QJsonValue& json)
{
    if (json.isDouble())
        return Value(json.toInteger());
    if (!json.isString())
        return Value();
    if (field.kind == FieldKind::Id || field.kind == FieldKind::Reference)
        return Value(json.toString().toLongLong());
    if (field.kind == FieldKind::Bytes)
        return Value(QByteArray::fromBase64(json.toString().toLatin1()));
    return Value(json.toString());
}

} // namespace

QByteArray auditContent(const RowShape& shape, const std::vector<Value>& row)
{
    std::vector<std::size_t> order(row.size());
    std::iota(order.begin(), order.end(), 0);
    std::sort(order.begin(), order.end(), [&](std::size_t left, std::size_t right) {
        return shape.columns[qsizetype(left)] < shape.columns[qsizetype(right)];
    });
    QByteArray json;
    json.reserve(512);
    for (const std::size_t i : order) {
        const Value& value = row[i];
        if (value.isNull())
            continue;
        json.append(json.isEmpty() ? '{' : ',');
        appendJsonText(json, shape.columns[qsizetype(i)].toUtf8());
        json.append(':');
        if (value.isBytes())
            appendJsonText(json, value.bytes().toBase64());
        else if (value.isInteger() && shape.columnIsId[i])
            appendJsonText(json, QByteArray::number(value.integer()));
        else if (value.isInteger())
            json.append(QByteArray::number(value.integer()));
        else
            appendJsonText(json, value.text().toUtf8());
    }
    return json.isEmpty() ? QByteArrayLiteral("{}") : json + '}';
}

RowShape shapeOf(const FamilyInfo& info, std::vector<FieldInfo> fields)
{
    RowShape shape;
    shape.info = info;
    shape.fields = std::move(fields);
    for (std::size_t i = 0; i < shape.fields.size(); ++i) {
        const FieldInfo& field = shape.fields[i];
        if (*info.personKey && field.key() == QLatin1String(info.personKey))
            shape.personField = int(i);
        if (field.options.sealed)
            continue;
        shape.columns << field.key();
        shape.columnIsId.push_back(field.kind == FieldKind::Id || field.kind == FieldKind::Reference);
    }
    shape.columns << QStringLiteral("sealed") << QStringLiteral("revision") << QStringLiteral("recorded_at")
                  << QStringLiteral("recorded_by") << QStringLiteral("voided_at");
    shape.columnIsId.insert(shape.columnIsId.end(), {false, false, false, true, false});

    // Names come from the field table of this program, never from data.
    const QString table = QString::fromLatin1(info.family);
    QStringList marks, sets;
    for (const QString& column : std::as_const(shape.columns)) {
        marks << QStringLiteral("?");
        if (column != QStringLiteral("id"))
            sets << column + QStringLiteral(" = ?");
    }
    shape.insertSql = QStringLiteral("INSERT INTO %1 (%2) VALUES (%3)")
                          .arg(table, shape.columns.join(QStringLiteral(", ")), marks.join(QStringLiteral(", ")));
    shape.updateSql
        = QStringLiteral("UPDATE %1 SET %2 WHERE id = ? AND revision = ?").arg(table, sets.join(QStringLiteral(", ")));
    shape.selectSql = QStringLiteral("SELECT %1 FROM %2").arg(shape.columns.join(QStringLiteral(", ")), table);
    return shape;
}

Result<void> writeRow(Ledger& ledger, const RowShape& shape, std::span<const Value> values, const Recorded& recorded,
                      ChangeKind kind)
{
    ASSIGN_OR_RETURN(std::vector<Value> row, rowOf(ledger, shape, values, recorded));
    const qint64 id = values[0].integer();
    const Change change {QString::fromLatin1(shape.info.family),
                         id,
                         recorded.revision,
                         kind,
                         recorded.at,
                         recorded.by,
                         auditContent(shape, row)};
    return ledger.transact([&]() -> Result<void> {
        if (kind == ChangeKind::Added) {
            RETURN_IF_ERROR(ledger.store.execute(shape.insertSql, row));
        } else {
            row.erase(row.begin());
            row.push_back(Value(id));
            row.push_back(Value(recorded.revision - 1));
            ASSIGN_OR_RETURN(const qint64 changed, ledger.store.execute(shape.updateSql, row));
            if (changed != 1)
                return fail(Error::Kind::Conflict,
                            RecordTableText::tr("Somebody else has changed this record meanwhile. Please open it again "
                                                "and repeat your change."),
                            QStringLiteral("%1 revision %2").arg(change.family).arg(recorded.revision));
        }
        return ledger.audit.append(change);
    });
}

Result<void> putRow(Ledger& ledger, const RowShape& shape, std::span<const Value> values, const Recorded& recorded,
                    std::optional<int> before)
{
    ASSIGN_OR_RETURN(std::vector<Value> row, rowOf(ledger, shape, values, recorded));
    const qint64 id = values[0].integer();
    const ChangeKind kind = !before ? ChangeKind::Added : recorded.voidedAt ? ChangeKind::Voided : ChangeKind::Changed;
    const Change change {QString::fromLatin1(shape.info.family),
                         id,
                         recorded.revision,
                         kind,
                         ledger.clock.now(),
                         ledger.user,
                         auditContent(shape, row)};
    if (!before) {
        RETURN_IF_ERROR(ledger.store.execute(shape.insertSql, row));
    } else {
        row.erase(row.begin());
        row.push_back(Value(id));
        row.push_back(Value(*before));
        RETURN_IF_ERROR(ledger.store.execute(shape.updateSql, row));
    }
    return ledger.audit.append(change);
}

Result<void> readRow(Ledger& ledger, const RowShape& shape, const Rows& row, std::vector<Value>& values,
                     Recorded& recorded)
{
    values.assign(shape.fields.size(), Value());
    int column = 0;
    for (std::size_t i = 0; i < shape.fields.size(); ++i)
        if (!shape.fields[i].options.sealed)
            values[i] = row.value(column++);
    const int sealedColumn = column;
    recorded.revision = int(row.integer(sealedColumn + 1));
    recorded.at = row.moment(sealedColumn + 2);
    recorded.by = Id<User> {row.integer(sealedColumn + 3)};
    if (!row.isNull(sealedColumn + 4))
        recorded.voidedAt = row.moment(sealedColumn + 4);
    if (row.isNull(sealedColumn))
        return {};
    return openSealed(ledger, shape, row.blob(sealedColumn), values, recorded);
}

Result<void> readAuditContent(Ledger& ledger, const RowShape& shape, const QByteArray& content,
                              std::vector<Value>& values, Recorded& recorded)
{
    const QJsonObject json = QJsonDocument::fromJson(content).object();
    values.assign(shape.fields.size(), Value());
    for (std::size_t i = 0; i < shape.fields.size(); ++i)
        if (!shape.fields[i].options.sealed)
            values[i] = valueFromContent(shape.fields[i], json.value(shape.fields[i].key()));
    if (values.empty() || values[0].isNull())
        return fail(Error::Kind::Damaged,
                    RecordTableText::tr("An entry of the audit log cannot be read. Please run 'check' and restore a "
                                        "backup."),
                    QLatin1String(shape.info.family));
    recorded.revision = int(json.value(QLatin1String("revision")).toInteger());
    const QString sealed = json.value(QLatin1String("sealed")).toString();
    if (sealed.isEmpty())
        return {};
    return openSealed(ledger, shape, QByteArray::fromBase64(sealed.toLatin1()), values, recorded);
}

Failure damagedRow(const RowShape& shape, const FieldInfo& field, qint64 id)
{
    return fail(
        Error::Kind::Damaged,
        RecordTableText::tr(
            "Record %1 of table %2 holds a value this program does not know. Please run 'check' and restore a backup.")
            .arg(id)
            .arg(QLatin1String(shape.info.family)),
        QStringLiteral("%1.%2").arg(QLatin1String(shape.info.family), field.key()));
}

Failure idTaken(const RowShape& shape, qint64 id)
{
    return fail(
        Error::Kind::Conflict,
        RecordTableText::tr("Number %1 is already used by another record of this kind with other content.").arg(id),
        QLatin1String(shape.info.family));
}

Result<void> checkVoid(const RowShape& shape, qint64 id, const Recorded* known, const QString& reason)
{
    if (!known)
        return fail(Error::Kind::NotFound, RecordTableText::tr("There is no record with number %1.").arg(id),
                    QLatin1String(shape.info.family));
    if (known->isVoided())
        return fail(Error::Kind::Conflict, RecordTableText::tr("Record %1 is void already.").arg(id),
                    QLatin1String(shape.info.family));
    if (reason.trimmed().isEmpty())
        return fail(Error::Kind::Invalid, RecordTableText::tr("Please say why it is made void."));
    return {};
}

} // namespace songhe::detail
