// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/subsidies/evidence_repository.h"
#include "core/subsidies/settlement.h"
#include "core/subsidies/signed_lines.h"

#include <tuple>

namespace songhe {

/// Settles what is no meal: months in beds, facilities, evaluations, projects and their instalments, budget lines,
/// elders. There are few of them, so all are held in a list. A signed line is compared with what its record comes to
/// now; the difference is an adjustment.
class UnitSettlement {
public:
    UnitSettlement(Ledger& ledger, PolicyCalendar calendar, const SignedLines& lines, const Period& period,
                   const SettleOptions& options, const SettledUnitSink& each);

    Result<Settlement> run(Claim head);

private:
    /// A record in one month: what a signed line and a unit are matched by.
    using Key = std::tuple<QString, qint64, QDate>;
    using LimitKey = std::tuple<int, qint64, qint64>; ///< which limit, of whom, in which period

    static Key keyOf(const QString& family, qint64 record, QDate on);
    Result<std::map<Key, SignedUnit>> signedUnits();
    [[nodiscard]] JudgedUnit judge(const EvidenceUnit& unit) const;
    [[nodiscard]] JudgedUnit limited(const EvidenceUnit& unit, const JudgedUnit& judged) const;
    void count(const EvidenceUnit& unit, const Verdict& verdict, qint64 fen, int units);
    [[nodiscard]] LimitKey limitKey(const Policy& policy, std::size_t limit, const EvidenceUnit& unit) const;
    [[nodiscard]] static qint64 whose(Limit::Scope scope, const EvidenceUnit& unit);
    Result<void> correct(const SignedUnit& unit, const JudgedUnit& judged, Fen difference);
    Result<void> handOn(const SettledUnit& unit);
    Result<void> settleSigned(const std::vector<EvidenceUnit>& units, const std::map<Key, SignedUnit>& granted);
    Result<void> settleUnsigned(const std::vector<EvidenceUnit>& units, const std::map<Key, SignedUnit>& granted);

    Ledger& m_ledger;
    PolicyCalendar m_calendar;
    const SignedLines& m_lines;
    Period m_period;
    const SettleOptions& m_options;
    const SettledUnitSink& m_each;
    Settlement m_settlement;
    std::unordered_map<qint64, FactTimeline> m_people;
    std::unordered_map<qint64, ClaimedBy> m_claimed;
    std::map<LimitKey, qint64> m_used;
};

} // namespace songhe
