// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/district/postgres_district_store.h"

#include "core/district/district_text.h"

#include <QtCore/QRegularExpression>
#include <QtCore/QUrl>
#include <QtCore/QUrlQuery>
#include <QtCore/QUuid>
#include <QtSql/QSqlDatabase>
#include <QtSql/QSqlDriver>
#include <QtSql/QSqlError>
#include <QtSql/QSqlQuery>

#include <libpq-fe.h>

#include <unordered_map>

namespace songhe {

using namespace Qt::StringLiterals;

namespace postgres_district {

/// By SQLSTATE. The server's own words may quote a value: the code alone goes to the log.
Failure failure(const QString& code, const QString& what)
{
    if (code.startsWith(u"23"_s))
        return fail(
            Error::Kind::Conflict,
            DistrictText::tr("This is recorded already, perhaps by another program at the same time. Please try "
                             "again."),
            what + u": "_s + code);
    if (code == u"53100"_s)
        return fail(Error::Kind::DiskFull,
                    DistrictText::tr("The database server's disk is full. Nothing was saved; please make room."),
                    what + u": "_s + code);
    return fail(Error::Kind::Io,
                DistrictText::tr("The database server did not do what it was asked to. Nothing was saved; please check "
                                 "that it runs and try again."),
                what + u": "_s + code);
}

Failure failure(const QSqlError& error, const QString& what)
{
    return failure(error.nativeErrorCode(), what);
}

QVariant variantOf(const Value& value)
{
    if (value.isInteger())
        return value.integer();
    if (value.isBytes())
        return value.bytes();
    if (value.isText())
        return value.text();
    return QVariant(QMetaType(QMetaType::QString));
}

/// What the address says behind its question mark. Without a word about it, only a server on this computer is spoken
/// to in clear.
Result<QString> connectOptions(const QUrl& url)
{
    static const QStringList known {u"sslmode"_s, u"sslrootcert"_s, u"sslcert"_s, u"sslkey"_s};
    static const QStringList here {u"localhost"_s, u"127.0.0.1"_s, u"::1"_s};
    QStringList options {u"connect_timeout=10"_s};
    const QUrlQuery query(url);
    for (const auto& [name, value] : query.queryItems(QUrl::FullyDecoded)) {
        if (!known.contains(name) || value.contains(u';') || value.contains(u'\'') || value.contains(u'\\'))
            return fail(Error::Kind::Invalid,
                        DistrictText::tr("The address of the database has '%1', which is not known. Known are %2.")
                            .arg(name.left(40), known.join(u", "_s)));
        options << name + u'=' + value;
    }
    if (!query.hasQueryItem(u"sslmode"_s) && !here.contains(url.host()))
        options << u"sslmode=require"_s;
    return options.join(u';');
}

class PostgresRows final : public DistrictRows {
public:
    explicit PostgresRows(QSqlQuery query)
        : m_query(std::move(query))
    { }
    bool next() override { return m_query.next(); }
    [[nodiscard]] Result<void> failed() const override
    {
        return m_query.lastError().isValid() ? failure(m_query.lastError(), u"next"_s) : Result<void>();
    }
    [[nodiscard]] bool isNull(int column) const override { return m_query.isNull(column); }
    [[nodiscard]] qint64 integer(int column) const override { return m_query.value(column).toLongLong(); }
    [[nodiscard]] QString text(int column) const override { return m_query.value(column).toString(); }
    [[nodiscard]] QByteArray blob(int column) const override { return m_query.value(column).toByteArray(); }

private:
    QSqlQuery m_query;
};

/// COPY … FROM STDIN in its text form. Any other statement on the connection meanwhile would wait for ever: the guard
/// always ends the copy and drains its answers.
class PostgresBulk final : public BulkWriter {
public:
    static Result<std::unique_ptr<BulkWriter>> begin(PGconn* connection, const QByteArray& sql)
    {
        PGresult* const answer = PQexec(connection, sql.constData());
        const bool ready = PQresultStatus(answer) == PGRES_COPY_IN;
        const QString state = stateOf(answer);
        PQclear(answer);
        if (!ready)
            return failure(state, u"copy"_s);
        return std::unique_ptr<BulkWriter>(new PostgresBulk(connection));
    }
    PostgresBulk(const PostgresBulk&) = delete;
    PostgresBulk& operator=(const PostgresBulk&) = delete;
    ~PostgresBulk() override
    {
        if (!m_ended) {
            PQputCopyEnd(m_connection, "given up");
            drain();
        }
    }

