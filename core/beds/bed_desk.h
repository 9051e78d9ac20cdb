// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/beds/bed_repository.h"
#include "core/facilities/facility_repository.h"

namespace songhe {

/// Who takes which bed, in a facility or at home. Each call is one transaction.
class BedDesk {
    Q_DECLARE_TR_FUNCTIONS(songhe::BedDesk)

public:
    explicit BedDesk(Ledger& ledger)
        : m_ledger(ledger)
        , m_days(ledger)
        , m_facilities(ledger)
        , m_beds(ledger)
    { }

    /// Two stays of one elder share no day, nor do two in one bed: `Conflict` names the other. At the desk a day of a
    /// stay is none of a bed at home, and the other way round; what another program recorded so is the settlement's to
    /// judge. Without a facility it is the centre's only one, if there is one only.
    Result<BedStay> add(BedStay stay, EntryWay way = EntryWay::Desk);
    Result<BedStay> edit(BedStay stay);
    Result<BedStay> endStay(Id<BedStay> id, QDate lastNight);
    Result<BedStay> voidStay(Id<BedStay> id, const QString& reason);
    Result<HomeCareBed> add(HomeCareBed bed, EntryWay way = EntryWay::Desk);
    Result<HomeCareBed> edit(HomeCareBed bed);
    Result<HomeCareBed> endHomeBed(Id<HomeCareBed> id, QDate lastDay);
    Result<HomeCareBed> voidHomeBed(Id<HomeCareBed> id, const QString& reason);

    Result<std::vector<BedStay>> staysOf(Id<Elder> elder) { return m_beds.staysOf(elder); }
    Result<std::vector<HomeCareBed>> homeBedsOf(Id<Elder> elder) { return m_beds.homeBedsOf(elder); }
    Result<std::vector<BedStay>> staysIn(const DaySpan& span) { return m_beds.staysIn(span); }
    Result<std::vector<HomeCareBed>> homeBedsIn(const DaySpan& span) { return m_beds.homeBedsIn(span); }

private:
    Result<void> check(const BedStay& stay, EntryWay way);
    Result<void> check(const HomeCareBed& bed, EntryWay way);
    Result<void> checkFacility(std::optional<Id<Facility>>& facility, QDate first, EntryWay way);
    Result<void> noStay(Id<Elder> elder, const DaySpan& span, Id<BedStay> but);
    Result<void> noHomeBed(Id<Elder> elder, const DaySpan& span, Id<HomeCareBed> but);

    Ledger& m_ledger;
    ElderDays m_days;
    FacilityRepository m_facilities;
    BedRepository m_beds;
};

} // namespace songhe
