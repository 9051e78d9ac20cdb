// SPDX-License-Identifier: GPL-3.0-or-later
// What a store answers: rows, or why not. The rest of the class stands in store.cpp.
#include "core/storage/store.h"

#include "core/storage/migrations.h"

#include <sqlite3.h>

#include <utility>

namespace songhe {

Rows::Rows(sqlite3* handle, sqlite3_stmt* statement, bool* busy, bool owned)
    : m_handle(handle)
    , m_statement(statement)
    , m_busy(busy)
    , m_owned(owned)
{ }

Rows::Rows(Rows&& other) noexcept
    : m_handle(other.m_handle)
    , m_statement(std::exchange(other.m_statement, nullptr))
    , m_busy(std::exchange(other.m_busy, nullptr))
    , m_owned(other.m_owned)
    , m_state(other.m_state)
{ }

Rows& Rows::operator=(Rows&& other) noexcept
{
    std::swap(m_handle, other.m_handle);
    std::swap(m_statement, other.m_statement);
    std::swap(m_busy, other.m_busy);
    std::swap(m_owned, other.m_owned);
    std::swap(m_state, other.m_state);
    return *this;
}

Rows::~Rows()
{
    if (!m_statement)
        return;
    if (m_owned) {
        sqlite3_finalize(m_statement);
    } else {
        sqlite3_reset(m_statement);
        sqlite3_clear_bindings(m_statement);
    }
    if (m_busy)
        *m_busy = false;
}

bool Rows::next()
{
    if (m_state == SQLITE_DONE || (m_state != 0 && m_state != SQLITE_ROW))
        return false;
    m_state = sqlite3_step(m_statement);
    return m_state == SQLITE_ROW;
}

Result<void> Rows::failed() const
{
    if (m_state == 0 || m_state == SQLITE_ROW || m_state == SQLITE_DONE)
        return {};
    return storeFailure(m_handle, m_state, QStringLiteral("step"));
}

bool Rows::isNull(int column) const
{
    return sqlite3_column_type(m_statement, column) == SQLITE_NULL;
}

qint64 Rows::integer(int column) const
{
    return sqlite3_column_int64(m_statement, column);
}

QByteArrayView Rows::bytesView(int column) const
{
    const void* data = sqlite3_column_blob(m_statement, column);
    return {static_cast<const char*>(data), qsizetype(sqlite3_column_bytes(m_statement, column))};
}

QString Rows::text(int column) const
{
    return QString::fromUtf8(bytesView(column));
}

QByteArray Rows::blob(int column) const
{
    return bytesView(column).toByteArray();
}

QDate Rows::day(int column) const
{
    return QDate::fromString(text(column), Qt::ISODate);
}

QDateTime Rows::moment(int column) const
{
    return Value(text(column)).moment();
}

Value Rows::value(int column) const
{
    switch (sqlite3_column_type(m_statement, column)) {
    case SQLITE_INTEGER:
        return Value(integer(column));
    case SQLITE_TEXT:
        return Value(text(column));
    case SQLITE_BLOB:
        return Value(blob(column));
    default:
        return {};
    }
}

int Rows::columnCount() const
{
    return sqlite3_column_count(m_statement);
}

Failure storeFailure(sqlite3* handle, int code, const QString& what)
{
    // sqlite3_errmsg of a constraint names table and columns only, never the values.
    const QString detail = QStringLiteral("%1: %2 (%3)").arg(what, QString::fromUtf8(sqlite3_errmsg(handle))).arg(code);
    switch (code & 0xff) {
    case SQLITE_CONSTRAINT:
        if (code == SQLITE_CONSTRAINT_FOREIGNKEY)
            return fail(Error::Kind::NotFound,
                        Store::tr("A record this one refers to is not here. Please check its number."), detail);
        return fail(Error::Kind::Conflict, Store::tr("This is recorded already."), detail);
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return fail(Error::Kind::Busy, Store::tr("Another program is using these data. Please close it and try again."),
                    detail);
    case SQLITE_READONLY:
    case SQLITE_PERM:
        return fail(Error::Kind::ReadOnly,
                    Store::tr("The data folder cannot be written. Please check its permissions; nothing was changed."),
                    detail);
    case SQLITE_CANTOPEN:
        return fail(
            Error::Kind::Io,
            Store::tr("The data file cannot be opened. Please check that the data folder exists and can be read."),
            detail);
    case SQLITE_FULL:
        return fail(Error::Kind::DiskFull,
                    Store::tr("The disk is full. Nothing was saved; please make room and try again."), detail);
    case SQLITE_NOTADB:
    case SQLITE_CORRUPT:
        return fail(Error::Kind::Damaged,
                    Store::tr("The data file is damaged. Please stop working and restore the newest backup."), detail);
    default:
        return fail(Error::Kind::Io,
                    Store::tr("The data file could not be read or written. Nothing was saved; please try again."),
                    detail);
    }
}

} // namespace songhe
