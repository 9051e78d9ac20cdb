// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/district/district_store.h"

#include "core/district/district_text.h"
#include "core/district/postgres_district_store.h"
#include "core/district/record_tables_repository.h"
#include "core/district/sqlite_district_store.h"

namespace songhe {

/// A bulk writer that keeps the store for itself until it has finished or is given up.
class DistrictStore::Lease final : public BulkWriter {
public:
    Lease(std::unique_ptr<BulkWriter> writer, bool& writing)
        : m_writer(std::move(writer))
        , m_writing(writing)
    {
        m_writing = true;
    }
    Lease(const Lease&) = delete;
    Lease& operator=(const Lease&) = delete;
    ~Lease() override
    {
        m_writer.reset();
        m_writing = false;
    }
    Result<void> row(std::span<const BulkCell> cells) override { return m_writer->row(cells); }
    Result<void> finish() override { return m_writer->finish(); }

private:
    std::unique_ptr<BulkWriter> m_writer;
    bool& m_writing;
};

Result<void> DistrictStore::free() const
{
    if (!m_writing)
        return {};
    return fail(Error::Kind::Io,
                DistrictText::tr("The program asked the store for two things at once. Nothing was saved; please tell "
                                 "who looks after the program."),
                QStringLiteral("a bulk writer is open"));
}

Result<DistrictStore::Answer> DistrictStore::run(const QString& sql, std::span<const Value> values)
{
    RETURN_IF_ERROR(free());
    return runNow(sql, values);
}

Result<qint64> DistrictStore::execute(const QString& sql, std::span<const Value> values)
{
    RETURN_IF_ERROR(free());
    return executeNow(sql, values);
}

Result<std::unique_ptr<BulkWriter>> DistrictStore::bulk(const QString& table, const QStringList& columns)
{
    RETURN_IF_ERROR(free());
    ASSIGN_OR_RETURN(auto writer, bulkNow(table, columns));
    return std::unique_ptr<BulkWriter>(std::make_unique<Lease>(std::move(writer), m_writing));
}

Result<void> DistrictStore::define(const QString& script)
{
    RETURN_IF_ERROR(free());
    return defineNow(script);
}

bool DistrictStore::isServer(const QString& place)
{
    return place.startsWith(QStringLiteral("postgresql://")) || place.startsWith(QStringLiteral("postgres://"));
}

Result<std::unique_ptr<DistrictStore>> DistrictStore::open(const QString& place, bool make)
{
    ASSIGN_OR_RETURN(std::unique_ptr<DistrictStore> store,
                     isServer(place) ? PostgresDistrictStore::open(place) : SqliteDistrictStore::open(place, make));
    RETURN_IF_ERROR(bringUpToDate(*store));
    return store;
}

} // namespace songhe
