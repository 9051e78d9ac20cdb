// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/district/district_repository.h"

namespace songhe {

/// A claim as the district has it.
struct ClaimHere {
    qint64 centre = 0;
    int revision = 0;
    bool isSigned = false;
};

/// Counts over all centres, and claims by their number.
class ReportRepository {
public:
    explicit ReportRepository(DistrictStore& store)
        : m_store(store)
    { }

    /// {"centres": [{code, name, packages, newest_quarter, records}], "tables": {"meal": {"total": n, "C1": n}}}
    Result<QJsonObject> report();
    /// `centreCode` empty: of any centre.
    Result<std::vector<ClaimHere>> claims(const QString& centreCode, qint64 claim);
    /// One digest over all records, the same for the same records in whatever order they came, and in every store that
    /// was set up with the same identity. 64 hexadecimal digits. Reads every row's key.
    Result<QString> contentDigest();

private:
    DistrictStore& m_store;
};

} // namespace songhe
