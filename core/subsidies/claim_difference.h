// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/subsidies/settlement_desk.h"

namespace songhe {

/// One record of a claim that came back, as it was sent and as settling gives it now.
struct ChangedLine {
    enum class How { Added, Gone, Changed };

    How how = How::Changed;
    QString evidence;
    qint64 record = 0;
    Id<Elder> elder;
    Id<Site> site;
    QDate on;
    Fen sent;                  ///< 0 where it was not among the lines
    Fen now;                   ///< 0 where it is not among them any more
    QString sentCode, nowCode; ///< empty where there is no such line
    QString text;              ///< why it is so now, in words; of a line that is gone why it had been so

    [[nodiscard]] Fen difference() const { return Fen {now.value - sent.value}; }
};
template <> std::span<const ChoiceName> choiceNames<ChangedLine::How>();

/// What a claim that came back was sent with against what settling its period gives now.
struct ClaimDifference {
    Fen sent;
    Fen now;
    std::vector<ChangedLine> lines; ///< in the order of payment, those that are gone last

    [[nodiscard]] Fen difference() const { return Fen {now.value - sent.value}; }
    [[nodiscard]] qint64 count(ChangedLine::How how) const;
    [[nodiscard]] QJsonObject toJson() const;
};

/// Nothing for a claim that did not come back as a whole: what changes about it goes into the next one.
Result<std::optional<ClaimDifference>> differenceOf(SettlementDesk& desk, const Claim& claim, Progress& progress);

} // namespace songhe
