// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/facilities/facility_repository.h"

#include <QtCore/QCoreApplication>

namespace songhe {

/// What a person can do to facilities and their rooms. Each call is one transaction.
class FacilityDesk {
    Q_DECLARE_TR_FUNCTIONS(songhe::FacilityDesk)

public:
    explicit FacilityDesk(Ledger& ledger)
        : m_ledger(ledger)
        , m_facilities(ledger)
    { }

    /// The rank of the place follows from its division where it is not given.
    Result<Facility> add(Facility facility);
    Result<Facility> edit(Facility facility);
    Result<Facility> voidFacility(Id<Facility> id, const QString& reason);
    Result<std::vector<Facility>> list() { return m_facilities.list(); }
    Result<Premises> add(Premises premises);
    Result<Premises> edit(Premises premises);
    Result<Premises> voidPremises(Id<Premises> id, const QString& reason);
    Result<std::vector<Premises>> premises() { return m_facilities.premises(); }
    /// By code or by id as text; empty: the centre's only one.
    Result<Facility> resolve(const QString& codeOrId);

private:
    Result<void> check(Facility& facility);
    Result<void> check(const Premises& premises);

    Ledger& m_ledger;
    FacilityRepository m_facilities;
};

} // namespace songhe
