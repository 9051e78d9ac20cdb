// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/district/finding_evidence_repository.h"

#include "core/district/district_repository.h"
#include "core/elders/elder.h"

#include <QtCore/QJsonDocument>

namespace songhe {

using namespace Qt::StringLiterals;

namespace evidence_rows {

/// What stands behind the clear columns of every table, in its order.
enum After { Sealed, Revision, RecordedAt, RecordedBy, VoidedAt, Lineage };

Value valueIn(const DistrictRows& rows, int column, FieldKind kind)
{
    if (rows.isNull(column))
        return {};
    return isNumberColumn(kind) ? Value(rows.integer(column)) : Value(rows.text(column));
}

Value valueOf(const QString& text, FieldKind kind)
{
    bool number = false;
    const qint64 whole = text.toLongLong(&number);
    return isNumberColumn(kind) && number ? Value(whole) : Value(text);
}

QString labelOf(const RecordTableShape& shape, const FieldInfo& field)
{
    return field.options.label && *field.options.label
        ? QCoreApplication::translate(shape.source->shape.info.context, field.options.label)
        : QString();
}

const EvidenceLine* lineOf(const EvidenceRecord& record, const QString& key)
{
    for (const EvidenceLine& line : record.lines)
        if (line.field->key() == key)
            return &line;
    return nullptr;
}

} // namespace evidence_rows

Result<const FindingEvidenceRepository::Centre*> FindingEvidenceRepository::centre(const QString& code)
{
    if (!m_centres.contains(code)) {
        ASSIGN_OR_RETURN(const auto known, DistrictRepository(m_store).centre(code));
        Centre made;
        if (known) {
            made.number = known->number;
            made.name = known->name;
            if (known->delivered() && !m_keys.dataKey.isEmpty()) {
                made.vault = std::make_shared<PersonVault>(m_store, m_keys.dataKey, known->number, known->uuid);
                RETURN_IF_ERROR(made.vault->load());
            }
        }
        m_centres.insert(code, made);
    }
    return &*m_centres.constFind(code);
}

Result<std::vector<EvidenceRecord>> FindingEvidenceRepository::of(const Finding& finding, int most)
{
    std::vector<EvidenceRecord> found;
    for (const FoundRecord& record : finding.records) {
        if (int(found.size()) >= most)
            break;
        const RecordTableShape* shape = recordTable(record.table);
        ASSIGN_OR_RETURN(const Centre* const sender, centre(record.centre));
        std::vector<Row> sides;
        if (shape) {
            ASSIGN_OR_RETURN(sides, rows(shape->name, *shape, record, *sender));
        }
        if (sides.empty()) {
            EvidenceRecord missing;
            missing.record = record;
            missing.centreName = sender->name;
            found.push_back(std::move(missing));
            continue;
        }
        if (finding.code == u"conflict"_s) {
            ASSIGN_OR_RETURN(std::vector<Row> others,
                             rows(shape->name + u"_history"_s, *shape, record, *sender, &sides.front()));
            for (Row& other : others) {
                other.record.otherContent = true;
                sides.push_back(std::move(other));
            }
        }
        for (Row& side : sides) {
            ASSIGN_OR_RETURN(EvidenceRecord shown, opened(std::move(side), *shape, *sender));
            found.push_back(std::move(shown));
        }
    }
    return found;
}

Result<std::vector<FindingEvidenceRepository::Row>>
FindingEvidenceRepository::rows(const QString& table, const RecordTableShape& shape, const FoundRecord& found,
                                const Centre& centre, const Row* sameAs)
{
    std::vector<Value> values {Value(centre.number), Value(found.id)};
    QString where = u"centre = ? AND id = ?"_s;
    if (sameAs) {
        where += u" AND row_lineage = ? AND revision = ?"_s;
        values.push_back(Value(sameAs->lineage));
        values.push_back(Value(sameAs->record.revision));
    }
    ASSIGN_OR_RETURN(const DistrictStore::Answer answer,
                     m_store.run(u"SELECT %1 FROM %2 WHERE %3"_s.arg(shape.columns.join(u", "_s), table, where),
                                 std::span<const Value>(values)));
    const auto& fields = shape.source->shape.fields;
    const int after = int(shape.clear.size());
    std::vector<Row> read;
    while (answer->next()) {
        Row row;
        row.record.record = found;
        row.record.centreName = centre.name;
        row.record.revision = int(answer->integer(after + evidence_rows::Revision));
        row.record.voided = !answer->isNull(after + evidence_rows::VoidedAt);
        row.sealed = answer->blob(after + evidence_rows::Sealed);
        row.lineage = answer->integer(after + evidence_rows::Lineage);
        for (int i = 0; i < after; ++i) {
            const FieldInfo& field = fields[std::size_t(shape.clear[std::size_t(i)])];
            Value value = evidence_rows::valueIn(*answer, i, field.kind);
            if (!value.isNull())
                row.record.lines.push_back({&field, evidence_rows::labelOf(shape, field), std::move(value)});
        }
        read.push_back(std::move(row));
    }
    RETURN_IF_ERROR(answer->failed());
    return read;
}

Result<EvidenceRecord> FindingEvidenceRepository::opened(Row row, const RecordTableShape& shape, const Centre& centre)
{
    EvidenceRecord record = std::move(row.record);
    RETURN_IF_ERROR(open(record, shape, centre, row.sealed));
    if (shape.isPerson) {
        if (const EvidenceLine* name = evidence_rows::lineOf(record, u"name"_s))
            record.person = name->value.text();
        return record;
    }
    for (const EvidenceLine& line : record.lines)
        if (QByteArrayView(line.field->options.refersTo) == Elder::family) {
            ASSIGN_OR_RETURN(record.person, nameOf(centre, line.value.integer()));
            break;
        }
    for (EvidenceLine& line : record.lines) {
        ASSIGN_OR_RETURN(line.named, calledThere(centre, line));
    }
    return record;
}

Result<QString> FindingEvidenceRepository::calledThere(const Centre& centre, const EvidenceLine& line)
{
    const QByteArrayView family = line.field->options.refersTo;
    const RecordTableShape* shape = line.field->kind == FieldKind::Reference && family != Elder::family
        ? recordTable(QString::fromLatin1(family))
        : nullptr;
    if (!shape)
        return QString();
    ASSIGN_OR_RETURN(const std::vector<Row> known,
                     rows(shape->name, *shape, {{}, shape->name, line.value.integer()}, centre));
    const EvidenceLine* name
        = known.empty() ? nullptr : evidence_rows::lineOf(known.front().record, QStringLiteral("name"));
    return name ? name->value.text() : QString();
}

Result<void> FindingEvidenceRepository::open(EvidenceRecord& record, const RecordTableShape& shape,
                                             const Centre& centre, const QByteArray& sealed)
{
    if (sealed.isEmpty() || !centre.vault)
        return {};
    const auto& fields = shape.source->shape.fields;
    qint64 person = 0;
    if (shape.personColumn >= 0)
        if (const EvidenceLine* line = evidence_rows::lineOf(record, fields[std::size_t(shape.personColumn)].key()))
            person = line->value.integer();
    ASSIGN_OR_RETURN(
        const SecureBytes plain,
        centre.vault->open(shape.personFamily, person, shape.name, record.record.id, record.revision, sealed));
    // No copy of the text is left behind beside the values that are shown.
    const QByteArray text = QByteArray::fromRawData(plain.view().data(), plain.view().size());
    const QJsonObject hidden = QJsonDocument::fromJson(text).object();
    for (const int place : shape.sealed) {
        const FieldInfo& field = fields[std::size_t(place)];
        if (const QString value = hidden.value(field.key()).toString(); !value.isEmpty())
            record.lines.push_back(
                {&field, evidence_rows::labelOf(shape, field), evidence_rows::valueOf(value, field.kind)});
    }
    return {};
}

Result<QString> FindingEvidenceRepository::nameOf(const Centre& centre, qint64 elder)
{
    const RecordTableShape* shape = recordTable(QString::fromLatin1(Elder::family));
    if (!shape || elder == 0)
        return QString();
    ASSIGN_OR_RETURN(std::vector<Row> files, rows(shape->name, *shape, {{}, shape->name, elder}, centre));
    if (files.empty())
        return QString();
    ASSIGN_OR_RETURN(const EvidenceRecord file, opened(std::move(files.front()), *shape, centre));
    return file.person;
}

} // namespace songhe
