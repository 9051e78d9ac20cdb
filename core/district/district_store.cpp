// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/district/district_store.h"

#include "core/district/postgres_district_store.h"
#include "core/district/record_tables_repository.h"
#include "core/district/sqlite_district_store.h"

namespace songhe {

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
