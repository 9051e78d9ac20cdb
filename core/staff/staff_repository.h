// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/staff/staff.h"
#include "core/storage/record_table.h"

namespace songhe {

class StaffRepository {
public:
    explicit StaffRepository(Ledger& ledger)
        : m_staff(ledger)
    { }

    Result<Staff> add(const Staff& staff) { return m_staff.add(staff); }
    Result<Staff> change(const Staff& staff) { return m_staff.change(staff); }
    Result<Staff> voidStaff(Id<Staff> id, const QString& reason) { return m_staff.voidRecord(id, reason); }
    Result<std::optional<Staff>> find(Id<Staff> id) { return m_staff.find(id); }
    /// Not void, those who left included, by id.
    Result<std::vector<Staff>> list();

private:
    RecordTable<Staff> m_staff;
};

} // namespace songhe
