// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/text/chinese_date.h"
#include "core/divisions/divisions.h"
#include "core/importing/column_plan.h"
#include "core/importing/roster_reason.h"
#include "core/importing/roster_words.h"

#include <set>

namespace songhe {

/// A fact as a roster tells it; from when it holds is the whole roster's matter.
struct RosterFact {
    FactKind kind = FactKind::RegisteredDivision;
    QString value;
    bool doubtful = false; ///< a place that could not be told
    QString written;       ///< in the roster's own words, where `value` has no key for them

    [[nodiscard]] QString words() const { return written.isEmpty() ? factValueText(kind, value) : written; }
};

/// One row of a roster, read by itself: the person it tells of, and what was repaired, odd or wrong.
struct RosterRow {
    int number = 0;   ///< counted from 1 under the headings, blank, total and signature rows left out
    int sheetRow = 0; ///< in the table, from 0
    Elder elder;      ///< without id
    DatePrecision bornAsFarAs = DatePrecision::Day;
    std::vector<RosterFact> facts;
    std::set<FactKind> saysNone; ///< kinds of which the row says that none holds
    std::vector<RosterReason> reasons;

    [[nodiscard]] RosterOutcome outcome() const; ///< the gravest of its reasons
    void add(RosterCode code, QStringList values = {}) { reasons.push_back({code, std::move(values)}); }
};

/// What a row is read against.
struct RosterContext {
    const Divisions& divisions;
    QDate today;
    QString near; ///< the centre's own division: decides between places of one name
};

/// Is this a row about a person? Not if it is blank, a total, a signature or the headings once more.
[[nodiscard]] bool isPersonRow(const Sheet& sheet, int row, const ColumnPlan& plan);

/// Pure: cells in, person and reasons out.
[[nodiscard]] RosterRow readRosterRow(const Sheet& sheet, int row, const ColumnPlan& plan,
                                      const RosterContext& context);

/// From when the facts of a roster hold, as its title or the 填报日期 tells: 1 January of that year.
[[nodiscard]] std::optional<QDate> factsFromOfRoster(const Sheet& sheet, const ColumnPlan& plan);

/// The title above the headings; empty where there is none.
[[nodiscard]] QString rosterTitle(const Sheet& sheet, const ColumnPlan& plan);

} // namespace songhe
