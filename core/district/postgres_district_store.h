// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/district/district_store.h"

#include <QtCore/QVariant>

namespace songhe {

/// The district's store in a PostgreSQL database, by Qt's QPSQL driver; rows come in by COPY on the driver's handle.
class PostgresDistrictStore final : public DistrictStore {
public:
    static Result<std::unique_ptr<DistrictStore>> open(const QString& address);
    ~PostgresDistrictStore() override;

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
    explicit PostgresDistrictStore(QString connection);
    Result<void> plain(const QString& sql);
    struct Kept;

    QString m_connection; ///< Qt's name for it
    std::unique_ptr<Kept> m_kept;
};

} // namespace songhe
