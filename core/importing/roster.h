// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/importing/roster_row.h"

#include <QtCore/QJsonObject>

namespace songhe {

/// Somebody the centre knows already, with the facts that are not void.
struct KnownElder {
    Elder elder;
    std::vector<Fact> facts;
};

/// A row and what becomes of it.
struct JudgedRow {
    RosterRow row;
    RosterOutcome outcome = RosterOutcome::Accept;
    Id<Elder> existing;   ///< who it is, where the person is here already
    bool differs = false; ///< and cells say something else than her file
};

/// What an import would do, or has done.
struct RosterReport {
    QDate factsFrom; ///< the first day of every fact the roster tells
    std::vector<JudgedRow> items;
    int added = 0;   ///< people written; 0 in a preview
    int updated = 0; ///< files brought up to date; 0 in a preview

    [[nodiscard]] int rows() const { return int(items.size()); }
    [[nodiscard]] int count(RosterOutcome outcome) const;
    /// rows, accept, warn, duplicate, reject, items: [{row, outcome, reasons: [{code, text}]}]; added, updated,
    /// facts_from.
    [[nodiscard]] QJsonObject toJson() const;
};

/// Pure: judges every row of a roster against the others and against who is here already. Fails only where it is told
/// to stop.
Result<RosterReport> judgeRoster(const Sheet& sheet, const ColumnPlan& plan, const RosterContext& context,
                                 QDate factsFrom, const std::vector<KnownElder>& known, Progress& progress);

/// What a file holds after a roster has told something too: the clerk's own words stay, new ones follow.
[[nodiscard]] std::optional<QString> joinedRemarks(const std::optional<QString>& here,
                                                   const std::optional<QString>& told);
/// The same of contacts, who are known by name and phone; the roster fills in what is blank.
[[nodiscard]] QJsonArray joinedContacts(const QJsonArray& here, const QJsonArray& told);

/// The facts of one kind in force on a day; where none is yet, the first that will be.
[[nodiscard]] std::vector<Fact> factsInForce(const std::vector<Fact>& facts, FactKind kind, QDate day);

} // namespace songhe