    Result<void> row(std::span<const BulkCell> cells) override
    {
        bool first = true;
        for (const BulkCell& cell : cells) {
            if (!std::exchange(first, false))
                m_text.push_back('\t');
            append(cell);
        }
        m_text.push_back('\n');
        return m_text.size() < pieceSize ? Result<void>() : flush();
    }

    Result<void> finish() override
    {
        RETURN_IF_ERROR(flush());
        const int ended = PQputCopyEnd(m_connection, nullptr);
        m_ended = true;
        const std::optional<QString> refused = drain();
        return ended == 1 && !refused ? Result<void>() : failure(refused.value_or(QString()), u"copy"_s);
    }

private:
    static constexpr std::size_t pieceSize = 256 * 1024;

    explicit PostgresBulk(PGconn* connection)
        : m_connection(connection)
    { }

    static QString stateOf(const PGresult* answer)
    {
        return QString::fromLatin1(PQresultErrorField(answer, PG_DIAG_SQLSTATE));
    }

    void append(const BulkCell& cell)
    {
        switch (cell.kind) {
        case BulkCell::Kind::Null:
            m_text.append("\\N");
            break;
        case BulkCell::Kind::Integer:
            m_text.append(std::to_string(cell.number));
            break;
        case BulkCell::Kind::Blob:
            m_text.append("\\\\x");
            m_text.append(cell.bytes.toByteArray().toHex().toStdString());
            break;
        case BulkCell::Kind::Text:
            for (const char c : cell.bytes)
                escaped(c);
            break;
        }
    }

    void escaped(char c)
    {
        switch (c) {
        case '\\':
            m_text.append("\\\\");
            break;
        case '\n':
            m_text.append("\\n");
            break;
        case '\r':
            m_text.append("\\r");
            break;
        case '\t':
            m_text.append("\\t");
            break;
        default:
            m_text.push_back(c);
        }
    }

    Result<void> flush()
    {
        const int sent = PQputCopyData(m_connection, m_text.data(), int(m_text.size()));
        m_text.clear();
        return sent == 1 ? Result<void>() : failure(QString(), u"copy"_s);
    }

    /// To the end of the copy; the state of what went wrong.
    std::optional<QString> drain()
    {
        std::optional<QString> refused;
        while (PGresult* const answer = PQgetResult(m_connection)) {
            if (PQresultStatus(answer) != PGRES_COMMAND_OK && !refused)
                refused = stateOf(answer);
            PQclear(answer);
        }
        return refused;
    }

