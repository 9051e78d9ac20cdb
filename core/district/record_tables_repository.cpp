// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/district/record_tables_repository.h"

#include "core/district/district_keys.h"
#include "core/district/district_repository.h"
#include "core/district/district_text.h"
#include "core/elders/elder.h"

#include <QtCore/QDir>
#include <QtCore/QFile>

#include <algorithm>

// Resources of a static library are linked in only when somebody asks for them; the macro must stand outside of any
// namespace.
static void initDistrictResources()
{
    Q_INIT_RESOURCE(district_migrations);
}

namespace songhe {

using namespace Qt::StringLiterals;

bool isNumberColumn(FieldKind kind)
{
    switch (kind) {
    case FieldKind::Id:
    case FieldKind::Reference:
    case FieldKind::Money:
    case FieldKind::Area:
    case FieldKind::Integer:
    case FieldKind::Flag:
        return true;
    default:
        return false;
    }
}

namespace record_tables {

RecordTableShape shapeFrom(const PackageTable& table)
{
    RecordTableShape shape;
    shape.source = &table;
    shape.name = table.name();
    const auto& fields = table.shape.fields;
    for (std::size_t i = 0; i < fields.size(); ++i) {
        (fields[i].options.sealed ? shape.sealed : shape.clear).push_back(int(i));
        if (!fields[i].options.sealed)
            shape.columns << fields[i].key();
    }
    shape.personColumn = table.shape.personField;
    shape.personFamily = shape.personColumn <= 0
        ? shape.name
        : QString::fromLatin1(fields[std::size_t(shape.personColumn)].options.refersTo);
    shape.isPerson = shape.name == QLatin1String(Elder::family);
    shape.columns << u"sealed"_s << u"revision"_s << u"recorded_at"_s << u"recorded_by"_s << u"voided_at"_s
                  << u"row_lineage"_s << u"row_digest"_s;
    if (shape.isPerson)
        shape.columns << u"number_digest"_s << u"person_digest"_s;
    return shape;
}

QString typeOf(const RecordTableShape& shape, const QString& column)
{
    for (const char* blob : {"sealed", "row_digest", "number_digest", "person_digest"})
        if (column == QLatin1String(blob))
            return u"BLOB"_s;
    for (const char* number : {"revision", "recorded_by", "row_lineage"})
        if (column == QLatin1String(number))
            return u"INTEGER"_s;
    for (const FieldInfo& field : shape.source->shape.fields)
        if (field.key() == column && isNumberColumn(field.kind))
            return u"INTEGER"_s;
    return u"TEXT"_s;
}

QString tableSql(const RecordTableShape& shape, const QString& name, const QString& key)
{
    QStringList lines {u"centre INTEGER NOT NULL"_s};
    for (const QString& column : shape.columns)
        lines << column + u' ' + typeOf(shape, column)
                + (column == u"id"_s || column == u"revision"_s || column == u"row_lineage"_s
                           || column == u"row_digest"_s
                       ? u" NOT NULL"_s
                       : QString());
    return u"CREATE TABLE IF NOT EXISTS %1 (%2, PRIMARY KEY (%3)) STRICT, WITHOUT ROWID;\n"_s.arg(
        name, lines.join(u", "_s), key);
}

Result<void> widen(DistrictStore& store, const RecordTableShape& shape, const QString& name)
{
    ASSIGN_OR_RETURN(const QStringList known, store.columnsOf(name));
    for (const QString& column : shape.columns)
        if (!known.contains(column))
            RETURN_IF_ERROR(
                store.define(u"ALTER TABLE %1 ADD COLUMN %2 %3;"_s.arg(name, column, typeOf(shape, column))));
    return {};
}

QStringList scriptNames()
{
    initDistrictResources();
    return QDir(u":/district"_s).entryList({u"*.sql"_s}, QDir::Files, QDir::Name);
}

Result<int> versionOf(DistrictStore& store)
{
    ASSIGN_OR_RETURN(const DistrictStore::Answer rows, store.run(u"SELECT max(version) FROM schema_version"_s));
    const int version = rows->next() && !rows->isNull(0) ? int(rows->integer(0)) : 0;
    RETURN_IF_ERROR(rows->failed());
    return version;
}

Result<void> runScripts(DistrictStore& store)
{
    RETURN_IF_ERROR(store.define(u"CREATE TABLE IF NOT EXISTS schema_version (version INTEGER NOT NULL) STRICT;"_s));
    ASSIGN_OR_RETURN(const int version, versionOf(store));
    const QDir folder(u":/district"_s);
    const QStringList scripts = scriptNames();
    if (version > scripts.size())
        return fail(Error::Kind::NewerVersion,
                    DistrictText::tr("This store was written by a newer Songhe. Please install the newest program on "
                                     "this computer; nothing was changed."));
    for (int next = version; next < scripts.size(); ++next) {
        QFile script(folder.filePath(scripts[next]));
        if (!script.open(QIODevice::ReadOnly))
            return fail(Error::Kind::Io, DistrictText::tr("The program is incomplete. Please install it again."));
        RETURN_IF_ERROR(store.define(QString::fromUtf8(script.readAll())));
        RETURN_IF_ERROR(store.execute(u"INSERT INTO schema_version (version) VALUES (?)"_s, {Value(next + 1)}));
    }
    return {};
}

Result<bool> hasAll(DistrictStore& store, const QString& table, const QStringList& wanted)
{
    ASSIGN_OR_RETURN(const QStringList known, store.columnsOf(table));
    return std::all_of(wanted.begin(), wanted.end(), [&](const QString& column) { return known.contains(column); });
}

/// Only looks: whoever opens a store that is up to date waits for no merge.
Result<bool> isUpToDate(DistrictStore& store)
{
    ASSIGN_OR_RETURN(const QStringList known, store.columnsOf(u"schema_version"_s));
    if (known.isEmpty())
        return false;
    ASSIGN_OR_RETURN(const int version, versionOf(store));
    bool all = version == scriptNames().size();
    for (const RecordTableShape& shape : recordTables())
        for (const QString& table : {shape.name, shape.name + u"_history"_s}) {
            if (!all)
                return false;
            ASSIGN_OR_RETURN(all, hasAll(store, table, shape.columns));
        }
    return all;
}

/// Stores of earlier programs hold reasons in clear.
Result<void> sealKeptReasons(DistrictStore& store)
{
    std::vector<ClaimDecision> kept;
    QStringList reasons;
    {
        ASSIGN_OR_RETURN(
            const DistrictStore::Answer rows,
            store.run(u"SELECT centre, claim, revision, reason FROM decision WHERE coalesce(reason, '') <> ''"_s));
        while (rows->next()) {
            ClaimDecision& decision = kept.emplace_back();
            decision.centre = rows->integer(0);
            decision.claim = rows->integer(1);
            decision.revision = int(rows->integer(2));
            reasons << rows->text(3);
        }
        RETURN_IF_ERROR(rows->failed());
    }
    if (kept.empty())
        return {};
    ASSIGN_OR_RETURN(const DistrictInfo district, readDistrict(store));
    for (std::size_t i = 0; i < kept.size(); ++i) {
        ASSIGN_OR_RETURN(const QByteArray sealed, sealReason(district, reasons[qsizetype(i)]));
        RETURN_IF_ERROR(store.execute(
            u"UPDATE decision SET reason = '', sealed_reason = ? WHERE centre = ? AND claim = ? AND revision = ?"_s,
            {Value(sealed), Value(kept[i].centre), Value(kept[i].claim), Value(kept[i].revision)}));
    }
    return {};
}

} // namespace record_tables

const std::vector<RecordTableShape>& recordTables()
{
    static const std::vector<RecordTableShape> all = [] {
        std::vector<RecordTableShape> made;
        for (const PackageTable& table : packageTables())
            made.push_back(record_tables::shapeFrom(table));
        return made;
    }();
    return all;
}

const RecordTableShape* recordTable(const QString& name)
{
    for (const RecordTableShape& shape : recordTables())
        if (shape.name == name)
            return &shape;
    return nullptr;
}

QString stageSql(const RecordTableShape& shape, const QString& name)
{
    QStringList lines {u"row_arrived INTEGER NOT NULL PRIMARY KEY"_s};
    for (const QString& column : shape.columns)
        lines << column + u' ' + record_tables::typeOf(shape, column);
    lines << u"row_outcome INTEGER"_s << u"row_smaller INTEGER"_s;
    return u"CREATE TEMP TABLE IF NOT EXISTS %1 (%2) STRICT;"_s.arg(name, lines.join(u", "_s));
}

Result<void> bringUpToDate(DistrictStore& store)
{
    ASSIGN_OR_RETURN(const bool upToDate, record_tables::isUpToDate(store));
    if (upToDate)
        return {};
    return store.transact([&]() -> Result<void> {
        RETURN_IF_ERROR(record_tables::runScripts(store));
        for (const RecordTableShape& shape : recordTables()) {
            const QString history = shape.name + u"_history"_s;
            RETURN_IF_ERROR(store.define(record_tables::tableSql(shape, shape.name, u"centre, id"_s)));
            RETURN_IF_ERROR(store.define(
                record_tables::tableSql(shape, history, u"centre, id, row_lineage, revision, row_digest"_s)));
            RETURN_IF_ERROR(record_tables::widen(store, shape, shape.name));
            RETURN_IF_ERROR(record_tables::widen(store, shape, history));
        }
        return record_tables::sealKeptReasons(store);
    });
}

Result<bool> hasDistrict(DistrictStore& store)
{
    ASSIGN_OR_RETURN(const QStringList columns, store.columnsOf(u"district"_s));
    if (columns.isEmpty())
        return false;
    ASSIGN_OR_RETURN(const DistrictStore::Answer rows, store.run(u"SELECT 1 FROM district"_s));
    const bool found = rows->next();
    RETURN_IF_ERROR(rows->failed());
    return found;
}

} // namespace songhe
