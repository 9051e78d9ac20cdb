// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/store.h"

#include "core/storage/data_file.h"
#include "core/storage/migrations.h"

#include <QtCore/QFile>
#include <QtCore/QFileInfo>

#include <sqlite3.h>

#include <unordered_map>

namespace songhe {

namespace {

constexpr int busyMilliseconds = 5000;

struct Finalizer {
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};
using StatementOwner = std::unique_ptr<sqlite3_stmt, Finalizer>;

const QString inMemoryPath = QStringLiteral(":memory:");

/// One number that the file answers; a failed question is SQLite's code.
int askNumber(sqlite3* handle, const char* sql, qint64& number)
{
    sqlite3_stmt* prepared = nullptr;
    if (const int code = sqlite3_prepare_v2(handle, sql, -1, &prepared, nullptr); code != SQLITE_OK)
        return code;
    const StatementOwner statement(prepared);
    const int code = sqlite3_step(prepared);
    number = code == SQLITE_ROW ? sqlite3_column_int64(prepared, 0) : 0;
    return code == SQLITE_ROW || code == SQLITE_DONE ? SQLITE_OK : code;
}

int bindValue(sqlite3_stmt* statement, int index, const Value& value)
{
    if (value.isInteger())
        return sqlite3_bind_int64(statement, index, value.integer());
    if (value.isText()) {
        const QByteArray utf8 = value.text().toUtf8();
        return sqlite3_bind_text(statement, index, utf8.constData(), int(utf8.size()), SQLITE_TRANSIENT);
    }
    if (value.isBytes()) {
        const QByteArray bytes = value.bytes();
        // A null pointer would bind NULL: an empty blob is not 'unknown'.
        return sqlite3_bind_blob(statement, index, bytes.isEmpty() ? "" : bytes.constData(), int(bytes.size()),
                                 SQLITE_TRANSIENT);
    }
    return sqlite3_bind_null(statement, index);
}

} // namespace

struct Store::Kept {
    struct Entry {
        StatementOwner statement;
        bool busy = false;
    };
    std::unordered_map<std::string, std::unique_ptr<Entry>> entries;
};

const StoreKind& StoreKind::centre()
{
    static const StoreKind kind {songheApplicationId, &migrations()};
    return kind;
}

Store::Store(QString path, const StoreKind& kind)
    : m_path(std::move(path))
    , m_kind(kind)
    , m_kept(std::make_unique<Kept>())
{ }

Store::~Store()
{
    m_kept.reset(); // an unfinalised statement would keep the file open for good
    sqlite3_close(m_handle);
}

Result<std::unique_ptr<Store>> Store::open(const QString& path, Mode mode, const StoreKind& kind)
{
    std::unique_ptr<Store> store(new Store(path, kind));
    RETURN_IF_ERROR(store->openHandle(mode));
    if (mode == Mode::ReadWrite)
        RETURN_IF_ERROR(store->migrate());
    return store;
}

Result<std::unique_ptr<Store>> Store::inMemory()
{
    return open(inMemoryPath);
}

Result<void> Store::openHandle(Mode mode)
{
    const int flags = mode == Mode::ReadOnly ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
    if (mode == Mode::ReadWrite && m_path != inMemoryPath)
        keepToOwner(m_path);
    const int code = sqlite3_open_v2(QFile::encodeName(m_path).constData(), &m_handle,
                                     flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, nullptr);
    if (code != SQLITE_OK)
        return failure(code, QStringLiteral("open"));
    sqlite3_busy_timeout(m_handle, busyMilliseconds);
    // A hostile file must not reach functions through its schema.
    sqlite3_db_config(m_handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    sqlite3_db_config(m_handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    // Before anything is set: another program's file must stay as it is.
    qint64 mark = 0;
    qint64 tables = 0;
    int asked = askNumber(m_handle, "PRAGMA application_id", mark);
    if (asked == SQLITE_OK)
        asked = askNumber(m_handle, "SELECT count(*) FROM sqlite_master", tables);
    if (asked != SQLITE_OK)
        return failure(asked, QStringLiteral("application id"));
    if (mark != m_kind.applicationId && (mark != 0 || tables != 0 || mode == Mode::ReadOnly))
        return fail(Error::Kind::Invalid,
                    tr("%1 is no data file of Songhe. It was left as it is; please choose another file.").arg(m_path),
                    QStringLiteral("application id"));
    const char* pragmas = mode == Mode::ReadOnly
        ? "PRAGMA foreign_keys = ON; PRAGMA cache_size = -16384"
        : "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; "
          "PRAGMA secure_delete = ON; PRAGMA cache_size = -32768; PRAGMA temp_store = MEMORY";
    const int set = sqlite3_exec(m_handle, pragmas, nullptr, nullptr, nullptr);
    return set == SQLITE_OK ? Result<void>() : failure(set, QStringLiteral("pragmas"));
}

int Store::newestSchema()
{
    return int(migrations().size());
}

Result<void> Store::migrate()
{
    int version = 0;
    {
        ASSIGN_OR_RETURN(Rows rows, run(QStringLiteral("PRAGMA user_version")));
        version = rows.next() ? int(rows.integer(0)) : 0;
        RETURN_IF_ERROR(rows.failed());
    }
    const std::vector<Migration>& known = *m_kind.scripts;
    if (version > int(known.size()))
        return fail(Error::Kind::NewerVersion,
                    tr("These data were written by a newer Songhe. Please install the newest program on this computer; "
                       "nothing was changed."),
                    QStringLiteral("schema %1, known %2").arg(version).arg(known.size()));
    for (int next = version; next < int(known.size()); ++next) {
        RETURN_IF_ERROR(transact([&]() -> Result<void> {
            const QByteArray script = known[std::size_t(next)].sql + QByteArray("\n;PRAGMA user_version = ")
                + QByteArray::number(next + 1) + QByteArray(";PRAGMA application_id = ")
                + QByteArray::number(m_kind.applicationId);
            const int code = sqlite3_exec(m_handle, script.constData(), nullptr, nullptr, nullptr);
            return code == SQLITE_OK ? Result<void>() : failure(code, known[std::size_t(next)].name);
        }));
    }
    return {};
}

Result<Rows> Store::bound(const QString& sql, std::span<const Value> values)
{
    auto& slot = m_kept->entries[sql.toStdString()];
    if (!slot)
        slot = std::make_unique<Kept::Entry>();
    const bool own = slot->busy;
    StatementOwner fresh;
    if (own || !slot->statement) {
        sqlite3_stmt* prepared = nullptr;
        const QByteArray text = sql.toUtf8();
        const int code = sqlite3_prepare_v3(m_handle, text.constData(), int(text.size()),
                                            own ? 0 : SQLITE_PREPARE_PERSISTENT, &prepared, nullptr);
        if (code != SQLITE_OK)
            return failure(code, sql.simplified());
        (own ? fresh : slot->statement).reset(prepared);
    }
    sqlite3_stmt* statement = own ? fresh.get() : slot->statement.get();
    if (std::size_t(sqlite3_bind_parameter_count(statement)) != values.size())
        return fail(Error::Kind::Invalid, tr("Internal fault: a query got the wrong number of values."),
                    sql.simplified());
    for (std::size_t i = 0; i < values.size(); ++i)
        if (const int code = bindValue(statement, int(i) + 1, values[i]); code != SQLITE_OK)
            return failure(code, sql.simplified());
    if (own) {
        return Rows(m_handle, fresh.release(), nullptr, true);
    }
    slot->busy = true;
    return Rows(m_handle, statement, &slot->busy, false);
}

Result<Rows> Store::run(const QString& sql, std::span<const Value> values)
{
    return bound(sql, values);
}

Result<Rows> Store::run(const QString& sql, std::initializer_list<Value> values)
{
    return bound(sql, {values.begin(), values.size()});
}

Result<qint64> Store::execute(const QString& sql, std::span<const Value> values)
{
    ASSIGN_OR_RETURN(Rows rows, bound(sql, values));
    while (rows.next()) { }
    if (const auto stepped = rows.failed(); !stepped)
        return fail(stepped.error());
    return qint64(sqlite3_changes64(m_handle));
}

Result<qint64> Store::execute(const QString& sql, std::initializer_list<Value> values)
{
    return execute(sql, std::span<const Value>(values.begin(), values.size()));
}

Result<void> Store::begin()
{
    if (m_depth > 0) {
        ++m_depth;
        return {};
    }
    // IMMEDIATE: a deferred read-then-write after another's commit fails at once and no busy handler runs.
    const int code = sqlite3_exec(m_handle, "BEGIN IMMEDIATE", nullptr, nullptr, nullptr);
    if (code != SQLITE_OK)
        return failure(code, QStringLiteral("begin"));
    m_depth = 1;
    m_failed = false;
    return {};
}

Result<void> Store::commit()
{
    if (m_depth > 1) {
        --m_depth;
        return {};
    }
    if (m_failed)
        return fail(Error::Kind::Conflict,
                    tr("A part of this work failed, so nothing of it was saved. Please try again."));
    const int code = sqlite3_exec(m_handle, "COMMIT", nullptr, nullptr, nullptr);
    if (code != SQLITE_OK)
        return failure(code, QStringLiteral("commit"));
    m_depth = 0;
    return {};
}

void Store::rollback()
{
    if (m_depth > 1) {
        --m_depth;
        m_failed = true;
        return;
    }
    sqlite3_exec(m_handle, "ROLLBACK", nullptr, nullptr, nullptr);
    m_depth = 0;
    m_failed = false;
}

Failure Store::failure(int code, const QString& what) const
{
    return storeFailure(m_handle, code, what);
}

} // namespace songhe