    PGconn* m_connection;
    std::string m_text;
    bool m_ended = false;
};

} // namespace postgres_district

/// Statements that are asked again and again, prepared once.
struct PostgresDistrictStore::Kept {
    std::unordered_map<QString, QSqlQuery> queries;
};

PostgresDistrictStore::PostgresDistrictStore(QString connection)
    : m_connection(std::move(connection))
    , m_kept(std::make_unique<Kept>())
{ }

PostgresDistrictStore::~PostgresDistrictStore()
{
    m_kept.reset(); // queries hold the connection
    QSqlDatabase::removeDatabase(m_connection);
}

Result<std::unique_ptr<DistrictStore>> PostgresDistrictStore::open(const QString& address)
{
    const QUrl url(address);
    if (!url.isValid() || url.host().isEmpty() || url.path().size() < 2)
        return fail(Error::Kind::Invalid,
                    DistrictText::tr("This is no address of a database. Write it as "
                                     "postgresql://user:password@host:port/database."));
    if (!QSqlDatabase::isDriverAvailable(u"QPSQL"_s))
        return fail(Error::Kind::NotFound,
                    DistrictText::tr("This computer lacks Qt's driver for PostgreSQL. Please install the package "
                                     "libqt6sql6-psql."));
    std::unique_ptr<PostgresDistrictStore> made(
        new PostgresDistrictStore(QUuid::createUuid().toString(QUuid::WithoutBraces)));
    QSqlDatabase database = QSqlDatabase::addDatabase(u"QPSQL"_s, made->m_connection);
    database.setHostName(url.host());
    database.setPort(url.port(5432));
    database.setUserName(url.userName(QUrl::FullyDecoded));
    database.setPassword(url.password(QUrl::FullyDecoded));
    database.setDatabaseName(url.path(QUrl::FullyDecoded).mid(1));
    ASSIGN_OR_RETURN(const QString options, postgres_district::connectOptions(url));
    database.setConnectOptions(options);
    if (!database.open())
        return fail(Error::Kind::Io,
                    DistrictText::tr("The database at %1 does not answer. Check that the server runs, and name and "
                                     "password.")
                        .arg(url.host()),
                    u"open: "_s + database.lastError().nativeErrorCode());
    // As at a centre: what was said to be merged has survived a power cut.
    RETURN_IF_ERROR(made->plain(u"SET synchronous_commit = on; SET client_min_messages = warning"_s));
    return std::unique_ptr<DistrictStore>(std::move(made));
}

Result<void> PostgresDistrictStore::plain(const QString& sql)
{
    QSqlQuery query(QSqlDatabase::database(m_connection));
    return query.exec(sql) ? Result<void>() : postgres_district::failure(query.lastError(), sql.left(80));
}

Result<DistrictStore::Answer> PostgresDistrictStore::runNow(const QString& sql, std::span<const Value> values)
{
    QSqlQuery query(QSqlDatabase::database(m_connection));
    query.setForwardOnly(true);
    if (!query.prepare(sql))
        return postgres_district::failure(query.lastError(), sql.simplified().left(120));
    for (const Value& value : values)
        query.addBindValue(postgres_district::variantOf(value));
    if (!query.exec())
        return postgres_district::failure(query.lastError(), sql.simplified().left(120));
    return Answer(std::make_unique<postgres_district::PostgresRows>(std::move(query)));
}

Result<qint64> PostgresDistrictStore::executeNow(const QString& sql, std::span<const Value> values)
{
    auto found = m_kept->queries.find(sql);
    if (found == m_kept->queries.end()) {
        QSqlQuery query(QSqlDatabase::database(m_connection));
        if (!query.prepare(sql))
            return postgres_district::failure(query.lastError(), sql.simplified().left(120));
        found = m_kept->queries.emplace(sql, std::move(query)).first;
    }
    QSqlQuery& query = found->second;
    int at = 0;
    for (const Value& value : values)
        query.bindValue(at++, postgres_district::variantOf(value));
    if (!query.exec())
        return postgres_district::failure(query.lastError(), sql.simplified().left(120));
    return qint64(query.numRowsAffected());
}

Result<std::unique_ptr<BulkWriter>> PostgresDistrictStore::bulkNow(const QString& table, const QStringList& columns)
{
    const QVariant handle = QSqlDatabase::database(m_connection).driver()->handle();
    if (qstrcmp(handle.typeName(), "PGconn*") != 0 && qstrcmp(handle.typeName(), "pg_conn*") != 0)
        return fail(Error::Kind::Io,
                    DistrictText::tr("Qt's driver for PostgreSQL is not the one that is known here. Please "
                                     "install the package libqt6sql6-psql of Debian 12."));
    auto* const connection = *static_cast<PGconn* const*>(handle.data());
    return postgres_district::PostgresBulk::begin(
        connection, u"COPY %1 (%2) FROM STDIN"_s.arg(table, columns.join(u", "_s)).toUtf8());
}

Result<void> PostgresDistrictStore::defineNow(const QString& script)
{
    QString sql = script;
    static const QRegularExpression strict(u"\\) STRICT(, WITHOUT ROWID)?"_s);
    static const QRegularExpression integer(u"\\bINTEGER\\b"_s);
    static const QRegularExpression blob(u"\\bBLOB\\b"_s);
    static const QRegularExpression text(u"\\bTEXT\\b"_s);
    // Text is ordered byte by byte as in SQLite, wherever the server stands.
    sql.replace(strict, u")"_s)
        .replace(integer, u"BIGINT"_s)
        .replace(blob, u"BYTEA"_s)
        .replace(text, u"TEXT COLLATE \"C\""_s);
    return plain(sql);
}

Result<QStringList> PostgresDistrictStore::columnsOf(const QString& table)
{
    ASSIGN_OR_RETURN(const Answer rows,
                     run(u"SELECT attname FROM pg_attribute WHERE attrelid = to_regclass(?) AND attnum > 0 "
                         "AND NOT attisdropped"_s,
                         std::array {Value(table)}));
    QStringList names;
    while (rows->next())
        names << rows->text(0);
    RETURN_IF_ERROR(rows->failed());
    return names;
}

Result<void> PostgresDistrictStore::settle()
{
    return plain(u"ANALYZE"_s);
}

Result<void> PostgresDistrictStore::begin()
{
    // As SQLite's BEGIN IMMEDIATE: who writes waits for who wrote before, and sees all of it. The number is ours alone.
    RETURN_IF_ERROR(plain(u"BEGIN"_s));
    auto locked = plain(u"SELECT pg_advisory_xact_lock(1397705540)"_s);
    if (!locked)
        rollback();
    return locked;
}

Result<void> PostgresDistrictStore::commit()
{
    return plain(u"COMMIT"_s);
}

void PostgresDistrictStore::rollback()
{
    static_cast<void>(plain(u"ROLLBACK"_s));
}

} // namespace songhe
