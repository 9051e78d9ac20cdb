// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/progress.h"
#include "core/district/district_repository.h"
#include "core/district/finding.h"

#include <QtCore/QSet>

namespace songhe {

/// Looks through all centres' records for what no centre can see alone, and keeps what it found.
class FindingRepository {
public:
    explicit FindingRepository(DistrictStore& store)
        : m_store(store)
    { }

    /// What was found last, by code and place.
    Result<std::vector<Finding>> list();
    /// What was found last holds no more: within the transaction in which records came.
    Result<void> expire();
    Result<bool> expired();
    /// Forgets what was found and looks anew. Within a transaction.
    Result<void> lookAnew(Progress& progress);

private:
    Result<void> prepare();
    Result<void> samePersons();
    Result<void> probablePersons();
    Result<void> doubleMeals();
    Result<void> overlappingBeds();
    Result<void> claimsAfterDeath();
    /// The files that tell of this person's death on this day, often another centre's.
    Result<std::vector<FoundRecord>> filesOfDeath(qint64 centre, qint64 elder, const QString& died);
    /// Lines of claims that adjustments took back, by centre and id.
    Result<QSet<std::pair<qint64, qint64>>> takenBack();
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
