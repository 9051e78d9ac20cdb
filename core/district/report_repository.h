// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/fen.h"
#include "core/district/district_repository.h"

namespace songhe {

/// A claim as the district has it.
struct ClaimHere {
    qint64 centre = 0;
    int revision = 0;
    QString digest;
    QString signedAt; ///< as the centre sent it; empty: not signed

    [[nodiscard]] bool isSigned() const { return !signedAt.isEmpty(); }
};

/// A claim as a list shows it, with what the district decided about it as it was signed.
struct ClaimOverview {
    QString centre; ///< code
    QString centreName;
    qint64 id = 0;
    QString policy;
    QString period;
    QString state; ///< key, as the centre last sent it
    Fen amount;
    qint64 paidCount = 0;
    QString digest; ///< of the revision at hand
    bool draftPolicy = false;
    bool isSigned = false;
    std::optional<bool> accepted; ///< nothing: not decided
    QByteArray sealedReason;      ///< as the store has it
    QString reason;               ///< opened by the desk
    QDateTime decidedAt;
};

/// Counts over all centres, and claims by their number.
class ReportRepository {
public:
    explicit ReportRepository(DistrictStore& store)
        : m_store(store)
    { }

    /// {"centres": [{code, name, packages, newest_quarter, records}], "tables": {"meal": {"total": n, "C1": n}}}
    Result<QJsonObject> report();
    /// All that came, by centre and period.
    Result<std::vector<ClaimOverview>> allClaims();
    /// `centreCode` empty: of any centre.
    Result<std::vector<ClaimHere>> claims(const QString& centreCode, qint64 claim);
    /// One digest over all records, the same for the same records in whatever order they came, and in every store that
    /// was set up with the same identity. 64 hexadecimal digits. Reads every row's key.
    Result<QString> contentDigest();

private:
    DistrictStore& m_store;
};

} // namespace songhe
