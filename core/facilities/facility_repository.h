// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/facilities/facility.h"
#include "core/facilities/premises.h"
#include "core/storage/record_table.h"

namespace songhe {

/// Facilities and their rooms.
class FacilityRepository {
public:
    explicit FacilityRepository(Ledger& ledger)
        : m_facilities(ledger)
        , m_premises(ledger)
    { }

    Result<Facility> add(const Facility& facility) { return m_facilities.add(facility); }
    Result<Facility> change(const Facility& facility) { return m_facilities.change(facility); }
    Result<Facility> voidFacility(Id<Facility> id, const QString& reason)
    {
        return m_facilities.voidRecord(id, reason);
    }
    Result<std::optional<Facility>> find(Id<Facility> id) { return m_facilities.find(id); }
    Result<std::optional<Facility>> findByCode(const QString& code);
    /// Not void, by code.
    Result<std::vector<Facility>> list();

    Result<Premises> add(const Premises& premises) { return m_premises.add(premises); }
    Result<Premises> change(const Premises& premises) { return m_premises.change(premises); }
    Result<Premises> voidPremises(Id<Premises> id, const QString& reason) { return m_premises.voidRecord(id, reason); }
    Result<std::optional<Premises>> findPremises(Id<Premises> id) { return m_premises.find(id); }
    /// Not void, by facility and first day.
    Result<std::vector<Premises>> premises();
    /// Those that it had on a day.
    Result<std::vector<Premises>> premisesOf(Id<Facility> facility, QDate day);

private:
    RecordTable<Facility> m_facilities;
    RecordTable<Premises> m_premises;
};

} // namespace songhe
