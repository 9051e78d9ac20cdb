// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/elders/elder_repository.h"

namespace songhe {

/// A first and a last day, both counted; open while it lasts.
struct DaySpan {
    QDate from;
    std::optional<QDate> to;

    [[nodiscard]] bool holds(QDate day) const { return from <= day && (!to || *to >= day); }
};

/// How a record gets in. What a clerk enters is refused where it cannot be right; what another program recorded is
/// evidence of what it says, and its doubtful days are the settlement's to judge.
enum class EntryWay { Desk, Records };
[[nodiscard]] QString originOf(EntryWay way);

/// First day there, last day not before it.
Result<void> checkSpan(const DaySpan& span);

/// Asks of an elder's file what every dated record about her wants: it is there, it is not void, and nothing begins
/// after her death. Names the record by nothing but its days.
class ElderDays {
    Q_DECLARE_TR_FUNCTIONS(songhe::ElderDays)

public:
    explicit ElderDays(Ledger& ledger)
        : m_elders(ledger)
    { }

    /// At the desk a last day after the death is refused too; the message says which day to write.
    Result<Elder> check(Id<Elder> elder, const DaySpan& span, EntryWay way);

private:
    ElderRepository m_elders;
};

} // namespace songhe
