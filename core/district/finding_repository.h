// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/district/district_repository.h"
#include "core/district/finding.h"

namespace songhe {

/// Looks through all centres' records for what no centre can see alone, and keeps what it found.
class FindingRepository {
public:
    explicit FindingRepository(DistrictStore& store)
        : m_store(store)
    { }

    /// What was found last, by code and place.
    Result<std::vector<Finding>> list();
    /// Forgets what was found and looks anew. Within a transaction.
    Result<void> lookAnew();

private:
    Result<void> prepare();
    Result<void> samePersons();
    Result<void> probablePersons();
    Result<void> doubleMeals();
    Result<void> overlappingBeds();
    Result<void> claimsAfterDeath();
    Result<void> claimedTwice();
    Result<void> claimedAtTwoCentres();
    Result<void> rulesOutOfForce();
    Result<void> conflicts();
    Result<void> sequences();
    Result<void> notDelivered(const std::vector<MergedPackage>& packages);
    Result<void> add(Finding finding);
    [[nodiscard]] QString code(qint64 centre) const { return m_codes.value(centre); }

    DistrictStore& m_store;
    QHash<qint64, QString> m_codes;
};

} // namespace songhe
