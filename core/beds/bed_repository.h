// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/beds/bed_stay.h"
#include "core/beds/home_care_bed.h"
#include "core/elders/elder_days.h"
#include "core/storage/record_table.h"

namespace songhe {

/// Stays in beds of a facility and beds at home.
class BedRepository {
public:
    explicit BedRepository(Ledger& ledger)
        : m_stays(ledger)
        , m_homeBeds(ledger)
    { }

    Result<BedStay> add(const BedStay& stay) { return m_stays.add(stay); }
    Result<BedStay> change(const BedStay& stay) { return m_stays.change(stay); }
    Result<BedStay> voidStay(Id<BedStay> id, const QString& reason) { return m_stays.voidRecord(id, reason); }
    Result<std::optional<BedStay>> findStay(Id<BedStay> id) { return m_stays.find(id); }
    Result<HomeCareBed> add(const HomeCareBed& bed) { return m_homeBeds.add(bed); }
    Result<HomeCareBed> change(const HomeCareBed& bed) { return m_homeBeds.change(bed); }
    Result<HomeCareBed> voidHomeBed(Id<HomeCareBed> id, const QString& reason)
    {
        return m_homeBeds.voidRecord(id, reason);
    }
    Result<std::optional<HomeCareBed>> findHomeBed(Id<HomeCareBed> id) { return m_homeBeds.find(id); }

    /// Not void, by first day.
    Result<std::vector<BedStay>> staysOf(Id<Elder> elder);
    Result<std::vector<HomeCareBed>> homeBedsOf(Id<Elder> elder);
    /// Of all elders, where they share a day with the span.
    Result<std::vector<BedStay>> staysIn(const DaySpan& span);
    Result<std::vector<HomeCareBed>> homeBedsIn(const DaySpan& span);

    /// What shares a day with the span: of this elder, or in this bed; `but` is left out.
    Result<std::optional<BedStay>> stayOf(Id<Elder> elder, const DaySpan& span, Id<BedStay> but);
    Result<std::optional<BedStay>> stayIn(Id<Facility> facility, const QString& bed, const DaySpan& span,
                                          Id<BedStay> but);
    Result<std::optional<HomeCareBed>> homeBedOf(Id<Elder> elder, const DaySpan& span, Id<HomeCareBed> but);

private:
    RecordTable<BedStay> m_stays;
    RecordTable<HomeCareBed> m_homeBeds;
};

} // namespace songhe
