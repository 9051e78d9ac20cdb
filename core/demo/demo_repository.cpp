// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/demo_repository.h"

#include <sodium.h>
#include <sqlite3.h>

namespace songhe {

namespace {

/// A prepared statement of our own: the store's kept ones take a Value a column, which costs more than the insert.
class FastInsert {
public:
    FastInsert(sqlite3* handle, const char* sql)
        : m_handle(handle)
    {
        sqlite3_prepare_v3(handle, sql, -1, SQLITE_PREPARE_PERSISTENT, &m_statement, nullptr);
    }
    ~FastInsert() { sqlite3_finalize(m_statement); }
    FastInsert(const FastInsert&) = delete;
    FastInsert& operator=(const FastInsert&) = delete;

    void bind(int column, qint64 number) { sqlite3_bind_int64(m_statement, column, number); }
    /// The bytes must live until `run`.
    void bind(int column, const QByteArray& words)
    {
        sqlite3_bind_text(m_statement, column, words.constData(), int(words.size()), SQLITE_STATIC);
    }
    void bindBlob(int column, const QByteArray& bytes)
    {
        sqlite3_bind_blob(m_statement, column, bytes.constData(), int(bytes.size()), SQLITE_STATIC);
    }
    Result<void> run()
    {
        const int code = m_statement ? sqlite3_step(m_statement) : SQLITE_MISUSE;
        sqlite3_reset(m_statement);
        if (code == SQLITE_DONE)
            return {};
        const bool full = code == SQLITE_FULL;
        return fail(full ? Error::Kind::DiskFull : Error::Kind::Io,
                    QCoreApplication::translate("songhe::Demo",
                                                "The demonstration could not be written. Please make room on the disk "
                                                "and try again."),
                    QStringLiteral("sqlite %1").arg(sqlite3_extended_errcode(m_handle)));
    }

private:
    sqlite3* m_handle;
    sqlite3_stmt* m_statement = nullptr;
};

} // namespace

struct DemoRepository::Statements {
    explicit Statements(sqlite3* handle)
        : meal(handle,
               "INSERT INTO meal (id, elder_id, site_id, served_on, sitting, at, way, price_fen, origin, revision, "
               "recorded_at, recorded_by) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 1, ?, ?)")
        , audit(handle,
                "INSERT INTO audit (number, at, by, family, record_id, revision, kind, content, content_digest, "
                "chain_digest) VALUES (?, ?, ?, 'meal', ?, 1, 'added', ?, ?, ?)")
    { }
    FastInsert meal;
    FastInsert audit;
};

DemoRepository::DemoRepository(Ledger& ledger)
    : m_ledger(ledger)
{ }

DemoRepository::~DemoRepository() = default;

Result<void> DemoRepository::prepare()
{
    RETURN_IF_ERROR(m_ledger.store.run(QStringLiteral("PRAGMA cache_size = -262144")));
    RETURN_IF_ERROR(mark());
    m_statements = std::make_unique<Statements>(m_ledger.store.handle());
    return reload();
}

Result<void> DemoRepository::mark()
{
    // Whatever was set up as a real centre is none any more, and its history says so.
    ASSIGN_OR_RETURN(
        Rows rows, m_ledger.store.run(QStringLiteral("SELECT EXISTS (SELECT 1 FROM centre WHERE demonstration = 0)")));
    const bool real = rows.next() && rows.integer(0) != 0;
    RETURN_IF_ERROR(rows.failed());
    if (!real)
        return {};
    RETURN_IF_ERROR(m_ledger.store.execute(QStringLiteral("UPDATE centre SET demonstration = 1")));
    return m_ledger.audit.append({QStringLiteral("centre"), 1, 1, ChangeKind::Changed, m_ledger.clock.now(),
                                  m_ledger.user, "{\"demonstration\":true}"});
}

Result<void> DemoRepository::reload()
{
    ASSIGN_OR_RETURN(m_head, AuditLog(m_ledger.store).head());
    return {};
}

Result<bool> DemoRepository::isFresh()
{
    ASSIGN_OR_RETURN(
        Rows rows,
        m_ledger.store.run(QStringLiteral("SELECT EXISTS (SELECT 1 FROM elder) OR EXISTS (SELECT 1 FROM meal)")));
    const bool fresh = rows.next() && rows.integer(0) == 0;
    RETURN_IF_ERROR(rows.failed());
    return fresh;
}

Result<void> DemoRepository::add(const Meal& meal, const QDateTime& at)
{
    const QByteArray servedOn = meal.servedOn.toString(Qt::ISODate).toLatin1();
    const QByteArray served = momentText(meal.at).toLatin1();
    const QByteArray recorded = at == meal.at ? served : momentText(at).toLatin1();
    const QByteArray sitting = choiceKey(meal.sitting).toLatin1();
    const QByteArray way = choiceKey(meal.way).toLatin1();
    const QByteArray origin = meal.origin.value_or(QString()).toLatin1();
    const QByteArray by = QByteArray::number(m_ledger.user.value);

    FastInsert& row = m_statements->meal;
    row.bind(1, meal.id.value);
    row.bind(2, meal.elder.value);
    row.bind(3, meal.site.value);
    row.bind(4, servedOn);
    row.bind(5, sitting);
    row.bind(6, served);
    row.bind(7, way);
    row.bind(8, meal.price.value);
    row.bind(9, origin);
    row.bind(10, recorded);
    row.bind(11, m_ledger.user.value);
    RETURN_IF_ERROR(row.run());

    // Letter by letter what RecordTable writes: keys sorted, ids as text. A test compares the two.
    Change change {QStringLiteral("meal"), meal.id.value, 1, ChangeKind::Added, at, m_ledger.user, {}};
    change.content = "{\"at\":\"" + served + "\",\"elder_id\":\"" + QByteArray::number(meal.elder.value)
        + "\",\"id\":\"" + QByteArray::number(meal.id.value) + "\",\"origin\":\"" + origin
        + "\",\"price_fen\":" + QByteArray::number(meal.price.value) + ",\"recorded_at\":\"" + recorded
        + "\",\"recorded_by\":\"" + by + "\",\"revision\":1,\"served_on\":\"" + servedOn + "\",\"site_id\":\""
        + QByteArray::number(meal.site.value) + "\",\"sitting\":\"" + sitting + "\",\"way\":\"" + way + "\"}";
    const qint64 number = m_head.number + 1;
    const QByteArray content = auditContentDigest(number, change);
    const QByteArray chain = auditChainDigest(m_head.digest, content);
    FastInsert& entry = m_statements->audit;
    entry.bind(1, number);
    entry.bind(2, recorded);
    entry.bind(3, m_ledger.user.value);
    entry.bind(4, meal.id.value);
    entry.bindBlob(5, change.content);
    entry.bindBlob(6, content);
    entry.bindBlob(7, chain);
    RETURN_IF_ERROR(entry.run());
    m_head = {number, chain};
    return {};
}

} // namespace songhe
