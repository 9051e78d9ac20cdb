// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/attendance/absence_repository.h"
#include "core/elders/elder_days.h"
#include "core/services/service_repository.h"
#include "core/staff/staff_repository.h"

namespace songhe {

/// What was done for elders. Each call is one transaction.
class ServiceDesk {
    Q_DECLARE_TR_FUNCTIONS(songhe::ServiceDesk)

public:
    explicit ServiceDesk(Ledger& ledger)
        : m_ledger(ledger)
        , m_days(ledger)
        , m_absences(ledger)
        , m_staff(ledger)
        , m_services(ledger)
    { }

    /// At the desk a service at the same time as another of the same elder or the same person of the staff is
    /// `Conflict`, one while she is away `Refused`; what another program recorded so stays, for the auditor to see.
    Result<Service> add(Service service, EntryWay way = EntryWay::Desk);
    Result<Service> voidService(Id<Service> id, const QString& reason);
    Result<std::vector<Service>> listOn(QDate day) { return m_services.listOn(day); }
    Result<std::vector<Service>> listOf(Id<Elder> elder, QDate first, QDate last)
    {
        return m_services.listOf(elder, first, last);
    }

private:
    Result<void> checkValues(const Service& service);
    Result<void> checkReferences(const Service& service);
    Result<void> checkTimes(const Service& service);

    Ledger& m_ledger;
    ElderDays m_days;
    AbsenceRepository m_absences;
    StaffRepository m_staff;
    ServiceRepository m_services;
};

} // namespace songhe
