// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/staff/staff_repository.h"

#include <QtCore/QCoreApplication>

namespace songhe {

/// Who works here. Each call is one transaction.
class StaffDesk {
    Q_DECLARE_TR_FUNCTIONS(songhe::StaffDesk)

public:
    explicit StaffDesk(Ledger& ledger)
        : m_ledger(ledger)
        , m_staff(ledger)
    { }

    Result<Staff> add(Staff staff);
    Result<Staff> edit(Staff staff);
    Result<Staff> voidStaff(Id<Staff> id, const QString& reason);
    Result<std::vector<Staff>> list() { return m_staff.list(); }
    /// `NotFound` where there is nobody of that number.
    Result<Staff> show(Id<Staff> id);
    /// Certificates of those who work on `day` that end within `days` from then on, or have ended; soonest first.
    struct Expiring {
        Id<Staff> staff;
        QString name;
        QString certificate;
        QDate until;
    };
    Result<std::vector<Expiring>> expiring(QDate day, int days);

private:
    Result<void> check(Staff& staff);

    Ledger& m_ledger;
    StaffRepository m_staff;
};

} // namespace songhe
