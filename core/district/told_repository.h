// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/district/district_repository.h"

#include <QtCore/QMap>

namespace songhe {

/// Which decisions about claims a written receipt has brought, and which none has yet.
class ToldRepository {
public:
    explicit ToldRepository(DistrictStore& store)
        : m_store(store)
    { }

    /// How many decisions of each centre (by its number) stand in no receipt yet; centres without any are left out.
    Result<QMap<qint64, int>> untold();
    /// A receipt that holds these decisions was written whole.
    Result<void> told(const std::vector<ClaimDecision>& decisions, const QDateTime& at);

private:
    Result<std::vector<ClaimDecision>> untoldOf(const std::vector<ClaimDecision>& decisions);

    DistrictStore& m_store;
};

} // namespace songhe
