// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/records/value.h"

#include <QtCore/QByteArrayView>
#include <QtCore/QString>

#include <functional>
#include <memory>
#include <span>
#include <vector>

namespace songhe {

/// The rows a SELECT answers with, whichever database gives them.
class DistrictRows {
public:
    virtual ~DistrictRows() = default;
    /// To the first or next row; false after the last one, or on an error: then `failed()` tells.
    virtual bool next() = 0;
    [[nodiscard]] virtual Result<void> failed() const = 0;
    [[nodiscard]] virtual bool isNull(int column) const = 0;
    [[nodiscard]] virtual qint64 integer(int column) const = 0;
    [[nodiscard]] virtual QString text(int column) const = 0;
    [[nodiscard]] virtual QByteArray blob(int column) const = 0;
};

/// One cell on its way into a table. The bytes must last until `BulkWriter::row` returns.
struct BulkCell {
    enum class Kind { Null, Integer, Text, Blob };
    Kind kind = Kind::Null;
    qint64 number = 0;
    QByteArrayView bytes;

    static BulkCell of(qint64 number) { return {Kind::Integer, number, {}}; }
    static BulkCell text(QByteArrayView bytes) { return {Kind::Text, 0, bytes}; }
    static BulkCell blob(QByteArrayView bytes) { return {Kind::Blob, 0, bytes}; }
};

/// Puts many rows into one table the quick way. Between making it and `finish()` the store takes no other statement.
class BulkWriter {
public:
    virtual ~BulkWriter() = default;
    virtual Result<void> row(std::span<const BulkCell> cells) = 0;
    virtual Result<void> finish() = 0;
};

/// Where a district keeps what its centres sent: an SQLite file, or a PostgreSQL database where one computer is too
/// small for a city. Both understand the same statements with `?` for every value; the few words in which they differ
/// are `ddl`'s business. Belongs to the thread that opened it.
class DistrictStore {
public:
    /// `place`: the path of a file, or `postgresql://user:password@host:port/database`. Brings the schema up to date.
    /// Without `make`, a place where no district was set up is `NotFound`.
    static Result<std::unique_ptr<DistrictStore>> open(const QString& place, bool make);
    [[nodiscard]] static bool isServer(const QString& place);

    DistrictStore() = default;
    DistrictStore(const DistrictStore&) = delete;
    DistrictStore& operator=(const DistrictStore&) = delete;
    virtual ~DistrictStore() = default;

    using Answer = std::unique_ptr<DistrictRows>;
    Result<Answer> run(const QString& sql, std::span<const Value> values);
    Result<Answer> run(const QString& sql, std::initializer_list<Value> values = {})
    {
        return run(sql, std::span<const Value>(values.begin(), values.size()));
    }
    /// How many rows were changed.
    Result<qint64> execute(const QString& sql, std::span<const Value> values);
    Result<qint64> execute(const QString& sql, std::initializer_list<Value> values = {})
    {
        return execute(sql, std::span<const Value>(values.begin(), values.size()));
    }
    /// Must not outlive the store.
    Result<std::unique_ptr<BulkWriter>> bulk(const QString& table, const QStringList& columns);
    /// A script of statements that make or widen tables, in SQLite's words; translated where the database wants others.
    Result<void> define(const QString& script);
    [[nodiscard]] virtual Result<QStringList> columnsOf(const QString& table) = 0;
    /// After many rows came in: lets the database learn what its tables look like now.
    virtual Result<void> settle() = 0;

    /// Runs `work` in one transaction; an error leaves nothing behind. Within a running one it joins that.
    template <typename Work> auto transact(Work&& work) -> std::invoke_result_t<Work>
    {
        if (m_within)
            return std::forward<Work>(work)();
        RETURN_IF_ERROR(begin());
        struct Guard {
            DistrictStore& store;
            bool done = false;
            ~Guard()
            {
                store.m_within = false;
                if (!done)
                    store.rollback();
            }
        } guard {*this};
        m_within = true;
        auto result = std::forward<Work>(work)();
        if (!result)
            return result;
        RETURN_IF_ERROR(commit());
        guard.done = true;
        return result;
    }

protected:
    virtual Result<Answer> runNow(const QString& sql, std::span<const Value> values) = 0;
    virtual Result<qint64> executeNow(const QString& sql, std::span<const Value> values) = 0;
    virtual Result<std::unique_ptr<BulkWriter>> bulkNow(const QString& table, const QStringList& columns) = 0;
    virtual Result<void> defineNow(const QString& script) = 0;
    /// From here to the end nobody else writes.
    virtual Result<void> begin() = 0;
    virtual Result<void> commit() = 0;
    virtual void rollback() = 0;

private:
    class Lease;
    /// One database could do other work while rows stream in and the other could not: neither may.
    Result<void> free() const;

    bool m_within = false;
    bool m_writing = false; ///< a bulk writer is open
};

} // namespace songhe
