// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/elders/elder_repository.h"
#include "core/importing/roster.h"
#include "core/storage/ledger.h"

namespace songhe {

struct RosterOptions {
    std::optional<QDate> factsFrom; ///< else 1 January of the year the title or 填报日期 names, else today
    bool update = false;            ///< files of people who are here already follow the roster where it differs
};

/// Elders out of the table that the centre has: look first, then import in one transaction.
///
///     ASSIGN_OR_RETURN(const Workbook workbook, readWorkbook(path, progress));
///     ASSIGN_OR_RETURN(ColumnPlan plan, desk.propose(workbook));
///     ASSIGN_OR_RETURN(const RosterReport preview, desk.check(workbook, plan, options, progress));
///     ASSIGN_OR_RETURN(const RosterReport done, desk.carryOut(workbook, plan, options, progress));
class RosterDesk {
    Q_DECLARE_TR_FUNCTIONS(songhe::RosterDesk)

public:
    /// `near` is the centre's own division: it decides between places of one name.
    RosterDesk(Ledger& ledger, const Divisions& divisions, QString near = {})
        : m_ledger(ledger)
        , m_divisions(divisions)
        , m_near(std::move(near))
        , m_elders(ledger)
    { }

    /// Which table, where the headings are, which column is what: as remembered for these headings, else as proposed.
    Result<ColumnPlan> propose(const Workbook& workbook);
    /// Remembers what the clerk chose for tables with these headings.
    Result<void> remember(const ColumnPlan& plan);

    /// What an import would do; nothing is written.
    Result<RosterReport> check(const Workbook& workbook, const ColumnPlan& plan, const RosterOptions& options,
                               Progress& progress);
    /// Writes accepted rows and those with a warning, all together or none; with `update` also what differs. Stopped or
    /// failed, it leaves nothing.
    Result<RosterReport> carryOut(const Workbook& workbook, const ColumnPlan& plan, const RosterOptions& options,
                                  Progress& progress);

private:
    Result<void> checkPlan(const Workbook& workbook, const ColumnPlan& plan) const;
    Result<std::vector<KnownElder>> knownElders(const Sheet& sheet, const ColumnPlan& plan);
    Result<void> addPerson(const RosterRow& row, QDate from, const QString& evidence);
    Result<void> bringUpToDate(const JudgedRow& judged, QDate from, const QString& evidence);
    Result<void> replaceFacts(Id<Elder> elder, FactKind kind, const std::vector<Fact>& told, QDate from);
    [[nodiscard]] Fact factOf(const RosterFact& told, Id<Elder> elder, QDate from, const QString& evidence) const;

    Ledger& m_ledger;
    const Divisions& m_divisions;
    QString m_near;
    ElderRepository m_elders;
};

/// Saves the refused rows as an .xlsx: title, headings, their cells as they were, and the reasons in a last column.
/// Corrected, it can be imported like the roster itself.
Result<void> writeRosterProblems(const QString& path, const Workbook& workbook, const ColumnPlan& plan,
                                 const RosterReport& report);

} // namespace songhe
