// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/attendance/absence_repository.h"
#include "core/centre/closed_days_repository.h"
#include "core/services/agreement_repository.h"
#include "core/services/catalogue_price.h"
#include "core/services/slip_print.h"
#include "core/services/timetable.h"

namespace songhe {

/// What an auditor would ask about a service that stands in the books.
struct ServiceDoubt {
    Id<Service> service;
    QString code; ///< after_death, closed_month, absent, elder_overlap, staff_overlap, outside_agreement, not_offered,
                  ///< unfit_staff
    QString text;
    qint64 other = 0; ///< the record it collides with: a service, a booking, an absence; 0: none
};

/// What one of the staff did in some days. A group counts once.
struct StaffWork {
    Id<Staff> staff;
    int services = 0;
    qint64 minutes = 0;
};

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
        , m_bookings(ledger)
        , m_agreements(ledger)
        , m_closed(ledger)
        , m_prints(ledger)
        , m_timetable(ledger)
    { }

    /// An item that the catalogue does not have is `Invalid`. At the desk a service at the same time as another of the
    /// same elder or the same person of the staff is `Conflict`, one while she is away, on a day the item is not
    /// offered or in a month whose claim is signed `Refused`; what another program recorded so stays, for the auditor
    /// to see (`doubtsIn`).
    Result<Service> add(Service service, EntryWay way = EntryWay::Desk);
    /// The same service for many at one time, all of them or, where one is refused, none; `Refused` then names every
    /// elder who stands in the way. They carry the number of the first.
    Result<std::vector<Service>> addGroup(Service pattern, const std::vector<Id<Elder>>& elders);
    /// The booking it came from, if any, is open again.
    Result<Service> voidService(Id<Service> id, const QString& reason);
    /// All that were recorded in one step with this one, in one transaction.
    Result<std::vector<Service>> voidGroup(Id<Service> id, const QString& reason);
    /// The slip came back: signed by the elder, her fingerprint, or a proxy, who is named with the relation.
    /// Signed already is `Conflict`, unless another way is to stand there now (`correct`).
    Result<Service> sign(Id<Service> id, SignedHow how, const QString& by = {}, const QString& relation = {},
                         bool correct = false);
    /// The signature stands as it stood in `before` again: for a slip of the hand.
    Result<Service> putBackSignature(const Service& before);
    Result<Service> rate(Id<Service> id, std::optional<int> satisfaction, const std::optional<QString>& complaint);

    /// `NotFound` or `Refused` where there is none that counts.
    Result<Service> show(Id<Service> id);
    Result<std::vector<Service>> listOn(QDate day) { return m_services.listOn(day); }
    Result<std::vector<Service>> listIn(QDate first, QDate last) { return m_services.listIn(first, last); }
    Result<std::vector<Service>> listOf(Id<Elder> elder, QDate first, QDate last)
    {
        return m_services.listOf(elder, first, last);
    }
    Result<std::vector<Service>> groupOf(Id<Service> id);

    /// Asks one service what an auditor would; written or not.
    Result<std::vector<ServiceDoubt>> doubtsOf(const Service& service);
    Result<std::vector<ServiceDoubt>> doubtsIn(QDate first, QDate last);

    /// Of those of the staff who did something.
    Result<std::vector<StaffWork>> workIn(QDate first, QDate last);

    /// Price of the day, payer and subsidy where they were not said: the catalogue's usual ones. What the government
    /// buys is subsidised whole.
    Result<void> fillIn(Service& service, bool priceGiven);

    /// Writes down that a slip is made, and says which copy it is.
    Result<SlipPrint> printed(Id<Service> id, const QString& form);
    Result<int> copies(Id<Service> id) { return m_prints.copies(id); }

private:
    Result<void> check(const Service& service, EntryWay way);
    Result<void> checkValues(const Service& service);
    Result<void> checkSignature(const Service& service);
    Result<void> checkReferences(const Service& service);
    Result<void> checkTimes(const Service& service);
    Result<QString> closedPeriod(QDate day);
    Result<std::optional<Absence>> absenceAt(const Service& service);
    Result<void> doubtTimes(const Service& service, std::vector<ServiceDoubt>& doubts);
    Result<void> doubtPapers(const Service& service, std::vector<ServiceDoubt>& doubts);

    Ledger& m_ledger;
    ElderDays m_days;
    AbsenceRepository m_absences;
    StaffRepository m_staff;
    ServiceRepository m_services;
    BookingRepository m_bookings;
    AgreementRepository m_agreements;
    ClosedDaysRepository m_closed;
    SlipPrintRepository m_prints;
    Timetable m_timetable;
};

} // namespace songhe
