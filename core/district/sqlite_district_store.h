// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/district/district_store.h"
#include "core/storage/store.h"

namespace songhe {

/// The district's store as one file, with the same guards as a centre's (see Store).
class SqliteDistrictStore final : public DistrictStore {
public:
    static Result<std::unique_ptr<DistrictStore>> open(const QString& path, bool make);

    [[nodiscard]] Result<QStringList> columnsOf(const QString& table) override;
    Result<void> settle() override;

protected:
    Result<Answer> runNow(const QString& sql, std::span<const Value> values) override;
    Result<qint64> executeNow(const QString& sql, std::span<const Value> values) override;
    Result<std::unique_ptr<BulkWriter>> bulkNow(const QString& table, const QStringList& columns) override;
    Result<void> defineNow(const QString& script) override;
    Result<void> begin() override;
    Result<void> commit() override;
    void rollback() override;

private:
    explicit SqliteDistrictStore(std::unique_ptr<Store> store)
        : m_store(std::move(store))
    { }
    Result<void> plain(const char* sql);

    std::unique_ptr<Store> m_store;
};

} // namespace songhe
