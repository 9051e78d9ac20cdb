// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/district/sqlite_district_store.h"

#include "core/district/district_text.h"
#include "core/storage/migrations.h"

#include <QtCore/QFileInfo>

#include <sqlite3.h>

namespace songhe {

namespace sqlite_district {

constexpr qint64 applicationId = 0x534F4E44; // SOND

/// The tables come from `define`; the file itself only gets its mark.
const StoreKind& kind()
{
    static const std::vector<Migration> scripts {{QStringLiteral("0001_mark.sql"), QByteArrayLiteral("SELECT 1")}};
    static const StoreKind made {applicationId, &scripts};
    return made;
}

class SqliteRows final : public DistrictRows {
public:
    explicit SqliteRows(Rows rows)
        : m_rows(std::move(rows))
    { }
    bool next() override { return m_rows.next(); }
    [[nodiscard]] Result<void> failed() const override { return m_rows.failed(); }
    [[nodiscard]] bool isNull(int column) const override { return m_rows.isNull(column); }
    [[nodiscard]] qint64 integer(int column) const override { return m_rows.integer(column); }
    [[nodiscard]] QString text(int column) const override { return m_rows.text(column); }
    [[nodiscard]] QByteArray blob(int column) const override { return m_rows.blob(column); }

private:
    Rows m_rows;
};

/// One prepared INSERT; the cells' bytes are not copied.
class SqliteBulk final : public BulkWriter {
public:
    SqliteBulk(sqlite3* handle, sqlite3_stmt* statement)
        : m_handle(handle)
        , m_statement(statement)
    { }
    SqliteBulk(const SqliteBulk&) = delete;
    SqliteBulk& operator=(const SqliteBulk&) = delete;
    ~SqliteBulk() override { sqlite3_finalize(m_statement); }

    Result<void> row(std::span<const BulkCell> cells) override
    {
        int at = 0;
        int code = SQLITE_OK;
        for (const BulkCell& cell : cells)
            if (code == SQLITE_OK)
                code = bind(++at, cell);
        if (code == SQLITE_OK)
            code = sqlite3_step(m_statement);
        sqlite3_reset(m_statement);
        return code == SQLITE_DONE ? Result<void>() : storeFailure(m_handle, code, QStringLiteral("bulk"));
    }
    Result<void> finish() override { return {}; }

private:
    int bind(int at, const BulkCell& cell)
    {
        // A null pointer would bind NULL.
        const char* const bytes = cell.bytes.isEmpty() ? "" : cell.bytes.data();
        const auto size = sqlite3_uint64(cell.bytes.size());
        switch (cell.kind) {
        case BulkCell::Kind::Null:
            break;
        case BulkCell::Kind::Integer:
            return sqlite3_bind_int64(m_statement, at, cell.number);
        case BulkCell::Kind::Text:
            return sqlite3_bind_text64(m_statement, at, bytes, size, SQLITE_STATIC, SQLITE_UTF8);
        case BulkCell::Kind::Blob:
            return sqlite3_bind_blob64(m_statement, at, bytes, size, SQLITE_STATIC);
        }
        return sqlite3_bind_null(m_statement, at);
    }

    sqlite3* m_handle;
    sqlite3_stmt* m_statement;
};

} // namespace sqlite_district

Result<std::unique_ptr<DistrictStore>> SqliteDistrictStore::open(const QString& path, bool make)
{
    if (!make && !QFileInfo::exists(path))
        return fail(
            Error::Kind::NotFound,
            DistrictText::tr("There is no district store at %1. Set one up first, or check the path.").arg(path));
    ASSIGN_OR_RETURN(std::unique_ptr<Store> store, Store::open(path, Store::Mode::ReadWrite, sqlite_district::kind()));
    std::unique_ptr<SqliteDistrictStore> made(new SqliteDistrictStore(std::move(store)));
    // Room for the upper levels of many tables' trees: packages of many centres come in one after the other.
    RETURN_IF_ERROR(made->plain("PRAGMA cache_size = -131072"));
    return std::unique_ptr<DistrictStore>(std::move(made));
}

Result<DistrictStore::Answer> SqliteDistrictStore::runNow(const QString& sql, std::span<const Value> values)
{
    ASSIGN_OR_RETURN(Rows rows, m_store->run(sql, values));
    return Answer(std::make_unique<sqlite_district::SqliteRows>(std::move(rows)));
}

Result<qint64> SqliteDistrictStore::executeNow(const QString& sql, std::span<const Value> values)
{
    return m_store->execute(sql, values);
}

Result<std::unique_ptr<BulkWriter>> SqliteDistrictStore::bulkNow(const QString& table, const QStringList& columns)
{
    QStringList marks;
    marks.fill(QStringLiteral("?"), columns.size());
    const QByteArray sql = QStringLiteral("INSERT INTO %1 (%2) VALUES (%3)")
                               .arg(table, columns.join(QStringLiteral(", ")), marks.join(QStringLiteral(", ")))
                               .toUtf8();
    sqlite3_stmt* statement = nullptr;
    const int code = sqlite3_prepare_v2(m_store->handle(), sql.constData(), int(sql.size()), &statement, nullptr);
    if (code != SQLITE_OK)
        return storeFailure(m_store->handle(), code, QStringLiteral("bulk"));
    return std::unique_ptr<BulkWriter>(std::make_unique<sqlite_district::SqliteBulk>(m_store->handle(), statement));
}

Result<void> SqliteDistrictStore::plain(const char* sql)
{
    const int code = sqlite3_exec(m_store->handle(), sql, nullptr, nullptr, nullptr);
    return code == SQLITE_OK ? Result<void>() : storeFailure(m_store->handle(), code, QString::fromUtf8(sql));
}

Result<void> SqliteDistrictStore::defineNow(const QString& script)
{
    return plain(script.toUtf8().constData());
}

Result<QStringList> SqliteDistrictStore::columnsOf(const QString& table)
{
    ASSIGN_OR_RETURN(Rows rows, m_store->run(QStringLiteral("SELECT name FROM pragma_table_info(?)"), {table}));
    QStringList names;
    while (rows.next())
        names << rows.text(0);
    RETURN_IF_ERROR(rows.failed());
    return names;
}

Result<void> SqliteDistrictStore::settle()
{
    return plain("PRAGMA analysis_limit = 400; PRAGMA optimize");
}

Result<void> SqliteDistrictStore::begin()
{
    return plain("BEGIN IMMEDIATE");
}

Result<void> SqliteDistrictStore::commit()
{
    return plain("COMMIT");
}

void SqliteDistrictStore::rollback()
{
    // Whatever the transaction did is given up already where this fails.
    static_cast<void>(plain("ROLLBACK"));
}

} // namespace songhe
