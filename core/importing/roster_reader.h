// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/elders/resident_number.h"
#include "core/importing/roster_row.h"

namespace songhe::roster_row {

/// Reads one row column kind by column kind; what one finds (the resident number) the next may use.
class Reader {
public:
    Reader(const Sheet& sheet, int sheetRow, const ColumnPlan& plan, const RosterContext& context)
        : m_sheet(sheet)
        , m_plan(plan)
        , m_context(context)
    {
        m_row.sheetRow = sheetRow;
    }

    RosterRow read();

private:
    [[nodiscard]] const Cell& cell(RosterColumn what) const
    {
        return m_sheet.at(m_row.sheetRow, m_plan.columnOf(what));
    }
    [[nodiscard]] QString text(RosterColumn what) const { return cell(what).raw.trimmed(); }
    [[nodiscard]] QString heading(int column) const { return m_plan.headings.value(column).simplified(); }

    void readNumber();
    void readName();
    void readSex();
    void readBorn();
    void readPlaces();
    void readPhones();
    void readContact();
    void readFactColumns();
    void readFactCell(int column);
    void tellFacts(const ToldCell& told, int column, FactKind none);
    void tellEconomic();
    void readRemarks();
    QString fitting(const QString& written, int most, RosterColumn what);

    const Sheet& m_sheet;
    const ColumnPlan& m_plan;
    const RosterContext& m_context;
    RosterRow m_row;
    std::optional<ResidentNumber> m_number;
    bool m_numberRefused = false;
    std::vector<QString> m_economic;
    QStringList m_kept; ///< what finds no field, for the remarks
};

} // namespace songhe::roster_row
