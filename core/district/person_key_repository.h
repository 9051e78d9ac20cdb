// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/district/district_store.h"

namespace songhe {

/// The wrapped keys of persons, by centre.
class PersonKeyRepository {
public:
    explicit PersonKeyRepository(DistrictStore& store)
        : m_store(store)
    { }

    Result<void> each(qint64 centre,
                      const std::function<void(const QString& family, qint64 id, QByteArray wrap)>& take);
    Result<std::unique_ptr<BulkWriter>> writer();
    Result<void> add(BulkWriter& writer, qint64 centre, const QString& family, qint64 id, const QByteArray& wrap);

private:
    DistrictStore& m_store;
};

} // namespace songhe
